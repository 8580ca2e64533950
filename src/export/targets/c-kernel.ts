import { formOf } from '../form.ts'
import type { WordPiece } from '../form.ts'
import { checkNames } from '../names.ts'
import { headOf, namesOf } from '../options.ts'
import type { ExportedRecord, ExportOptions, Files } from '../options.ts'
import { hex, plain } from '../text.ts'
import { codesOf, macro, masksOf } from './c-names.ts'

/** A C header in the style of the Linux kernel: masks by `GENMASK` and `BIT`, and constants; for `FIELD_GET` and `FIELD_PREP`. */
export function exportCKernel(records: readonly ExportedRecord[], options: ExportOptions = {}): Files {
  const names = namesOf(options)
  const guard = `_${names.file.toUpperCase()}_MASKS_H`
  const head = headOf(records, 'Masks are of words in the byte order of the host: turn each word with le64_to_cpu(), get_unaligned_be32() or the like.')
  const lines: string[] = []
  for (const { layout } of records) {
    const form = formOf(layout)
    const wide = form.word === 8 ? '_ULL' : ''
    const mask = ({ lo, width }: WordPiece): string => (width === 1 ? `BIT${wide}(${lo})` : `GENMASK${wide}(${lo + width - 1}, ${lo})`)
    const unit = form.word === 1 ? 'bytes' : `${form.order}-endian words of ${form.word * 8} bits`
    lines.push('', `/* ${plain(`${form.id}: ${layout.title}. ${layout.clause}. ${form.size} bytes in ${unit}.`)} */`)
    for (const one of [...form.fields, ...form.fixed]) {
      for (const { name, piece } of masksOf(form, names.record, one)) {
        const part = one.words.length > 1 ? ` /* value bits ${piece.to + piece.width - 1}:${piece.to} */` : ''
        lines.push(`#define ${name} ${mask(piece)}${part}`)
      }
    }
    for (const { name, value } of form.fixed) lines.push(`#define ${macro(form, names.record, name)} ${hex(value)}`)
    for (const { name, value } of form.fields.flatMap((field) => codesOf(form, names.record, field))) lines.push(`#define ${name} ${hex(value)}`)
  }
  checkNames('c-kernel', lines.flatMap((line) => /^#define (\w+)/.exec(line)?.[1] ?? []))
  const [license, ...rest] = head
  const text = [
    `/* ${license} */`,
    `/*\n${rest.map((line) => ` * ${line}`).join('\n')}\n */`,
    `#ifndef ${guard}\n#define ${guard}\n\n#include <linux/bits.h>`,
    ...lines,
    `\n#endif\n`,
  ].join('\n')
  return new Map([[`${names.file}_masks.h`, text]])
}
