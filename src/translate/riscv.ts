import type { RiscvAtsPrgr, RiscvAtsPrgrInit, RiscvPageRequest } from '../generated/riscv.ts'
import type { RequestFormat, ResponseFormat } from './format.ts'
import { readPasid, writePasid } from './pasid.ts'
import { groupRequestOnly, identityOf, readFlagsWithPasid, writeFlagsWithPasid } from './request-rules.ts'
import { fromWire, toWire } from './resp-codes.ts'
import { GROUP, groupOnly, pasidOf } from './response-rules.ts'

export const pageRequest = (id: string): RequestFormat<RiscvPageRequest> => ({
  id,
  toRequest(packet, context) {
    const { processIdValid, last, read, write } = packet
    const request = {
      addr: packet.address,
      ...readPasid(processIdValid, packet.processId, context),
      pageReqGroupId: packet.prgIndex,
      last,
      read,
      write,
      ...readFlagsWithPasid(packet, processIdValid, context),
      privateData: 0n,
    }
    return { request, identity: identityOf(packet.deviceId) }
  },
  fromRequest(request, identity, context) {
    context.loseUnless('privateData', request.privateData, 'the format has no place for private data')
    groupRequestOnly(identity, context)
    const rid = context.need('rid', identity.rid, 16)
    return {
      processId: writePasid(request, 20, context),
      processIdValid: request.pasidPresent,
      ...writeFlagsWithPasid(request, context),
      deviceId: context.fit('segment', identity.segment ?? 0, 8) * 0x10000 + rid,
      read: request.read,
      write: request.write,
      last: request.last,
      prgIndex: context.fit('pageReqGroupId', request.pageReqGroupId, 9),
      address: context.page(request.addr),
    }
  },
})

export const atsPrgr = (id: string): ResponseFormat<RiscvAtsPrgr | RiscvAtsPrgrInit> => ({
  id,
  toResponse(packet, context) {
    const { processIdValid, processId, respCode, segmentValid, segment, rid } = packet
    if (!segmentValid && segment !== 0) context.note(`segment ${segment} means nothing, as the record says that it has none, and is not carried`)
    const response = {
      ...GROUP,
      respCode: fromWire(respCode, context),
      ...readPasid(processIdValid, processId, context),
      pageReqGroupId: packet.prgIndex,
    }
    return { response, identity: { rid, ...(segmentValid && { segment }) }, rawCode: respCode }
  },
  fromResponse(response, identity, context) {
    groupOnly(response, context)
    const { pasid, pasidPresent } = pasidOf(response, identity, context)
    return {
      processId: pasid,
      processIdValid: pasidPresent,
      segmentValid: identity.segment !== undefined,
      rid: context.need('rid', identity.rid, 16),
      segment: context.fit('segment', identity.segment ?? 0, 8),
      prgIndex: context.fit('pageReqGroupId', response.pageReqGroupId, 9),
      respCode: toWire(response.respCode, context),
    }
  },
})
