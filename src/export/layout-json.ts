import type { Layout } from '../spec/vocabulary.ts'
import { formOf } from './form.ts'

/** One record as layouts.json has it: see `layoutsSchema`. */
export function layoutJson(layout: Layout): object {
  const form = formOf(layout)
  const placed = ({ bits, width, words, flat }: (typeof form.reserved)[number]): object => ({ bits, width, words, flat })
  const { id, title, clause, source, size, word, order, place, refines } = layout
  return {
    id, title, clause, source, size, word, order, place, refines,
    fields: form.fields.map((field) => {
      const { as, zeros, doc, unit, codes, masks, optional, clause: own, confidence } = layout.fields[field.name]!
      return { name: field.name, ...placed(field), as, zeros: as === 'page' ? 12 : zeros, doc, unit, codes, masks, optional, clause: own, confidence: confidence ?? 'sure' }
    }),
    fixed: form.fixed.map((fixed) => ({ name: fixed.name, ...placed(fixed), value: Number(fixed.value), doc: fixed.doc, confidence: layout.fixed![fixed.name]!.confidence ?? 'sure' })),
    reserved: form.reserved.map((slice, i) => ({ ...placed(slice), note: layout.reserved![i]![3] })),
  }
}
