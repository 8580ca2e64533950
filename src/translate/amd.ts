import type { AmdCompletePprRequest, AmdCompletePprRequestInit, AmdPprLog } from '../generated/amd.ts'
import { AMD_PPR_CODE } from '../spec/codes.ts'
import type { RequestFormat, ResponseFormat } from './format.ts'
import { readPasid, writePasid } from './pasid.ts'
import { groupRequestOnly } from './request-rules.ts'
import { fromWire, toWire } from './resp-codes.ts'
import { GROUP, groupOnly, pasidOf } from './response-rules.ts'

export const pprLog: RequestFormat<AmdPprLog> = {
  id: 'amd.ppr-log',
  toRequest(packet, context) {
    if (packet.code !== AMD_PPR_CODE.PageServiceRequest) context.refuse('code', '1, a page service request', packet.code)
    if (packet.reservedBitsSet) context.note('the IOMMU found a reserved bit set in the request')
    const { last, read, write, execute } = packet
    const request = {
      addr: packet.address,
      ...readPasid(packet.guest, packet.pasid, context),
      pageReqGroupId: packet.prgIndex,
      last,
      read,
      write,
      execute,
      privileged: !packet.user,
      privateData: 0n,
    }
    return { request, identity: { rid: packet.deviceId } }
  },
  fromRequest(request, identity, context) {
    context.loseUnless('privateData', request.privateData, 'the format has no place for private data')
    groupRequestOnly(identity, context)
    return {
      deviceId: context.ridOnly(identity),
      pasid: writePasid(request, 20, context),
      prgIndex: context.fit('pageReqGroupId', request.pageReqGroupId, 9),
      last: request.last,
      execute: request.execute,
      read: request.read,
      write: request.write,
      user: !request.privileged,
      reservedBitsSet: false,
      guest: request.pasidPresent,
      code: AMD_PPR_CODE.PageServiceRequest,
      address: context.page(request.addr),
    }
  },
}

export const completePprRequest: ResponseFormat<AmdCompletePprRequest | AmdCompletePprRequestInit> = {
  id: 'amd.complete-ppr-request',
  toResponse(packet, context) {
    const { guest, pasid, prgIndex, respCode } = packet
    const response = { ...GROUP, respCode: fromWire(respCode, context), ...readPasid(guest, pasid, context), pageReqGroupId: prgIndex }
    return { response, identity: { rid: packet.deviceId }, rawCode: respCode }
  },
  fromResponse(response, identity, context) {
    groupOnly(response, context)
    const { pasid, pasidPresent } = pasidOf(response, identity, context)
    return {
      deviceId: context.ridOnly(identity),
      pasid,
      guest: pasidPresent,
      prgIndex: context.fit('pageReqGroupId', response.pageReqGroupId, 9),
      respCode: toWire(response.respCode, context),
    }
  },
}
