import type { RiscvAtsPrgr, RiscvAtsPrgrInit, RiscvPageRequest } from '../families/riscv.ts'
import type { RequestFormat, ResponseFormat } from './format.ts'
import { flagsWithPasid, identityOf } from './request-rules.ts'
import { fromWire, toWire } from './resp-codes.ts'
import { GROUP, groupOnly, pasidOf } from './response-rules.ts'

export const pageRequest = (id: string): RequestFormat<RiscvPageRequest> => ({
  id,
  toRequest(packet) {
    const { processIdValid, last, read, write, execute, privileged } = packet
    const request = {
      addr: packet.address,
      pasid: processIdValid ? packet.processId : 0,
      pasidPresent: processIdValid,
      pageReqGroupId: packet.prgIndex,
      last,
      read,
      write,
      execute,
      privileged,
      privateData: 0n,
    }
    return { request, identity: identityOf(packet.deviceId) }
  },
  fromRequest(request, identity, context) {
    context.loseUnless('privateData', request.privateData, 'the format has no place for private data')
    const rid = context.need('rid', identity.rid, 16)
    return {
      processId: context.fit('pasid', request.pasid, 20),
      processIdValid: request.pasidPresent,
      ...flagsWithPasid(request, context),
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
    if (packet.destinationId) context.note('Destination ID is not 0; since revision 1.0.1 the hardware fills it in')
    const response = {
      ...GROUP,
      respCode: fromWire(respCode, context),
      pasidPresent: processIdValid,
      pasid: processIdValid ? processId : 0,
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
