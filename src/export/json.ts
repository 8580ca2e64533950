import { layoutJson } from './layout-json.ts'
import { provenance } from './options.ts'
import type { ExportedRecord, ExportOptions, Files } from './options.ts'

/** The tables as JSON, with each bit in the words of its source and in the record as one integer. */
export function exportJson(records: readonly ExportedRecord[], _options: ExportOptions = {}): Files {
  const document = { format: 'pci-ats-pri layouts', version: 1, ...provenance(records), records: records.map(({ layout }) => layoutJson(layout)) }
  return new Map([['layouts.json', `${JSON.stringify(document, undefined, 1)}\n`], ['layouts.schema.json', `${JSON.stringify(layoutsSchema, undefined, 1)}\n`]])
}

const text = { type: 'string' }
const count = { type: 'integer', minimum: 0 }
const positive = { type: 'integer', minimum: 1 }
const confidence = { enum: ['sure', 'one source', 'confirm'] }
const numbers = { type: 'object', additionalProperties: count }

function object(properties: Record<string, object>, optional: readonly string[] = []): object {
  return { type: 'object', properties, required: Object.keys(properties).filter((name) => !optional.includes(name)), additionalProperties: false }
}

function list(items: object, minItems = 0): object {
  return { type: 'array', items, minItems }
}

const placed = {
  bits: { ...text, description: 'as the source numbers them' },
  width: { ...positive, description: 'number of bits in the record' },
  words: { ...list(object({ word: count, lo: count, width: positive, to: count }), 1), description: '`width` bits from bit `lo` of word `word` are the bits of the raw value from bit `to`; least significant first' },
  flat: { ...list(object({ lo: count, width: positive, to: count }), 1), description: 'the same, with `lo` in the whole record read as one integer in its byte order' },
}

/** The JSON schema of layouts.json. */
export const layoutsSchema: object = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'pci-ats-pri layouts',
  ...object({
    format: { const: 'pci-ats-pri layouts' },
    version: { const: 1 },
    package: text,
    tables: { ...text, pattern: '^[0-9a-f]{64}$' },
    records: list(object({
      id: text, title: text, clause: text, source: text,
      size: { ...positive, description: 'in bytes' },
      word: { enum: [1, 2, 4, 8], description: 'bytes of a word' },
      order: { enum: ['little', 'big'], description: 'of the bytes in a word' },
      place: { ...text, description: 'where records are told apart by their fixed values' },
      refines: { ...text, description: 'id of the record that this one is a special case of' },
      fields: list(object({
        name: text, ...placed,
        as: { enum: ['flag', 'uint', 'bigint', 'address', 'page'] },
        zeros: { ...positive, description: 'of an address: how many low bits of the value are 0 and not in the record' },
        doc: text, unit: text, codes: numbers, masks: numbers, optional: { const: true }, clause: text, confidence,
      }, ['zeros', 'unit', 'codes', 'masks', 'optional', 'clause'])),
      fixed: list(object({ name: text, ...placed, value: count, doc: text, confidence })),
      reserved: list(object({ ...placed, note: text }, ['note'])),
    }, ['place', 'refines'])),
  }),
}
