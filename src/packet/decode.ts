import type { DecodeOptions } from '../codec/reference.ts'
import { pasidPrefix } from '../generated/pcie.ts'
import { PASID_PREFIX, PREFIXES } from '../spec/tlp.ts'
import { NO_BYTES, swapDwords } from './bytes.ts'
import { entriesOf } from './entries.ts'
import { hex, withOffset } from './fault.ts'
import { nameOf, wholeFrameAt } from './frame.ts'
import type { Frame } from './frame.ts'
import { isTranslationCompletion, messageOf, messageRecord, ownNameOf, prefixWord } from './messages.ts'
import { checkOptions } from './options.ts'
import type { CheckedOptions } from './options.ts'
import { PendingTranslations } from './pending.ts'
import type { OtherTlp, Tlp, TlpMode, TlpOptions, TlpPrefix, WalkedTlp } from './types.ts'

/**
 * Decodes the packet at `options.offset`: its prefixes, its message where it is one of ATS or PRI, its data and its
 * trailer. Any other packet is named, measured and kept as it is.
 * @throws {CodecError} `truncated`; `reserved` for a Fmt, Type or TS whose size is unknown; `range` for prefixes out of
 * order and translation entries that do not go with their header; as `decode` for a message. Each with `offset`, where
 * the packet begins. `type` or `range` for wrong arguments and unknown options
 */
export function decodeTlp(bytes: Uint8Array, options: TlpOptions): Tlp {
  const checked = checkOptions(bytes, options)
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
  return walk(bytes, checkOptions(bytes, options))
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

const NO_PREFIXES: readonly TlpPrefix[] = []

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
      bytes: size,
      prefixes: header === 0 ? NO_PREFIXES : prefixesOf(wire, start, header, mode, options),
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

function otherTlp(wire: Uint8Array, start: number, frame: Frame, options: DecodeOptions | undefined): OtherTlp {
  const { mode, kind, offset, header, ohc, words, payload, trailer, size } = frame
  const tlp = {
    mode, kind,
    name: nameOf(frame, wire[start + header + 7]!),
    offset,
    bytes: size,
    prefixes: header === 0 ? NO_PREFIXES : prefixesOf(wire, start, header, mode, options),
    payload: part(wire, start, payload, trailer),
    trailer: part(wire, start, trailer, size),
    header: wire.subarray(start + header, start + payload),
  }
  if (mode === 'non-flit') return tlp
  return Object.assign(tlp, { ohc: words.map(({ id }, i) => ({ id, offset: ohc - header + 4 * i })) })
}

function part(wire: Uint8Array, start: number, from: number, to: number): Uint8Array {
  return from === to ? NO_BYTES : wire.subarray(start + from, start + to)
}

function prefixesOf(wire: Uint8Array, start: number, end: number, mode: TlpMode, options: DecodeOptions | undefined): TlpPrefix[] {
  const prefixes: TlpPrefix[] = []
  for (let at = start; at < start + end; at += 4) prefixes.push(prefixAt(wire, at, mode, options))
  return prefixes
}

function prefixAt(wire: Uint8Array, at: number, mode: TlpMode, options: DecodeOptions | undefined): TlpPrefix {
  const type = wire[at]!
  if (mode === 'non-flit' && type === PASID_PREFIX) return { name: 'PASID', id: 'pcie.pasid-prefix', message: pasidPrefix.decode(wire, at, options) }
  return { name: mode === 'flit' ? 'local' : PREFIXES[type] ?? `prefix ${hex(type)}`, word: prefixWord(wire, at) }
}
