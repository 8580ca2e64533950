import type { Field, Layout } from '../../spec/vocabulary.ts'
import { diagram } from '../diagram.ts'
import { bitsOf, zerosOf } from '../message.ts'
import type { Plan } from '../plan.ts'
import { arrayOf } from '../columns/arrays.ts'

/** `linux.iommu-page-response-v5.3` as `LinuxIommuPageResponseV5_3`. */
export function typeName(id: string): string {
  return `${id.split('.')[0]}-${memberName(id)}`.replace(/(?:^|-)(\w)/g, (_, c: string) => c.toUpperCase())
}

/** `linux.iommu-page-response-v5.3` as `iommuPageResponseV5_3`. */
export function memberName(id: string): string {
  return id.slice(id.indexOf('.') + 1).replaceAll('.', '_').replace(/-(\w)/g, (_, c: string) => c.toUpperCase())
}

/** The TypeScript type of a field's value. An editor offers the named values; any other number is as good. */
function typeOf({ as, codes }: Field): string {
  if (as === 'flag') return 'boolean'
  if (as !== 'uint') return 'bigint'
  return codes ? `${[...new Set(Object.values(codes))].join(' | ')} | (number & {})` : 'number'
}

/** Meaning, unit, range, bits and clause: what an editor shows for a field. */
function fieldDoc(layout: Layout, field: Field, width: number): string {
  const multiple = `a multiple of ${2n ** BigInt(zerosOf(field))}n`
  const range = {
    flag: '',
    uint: `0 to 0x${(2 ** width - 1).toString(16)}`,
    bigint: `0n to 2n ** ${width}n - 1n`,
    address: multiple,
    page: multiple,
  }[field.as]
  const named = Object.entries({ ...field.codes, ...field.masks }).map(([name, value]) => `0x${value.toString(16)} ${name}`)
  const facts = [field.unit, range, field.optional && 'optional on encode, 0 by default', field.confidence].filter(Boolean).join('; ')
  return [
    `   * ${field.doc}.`,
    ...(named.length > 0 ? [`   * Values: ${named.join(', ')}.`] : []),
    `   * Bits: \`${bitsOf(layout, field.at)}\`${facts === '' ? '' : `; ${facts}`}. ${field.clause ?? layout.clause}.`,
  ].join('\n')
}

export function recordDoc(layout: Layout): string {
  const lines = [
    `${layout.title}, \`${layout.id}\`: ${layout.size} bytes. ${layout.clause}.`,
    '',
    '```text',
    ...diagram(layout).split('\n'),
    '```',
    `Sources: ${layout.source}.`,
  ]
  return ['/**', ...lines.map((line) => ` * ${line}`.trimEnd()), ' */'].join('\n')
}

export function emitTypes(layout: Layout, plan: Plan): string {
  const type = typeName(layout.id)
  const optional = plan.fields.filter(({ field }) => field.optional).map(({ name }) => `'${name}'`).join(' | ')
  return `/** The message of \`${layout.id}\`: ${layout.title}. ${layout.clause}. */
export type ${type} = {
${plan.fields.map(({ name, width }) => `  /**\n${fieldDoc(layout, layout.fields[name]!, width)}\n   */\n  ${name}: ${typeOf(layout.fields[name]!)}`).join('\n')}
}

/** What \`encode\` takes${optional === '' ? '' : ': optional fields may be left out'}. */
export type ${type}Init = ${optional === '' ? type : `Omit<${type}, ${optional}> & Partial<Pick<${type}, ${optional}>>`}

/** One typed array per field. */
export type ${type}Columns = {
${plan.fields.map((field) => `  ${field.name}: ${arrayOf(field.field).name}`).join('\n')}
}
`
}
