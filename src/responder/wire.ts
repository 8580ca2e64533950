import { CodecError } from '../codec/errors.ts'
import { decodePacket, encodePacket, packetSize } from '../packet/carried.ts'
import { resolve } from '../registry.ts'
import type { FormatArgument } from '../registry.ts'
import { PAGE_RESPONSE_TYPE, PRG_RESPONSE_CODE } from '../spec/codes.ts'
import { fromPageResponse, toPageRequest } from '../translate/index.ts'
import type { Identity, PageRequest, PageResponseMsg, ReadRequest } from '../translate/index.ts'
import { isStopMarker } from '../translate/stop-marker.ts'
import { fail } from './arguments.ts'

/** What the IOMMU itself answers to the last request of a group that its full queue cannot take. */
export interface OverflowAnswer {
  readonly respCode: number
  /** For a device that the IOMMU does not know, and whether the PASID of the request goes with that. */
  readonly unknownRespCode: number
  readonly unknownPasid: boolean
}

/** What is known of an IOMMU beside the records: which it reads and writes, and the rules that are not in them. */
interface Row {
  readonly request: string
  readonly response: string
  /** The answer to a request that asks for a stream response. */
  readonly streamResponse?: string
  /** Undefined where no public source says what the IOMMU does. */
  readonly overflow?: OverflowAnswer
}

const { Success, ResponseFailure } = PRG_RESPONSE_CODE

/** Arm IHI 0070, 8.1 and 8.2. */
const SMMU_OVERFLOW = /* @__PURE__ */ Object.freeze({ respCode: Success, unknownRespCode: ResponseFailure, unknownPasid: false })

/** RISC-V IOMMU specification, chapter on ATS and PRI. */
const RISCV_OVERFLOW = /* @__PURE__ */ Object.freeze({ respCode: Success, unknownRespCode: ResponseFailure, unknownPasid: true })

const ROWS: readonly Row[] = [
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
export const iommuFormats: readonly string[] = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ ROWS.map(({ request }) => request))

/** The id of a format that is named by its id or by its record. @throws {CodecError} `type` for what is neither */
export function idOf(format: unknown): string {
  try {
    return resolve(format as FormatArgument).id
  } catch (error) {
    if (error instanceof CodecError) throw error
    return fail('record', 'id', 'type', 'a record or its id', format)
  }
}

/** @throws {CodecError} `type` for what is no format, `range` for one that is none of `iommuFormats` */
export function wireOf(format: unknown, reserved: 'ignore' | 'reject' = 'ignore'): Wire {
  const id = idOf(format)
  const row = ROWS.find(({ request }) => request === id)
  return row ? new Wire(row, reserved) : fail('iommu', 'format', 'range', `the page request of an IOMMU: ${iommuFormats.join(', ')}`, id)
}

/** The IOMMU sends the message itself when its queue is full, so that it is a TLP whatever the format of the queue. */
const PRG_RESPONSE = 'pcie.prg-response'

/** The bytes of an IOMMU: page requests that come out of its queue, and responses that go in. */
export class Wire {
  readonly request: string
  readonly overflow: OverflowAnswer | undefined
  readonly response: string
  readonly streamResponse: string | undefined
  private readonly options: { readonly reserved: 'ignore' | 'reject' }

  constructor({ request, response, streamResponse, overflow }: Row, reserved: 'ignore' | 'reject') {
    this.request = request
    this.response = response
    this.streamResponse = streamResponse
    this.overflow = overflow
    this.options = { reserved }
  }

  /** How many bytes the record at `offset` takes; undefined where there are too few to tell, or to hold it. */
  size(bytes: Uint8Array, offset: number): number | undefined {
    return packetSize(this.request, bytes, offset)
  }

  /** @throws {CodecError} for a record that is no page request */
  read(record: Uint8Array): ReadRequest {
    return toPageRequest(this.request, decodePacket(this.request, record, 0, this.options).packet)
  }

  isStopMarker(request: PageRequest): boolean {
    return isStopMarker(this.request, request)
  }

  /** Whether a request is answered by itself, and not with a group. VT-d 2.x. */
  isStream({ streamResponseRequested }: Identity): boolean {
    return this.streamResponse !== undefined && streamResponseRequested === true
  }

  /** Id of the record that answers a group, or a stream request. */
  responseTo(stream: boolean): string {
    return stream ? this.streamResponse! : this.response
  }

  /** @throws {CodecError} `translate` for what the format has no place for, or cannot express */
  write(response: PageResponseMsg, identity: Identity): Uint8Array {
    return encode(this.responseTo(response.type === PAGE_RESPONSE_TYPE.IOMMU_PAGE_STREAM_RESP), response, identity)
  }

  /** The PRG Response that the IOMMU sent for a request that its queue could not take. */
  writeOverflow(response: PageResponseMsg, identity: Identity): Uint8Array {
    return encode(PRG_RESPONSE, response, identity)
  }
}

function encode(id: string, response: PageResponseMsg, identity: Identity): Uint8Array {
  return encodePacket(id, fromPageResponse(id, response, identity).packet)
}
