/**
 * Loads and stores for the generated codecs.
 *
 * Measured (`npm run bench`): a DataView made per call costs more than a whole decode, and touching `.buffer` of a
 * small array moves it off the heap. So the view of the last large buffer is kept, one for reads and one for writes,
 * and stand-alone records are read and written by bytes.
 */

/** Below this many bytes an array is taken for a stand-alone record. */
const LARGE = 256

export let readBytes: Uint8Array | undefined
export let readView: DataView
export let writeBytes: Uint8Array | undefined
export let writeView: DataView

// The views are made without a length: they reach to the end of the buffer and follow it if it is resized;
// every access is checked against the length of the array first.

/** Makes `readView` a view of `bytes`, where that pays. */
export function lookForReading(bytes: Uint8Array): boolean {
  if (bytes.length < LARGE) return false
  readView = new DataView(bytes.buffer, bytes.byteOffset)
  readBytes = bytes
  return true
}

/** Makes `writeView` a view of `bytes`, where that pays. */
export function lookForWriting(bytes: Uint8Array): boolean {
  if (bytes.length < LARGE) return false
  writeView = new DataView(bytes.buffer, bytes.byteOffset)
  writeBytes = bytes
  return true
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

const u64 = /* @__PURE__ */ new BigUint64Array(1)
const u32 = /* @__PURE__ */ new Uint32Array(u64.buffer)
export const HIGH = /* @__PURE__ */ new Uint8Array(/* @__PURE__ */ new Uint32Array([1]).buffer)[0]! as 0 | 1
export const LOW = /* @__PURE__ */ (1 - HIGH) as 0 | 1

/** A bigint of two 32-bit halves: through a scratch pair, which is measured to be three times as fast as shift and or. */
export function fromHalves(low: number, high: number): bigint {
  u32[LOW] = low
  u32[HIGH] = high
  return u64[0]!
}

/** Puts the halves of `value` where `low` and `high` find them; `false` unless it is a bigint of at most 64 bits. */
export function intoHalves(value: bigint): boolean {
  if (typeof value !== 'bigint') return false
  u64[0] = value
  return u64[0] === value
}

export function low(): number {
  return u32[LOW]!
}

export function high(): number {
  return u32[HIGH]!
}
