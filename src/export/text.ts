import type { FormField } from './form.ts'

/** A number as a hexadecimal constant. */
export function hex(value: bigint | number): string {
  return `0x${value.toString(16)}`
}

/** The text of a field for a comment: its bits, its unit, and how well it is supported. It closes no comment of any language. */
export function commentOf({ bits, doc, unit, confidence }: Pick<FormField, 'bits' | 'doc' | 'unit' | 'confidence'>): string {
  const more = [unit === undefined ? '' : ` (${unit})`, confidence === 'sure' ? '' : ` {${confidence}}`].join('')
  return plain(`${bits}: ${doc}${more}`)
}

/** Text that stands in a comment of any language. */
export function plain(text: string): string {
  return text.replaceAll('*/', '* /').replaceAll('/*', '/ *').replaceAll('\\', '/').replaceAll('"', '\'').replaceAll('\n', ' ')
}
