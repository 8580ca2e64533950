import ts from 'typescript'
import { evaluate } from './expressions.ts'
import { Formulas, NO, YES } from './formulas.ts'
import type { Bit } from './formulas.ts'
import { Integers } from './integers.ts'
import { Operators } from './operators.ts'
import { Scope } from './scope.ts'
import { ProofFailure, UNDEFINED, joined, one } from './values.ts'
import type { Case, FunctionNode, Plain, Value } from './values.ts'

/** A way in which a function ends. */
export interface Exit {
  readonly kind: 'returns' | 'throws'
  /** Under which inputs. */
  readonly when: Bit
  readonly value: Value
  /** How often the memory that is watched had been written by then. */
  readonly stores: number
}

/** A function that is being executed. */
interface Frame {
  /** Of the inputs with which it was called, those that have not left it yet. */
  alive: Bit
  readonly returned: Case[]
  /** Of the function that is proved itself: how it ends. What it calls has none. */
  readonly exits?: Exit[]
  depth: number
}

/**
 * Executes code with unknown bits: all ways at once. Where a condition is unknown, both sides are executed, each for
 * the inputs that come to it, and what they leave behind is joined. What it does not know is a `ProofFailure`.
 */
export class Machine {
  readonly f = new Formulas()
  readonly integers = new Integers(this.f)
  readonly operators = new Operators(this.integers)
  /** The inputs that come to where the execution is. */
  path: Bit = YES
  /** The same, counted from where the outermost function stands: what was written before is no longer written where it does not hold. */
  private outer: Bit = YES
  private frame: Frame = { alive: YES, returned: [], depth: 0 }
  /** How often the watched memory was written. */
  stores: () => number = () => 0
  private steps = 0

  /** Where the code that is executed would write. */
  get here(): Bit {
    return this.f.and(this.frame.alive, this.outer)
  }

  int(value: number): Plain {
    return { t: 'int', bits: this.integers.constant(value) }
  }

  truth(value: Value): Bit {
    let holds: Bit = NO
    for (const { when, is } of this.reachable(value)) holds = this.f.or(holds, this.f.and(when, this.operators.truth(is)))
    return holds
  }

  /** The cases that there can be here. */
  reachable(value: Value): Value {
    if (value.length === 1 && value[0]!.when === YES) return value
    return value.filter(({ when }) => this.f.and(when, this.path) !== NO)
  }

  /** What `change` makes of the value in each of its cases. */
  map(value: Value, change: (is: Plain) => Value): Value {
    const cases = this.reachable(value)
    if (cases.length === 1) return change(cases[0]!.is)
    return joined(cases.flatMap(({ when, is }) => this.where(when, () => this.reachable(change(is))).map((inner) => ({ when: this.f.and(when, inner.when), is: inner.is }))), this.integers)
  }

  /** Evaluates where `when` holds. */
  where<T>(when: Bit, evaluation: () => T): T {
    const { path } = this
    const { alive } = this.frame
    this.path = this.f.and(path, when)
    this.frame.alive = this.f.and(alive, when)
    try {
      return evaluation()
    } finally {
      this.path = path
      this.frame.alive = alive
    }
  }

  /** One of two values, each evaluated where it is taken; undefined where that is never. */
  choose(test: Bit, yes: () => Value, no: () => Value): Value {
    if (this.f.implies(this.path, test)) return yes()
    if (this.f.and(this.path, test) === NO) return no()
    const not = this.f.not(test)
    const a = this.where(test, () => this.reachable(yes()))
    const b = this.where(not, () => this.reachable(no()))
    return joined([...a.map(({ when, is }) => ({ when: this.f.and(test, when), is })), ...b.map(({ when, is }) => ({ when: this.f.and(not, when), is }))], this.integers)
  }

  /** Executes a function to all of its ends. */
  run(node: FunctionNode, scope: Scope, args: readonly Value[], self?: Value): Exit[] {
    const exits: Exit[] = []
    this.steps = 0
    return this.apart(() => {
      this.frame = { alive: YES, returned: [], exits, depth: 0 }
      this.body(node, scope, args, self)
      if (this.path !== NO) exits.push({ kind: 'returns', when: this.path, value: UNDEFINED, stores: this.stores() })
      return exits
    })
  }

  call(callee: Value, args: readonly Value[], self?: Value): Value {
    return this.map(callee, (is) => {
      if (is.t === 'native') return is.call(...args)
      if (is.t !== 'function') throw new ProofFailure(`a call of ${is.t}`)
      const { path, outer } = this
      const saved = this.frame
      this.outer = this.here
      const frame: Frame = (this.frame = { alive: YES, returned: [], depth: 0 })
      this.body(is.node, is.scope, args, self)
      if (this.path !== NO) frame.returned.push({ when: frame.alive, is: { t: 'undefined' } })
      this.frame = saved
      this.outer = outer
      this.path = path
      return joined(frame.returned, this.integers)
    })
  }

  /** Evaluates what is made before anything is called. */
  apart<T>(evaluation: () => T): T {
    const { path, outer, frame } = this
    this.path = YES
    this.outer = YES
    this.frame = { alive: YES, returned: [], depth: 0 }
    try {
      return evaluation()
    } finally {
      this.path = path
      this.outer = outer
      this.frame = frame
    }
  }

  private body(node: FunctionNode, outer: Scope, args: readonly Value[], self: Value | undefined): void {
    const scope = new Scope(outer)
    if (self) scope.declare('this', self)
    for (const [i, { name, initializer, dotDotDotToken }] of node.parameters.entries()) {
      if (dotDotDotToken) throw new ProofFailure('rest parameters')
      const given = args[i] ?? UNDEFINED
      this.bind(name, initializer && !args[i] ? evaluate(this, initializer, scope) : given, scope)
    }
    if (!node.body) throw new ProofFailure('a function without a body')
    if (ts.isBlock(node.body)) this.block(node.body.statements, scope)
    else this.leave('returns', evaluate(this, node.body, scope))
  }

  /** Gives names to a value, or to its parts. */
  bind(name: ts.BindingName, value: Value, scope: Scope): void {
    if (ts.isIdentifier(name)) return scope.declare(name.text, value, this.here)
    for (const [i, element] of name.elements.entries()) {
      if (ts.isOmittedExpression(element)) continue
      if (element.initializer || element.dotDotDotToken) throw new ProofFailure('a default inside of a pattern')
      const part = ts.isArrayBindingPattern(name)
        ? this.map(value, (is) => (is.t === 'list' ? (is.items[i] ?? UNDEFINED) : fail(`the elements of ${is.t}`)))
        : this.property(value, ((element.propertyName ?? element.name) as ts.Identifier).text)
      this.bind(element.name, part, scope)
    }
  }

  /** Reads a property; what has no such property fails, where it can be. */
  property: (value: Value, name: string) => Value = () => fail('properties')

  private block(statements: readonly ts.Statement[], outer: Scope): void {
    const scope = new Scope(outer)
    for (const statement of statements) {
      if (ts.isFunctionDeclaration(statement) && statement.name) scope.declare(statement.name.text, one({ t: 'function', node: statement, scope }))
    }
    for (const statement of statements) {
      if (this.path === NO) return
      this.statement(statement, scope)
    }
  }

  statement(node: ts.Statement, scope: Scope): void {
    if (++this.steps > 20_000) throw new ProofFailure('code that does not end')
    if (ts.isBlock(node)) return this.block(node.statements, scope)
    if (ts.isFunctionDeclaration(node) || ts.isEmptyStatement(node)) return
    if (ts.isVariableStatement(node)) return this.declare(node.declarationList, scope)
    if (ts.isExpressionStatement(node)) return void evaluate(this, node.expression, scope)
    if (ts.isReturnStatement(node)) return this.leave('returns', node.expression ? evaluate(this, node.expression, scope) : UNDEFINED)
    if (ts.isThrowStatement(node)) return this.leave('throws', UNDEFINED)
    if (ts.isIfStatement(node)) return this.branch(this.truth(evaluate(this, node.expression, scope)), () => this.statement(node.thenStatement, scope), () => node.elseStatement && this.statement(node.elseStatement, scope))
    if (ts.isForStatement(node)) return this.loop(node, new Scope(scope))
    if (ts.isForOfStatement(node) || ts.isForInStatement(node)) return this.each(node, scope)
    throw new ProofFailure(`unknown to the executor: ${node.getText()}`)
  }

  private declare(list: ts.VariableDeclarationList, scope: Scope): void {
    for (const { name, initializer } of list.declarations) this.bind(name, initializer ? evaluate(this, initializer, scope) : UNDEFINED, scope)
  }

  private branch(test: Bit, yes: () => void, no: () => void): void {
    if (this.f.implies(this.path, test)) return yes()
    if (this.f.and(this.path, test) === NO) return no()
    const { path, frame } = this
    const { alive } = frame
    const not = this.f.not(test)
    frame.depth++
    const side = (when: Bit, run: () => void): [Bit, Bit] => {
      this.path = this.f.and(path, when)
      frame.alive = this.f.and(alive, when)
      run()
      return this.path === NO ? [NO, NO] : [this.path, frame.alive]
    }
    const [pathYes, aliveYes] = side(test, yes)
    const [pathNo, aliveNo] = side(not, no)
    frame.depth--
    this.path = this.f.or(pathYes, pathNo)
    // What has left the outermost function does not come back: nothing has to be joined with it.
    frame.alive = frame.exits && frame.depth === 0 ? YES : this.f.or(aliveYes, aliveNo)
  }

  private leave(kind: 'returns' | 'throws', value: Value): void {
    const { frame } = this
    if (frame.exits) frame.exits.push({ kind, when: this.path, value, stores: this.stores() })
    else if (kind === 'returns') frame.returned.push(...this.reachable(value).map(({ when, is }) => ({ when: this.f.and(frame.alive, when), is })))
    else throw new ProofFailure('an exception out of a function that is called')
    this.path = NO
    frame.alive = NO
  }

  private loop(node: ts.ForStatement, scope: Scope): void {
    if (node.initializer && ts.isVariableDeclarationList(node.initializer)) this.declare(node.initializer, scope)
    else if (node.initializer) throw new ProofFailure('a loop that does not declare what it counts')
    for (;;) {
      const goes = node.condition ? this.truth(evaluate(this, node.condition, scope)) : YES
      if (this.f.and(this.path, goes) === NO) return
      if (!this.f.implies(this.path, goes)) throw new ProofFailure('a loop whose length is unknown')
      this.statement(node.statement, scope)
      if (this.path === NO) return
      if (node.incrementor) evaluate(this, node.incrementor, scope)
    }
  }

  /** A loop over a list, or over the names of the properties of an object. */
  private each(node: ts.ForOfStatement | ts.ForInStatement, scope: Scope): void {
    if (!ts.isVariableDeclarationList(node.initializer)) throw new ProofFailure('a loop without a declaration')
    const { name } = node.initializer.declarations[0]!
    const [only, ...more] = this.reachable(evaluate(this, node.expression, scope))
    if (!only || more.length > 0) throw new ProofFailure('a loop over an unknown value')
    const { is } = only
    const run = (value: Value): void => {
      const inner = new Scope(scope)
      this.bind(name, value, inner)
      this.statement(node.statement, inner)
    }
    if (ts.isForOfStatement(node)) {
      if (is.t !== 'list') throw new ProofFailure(`a loop over ${is.t}`)
      for (const item of is.items) if (this.path !== NO) run(item)
      return
    }
    if (is.t !== 'object') throw new ProofFailure(`the names of ${is.t}`)
    for (const property of is.properties.keys()) if (this.path !== NO) run(one({ t: 'string', text: property }))
    if (is.others !== undefined && this.path !== NO) this.branch(is.others, () => run(one({ t: 'opaque', type: 'string' })), () => undefined)
  }
}

function fail(what: string): never {
  throw new ProofFailure(`unknown to the executor: ${what}`)
}
