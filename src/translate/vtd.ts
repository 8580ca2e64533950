import type {
  VtdPageGroupResponse, VtdPageGroupResponseInit, VtdPageGroupResponseV2, VtdPageGroupResponseV3, VtdPageRequest, VtdPageRequestV2, VtdPageRequestV3, VtdPageStreamResponseV2,
} from '../generated/vtd.ts'
import { PAGE_RESPONSE_TYPE } from '../spec/codes.ts'
import type { Context } from './context.ts'
import type { RequestFormat, ResponseFormat } from './format.ts'
import type { Identity, PageRequest } from './generic.ts'
import { readPasid, writePasid } from './pasid.ts'
import { readPrivateData, writePrivateData } from './private-data.ts'
import { groupRequestOnly } from './request-rules.ts'
import { fromWire, toWire } from './resp-codes.ts'
import { GROUP, groupOnly, groupType, pasidOf } from './response-rules.ts'

function toRequest(packet: VtdPageRequest | VtdPageRequestV2 | VtdPageRequestV3, privateData: bigint, context: Context): PageRequest {
  return {
    addr: packet.address,
    ...readPasid(packet.pasidPresent, packet.pasid, context),
    pageReqGroupId: packet.prgIndex,
    last: packet.last,
    read: packet.read,
    write: packet.write,
    execute: packet.executeRequested,
    privileged: packet.privilegedModeRequested,
    privateData,
  }
}

function fromRequest(request: PageRequest, identity: Identity, context: Context): VtdPageRequest {
  return {
    pasidPresent: request.pasidPresent,
    rid: context.ridOnly(identity),
    pasid: writePasid(request, 20, context),
    executeRequested: request.execute,
    privilegedModeRequested: request.privileged,
    read: request.read,
    write: request.write,
    last: request.last,
    prgIndex: context.fit('pageReqGroupId', request.pageReqGroupId, 9),
    address: context.page(request.addr),
  }
}

const split = (rid: number): { bus: number; devfn: number } => ({ bus: rid >> 8, devfn: rid & 0xff })
const ridOf = ({ bus, devfn }: { bus: number; devfn: number }): number => (bus << 8) | devfn

export const pageRequest: RequestFormat<VtdPageRequest> = {
  id: 'vtd.page-request',
  toRequest: (packet, context) => ({ request: toRequest(packet, 0n, context), identity: { rid: packet.rid } }),
  fromRequest(request, identity, context) {
    context.loseUnless('privateData', request.privateData, 'revision 4.0 has no private data')
    groupRequestOnly(identity, context)
    return fromRequest(request, identity, context)
  },
}

export const pageRequestV3: RequestFormat<VtdPageRequestV3> = {
  id: 'vtd.page-request-v3',
  toRequest: (packet, context) => ({ request: toRequest(packet, readPrivateData(packet, context), context), identity: { rid: packet.rid } }),
  fromRequest(request, identity, context) {
    groupRequestOnly(identity, context)
    return { ...fromRequest(request, identity, context), ...writePrivateData(request.privateData, context) }
  },
}

export const pageRequestV2: RequestFormat<VtdPageRequestV2> = {
  id: 'vtd.page-request-v2',
  toRequest(packet, context) {
    const { streamResponseRequested, batchOfFaults } = packet
    return { request: toRequest(packet, BigInt(packet.privateData), context), identity: { rid: ridOf(packet), streamResponseRequested, batchOfFaults } }
  },
  fromRequest(request, identity, context) {
    const { rid, ...packet } = fromRequest(request, identity, context)
    const { streamResponseRequested = false, batchOfFaults = false } = identity
    return { ...packet, ...split(rid), streamResponseRequested, batchOfFaults, privateData: Number(context.fitBig('privateData', request.privateData, 23)) }
  },
}

export const pageGroupResponse: ResponseFormat<VtdPageGroupResponse | VtdPageGroupResponseInit> = {
  id: 'vtd.page-group-response',
  toResponse(packet, context) {
    const { pasidPresent, pasid, prgIndex, respCode } = packet
    const response = { ...GROUP, respCode: fromWire(respCode, context), ...readPasid(pasidPresent, pasid, context), pageReqGroupId: prgIndex }
    return { response, identity: { rid: packet.rid }, rawCode: respCode }
  },
  fromResponse(response, identity, context) {
    groupOnly(response, context)
    return {
      ...pasidOf(response, identity, context),
      respCode: toWire(response.respCode, context),
      rid: context.ridOnly(identity),
      prgIndex: context.fit('pageReqGroupId', response.pageReqGroupId, 9),
    }
  },
}

export const pageGroupResponseV3: ResponseFormat<VtdPageGroupResponseV3> = {
  id: 'vtd.page-group-response-v3',
  toResponse(packet, context, request) {
    if (!packet.last) context.note('LPIG is clear, which means nothing in a response, and is not carried')
    const read = pageGroupResponse.toResponse(packet, context, request)
    return { ...read, response: { ...read.response, privateData: readPrivateData(packet, context) } }
  },
  fromResponse(response, identity, context) {
    const packet = pageGroupResponse.fromResponse({ ...response, privateData: 0n }, identity, context)
    return { ...packet, ...writePrivateData(response.privateData, context), last: true }
  },
}

export const pageGroupResponseV2: ResponseFormat<VtdPageGroupResponseV2> = {
  id: 'vtd.page-group-response-v2',
  toResponse(packet, context, request) {
    const read = pageGroupResponse.toResponse(packet, context, request)
    return { ...read, response: { ...read.response, privateData: BigInt(packet.privateData) } }
  },
  fromResponse(response, identity, context) {
    const packet = pageGroupResponse.fromResponse({ ...response, privateData: 0n }, identity, context)
    return { ...packet, privateData: Number(context.fitBig('privateData', response.privateData, 23)) }
  },
}

export const pageStreamResponseV2: ResponseFormat<VtdPageStreamResponseV2> = {
  id: 'vtd.page-stream-response-v2',
  toResponse(packet, context) {
    const { pasid, prgIndex, respCode, address, privateData } = packet
    const response = {
      addr: address,
      pasid,
      respCode: fromWire(respCode, context),
      pasidPresent: true,
      pageReqGroupId: prgIndex,
      type: PAGE_RESPONSE_TYPE.IOMMU_PAGE_STREAM_RESP,
      privateData: BigInt(privateData),
    }
    return { response, identity: { rid: ridOf(packet) }, rawCode: respCode }
  },
  fromResponse(response, identity, context) {
    if (response.type !== PAGE_RESPONSE_TYPE.IOMMU_PAGE_STREAM_RESP) {
      groupType(response.type, context)
      context.lose('type', response.type, 'the format answers streams, not groups', '1 stream response')
    }
    if (!response.pasidPresent) context.refuse('pasidPresent', 'true: a stream response always has a PASID', false)
    return {
      ...split(context.ridOnly(identity)),
      pasid: context.fit('pasid', response.pasid, 20),
      prgIndex: context.fit('pageReqGroupId', response.pageReqGroupId, 9),
      respCode: toWire(response.respCode, context),
      privateData: Number(context.fitBig('privateData', response.privateData, 23)),
      address: context.page(response.addr),
    }
  },
}
