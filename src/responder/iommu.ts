import { CodecError } from '../codec/errors.ts'
import { decodePacket, packetSize } from '../packet/carried.ts'
import { PAGE_RESPONSE_TYPE } from '../spec/codes.ts'
import { toPageRequest } from '../translate/index.ts'
import type { PageResponseMsg, ReadRequest } from '../translate/index.ts'
import type { Outstanding } from './count.ts'
import type { Device, Group } from './device.ts'
import type { DeviceInit } from './device-init.ts'
import { DeviceHandle } from './handle.ts'
import { Machine } from './machine.ts'
import { matchOf } from './match.ts'
import type { Match } from './match.ts'
import { checkStruct, readMessage, readStruct, traceable } from './message.ts'
import type { Read, ResponseStruct } from './message.ts'
import { checkOptions } from './options.ts'
import type { IommuOptions } from './options.ts'
import { overflowResponse } from './overflow.ts'
import type { IommuOverflow } from './overflow.ts'
import { RefusedError } from './refusal.ts'
import { snapshotOf } from './snapshot.ts'
import type { IommuSnapshot } from './snapshot.ts'
import { wireOf } from './wire.ts'
import type { Wire } from './wire.ts'

/**
 * The page-response service of one IOMMU. Page requests come in from its queue; responses go out, each through the
 * device that it is for, once, to a group that is pending there.
 *
 * Every response that a call leads to is in what the call returns, as the bytes of its record.
 */
export class Iommu {
  readonly format: string
  readonly #wire: Wire
  readonly #match: Match
  readonly #reserved: 'ignore' | 'reject'
  readonly #machine: Machine
  readonly #devices = new WeakMap<DeviceHandle, Device>()

  /** @throws {CodecError} `range` or `type` for options that cannot be */
  constructor(options: IommuOptions) {
    checkOptions(options)
    const { format, reserved = 'ignore', linux, deadline, iommuRid } = options
    this.format = format
    this.#wire = wireOf(format)
    this.#match = matchOf(linux)
    this.#reserved = reserved
    this.#machine = new Machine(this.#wire, options)
    this.#do(({ log }) => {
      log.add?.({ type: 'open', format, reserved, ...(linux !== undefined && { linux }), ...(deadline !== undefined && { deadline }), ...(iommuRid !== undefined && { iommuRid }) })
    })
  }

  /** What waits for an answer, over all devices. */
  get outstanding(): Outstanding {
    return this.#machine.count.now()
  }

  /**
   * Attaches a device.
   * @throws {CodecError} where something is missing or out of range, or the format has no place for it
   * @throws {RefusedError} `already-attached`
   */
  attach(init: DeviceInit): DeviceHandle {
    return this.#do(({ log }) => {
      const device = this.#machine.attach(init)
      log.add?.({ type: 'attach', device: device.number, init: device.init })
      const handle = new DeviceHandle(device)
      this.#devices.set(handle, device)
      return handle
    })
  }

  /**
   * Detaches a device: everything pending is answered with Invalid Request, and its partial requests are dropped.
   * @throws {RefusedError} `foreign-handle` or `detached`
   */
  detach(handle: DeviceHandle): Uint8Array[] {
    return this.#do(({ log }) => {
      const device = this.#devices.get(handle)
      if (device === undefined) throw new RefusedError('foreign-handle')
      if (!device.attached) throw new RefusedError('detached')
      log.add?.({ type: 'detach', device: device.number })
      return this.#machine.detach(device)
    })
  }

  /**
   * Takes page requests from the queue, one record or many. What is not well-formed is reported as an event.
   * @returns the responses of the policy, and those to bad requests
   * @throws {CodecError} `type` unless `bytes` is a Uint8Array
   */
  receive(bytes: Uint8Array): Uint8Array[] {
    const responses: Uint8Array[] = []
    for (const record of this.#records(bytes)) {
      this.#do(({ log }) => {
        log.add?.({ type: 'receive', bytes: record })
        const read = this.#read(record)
        if (read === undefined) return
        const device = this.#machine.deviceOf(read.identity)
        if (device) responses.push(...this.#machine.request(device, read))
        else log.add?.({ type: 'unknown-device', identity: read.identity })
      })
    }
    return responses
  }

  /**
   * Answers a pending group of the device. Only the code of the message goes into the record; the rest of it says which
   * group is meant, or is not used.
   * @returns the response record
   * @throws {RefusedError} and nothing has changed
   */
  respond(handle: DeviceHandle, message: PageResponseMsg): Uint8Array {
    return this.#do(({ log }) => {
      const { read, fields } = readMessage(message)
      const device = this.#devices.get(handle)
      log.add?.({ type: 'respond', device: device?.number ?? null, message: read.message ?? traceable(fields) })
      return this.#respond(device, read)
    })
  }

  /**
   * `respond` with the bytes of a C struct, as an untrusted caller hands them over.
   * @param struct which struct, and of which ABI; by default `struct page_response_msg`, little-endian
   * @throws {RefusedError} and nothing has changed
   * @throws {CodecError} `range` for another struct
   */
  respondBytes(handle: DeviceHandle, bytes: Uint8Array, struct: ResponseStruct = 'linux.page-response-msg'): Uint8Array {
    checkStruct(struct)
    return this.#do(({ log }) => {
      const copy = bytes instanceof Uint8Array ? new Uint8Array(bytes) : null
      const device = this.#devices.get(handle)
      log.add?.({ type: 'respond-bytes', device: device?.number ?? null, bytes: copy, struct })
      return this.#respond(device, readStruct(struct, copy))
    })
  }

  /**
   * The queue of the IOMMU has overflowed: requests are lost, so that no partial request can be trusted to become a whole
   * group; all of them are dropped.
   * @param lost the requests that found no room, where they are known
   * @returns also how the IOMMU itself answers in this case
   */
  overflow(lost: Uint8Array = new Uint8Array()): IommuOverflow {
    const records = [...this.#records(lost)]
    return this.#do(({ log }) => {
      log.add?.({ type: 'overflow', bytes: new Uint8Array(lost) })
      const dropped = this.#machine.dropPartial(undefined, 'overflow')
      const responses = records.flatMap((record) => {
        const read = this.#read(record)
        return read ? overflowResponse(this.#wire, this.#machine.deviceOf(read.identity), read, log) : []
      })
      return { dropped, answer: this.#wire.overflow, responses }
    })
  }

  /** Answers what has been pending for the deadline or longer with Response Failure. To be called as time goes by. */
  expire(): Uint8Array[] {
    return this.#do((machine) => machine.expire())
  }

  /** The whole state, as plain data. */
  snapshot(): IommuSnapshot {
    return snapshotOf(this.#machine)
  }

  /** The order of the checks is documented: docs/responder.md. */
  #respond(device: Device | undefined, read: Read): Uint8Array {
    const verdict = this.#judge(device, read)
    try {
      if (verdict instanceof RefusedError) throw verdict
      return this.#answer(verdict, read.message!.respCode)
    } catch (error) {
      if (error instanceof RefusedError) this.#machine.log.add?.({ type: 'refused', device: device?.number ?? null, reason: error.reason, code: error.code })
      throw error
    }
  }

  #judge(device: Device | undefined, { message, fault }: Read): Group | RefusedError {
    if (device === undefined) return new RefusedError('foreign-handle')
    if (!device.attached) return new RefusedError('detached')
    if (device.init.domain === null) return new RefusedError('no-domain')
    if (!device.init.pri.enable) return new RefusedError('pri-disabled')
    if (message === undefined) return new RefusedError('malformed', fault.message)
    if (device.count.groups === 0) return new RefusedError('nothing-pending')
    const group = this.#match(device, message)
    if (group === undefined) return new RefusedError(device.eldestWith(message.pageReqGroupId) ? 'wrong-pasid' : 'no-such-group')
    const stream = message.type === PAGE_RESPONSE_TYPE.IOMMU_PAGE_STREAM_RESP
    return stream === group.stream ? group : new RefusedError('wrong-type')
  }

  #answer(group: Group, respCode: number): Uint8Array {
    try {
      return this.#machine.answer(group, respCode, 'caller')
    } catch (error) {
      throw error instanceof CodecError ? new RefusedError('wrong-code', error.message) : error
    }
  }

  #read(record: Uint8Array): ReadRequest | undefined {
    try {
      const { packet } = decodePacket(this.format, record, 0, { reserved: this.#reserved })
      return toPageRequest(this.format, packet)
    } catch (error) {
      if (!(error instanceof CodecError)) throw error
      this.#machine.log.add?.({ type: 'malformed', error: error.message })
      return undefined
    }
  }

  *#records(bytes: Uint8Array): Generator<Uint8Array> {
    if (!(bytes instanceof Uint8Array)) throw new CodecError({ code: 'type', record: this.format, field: 'bytes', expected: 'a Uint8Array', actual: bytes })
    for (let offset = 0; offset < bytes.length; ) {
      const size = packetSize(this.#wire.request, bytes, offset) ?? bytes.length - offset
      // A Uint8Array of its own: the slice of a Buffer is still the Buffer's memory.
      yield new Uint8Array(bytes.subarray(offset, offset + size))
      offset += size
    }
  }

  #do<T>(action: (machine: Machine) => T): T {
    const { log } = this.#machine
    log.begin()
    try {
      return action(this.#machine)
    } finally {
      log.flush()
    }
  }
}
