import type { Bits, Slice } from '../spec/vocabulary.ts'
import { checkOptions, isBytes, lengthOf, optionOf } from './arguments.ts'
import { CodecError } from './errors.ts'
import type { ErrorCode, Fault } from './errors.ts'
import { bitsOf, widthOf, zerosOf } from './message.ts'
import type { AnyMessage, Value } from './message.ts'
import { isWrong } from './raw.ts'
import { didYouMean } from './suggest.ts'

/** How `decode` and `tryDecode` treat reserved bits that are set. */
export interface DecodeOptions {
  /**
   * `reject` (the default): a reserved bit that is set is an error, so that every accepted record encodes to the same bytes.
   * `ignore`: reserved bits are ignored, as PCIe asks of receivers. Use it for dumps from elsewhere.
   */
  readonly reserved?: 'reject' | 'ignore'
}

type BitsField = Bits['fields'][string]

/** What `tryDecode` returns instead of throwing. The error is made when you first read it, and has no stack. */
export type Result<M> = { readonly ok: true; readonly message: M } | { readonly ok: false; readonly error: CodecError }

/**
 * The reference codec: it walks the table in the plainest possible code, and makes every error.
 * The generated codecs are proved equal to it, and decline to it whatever they do not accept.
 */

/** @throws {CodecError} `type` unless `bytes` is a Uint8Array, `range` unless `offset` is a whole number from 0 */
export function checkBytes(layout: Bits, bytes: unknown, offset: unknown, name = 'bytes'): asserts bytes is Uint8Array {
  if (!isBytes(bytes)) fail(layout, 'type', name, 'a Uint8Array', bytes)
  if (typeof offset !== 'number') fail(layout, 'type', 'offset', 'a number of bytes', offset)
  if (!Number.isSafeInteger(offset) || offset < 0) fail(layout, 'range', 'offset', 'a whole number, 0 or more', offset)
}

/** @throws {CodecError} `truncated` unless a whole record is at `offset` */
export function checkLength(layout: Bits, bytes: Uint8Array, offset: number, name = 'bytes'): void {
  const length = lengthOf(bytes) - offset
  if (length < layout.size) throw new CodecError(tooShort(layout, offset, length, name))
}

function tooShort({ id, size }: Bits, offset: number, length: number, field = 'bytes'): Fault {
  return { code: 'truncated', record: id, field, expected: `${size} bytes at offset ${offset}`, actual: Math.max(0, length) }
}

/** The words of the record at `offset`; bytes past the end of `bytes` count as 0. */
export function readWords(layout: Bits, bytes: Uint8Array, offset: number): bigint[] {
  const words: bigint[] = []
  for (let at = 0; at < layout.size; at += layout.word) {
    let word = 0n
    for (let i = 0; i < layout.word; i++) {
      const next = layout.order === 'big' ? at + i : at + layout.word - 1 - i
      word = (word << 8n) | BigInt(bytes[offset + next] ?? 0)
    }
    words.push(word)
  }
  return words
}

/** The bits of the slices, joined, the first slice most significant. */
export function join(words: readonly bigint[], at: readonly (readonly [number, number, number, string?])[]): bigint {
  let value = 0n
  for (const [word, hi, lo] of at) {
    const width = BigInt(hi - lo + 1)
    value = (value << width) | ((words[word]! >> BigInt(lo)) & ((1n << width) - 1n))
  }
  return value
}

/** Puts `value` into the slices of `words`, which are 0 there. */
function split(words: bigint[], at: readonly Slice[], value: bigint): void {
  for (const [word, hi, lo] of [...at].reverse()) {
    const width = BigInt(hi - lo + 1)
    words[word]! |= (value & ((1n << width) - 1n)) << BigInt(lo)
    value >>= width
  }
}

/** What the raw bits of a field mean as a property of a message. */
export function valueOf(field: BitsField, raw: bigint): Value {
  if (field.as === 'flag') return raw === 1n
  if (field.as === 'uint') return Number(raw)
  return raw << BigInt(zerosOf(field))
}

export function decode(layout: Bits, bytes: Uint8Array, offset = 0, options?: DecodeOptions): AnyMessage {
  checkBytes(layout, bytes, offset)
  checkLength(layout, bytes, offset)
  const ignore = ignoresReserved(layout, options)
  const words = readWords(layout, bytes, offset)

  for (const [name, { at, value }] of Object.entries(layout.fixed ?? {})) {
    const actual = join(words, at)
    if (actual !== BigInt(value)) fail(layout, 'fixed', name, hex(BigInt(value)), hex(actual), at)
  }
  for (const slice of ignore ? [] : (layout.reserved ?? [])) {
    const actual = join(words, [slice])
    if (actual !== 0n) fail(layout, 'reserved', undefined, '0 in reserved bits', hex(actual), [slice])
  }

  const message: AnyMessage = {}
  for (const [name, field] of Object.entries(layout.fields)) message[name] = valueOf(field, join(words, field.at))
  return message
}

/** `decode`, with its error as a result. */
export function tryDecode<M>(layout: Bits, bytes: Uint8Array, offset = 0, options?: DecodeOptions): Result<M> {
  try {
    checkBytes(layout, bytes, offset)
    const ignore = ignoresReserved(layout, options)
    const length = lengthOf(bytes) - offset
    if (length < layout.size) return new Refusal(() => CodecError.of(tooShort(layout, offset, length)))
    if (!isWrong(layout, bytes, offset, ignore)) return { ok: true, message: decode(layout, bytes, offset, options) as M }
    // The bytes may have changed before somebody asks what was wrong with them.
    const copy = new Uint8Array(layout.size)
    for (let i = 0; i < copy.length; i++) copy[i] = bytes[offset + i]!
    return new Refusal(() => refused(layout, copy, ignore))
  } catch (error) {
    if (error instanceof CodecError) return { ok: false, error }
    throw error
  }
}

/**
 * A refused record. Its error is made when it is first asked for: most callers only ask whether there is a message, and
 * to make the error costs more than all else.
 */
class Refusal {
  readonly ok = false
  readonly #make: () => CodecError
  #made: CodecError | undefined

  constructor(make: () => CodecError) {
    this.#make = make
  }

  get error(): CodecError {
    return (this.#made ??= this.#make())
  }
}

/** The error of bytes that `decode` refuses. */
function refused(layout: Bits, bytes: Uint8Array, ignore: boolean): CodecError {
  try {
    decode(layout, bytes, 0, ignore ? { reserved: 'ignore' } : undefined)
  } catch (error) {
    return error as CodecError
  }
  throw new Error(`${layout.id}: the bytes are right`)
}

/** Writes the whole record, or throws before the first byte. Returns the number of bytes written. */
export function encodeInto(layout: Bits, message: object, target: Uint8Array, offset = 0): number {
  checkBytes(layout, target, offset, 'target')
  const words = pack(layout, message)
  checkLength(layout, target, offset, 'target')
  for (const [word, value] of words.entries()) {
    for (let i = 0; i < layout.word; i++) {
      const shift = BigInt(8 * (layout.order === 'big' ? layout.word - 1 - i : i))
      target[offset + word * layout.word + i] = Number((value >> shift) & 0xffn)
    }
  }
  return layout.size
}

export function encode(layout: Bits, message: object): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(layout.size)
  encodeInto(layout, message, bytes)
  return bytes
}

function pack(layout: Bits, message: unknown): bigint[] {
  if (typeof message !== 'object' || message === null) fail(layout, 'type', 'message', 'an object', message)
  const words = Array<bigint>(layout.size / layout.word).fill(0n)
  for (const { at, value } of Object.values(layout.fixed ?? {})) split(words, at, BigInt(value))
  let whole = true
  for (const [name, field] of Object.entries(layout.fields)) {
    const value = (message as AnyMessage)[name]
    if (value === undefined) whole = false
    if (value === undefined && field.optional) continue
    split(words, field.at, rawOf(layout, name, field, value, message))
  }
  // A misspelt name shows up as an unknown name while another one is missing.
  if (!whole) checkNames(layout, message)
  return words
}

function checkNames(layout: Bits, message: object): void {
  for (const name of Object.keys(message)) {
    if (Object.hasOwn(layout.fields, name)) continue
    fail(layout, 'type', name, `a field of the record${didYouMean(name, Object.keys(layout.fields))}`, (message as AnyMessage)[name])
  }
}

/** The raw bits of a property of a message. @throws {CodecError} `type` or `range` */
function rawOf(layout: Bits, name: string, field: BitsField, value: unknown, message: object = {}): bigint {
  const { as, at } = field
  const type = as === 'flag' ? 'boolean' : as === 'uint' ? 'number' : 'bigint'
  if (value === undefined) checkNames(layout, message)
  if (typeof value !== type) fail(layout, 'type', name, `a ${type}`, value, at)
  if (as === 'flag') return value ? 1n : 0n

  const unit = 1n << BigInt(zerosOf(field))
  const max = ((1n << BigInt(widthOf(at))) - 1n) * unit
  const whole = typeof value === 'bigint' || Number.isInteger(value)
  const raw = whole ? BigInt(value as number | bigint) : -1n
  if (raw < 0n || raw > max || raw % unit !== 0n) fail(layout, 'range', name, `a ${unit === 1n ? 'whole number' : `multiple of ${unit}`} from 0 to ${hex(max)}`, value, at)
  return raw / unit
}

function ignoresReserved(layout: Bits, options: DecodeOptions | undefined): boolean {
  if (options === undefined) return false
  checkOptions(layout.id, options, ['reserved'])
  const reserved = optionOf(layout.id, options, 'reserved') ?? 'reject'
  if (reserved !== 'reject' && reserved !== 'ignore') fail(layout, 'type', 'options.reserved', '"reject" or "ignore"', reserved)
  return reserved === 'ignore'
}

function hex(value: bigint): string {
  return `0x${value.toString(16)}`
}

function fail(layout: Bits, code: ErrorCode, field: string | undefined, expected: string, actual: unknown, at?: Parameters<typeof bitsOf>[1]): never {
  throw new CodecError({
    code,
    record: layout.id,
    ...(field !== undefined && { field }),
    ...(at && { bits: bitsOf(layout, at) }),
    expected,
    actual,
  })
}
