import type { Bits } from '../spec/vocabulary.ts'
import { checkBytes, checkLength } from './explain.ts'
import { fromHalves, lookForReading, readBytes, readView } from './memory.ts'
import { maskOf, planOf } from './plan.ts'
import type { Piece, PlannedField } from './plan.ts'
import { rawAt } from './raw.ts'
import { valueOf } from './reference.ts'

/** What every view has beside the getters of its record. */
export interface View {
  /** Offset of the record that the view reads. */
  readonly offset: number
  /**
   * Moves the view to another record of the same bytes.
   * @returns the view itself
   * @throws {CodecError} `truncated` unless a whole record is at `offset`; `type` or `range` unless `offset` is a whole number from 0
   */
  moveTo(offset: number): this
}

/** The base of the views: a place in memory. */
abstract class RecordView implements View {
  offset = 0
  protected readonly layout: Bits
  protected readonly bytes: Uint8Array
  protected readonly memory: DataView

  constructor(layout: Bits, bytes: Uint8Array, offset: number) {
    checkBytes(layout, bytes, offset)
    checkLength(layout, bytes, offset)
    this.layout = layout
    this.bytes = bytes
    this.memory = bytes === readBytes || lookForReading(bytes) ? readView : new DataView(bytes.buffer, bytes.byteOffset)
    this.moveTo(offset)
  }

  moveTo(offset: number): this {
    // Measured: those checks cost more than a getter, and this is called once a record.
    if (typeof offset !== 'number' || offset >>> 0 !== offset || offset > this.bytes.length - this.layout.size) {
      checkBytes(this.layout, this.bytes, offset)
      checkLength(this.layout, this.bytes, offset)
    }
    this.offset = offset
    return this
  }
}

export type ViewClass = new (layout: Bits, bytes: Uint8Array, offset: number) => RecordView

type Getter = (this: { readonly bytes: Uint8Array; readonly memory: DataView; readonly offset: number }) => unknown

/** The view class of a layout, with a getter per field; over whole 32-bit lanes where the record has such. */
export function viewClass(layout: Bits): ViewClass {
  const Class = class extends RecordView {}
  const getters: readonly (readonly [name: string, get: Getter])[] = layout.size % 4 === 0
    ? planOf(layout).fields.map((field) => [field.name, getter(field, layout.order === 'little')])
    : Object.entries(layout.fields).map(([name, field]) => [name, function () { return valueOf(field, rawAt(layout, this.bytes, this.offset, field.at)) }])
  for (const [name, get] of getters) Object.defineProperty(Class.prototype, name, { enumerable: true, get })
  return Class
}

/** A field of one piece, or of a piece in each half, has a getter without a loop: measured, as fast as written out. */
function getter({ field: { as }, pieces }: PlannedField, little: boolean): Getter {
  const [first, second] = pieces as readonly [Piece, Piece?]
  const { lane, lo, to, width } = first
  const at = 4 * lane
  if (as === 'flag') return function () { return ((this.memory.getInt32(this.offset + at, little) >>> lo) & 1) !== 0 }
  if (as === 'uint' && second === undefined) {
    const mask = maskOf(width)
    if (width === 32) return function () { return this.memory.getUint32(this.offset + at, little) }
    return function () { return (this.memory.getInt32(this.offset + at, little) >>> lo) & mask }
  }
  if (pieces.length === 2 && second && to < 32 && second.to === 32 && lo === to && second.lo === 0) {
    const highAt = 4 * second.lane
    const lowMask = maskOf(width) << lo
    const highMask = maskOf(second.width)
    return function () { return fromHalves(this.memory.getInt32(this.offset + at, little) & lowMask, this.memory.getInt32(this.offset + highAt, little) & highMask) }
  }
  return function () {
    let low = 0
    let high = 0
    for (const piece of pieces) {
      const bits = (this.memory.getInt32(this.offset + 4 * piece.lane, little) >>> piece.lo) & maskOf(piece.width)
      if (piece.to < 32) low |= bits << piece.to
      else high |= bits << (piece.to - 32)
    }
    return as === 'uint' ? low >>> 0 : fromHalves(low, high)
  }
}
