import type { DecodeOptions } from '../codec/read-write.ts'
import type { TlpKind } from '../spec/tlp.ts'
import { NO_BYTES, swapDwords } from './bytes.ts'
import { entriesOf } from './entries.ts'
import { fail, withOffset } from './fault.ts'
import { nameOf, ohcPlaces, wholeFrameAt } from './frame.ts'
import type { Frame } from './frame.ts'
import { headerFields } from './header-fields.ts'
import { headerAt } from './header-only.ts'
import { isTranslationCompletion, messageOf, messageRecord, ownNameOf } from './messages.ts'
import { checkOptions } from './options.ts'
import type { CheckedOptions } from './options.ts'
import { PendingTranslations } from './pending.ts'
import { prefixesOf } from './prefixes.ts'
import type { HeaderOptions, OtherTlp, Tlp, TlpHeader, TlpMode, TlpOptions, TlpPrefix, WalkedTlp } from './types.ts'

/**
 * Decodes the packet at `options.offset`: its prefixes, its message where it is one of ATS or PRI, its data and its
 * trailer. Any other packet is named and measured, its header is read, and its parts are kept as they are.
 *
 * With `headerOnly` the bytes hold a header and no more, as header logs do: neither data nor trailer are looked for. What
 * stands behind a header of three DWs in a log of four is neither; `beyond` says how much there is of it.
 * @throws {CodecError} `truncated`; `reserved` for a Fmt, Type or TS whose size is unknown; `range` for prefixes out of
 * order and translation entries that do not go with their header; as `decode` for a message. Each with `offset`, where
 * the packet begins. `type` or `range` for wrong arguments and unknown options
 */
export function decodeTlp(bytes: Uint8Array, options: HeaderOptions): TlpHeader
export function decodeTlp(bytes: Uint8Array, options: TlpOptions): Tlp
export function decodeTlp(bytes: Uint8Array, options: TlpOptions | HeaderOptions): Tlp | TlpHeader {
  const checked = checkOptions(bytes, options)
  if (checked.headerOnly) return headerAt(bytes, checked)
  const { offset, mode, swap, translation = false } = checked
  const frame = wholeFrameAt(bytes, offset, mode, swap)
  const wire = wireOf(bytes, frame, swap)
  return read(wire, wire === bytes ? offset : 0, frame, translation, checked.reserved)
}

/**
 * Walks a buffer of packets, one after the other, from `options.offset` to its end.
 * A walk that has thrown is over; another one can begin at any offset, such as one after the error's `offset`.
 *
 * It knows the completions of Translation Requests by the requests that it has passed, and remembers the last 65,536 of
 * those that have the same requester and tag as no later request. A request that is more than that makes it forget the
 * oldest, and says so in `forgotten`: a completion of it is then one like any other.
 * @throws {CodecError} as `decodeTlp`: for wrong arguments at once, for a packet when the walk comes to it
 */
export function tlps(bytes: Uint8Array, options: TlpOptions): Generator<WalkedTlp, void, undefined> {
  const checked = checkOptions(bytes, options)
  if (checked.headerOnly) fail({ code: 'type', field: 'headerOnly', expected: 'false: a walk needs whole packets', actual: true })
  return walk(bytes, checked)
}

function* walk(bytes: Uint8Array, { offset, mode, swap, translation, reserved }: CheckedOptions): Generator<WalkedTlp, void, undefined> {
  const pending = new PendingTranslations()
  for (let at = offset; at < bytes.length; ) {
    const frame = wholeFrameAt(bytes, at, mode, swap)
    const wire = wireOf(bytes, frame, swap)
    const start = wire === bytes ? at : 0
    const tlp: WalkedTlp = read(wire, start, frame, translation ?? pending.answers(wire, start, frame), reserved)
    const forgotten = pending.pass(wire, start, frame, tlp.id !== undefined)
    yield forgotten === undefined ? tlp : { ...tlp, forgotten }
    at += frame.size
  }
}

/** The bytes of a packet in the order of the wire: `bytes` as they are, or a copy of the packet alone. */
function wireOf(bytes: Uint8Array, { offset, size }: Frame, swap: boolean): Uint8Array {
  return swap ? swapDwords(bytes.subarray(offset, offset + size)) : bytes
}

/** The packet that begins at `start` of `wire`. */
function read(wire: Uint8Array, start: number, frame: Frame, translation: boolean, options: DecodeOptions | undefined): Tlp {
  const { offset } = frame
  try {
    const codec = messageRecord(wire, start, frame, translation)
    if (codec === undefined) return otherTlp(wire, start, frame, options)
    const { mode, kind, header, ohc, words, payload, trailer, size } = frame
    const tlp = {
      mode, kind,
      name: ownNameOf(codec) ?? nameOf(frame, wire[start + header + 7]!),
      offset,
      size,
      prefixes: prefixesOf(wire, start, header, mode, options),
      payload: part(wire, start, payload, trailer),
      trailer: part(wire, start, trailer, size),
      id: codec.id,
      message: messageOf(wire, start, frame, codec, options),
    } as Record<string, unknown>
    const wordsEnd = ohc + 4 * words.length
    if (wordsEnd < payload) tlp['ohcE'] = wire.subarray(start + wordsEnd, start + payload)
    if (isTranslationCompletion(codec)) {
      const { status } = tlp['message'] as { status?: number }
      tlp['entries'] = entriesOf(status ?? 0, tlp['payload'] as Uint8Array, options)
    }
    // The record's message is the one that `TlpMessages` gives for its id; that is beyond the compiler.
    return tlp as unknown as Tlp
  } catch (error) {
    throw withOffset(error, offset)
  }
}

/**
 * A packet other than the messages of ATS and PRI. Its fields are read when they are first asked for, since a walk may pass a million
 * packets of which nobody asks; a getter of the class, as one in each object costs microseconds.
 */
class Other {
  readonly mode: TlpMode
  readonly kind: TlpKind
  readonly name: string
  readonly offset: number
  readonly size: number
  readonly prefixes: readonly TlpPrefix[]
  readonly payload: Uint8Array
  readonly trailer: Uint8Array
  readonly header: Uint8Array
  readonly #frame: Frame
  #fields: object | undefined

  constructor(wire: Uint8Array, start: number, frame: Frame, options: DecodeOptions | undefined) {
    const { mode, kind, offset, header, payload, trailer, size } = frame
    this.mode = mode
    this.kind = kind
    this.name = nameOf(frame, wire[start + header + 7]!)
    this.offset = offset
    this.size = size
    this.prefixes = prefixesOf(wire, start, header, mode, options)
    this.payload = part(wire, start, payload, trailer)
    this.trailer = part(wire, start, trailer, size)
    this.header = wire.subarray(start + header, start + payload)
    this.#frame = frame
  }

  get fields(): object {
    return (this.#fields ??= headerFields(this.header, -this.#frame.header, this.#frame))
  }
}

function otherTlp(wire: Uint8Array, start: number, frame: Frame, options: DecodeOptions | undefined): OtherTlp {
  const tlp = new Other(wire, start, frame, options) as unknown as OtherTlp & { ohc?: object }
  if (frame.mode === 'flit') tlp.ohc = ohcPlaces(frame)
  return tlp
}

function part(wire: Uint8Array, start: number, from: number, to: number): Uint8Array {
  return from === to ? NO_BYTES : wire.subarray(start + from, start + to)
}
