import ts from 'typescript'

/**
 * Code of the project with its operators, conditions and conversions as calls of `$`, which also knows numbers whose bits
 * are unknown. The rest of the language stays what it is, and Node runs it. What `$` has no word for is no code to prove.
 */

const { SyntaxKind } = ts

/** Functions of the language that take unknown values; and the halves of a bigint, which are proved apart. */
const CONVERSIONS = new Set(['Number', 'BigInt', 'String', 'Number.isInteger', 'BigInt.asUintN', 'fromHalves'])
/** Methods that compare: what they are given must be known. */
const COMPARING = new Set(['includes', 'indexOf', 'has', 'get'])
/** Methods that ask a function yes or no. */
const ASKING = new Set(['every', 'some', 'filter', 'find', 'findIndex'])

/** Operators that ask nothing about what a value is. */
const LEFT_ALONE = new Set([SyntaxKind.EqualsToken, SyntaxKind.QuestionQuestionToken, SyntaxKind.QuestionQuestionEqualsToken, SyntaxKind.InKeyword, SyntaxKind.InstanceOfKeyword, SyntaxKind.CommaToken])

/** What can be evaluated as well where it is not asked for. */
const isPlain = (node: ts.Expression): boolean => ts.isIdentifier(node) || ts.isNumericLiteral(node) || ts.isBigIntLiteral(node) || node.kind === SyntaxKind.TrueKeyword || node.kind === SyntaxKind.FalseKeyword

export function rewritten(name: string, text: string): string {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true)
  const transformer: ts.TransformerFactory<ts.SourceFile> = (context) => {
    const { factory } = context
    const ask = (method: string, ...args: readonly ts.Expression[]): ts.Expression => factory.createCallExpression(factory.createPropertyAccessExpression(factory.createIdentifier('$'), method), undefined, args)
    const later = (body: ts.Expression): ts.Expression => factory.createArrowFunction(undefined, undefined, [], undefined, undefined, factory.createParenthesizedExpression(body))
    const go = <T extends ts.Node>(node: T): T => ts.visitNode(node, visit) as ts.Node as T
    const holds = (node: ts.Expression): ts.Expression => ask('holds', go(node))

    function visit(node: ts.Node): ts.Node {
      if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return node
      if (ts.isBinaryExpression(node)) return binary(node)
      if (ts.isPrefixUnaryExpression(node)) {
        if (node.operator === SyntaxKind.PlusPlusToken || node.operator === SyntaxKind.MinusMinusToken) return node
        return ask('unary', factory.createStringLiteral(ts.tokenToString(node.operator)!), go(node.operand))
      }
      if (ts.isTypeOfExpression(node)) return ask('typeOf', go(node.expression))
      if (ts.isConditionalExpression(node) && isPlain(node.whenTrue) && isPlain(node.whenFalse)) return ask('choose', go(node.condition), go(node.whenTrue), go(node.whenFalse))
      if (ts.isConditionalExpression(node)) return factory.updateConditionalExpression(node, holds(node.condition), node.questionToken, go(node.whenTrue), node.colonToken, go(node.whenFalse))
      if (ts.isIfStatement(node)) return factory.updateIfStatement(node, holds(node.expression), go(node.thenStatement), node.elseStatement && go(node.elseStatement))
      if (ts.isForStatement(node)) return factory.updateForStatement(node, node.initializer && go(node.initializer), node.condition && holds(node.condition), node.incrementor && go(node.incrementor), go(node.statement))
      if (ts.isWhileStatement(node) || ts.isDoStatement(node) || ts.isSwitchStatement(node)) throw new Error(`${name}: not a statement to prove: ${node.getText().slice(0, 60)}`)
      if (ts.isElementAccessExpression(node)) return factory.updateElementAccessExpression(node, go(node.expression), ask('known', go(node.argumentExpression)))
      if (ts.isTemplateSpan(node)) return factory.createTemplateSpan(ask('text', go(node.expression)), node.literal)
      if (ts.isCallExpression(node)) return call(node)
      if (ts.isNewExpression(node) && node.expression.getText() === 'CodecError') return ask('refusal', ...(node.arguments ?? []).map((argument) => go(argument)))
      return ts.visitEachChild(node, visit, context)
    }

    function binary(node: ts.BinaryExpression): ts.Expression {
      const { kind } = node.operatorToken
      if (LEFT_ALONE.has(kind)) return ts.visitEachChild(node, visit, context)
      if (kind === SyntaxKind.AmpersandAmpersandToken || kind === SyntaxKind.BarBarToken) return ask(kind === SyntaxKind.BarBarToken ? 'or' : 'and', go(node.left), later(go(node.right)))
      const text = ts.tokenToString(kind)!
      // `+=` and its like.
      if (kind >= SyntaxKind.FirstCompoundAssignment && kind <= SyntaxKind.LastCompoundAssignment) return factory.createBinaryExpression(go(node.left), SyntaxKind.EqualsToken, ask('binary', factory.createStringLiteral(text.slice(0, -1)), go(node.left), go(node.right)))
      return ask('binary', factory.createStringLiteral(text), go(node.left), go(node.right))
    }

    function call(node: ts.CallExpression): ts.Expression {
      const args = node.arguments.map((argument) => go(argument))
      const { expression } = node
      const text = expression.getText()
      if (CONVERSIONS.has(text)) return ask(text.replaceAll('.', '_'), ...args)
      const method = ts.isPropertyAccessExpression(expression) ? expression.name.text : ''
      const changed = COMPARING.has(method) ? args.map((arg) => ask('known', arg)) : ASKING.has(method) ? [ask('question', args[0]!), ...args.slice(1)] : args
      return factory.updateCallExpression(node, go(expression), undefined, changed)
    }

    return (file) => ts.visitEachChild(file, visit, context)
  }
  const { transformed } = ts.transform(source, [transformer])
  return `const $ = globalThis.$forks\n${ts.createPrinter().printFile(transformed[0]!)}`
}
