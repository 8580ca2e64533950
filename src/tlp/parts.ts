import type { AnyMessage } from '../codec/message.ts'
import { didYouMean } from '../codec/suggest.ts'
import { translationCompletion, translationEntry } from '../generated/pcie.ts'
import type { PcieTranslationEntryInit } from '../generated/pcie.ts'
import { ohcB, ohcC, translationCompletion as flitTranslationCompletion } from '../generated/pcie-flit.ts'
import { record as recordById } from '../registry.ts'
import type { AnyRecord } from '../registry.ts'
import { FLIT_TYPES, OHC_E_DWORDS, TRAILER_DWORDS } from '../spec/tlp.ts'
import { concat } from './bytes.ts'
import { checkEntries } from './entries.ts'
import { fail } from './fault.ts'
import { dataRecord, messageIds } from './messages.ts'
import { ohcA } from './ohc.ts'
import type { TlpMode } from './types.ts'

/** What `encodeTlp` puts between prefixes and trailer. */
interface HeaderAndPayload {
  readonly header: Uint8Array
  readonly payload: Uint8Array
}

/** A packet whose message is known at run time only. */
interface MessageInit {
  readonly mode: TlpMode
  readonly id: string
  readonly message: object
  readonly entries?: readonly PcieTranslationEntryInit[]
  readonly ohcE?: Uint8Array
  readonly trailer?: Uint8Array
}

/** Header and payload of a message of ATS or PRI. @throws {CodecError} as `encode` of the records; `type`, `range` */
export function partsOf(tlp: MessageInit): HeaderAndPayload {
  const ids = messageIds(tlp.mode)
  if (!ids.includes(tlp.id)) fail({ code: 'type', field: 'id', expected: `the id of a message in ${tlp.mode} mode${didYouMean(String(tlp.id), ids)}`, actual: tlp.id })
  const record = recordById(tlp.id)
  const completion = tlp.id === translationCompletion.id || tlp.id === flitTranslationCompletion.id
  const entries = completion ? (tlp.entries ?? []) : []
  const message = { ...(completion && { withData: entries.length > 0, length: 2 * entries.length }), ...tlp.message } as AnyMessage
  if (completion) checkEntries(Number(message.status ?? 0), entries.length)
  const parts = tlp.mode === 'flit' ? flitParts(record, message, tlp) : nonFlitParts(record, message, tlp)
  return completion ? { ...parts, payload: concat(entries.map((entry) => translationEntry.encode(entry))) } : parts
}

/** The longest header; what a record has after it is data. */
const HEADER = 16

function nonFlitParts(record: AnyRecord, message: AnyMessage, { trailer }: MessageInit): HeaderAndPayload {
  const bytes = record.encode({ td: trailer !== undefined && trailer.length > 0, ...message })
  return { header: bytes.subarray(0, HEADER), payload: bytes.subarray(HEADER) }
}

function flitParts(record: AnyRecord, message: AnyMessage, { ohcE, trailer }: MessageInit): HeaderAndPayload {
  const type = record.layout.fixed!.type!.value
  const words: readonly AnyRecord[] = [recordById(ohcA(FLIT_TYPES[type]?.[1] ?? 'message', type)), recordById(ohcB.id), recordById(ohcC.id)]
  const data = dataRecord(record)
  checkNames(record, [record, ...words, ...(data ? [data] : [])], message)

  const present = words.map((word) => Object.keys(fieldsOf(word, message)).length > 0)
  const ohc = present.reduce((bits, is, i) => bits | (is ? 1 << i : 0), codeOf(OHC_E_DWORDS, ohcE, 'ohcE') << 3)
  if ((message.ohc ?? ohc) !== ohc) fail({ code: 'range', field: 'ohc', expected: `${ohc}, for the words that the message has`, actual: message.ohc })
  const base = record.encode({ ohc, ts: codeOf(TRAILER_DWORDS, trailer, 'trailer'), ...fieldsOf(record, message) })
  return {
    header: concat([base, ...words.filter((_, i) => present[i]).map((word) => word.encode(fieldsOf(word, message))), ohcE ?? new Uint8Array()]),
    payload: data ? data.encode(fieldsOf(data, message)) : new Uint8Array(),
  }
}

/** The fields of a record that a message has. */
function fieldsOf({ layout }: AnyRecord, message: AnyMessage): AnyMessage {
  return Object.fromEntries(Object.keys(layout.fields).flatMap((name) => (message[name] === undefined ? [] : [[name, message[name]]])))
}

function checkNames({ id }: AnyRecord, records: readonly AnyRecord[], message: AnyMessage): void {
  const known = new Set(records.flatMap(({ layout }) => Object.keys(layout.fields)))
  for (const name of Object.keys(message)) {
    if (!known.has(name)) fail({ code: 'type', field: name, expected: `a field of ${id} or of its words${didYouMean(name, known)}`, actual: message[name] })
  }
}

/** The code for a part that is so many DWs long. */
function codeOf(sizes: Readonly<Record<number, number>>, part: Uint8Array | undefined, field: string): number {
  const found = Object.entries(sizes).find(([, dwords]) => 4 * dwords === (part?.length ?? 0))
  return found ? Number(found[0]) : fail({ code: 'range', field, expected: `${Object.values(sizes).map((dwords) => 4 * dwords).join(', ')} bytes`, actual: part?.length })
}
