import ts from 'typescript'
import { bv, ite, not, or } from './terms.ts'
import type { Any, Term } from './terms.ts'

/**
 * The second judge's own reading of generated code: straight-line code to terms of SMT-LIB, with numbers as 64-bit
 * words. It shares nothing with `symbolic/` but the parser. Of the helpers of `memory.ts` it takes the contract.
 */

const { SyntaxKind } = ts

/** What code that is translated does. */
export interface Translated {
  /** It declines, by the first of these that holds. */
  readonly declines: readonly Term[]
  /** What must hold besides: that a helper is used as its contract asks. */
  readonly duties: readonly Term[]
  /** Of `read`: the value of each field. */
  readonly fields: ReadonlyMap<string, Any>
  /** Of `write`: on each of its ways, the bytes that are written, by their place. */
  readonly ways: readonly ReadonlyMap<number, Term>[]
}

export class Translator {
  private readonly names = new Map<string, Any>()
  private readonly declines: Term[] = []
  private readonly duties: Term[] = []
  private readonly ways: Map<number, Term>[] = []
  private fields = new Map<string, Any>()
  private halves: Term = bv(0)
  private done = false
  private readonly size: number
  private readonly fieldNames: ReadonlySet<string>

  constructor(size: number, fieldNames: readonly string[]) {
    this.size = size
    this.fieldNames = new Set(fieldNames)
  }

  translate({ body }: ts.FunctionDeclaration): Translated {
    for (const statement of body!.statements) this.statement(statement)
    if (!this.done) fail('an end without a result')
    return { declines: this.declines, duties: this.duties, fields: this.fields, ways: this.ways }
  }

  private statement(node: ts.Statement): void {
    if (this.done) fail('code after the result')
    if (ts.isVariableStatement(node) && node.declarationList.declarations.length === 1) {
      const { name, initializer } = node.declarationList.declarations[0]!
      this.names.set(name.getText(), this.special(initializer!) ?? this.value(initializer!))
    } else if (ts.isIfStatement(node) && !node.elseStatement && ts.isReturnStatement(node.thenStatement) && /^return (undefined|false)$/.test(node.thenStatement.getText())) {
      this.declines.push(this.truth(this.value(node.expression)))
    } else if (ts.isIfStatement(node) && node.elseStatement && node.expression.getText() === 'target === writeBytes || lookForWriting(target)') {
      for (const [way, view] of [[node.thenStatement, true], [node.elseStatement, false]] as const) this.ways.push(this.stores(way as ts.Block, view))
    } else if (ts.isReturnStatement(node) && node.expression && ts.isObjectLiteralExpression(node.expression)) {
      this.fields = new Map(node.expression.properties.map((property) => (ts.isPropertyAssignment(property) ? [property.name.getText(), this.value(property.initializer)] : fail(property.getText()))))
      this.done = true
    } else if (ts.isReturnStatement(node) && node.getText() === 'return true') this.done = true
    else fail(node.getText())
  }

  /** The two names that say where `read` reads from: what they are is the contract of `memoryOf`. */
  private special(node: ts.Expression): Any | undefined {
    const text = node.getText()
    if (text === `bytes === readBytes ? readView : memoryOf(bytes, offset, ${this.size})`) return { is: 'memory' }
    if (text === 'memory === scratch ? 0 : offset') return { is: 'place', at: 0 }
    return undefined
  }

  private value(node: ts.Expression): Any {
    if (ts.isParenthesizedExpression(node)) return this.value(node.expression)
    if (ts.isNumericLiteral(node)) return { is: 'number', term: bv(Number(node.text)) }
    if (ts.isBigIntLiteral(node) && node.text === '0n') return { is: 'wide', term: bv(0) }
    if (node.kind === SyntaxKind.FalseKeyword) return { is: 'boolean', term: 'false' }
    if (ts.isPrefixUnaryExpression(node)) return this.unary(node)
    if (ts.isIdentifier(node)) return node.text === 'offset' ? { is: 'place', at: 0 } : (this.names.get(node.text) ?? fail(node.text))
    if (ts.isPropertyAccessExpression(node) && node.expression.getText() === 'message' && this.fieldNames.has(node.name.text)) return { is: 'field', kind: `|${node.name.text}.kind|`, name: node.name.text, zero: 'false' }
    if (ts.isConditionalExpression(node)) return this.conditional(node)
    if (ts.isCallExpression(node)) return this.call(node)
    if (ts.isBinaryExpression(node)) return this.binary(node)
    return fail(node.getText())
  }

  private unary({ operator, operand }: ts.PrefixUnaryExpression): Any {
    if (operator === SyntaxKind.ExclamationToken) return { is: 'boolean', term: not(this.truth(this.value(operand))) }
    if (operator === SyntaxKind.MinusToken) return { is: 'number', term: `(bvneg ${this.number(this.value(operand))})` }
    return fail(operand.getText())
  }

  /** A field, or 0 where it is left out; and the mode of the options, or 0 where there are none. */
  private conditional({ condition, whenTrue, whenFalse }: ts.ConditionalExpression): Any {
    const test = this.truth(this.value(condition))
    const [yes, no] = [this.value(whenTrue), this.value(whenFalse)]
    if (no.is === 'field' && /^(0|0n|false)$/.test(whenTrue.getText())) return { ...no, zero: or([no.zero, test]), ...(yes.is !== 'field' && { kind: ite(test, yes.is === 'wide' ? 'bigint' : yes.is, no.kind) }) }
    return { is: 'number', term: ite(test, this.number(yes), this.number(no)) }
  }

  private call(node: ts.CallExpression): Any {
    const callee = node.expression.getText()
    const args = node.arguments
    switch (callee) {
      case 'memory.getInt32': {
        const place = this.value(args[0]!)
        const order = args[1]?.getText()
        if (place.is !== 'place' || (order !== 'true' && order !== 'false') || place.at < 0 || place.at + 4 > this.size) return fail(node.getText())
        const bytes = [0, 1, 2, 3].map((i) => `b${place.at + i}`)
        return { is: 'number', term: `((_ sign_extend 32) (concat ${(order === 'true' ? bytes.reverse() : bytes).join(' ')}))` }
      }
      case 'flag': {
        const bit = this.number(this.value(args[0]!))
        this.duties.push(or([`(= ${bit} ${bv(0)})`, `(= ${bit} ${bv(1)})`]))
        return { is: 'boolean', term: `(= ${bit} ${bv(1)})` }
      }
      case 'fromHalves': return { is: 'wide', term: `(concat ${low32(this.number(this.value(args[1]!)))} ${low32(this.number(this.value(args[0]!)))})` }
      case 'outside': {
        if (!['bytes', 'target'].includes(args[0]!.getText()) || args[1]!.getText() !== 'offset') return fail(node.getText())
        return { is: 'boolean', term: args[2]!.getText() === String(this.size) ? 'outside' : fail(node.getText()) }
      }
      case 'modeOf': return args[0]!.getText() === 'options' ? { is: 'number', term: 'mode' } : fail(node.getText())
      case 'onlyKnown': return node.getText() === 'onlyKnown(bits(), message)' ? { is: 'boolean', term: 'known' } : fail(node.getText())
      case 'bit': {
        const field = this.value(args[0]!)
        if (field.is !== 'field') return fail(node.getText())
        return { is: 'number', term: ite(`(= ${field.kind} boolean)`, ite(and2(not(field.zero), `|${field.name}.bool|`), bv(1), bv(0)), '(bvneg #x0000000000000001)') }
      }
      case 'intoHalves': {
        const field = this.value(args[0]!)
        if (field.is !== 'field') return fail(node.getText())
        this.halves = ite(field.zero, bv(0), `|${field.name}.wide|`)
        return { is: 'boolean', term: `(and (= ${field.kind} bigint) (or ${field.zero} |${field.name}.fits|))` }
      }
      case 'low': return { is: 'number', term: `((_ zero_extend 32) ((_ extract 31 0) ${this.halves}))` }
      case 'high': return { is: 'number', term: `((_ zero_extend 32) ((_ extract 63 32) ${this.halves}))` }
      default: return fail(node.getText())
    }
  }

  private binary(node: ts.BinaryExpression): Any {
    const { kind } = node.operatorToken
    const text = node.getText()
    if (text === "typeof message !== 'object'") return { is: 'boolean', term: 'notObject' }
    if (text === 'message === null') return { is: 'boolean', term: 'isNull' }
    if (text === 'options === undefined') return { is: 'boolean', term: 'noOptions' }
    if (ts.isTypeOfExpression(node.left)) {
      const field = this.value(node.left.expression)
      if (field.is !== 'field' || kind !== SyntaxKind.ExclamationEqualsEqualsToken || node.right.getText() !== "'number'") return fail(text)
      return { is: 'boolean', term: not(`(= ${field.kind} number)`) }
    }
    if (kind === SyntaxKind.EqualsEqualsEqualsToken && node.right.getText() === 'undefined') {
      const field = this.value(node.left)
      return field.is === 'field' ? { is: 'boolean', term: `(= ${field.kind} undefined)` } : fail(text)
    }
    const [left, right] = [this.value(node.left), this.value(node.right)]
    if (kind === SyntaxKind.BarBarToken) return { is: 'boolean', term: or([this.truth(left), this.truth(right)]) }
    if (kind === SyntaxKind.AmpersandAmpersandToken) return { is: 'boolean', term: and2(this.truth(left), this.truth(right)) }
    if (kind === SyntaxKind.PlusToken && left.is === 'place' && ts.isNumericLiteral(node.right)) return { is: 'place', at: left.at + Number(node.right.text) }
    const [a, b] = [this.number(left), this.number(right)]
    const signed = (op: string): Any => ({ is: 'number', term: `((_ sign_extend 32) (${op} ${low32(a)} ${low32(b)}))` })
    const count = `(bvand ${low32(b)} #x0000001f)`
    switch (kind) {
      case SyntaxKind.AmpersandToken: return signed('bvand')
      case SyntaxKind.BarToken: return signed('bvor')
      case SyntaxKind.CaretToken: return signed('bvxor')
      case SyntaxKind.LessThanLessThanToken: return { is: 'number', term: `((_ sign_extend 32) (bvshl ${low32(a)} ${count}))` }
      case SyntaxKind.GreaterThanGreaterThanToken: return { is: 'number', term: `((_ sign_extend 32) (bvashr ${low32(a)} ${count}))` }
      case SyntaxKind.GreaterThanGreaterThanGreaterThanToken: return { is: 'number', term: `((_ zero_extend 32) (bvlshr ${low32(a)} ${count}))` }
      case SyntaxKind.LessThanToken: return { is: 'boolean', term: `(bvslt ${a} ${b})` }
      case SyntaxKind.ExclamationEqualsEqualsToken: {
        // A number that is no whole number of 64 bits is no result of an operator on bits.
        const odd = [left, right].flatMap((side) => (side.is === 'field' ? [and2(not(side.zero), `|${side.name}.odd|`), not(`(= ${side.kind} number)`)] : []))
        return { is: 'boolean', term: or([not(`(= ${a} ${b})`), ...odd]) }
      }
      default: return fail(text)
    }
  }

  private number(value: Any): Term {
    if (value.is === 'number') return value.term
    return value.is === 'field' ? ite(value.zero, bv(0), `|${value.name}.num|`) : fail(`a number of ${value.is}`)
  }

  private truth(value: Any): Term {
    return value.is === 'boolean' ? value.term : fail(`the truth of ${value.is}`)
  }

  /** The bytes that one way of `write` writes, by the contract of the helpers that write. */
  private stores({ statements }: ts.Block, view: boolean): Map<number, Term> {
    const bytes = new Map<number, Term>()
    for (const statement of statements) {
      const call = ts.isExpressionStatement(statement) && ts.isCallExpression(statement.expression) ? statement.expression : fail(statement.getText())
      const callee = call.expression.getText()
      const [, single, big, four] = /^(?:writeView\.(setInt32)|(?:set|store)(?:Little|(Big)|Zero)(4)?)$/.exec(callee) ?? fail(callee)
      const args = [...call.arguments]
      if (!single && callee.startsWith('set') !== view) fail(callee)
      if (single ? !view : args.shift()!.getText() !== (view ? 'writeView' : 'target')) fail(call.getText())
      const place = this.value(args.shift()!)
      const little = single ? args.pop()!.getText() === 'true' : !big
      const words = callee === 'setZero4' ? [bv(0), bv(0), bv(0), bv(0)] : args.map((arg) => this.number(this.value(arg)))
      if (place.is !== 'place' || words.length !== (four ? 4 : 1)) return fail(call.getText())
      words.forEach((word, n) => {
        for (let i = 0; i < 4; i++) {
          const at = place.at + 4 * n + i
          if (at < 0 || at >= this.size) fail(`${call.getText()} outside of the record`)
          const from = 8 * (little ? i : 3 - i)
          bytes.set(at, `((_ extract ${from + 7} ${from}) ${word})`)
        }
      })
    }
    return bytes
  }
}

const low32 = (term: Term): Term => `((_ extract 31 0) ${term})`
const and2 = (a: Term, b: Term): Term => `(and ${a} ${b})`

function fail(what: string): never {
  throw new Error(`unknown to the second judge: ${what}`)
}
