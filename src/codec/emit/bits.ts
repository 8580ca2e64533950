import type { Layout, ReservedSlice } from '../../spec/vocabulary.ts'

/**
 * The bits of the layout as source, for the reference codec to explain with where the generated one declines.
 * The prose of the table stays out of it, so that a bundle which only decodes need not carry it.
 */
export function emitBits(layout: Layout): string {
  const { id, bytes, word, order, label, fields, fixed = {}, reserved = [] } = layout
  const at = (slices: readonly ReservedSlice[]): string => JSON.stringify(slices.map(([w, hi, lo]) => [w, hi, lo])).replaceAll(',', ', ')
  const lines = (entries: string[]): string => entries.map((entry) => `      ${entry},\n`).join('')
  return `let table: Bits | undefined

/** The bits of the record, for the reference codec; made when they are first asked for. */
function bits(): Bits {
  return (table ??= {
    id: '${id}', bytes: ${bytes}, word: ${word}, order: '${order}', label: '${label}',
    fields: {
${lines(Object.entries(fields).map(([name, field]) => `${name}: { at: ${at(field.at)}, as: '${field.as}'${field.optional ? ', optional: true' : ''} }`))}    },
    fixed: {
${lines(Object.entries(fixed).map(([name, { at: slices, value }]) => `${name}: { at: ${at(slices)}, value: ${value} }`))}    },
    reserved: ${at(reserved)},
  })
}
`
}
