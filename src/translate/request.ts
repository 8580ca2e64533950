import type { AnyMessage } from '../codec/message.ts'
import type { Layout } from '../spec/vocabulary.ts'
import type { Context } from './context.ts'
import { deviceOf } from './device.ts'
import { bitsOf, has, isBeside, isPage, reader, writer } from './fields.ts'
import type { RequestFormat } from './format.ts'
import type { Identity, PageRequest } from './generic.ts'
import { othersOf } from './others.ts'
import type { Packet } from '../packet/carried.ts'
import { readPasid, writePasid } from './pasid.ts'
import { privateDataOf } from './private-data.ts'

/** A page request in a record, by its roles. */
export function requestFormat(layout: Layout): RequestFormat<Packet> {
  const { permissionsWithPasid = false, stopMarker } = layout.carries!
  const device = deviceOf(layout)
  const others = othersOf(layout)
  const data = privateDataOf(layout)
  const besides = besidesOf(layout)
  const beside = isBeside(layout, 'pasidValid')
  const flag = (role: 'pasidValid' | 'last' | 'read' | 'write' | 'execute' | 'privileged', none = false) => reader(layout, role, none)
  const [valid, last, read, write, execute, privileged] = [flag('pasidValid'), flag('last', true), flag('read'), flag('write'), flag('execute'), flag('privileged')]
  const [pasid, group, address] = [reader(layout, 'pasid', 0), reader(layout, 'group', 0), reader(layout, 'address', 0n)]
  const into = {
    valid: writer(layout, 'pasidValid'), pasid: writer(layout, 'pasid'), group: writer(layout, 'group'), address: writer(layout, 'address'),
    last: writer(layout, 'last'), read: writer(layout, 'read'), write: writer(layout, 'write'), execute: writer(layout, 'execute'), privileged: writer(layout, 'privileged'),
  }
  const bits = { pasid: bitsOf(layout, 'pasid'), group: bitsOf(layout, 'group'), address: bitsOf(layout, 'address') }
  const page = isPage(layout, 'address')
  const absent = (['read', 'write', 'execute', 'privileged'] as const).filter((role) => !has(layout, role))
  const grouped = has(layout, 'last')

  return {
    id: layout.id,
    toRequest(packet, context) {
      others.read(packet, context)
      const pasidPresent = valid(packet)
      const permitted = pasidPresent || !permissionsWithPasid
      const [x, p] = [execute(packet), privileged(packet)]
      if (!permitted && (x || p)) context.note('execute and privileged mean nothing without a PASID and are not carried')
      const request = {
        addr: address(packet),
        pasid: readPasid(pasidPresent, pasid(packet), context),
        pasidPresent,
        pageReqGroupId: group(packet),
        last: last(packet),
        read: read(packet),
        write: write(packet),
        execute: permitted && x,
        privileged: permitted && p,
        privateData: data.read(packet, context),
      }
      const identity = device.read(packet, context)
      besides.read(packet, request, identity)
      return { request, identity }
    },
    fromRequest(request, identity, context) {
      const packet: AnyMessage = {}
      const { pasidPresent } = request
      if (stopMarker === 'as a request' && isMarker(request)) context.note('a Stop Marker is never answered; Linux takes one in this struct for a request')
      if (!grouped && !request.last) context.refuse('last', 'true: the format has no groups of several requests', false)
      for (const role of absent) context.loseUnless(role, request[role], 'the format has no place for it')
      if (permissionsWithPasid && !pasidPresent) losePermissions(request, context)
      const permitted = pasidPresent || !permissionsWithPasid
      others.write(packet)
      data.write(request.privateData, packet, context)
      besides.write(request, identity, packet, context)
      device.write(identity, packet, context)
      const number = writePasid(request, bits.pasid, context)
      if (beside) {
        if (pasidPresent) (packet as Packet).pasidPrefix = { pasid: number, executeRequested: request.execute, privilegedModeRequested: request.privileged }
      } else {
        into.pasid(packet, number)
        into.valid(packet, pasidPresent)
        into.execute(packet, permitted && request.execute)
        into.privileged(packet, permitted && request.privileged)
      }
      into.group(packet, context.fit('pageReqGroupId', request.pageReqGroupId, bits.group))
      into.last(packet, request.last)
      into.read(packet, request.read)
      into.write(packet, request.write)
      into.address(packet, page ? context.page(request.addr) : context.fitBig('addr', request.addr, bits.address))
      return packet
    },
  }
}

const isMarker = ({ pasidPresent, last, read, write }: PageRequest): boolean => pasidPresent && last && !read && !write

function losePermissions({ execute, privileged }: PageRequest, context: Context): void {
  const reason = 'in this format it goes with a PASID only'
  context.loseUnless('execute', execute, reason)
  context.loseUnless('privileged', privileged, reason)
}

/** What some requests say beside the generic shape, of the answer that they want. */
function besidesOf(layout: Layout) {
  const stream = has(layout, 'streamRequested') ? reader(layout, 'streamRequested', false) : undefined
  const batch = has(layout, 'batch') ? reader(layout, 'batch', false) : undefined
  const required = has(layout, 'pasidRequired') ? reader(layout, 'pasidRequired', false) : undefined
  const into = { stream: writer(layout, 'streamRequested'), batch: writer(layout, 'batch'), required: writer(layout, 'pasidRequired') }
  return {
    read(packet: Packet, { pasidPresent }: PageRequest, identity: Identity): void {
      if (stream) identity.streamResponseRequested = stream(packet)
      if (batch) identity.batchOfFaults = batch(packet)
      // The flag speaks of a request with a PASID; before Linux 5.9 it was never set, which the record does not tell.
      if (required && (pasidPresent || required(packet))) identity.pasidRequired = required(packet)
    },
    write({ pasidPresent }: PageRequest, { streamResponseRequested, batchOfFaults, pasidRequired }: Identity, packet: AnyMessage, context: Context): void {
      if (!stream) context.loseUnless('streamResponseRequested', streamResponseRequested, 'the format has no stream requests')
      if (!batch) context.loseUnless('batchOfFaults', batchOfFaults, 'the format has no batches')
      if (required && pasidPresent && pasidRequired === undefined) {
        context.note('whether the device requires a PASID on responses is not known; RESPONSE_NEEDS_PASID is clear')
      }
      into.stream(packet, streamResponseRequested ?? false)
      into.batch(packet, batchOfFaults ?? false)
      into.required(packet, pasidRequired ?? false)
    },
  }
}
