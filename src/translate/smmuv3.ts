import type { Smmuv3CmdPriResp, Smmuv3CmdResume, Smmuv3CmdResumeInit, Smmuv3PriQueueEntry, Smmuv3StallEvent, Smmuv3StallEventInit } from '../generated/smmuv3.ts'
import { SMMU_EVENT, SMMU_EVENT_CLASS } from '../spec/codes.ts'
import type { Context } from './context.ts'
import type { RequestFormat, ResponseFormat } from './format.ts'
import type { Identity } from './generic.ts'
import { readPasid, writePasid } from './pasid.ts'
import { groupRequestOnly, identityOf, readFlagsWithPasid, writeFlagsWithPasid } from './request-rules.ts'
import { fromPriResp, fromResume, toPriResp, toResume } from './resp-codes.ts'
import { GROUP, groupOnly, pasidOf } from './response-rules.ts'

function streamIdOf({ rid, segment = 0 }: Identity, context: Context): number {
  return context.fit('segment', segment, 16) * 0x10000 + context.need('rid', rid, 16)
}

export const priQueueEntry: RequestFormat<Smmuv3PriQueueEntry> = {
  id: 'smmuv3.pri-queue-entry',
  toRequest(packet, context) {
    const { substreamValid, last, read, write } = packet
    const request = {
      addr: packet.address,
      ...readPasid(substreamValid, packet.substreamId, context),
      pageReqGroupId: packet.prgIndex,
      last,
      read,
      write,
      ...readFlagsWithPasid(packet, substreamValid, context),
      privateData: 0n,
    }
    return { request, identity: identityOf(packet.streamId) }
  },
  fromRequest(request, identity, context) {
    context.loseUnless('privateData', request.privateData, 'the format has no place for private data')
    groupRequestOnly(identity, context)
    return {
      streamId: streamIdOf(identity, context),
      substreamId: writePasid(request, 20, context),
      ...writeFlagsWithPasid(request, context),
      read: request.read,
      write: request.write,
      last: request.last,
      substreamValid: request.pasidPresent,
      prgIndex: context.fit('pageReqGroupId', request.pageReqGroupId, 9),
      address: context.page(request.addr),
    }
  },
}

/** What an event says beside the request that waits. */
const FAULT = { eventNumber: SMMU_EVENT.F_TRANSLATION, stage2: false, class: SMMU_EVENT_CLASS.IN, ttrnw: false, ipa: 0n } as const

/** A stalled transaction is a group of its own, named by its tag, as Linux has it. */
export const stallEvent: RequestFormat<Smmuv3StallEvent | Smmuv3StallEventInit> = {
  id: 'smmuv3.stall-event',
  toRequest(packet, context) {
    if (!packet.stall) context.refuse('stall', 'true: a transaction that does not stall waits for no answer', false)
    for (const [name, value] of Object.entries(FAULT)) {
      const actual = packet[name as keyof typeof FAULT]
      if (actual !== value) context.note(`${name} ${actual} is not carried`)
    }
    const request = {
      addr: packet.inputAddress,
      ...readPasid(packet.substreamValid, packet.substreamId, context),
      pageReqGroupId: packet.stag,
      last: true,
      read: packet.read,
      write: !packet.read,
      execute: packet.instruction,
      privileged: packet.privileged,
      privateData: 0n,
    }
    return { request, identity: identityOf(packet.streamId) }
  },
  fromRequest(request, identity, context) {
    context.loseUnless('privateData', request.privateData, 'the format has no place for private data')
    groupRequestOnly(identity, context)
    if (!request.last) context.refuse('last', 'true: a stalled transaction is a group of its own', false)
    if (!request.read && !request.write) context.refuse('read', 'a read or a write: a transaction is one of them', false)
    if (request.read && request.write) context.lose('read', true, 'a transaction is a read or a write', 'false beside a write')
    return {
      ...FAULT,
      streamId: streamIdOf(identity, context),
      substreamId: writePasid(request, 20, context),
      substreamValid: request.pasidPresent,
      stag: context.fit('pageReqGroupId', request.pageReqGroupId, 16),
      stall: true,
      privileged: request.privileged,
      instruction: request.execute,
      read: !request.write,
      inputAddress: context.fitBig('addr', request.addr, 64),
    }
  },
}

export const cmdPriResp: ResponseFormat<Smmuv3CmdPriResp> = {
  id: 'smmuv3.cmd-pri-resp',
  toResponse(packet, context) {
    const { substreamValid, substreamId, prgIndex, resp } = packet
    const response = { ...GROUP, respCode: fromPriResp(resp, context), ...readPasid(substreamValid, substreamId, context), pageReqGroupId: prgIndex }
    return { response, identity: identityOf(packet.streamId), rawCode: resp }
  },
  fromResponse(response, identity, context) {
    groupOnly(response, context)
    const { pasid, pasidPresent } = pasidOf(response, identity, context)
    return {
      substreamValid: pasidPresent,
      substreamId: pasid,
      streamId: streamIdOf(identity, context),
      prgIndex: context.fit('pageReqGroupId', response.pageReqGroupId, 9),
      resp: toPriResp(response.respCode, context),
    }
  },
}

export const cmdResume: ResponseFormat<Smmuv3CmdResume | Smmuv3CmdResumeInit> = {
  id: 'smmuv3.cmd-resume',
  toResponse(packet, context, request) {
    if (request === undefined) context.note('CMD_RESUME carries no PASID; whether the request had one is not known')
    const { pasidPresent = false, pasid = 0 } = request ?? {}
    const response = { ...GROUP, respCode: fromResume(packet, context), pasidPresent, pasid, pageReqGroupId: packet.stag }
    return { response, identity: identityOf(packet.streamId), rawCode: (packet.abort ? 2 : 0) + (packet.action ? 1 : 0) }
  },
  fromResponse(response, identity, context) {
    groupOnly(response, context)
    if (response.pasidPresent) context.note('CMD_RESUME carries no PASID: the tag names the transaction')
    return {
      ...toResume(response.respCode, context),
      streamId: streamIdOf(identity, context),
      stag: context.fit('pageReqGroupId', response.pageReqGroupId, 16),
    }
  },
}
