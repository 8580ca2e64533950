import type {
  LinuxFaultEvent, LinuxIommuFaultPageRequest, LinuxIommuPageResponse, LinuxIommuPageResponseV5_3, LinuxIommufdPageResponse, LinuxIommufdPgfault, LinuxPageResponseMsg,
} from '../generated/linux.ts'
import { IOMMU_FAULT_PAGE_REQUEST_FLAGS, IOMMU_FAULT_PERM, IOMMU_FAULT_TYPE, IOMMU_PAGE_RESP_FLAGS, IOMMU_PGFAULT_FLAGS } from '../spec/codes.ts'
import type { Context } from './context.ts'
import type { RequestFormat, ResponseFormat } from './format.ts'
import type { Identity, PageRequest, PageResponseMsg } from './generic.ts'
import { readPasid, writePasid } from './pasid.ts'
import { readPrivateData, writePrivateData } from './private-data.ts'
import { groupRequestOnly } from './request-rules.ts'
import { fromIommufd, fromLinux, fromWire, toIommufd, toLinux, toWire } from './resp-codes.ts'
import { GROUP, groupOnly, groupType } from './response-rules.ts'

const { IOMMU_FAULT_PERM_READ, IOMMU_FAULT_PERM_WRITE, IOMMU_FAULT_PERM_EXEC, IOMMU_FAULT_PERM_PRIV } = IOMMU_FAULT_PERM
const {
  IOMMU_FAULT_PAGE_REQUEST_PASID_VALID: PASID_VALID,
  IOMMU_FAULT_PAGE_REQUEST_LAST_PAGE: LAST_PAGE,
  IOMMU_FAULT_PAGE_REQUEST_PRIV_DATA: PRIV_DATA,
  IOMMU_FAULT_PAGE_RESPONSE_NEEDS_PASID: NEEDS_PASID,
} = IOMMU_FAULT_PAGE_REQUEST_FLAGS
const { IOMMU_PAGE_RESP_PASID_VALID } = IOMMU_PAGE_RESP_FLAGS
const { IOMMU_PGFAULT_FLAGS_PASID_VALID, IOMMU_PGFAULT_FLAGS_LAST_PAGE } = IOMMU_PGFAULT_FLAGS

type Permissions = Pick<PageRequest, 'read' | 'write' | 'execute' | 'privileged'>

function permissions(perm: number, field: string, context: Context): Permissions {
  unknownBits(perm, 0xf, field, context)
  return {
    read: (perm & IOMMU_FAULT_PERM_READ) !== 0,
    write: (perm & IOMMU_FAULT_PERM_WRITE) !== 0,
    execute: (perm & IOMMU_FAULT_PERM_EXEC) !== 0,
    privileged: (perm & IOMMU_FAULT_PERM_PRIV) !== 0,
  }
}

function permOf({ read, write, execute, privileged }: Permissions): number {
  return (
    (read ? IOMMU_FAULT_PERM_READ : 0) | (write ? IOMMU_FAULT_PERM_WRITE : 0) | (execute ? IOMMU_FAULT_PERM_EXEC : 0) | (privileged ? IOMMU_FAULT_PERM_PRIV : 0)
  )
}

function unknownBits(value: number, known: number, field: string, context: Context): void {
  const unknown = (value & ~known) >>> 0
  if (unknown !== 0) context.note(`${field} has bits 0x${unknown.toString(16)} set, which mean nothing here and are not carried`)
}

/** No request of Linux is a stream request; and none is a Stop Marker, which the driver drops. */
function linuxRequest({ pasidPresent, last, read, write }: PageRequest, identity: Identity, context: Context): void {
  groupRequestOnly(identity, context)
  if (pasidPresent && last && !read && !write) context.note('a Stop Marker is never answered; Linux takes one in this struct for a request')
}

/** `struct iommu_fault_event` of 2017. Its `device_private` carries the private data; its `iommu_private` stays with the driver. */
export const faultEvent = (id: string): RequestFormat<LinuxFaultEvent> => ({
  id,
  toRequest(packet, context) {
    if (packet.type !== IOMMU_FAULT_TYPE.IOMMU_FAULT_PAGE_REQ) context.refuse('type', '2, a page request', packet.type)
    if (packet.iommuPrivate !== 0n) context.note('iommu_private belongs to the IOMMU driver and is not carried')
    if (packet.reason !== 0) context.note(`reason ${packet.reason} is not carried`)
    const { addr, pasid, pasidValid, pageReqGroupId, lastReq, prot, devicePrivate } = packet
    const request = {
      addr,
      ...readPasid(pasidValid, pasid, context),
      pageReqGroupId,
      last: lastReq,
      ...permissions(prot, 'prot', context),
      privateData: devicePrivate,
    }
    return { request, identity: {} }
  },
  fromRequest(request, identity, context) {
    linuxRequest(request, identity, context)
    return {
      type: IOMMU_FAULT_TYPE.IOMMU_FAULT_PAGE_REQ,
      reason: 0,
      addr: context.fitBig('addr', request.addr, 64),
      pasid: writePasid(request, 32, context),
      pageReqGroupId: context.fit('pageReqGroupId', request.pageReqGroupId, 9),
      lastReq: request.last,
      pasidValid: request.pasidPresent,
      prot: permOf(request),
      devicePrivate: context.fitBig('privateData', request.privateData, 64),
      iommuPrivate: 0n,
    }
  },
})

/** The page request of `struct iommu_fault`, UAPI of Linux 5.3 to 6.8. */
export const iommuFaultPageRequest = (id: string): RequestFormat<LinuxIommuFaultPageRequest> => ({
  id,
  toRequest(packet, context) {
    const { flags, pasid, grpid, perm, addr, privateData0, privateData1 } = packet
    unknownBits(flags, PASID_VALID | LAST_PAGE | PRIV_DATA | NEEDS_PASID, 'flags', context)
    const request = {
      addr,
      ...readPasid((flags & PASID_VALID) !== 0, pasid, context),
      pageReqGroupId: grpid,
      last: (flags & LAST_PAGE) !== 0,
      ...permissions(perm, 'perm', context),
      privateData: readPrivateData({ privateDataPresent: (flags & PRIV_DATA) !== 0, privateData0, privateData1 }, context),
    }
    // The flag speaks of a request with a PASID; before Linux 5.9 it was never set, which the record does not tell.
    const needsPasid = (flags & NEEDS_PASID) !== 0
    return { request, identity: request.pasidPresent || needsPasid ? { pasidRequired: needsPasid } : {} }
  },
  fromRequest(request, identity, context) {
    linuxRequest(request, identity, context)
    const { pasidPresent, last } = request
    const { pasidRequired } = identity
    if (pasidPresent && pasidRequired === undefined) {
      context.note('whether the device requires a PASID on responses is not known; RESPONSE_NEEDS_PASID is clear')
    }
    const { privateDataPresent, privateData0, privateData1 } = writePrivateData(request.privateData, context)
    return {
      flags: (pasidPresent ? PASID_VALID : 0) | (last ? LAST_PAGE : 0) | (privateDataPresent ? PRIV_DATA : 0) | (pasidRequired ? NEEDS_PASID : 0),
      pasid: writePasid(request, 32, context),
      grpid: context.fit('pageReqGroupId', request.pageReqGroupId, 32),
      perm: permOf(request),
      addr: context.fitBig('addr', request.addr, 64),
      privateData0,
      privateData1,
    }
  },
})

/** `struct iommu_hwpt_pgfault`. The device is named by its iommufd object, the group by its cookie. */
export const iommufdPgfault = (id: string): RequestFormat<LinuxIommufdPgfault> => ({
  id,
  toRequest(packet, context) {
    const { flags, devId, cookie, grpid, perm, addr, length } = packet
    unknownBits(flags, IOMMU_PGFAULT_FLAGS_PASID_VALID | IOMMU_PGFAULT_FLAGS_LAST_PAGE, 'flags', context)
    if (length !== 0) context.note(`length ${length} is a hint and is not carried`)
    const request = {
      addr,
      ...readPasid((flags & IOMMU_PGFAULT_FLAGS_PASID_VALID) !== 0, packet.pasid, context),
      pageReqGroupId: grpid,
      last: (flags & IOMMU_PGFAULT_FLAGS_LAST_PAGE) !== 0,
      ...permissions(perm, 'perm', context),
      privateData: 0n,
    }
    return { request, identity: { devId, cookie } }
  },
  fromRequest(request, identity, context) {
    linuxRequest(request, identity, context)
    context.loseUnless('privateData', request.privateData, 'the format has no place for private data')
    return {
      flags: (request.pasidPresent ? IOMMU_PGFAULT_FLAGS_PASID_VALID : 0) | (request.last ? IOMMU_PGFAULT_FLAGS_LAST_PAGE : 0),
      devId: context.need('devId', identity.devId, 32),
      pasid: writePasid(request, 32, context),
      grpid: context.fit('pageReqGroupId', request.pageReqGroupId, 32),
      perm: permOf(request),
      addr: context.fitBig('addr', request.addr, 64),
      length: 0,
      cookie: context.need('cookie', identity.cookie, 32),
    }
  },
})

/** `struct page_response_msg` itself: everything but the width of the private data is the generic shape. */
export const pageResponseMsg = (id: string): ResponseFormat<LinuxPageResponseMsg> => ({
  id,
  toResponse(packet, context) {
    if (packet.type !== 1) groupType(packet.type, context)
    const { pasidPresent, pasid, respCode } = packet
    const response = {
      ...packet,
      ...readPasid(pasidPresent, pasid, context),
      respCode: fromWire(respCode, context),
      privateData: BigInt(packet.privateData),
    }
    return { response, identity: {}, rawCode: respCode }
  },
  fromResponse(response, _identity, context) {
    if (response.type !== 1) groupType(response.type, context)
    return {
      addr: context.fitBig('addr', response.addr, 64),
      pasid: writePasid(response, 32, context),
      respCode: toWire(response.respCode, context),
      pasidPresent: response.pasidPresent,
      pageReqGroupId: context.fit('pageReqGroupId', response.pageReqGroupId, 9),
      type: response.type,
      privateData: Number(context.fitBig('privateData', response.privateData, 32)),
    }
  },
})

function fromUapi({ version, flags, pasid, grpid, code }: LinuxIommuPageResponseV5_3, context: Context): PageResponseMsg {
  if (version !== 1) context.refuse('version', '1', version)
  if ((flags & ~IOMMU_PAGE_RESP_PASID_VALID) !== 0) context.refuse('flags', 'no flag but PASID_VALID', flags)
  return { ...GROUP, respCode: fromLinux(code, context), ...readPasid((flags & IOMMU_PAGE_RESP_PASID_VALID) !== 0, pasid, context), pageReqGroupId: grpid }
}

function toUapi(response: PageResponseMsg, context: Context): LinuxIommuPageResponseV5_3 {
  groupOnly(response, context)
  return {
    version: 1,
    flags: response.pasidPresent ? IOMMU_PAGE_RESP_PASID_VALID : 0,
    pasid: writePasid(response, 32, context),
    grpid: context.fit('pageReqGroupId', response.pageReqGroupId, 32),
    code: toLinux(response.respCode, context),
  }
}

export const iommuPageResponseV5_3 = (id: string): ResponseFormat<LinuxIommuPageResponseV5_3> => ({
  id,
  toResponse: (packet, context) => ({ response: fromUapi(packet, context), identity: {}, rawCode: packet.code }),
  fromResponse: (response, _identity, context) => toUapi(response, context),
})

export const iommuPageResponse = (id: string): ResponseFormat<LinuxIommuPageResponse> => ({
  id,
  toResponse(packet, context) {
    // Linux takes any size that holds the struct, and so a caller's struct may be longer than it knows.
    if (packet.argsz < 24) context.refuse('argsz', 'at least 24 bytes', packet.argsz)
    if (packet.argsz > 24) context.note(`argsz ${packet.argsz} is not carried`)
    return { response: fromUapi(packet, context), identity: {}, rawCode: packet.code }
  },
  fromResponse: (response, _identity, context) => ({ argsz: 24, ...toUapi(response, context) }),
})

/** `struct iommu_hwpt_page_response`: the cookie alone says which group it answers. */
export const iommufdPageResponse = (id: string): ResponseFormat<LinuxIommufdPageResponse> => ({
  id,
  toResponse({ cookie, code }, context, request) {
    if (request === undefined) return context.refuse('cookie', 'the request that it answers, for its group and PASID', cookie)
    const { pasid, pasidPresent, pageReqGroupId } = request
    return { response: { ...GROUP, respCode: fromIommufd(code, context), pasid, pasidPresent, pageReqGroupId }, identity: { cookie }, rawCode: code }
  },
  fromResponse(response, identity, context) {
    groupOnly(response, context)
    return { cookie: context.need('cookie', identity.cookie, 32), code: toIommufd(response.respCode, context) }
  },
})
