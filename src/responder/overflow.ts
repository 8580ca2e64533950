import { encodePacket } from '../packet/index.ts'
import { PAGE_RESPONSE_TYPE } from '../spec/codes.ts'
import { fromPageResponse } from '../translate/index.ts'
import type { ReadRequest } from '../translate/index.ts'
import { isStopMarker } from '../translate/stop-marker.ts'
import type { Device } from './device.ts'
import type { EventLog } from './event-log.ts'
import type { OverflowAnswer, Wire } from './wire.ts'

/** What `overflow` did, and what the IOMMU did before it. */
export interface IommuOverflow {
  /** Partial requests that were dropped. */
  readonly dropped: number
  /** How the IOMMU itself answers the last request of a group that its queue cannot take; undefined where no public source says it. */
  readonly answer: OverflowAnswer | undefined
  /** The PRG Responses that it sent for the requests that were lost. */
  readonly responses: Uint8Array[]
}

/** The IOMMU sends the message itself, so that it is a TLP whatever the format of the queue. */
const PRG_RESPONSE = 'pcie.prg-response'

/** The PRG Response that the IOMMU sent for a request that its queue could not take, if it sent one. */
export function overflowResponse(wire: Wire, device: Device | undefined, { request, identity }: ReadRequest, log: EventLog): Uint8Array[] {
  const { overflow } = wire
  const { last, pasid, pasidPresent, pageReqGroupId } = request
  if (overflow === undefined || !last || isStopMarker(wire.request, request)) return []
  const respCode = device ? overflow.respCode : overflow.unknownRespCode
  const { rid, iommuRid, pasidRequired } = device?.identity ?? { ...identity, pasidRequired: overflow.unknownPasid }
  const response = { addr: 0n, pasid, respCode, pasidPresent, pageReqGroupId, type: PAGE_RESPONSE_TYPE.IOMMU_PAGE_GROUP_RESP, privateData: 0n }
  const to = { rid: rid!, ...(iommuRid !== undefined && { iommuRid }), pasidRequired: pasidRequired! }
  const bytes = encodePacket(PRG_RESPONSE, fromPageResponse(PRG_RESPONSE, response, to).packet)
  log.add?.({ type: 'overflow-answer', device: device?.number ?? null, respCode, bytes })
  return [bytes]
}
