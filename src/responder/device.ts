import type { ConfigPasidCapability, ConfigPriCapability } from '../generated/config.ts'
import { record } from '../registry.ts'
import type { Identity, PageRequest } from '../translate/index.ts'
import { identityOf } from '../translate/device.ts'
import { checkFlag, checkNumber, fail, readOptions } from './arguments.ts'
import { ByPasidAndIndex, Count, pasidOf } from './groups.ts'
import type { Outstanding } from './groups.ts'

/** A device, as `attach` takes it. `config.pri-capability` and `config.pasid-capability` decode to what `pri` and `pasid` take. */
export interface DeviceInit {
  /** Requester ID, 16 bits. */
  readonly rid?: number
  /** PCI segment, for the formats that have a place for it. */
  readonly segment?: number
  /** Arm StreamID, 32 bits, in place of `rid` and `segment`. */
  readonly streamId?: number
  /** Domain that the device is attached to; null for none: nothing can then be answered. Default 0. */
  readonly domain?: number | null
  /**
   * The Page Request Interface. By default it is enabled, and a PASID goes with the responses to requests that had one.
   * The allocation is by default the capacity, and 65,536 requests where that is not given.
   */
  readonly pri?: Partial<Pick<ConfigPriCapability, 'enable' | 'prgResponsePasidRequired' | 'pageRequestCapacity' | 'pageRequestAllocation'>>
  /** PASIDs. By default enabled, 20 bits wide. */
  readonly pasid?: Partial<Pick<ConfigPasidCapability, 'enable' | 'maxPasidWidth'>>
}

/** The same, with every default filled in. */
export interface FullDeviceInit extends Omit<DeviceInit, 'streamId'> {
  readonly domain: number | null
  readonly pri: NonNullable<DeviceInit['pri']> & Pick<ConfigPriCapability, 'enable' | 'prgResponsePasidRequired' | 'pageRequestAllocation'>
  readonly pasid: Pick<ConfigPasidCapability, 'enable' | 'maxPasidWidth'>
}

const U16 = 0xffff
const U32 = 2 ** 32 - 1
const DEFAULT_ALLOCATION = 2 ** 16
const ATTACH = 'attach'
const KEYS = ['rid', 'segment', 'streamId', 'domain', 'pri', 'pasid'] satisfies (keyof DeviceInit)[]
const keysOf = (id: 'config.pri-capability' | 'config.pasid-capability'): string[] => Object.keys(record(id).layout.fields)

/**
 * Checks a device, and fills in the defaults. The result is frozen.
 * @throws {CodecError} `type` or `range`; whether there is a place for `rid` and `segment` is left to the format
 */
export function fillIn(init: DeviceInit): FullDeviceInit {
  const { rid, segment, streamId, domain = 0, pri = {}, pasid = {} } = readOptions(ATTACH, '', init, KEYS)
  const { enable = true, prgResponsePasidRequired = true, pageRequestCapacity, pageRequestAllocation = pageRequestCapacity ?? DEFAULT_ALLOCATION } = readOptions(ATTACH, 'pri', pri, keysOf('config.pri-capability'))
  const { enable: pasidEnable = true, maxPasidWidth = 20 } = readOptions(ATTACH, 'pasid', pasid, keysOf('config.pasid-capability'))
  if (rid !== undefined) checkNumber(ATTACH, 'rid', rid, U16)
  if (segment !== undefined) checkNumber(ATTACH, 'segment', segment, U16)
  if (domain !== null) checkNumber(ATTACH, 'domain', domain, U32)
  checkFlag(ATTACH, 'pri.enable', enable)
  checkFlag(ATTACH, 'pri.prgResponsePasidRequired', prgResponsePasidRequired)
  if (pageRequestCapacity !== undefined) checkNumber(ATTACH, 'pri.pageRequestCapacity', pageRequestCapacity, U32)
  checkNumber(ATTACH, 'pri.pageRequestAllocation', pageRequestAllocation, pageRequestCapacity ?? U32)
  checkFlag(ATTACH, 'pasid.enable', pasidEnable)
  checkNumber(ATTACH, 'pasid.maxPasidWidth', maxPasidWidth, 20)
  if (streamId !== undefined) {
    checkNumber(ATTACH, 'streamId', streamId, U32)
    if (rid !== undefined || segment !== undefined) fail(ATTACH, 'streamId', 'range', 'no rid and no segment beside it', streamId)
  }

  const identity = streamId === undefined ? { ...(rid !== undefined && { rid }), ...(segment !== undefined && { segment }) } : identityOf(streamId)
  return Object.freeze({
    ...identity,
    domain,
    pri: Object.freeze({ enable, prgResponsePasidRequired, ...(pageRequestCapacity !== undefined && { pageRequestCapacity }), pageRequestAllocation }),
    pasid: Object.freeze({ enable: pasidEnable, maxPasidWidth }),
  })
}

/** The key by which a record finds its device. Segment 0 and no segment are the same. */
export function keyOf({ rid = 0, segment = 0 }: Identity): number {
  return segment * 0x10000 + rid
}

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

/** The pending groups of an IOMMU, oldest first. */
export class PendingGroups {
  first: Group | undefined
  private last: Group | undefined

  add(group: Group): void {
    group.previous = this.last
    if (this.last) this.last.next = group
    else this.first = group
    this.last = group
  }

  remove({ previous, next }: Group): void {
    if (previous) previous.next = next
    else this.first = next
    if (next) next.previous = previous
    else this.last = previous
  }

  *[Symbol.iterator](): Generator<Group> {
    for (let group = this.first; group; group = group.next) yield group
  }
}

/** What the service keeps of an attached device. It never leaves the service. */
export class Device {
  readonly number: number
  readonly init: FullDeviceInit
  /** Whose records the responses to it are. Frozen. */
  readonly identity: Identity
  readonly count = new Count()
  readonly groups = new ByPasidAndIndex<Group>()
  readonly partial = new ByPasidAndIndex<PageRequest[]>()
  attached = true
  private readonly eldest = new Map<number, Group>()

  constructor(number: number, init: FullDeviceInit, identity: Identity) {
    this.number = number
    this.init = init
    this.identity = identity
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

/**
 * A device that is attached to an IOMMU, as its holder sees it: the one thing through which it can be answered for.
 * It says nothing that the holder may not know, and works with the IOMMU that gave it out alone.
 */
export class DeviceHandle {
  readonly #device: Device

  constructor(device: Device) {
    this.#device = device
    Object.freeze(this)
  }

  /** Which of the devices of its IOMMU it is, from 1, in the order of `attach`. */
  get device(): number {
    return this.#device.number
  }

  get identity(): Identity {
    return this.#device.identity
  }

  /** False once it was detached. */
  get attached(): boolean {
    return this.#device.attached
  }

  get outstanding(): Outstanding {
    return this.#device.count.now()
  }
}
