import type { AnyMessage } from '../codec/message.ts'
import { isBytes } from '../codec/arguments.ts'
import { didYouMean } from '../codec/suggest.ts'
import { translationEntry } from '../generated/pcie.ts'
import type { PcieTranslationEntryInit } from '../generated/pcie.ts'
import { record as recordById } from '../registry.ts'
import type { AnyRecord } from '../registry.ts'
import { OHC_E_DWORDS, TRAILER_DWORDS } from '../spec/tlp.ts'
import { concat, NO_BYTES } from './bytes.ts'
import { checkEntries } from './entries.ts'
import { fail } from './fault.ts'
import { dataRecord, isTranslationCompletion, messageIds } from './messages.ts'
import { shapeOf } from './shape.ts'
import type { TlpMode } from './types.ts'

/** What `encodeTlp` puts between prefixes and trailer. */
export interface HeaderAndPayload {
  readonly header: Uint8Array
  readonly payload: Uint8Array
}

/** A packet whose message is known at run time only. */
export interface MessageInit {
  readonly mode: TlpMode
  readonly id: string
  readonly message: object
  readonly entries?: readonly PcieTranslationEntryInit[]
  readonly ohcE?: Uint8Array
  readonly trailer?: Uint8Array
}

/** Header and payload of a message of ATS or PRI. @throws {CodecError} as `encode` of the records; `type`, `range` */
export function partsOf(tlp: MessageInit): HeaderAndPayload {
  const { mode, id, message: given, ohcE } = tlp
  const ids = messageIds(mode)
  if (!ids.includes(id)) {
    fail({ code: 'type', field: 'id', expected: `the id of a message in ${mode} mode${didYouMean(id, ids)}`, actual: id })
  }
  if (typeof given !== 'object' || given === null) fail({ code: 'type', field: 'message', expected: 'an object', actual: given })
  if (ohcE !== undefined && !isBytes(ohcE)) fail({ code: 'type', field: 'ohcE', expected: 'a Uint8Array', actual: ohcE })
  if (ohcE !== undefined && mode === 'non-flit') fail({ code: 'type', field: 'ohcE', expected: 'nothing: only flit mode has OHC words', actual: ohcE })
  const codec = recordById(id)
  const completion = isTranslationCompletion(codec)
  const entries = tlp.entries ?? []
  if (!Array.isArray(entries)) fail({ code: 'type', field: 'entries', expected: 'an array', actual: entries })
  if (entries.length > 0 && !completion) fail({ code: 'range', field: 'entries', expected: `no entries: ${id} has none`, actual: entries.length })

  const message = (completion ? { withData: entries.length > 0, length: 2 * entries.length, ...given } : given) as AnyMessage
  if (completion) checkEntries(statusOf(message.status), entries.length)
  const parts = mode === 'flit' ? flitParts(codec, message, tlp) : nonFlitParts(codec, message, tlp)
  return completion ? { ...parts, payload: concat(Array.from(entries, (entry) => translationEntry.encode(entry))) } : parts
}

/** @throws {CodecError} `type` */
function statusOf(status: unknown = 0): number {
  return typeof status === 'number' ? status : fail({ code: 'type', field: 'status', expected: 'a number', actual: status })
}

/** The longest header; what a record has after it is data. */
const HEADER = 16

function nonFlitParts(codec: AnyRecord, message: AnyMessage, { trailer }: MessageInit): HeaderAndPayload {
  const bytes = codec.encode({ td: trailer !== undefined && trailer.length > 0, ...message })
  return { header: bytes.subarray(0, HEADER), payload: bytes.subarray(HEADER) }
}

/** The parts of a message of flit mode, with the OHC words whose fields it has. @throws {CodecError} as `encode` of the records; `type`, `range` */
export function flitParts(codec: AnyRecord, message: AnyMessage, { ohcE, trailer }: Pick<MessageInit, 'ohcE' | 'trailer'> = {}): HeaderAndPayload {
  const parts = flitRecords(codec)
  checkFields(codec, parts, message)
  const { words, data } = parts
  const present = wordsIn(words, message)
  const ohc = present.reduce((bits, word) => bits | (1 << words.indexOf(word)), codeOf(OHC_E_DWORDS, ohcE, 'ohcE') << 3)
  if ((message.ohc ?? ohc) !== ohc) fail({ code: 'range', field: 'ohc', expected: `${ohc}, for the words that the message has`, actual: message.ohc })
  const base = codec.encode({ ohc, ts: codeOf(TRAILER_DWORDS, trailer, 'trailer'), ...fieldsOf(codec, message) })
  return {
    header: concat([base, ...present.map((word) => word.encode(fieldsOf(word, message))), ohcE ?? NO_BYTES]),
    payload: data ? data.encode(fieldsOf(data, message)) : NO_BYTES,
  }
}

/** What stands behind the header base of a message of flit mode: the words that it may have, and its data. */
export interface FlitRecords {
  /** OHC-A, B and C, in their order. */
  readonly words: readonly AnyRecord[]
  readonly data: AnyRecord | undefined
}

/** @param type Type of the packet, for the table of a header that is one of several types */
export function flitRecords(codec: AnyRecord, type?: number): FlitRecords {
  const own = codec.layout.fixed?.['type']?.value ?? type
  return { words: (own === undefined ? undefined : shapeOf('flit', own)?.words[7]) ?? [], data: dataRecord(codec) }
}

/** Those words of which a message has a field. */
export function wordsIn(words: readonly AnyRecord[], message: object): AnyRecord[] {
  return words.filter(({ layout }) => Object.keys(layout.fields).some((name) => (message as AnyMessage)[name] !== undefined))
}

/** The fields of a record that a message has. */
export function fieldsOf({ layout }: AnyRecord, message: AnyMessage): AnyMessage {
  const fields: AnyMessage = {}
  for (const name in layout.fields) if (message[name] !== undefined) fields[name] = message[name]
  return fields
}

function checkFields(codec: AnyRecord, { words, data }: FlitRecords, message: AnyMessage): void {
  const known = new Set([codec, ...words, ...(data ? [data] : [])].flatMap(({ layout }) => Object.keys(layout.fields)))
  for (const name of Object.keys(message)) {
    if (!known.has(name)) fail({ code: 'type', field: name, expected: `a field of ${codec.id} or of its words${didYouMean(name, known)}`, actual: message[name] })
  }
}

/** The code for a part that is so many DWs long. */
function codeOf(sizes: Readonly<Record<number, number>>, part: Uint8Array | undefined, field: string): number {
  const found = Object.entries(sizes).find(([, dwords]) => 4 * dwords === (part?.length ?? 0))
  return found ? Number(found[0]) : fail({ code: 'range', field, expected: `${Object.values(sizes).map((dwords) => 4 * dwords).join(', ')} bytes`, actual: part?.length })
}
