import { CodecError } from '../codec/errors.ts'
import { record } from '../registry.ts'
import { PAGE_RESPONSE_TYPE } from '../spec/codes.ts'
import { toPageResponse } from '../translate/index.ts'
import type { PageResponseMsg } from '../translate/index.ts'

/** What a caller sent as a response: the message, or why it is none. */
export type Read = { readonly message: PageResponseMsg; readonly fault?: undefined } | { readonly message?: undefined; readonly fault: CodecError }

/** C structs in which a response may come, by the id of their record, which tells their version and their byte order. */
const RESPONSE_STRUCTS = [
  'linux.page-response-msg', 'linux.page-response-msg-be',
  'linux.iommu-page-response-v5.3', 'linux.iommu-page-response-v5.3-be',
  'linux.iommu-page-response', 'linux.iommu-page-response-be',
] as const

export type ResponseStruct = (typeof RESPONSE_STRUCTS)[number]

interface Kind {
  readonly expected: string
  accepts(value: unknown): boolean
}

const uint = (bits: number): Kind => ({
  expected: `a whole number of at most ${bits} bits`,
  accepts: (value) => Number.isInteger(value) && (value as number) >= 0 && (value as number) < 2 ** bits,
})

const bigint = (bits: number): Kind => ({
  expected: `a bigint of at most ${bits} bits`,
  accepts: (value) => typeof value === 'bigint' && value >= 0n && value < 1n << BigInt(bits),
})

/** What each field may be, whatever the others are. */
const FIELDS: Readonly<Record<keyof PageResponseMsg, Kind>> = {
  addr: bigint(64),
  pasid: uint(32),
  respCode: uint(4),
  pasidPresent: { expected: 'a boolean', accepts: (value) => typeof value === 'boolean' },
  pageReqGroupId: uint(32),
  type: { expected: '1 stream response or 2 group response', accepts: (value) => Object.values<unknown>(PAGE_RESPONSE_TYPE).includes(value) },
  privateData: bigint(128),
}

/** A PASID that is there. */
const PASID = uint(20)

const RECORD = 'PageResponseMsg'

/** Reads every field of a message once, so that what was checked is what is used. */
export function readMessage(given: unknown): { readonly read: Read; readonly fields: Readonly<Record<string, unknown>> } {
  const source = (typeof given === 'object' && given !== null ? given : {}) as Record<string, unknown>
  const fields = Object.fromEntries(Object.keys(FIELDS).map((name) => [name, source[name]]))
  for (const [field, { expected, accepts }] of Object.entries(FIELDS)) {
    if (!accepts(fields[field])) return { read: { fault: new CodecError({ code: 'range', record: RECORD, field, expected, actual: fields[field] }) }, fields }
  }
  return { read: checkPasid(RECORD, fields as unknown as PageResponseMsg), fields }
}

/** The fields for a trace: what cannot be a value of its field becomes a text, which cannot be one either. */
export function traceable(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(FIELDS).map(([name, { accepts }]) => [name, accepts(fields[name]) ? fields[name] : textOf(fields[name])]))
}

function textOf(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  // In a trace, a text that begins with 0x may stand for a bigint.
  return typeof value === 'string' ? value.replace(/^0x/i, 'text 0x') : typeof value
}

function checkPasid(id: string, message: PageResponseMsg): Read {
  if (!message.pasidPresent || PASID.accepts(message.pasid)) return { message }
  return { fault: new CodecError({ code: 'range', record: id, field: 'pasid', expected: PASID.expected, actual: message.pasid }) }
}

/** @throws {CodecError} `range` for a struct that carries no response */
export function checkStruct(struct: ResponseStruct): void {
  if (RESPONSE_STRUCTS.includes(struct)) return
  throw new CodecError({ code: 'range', record: 'respondBytes', field: 'struct', expected: `one of ${RESPONSE_STRUCTS.join(', ')}`, actual: struct })
}

/** Reads the bytes of a C struct, which must be of its length, with its reserved bits clear and its values defined. */
export function readStruct(struct: ResponseStruct, bytes: Uint8Array | null): Read {
  try {
    const codec = record(struct)
    const packet = codec.decode(bytes!)
    if (bytes!.length > codec.size) throw new CodecError({ code: 'range', record: struct, field: 'bytes', expected: `${codec.size} bytes`, actual: bytes!.length })
    const { response } = toPageResponse(struct, packet)
    // The struct of 2017 has the numbers of PCIe, which takes the unused ones for a failure when it reads them. Here they
    // stay as they are, to be refused. A PASID that is not marked as present stays, too: Linux 5.3 looked at it.
    return checkPasid(struct, { ...response, pasid: packet.pasid as number, respCode: (packet.respCode as number | undefined) ?? response.respCode })
  } catch (error) {
    if (error instanceof CodecError) return { fault: error }
    throw error
  }
}
