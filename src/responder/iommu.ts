import { CodecError } from '../codec/errors.ts'
import type { AnyRecord } from '../registry.ts'
import type { OverflowAnswer } from '../spec/roles.ts'
import type { PageResponseMsg, ReadRequest } from '../translate/index.ts'
import { copyOfBytes, fail } from './arguments.ts'
import { DeviceHandle, fillIn } from './device.ts'
import type { Device, DeviceInit, FullDeviceInit } from './device.ts'
import type { GroupName } from './events.ts'
import { toldPasid } from './groups.ts'
import type { Outstanding } from './groups.ts'
import { Machine } from './machine.ts'
import { checkOptions } from './options.ts'
import type { FullIommuOptions, IommuOptions } from './options.ts'
import { RefusedError } from './refusal.ts'
import { fieldsOf, judge, readMessage, readStruct, structOf, traceable } from './response.ts'
import type { Read, ResponseStruct } from './response.ts'

/** The whole state of a service, as plain data. It is a copy. */
export interface IommuSnapshot {
  readonly outstanding: Outstanding
  /** The devices that are attached, in the order of `attach`. */
  readonly devices: readonly { readonly device: number; readonly init: FullDeviceInit; readonly outstanding: Outstanding }[]
  /** The pending groups, oldest first. */
  readonly pending: readonly (GroupName & { readonly stream: boolean; readonly requests: number; readonly since: number })[]
  /** The groups whose last request has not come, by device. */
  readonly partial: readonly (GroupName & { readonly requests: number })[]
}

/** What `overflow` did, and what the IOMMU did before it. */
export interface IommuOverflow {
  /** Partial requests that were dropped. */
  readonly dropped: number
  /** How the IOMMU itself answers the last request of a group that its queue cannot take; undefined where no public source says it. */
  readonly answer: OverflowAnswer | undefined
  /** The PRG Responses that it sent for the requests that were lost. */
  readonly responses: Uint8Array<ArrayBuffer>[]
}

/**
 * The page-response service of one IOMMU. Page requests come in from its queue; responses go out, each through the
 * device that it is for, once, to a group that is pending there.
 *
 * Every response that a call leads to is in what the call returns, as the bytes of its record, whatever a listener or a
 * policy throws. Nothing that the service hands out is live: it is a copy, or frozen.
 *
 * A wrong option, device, array of bytes or struct is a `CodecError`. An error of the clock comes out of the call. In both
 * cases nothing has changed.
 */
export class Iommu {
  readonly #options: FullIommuOptions
  readonly #machine: Machine
  readonly #devices = new WeakMap<DeviceHandle, Device>()

  /** @throws {CodecError} `range` or `type` for options that cannot be */
  constructor(options: IommuOptions) {
    this.#options = checkOptions(options)
    this.#machine = new Machine(this.#options)
    this.#do(({ log }) => {
      const { wire, reserved, maxRequests, linux, deadline = Infinity, iommuRid } = this.#options
      log.add?.({
        at: log.now, type: 'open', format: wire.request, reserved, maxRequests,
        ...(linux !== undefined && { linux }), ...(deadline !== Infinity && { deadline }), ...(iommuRid !== undefined && { iommuRid }),
      })
    })
  }

  /** Id of the page request in the queue. */
  get format(): string {
    return this.#options.wire.request
  }

  /** What waits for an answer, over all devices. */
  get outstanding(): Outstanding {
    return this.#machine.count.now()
  }

  /**
   * Attaches a device.
   * @throws {CodecError} if something is missing, unknown or out of range, or has no place in the format
   * @throws {RefusedError} `already-attached`
   */
  attach(init: DeviceInit): DeviceHandle {
    const full = fillIn(init)
    return this.#do(({ log }) => {
      const device = this.#machine.attach(full)
      log.add?.({ at: log.now, type: 'attach', device: device.number, init: full })
      const handle = new DeviceHandle(device)
      this.#devices.set(handle, device)
      return handle
    })
  }

  /**
   * Detaches a device: everything pending is answered with Invalid Request, and its partial requests are dropped.
   * @throws {RefusedError} `foreign-handle` or `detached`
   */
  detach(handle: DeviceHandle): Uint8Array<ArrayBuffer>[] {
    return this.#do(({ log }) => {
      const device = this.#devices.get(handle)
      if (device === undefined) throw new RefusedError('foreign-handle')
      if (!device.attached) throw new RefusedError('detached')
      log.add?.({ at: log.now, type: 'detach', device: device.number })
      return this.#machine.detach(device)
    })
  }

  /**
   * Takes page requests from the queue, one record or many. What is not well-formed is reported as an event.
   * @returns the responses of the policy, and those to bad requests
   * @throws {CodecError} `type` unless `bytes` is a Uint8Array
   */
  receive(bytes: Uint8Array): Uint8Array<ArrayBuffer>[] {
    const { log } = this.#machine
    const own = this.#copy(bytes)
    const responses: Uint8Array<ArrayBuffer>[] = []
    log.begin()
    for (let offset = 0; offset < own.length; ) {
      const record = this.#recordAt(own, offset)
      offset += record.length
      log.add?.({ at: log.now, type: 'receive', bytes: record })
      const read = this.#read(record)
      const device = read && this.#machine.deviceOf(read.identity)
      if (device) this.#machine.request(device, read!, responses)
      else if (read) log.add?.({ at: log.now, type: 'unknown-device', identity: read.identity })
      log.flush()
    }
    return responses
  }

  /**
   * Answers a pending group of the device. Only the code of the message goes into the record; the rest of it says which
   * group is meant, or is not used.
   * @returns the response record
   * @throws {RefusedError} and nothing has changed
   */
  respond(handle: DeviceHandle, message: PageResponseMsg): Uint8Array<ArrayBuffer> {
    const fields = fieldsOf(message)
    const read = readMessage(fields)
    return this.#do(({ log }) => {
      const device = this.#devices.get(handle)
      log.add?.({ at: log.now, type: 'respond', device: device?.number ?? null, message: traceable(fields) })
      return this.#respond(device, read)
    })
  }

  /**
   * `respond` with the bytes of a C struct, as an untrusted caller hands them over.
   * @param struct which struct, and of which ABI, as id or record; by default `struct page_response_msg`, little-endian
   * @throws {RefusedError} and nothing has changed
   * @throws {CodecError} `range` for another record, `type` for something that is not a record
   */
  respondBytes(handle: DeviceHandle, bytes: Uint8Array, struct: ResponseStruct | AnyRecord = 'linux.page-response-msg'): Uint8Array<ArrayBuffer> {
    const id = structOf(struct)
    const copy = copyOfBytes(bytes) ?? null
    return this.#do(({ log }) => {
      const device = this.#devices.get(handle)
      log.add?.({ at: log.now, type: 'respond-bytes', device: device?.number ?? null, bytes: copy, struct: id })
      return this.#respond(device, readStruct(id, copy))
    })
  }

  /**
   * The queue of the IOMMU has overflowed: requests are lost, so that no partial request can be trusted to become a whole
   * group; all of them are dropped.
   * @param lost the requests that found no room, where they are known
   * @returns also how the IOMMU itself answers in this case
   */
  overflow(lost: Uint8Array = new Uint8Array()): IommuOverflow {
    const own = this.#copy(lost)
    return this.#do(({ log }) => {
      log.add?.({ at: log.now, type: 'overflow', bytes: own.slice() })
      const dropped = this.#machine.dropPartial(undefined, 'overflow')
      const responses: Uint8Array<ArrayBuffer>[] = []
      for (let offset = 0; offset < own.length; ) {
        const record = this.#recordAt(own, offset)
        offset += record.length
        const read = this.#read(record)
        if (read) responses.push(...this.#machine.overflowResponse(read))
      }
      return { dropped, answer: this.#options.wire.overflow, responses }
    })
  }

  /** Answers what has been pending for the deadline or longer with Response Failure. To be called as time goes by. */
  expire(): Uint8Array<ArrayBuffer>[] {
    return this.#do((machine) => machine.expire())
  }

  /** The whole state, as plain data. */
  snapshot(): IommuSnapshot {
    const { count, devices, pending } = this.#machine
    const all = [...devices.values()]
    return {
      outstanding: count.now(),
      devices: all.map(({ number, init, count: own }) => ({ device: number, init, outstanding: own.now() })),
      pending: [...pending].map(({ device, pasid, index, stream, requests, since }) => ({ device: device.number, pasid: toldPasid(pasid), pageReqGroupId: index, stream, requests, since })),
      partial: all.flatMap(({ number, partial }) => [...partial].map(([pasid, index, requests]) => ({ device: number, pasid: toldPasid(pasid), pageReqGroupId: index, requests: requests.length }))),
    }
  }

  #respond(device: Device | undefined, read: Read): Uint8Array<ArrayBuffer> {
    const verdict = judge(this.#options.match, device, read)
    try {
      if (verdict instanceof RefusedError) throw verdict
      return this.#machine.answer(verdict, read.message!.respCode, 'caller')
    } catch (error) {
      const refusal = error instanceof CodecError ? new RefusedError('wrong-code', error.message) : (error as RefusedError)
      const { log } = this.#machine
      log.add?.({ at: log.now, type: 'refused', device: device?.number ?? null, reason: refusal.reason, code: refusal.code })
      throw refusal
    }
  }

  #read(record: Uint8Array): ReadRequest | undefined {
    try {
      return this.#options.wire.read(record)
    } catch (error) {
      if (!(error instanceof CodecError)) throw error
      const { log } = this.#machine
      log.add?.({ at: log.now, type: 'malformed', error: error.message })
      return undefined
    }
  }

  /** The record at an offset, as an array of its own; at the end, what is left. */
  #recordAt(bytes: Uint8Array, offset: number): Uint8Array {
    const size = this.#options.wire.size(bytes, offset) ?? bytes.length - offset
    return size === bytes.length ? bytes : bytes.slice(offset, offset + size)
  }

  #copy(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
    return copyOfBytes(bytes) ?? fail(this.format, 'bytes', 'type', 'a Uint8Array', bytes)
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
