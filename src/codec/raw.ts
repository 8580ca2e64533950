import type { Bits } from '../spec/vocabulary.ts'
import { fromHalves } from './memory.ts'

/** The bits of slices, byte by byte and in numbers: for what is asked of every record, where bigints would cost too much. */

type Slices = readonly (readonly [word: number, hi: number, lo: number, note?: string])[]

/** The low and the high 32 bits that were last taken. */
export let low = 0
export let high = 0

/** Takes the bits of at most 64 that stand at `at`, the first slice most significant; bytes past the end count as 0. */
export function take({ word: size, order }: Pick<Bits, 'word' | 'order'>, bytes: Uint8Array, offset: number, at: Slices): void {
  low = 0
  high = 0
  for (const [word, hi, lo] of at) {
    const start = offset + word * size
    for (let byte = hi >> 3; byte >= lo >> 3; byte--) {
      const bottom = byte === lo >> 3 ? lo & 7 : 0
      const width = (byte === hi >> 3 ? hi & 7 : 7) - bottom + 1
      const part = (bytes[start + (order === 'little' ? byte : size - 1 - byte)]! >>> bottom) & ((1 << width) - 1)
      high = (high << width) | (low >>> (32 - width))
      low = (low << width) | part
    }
  }
}

/** What was taken, as an unsigned number. */
export function taken(): bigint {
  return high === 0 ? BigInt(low >>> 0) : fromHalves(low, high)
}

/** The bits that stand at `at`, as an unsigned number. */
export function rawAt(layout: Pick<Bits, 'word' | 'order'>, bytes: Uint8Array, offset: number, at: Slices): bigint {
  take(layout, bytes, offset, at)
  return taken()
}

/** Whether a fixed value or a reserved bit is not as it must be. */
export function isWrong(layout: Bits, bytes: Uint8Array, offset: number, ignoreReserved: boolean): boolean {
  const { fixed, reserved } = layout
  for (const name in fixed) {
    const { at, value } = fixed[name]!
    take(layout, bytes, offset, at)
    if (low >>> 0 !== value) return true
  }
  if (ignoreReserved || !reserved) return false
  for (const slice of reserved) {
    take(layout, bytes, offset, [slice])
    if ((low | high) !== 0) return true
  }
  return false
}
