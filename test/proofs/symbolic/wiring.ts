import { isDeepStrictEqual } from 'node:util'
import ts from 'typescript'
import { bitsOfText } from '../../../src/codec/bits.ts'
import { rules } from '../../../src/spec/catalogue.ts'
import type { Layout } from '../../../src/spec/vocabulary.ts'
import { ProofFailure } from './values.ts'
import type { Module } from './world.ts'

/** What a generated file exports, types apart: the verbs over its own `bits`, `read` and `write`. */
const exportsOf = ({ id, size }: Layout): readonly string[] => [
  `export const id = '${id}'`, `export const size = ${size}`, 'export const layout = table()', 'export const decode = decoder(bits, read)',
  'export const tryDecode = tryDecoder(bits, read)', 'export const inspect = inspector(table)', 'export const encode = encoder(size, bits, write)',
  'export const encodeInto = encoderInto(size, bits, write)', 'export const view = viewer(bits)', 'export const columns = columner(bits, read)',
  'export const batches = batcher(bits, read)', 'export const allocateColumns = allocator(bits)', 'export const encodeColumns = columnsEncoder(bits, write)',
  'export const generated = { bits, read, write }', 'export const record = recordOf(id, size, table, read, write)',
]

/**
 * The rest of a generated file: its two texts say what the table says, its names come from where they should, and its
 * exports are the verbs over what was proved.
 */
export function proveWiring({ source, layout }: Module): void {
  const rest: string[] = []
  for (const statement of source.statements) {
    if (ts.isTypeAliasDeclaration(statement)) continue
    if (ts.isImportDeclaration(statement)) proveImport(statement, layout)
    else if (ts.isFunctionDeclaration(statement)) {
      if (!['read', 'write'].includes(statement.name?.text ?? '')) fail(`the function ${statement.name?.text}`)
    } else if (textOf(statement).startsWith('const bits')) proveBits(argumentsOf(statement, 'bitsOfText'), layout)
    else if (textOf(statement).startsWith('const table')) proveTable(argumentsOf(statement, 'tableOfText'), layout)
    else rest.push(textOf(statement))
  }
  const wanted = exportsOf(layout)
  const wrong = rest.find((text, i) => text !== wanted[i])
  if (wrong !== undefined || rest.length !== wanted.length) fail(wrong ?? 'missing exports')
}

/** A statement without its marks for bundlers and its types. */
function textOf(statement: ts.Statement): string {
  return statement.getText().replaceAll('/* @__PURE__ */ ', '').replace(/<(typeof )?\w+(, (typeof )?\w+)*>(?=\()/, '')
}

function argumentsOf(statement: ts.Statement, callee: string): readonly ts.Expression[] {
  const call = ts.isVariableStatement(statement) ? statement.declarationList.declarations[0]?.initializer : undefined
  if (!call || !ts.isCallExpression(call) || call.expression.getText() !== callee) return fail(statement.getText().slice(0, 60))
  return call.arguments
}

function literal(node: ts.Expression | undefined): string {
  return node && ts.isStringLiteral(node) ? node.text : fail('a text that is none')
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

function proveBits([text, ...more]: readonly ts.Expression[], { id, size, word, order, label, fields, fixed = {}, reserved = [] }: Layout): void {
  const at = (slices: readonly (readonly [number, number, number, string?])[]): number[][] => slices.map(([w, hi, lo]) => [w, hi, lo])
  const want = {
    id, size, word, order, label,
    fields: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, { at: at(field.at), as: field.as, zeros: field.zeros, optional: field.optional }])),
    fixed: Object.fromEntries(Object.entries(fixed).map(([name, { at: slices, value }]) => [name, { at: at(slices), value }])),
    reserved: at(reserved),
  }
  const got = { fixed: {}, reserved: [], ...bitsOfText(literal(text))() }
  if (more.length > 0 || !isDeepStrictEqual(plain(got), plain(want)) || Object.keys(got.fields).join() !== Object.keys(fields).join()) fail('bits that are not those of the table')
}

function proveTable([text, made, ...more]: readonly ts.Expression[], { rules: _, ...layout }: Layout): void {
  let got: unknown
  try {
    got = JSON.parse(literal(text))
  } catch {
    return fail('a table that is no JSON')
  }
  if (more.length > 0 || JSON.stringify(got) !== JSON.stringify(layout)) fail('a table that is not that of the record')
  if ((_ === undefined) !== (made === undefined) || (made && made.getText() !== 'rules')) fail('rules that are not those of the record')
}

/** Names come from the files of the codec under their own names; rules from the record's own. */
function proveImport(statement: ts.ImportDeclaration, layout: Layout): void {
  const from = (statement.moduleSpecifier as ts.StringLiteral).text
  const clause = statement.importClause
  if (!clause || clause.isTypeOnly) return
  if (!clause.namedBindings || !ts.isNamedImports(clause.namedBindings)) return fail(statement.getText())
  for (const { name, propertyName } of clause.namedBindings.elements) {
    const theirs = (propertyName ?? name).text
    if (name.text === 'rules') {
      const [, file] = /^\.\.\/\.\.\/spec\/rules\/([\w-]+)\.ts$/.exec(from) ?? fail(statement.getText())
      if (rules[file!]?.[theirs] !== layout.rules) fail(statement.getText())
    } else if (theirs !== name.text || !HOMES[from]?.includes(theirs)) fail(statement.getText())
  }
}

/** What of the codec generated files use. */
const HOMES: Readonly<Record<string, readonly string[]>> = {
  '../../codec/bits.ts': ['bitsOfText'],
  '../../codec/table.ts': ['tableOfText'],
  '../../codec/message.ts': ['onlyKnown'],
  '../../codec/verbs.ts': ['allocator', 'batcher', 'columner', 'columnsEncoder', 'decoder', 'encoder', 'encoderInto', 'inspector', 'recordOf', 'tryDecoder', 'viewer'],
  '../../codec/memory.ts': [
    'bit', 'flag', 'fromHalves', 'high', 'intoHalves', 'low', 'lookForWriting', 'memoryOf', 'modeOf', 'outside', 'readBytes', 'readView', 'scratch',
    'setBig4', 'setLittle4', 'setZero4', 'storeBig', 'storeBig4', 'storeLittle', 'storeLittle4', 'writeBytes', 'writeView',
  ],
}

function fail(what: string): never {
  throw new ProofFailure(`not as it should be: ${what}`)
}
