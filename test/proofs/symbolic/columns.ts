import ts from 'typescript'
import { Claims } from './claims.ts'
import { evaluate } from './expressions.ts'
import { NO } from './formulas.ts'
import type { Bit } from './formulas.ts'
import { processor } from './language.ts'
import { functionOf } from './modules.ts'
import { fieldsOf, fixedOf, reservedOf } from './table.ts'
import { Scope } from './scope.ts'
import { ProofFailure, UNDEFINED, one } from './values.ts'
import type { Plain, Value } from './values.ts'
import type { Module } from './world.ts'
import { unknownBits, world } from './world.ts'

/**
 * The loop of `columns` gives for record `i` of a block the fields of the bytes from `i * size`, at element `i` of each
 * column; and something other than 0 exactly where a record has a wrong fixed bit or a reserved bit that is set.
 * By induction: the loop starts with record 0, one turn does one record, and the next turn has the next one.
 * @returns the number of bits that were compared
 */
export function proveColumns({ file, source, layout }: Module): number {
  const { program } = world(layout.size)
  const m = program.machine
  const { f, integers } = m
  const claims = new Claims(m)
  const int = (n: number, base?: string, scale = 1): Plain => ({ t: 'int', bits: integers.constant(n), ...(base && { base, scale }) })
  const exits = m.run(functionOf(source, 'kernel'), program.scope(file, source), [one(int(0, 'block'))])
  const made = only(exits[0]?.value)
  if (exits.length !== 1 || made?.t !== 'object') throw new ProofFailure('the kernel is no object')
  const part = (name: string): Plain => only(made.properties.get(name)) ?? fail(`${name} of the kernel`)
  const input = part('input')
  const output = part('output')
  const run = part('run')
  if (input.t !== 'array' || output.t !== 'object' || run.t !== 'function' || !run.node.body || !ts.isBlock(run.node.body)) return fail('the parts of the kernel')
  if ([...output.properties.keys()].join() !== Object.keys(layout.fields).join()) fail(`the columns ${[...output.properties.keys()].join()}`)

  const statements = run.node.body.statements
  const [start, loop, end] = statements
  const sum = ts.isVariableStatement(start!) ? start.declarationList.declarations[0] : undefined
  if (statements.length !== 3 || !sum || !ts.isIdentifier(sum.name) || !ts.isForStatement(loop!) || !ts.isReturnStatement(end!)) return fail('a loop of another shape')
  if (!end.expression || end.expression.getText() !== sum.name.text) fail('a sum of another name')
  const scope = new Scope(run.scope)
  scope.declare(run.node.parameters[0]!.name.getText(), one(int(0, 'count')))
  const { i, at } = counters(loop)
  const known = (value: Value, want: Plain, what: string): void => claims.never(f.not(same(value, want)), what)
  const same = (value: Value, want: Plain): Bit => (value.length === 1 ? m.operators.same(value[0]!.is, want) : NO)
  known(evaluate(m, sum.initializer!, scope), int(0), 'the sum does not start at 0')
  known(evaluate(m, i.initializer!, scope), int(0), 'the first record is not record 0')
  known(evaluate(m, at.initializer!, scope), int(0), 'the first record does not lie at 0')

  // Any turn: record `i` of fewer than `count`, at i * size.
  const so = unknownBits(m, 'sum', 32)
  scope.declare(sum.name.text, one({ t: 'int', bits: so }))
  scope.declare(i.name.getText(), one(int(0, 'record')))
  scope.declare(at.name.getText(), one(int(0, 'record', layout.size)))
  const goes = loop.condition
  if (!goes || goes.getText() !== `${i.name.getText()} < ${run.node.parameters[0]!.name.getText()}`) fail('another end of the loop')
  m.statement(loop.statement, scope)
  const place = { base: 'record', scale: layout.size, n: 0 }
  const bits = Array.from({ length: layout.size }, (_, n) => input.memory.byte({ ...place, n })).flat()
  for (const field of fieldsOf(layout)) {
    const column = only(output.properties.get(field.name))
    if (column?.t !== 'array') return fail(`the column ${field.name}`)
    const width = field.from.length
    const element = field.kind === 'wide' ? 'BigUint64Array' : width <= 8 ? 'Uint8Array' : width <= 16 ? 'Uint16Array' : 'Uint32Array'
    if (column.element !== element) fail(`the column ${field.name}, a ${column.element}`)
    const size = Number(/\d+/.exec(element)![0]) / 8
    const value = column.memory.load({ base: 'record', scale: size, n: 0 }, size, processor.little)
    value.forEach((bit, n) => claims.same(bit, field.from[n] === undefined ? NO : bits[field.from[n]!]!, `${field.name}: bit ${n} of its column is another than the table says`))
  }
  const wrong = f.or(f.any([...fixedOf(layout)].map(([n, value]) => (value ? f.not(bits[n]!) : bits[n]!))), f.any(reservedOf(layout).map((n) => bits[n]!)))
  const after = m.truth(scope.get(sum.name.text)!)
  claims.same(after, f.or(f.any(so), wrong), 'the sum is another than what is wrong with the record')

  if (!loop.incrementor) fail('a loop without a step')
  else evaluate(m, loop.incrementor, scope)
  known(scope.get(i.name.getText())!, int(1, 'record'), 'the next record is not the next')
  known(scope.get(at.name.getText())!, int(layout.size, 'record', layout.size), 'the next record does not lie where this one ends')
  return claims.bits
}

function counters({ initializer }: ts.ForStatement): { readonly i: ts.VariableDeclaration; readonly at: ts.VariableDeclaration } {
  const [i, at, ...more] = initializer && ts.isVariableDeclarationList(initializer) ? initializer.declarations : []
  return i?.initializer && at?.initializer && more.length === 0 ? { i, at } : fail('a loop that counts something else')
}

function only(value: Value = UNDEFINED): Plain | undefined {
  return value.length === 1 ? value[0]!.is : undefined
}

function fail(what: string): never {
  throw new ProofFailure(`unknown to the executor: ${what}`)
}
