import { CodecError } from '../codec/errors.ts'
import { didYouMean } from '../codec/suggest.ts'
import { pasidPrefix } from '../families/pcie.ts'
import { record } from '../registry.ts'
import { PRG_RESPONSE_CODE } from '../spec/codes.ts'
import type { Identity, PageRequest } from '../translate/index.ts'

/** What the IOMMU itself answers to the last request of a group that its full queue cannot take. */
export interface OverflowAnswer {
  readonly respCode: number
  /** For a device that the IOMMU does not know, and whether the PASID of the request goes with that. */
  readonly unknownRespCode: number
  readonly unknownPasid: boolean
  /** Whether a request that asks for no access gets no answer. */
  readonly accessOnly: boolean
}

/** What the service knows of an IOMMU beside the records: which it reads and writes, and the rules that are not in them. */
export interface Wire {
  readonly request: string
  readonly response: string
  /** The answer to a request that asks for a stream response. */
  readonly streamResponse?: string
  /** Whether the shape of a Stop Marker is an ordinary request if it has no PASID. */
  readonly markerNeedsPasid: boolean
  /** Undefined where no public source says what the IOMMU does. */
  readonly overflow?: OverflowAnswer
}

const { Success, ResponseFailure } = PRG_RESPONSE_CODE

/** Arm IHI 0070, 8.1 and 8.2. */
const SMMU_OVERFLOW = { respCode: Success, unknownRespCode: ResponseFailure, unknownPasid: false, accessOnly: false } as const

/** RISC-V IOMMU specification, chapter on ATS and PRI. */
const RISCV_OVERFLOW = { respCode: Success, unknownRespCode: ResponseFailure, unknownPasid: true, accessOnly: true } as const

const WIRES: readonly Wire[] = [
  { request: 'pcie.page-request', response: 'pcie.prg-response', markerNeedsPasid: true },
  { request: 'vtd.page-request', response: 'vtd.page-group-response', markerNeedsPasid: false },
  { request: 'vtd.page-request-v3', response: 'vtd.page-group-response-v3', markerNeedsPasid: false },
  { request: 'vtd.page-request-v2', response: 'vtd.page-group-response-v2', streamResponse: 'vtd.page-stream-response-v2', markerNeedsPasid: false },
  { request: 'amd.ppr-log', response: 'amd.complete-ppr-request', markerNeedsPasid: true },
  { request: 'smmuv3.pri-queue-entry', response: 'smmuv3.cmd-pri-resp', markerNeedsPasid: true, overflow: SMMU_OVERFLOW },
  { request: 'smmuv3.stall-event', response: 'smmuv3.cmd-resume', markerNeedsPasid: true },
  { request: 'riscv.page-request', response: 'riscv.ats-prgr', markerNeedsPasid: false, overflow: RISCV_OVERFLOW },
  { request: 'riscv.page-request-be', response: 'riscv.ats-prgr-be', markerNeedsPasid: false, overflow: RISCV_OVERFLOW },
]

/** The formats of an IOMMU, each by the id of its page request. */
export const iommuFormats: readonly string[] = WIRES.map(({ request }) => request)

/** @throws {CodecError} `range` for a format that is none of `iommuFormats` */
export function wireOf(format: string): Wire {
  const wire = WIRES.find(({ request }) => request === format)
  if (wire) return wire
  const expected = `the page request of an IOMMU: ${iommuFormats.join(', ')}${didYouMean(String(format), iommuFormats)}`
  throw new CodecError({ code: 'range', record: 'iommu', field: 'format', expected, actual: format })
}

/** A Stop Marker asks for nothing, and is never answered. PCIe Base Specification, 10.4.1.2.1. */
export function isStopMarker({ markerNeedsPasid }: Wire, { last, read, write, pasidPresent }: PageRequest): boolean {
  return last && !read && !write && (pasidPresent || !markerNeedsPasid)
}

/** Whether a request is answered by itself, and not with a group. VT-d 2.x. */
export function isStream({ streamResponse }: Wire, { streamResponseRequested }: Identity): boolean {
  return streamResponse !== undefined && streamResponseRequested === true
}

const LENIENT = { reserved: 'ignore' } as const

/**
 * How many bytes the record at `offset` takes; a TLP has its PASID prefix before it and its digest after it.
 * @returns undefined where too few bytes are there to tell, or to hold it
 */
export function sizeAt({ request }: Wire, bytes: Uint8Array, offset: number): number | undefined {
  const codec = record(request)
  const isTlp = request === 'pcie.page-request'
  const start = isTlp && pasidPrefix.tryDecode(bytes, offset, LENIENT).ok ? offset + pasidPrefix.bytes : offset
  const header = isTlp ? codec.tryDecode(bytes, start, LENIENT) : undefined
  const end = start + codec.bytes + (header?.ok && header.message.td ? DIGEST : 0)
  return end <= bytes.length ? end - offset : undefined
}

/** ECRC of a TLP, in bytes. */
const DIGEST = 4
