import { PAGE_RESPONSE_TYPE, PRG_RESPONSE_CODE } from '../spec/codes.ts'
import { fromPageResponse } from '../translate/index.ts'
import type { Identity, PageRequest } from '../translate/index.ts'
import { ByPasidAndIndex, pasidOf } from './by-pasid.ts'
import { Count } from './count.ts'
import { fillIn } from './device-init.ts'
import type { DeviceInit, FullDeviceInit } from './device-init.ts'
import type { Wire } from './wire.ts'

/** A page request group, or a single stream request, that waits for its response. */
export class Group {
  readonly device: Device
  /** `NO_PASID` for none. */
  readonly pasid: number
  readonly index: number
  readonly stream: boolean
  /** How many requests it is made of. */
  readonly requests: number
  /** Address of the page, which a stream response gives back; 0n for a group. */
  readonly addr: bigint
  /** Private data of its last request, which some formats give back. */
  readonly privateData: bigint
  /** When it became pending, by the clock. */
  readonly since: number
  /** It became pending before every group with a greater one. */
  readonly order: number
  /** Its neighbours among the pending groups of the IOMMU, by order. */
  previous: Group | undefined = undefined
  next: Group | undefined = undefined
  /** Its neighbours in the ring of the groups of its device with the same index, by order. */
  elder: Group = this
  younger: Group = this

  constructor(device: Device, last: PageRequest, stream: boolean, requests: number, since: number, order: number) {
    this.device = device
    this.pasid = pasidOf(last)
    this.index = last.pageReqGroupId
    this.stream = stream
    this.requests = requests
    this.addr = stream ? last.addr : 0n
    this.privateData = last.privateData
    this.since = since
    this.order = order
  }
}

/** What the service keeps of an attached device. It never leaves the service. */
export class Device {
  readonly number: number
  readonly init: FullDeviceInit
  /** Whose records the responses to it are. */
  readonly identity: Identity
  readonly count = new Count()
  readonly groups = new ByPasidAndIndex<Group>()
  readonly partial = new ByPasidAndIndex<PageRequest[]>()
  attached = true
  private readonly eldest = new Map<number, Group>()

  /** @throws {CodecError} where something is missing or out of range, or the format has no place for it */
  constructor(number: number, init: DeviceInit, wire: Wire, iommuRid: number | undefined) {
    this.number = number
    this.init = fillIn(init)
    const { rid, segment, pri } = this.init
    this.identity = Object.freeze({
      ...(rid !== undefined && { rid }),
      ...(segment !== undefined && { segment }),
      ...(iommuRid !== undefined && { iommuRid }),
      pasidRequired: pri.prgResponsePasidRequired,
    })
    // The format refuses an identity that it has no place for, before there is anything to answer.
    fromPageResponse(wire.response, TRIAL, this.identity)
  }

  add(group: Group): void {
    const { pasid, index } = group
    this.groups.set(pasid, index, group)
    const eldest = this.eldest.get(index)
    if (eldest === undefined) {
      this.eldest.set(index, group)
      return
    }
    const youngest = eldest.elder
    youngest.younger = group
    group.elder = youngest
    group.younger = eldest
    eldest.elder = group
  }

  remove(group: Group): void {
    const { pasid, index, elder, younger } = group
    this.groups.delete(pasid, index)
    if (younger === group) {
      this.eldest.delete(index)
      return
    }
    elder.younger = younger
    younger.elder = elder
    if (this.eldest.get(index) === group) this.eldest.set(index, younger)
  }

  /** The group with an index that has been pending longest, whatever its PASID. */
  eldestWith(index: number): Group | undefined {
    return this.eldest.get(index)
  }
}

/** By which a record finds its device; a segment of 0 may as well be none. */
export function keyOf({ rid = 0, segment = 0 }: Identity): number {
  return segment * 0x10000 + rid
}

const TRIAL = {
  addr: 0n,
  pasid: 0,
  respCode: PRG_RESPONSE_CODE.InvalidRequest,
  pasidPresent: false,
  pageReqGroupId: 0,
  type: PAGE_RESPONSE_TYPE.IOMMU_PAGE_GROUP_RESP,
  privateData: 0n,
}
