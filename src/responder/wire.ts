import { CodecError } from '../codec/errors.ts'
import { decodePacket, encodePacket, packetSize } from '../packet/carried.ts'
import { iommus } from '../generated/registry.ts'
import { record, resolve } from '../registry.ts'
import type { AnyRecord, FormatArgument } from '../registry.ts'
import { PAGE_RESPONSE_TYPE } from '../spec/codes.ts'
import type { OverflowAnswer } from '../spec/roles.ts'
import { readRequest, requestOf, responseOf, writeResponse } from '../translate/carry.ts'
import type { Identity, PageRequest, PageResponseMsg, ReadRequest } from '../translate/index.ts'
import { isStopMarker } from '../translate/stop-marker.ts'
import { fail } from './arguments.ts'

/** The formats of an IOMMU, each by the id of its page request. */
export const iommuFormats: readonly string[] = /* @__PURE__ */ Object.freeze(iommus)

/** The record of a format that is named by its id or by its record. @throws {CodecError} `type` for what is neither */
export function codecOf(format: unknown): AnyRecord {
  try {
    return resolve(format as FormatArgument)
  } catch (error) {
    if (error instanceof CodecError) throw error
    return fail('record', 'id', 'type', 'a record or its id', format)
  }
}

/** @throws {CodecError} `type` for something that is not a format, `range` for one that is not in `iommuFormats` */
export function wireOf(format: unknown, reserved: 'ignore' | 'reject' = 'ignore'): Wire {
  const codec = codecOf(format)
  return codec.layout.carries?.answer ? new Wire(codec, reserved) : fail('iommu', 'format', 'range', `the page request of an IOMMU: ${iommuFormats.join(', ')}`, codec.id)
}

/** The IOMMU sends the message itself when its queue is full, so that it is a TLP whatever the format of the queue. */
const PRG_RESPONSE = 'pcie.prg-response'

/** The bytes of an IOMMU: page requests that come out of its queue, and responses that go in. */
export class Wire {
  readonly request: string
  /** Undefined where no public source says what the IOMMU does. */
  readonly overflow: OverflowAnswer | undefined
  readonly response: string
  readonly streamResponse: string | undefined
  private readonly codec: AnyRecord
  private readonly options: { readonly reserved: 'ignore' | 'reject' }

  constructor(codec: AnyRecord, reserved: 'ignore' | 'reject') {
    const { group, stream, overflow } = codec.layout.carries!.answer!
    this.request = codec.id
    this.response = group
    this.streamResponse = stream
    this.overflow = overflow && Object.freeze({ ...overflow })
    this.codec = codec
    this.options = { reserved }
  }

  /** How many bytes the record at `offset` takes; undefined where there are too few to tell, or to hold it. */
  size(bytes: Uint8Array, offset: number): number | undefined {
    return packetSize(this.codec, bytes, offset)
  }

  /** @throws {CodecError} unless the record is a page request */
  read(bytes: Uint8Array): ReadRequest {
    return readRequest(requestOf(this.codec), decodePacket(this.codec, bytes, 0, this.options).packet)
  }

  isStopMarker(request: PageRequest): boolean {
    return isStopMarker(this.codec, request)
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
  write(response: PageResponseMsg, identity: Identity): Uint8Array<ArrayBuffer> {
    return encode(this.responseTo(response.type === PAGE_RESPONSE_TYPE.IOMMU_PAGE_STREAM_RESP), response, identity)
  }

  /** The PRG Response that the IOMMU sent for a request that its queue could not take. */
  writeOverflow(response: PageResponseMsg, identity: Identity): Uint8Array<ArrayBuffer> {
    return encode(PRG_RESPONSE, response, identity)
  }
}

function encode(id: string, response: PageResponseMsg, identity: Identity): Uint8Array<ArrayBuffer> {
  const codec = record(id)
  return encodePacket(codec, writeResponse(responseOf(codec), response, identity, {}).packet)
}
