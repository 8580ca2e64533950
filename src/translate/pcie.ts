import type { PciePageRequest, PciePageRequestInit, PciePasidPrefix, PciePrgResponse, PciePrgResponseInit, PcieStopMarker, PcieStopMarkerInit } from '../generated/pcie.ts'
import type { Context } from './context.ts'
import type { RequestFormat, ResponseFormat } from './format.ts'
import type { PageRequest } from './generic.ts'
import { writePasid } from './pasid.ts'
import { groupRequestOnly, writeFlagsWithPasid } from './request-rules.ts'
import { fromWire, toWire } from './resp-codes.ts'
import { GROUP, groupOnly, pasidOf } from './response-rules.ts'

/** A message with the PASID prefix that goes before it, if any. */
export type WithPrefix<M> = M & { pasidPrefix?: PciePasidPrefix }

function pasidFields({ pasidPrefix }: { pasidPrefix?: PciePasidPrefix }): Pick<PageRequest, 'pasid' | 'pasidPresent' | 'execute' | 'privileged'> {
  return {
    pasid: pasidPrefix?.pasid ?? 0,
    pasidPresent: pasidPrefix !== undefined,
    execute: pasidPrefix?.executeRequested ?? false,
    privileged: pasidPrefix?.privilegedModeRequested ?? false,
  }
}

function prefixOf(request: PageRequest, context: Context): { pasidPrefix?: PciePasidPrefix } {
  const { execute, privileged } = writeFlagsWithPasid(request, context)
  const pasid = writePasid(request, 20, context)
  if (!request.pasidPresent) return {}
  return { pasidPrefix: { pasid, executeRequested: execute, privilegedModeRequested: privileged } }
}

export const pageRequest: RequestFormat<WithPrefix<PciePageRequest | PciePageRequestInit>> = {
  id: 'pcie.page-request',
  toRequest(packet) {
    const request = {
      addr: packet.address,
      ...pasidFields(packet),
      pageReqGroupId: packet.prgIndex,
      last: packet.last,
      read: packet.read,
      write: packet.write,
      privateData: 0n,
    }
    return { request, identity: { rid: packet.requesterId } }
  },
  fromRequest(request, identity, context) {
    context.loseUnless('privateData', request.privateData, 'the format has no place for private data')
    groupRequestOnly(identity, context)
    return {
      ...prefixOf(request, context),
      requesterId: context.ridOnly(identity),
      address: context.page(request.addr),
      prgIndex: context.fit('pageReqGroupId', request.pageReqGroupId, 9),
      last: request.last,
      write: request.write,
      read: request.read,
    }
  },
}

export const stopMarker: RequestFormat<WithPrefix<PcieStopMarker | PcieStopMarkerInit>> = {
  id: 'pcie.stop-marker',
  toRequest(packet, context) {
    if (packet.pasidPrefix === undefined) context.note('a Stop Marker has a PASID; without one this is an ordinary request')
    const request = { addr: 0n, ...pasidFields(packet), pageReqGroupId: 0, last: true, read: false, write: false, privateData: 0n }
    return { request, identity: { rid: packet.requesterId } }
  },
  fromRequest(request, identity, context) {
    const { last, read, write } = request
    if (!last) context.refuse('last', 'true: a Stop Marker has L=1, W=0 and R=0', last)
    if (read || write) context.refuse(read ? 'read' : 'write', 'false: a Stop Marker has L=1, W=0 and R=0', true)
    if (!request.pasidPresent) context.refuse('pasidPresent', 'true: a Stop Marker is for a PASID', false)
    context.loseUnless('addr', request.addr, 'a Stop Marker has no address')
    context.loseUnless('pageReqGroupId', request.pageReqGroupId, 'a Stop Marker has no group')
    context.loseUnless('privateData', request.privateData, 'the format has no place for private data')
    groupRequestOnly(identity, context)
    return { ...prefixOf(request, context), requesterId: context.ridOnly(identity) }
  },
}

export const prgResponse: ResponseFormat<WithPrefix<PciePrgResponse | PciePrgResponseInit>> = {
  id: 'pcie.prg-response',
  toResponse(packet, context) {
    const { pasid, pasidPresent, execute, privileged } = pasidFields(packet)
    if (execute || privileged) context.note('ER and PMR mean nothing on a response')
    const { respCode, prgIndex, destinationId, requesterId } = packet
    const response = { ...GROUP, respCode: fromWire(respCode, context), pasidPresent, pasid, pageReqGroupId: prgIndex }
    return { response, identity: { rid: destinationId, iommuRid: requesterId }, rawCode: respCode }
  },
  fromResponse(response, identity, context) {
    groupOnly(response, context)
    const { pasid, pasidPresent } = pasidOf(response, identity, context)
    return {
      ...(pasidPresent && { pasidPrefix: { pasid, executeRequested: false, privilegedModeRequested: false } }),
      requesterId: context.fit('iommuRid', identity.iommuRid ?? 0, 16),
      destinationId: context.ridOnly(identity),
      respCode: toWire(response.respCode, context),
      prgIndex: context.fit('pageReqGroupId', response.pageReqGroupId, 9),
    }
  },
}
