import type { AnyMessage } from '../codec/message.ts'
import { join, readWords } from '../codec/reference.ts'
import type { DecodeOptions } from '../codec/reference.ts'
import * as pcie from '../generated/pcie.ts'
import * as pcieFlit from '../generated/pcie-flit.ts'
import { record as recordById } from '../registry.ts'
import type { AnyRecord } from '../registry.ts'
import { MESSAGE_CODE } from '../spec/codes.ts'
import { PASID_PREFIX } from '../spec/tlp.ts'
import type { Layout } from '../spec/vocabulary.ts'
import { prefixesOf } from './frame.ts'
import type { Frame } from './frame.ts'

const families = { 'non-flit': pcie, flit: pcieFlit }

const HEADERS = [
  'pageRequest', 'stopMarker', 'prgResponse', 'translationRequest32', 'translationRequest64', 'translationCompletion',
  'invalidateRequest', 'invalidateCompletion',
] as const

/** Ids of the messages that packets of a mode can be. */
export function messageIds(mode: Frame['mode']): string[] {
  return HEADERS.map((name) => families[mode][name].id)
}

const UNCHECKED: DecodeOptions = { reserved: 'ignore' }

/** A message of ATS or PRI: the record of its header (base), and its name. */
export interface KnownMessage {
  readonly record: AnyRecord
  readonly name: string
}

/** Which message of ATS or PRI a packet is, if any. */
export function knownMessage(bytes: Uint8Array, frame: Frame, translation: boolean): KnownMessage | undefined {
  const family = families[frame.mode]
  const fits = ({ layout }: { layout: Layout }): boolean => hasFixedValues(layout, bytes, frame.header)
  const known = ({ id }: { id: string }, name = frame.name): KnownMessage => ({ record: recordById(id), name })
  const { kind } = frame

  if (kind === 'memory') {
    const request = [family.translationRequest32, family.translationRequest64].find(fits)
    return request && known(request, 'Translation Request')
  }
  if (kind === 'completion') return translation && fits(family.translationCompletion) ? known(family.translationCompletion, 'Translation Completion') : undefined
  if (kind !== 'message') return undefined
  switch (bytes[frame.header + 7]) {
    case MESSAGE_CODE['Invalidate Request']:
      return known(family.invalidateRequest)
    case MESSAGE_CODE['Invalidate Completion']:
      return known(family.invalidateCompletion)
    case MESSAGE_CODE['Page Request']:
      return hasPasid(bytes, frame) && fits(family.stopMarker) ? known(family.stopMarker, 'Stop Marker') : known(family.pageRequest)
    case MESSAGE_CODE['PRG Response']:
      return known(family.prgResponse)
    default:
      return undefined
  }
}

/** Whether the fixed values of a layout, which identify it, stand at `offset`. `tryDecode` would make an error for each packet. */
function hasFixedValues(layout: Layout, bytes: Uint8Array, offset: number): boolean {
  const words = readWords(layout, bytes, offset)
  return Object.values(layout.fixed ?? {}).every(({ at, value }) => join(words, at) === BigInt(value))
}

/** A Stop Marker is for a PASID; without one the same message is an ordinary request. */
function hasPasid(bytes: Uint8Array, frame: Frame): boolean {
  if (frame.mode === 'flit') return frame.words[0] === pcieFlit.ohcA1.id && pcieFlit.ohcA1.decode(bytes, frame.ohc, UNCHECKED).pasidValid
  return prefixesOf(bytes, frame).some((word) => word >>> 24 === PASID_PREFIX)
}

/** The message of a packet: the fields of its header and, in flit mode, of its OHC words and of its data. */
export function messageOf(bytes: Uint8Array, frame: Frame, record: AnyRecord, options: DecodeOptions): AnyMessage {
  const { header, trailer } = frame
  // A packet that is shorter than the record differs from it in a fixed value, which the error is to name.
  const part = new Uint8Array(Math.max(record.size, trailer - header))
  part.set(bytes.subarray(header, trailer))
  const words = frame.words.map((id, i) => recordById(id).decode(bytes, frame.ohc + 4 * i, options))
  return Object.assign(record.decode(part, 0, options), ...words, dataRecord(record)?.decode(bytes, frame.payload, options))
}

/** The record of the data that follow the header base, where a message of flit mode has data of its own. */
export function dataRecord({ id }: AnyRecord): AnyRecord | undefined {
  return id === pcieFlit.invalidateRequest.id ? recordById(pcieFlit.invalidateRequestData.id) : undefined
}
