import { CodecError } from '../codec/errors.ts'
import { didYouMean } from '../codec/suggest.ts'
import { PRG_RESPONSE_CODE } from '../spec/codes.ts'
import type { Identity } from '../translate/index.ts'

/** What the IOMMU itself answers to the last request of a group that its full queue cannot take. */
export interface OverflowAnswer {
  readonly respCode: number
  /** For a device that the IOMMU does not know, and whether the PASID of the request goes with that. */
  readonly unknownRespCode: number
  readonly unknownPasid: boolean
}

/** What the service knows of an IOMMU beside the records: which it reads and writes, and the rules that are not in them. */
export interface Wire {
  readonly request: string
  readonly response: string
  /** The answer to a request that asks for a stream response. */
  readonly streamResponse?: string
  /** Undefined where no public source says what the IOMMU does. */
  readonly overflow?: OverflowAnswer
}

const { Success, ResponseFailure } = PRG_RESPONSE_CODE

/** Arm IHI 0070, 8.1 and 8.2. */
const SMMU_OVERFLOW = { respCode: Success, unknownRespCode: ResponseFailure, unknownPasid: false } as const

/** RISC-V IOMMU specification, chapter on ATS and PRI. */
const RISCV_OVERFLOW = { respCode: Success, unknownRespCode: ResponseFailure, unknownPasid: true } as const

const WIRES: readonly Wire[] = [
  { request: 'pcie.page-request', response: 'pcie.prg-response' },
  { request: 'vtd.page-request', response: 'vtd.page-group-response' },
  { request: 'vtd.page-request-v3', response: 'vtd.page-group-response-v3' },
  { request: 'vtd.page-request-v2', response: 'vtd.page-group-response-v2', streamResponse: 'vtd.page-stream-response-v2' },
  { request: 'amd.ppr-log', response: 'amd.complete-ppr-request' },
  { request: 'smmuv3.pri-queue-entry', response: 'smmuv3.cmd-pri-resp', overflow: SMMU_OVERFLOW },
  { request: 'smmuv3.stall-event', response: 'smmuv3.cmd-resume' },
  { request: 'riscv.page-request', response: 'riscv.ats-prgr', overflow: RISCV_OVERFLOW },
  { request: 'riscv.page-request-be', response: 'riscv.ats-prgr-be', overflow: RISCV_OVERFLOW },
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

/** Whether a request is answered by itself, and not with a group. VT-d 2.x. */
export function isStream({ streamResponse }: Wire, { streamResponseRequested }: Identity): boolean {
  return streamResponse !== undefined && streamResponseRequested === true
}
