import ts from 'typescript'

/** A generated file with one slip. */
export interface CodeMutant {
  readonly what: string
  readonly text: string
}

const { SyntaxKind } = ts

/** What each operator is taken for. */
const TAKEN_FOR: ReadonlyMap<ts.SyntaxKind, readonly string[]> = new Map([
  [SyntaxKind.AmpersandToken, ['|', '^']], [SyntaxKind.BarToken, ['&', '^']], [SyntaxKind.CaretToken, ['|', '&']],
  [SyntaxKind.LessThanLessThanToken, ['>>>', '>>']], [SyntaxKind.GreaterThanGreaterThanGreaterThanToken, ['>>', '<<']],
  [SyntaxKind.PlusToken, ['-']], [SyntaxKind.AsteriskToken, ['+']],
  [SyntaxKind.EqualsEqualsEqualsToken, ['!==']], [SyntaxKind.ExclamationEqualsEqualsToken, ['===']],
  [SyntaxKind.LessThanToken, ['<=', '>']], [SyntaxKind.GreaterThanToken, ['>=', '<']],
  [SyntaxKind.BarBarToken, ['&&']], [SyntaxKind.AmpersandAmpersandToken, ['||']],
  [SyntaxKind.BarEqualsToken, ['=', '&=']], [SyntaxKind.PlusEqualsToken, ['-=']],
])

/** Every literal, operator and operand of the functions of a generated file, each changed alone. */
export function* codeMutants(source: ts.SourceFile): Generator<CodeMutant & { readonly in: string }> {
  for (const statement of source.statements) {
    if (!ts.isFunctionDeclaration(statement) || !statement.body) continue
    const names = [...new Set(namesIn(statement.body))]
    for (const [node, text] of changes(statement.body, names)) {
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1
      yield {
        in: statement.name!.text,
        what: `line ${line}: ${node.getText()} becomes ${text || 'nothing'}`,
        text: source.text.slice(0, node.getStart()) + text + source.text.slice(node.getEnd()),
      }
    }
  }
}

/** The words and halves that stand for each other where one is mistaken: `w3`, `$rid`. */
function namesIn(body: ts.Node): string[] {
  const names: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && /^(w\d+|\$\w+)$/.test(node.text)) names.push(node.text)
    ts.forEachChild(node, visit)
  }
  visit(body)
  return names
}

function* changes(node: ts.Node, names: readonly string[]): Generator<readonly [node: ts.Node, text: string]> {
  if (ts.isTypeNode(node)) return
  if (ts.isNumericLiteral(node)) {
    const value = Number(node.text)
    yield [node, String(value + 1)]
    yield [node, value === 0 ? '2' : String(value - 1)]
  } else if (node.kind === SyntaxKind.TrueKeyword || node.kind === SyntaxKind.FalseKeyword) yield [node, node.kind === SyntaxKind.TrueKeyword ? 'false' : 'true']
  else if (ts.isBinaryExpression(node)) {
    for (const text of TAKEN_FOR.get(node.operatorToken.kind) ?? []) yield [node.operatorToken, text]
    // An operand that was forgotten.
    if (node.operatorToken.kind !== SyntaxKind.EqualsToken && node.operatorToken.kind !== SyntaxKind.BarEqualsToken && node.operatorToken.kind !== SyntaxKind.PlusEqualsToken) {
      yield [node, node.left.getText()]
      yield [node, node.right.getText()]
    }
  } else if (ts.isPrefixUnaryExpression(node)) yield [node, node.operand.getText()]
  else if (ts.isExpressionStatement(node)) yield [node, '']
  else if (ts.isIdentifier(node) && /^(w\d+|\$\w+)$/.test(node.text) && !ts.isVariableDeclaration(node.parent)) {
    const other = names[(names.indexOf(node.text) + 1) % names.length]!
    if (other !== node.text) yield [node, other]
  } else if (ts.isPropertyAccessExpression(node) && node.expression.getText() === 'message') yield [node.name, `${node.name.text}X`]
  for (const child of node.getChildren()) yield* changes(child, names)
}
