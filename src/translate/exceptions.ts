import type { AnyMessage } from '../codec/message.ts'
import type { AnyRecord } from '../registry.ts'
import { PAGE_RESPONSE_TYPE, PRG_RESPONSE_CODE } from '../spec/codes.ts'
import type { Carries } from '../spec/roles.ts'
import type { Layout } from '../spec/vocabulary.ts'
import { checkCode, fromCode, toCode } from './codes.ts'
import type { Context } from './context.ts'
import { deviceOf } from './device.ts'
import { bitsOf, reader, writer } from './fields.ts'
import { optionalFields, packetLayout, withoutEmpty } from './flit.ts'
import type { RequestFormat, ResponseFormat } from './format.ts'
import { othersOf } from './others.ts'
import type { Packet } from '../packet/carried.ts'
import { stopMarker } from './pcie.ts'
import { requestFormat } from './request.ts'
import { groupOnly, responseFormat } from './response.ts'

/** The formats that no table of roles describes. Each says what is different. */

const { Success, InvalidRequest, ResponseFailure } = PRG_RESPONSE_CODE

/** A stalled transaction is a group of its own, named by its tag, as Linux has it; and it is either a read or a write. */
function stalledTransaction(layout: Layout): RequestFormat<Packet> {
  const { tag } = layout.roles!
  const format = requestFormat({ ...layout, roles: { ...layout.roles, ...(tag !== undefined && { group: tag }) } })
  return {
    ...format,
    fromRequest(request, identity, context) {
      if (!request.last) context.refuse('last', 'true: a stalled transaction is a group of its own', false)
      if (!request.read && !request.write) context.refuse('read', 'a read or a write: a transaction is one of them', false)
      if (request.read && request.write) context.lose('read', true, 'a transaction is a read or a write', 'false beside a write')
      return format.fromRequest(request, identity, context)
    },
  }
}

/** CMD_RESUME has no code but retry and abort, no PASID, and the tag in place of a group. Arm IHI 0070, 4.7.1. */
function answerToStalledTransaction(layout: Layout): ResponseFormat<Packet> {
  const device = deviceOf(layout)
  const others = othersOf({ ...layout, carries: { ...layout.carries!, others: {} } })
  const [tag, write, bits] = [reader(layout, 'tag', 0), writer(layout, 'tag'), bitsOf(layout, 'tag')]
  return {
    id: layout.id,
    toResponse(packet, context, request) {
      if (request === undefined) context.note('CMD_RESUME carries no PASID; whether the request had one is not known')
      const respCode = fromResume(packet.action as boolean, packet.abort as boolean, context)
      others.read(packet, context)
      const response = {
        addr: 0n, pasid: request?.pasid ?? 0, respCode, pasidPresent: request?.pasidPresent ?? false, pageReqGroupId: tag(packet),
        type: PAGE_RESPONSE_TYPE.IOMMU_PAGE_GROUP_RESP, privateData: 0n,
      }
      return { response, identity: device.read(packet, context), rawCode: (packet.abort ? 2 : 0) + (packet.action ? 1 : 0) }
    },
    fromResponse(response, identity, context) {
      groupOnly(response, context)
      if (response.pasidPresent) context.note('CMD_RESUME carries no PASID: the tag names the transaction')
      checkCode(response.respCode, context)
      if (response.respCode === ResponseFailure) context.note('CMD_RESUME aborts for Response Failure as for Invalid Request')
      const retry = response.respCode === Success
      const packet: AnyMessage = { action: retry, abort: !retry }
      device.write(identity, packet, context)
      write(packet, context.fit('pageReqGroupId', response.pageReqGroupId, bits))
      return packet
    },
  }
}

function fromResume(action: boolean, abort: boolean, context: Context): number {
  if (action && abort) context.note('CMD_RESUME ignores Ab on a retry')
  if (action) return Success
  if (abort) {
    context.note('CMD_RESUME aborts for Invalid Request and for Response Failure alike; read as Invalid Request')
    return InvalidRequest
  }
  context.note('CMD_RESUME terminates without an abort; read as Response Failure')
  return ResponseFailure
}

/** The cookie of iommufd alone says which group is answered: the group and the PASID are known from the request only. */
function answerByCookie(layout: Layout): ResponseFormat<Packet> {
  const { codes = 'PCIe' } = layout.carries!
  const device = deviceOf(layout)
  const [cookie, code, writeCode] = [reader(layout, 'cookie', 0), reader(layout, 'code', 0), writer(layout, 'code')]
  return {
    id: layout.id,
    toResponse(packet, context, request) {
      if (request === undefined) return context.refuse('cookie', 'the request that it answers beside it, for its group and PASID', cookie(packet))
      const { pasid, pasidPresent, pageReqGroupId } = request
      const rawCode = code(packet)
      const respCode = fromCode(rawCode, codes, 'code', context)
      const response = { addr: 0n, pasid, respCode, pasidPresent, pageReqGroupId, type: PAGE_RESPONSE_TYPE.IOMMU_PAGE_GROUP_RESP, privateData: 0n }
      return { response, identity: device.read(packet, context), rawCode }
    },
    fromResponse(response, identity, context) {
      groupOnly(response, context)
      const packet: AnyMessage = {}
      device.write(identity, packet, context)
      writeCode(packet, toCode(response.respCode, codes, context))
      return packet
    },
  }
}

type Unlike = NonNullable<Carries['unlike']> | 'nothing'

const REQUESTS: { readonly [U in Unlike]?: (layout: Layout) => RequestFormat<Packet> } = {
  nothing: requestFormat,
  'stalled transaction': stalledTransaction,
  'stop marker': stopMarker,
}

const RESPONSES: { readonly [U in Unlike]?: (layout: Layout) => ResponseFormat<Packet> } = {
  nothing: responseFormat,
  'answer to a stalled transaction': answerToStalledTransaction,
  'answer by cookie': answerByCookie,
}

/** The way between a record that carries a page request and the generic one. */
export function requestFormatOf(codec: AnyRecord): RequestFormat<Packet> {
  const format = REQUESTS[codec.layout.carries!.unlike ?? 'nothing']!(packetLayout(codec))
  const optional = optionalFields(codec)
  if (optional.length === 0) return format
  return { ...format, fromRequest: (...given) => withoutEmpty(optional, format.fromRequest(...given) as AnyMessage) }
}

/** The way between a record that carries a page response and the generic one. */
export function responseFormatOf(codec: AnyRecord): ResponseFormat<Packet> {
  const format = RESPONSES[codec.layout.carries!.unlike ?? 'nothing']!(packetLayout(codec))
  const optional = optionalFields(codec)
  if (optional.length === 0) return format
  return { ...format, fromResponse: (...given) => withoutEmpty(optional, format.fromResponse(...given) as AnyMessage) }
}
