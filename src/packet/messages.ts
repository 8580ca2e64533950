import type { AnyMessage } from '../codec/message.ts'
import type { DecodeOptions } from '../codec/read-write.ts'
import * as pcie from '../generated/pcie.ts'
import * as pcieFlit from '../generated/pcie-flit.ts'
import { record as recordById } from '../registry.ts'
import type { AnyRecord } from '../registry.ts'
import { MESSAGE_CODE } from '../spec/codes.ts'
import { PASID_PREFIX } from '../spec/tlp.ts'
import type { Frame } from './frame.ts'
import { hasFixedValues } from './identity.ts'
import type { TlpMode } from './types.ts'

const families = { 'non-flit': pcie, flit: pcieFlit }

const HEADERS = [
  'pageRequest', 'stopMarker', 'prgResponse', 'translationRequest32', 'translationRequest64', 'translationCompletion',
  'invalidateRequest', 'invalidateCompletion',
] as const

type Headers = Readonly<Record<(typeof HEADERS)[number], AnyRecord>>

const headersOf = (mode: TlpMode): Headers =>
  Object.fromEntries(HEADERS.map((name) => [name, recordById(families[mode][name].id)])) as Headers

const headers = { 'non-flit': /* @__PURE__ */ headersOf('non-flit'), flit: /* @__PURE__ */ headersOf('flit') }

/** Ids of the messages that packets of a mode can be. */
export function messageIds(mode: TlpMode): string[] {
  return HEADERS.map((name) => families[mode][name].id)
}

/** Whether a record is the header of a Translation Completion, whose data are translation entries. */
export function isTranslationCompletion(codec: AnyRecord): boolean {
  return codec === headers['non-flit'].translationCompletion || codec === headers.flit.translationCompletion
}

/** The names of the messages that have no message code of their own. */
const NAMES: ReadonlyMap<AnyRecord, string> = /* @__PURE__ */ new Map(/* @__PURE__ */ Object.values(headers).flatMap((mode) => [
  [mode.stopMarker, 'Stop Marker'],
  [mode.translationRequest32, 'Translation Request'],
  [mode.translationRequest64, 'Translation Request'],
  [mode.translationCompletion, 'Translation Completion'],
]))

/** The name of a message of ATS or PRI that its type and its message code do not give. */
export function ownNameOf(codec: AnyRecord): string | undefined {
  return NAMES.get(codec)
}

/**
 * The record of the header (base) of a message of ATS or PRI; undefined for any other packet.
 * @param start where the packet begins in `wire`
 */
export function messageRecord(wire: Uint8Array, start: number, frame: Frame, translation: boolean): AnyRecord | undefined {
  const header = start + frame.header
  const of = headers[frame.mode]
  switch (frame.kind) {
    case 'memory':
      if (hasFixedValues(of.translationRequest32.layout, wire, header)) return of.translationRequest32
      return hasFixedValues(of.translationRequest64.layout, wire, header) ? of.translationRequest64 : undefined
    case 'completion':
      return translation && hasFixedValues(of.translationCompletion.layout, wire, header) ? of.translationCompletion : undefined
    case 'message':
      switch (wire[header + 7]) {
        case MESSAGE_CODE['Invalidate Request']:
          return of.invalidateRequest
        case MESSAGE_CODE['Invalidate Completion']:
          return of.invalidateCompletion
        case MESSAGE_CODE['Page Request']:
          return hasFixedValues(of.stopMarker.layout, wire, header) && hasPasid(wire, start, frame) ? of.stopMarker : of.pageRequest
        case MESSAGE_CODE['PRG Response']:
          return of.prgResponse
        default:
          return undefined
      }
    default:
      return undefined
  }
}

const UNCHECKED: DecodeOptions = { reserved: 'ignore' }

/** A Stop Marker is for a PASID; without one, or where a packet is cut before it, the same message is an ordinary request. */
function hasPasid(wire: Uint8Array, start: number, { mode, header, ohc, words }: Frame): boolean {
  if (mode === 'flit') return words[0]?.id === pcieFlit.ohcA1.id && wire.length >= start + ohc + 4 && pcieFlit.ohcA1.decode(wire, start + ohc, UNCHECKED).pasidValid
  for (let at = start; at < start + header; at += 4) if (wire[at] === PASID_PREFIX) return true
  return false
}

/** The message of a packet: the fields of its header and, in flit mode, of its OHC words and of its data. */
export function messageOf(wire: Uint8Array, start: number, frame: Frame, codec: AnyRecord, options: DecodeOptions | undefined): AnyMessage {
  const { header, trailer } = frame
  const message = trailer - header >= codec.size ? codec.decode(wire, start + header, options) : shortMessage(wire, start, frame, codec, options)
  if (frame.mode === 'flit') {
    addWords(message, wire, start + frame.ohc, frame.words, options)
    const data = dataRecord(codec)
    if (data) addFields(message, data.decode(wire, start + frame.payload, options))
  }
  return message
}

/** Reads OHC words, which follow one another, into the message of their header. */
export function addWords(message: AnyMessage, wire: Uint8Array, at: number, words: readonly AnyRecord[], options: DecodeOptions | undefined): void {
  for (let i = 0; i < words.length; i++) addFields(message, words[i]!.decode(wire, at + 4 * i, options))
}

/** `Object.assign` costs several decodes. */
export function addFields(message: Record<string, unknown>, part: AnyMessage): void {
  for (const name in part) message[name] = part[name]!
}

/** A packet that is shorter than the record differs from it in a fixed value, which the error is to name. */
function shortMessage(wire: Uint8Array, start: number, { header, trailer }: Frame, codec: AnyRecord, options: DecodeOptions | undefined): AnyMessage {
  const part = new Uint8Array(codec.size)
  part.set(wire.subarray(start + header, start + trailer))
  return codec.decode(part, 0, options)
}

/** The record of the data that follow the header base, where a message of flit mode has data of its own. */
export function dataRecord(codec: AnyRecord): AnyRecord | undefined {
  return codec === headers.flit.invalidateRequest ? recordById(pcieFlit.invalidateRequestData.id) : undefined
}
