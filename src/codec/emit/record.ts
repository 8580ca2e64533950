import type { Layout } from '../../spec/vocabulary.ts'
import { textOfBits } from '../bits.ts'
import { LARGE } from '../memory.ts'
import { isWide } from '../message.ts'
import { planOf } from '../plan.ts'
import { emitRead } from './read.ts'
import { emitTypes, typeName } from './types.ts'
import { emitWrite, zeroFour } from './write.ts'

/** Where a table and its rules stand: the names of their constants, in files below `src/spec`. */
export interface TableName {
  readonly file: string
  readonly constant: string
  readonly rules?: { readonly file: string; readonly constant: string }
}

/** The generated file of a record. */
export function emitRecord(layout: Layout, table: TableName): string {
  if (layout.size > LARGE || layout.size % 4 !== 0) throw new RangeError(`${layout.id}: only records of whole 32-bit lanes and at most ${LARGE} bytes are generated`)
  const plan = planOf(layout)
  const type = typeName(layout.id)
  const wide = plan.fields.some(({ field }) => isWide(field))
  const optional = plan.fields.some(({ field }) => field.optional)
  const flags = plan.fields.some(({ field }) => field.as === 'flag')
  const zeros = Array.from({ length: plan.lanes }, (_, n) => n).some((n) => n % 4 === 0 && zeroFour(plan, n))
  const order = layout.order === 'little' ? 'Little' : 'Big'
  const memory = [
    ...(flags ? ['bit', 'flag'] : []),
    ...(wide ? ['fromHalves', 'high', 'intoHalves', 'low'] : []),
    'lookForWriting',
    'memoryOf',
    'modeOf',
    'outside',
    'readBytes',
    'readView',
    'scratch',
    ...(plan.lanes >= 4 ? [`set${order}4`] : []),
    ...(zeros ? ['setZero4'] : []),
    ...(plan.lanes % 4 !== 0 ? [`store${order}`] : []),
    ...(plan.lanes >= 4 ? [`store${order}4`] : []),
    'writeBytes',
    'writeView',
  ]
  return `// Generated from src/spec/${table.file}.ts by \`npm run generate\`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { ${memory.join(', ')} } from '../../codec/memory.ts'
${optional ? "import { onlyKnown } from '../../codec/message.ts'\n" : ''}import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
${table.rules ? `import { ${table.rules.constant} as rules } from '../../spec/${table.rules.file}.ts'\n` : ''}import type { ${table.constant} as Table } from '../../spec/${table.file}.ts'

${emitTypes(layout, plan)}
const bits = /* @__PURE__ */ bitsOfText(${quoted(textOfBits(layout))})
const table = /* @__PURE__ */ tableOfText<typeof Table>(${quoted(textOf(layout))}${table.rules ? ', rules' : ''})

${emitRead(layout, plan, type)}
${emitWrite(layout, plan, `${type}Init`)}
export const id = '${layout.id}'
export const size = ${layout.size}
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<${type}>(bits)
export const columns = /* @__PURE__ */ columner<${type}Columns>(bits, read)
export const batches = /* @__PURE__ */ batcher<${type}Columns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<${type}Columns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<${type}Init, ${type}Columns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<${type}, ${type}Init, ${type}Columns, typeof Table>(id, size, table, read, write)
`
}

/** The table without its rules, as JSON. @throws {TypeError} for a table that JSON cannot say */
function textOf({ rules: _, ...layout }: Layout): string {
  const text = JSON.stringify(layout)
  const unsaid = (value: unknown): boolean =>
    typeof value === 'object' && value !== null ? Object.values(value).some(unsaid) : !['string', 'number', 'boolean', 'undefined'].includes(typeof value)
  if (unsaid(layout)) throw new TypeError(`${layout.id}: the table holds more than text, numbers and flags`)
  return text
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}
