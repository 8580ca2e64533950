import ts from 'typescript'
import { construct, element, setElement } from './language.ts'
import type { Machine } from './machine.ts'
import type { Scope } from './scope.ts'
import { ProofFailure, UNDEFINED, boolean, joined, one, string } from './values.ts'
import type { Value } from './values.ts'

const { SyntaxKind } = ts

/** `+=` and its like, with the operator that they stand for. */
const ASSIGNMENTS: ReadonlyMap<ts.SyntaxKind, ts.SyntaxKind> = new Map([
  [SyntaxKind.PlusEqualsToken, SyntaxKind.PlusToken],
  [SyntaxKind.MinusEqualsToken, SyntaxKind.MinusToken],
  [SyntaxKind.BarEqualsToken, SyntaxKind.BarToken],
  [SyntaxKind.AmpersandEqualsToken, SyntaxKind.AmpersandToken],
  [SyntaxKind.CaretEqualsToken, SyntaxKind.CaretToken],
])

/** The value of an expression. */
export function evaluate(m: Machine, node: ts.Expression, scope: Scope): Value {
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isNonNullExpression(node) || ts.isSatisfiesExpression(node)) return evaluate(m, node.expression, scope)
  if (ts.isNumericLiteral(node)) return number(m, Number(node.text))
  if (ts.isBigIntLiteral(node)) return big(BigInt(node.text.slice(0, -1).replaceAll('_', '')))
  if (ts.isStringLiteral(node)) return string(node.text)
  if (ts.isIdentifier(node)) return node.text === 'undefined' ? UNDEFINED : (scope.get(node.text) ?? fail(`the name ${node.text}`))
  switch (node.kind) {
    case SyntaxKind.TrueKeyword: return boolean(1)
    case SyntaxKind.FalseKeyword: return boolean(0)
    case SyntaxKind.NullKeyword: return one({ t: 'null' })
    case SyntaxKind.ThisKeyword: return scope.get('this') ?? fail('this')
  }
  if (ts.isBinaryExpression(node)) return binary(m, node, scope)
  if (ts.isPrefixUnaryExpression(node)) {
    if (node.operator === SyntaxKind.PlusPlusToken || node.operator === SyntaxKind.MinusMinusToken) return step(m, node.operand, node.operator, scope)
    return m.map(evaluate(m, node.operand, scope), (is) => m.operators.unary(node.operator, is))
  }
  if (ts.isPostfixUnaryExpression(node)) {
    const before = evaluate(m, node.operand, scope)
    step(m, node.operand, node.operator, scope)
    return before
  }
  if (ts.isTypeOfExpression(node)) return m.map(evaluate(m, node.expression, scope), (is) => m.operators.typeText(is))
  if (ts.isConditionalExpression(node)) return m.choose(m.truth(evaluate(m, node.condition, scope)), () => evaluate(m, node.whenTrue, scope), () => evaluate(m, node.whenFalse, scope))
  if (ts.isPropertyAccessExpression(node)) return propertyOf(m, node, scope)
  if (ts.isElementAccessExpression(node)) return element(m, evaluate(m, node.expression, scope), evaluate(m, node.argumentExpression, scope))
  if (ts.isCallExpression(node)) return call(m, node, scope)
  if (ts.isNewExpression(node)) return construct(m, node.expression.getText(), (node.arguments ?? []).map((argument) => evaluate(m, argument, scope)))
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) return one({ t: 'function', node, scope })
  if (ts.isArrayLiteralExpression(node)) return one({ t: 'list', items: node.elements.map((item) => evaluate(m, item, scope)) })
  if (ts.isObjectLiteralExpression(node)) return literal(m, node, scope)
  return fail(node.getText())
}

function number(m: Machine, value: number): Value {
  return Number.isSafeInteger(value) ? one(m.int(value)) : fail(`the number ${value}`)
}

function big(value: bigint): Value {
  const bits = Array.from({ length: 64 }, (_, i) => Number((value >> BigInt(i)) & 1n))
  return one({ t: 'bigint', bits, below: 0, above: value >= 1n << 64n ? 1 : 0 })
}

function literal(m: Machine, node: ts.ObjectLiteralExpression, scope: Scope): Value {
  const properties = new Map<string, Value>()
  for (const property of node.properties) {
    if (ts.isPropertyAssignment(property) && (ts.isIdentifier(property.name) || ts.isStringLiteral(property.name))) properties.set(property.name.text, evaluate(m, property.initializer, scope))
    else if (ts.isShorthandPropertyAssignment(property)) properties.set(property.name.text, evaluate(m, property.name, scope))
    else fail(property.getText())
  }
  return one({ t: 'object', properties })
}

function propertyOf(m: Machine, node: ts.PropertyAccessExpression, scope: Scope): Value {
  const value = evaluate(m, node.expression, scope)
  if (!node.questionDotToken) return m.property(value, node.name.text)
  return m.map(value, (is) => (is.t === 'undefined' || is.t === 'null' ? UNDEFINED : m.property(one(is), node.name.text)))
}

function call(m: Machine, node: ts.CallExpression, scope: Scope): Value {
  const { expression } = node
  const self = ts.isPropertyAccessExpression(expression) ? evaluate(m, expression.expression, scope) : undefined
  const callee = self ? m.property(self, (expression as ts.PropertyAccessExpression).name.text) : evaluate(m, expression, scope)
  return m.call(callee, node.arguments.map((argument) => evaluate(m, argument, scope)), self)
}

function binary(m: Machine, node: ts.BinaryExpression, scope: Scope): Value {
  const { kind } = node.operatorToken
  const left = (): Value => evaluate(m, node.left, scope)
  const right = (): Value => evaluate(m, node.right, scope)
  if (kind === SyntaxKind.EqualsToken) return assign(m, node.left, right(), scope)
  if (kind === SyntaxKind.CommaToken) return left(), right()
  const stands = ASSIGNMENTS.get(kind)
  if (stands !== undefined) return assign(m, node.left, operate(m, stands, left(), right()), scope)
  if (kind === SyntaxKind.BarBarToken || kind === SyntaxKind.AmpersandAmpersandToken) {
    const first = left()
    const test = m.truth(first)
    return kind === SyntaxKind.BarBarToken ? m.choose(test, () => first, right) : m.choose(test, right, () => first)
  }
  if (kind === SyntaxKind.InstanceOfKeyword) {
    if (node.right.getText() !== 'Uint8Array') fail(node.getText())
    return m.map(left(), (is) => boolean(is.t === 'array' && is.element === 'Uint8Array' ? 1 : 0))
  }
  return operate(m, kind, left(), right())
}

function operate(m: Machine, kind: ts.SyntaxKind, left: Value, right: Value): Value {
  return m.map(left, (a) => m.map(right, (b) => m.operators.binary(kind, a, b)))
}

function step(m: Machine, target: ts.Expression, kind: ts.SyntaxKind, scope: Scope): Value {
  return assign(m, target, operate(m, kind === SyntaxKind.PlusPlusToken ? SyntaxKind.PlusToken : SyntaxKind.MinusToken, evaluate(m, target, scope), one(m.int(1))), scope)
}

function assign(m: Machine, target: ts.Expression, value: Value, scope: Scope): Value {
  if (ts.isElementAccessExpression(target)) {
    setElement(m, evaluate(m, target.expression, scope), evaluate(m, target.argumentExpression, scope), value)
  } else if (ts.isIdentifier(target)) {
    const { here } = m
    const since = scope.sinceWhen(target.text) ?? fail(`an assignment to ${target.text}`)
    const before = here === since ? [] : scope.get(target.text)!
    const not = m.f.not(here)
    const after = here === since ? value : joined([...before.map(({ when, is }) => ({ when: m.f.and(not, when), is })), ...value.map(({ when, is }) => ({ when: m.f.and(here, when), is }))], m.integers)
    scope.assign(target.text, after)
  } else if (ts.isPropertyAccessExpression(target) && target.expression.kind === SyntaxKind.ThisKeyword && m.here === 1) {
    const [only] = evaluate(m, target.expression, scope)
    if (only?.is.t !== 'object') fail(target.getText())
    else only.is.properties.set(target.name.text, value)
  } else fail(`an assignment to ${target.getText()}`)
  return value
}

function fail(what: string): never {
  throw new ProofFailure(`unknown to the executor: ${what}`)
}
