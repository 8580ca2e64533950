import type { Bits } from '../spec/vocabulary.ts'
import { lookForReading, readBytes, readView } from './memory.ts'
import { checkBytes, checkLength, join, readWords, valueOf } from './reference.ts'

/** What every view has beside the getters of its record. */
export interface View {
  /** Where in the bytes the view stands. */
  readonly offset: number
  /**
   * Puts the view on another record of the same bytes.
   * @returns the view itself
   * @throws {CodecError} `truncated` unless a whole record lies at `offset`; `type` or `range` for anything but a whole number from 0
   */
  moveTo(offset: number): this
}

/** The base of the generated views: a place in memory. */
export abstract class RecordView implements View {
  offset = 0
  protected readonly layout: Bits
  protected readonly bytes: Uint8Array
  protected readonly memory: DataView

  constructor(layout: Bits, bytes: Uint8Array, offset: number) {
    checkBytes(layout, bytes, offset)
    this.layout = layout
    this.bytes = bytes
    this.memory = bytes === readBytes || lookForReading(bytes) ? readView : new DataView(bytes.buffer, bytes.byteOffset)
    this.moveTo(offset)
  }

  moveTo(offset: number): this {
    // Measured: the checks of the reference cost more than a getter, and this is called once a record.
    if (typeof offset !== 'number' || offset >>> 0 !== offset || offset > this.bytes.length - this.layout.bytes) {
      checkBytes(this.layout, this.bytes, offset)
      checkLength(this.layout, this.bytes, offset)
    }
    this.offset = offset
    return this
  }
}

export type ViewClass = new (layout: Bits, bytes: Uint8Array, offset: number) => RecordView

/** A view class for a layout without generated code. */
export function viewClass(layout: Bits): ViewClass {
  const ReferenceView = class extends RecordView {}
  for (const [name, field] of Object.entries(layout.fields)) {
    Object.defineProperty(ReferenceView.prototype, name, {
      enumerable: true,
      get(this: { bytes: Uint8Array; offset: number }) {
        return valueOf(field, join(readWords(layout, this.bytes, this.offset), field.at))
      },
    })
  }
  return ReferenceView
}
