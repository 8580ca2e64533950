import { isBytes, lengthOf } from './arguments.ts'

/**
 * Loads and stores for the generated codecs.
 *
 * Measured (`npm run bench`): a DataView made per call costs more than a whole decode, and touching `.buffer` of a
 * small array moves it off the heap. So the view of the last large buffer is kept, one for reads and one for writes;
 * a stand-alone record is read from a copy and written by bytes. A large buffer is treated so as well when it is first
 * met, because its view pays from the second record on: buffers in turns would make one for each record.
 */

/** Below this many bytes an array is taken for a stand-alone record. No generated record is larger. */
export const LARGE = 256

export let readBytes: Uint8Array | undefined
export let readView: DataView
export let writeBytes: Uint8Array | undefined
export let writeView: DataView
/** The arrays that were last read and written by bytes. */
let readLast: Uint8Array | undefined
let writeLast: Uint8Array | undefined

// The views are made without a length: they reach to the end of the buffer and follow it if it is resized;
// every access is checked against the length of the array first.

/** Makes `readView` a view of `bytes`, where that pays. */
export function lookForReading(bytes: Uint8Array): boolean {
  if (lengthOf(bytes) < LARGE) return false
  if (bytes !== readLast) {
    readLast = bytes
    return false
  }
  readView = new DataView(bytes.buffer, bytes.byteOffset)
  readBytes = bytes
  return true
}

/** Makes `writeView` a view of `bytes`, where that pays. */
export function lookForWriting(bytes: Uint8Array): boolean {
  if (lengthOf(bytes) < LARGE) return false
  if (bytes !== writeLast) {
    writeLast = bytes
    return false
  }
  writeView = new DataView(bytes.buffer, bytes.byteOffset)
  writeBytes = bytes
  return true
}

/** Holds the copy of a stand-alone record: as large as such a record can be. */
export const scratch = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer(LARGE))

/** Whether no record of `size` bytes can lie at `offset`. */
export function outside(bytes: Uint8Array, offset: number, size: number): boolean {
  return !isBytes(bytes) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > lengthOf(bytes) - size
}

/** 0 where reserved bits are refused, 1 where they are read over, -1 where the options are none. */
export function modeOf(options: { readonly reserved?: unknown }): -1 | 0 | 1 {
  if (typeof options !== 'object' || options === null) return -1
  for (const name in options) if (name !== 'reserved') return -1
  const { reserved } = options
  return reserved === undefined || reserved === 'reject' ? 0 : reserved === 'ignore' ? 1 : -1
}

/** What the record at `offset` is read from: `scratch`, where it is then at 0, or a view of all `bytes`. */
export function memoryOf(bytes: Uint8Array, offset: number, size: number): DataView {
  if (lookForReading(bytes)) return readView
  for (let i = 0; i < size; i += 4) scratch.setInt32(i, loadLittle(bytes, offset + i), true)
  return scratch
}

export function loadLittle(b: Uint8Array, i: number): number {
  return b[i]! | (b[i + 1]! << 8) | (b[i + 2]! << 16) | (b[i + 3]! << 24)
}

export function loadBig(b: Uint8Array, i: number): number {
  return b[i + 3]! | (b[i + 2]! << 8) | (b[i + 1]! << 16) | (b[i]! << 24)
}

export function storeLittle(b: Uint8Array, i: number, w: number): void {
  b[i] = w
  b[i + 1] = w >>> 8
  b[i + 2] = w >>> 16
  b[i + 3] = w >>> 24
}

export function storeBig(b: Uint8Array, i: number, w: number): void {
  b[i] = w >>> 24
  b[i + 1] = w >>> 16
  b[i + 2] = w >>> 8
  b[i + 3] = w
}

// Measured: four words in a call make the writers so short that V8 inlines them, which a call for each does not.

export function setLittle4(view: DataView, i: number, a: number, b: number, c: number, d: number): void {
  view.setInt32(i, a, true)
  view.setInt32(i + 4, b, true)
  view.setInt32(i + 8, c, true)
  view.setInt32(i + 12, d, true)
}

export function setBig4(view: DataView, i: number, a: number, b: number, c: number, d: number): void {
  view.setInt32(i, a, false)
  view.setInt32(i + 4, b, false)
  view.setInt32(i + 8, c, false)
  view.setInt32(i + 12, d, false)
}

/** Four words that are 0, in half as many stores. */
export function setZero4(view: DataView, i: number): void {
  view.setFloat64(i, 0)
  view.setFloat64(i + 8, 0)
}

export function storeLittle4(bytes: Uint8Array, i: number, a: number, b: number, c: number, d: number): void {
  bytes[i] = a
  bytes[i + 1] = a >>> 8
  bytes[i + 2] = a >>> 16
  bytes[i + 3] = a >>> 24
  bytes[i + 4] = b
  bytes[i + 5] = b >>> 8
  bytes[i + 6] = b >>> 16
  bytes[i + 7] = b >>> 24
  bytes[i + 8] = c
  bytes[i + 9] = c >>> 8
  bytes[i + 10] = c >>> 16
  bytes[i + 11] = c >>> 24
  bytes[i + 12] = d
  bytes[i + 13] = d >>> 8
  bytes[i + 14] = d >>> 16
  bytes[i + 15] = d >>> 24
}

export function storeBig4(bytes: Uint8Array, i: number, a: number, b: number, c: number, d: number): void {
  bytes[i] = a >>> 24
  bytes[i + 1] = a >>> 16
  bytes[i + 2] = a >>> 8
  bytes[i + 3] = a
  bytes[i + 4] = b >>> 24
  bytes[i + 5] = b >>> 16
  bytes[i + 6] = b >>> 8
  bytes[i + 7] = b
  bytes[i + 8] = c >>> 24
  bytes[i + 9] = c >>> 16
  bytes[i + 10] = c >>> 8
  bytes[i + 11] = c
  bytes[i + 12] = d >>> 24
  bytes[i + 13] = d >>> 16
  bytes[i + 14] = d >>> 8
  bytes[i + 15] = d
}

const u64 = /* @__PURE__ */ new BigUint64Array(1)
const u32 = /* @__PURE__ */ new Uint32Array(u64.buffer)
const HIGH = /* @__PURE__ */ new Uint8Array(/* @__PURE__ */ new Uint32Array([1]).buffer)[0]! as 0 | 1
const LOW = /* @__PURE__ */ (1 - HIGH) as 0 | 1

/** A bigint of two 32-bit halves: through a scratch pair, which is measured to be three times as fast as shift and or. */
export function fromHalves(low: number, high: number): bigint {
  u32[LOW] = low
  u32[HIGH] = high
  return u64[0]!
}

/** Puts the halves of `value` where `low` and `high` find them; `false` unless it is a bigint from 0 of at most 64 bits. */
export function intoHalves(value: bigint): boolean {
  // Measured: two comparisons cost less than reading the number back.
  if (typeof value !== 'bigint' || value < 0n || value > 0xffff_ffff_ffff_ffffn) return false
  u64[0] = value
  return true
}

export function low(): number {
  return u32[LOW]!
}

export function high(): number {
  return u32[HIGH]!
}

const FLAGS: readonly boolean[] = [false, true]

/** A flag of a bit. From a table: measured, a comparison becomes a branch, and a processor guesses every other flag wrong. */
export function flag(bit: number): boolean {
  return FLAGS[bit]!
}

/** A bit of a flag; -1 of anything else. Measured: sums of comparisons take no branch either. */
export function bit(flag: boolean): number {
  return 2 * Number(flag === true) + Number(flag === false) - 1
}
