import ts from 'typescript'

/**
 * Source with all of its mutants in it: each is `$m(number) ? wrong : right`, and at most one is awake. So a file is compiled
 * once for all of them. What is made when a module is loaded is left alone, and so are the words of messages.
 */

export interface SourceMutant {
  readonly number: number
  /** `file:line: what became what`. */
  readonly what: string
}

const { SyntaxKind } = ts

/** What each operator is taken for. */
const TAKEN_FOR: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [SyntaxKind.PlusToken, '-'], [SyntaxKind.MinusToken, '+'], [SyntaxKind.AsteriskToken, '+'], [SyntaxKind.SlashToken, '*'], [SyntaxKind.PercentToken, '*'],
  [SyntaxKind.LessThanToken, '<='], [SyntaxKind.LessThanEqualsToken, '<'], [SyntaxKind.GreaterThanToken, '>='], [SyntaxKind.GreaterThanEqualsToken, '>'],
  [SyntaxKind.EqualsEqualsEqualsToken, '!=='], [SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [SyntaxKind.AmpersandAmpersandToken, '||'], [SyntaxKind.BarBarToken, '&&'], [SyntaxKind.AmpersandToken, '|'], [SyntaxKind.BarToken, '&'], [SyntaxKind.CaretToken, '|'],
  [SyntaxKind.LessThanLessThanToken, '>>>'], [SyntaxKind.GreaterThanGreaterThanToken, '<<'], [SyntaxKind.GreaterThanGreaterThanGreaterThanToken, '<<'],
])

/**
 * @param file the name that mutants bear
 * @param wanted whether the nth mutant of the file is made
 * @param first the number of the first that is made
 */
export function instrumented(file: string, text: string, wanted: (n: number) => boolean, first: number): { readonly text: string; readonly mutants: readonly SourceMutant[]; readonly all: number } {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true)
  const mutants: SourceMutant[] = []
  let all = 0

  /** The call that asks for a mutant; nothing where it is not made. */
  function ask(node: ts.Node, becomes: string): string | undefined {
    if (!wanted(all++)) return undefined
    const number = first + mutants.length
    const short = (part: string): string => part.replace(/\s+/g, ' ').slice(0, 60)
    mutants.push({ number, what: `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${short(node.getText())} becomes ${short(becomes) || 'nothing'}` })
    return `$m(${number})`
  }

  function emit(node: ts.Node, inside: boolean): string {
    const within = inside || ts.isFunctionLike(node) || ts.isPropertyDeclaration(node)
    let out = ''
    let at = node.getStart()
    ts.forEachChild(node, (child) => {
      out += text.slice(at, child.getStart()) + (ts.isTypeNode(child) || ts.isTypeParameterDeclaration(child) ? child.getText() : emit(child, within))
      at = child.getEnd()
    })
    out += text.slice(at, node.getEnd())
    return inside ? changed(node, out) : out
  }

  function changed(node: ts.Node, own: string): string {
    let out = own
    const either = (becomes: string): void => {
      const call = ask(node, becomes)
      if (call !== undefined) out = `(${call} ? ${becomes} : ${out})`
    }
    if (ts.isBinaryExpression(node)) {
      const other = TAKEN_FOR.get(node.operatorToken.kind)
      if (other !== undefined) either(`(${node.left.getText()} ${other} ${node.right.getText()})`)
      if (node.operatorToken.kind === SyntaxKind.QuestionQuestionToken) either(`(${node.left.getText()})`)
    } else if (ts.isNumericLiteral(node) && isValue(node)) either(`(${node.getText()} + 1)`)
    else if (ts.isBigIntLiteral(node) && isValue(node)) either(`(${node.getText()} + 1n)`)
    else if (node.kind === SyntaxKind.TrueKeyword || node.kind === SyntaxKind.FalseKeyword) either(node.kind === SyntaxKind.TrueKeyword ? 'false' : 'true')
    else if (ts.isPrefixUnaryExpression(node) && node.operator === SyntaxKind.ExclamationToken) either(`(${node.operand.getText()})`)
    else if (ts.isExpressionStatement(node) && ts.isCallExpression(node.expression) && node.expression.expression.kind !== SyntaxKind.SuperKeyword) {
      const call = ask(node, '')
      if (call !== undefined) out = `{ if (!${call}) ${out} }`
    } else if (ts.isPropertyAccessExpression(node) && node.expression.getText() === 'Math' && /^(min|max)$/.test(node.name.text)) either(`Math.${node.name.text === 'min' ? 'max' : 'min'}`)
    // A condition that was turned round; a comparison or `!` is turned round by itself.
    const { parent } = node
    if ((ts.isIfStatement(parent) && parent.expression === node) || (ts.isConditionalExpression(parent) && parent.condition === node)) {
      if (!ts.isBinaryExpression(node) && !ts.isPrefixUnaryExpression(node)) either(`!(${node.getText()})`)
    }
    // A loop that a mutant made endless ends.
    if (ts.isIterationStatement(parent, false) && parent.statement === node) out = `{ $m.tick(); ${out} }`
    return out
  }

  return { text: emit(source, false) + text.slice(source.getEnd()), mutants, all }
}

/** Whether a literal is a value, and not the name of a property or a part of a type. */
function isValue(node: ts.Node): boolean {
  const { parent } = node
  const name = ts.isPropertyAssignment(parent) ? parent.name : ts.isBindingElement(parent) ? parent.propertyName : undefined
  return name !== node && !ts.isLiteralTypeNode(parent) && !ts.isEnumMember(parent)
}
