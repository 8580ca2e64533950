import { checkBytes } from '../codec/reference.ts'
import type { DecodeOptions } from '../codec/reference.ts'
import { pasidPrefix, translationCompletion } from '../generated/pcie.ts'
import { translationCompletion as flitTranslationCompletion } from '../generated/pcie-flit.ts'
import { PASID_PREFIX, PREFIXES } from '../spec/tlp.ts'
import { swapDwords } from './bytes.ts'
import { entriesOf } from './entries.ts'
import { atOffset, fail, hex } from './fault.ts'
import { frameAt, prefixesOf } from './frame.ts'
import type { Frame } from './frame.ts'
import { knownMessage, messageOf } from './messages.ts'
import { PendingTranslations } from './pending.ts'
import type { Tlp, TlpMode, TlpOptions, TlpPrefix } from './types.ts'

/**
 * Decodes the packet at `options.offset`: its prefixes, its message where it is one of ATS or PRI, its data and its
 * trailer. Any other packet is named, measured and kept as it is.
 * @throws {CodecError} `truncated`; `reserved` for a Fmt, Type or TS whose size is unknown; `range` for prefixes out of
 * order and translation entries that do not go with their header; as `decode` for a message. Each with `offset`, where
 * the packet begins. `type` or `range` for wrong arguments
 */
export function decodeTlp(bytes: Uint8Array, options: TlpOptions): Tlp {
  const { wire, offset, mode } = start(bytes, options)
  return read(wire, frameAt(wire, offset, mode), options.translation ?? false, options)
}

/**
 * Walks a buffer of packets, one after the other, from `options.offset` to its end.
 * A walk that has thrown is over; another one can begin at any offset, such as one after the error's `offset`.
 * @throws {CodecError} as `decodeTlp`: for wrong arguments at once, for a packet when the walk comes to it
 */
export function tlps(bytes: Uint8Array, options: TlpOptions): Generator<Tlp, void, undefined> {
  return walk(start(bytes, options), options)
}

interface Start {
  /** The bytes in the order of the wire. */
  readonly wire: Uint8Array
  readonly offset: number
  readonly mode: TlpMode
}

function start(bytes: Uint8Array, options: TlpOptions): Start {
  const mode = checkMode(options?.mode)
  const { offset = 0, swap = false } = options
  checkBytes({ id: 'tlp', size: 4, word: 4, order: 'big', label: 'DW', fields: {} }, bytes, offset)
  return { wire: swap ? swapDwords(bytes, offset) : bytes, offset, mode }
}

/** @throws {CodecError} `type` */
export function checkMode(mode: unknown): TlpMode {
  if (mode === 'non-flit' || mode === 'flit') return mode
  return fail({ code: 'type', field: 'mode', expected: '"non-flit" or "flit"', actual: mode })
}

function* walk({ wire, offset, mode }: Start, options: TlpOptions): Generator<Tlp, void, undefined> {
  const pending = new PendingTranslations()
  for (let at = offset; at < wire.length; ) {
    const frame = frameAt(wire, at, mode)
    const tlp = read(wire, frame, options.translation ?? pending.answers(wire, frame), options)
    pending.pass(wire, frame, tlp.id !== undefined)
    yield tlp
    at = frame.end
  }
}

function read(wire: Uint8Array, frame: Frame, translation: boolean, { reserved = 'reject' }: TlpOptions): Tlp {
  return atOffset(frame.offset, () => {
    const options: DecodeOptions = { reserved }
    const { mode, kind, name, offset, header, ohc, words, payload, trailer, end } = frame
    const packet = {
      mode, kind, name, offset,
      bytes: end - offset,
      prefixes: prefixesOf(wire, frame).map((word, i) => prefixAt(wire, offset + 4 * i, word, frame, options)),
      payload: wire.subarray(payload, trailer),
      trailer: wire.subarray(trailer, end),
    }
    const known = knownMessage(wire, frame, translation)
    if (known === undefined) {
      const other = { ...packet, header: wire.subarray(header, payload) }
      return mode === 'flit' ? { ...other, ohc: words.map((id, i) => ({ id, offset: ohc - header + 4 * i })) } : other
    }
    const { id } = known.record
    const message = messageOf(wire, frame, known.record, options)
    const ohcE = wire.subarray(ohc + 4 * words.length, payload)
    const completion = id === translationCompletion.id || id === flitTranslationCompletion.id
    // The record's message is the one that `TlpMessages` gives for its id; that is beyond the compiler.
    return {
      ...packet,
      name: known.name,
      id,
      message,
      ...(ohcE.length > 0 && { ohcE }),
      ...(completion && { entries: entriesOf(Number(message.status ?? 0), packet.payload, options) }),
    } as unknown as Tlp
  })
}

function prefixAt(wire: Uint8Array, at: number, word: number, { mode }: Frame, options: DecodeOptions): TlpPrefix {
  const type = word >>> 24
  if (mode === 'flit') return { name: 'local', word }
  if (type === PASID_PREFIX) return { name: 'PASID', id: pasidPrefix.id, message: pasidPrefix.decode(wire, at, options) }
  return { name: PREFIXES[type] ?? `prefix ${hex(type)}`, word }
}
