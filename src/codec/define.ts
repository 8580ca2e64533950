import type { Layout } from '../spec/vocabulary.ts'
import { checkLayout } from './lint.ts'
import type { ColumnsOf, InitOf, MessageOf } from './message.ts'
import type { Read } from './read-write.ts'
import type { RecordCodec } from './record.ts'
import { readerOf, writerOf } from './reference.ts'
import { recordOf } from './verbs.ts'

/** The verbs of the reference codec, for a layout without generated code. */
export function referenceRecord<M, I extends object, C, L extends Layout = Layout>(layout: L): RecordCodec<M, I, C, L> {
  return recordOf<M, I, C, L>(layout.id, layout.size, () => layout, readerOf(layout) as Read<M>, writerOf(layout))
}

/**
 * Makes a record of a layout of your own: the same verbs, from the reference codec, typed by the layout.
 * @param siblings layouts that can stand in the same place, and must not fit the same bytes
 * @throws {LayoutError} unless the layout claims every bit exactly once; it says which bit and why
 */
export function defineRecord<const L extends Layout>(layout: L, siblings: readonly Layout[] = []): RecordCodec<MessageOf<L>, InitOf<L>, ColumnsOf<L>, L> {
  checkLayout(layout, siblings)
  return referenceRecord<MessageOf<L>, InitOf<L>, ColumnsOf<L>, L>(layout)
}
