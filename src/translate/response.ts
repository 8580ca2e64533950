import type { AnyMessage } from '../codec/message.ts'
import { PAGE_RESPONSE_TYPE } from '../spec/codes.ts'
import { fieldOf } from '../spec/role-fields.ts'
import type { Layout } from '../spec/vocabulary.ts'
import { fromCode, toCode } from './codes.ts'
import type { Context } from './context.ts'
import { deviceOf } from './device.ts'
import { bitsOf, has, isBeside, isPage, reader, writer, zeroIsNone } from './fields.ts'
import type { ResponseFormat } from './format.ts'
import type { PageResponseMsg } from './generic.ts'
import { othersOf } from './others.ts'
import type { Packet } from '../packet/carried.ts'
import { pasidIsTaken, readPasid, writePasid } from './pasid.ts'
import { privateDataOf } from './private-data.ts'

const { IOMMU_PAGE_STREAM_RESP: STREAM, IOMMU_PAGE_GROUP_RESP: GROUP } = PAGE_RESPONSE_TYPE

/** A page response in a record, by its roles. */
export function responseFormat(layout: Layout): ResponseFormat<Packet> {
  const { codes = 'PCIe', stream = false } = layout.carries!
  const codeField = fieldOf(layout, 'code') ?? 'code'
  const device = deviceOf(layout)
  const others = othersOf(layout)
  const data = privateDataOf(layout)
  const beside = isBeside(layout, 'pasidValid')
  const always = !has(layout, 'pasidValid')
  const noPasidIsZero = zeroIsNone(layout)
  const toDevice = has(layout, 'device') && !always
  const [valid, pasid, group, code] = [reader(layout, 'pasidValid', false), reader(layout, 'pasid', 0), reader(layout, 'group', 0), reader(layout, 'code', 0)]
  const [address, type] = [reader(layout, 'address', 0n), reader(layout, 'type', stream ? STREAM : GROUP)]
  const [execute, privileged] = [reader(layout, 'execute', false), reader(layout, 'privileged', false)]
  const into = {
    valid: writer(layout, 'pasidValid'), pasid: writer(layout, 'pasid'), group: writer(layout, 'group'),
    code: writer(layout, 'code'), address: writer(layout, 'address'), type: writer(layout, 'type'),
  }
  const bits = { pasid: bitsOf(layout, 'pasid'), group: bitsOf(layout, 'group'), address: bitsOf(layout, 'address') }
  const page = isPage(layout, 'address')
  const typed = has(layout, 'type')
  const addressed = has(layout, 'address')

  return {
    id: layout.id,
    toResponse(packet, context) {
      others.read(packet, context)
      if (execute(packet) || privileged(packet)) context.note('ER and PMR mean nothing on a response')
      const pasidPresent = valid(packet)
      const rawCode = code(packet)
      const response = {
        addr: address(packet),
        pasid: readPasid(pasidPresent, pasid(packet), context),
        respCode: fromCode(rawCode, codes, codeField, context),
        pasidPresent,
        pageReqGroupId: group(packet),
        type: type(packet),
        privateData: data.read(packet, context),
      }
      if (typed) checkType(response.type, context)
      return { response, identity: device.read(packet, context), rawCode }
    },
    fromResponse(response, identity, context) {
      const packet: AnyMessage = {}
      checkType(response.type, context)
      if (!typed) only(stream ? STREAM : GROUP, response, context)
      if (!addressed) context.loseUnless('addr', response.addr, 'an answer to a group carries no address')
      if (always && !response.pasidPresent) context.refuse('pasidPresent', `true: ${stream ? 'a stream response' : 'a response of this format'} always has a PASID`, false)
      others.write(packet)
      data.write(response.privateData, packet, context)
      const number = writePasid(response, bits.pasid, context, noPasidIsZero)
      const pasidPresent = toDevice ? pasidIsTaken(response, identity, context) : response.pasidPresent
      if (beside) {
        if (pasidPresent) (packet as Packet).pasidPrefix = { pasid: number, executeRequested: false, privilegedModeRequested: false }
      } else {
        into.pasid(packet, pasidPresent ? number : 0)
        into.valid(packet, pasidPresent)
      }
      device.write(identity, packet, context)
      into.code(packet, toCode(response.respCode, codes, context))
      into.group(packet, context.fit('pageReqGroupId', response.pageReqGroupId, bits.group))
      if (addressed) into.address(packet, page ? context.page(response.addr) : context.fitBig('addr', response.addr, bits.address))
      into.type(packet, response.type)
      return packet
    },
  }
}

/** A format that answers a group, and only tells which: no address, no stream, no private data. */
export function groupOnly(response: PageResponseMsg, context: Context): void {
  checkType(response.type, context)
  only(GROUP, response, context)
  context.loseUnless('addr', response.addr, 'an answer to a group carries no address')
  context.loseUnless('privateData', response.privateData, 'the format has no place for private data')
}

function only(right: number, { type }: PageResponseMsg, context: Context): void {
  if (type === right) return
  if (right === GROUP) context.lose('type', type, 'the format answers groups, not streams', '2 group response')
  else context.lose('type', type, 'the format answers streams, not groups', '1 stream response')
}

/** @throws {CodecError} `translate` */
function checkType(type: number, context: Context): void {
  if (type !== GROUP && type !== STREAM) context.refuse('type', '1 stream response or 2 group response', type)
}
