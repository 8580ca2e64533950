import { PAGE_RESPONSE_TYPE } from '../spec/codes.ts'
import type { Context } from './context.ts'
import type { Identity, PageResponseMsg } from './generic.ts'
import { writePasid } from './pasid.ts'
import type { Pasid } from './pasid.ts'

/** What the formats have in common when a response is put into them. */

/**
 * Whether a PASID goes with a response to a PCIe device: only if the device asks for it and the request had one.
 * PCIe Base Specification, 10.4.2.2 and PRI Status bit 15, "PRG Response PASID Required". A function's behaviour is
 * undefined where the response carries one against that bit.
 */
export function pasidOf(response: PageResponseMsg, { pasidRequired }: Identity, context: Context): Pasid {
  const { pasidPresent } = response
  const pasid = writePasid(response, 20, context)
  if (!pasidPresent && pasidRequired) {
    context.note('the device requires a PASID on responses; the message has none, which is right only if the request had none')
  }
  if (pasidPresent && pasidRequired === false) {
    context.note('the device does not take a PASID on responses (PRG Response PASID Required is clear); it was left out')
    return { pasidPresent: false, pasid: 0 }
  }
  return { pasidPresent, pasid }
}

/** A format that answers a group, and only tells which: no address, no stream, no private data. */
export function groupOnly({ addr, type, privateData }: PageResponseMsg, context: Context): void {
  context.loseUnless('addr', addr, 'an answer to a group carries no address')
  groupType(type, context)
  context.loseUnless('privateData', privateData, 'the format has no place for private data')
}

/** @throws {CodecError} `translate` for an answer to a stream request, unless loss is allowed */
export function groupType(type: number, context: Context): void {
  if (type === PAGE_RESPONSE_TYPE.IOMMU_PAGE_GROUP_RESP) return
  if (type !== PAGE_RESPONSE_TYPE.IOMMU_PAGE_STREAM_RESP) context.refuse('type', '1 stream response or 2 group response', type)
  context.lose('type', type, 'the format answers groups, not streams', '2 group response')
}

/** What a response read from a format that answers groups has in common with every other. */
export const GROUP = { addr: 0n, type: PAGE_RESPONSE_TYPE.IOMMU_PAGE_GROUP_RESP, privateData: 0n } as const
