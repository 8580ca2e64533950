import { PAGE_RESPONSE_TYPE, PRG_RESPONSE_CODE } from '../spec/codes.ts'
import { encodePacket } from '../packet/index.ts'
import { fromPageResponse } from '../translate/index.ts'
import type { Identity, PageRequest, ReadRequest } from '../translate/index.ts'
import { isStopMarker } from '../translate/stop-marker.ts'
import { policyOf } from './auto.ts'
import type { Policy } from './auto.ts'
import { badness } from './badness.ts'
import { NO_PASID, pasidOf } from './by-pasid.ts'
import { Count } from './count.ts'
import { Device, Group, keyOf } from './device.ts'
import type { DeviceInit } from './device-init.ts'
import { EventLog } from './event-log.ts'
import { nameOf } from './event.ts'
import type { AnsweredBy, BadRequest, Dropped } from './event.ts'
import type { IommuOptions } from './options.ts'
import { PendingGroups } from './pending.ts'
import { RefusedError } from './refusal.ts'
import { isStream } from './wire.ts'
import type { Wire } from './wire.ts'

const { IOMMU_PAGE_STREAM_RESP, IOMMU_PAGE_GROUP_RESP } = PAGE_RESPONSE_TYPE
const { InvalidRequest, ResponseFailure } = PRG_RESPONSE_CODE

/** The devices and groups of an IOMMU, and their transitions. Everything that counts or answers is here. */
export class Machine {
  readonly log: EventLog
  readonly count = new Count()
  private readonly wire: Wire
  private readonly policy: Policy | undefined
  private readonly deadline: number
  private readonly iommuRid: number | undefined
  readonly devices = new Map<number, Device>()
  readonly pending = new PendingGroups()
  private attached = 0
  private order = 0

  constructor(wire: Wire, { clock, deadline = Infinity, iommuRid, auto, onEvent }: IommuOptions) {
    this.wire = wire
    this.policy = policyOf(auto)
    this.deadline = deadline
    this.iommuRid = iommuRid
    this.log = new EventLog(clock, onEvent)
  }

  /** @throws {CodecError | RefusedError} `already-attached` */
  attach(init: DeviceInit): Device {
    const device = new Device(this.attached + 1, init, this.wire, this.iommuRid)
    const key = keyOf(device.identity)
    if (this.devices.has(key)) throw new RefusedError('already-attached', `0x${key.toString(16)}`)
    this.attached++
    this.devices.set(key, device)
    return device
  }

  deviceOf(identity: Identity): Device | undefined {
    return this.devices.get(keyOf(identity))
  }

  detach(device: Device): Uint8Array[] {
    device.attached = false
    this.devices.delete(keyOf(device.identity))
    this.dropPartial(device, 'detach')
    const groups = [...device.groups].map(([, , group]) => group).sort((a, b) => a.order - b.order)
    return groups.map((group) => this.answer(group, InvalidRequest, 'detach'))
  }

  /** A page request of a device comes in. @returns the responses that it led to */
  request(device: Device, { request, identity, notes }: ReadRequest): Uint8Array[] {
    for (const note of notes) this.log.add?.({ type: 'note', device: device.number, note })
    if (isStopMarker(this.wire.request, request)) return this.stop(device, request)
    const pasid = pasidOf(request)
    const index = request.pageReqGroupId
    const stream = isStream(this.wire, identity)
    if (device.groups.get(pasid, index) || (stream && device.partial.get(pasid, index))) {
      this.log.add?.({ type: 'index-reused', ...nameOf(device, pasid, index), request })
      return []
    }
    const reason = badness(device, request, stream)
    if (reason) return this.bad(device, request, stream, reason)
    return request.last || stream ? this.complete(device, request, stream) : this.gather(device, request)
  }

  private stop(device: Device, request: PageRequest): [] {
    const pasid = pasidOf(request)
    let dropped = 0
    // Without a PASID, it is of none, and says nothing.
    if (pasid !== NO_PASID) for (const index of [...device.partial.of(pasid).keys()]) dropped += this.drop(device, pasid, index, 'stop-marker')
    const pending = pasid === NO_PASID ? 0 : device.groups.of(pasid).size
    this.log.add?.({ type: 'stop-marker', device: device.number, pasid: pasid === NO_PASID ? null : pasid, dropped, pending })
    return []
  }

  private bad(device: Device, request: PageRequest, stream: boolean, reason: BadRequest): Uint8Array[] {
    const pasid = pasidOf(request)
    const index = request.pageReqGroupId
    this.log.add?.({ type: 'bad-request', ...nameOf(device, pasid, index), reason, request })
    // The format has no answer to a stream request without a PASID.
    if (reason === 'stream-without-pasid' || !(request.last || stream)) return []
    if (device.partial.get(pasid, index)) this.drop(device, pasid, index, 'bad-request')
    const group = new Group(device, request, stream, 0, this.log.now, this.order)
    return [this.send(group, this.encode(group, InvalidRequest), InvalidRequest, 'bad-request')]
  }

  private gather(device: Device, request: PageRequest): [] {
    const pasid = pasidOf(request)
    const index = request.pageReqGroupId
    const requests = device.partial.get(pasid, index)
    if (requests) requests.push(request)
    else device.partial.set(pasid, index, [request])
    this.add(device, 0, 1, 1)
    this.log.add?.({ type: 'partial', ...nameOf(device, pasid, index), request })
    return []
  }

  private complete(device: Device, request: PageRequest, stream: boolean): Uint8Array[] {
    const pasid = pasidOf(request)
    const index = request.pageReqGroupId
    const requests = [...(device.partial.get(pasid, index) ?? []), request]
    const name = nameOf(device, pasid, index)
    const auto = this.policy && this.log.whileDeciding(() => this.policy!({ ...name, stream, requests }))

    const eldest = device.eldestWith(index)
    if (eldest && !device.identity.pasidRequired) {
      this.log.add?.({ type: 'note', device: device.number, note: `group index ${index} is pending for another PASID, too; the device takes no PASID on responses, and cannot tell them apart` })
    }
    device.partial.delete(pasid, index)
    const group = new Group(device, request, stream, requests.length, this.log.now, this.order++)
    device.add(group)
    this.pending.add(group)
    this.add(device, 1, 1, 1 - requests.length)
    this.log.add?.({ type: 'pending', ...name, stream, requests, ...(auto !== undefined && { auto }) })
    return auto === undefined ? [] : [this.answer(group, auto, 'auto')]
  }

  /**
   * Encodes, releases and counts down: the one way out of being pending.
   * @throws {CodecError} `translate` for a code that the format cannot express, before anything has changed
   */
  answer(group: Group, respCode: number, by: AnsweredBy): Uint8Array {
    const bytes = this.encode(group, respCode)
    group.device.remove(group)
    this.pending.remove(group)
    this.add(group.device, -1, -group.requests, 0)
    return this.send(group, bytes, respCode, by)
  }

  /** Answers what has been pending for too long. */
  expire(): Uint8Array[] {
    const responses: Uint8Array[] = []
    const late = (group: Group | undefined): group is Group => group !== undefined && this.log.now - group.since >= this.deadline
    if (late(this.pending.first)) this.log.add?.({ type: 'expire' })
    for (let group = this.pending.first; late(group); group = this.pending.first) responses.push(this.answer(group, ResponseFailure, 'deadline'))
    return responses
  }

  /** Forgets all partial requests, of every device or of one. @returns how many there were */
  dropPartial(only: Device | undefined, by: Dropped): number {
    let dropped = 0
    for (const device of only ? [only] : this.devices.values()) {
      for (const [pasid, index] of [...device.partial]) dropped += this.drop(device, pasid, index, by)
    }
    return dropped
  }

  private drop(device: Device, pasid: number, index: number, by: Dropped): number {
    const requests = device.partial.get(pasid, index)!.length
    device.partial.delete(pasid, index)
    this.add(device, 0, -requests, -requests)
    this.log.add?.({ type: 'dropped', ...nameOf(device, pasid, index), requests, by })
    return requests
  }

  private send({ device, pasid, index, stream }: Group, bytes: Uint8Array, respCode: number, by: AnsweredBy): Uint8Array {
    this.log.add?.({ type: 'answer', ...nameOf(device, pasid, index), respCode, by, record: this.recordOf(stream), bytes })
    return bytes
  }

  /** The device's own identity and the group's own values: of whoever answers it comes the code alone. */
  private encode({ device, pasid, index, stream, addr, privateData }: Group, respCode: number): Uint8Array {
    const record = this.recordOf(stream)
    const response = {
      addr,
      pasid: pasid === NO_PASID ? 0 : pasid,
      respCode,
      pasidPresent: pasid !== NO_PASID,
      pageReqGroupId: index,
      type: stream ? IOMMU_PAGE_STREAM_RESP : IOMMU_PAGE_GROUP_RESP,
      privateData,
    }
    return encodePacket(record, fromPageResponse(record, response, device.identity).packet)
  }

  private recordOf(stream: boolean): string {
    return stream ? this.wire.streamResponse! : this.wire.response
  }

  private add(device: Device, groups: number, requests: number, partial: number): void {
    device.count.add(groups, requests, partial)
    this.count.add(groups, requests, partial)
  }
}
