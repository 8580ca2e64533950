import type { Bits } from '../spec/vocabulary.ts'
import { isBytes, lengthOf } from './arguments.ts'
import { CodecError, withoutStack } from './errors.ts'
import type { ErrorCode, Fault } from './errors.ts'
import { bitsOf, widthOf, zerosOf } from './message.ts'
import type { AnyMessage } from './message.ts'
import { bitPositions, readBits } from './positions.ts'
import type { DecodeOptions, Read, Result, Write } from './read-write.ts'

/**
 * What happens where `read` or `write` declines: the arguments are looked at one by one, and the first that is wrong is told.
 * Where none is, `read` or `write` is asked again, with a copy that nothing changes: offsets of more than 32 bits, and
 * messages and options that are not twice the same, come this far.
 */

export function decodeSlowly<M>(layout: Bits, read: Read<M>, bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): M {
  checkBytes(layout, bytes, offset)
  const how = howToRead(layout, options)
  const record = recordAt(layout, bytes, offset)
  raise(tooShort(layout, bytes, offset) ?? faultOf(layout, record, how))
  return read(record, 0, how)!
}

export function tryDecodeSlowly<M>(layout: Bits, read: Read<M>, bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): Result<M> {
  try {
    checkBytes(layout, bytes, offset)
    const how = howToRead(layout, options)
    // The bytes may have changed before somebody asks what was wrong with them.
    const record = recordAt(layout, bytes, offset)
    const short = tooShort(layout, bytes, offset)
    const message = short ? undefined : read(record, 0, how)
    return message === undefined ? new Refusal(() => short ?? faultOf(layout, record, how)!) : { ok: true, message }
  } catch (error) {
    if (error instanceof CodecError) return { ok: false, error }
    throw error
  }
}

/** Writes the whole record, or throws before the first byte. Returns the number of bytes written. */
export function encodeSlowly(layout: Bits, write: Write<never>, message: unknown, target: Uint8Array, offset: number): number {
  checkBytes(layout, target, offset, 'target')
  const checked = checkedMessage(layout, message)
  checkLength(layout, target, offset, 'target')
  const record = new Uint8Array(layout.size)
  write(checked as never, record, 0)
  copy(record, 0, target, offset, layout.size)
  return layout.size
}

/**
 * A refused record. Its error is made when it is first asked for: most callers only ask whether there is a message, and
 * to make the error costs more than all else.
 */
class Refusal {
  readonly ok = false
  readonly #fault: () => Fault
  #error: CodecError | undefined

  constructor(fault: () => Fault) {
    this.#fault = fault
  }

  get error(): CodecError {
    return (this.#error ??= withoutStack(this.#fault()))
  }
}

/** @throws {CodecError} `type` unless `bytes` is a Uint8Array, `range` unless `offset` is a whole number from 0 */
export function checkBytes(layout: Bits, bytes: unknown, offset: unknown, name = 'bytes'): asserts bytes is Uint8Array {
  if (!isBytes(bytes)) fail(layout, 'type', name, 'a Uint8Array', bytes)
  if (!Number.isSafeInteger(offset) || (offset as number) < 0) fail(layout, typeof offset === 'number' ? 'range' : 'type', 'offset', 'a whole number, 0 or more', offset)
}

/** @throws {CodecError} `truncated` unless a whole record is at `offset` */
export function checkLength(layout: Bits, bytes: Uint8Array, offset: number, name?: string): void {
  raise(tooShort(layout, bytes, offset, name))
}

function tooShort(layout: Bits, bytes: Uint8Array, offset: number, name = 'bytes'): Fault | undefined {
  const length = lengthOf(bytes) - offset
  if (length < layout.size) return fault(layout, 'truncated', name, `${layout.size} bytes at offset ${offset}`, Math.max(0, length))
}

/** A copy of the record; bytes past the end are 0. */
function recordAt({ size }: Bits, bytes: Uint8Array, offset: number): Uint8Array {
  const record = new Uint8Array(size)
  copy(bytes, offset, record, 0, size)
  return record
}

function copy(from: Uint8Array, at: number, to: Uint8Array, start: number, size: number): void {
  for (let i = 0; i < size; i++) to[start + i] = from[at + i]!
}

/** The first fixed value or reserved bit that is not as it must be. */
function faultOf(layout: Bits, record: Uint8Array, how: DecodeOptions | undefined): Fault | undefined {
  const places = [
    ...Object.entries(layout.fixed ?? {}).map(([name, { at, value }]) => ({ name, at, value })),
    ...(how ? [] : (layout.reserved ?? [])).map((slice) => ({ name: undefined, at: [slice], value: 0 })),
  ]
  for (const { name, at, value } of places) {
    const actual = readBits(record, bitPositions(layout, at))
    if (actual !== BigInt(value)) return fault(layout, name === undefined ? 'reserved' : 'fixed', name, name === undefined ? '0 in reserved bits' : hex(value), hex(actual), at)
  }
}

/** The options that the caller's are. @throws {CodecError} `type` for any others */
function howToRead(layout: Bits, options: DecodeOptions | undefined): DecodeOptions | undefined {
  if (options === undefined) return
  let field = 'options'
  let actual: unknown = options
  try {
    if (typeof options === 'object' && options !== null) {
      const unknown = Object.keys(options).find((name) => name !== 'reserved')
      const name = unknown ?? 'reserved'
      field += `.${name}`
      actual = (options as Record<string, unknown>)[name]
      if (!unknown && (actual === undefined || actual === 'reject')) return
      if (!unknown && actual === 'ignore') return { reserved: actual }
    }
  } catch {
    actual = 'what cannot be read'
  }
  fail(layout, 'type', field, 'no option but reserved, "reject" or "ignore"', actual)
}

/** The fields of a message, each read once. @throws {CodecError} `type` or `range` */
export function checkedMessage(layout: Bits, message: unknown): AnyMessage {
  if (typeof message !== 'object' || message === null) fail(layout, 'type', 'message', 'an object', message)
  const given = message as AnyMessage
  const names = Object.keys(layout.fields)
  const checked = Object.fromEntries(names.map((name) => [name, valueOf(layout, given, name)]))
  // A misspelt name shows up as an unknown name while another one is missing.
  const missing = names.filter((name) => checked[name] === undefined)
  const unknown = missing[0] && namesOf(layout, given).find((name) => !names.includes(name))
  if (unknown !== undefined) fail(layout, 'type', unknown, `a field that is left out: ${missing.join(', ')}`, valueOf(layout, given, unknown))
  for (const name of names) checkValue(layout, name, checked[name])
  return checked as AnyMessage
}

function valueOf(layout: Bits, message: AnyMessage, name: string): unknown {
  try {
    return message[name]
  } catch {
    fail(layout, 'type', name, 'a field that can be read', 'a getter that throws')
  }
}

function namesOf(layout: Bits, message: AnyMessage): string[] {
  try {
    return Object.keys(message)
  } catch {
    fail(layout, 'type', 'message', 'an object that can be read', message)
  }
}

function checkValue(layout: Bits, name: string, value: unknown): void {
  const field = layout.fields[name]!
  const { as, at, optional } = field
  const type = as === 'flag' ? 'boolean' : as === 'uint' ? 'number' : 'bigint'
  if (optional && value === undefined) return
  if (typeof value !== type) fail(layout, 'type', name, `a ${type}`, value, at)
  if (as === 'flag') return
  const zeros = zerosOf(field)
  const unit = 1n << BigInt(zeros)
  const max = (1n << BigInt(zeros + widthOf(at))) - unit
  // Numbers and bigints compare with each other.
  if (!((value as bigint) >= 0 && (value as bigint) <= max && (as === 'uint' ? Number.isInteger(value) : (value as bigint) % unit === 0n))) {
    fail(layout, 'range', name, `a ${zeros ? `multiple of ${unit}` : 'whole number'} from 0 to ${hex(max)}`, value, at)
  }
}

function hex(value: number | bigint): string {
  return `0x${value.toString(16)}`
}

function fault(layout: Bits, code: ErrorCode, field: string | undefined, expected: string, actual: unknown, at?: Parameters<typeof bitsOf>[1]): Fault {
  return { code, record: layout.id, field, bits: at && bitsOf(layout, at), expected, actual }
}

function raise(fault: Fault | undefined): void {
  if (fault) throw new CodecError(fault)
}

function fail(...about: Parameters<typeof fault>): never {
  throw new CodecError(fault(...about))
}
