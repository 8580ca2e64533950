import { PAGE_RESPONSE_TYPE, PRG_RESPONSE_CODE } from '../spec/codes.ts'
import type { Identity, PageRequest, PageResponseMsg, ReadRequest } from '../translate/index.ts'
import { textOfThrown } from './arguments.ts'
import { Device, Group, keyOf, PendingGroups } from './device.ts'
import type { FullDeviceInit } from './device.ts'
import { EventLog } from './events.ts'
import type { AnsweredBy, BadRequest, DroppedBy } from './events.ts'
import { Count, NO_PASID, pasidOf, toldPasid } from './groups.ts'
import type { FullIommuOptions } from './options.ts'
import { RefusedError } from './refusal.ts'

const { IOMMU_PAGE_STREAM_RESP, IOMMU_PAGE_GROUP_RESP } = PAGE_RESPONSE_TYPE
const { InvalidRequest, ResponseFailure } = PRG_RESPONSE_CODE

/** The devices and groups of an IOMMU, and their transitions. Everything that counts or answers is here. */
export class Machine {
  readonly log: EventLog
  readonly count = new Count()
  readonly devices = new Map<number, Device>()
  readonly pending = new PendingGroups()
  private readonly options: FullIommuOptions
  private attached = 0
  private order = 0

  constructor(options: FullIommuOptions) {
    this.options = options
    this.log = new EventLog(options)
  }

  /** @throws {CodecError} where the format has no place for the device @throws {RefusedError} `already-attached` */
  attach(init: FullDeviceInit): Device {
    const { rid, segment, pri } = init
    const { iommuRid, wire } = this.options
    const identity: Identity = Object.freeze({
      ...(rid !== undefined && { rid }),
      ...(segment !== undefined && { segment }),
      ...(iommuRid !== undefined && { iommuRid }),
      pasidRequired: pri.prgResponsePasidRequired,
    })
    // The format refuses an identity that it has no place for, before there is anything to answer.
    wire.write(groupResponse(NO_PASID, 0, InvalidRequest), identity)
    const key = keyOf(identity)
    if (this.devices.has(key)) throw new RefusedError('already-attached', `0x${key.toString(16)}`)
    const device = new Device(++this.attached, init, identity)
    this.devices.set(key, device)
    return device
  }

  deviceOf(identity: Identity): Device | undefined {
    return this.devices.get(keyOf(identity))
  }

  detach(device: Device): Uint8Array<ArrayBuffer>[] {
    device.attached = false
    this.devices.delete(keyOf(device.identity))
    this.dropPartial(device, 'detach')
    const groups = [...device.groups].map(([, , group]) => group).sort((a, b) => a.order - b.order)
    return groups.map((group) => this.answer(group, InvalidRequest, 'detach'))
  }

  /** A page request of a device comes in. @param responses takes those that it leads to */
  request(device: Device, { request, identity, notes }: ReadRequest, responses: Uint8Array<ArrayBuffer>[]): void {
    const { log } = this
    for (const note of notes) log.add?.({ at: log.now, type: 'note', device: device.number, note })
    if (this.options.wire.isStopMarker(request)) return this.stop(device, request)
    const pasid = pasidOf(request)
    const index = request.pageReqGroupId
    const stream = this.options.wire.isStream(identity)
    if (device.groups.get(pasid, index) || (stream && device.partial.get(pasid, index))) {
      log.add?.({ at: log.now, type: 'index-reused', device: device.number, pasid: toldPasid(pasid), pageReqGroupId: index, request })
      return
    }
    const reason = this.badness(device, request, stream)
    if (reason) this.bad(device, request, stream, reason, responses)
    else if (request.last || stream) this.complete(device, request, stream, responses)
    else this.gather(device, request)
  }

  private stop(device: Device, request: PageRequest): void {
    const pasid = pasidOf(request)
    let dropped = 0
    // Without a PASID, it is of none, and says nothing.
    if (pasid !== NO_PASID) for (const index of [...device.partial.of(pasid).keys()]) dropped += this.drop(device, pasid, index, 'stop-marker')
    const pending = pasid === NO_PASID ? 0 : device.groups.of(pasid).size
    this.log.add?.({ at: this.log.now, type: 'stop-marker', device: device.number, pasid: toldPasid(pasid), dropped, pending })
  }

  /** Why the device may not ask for this; undefined if it may. */
  private badness({ init, count }: Device, { pasid, pasidPresent }: PageRequest, stream: boolean): BadRequest | undefined {
    if (init.domain === null) return 'no-domain'
    if (!init.pri.enable) return 'pri-disabled'
    if (pasidPresent && !init.pasid.enable) return 'pasid-disabled'
    if (pasid >= 2 ** init.pasid.maxPasidWidth) return 'pasid-too-wide'
    if (stream && !pasidPresent) return 'stream-without-pasid'
    if (count.requests >= init.pri.pageRequestAllocation) return 'over-allocation'
    if (this.count.requests >= this.options.maxRequests) return 'over-limit'
    return undefined
  }

  private bad(device: Device, request: PageRequest, stream: boolean, reason: BadRequest, responses: Uint8Array<ArrayBuffer>[]): void {
    const { log } = this
    const pasid = pasidOf(request)
    const index = request.pageReqGroupId
    log.add?.({ at: log.now, type: 'bad-request', device: device.number, pasid: toldPasid(pasid), pageReqGroupId: index, reason, request })
    // The format has no answer to a stream request without a PASID.
    if (reason === 'stream-without-pasid' || !(request.last || stream)) return
    if (device.partial.get(pasid, index)) this.drop(device, pasid, index, 'bad-request')
    const group = new Group(device, request, stream, 0, log.now, this.order)
    responses.push(this.send(group, this.encode(group, InvalidRequest), InvalidRequest, 'bad-request'))
  }

  private gather(device: Device, request: PageRequest): void {
    const { log } = this
    const pasid = pasidOf(request)
    const index = request.pageReqGroupId
    const requests = device.partial.get(pasid, index)
    if (requests) requests.push(request)
    else device.partial.set(pasid, index, [request])
    this.add(device, 0, 1, 1)
    log.add?.({ at: log.now, type: 'partial', device: device.number, pasid: toldPasid(pasid), pageReqGroupId: index, request: Object.freeze(request) })
  }

  private complete(device: Device, request: PageRequest, stream: boolean, responses: Uint8Array<ArrayBuffer>[]): void {
    const { log } = this
    const { policy } = this.options
    const pasid = pasidOf(request)
    const index = request.pageReqGroupId
    const requests = device.partial.get(pasid, index) ?? []
    requests.push(request)

    let auto: number | undefined
    let autoError: string | undefined
    if (log.add || policy) {
      for (const one of requests) Object.freeze(one)
      Object.freeze(requests)
    }
    if (policy) {
      try {
        auto = log.asking(() => policy({ device: device.number, pasid: toldPasid(pasid), pageReqGroupId: index, stream, requests }))
      } catch (error) {
        autoError = textOfThrown(error)
        log.fail(error)
      }
    }

    if (device.eldestWith(index) && !device.identity.pasidRequired) {
      log.add?.({ at: log.now, type: 'note', device: device.number, note: `group index ${index} is pending for another PASID, too; the device takes no PASID on responses, and cannot tell them apart` })
    }
    device.partial.delete(pasid, index)
    const group = new Group(device, request, stream, requests.length, log.now, this.order++)
    device.add(group)
    this.pending.add(group)
    this.add(device, 1, 1, 1 - requests.length)
    log.add?.({
      at: log.now, type: 'pending', device: device.number, pasid: toldPasid(pasid), pageReqGroupId: index, stream, requests,
      ...(auto !== undefined && { auto }), ...(autoError !== undefined && { autoError }),
    })
    if (auto !== undefined) responses.push(this.answer(group, auto, 'auto'))
  }

  /**
   * Encodes, releases and counts down: the one way out of being pending.
   * @throws {CodecError} `translate` for a code that the format cannot express, before anything has changed
   */
  answer(group: Group, respCode: number, by: AnsweredBy): Uint8Array<ArrayBuffer> {
    const bytes = this.encode(group, respCode)
    group.device.remove(group)
    this.pending.remove(group)
    this.add(group.device, -1, -group.requests, 0)
    return this.send(group, bytes, respCode, by)
  }

  /** Answers what has been pending for too long. */
  expire(): Uint8Array<ArrayBuffer>[] {
    const { log } = this
    const { deadline = Infinity } = this.options
    const responses: Uint8Array<ArrayBuffer>[] = []
    const late = (group: Group | undefined): group is Group => group !== undefined && log.now - group.since >= deadline
    if (late(this.pending.first)) log.add?.({ at: log.now, type: 'expire' })
    for (let group = this.pending.first; late(group); group = this.pending.first) responses.push(this.answer(group, ResponseFailure, 'deadline'))
    return responses
  }

  /** Forgets all partial requests, of every device or of one. @returns how many there were */
  dropPartial(only: Device | undefined, by: DroppedBy): number {
    let dropped = 0
    for (const device of only ? [only] : this.devices.values()) {
      for (const [pasid, index] of [...device.partial]) dropped += this.drop(device, pasid, index, by)
    }
    return dropped
  }

  private drop(device: Device, pasid: number, index: number, by: DroppedBy): number {
    const requests = device.partial.get(pasid, index)!.length
    device.partial.delete(pasid, index)
    this.add(device, 0, -requests, -requests)
    this.log.add?.({ at: this.log.now, type: 'dropped', device: device.number, pasid: toldPasid(pasid), pageReqGroupId: index, requests, by })
    return requests
  }

  /** The PRG Response that the IOMMU itself sent for a request that its queue could not take, if it sent one. */
  overflowResponse({ request, identity }: ReadRequest): Uint8Array<ArrayBuffer>[] {
    const { log } = this
    const { wire } = this.options
    if (wire.overflow === undefined || !request.last || wire.isStopMarker(request)) return []
    const device = this.deviceOf(identity)
    const { respCode: known, unknownRespCode, unknownPasid } = wire.overflow
    const respCode = device ? known : unknownRespCode
    const { rid, iommuRid, pasidRequired } = device?.identity ?? { ...identity, pasidRequired: unknownPasid }
    const bytes = wire.writeOverflow(groupResponse(pasidOf(request), request.pageReqGroupId, respCode), {
      ...(rid !== undefined && { rid }),
      ...(iommuRid !== undefined && { iommuRid }),
      ...(pasidRequired !== undefined && { pasidRequired }),
    })
    log.add?.({ at: log.now, type: 'overflow-answer', device: device?.number ?? null, respCode, bytes: bytes.slice() })
    return [bytes]
  }

  private send({ device, pasid, index, stream }: Group, bytes: Uint8Array<ArrayBuffer>, respCode: number, by: AnsweredBy): Uint8Array<ArrayBuffer> {
    const { log } = this
    log.add?.({
      at: log.now, type: 'answer', device: device.number, pasid: toldPasid(pasid), pageReqGroupId: index, respCode, by,
      record: this.options.wire.responseTo(stream), bytes: bytes.slice(),
    })
    return bytes
  }

  /** The device's own identity and the group's own values: of whoever answers it comes the code alone. */
  private encode({ device, pasid, index, stream, addr, privateData }: Group, respCode: number): Uint8Array<ArrayBuffer> {
    const response = groupResponse(pasid, index, respCode)
    response.addr = addr
    response.privateData = privateData
    if (stream) response.type = IOMMU_PAGE_STREAM_RESP
    return this.options.wire.write(response, device.identity)
  }

  private add(device: Device, groups: number, requests: number, partial: number): void {
    device.count.add(groups, requests, partial)
    this.count.add(groups, requests, partial)
  }
}

/** A response to a group, without an address and without private data. */
function groupResponse(pasid: number, pageReqGroupId: number, respCode: number): PageResponseMsg {
  const pasidPresent = pasid !== NO_PASID
  return { addr: 0n, pasid: pasidPresent ? pasid : 0, respCode, pasidPresent, pageReqGroupId, type: IOMMU_PAGE_GROUP_RESP, privateData: 0n }
}
