/**
 * The tools of the hand-written contender: the best techniques known, for a little-endian host.
 *
 * Words of 32 bits through a DataView that is kept while the buffer stays the same; a fresh array of one record is
 * written by bytes, as a DataView of its own would cost more than the whole record; a bigint through its two halves;
 * flags without branches, which a processor cannot foresee.
 */
const LARGE = 256

export let readBytes
export let readView
export let writeBytes
export let writeView

function place(bytes, offset, size) {
  if (!(bytes instanceof Uint8Array)) throw new TypeError('not a Uint8Array')
  if (offset >>> 0 !== offset || offset > bytes.length - size) throw new RangeError('no room for a record there')
}

/** Checks the place, and makes `readView` a view of the bytes. */
export function lookAt(bytes, offset, size) {
  place(bytes, offset, size)
  if (bytes === readBytes) return
  readView = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  readBytes = bytes
}

/** Checks the place; whether `writeView` is a view of the bytes, or they are few enough to be written one by one. */
export function opens(bytes, offset, size) {
  place(bytes, offset, size)
  if (bytes === writeBytes) return true
  if (bytes.length < LARGE) return false
  writeView = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  writeBytes = bytes
  return true
}

export function store(bytes, at, word) {
  bytes[at] = word
  bytes[at + 1] = word >>> 8
  bytes[at + 2] = word >>> 16
  bytes[at + 3] = word >>> 24
}

export function storeBig(bytes, at, word) {
  bytes[at] = word >>> 24
  bytes[at + 1] = word >>> 16
  bytes[at + 2] = word >>> 8
  bytes[at + 3] = word
}

const u64 = new BigUint64Array(1)
const u32 = new Uint32Array(u64.buffer)

export function bigint(low, high) {
  u32[0] = low
  u32[1] = high
  return u64[0]
}

/** Leaves the halves of a number of 64 bits to `low` and `high`. */
export function halve(value) {
  if (typeof value !== 'bigint' || value < 0n || value > 0xffff_ffff_ffff_ffffn) refuse()
  u64[0] = value
}

export const low = () => u32[0]
export const high = () => u32[1]

export const FLAG = [false, true]

/** 1, 0, or -1 of anything but a boolean. */
export function bit(flag) {
  return 2 * Number(flag === true) + Number(flag === false) - 1
}

export function uint(value, mask) {
  if (typeof value !== 'number' || (value & mask) !== value) refuse()
  return value
}


export function refuse() {
  throw new RangeError('a value of the message')
}

export function bad() {
  throw new RangeError('fixed or reserved bits')
}
