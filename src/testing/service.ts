import fc from 'fast-check'
import { formatBytes } from '../codec/numbers.ts'
import { fail } from '../responder/arguments.ts'
import { carrierOf } from '../translate/carry.ts'
import type { PageResponseMsg } from '../translate/index.ts'
import { fieldsOf, shown } from './shown.ts'
import { asRecords, traffic } from './traffic.ts'
import type { Formats, Traffic, TrafficOptions } from './traffic.ts'

/** A page-response service as a test sees it: the library's `Iommu`, or somebody's own, in this process or in another. */
export interface ServiceUnderTest {
  /** A device that asks. */
  attach(device: { readonly rid: number; readonly allocation: number; readonly pasidRequired: boolean }): unknown
  /** Bytes of a request from its queue. */
  receive(bytes: Uint8Array): void | Promise<void>
  /** Answers a group of a device, by what `attach` gave: the bytes that go to the device, or an error where nothing is pending. */
  respond(device: unknown, response: PageResponseMsg): Uint8Array | Promise<Uint8Array>
  /** How many groups have been asked for whole and are not answered; a service that does not tell is held to its answers alone. */
  pending?(): number | Promise<number>
}

/** What the service has been told: the model that commands are held against. */
export interface ServiceModel {
  readonly pending: Map<string, number>
}

interface Real {
  readonly service: ServiceUnderTest
  readonly handles: readonly unknown[]
}

type ServiceCommand = fc.AsyncCommand<ServiceModel, Real>

/** How a run is set up, and its commands, for `fc.asyncModelRun`. */
export interface ServiceRun {
  readonly setup: () => Promise<{ readonly model: ServiceModel; readonly real: Real }>
  readonly commands: readonly ServiceCommand[]
}

/** Thrown by a command for what the service under test got wrong. */
export class ServiceMismatch extends Error {
  override readonly name = 'ServiceMismatch'
}

/**
 * Commands for a service under test: whole traffic, message by message, and now and then an answer to a group that is
 * not pending, which has to be refused. After each of them the number of pending groups, where the service tells it, must be that of the model.
 * @param make a fresh service for each run
 * @param formats as for `asRecords`
 * @throws {CodecError} `type` or `range` for wrong arguments; `translate` for formats that do not carry requests and responses
 */
export function serviceRuns<const Request extends string, const Response extends string>(make: () => ServiceUnderTest | Promise<ServiceUnderTest>, formats: Formats<Request, Response>, options: Omit<TrafficOptions, 'credits'> = {}): fc.Arbitrary<ServiceRun> {
  if (typeof make !== 'function') fail('testing', 'make', 'type', 'a function that makes a service', make)
  carrierOf(formats.request, 'page request')
  carrierOf(formats.response, 'page response')
  return fc.tuple(traffic(options), fc.array(fc.nat(), { maxLength: 6 })).map(([all, wrong]) => {
    const commands = commandsOf(all, formats)
    for (const place of wrong) commands.splice(place % (commands.length + 1), 0, new Unasked(place, all))
    const setup: ServiceRun['setup'] = async () => {
      const service = await make()
      const handles: unknown[] = []
      for (const device of all.devices) handles.push(await service.attach(device))
      return { model: { pending: new Map() }, real: { service, handles } }
    }
    return shown({ commands, setup }, () => [...all.devices.map((device, i) => `device ${i} ${fieldsOf(device)}`), ...commands.map(String)].join('; '))
  })
}

function commandsOf<const Request extends string, const Response extends string>(all: Traffic, formats: Formats<Request, Response>): ServiceCommand[] {
  return asRecords(all, formats).map(({ event, bytes }) => {
    if (event.kind === 'stop marker') return new Receive(bytes, undefined, 'a stop marker')
    const group = all.groups[event.group]!
    const key = `${event.device} ${group.pasid ?? '-'} ${group.index}`
    return event.kind === 'request' ? new Receive(bytes, event.request.last ? key : undefined, 'a request') : new Respond(event.device, key, event.response, bytes)
  })
}

async function held({ pending }: ServiceModel, { service }: Real, after: string): Promise<void> {
  const count = await service.pending?.()
  if (count !== undefined && count !== pending.size) throw new ServiceMismatch(`after ${after}: ${count} groups are pending, and should be ${pending.size}`)
}

class Receive implements ServiceCommand {
  private readonly bytes: Uint8Array
  private readonly ends: string | undefined
  private readonly what: string

  constructor(bytes: Uint8Array, ends: string | undefined, what: string) {
    this.bytes = bytes
    this.ends = ends
    this.what = what
  }

  check(): boolean {
    return true
  }

  async run(model: ServiceModel, real: Real): Promise<void> {
    await real.service.receive(this.bytes)
    if (this.ends !== undefined) model.pending.set(this.ends, 1)
    await held(model, real, String(this))
  }

  toString(): string {
    return `receive ${this.what} ${formatBytes(this.bytes)}`
  }
}

class Respond implements ServiceCommand {
  private readonly device: number
  private readonly key: string
  private readonly response: PageResponseMsg
  private readonly bytes: Uint8Array

  constructor(device: number, key: string, response: PageResponseMsg, bytes: Uint8Array) {
    this.device = device
    this.key = key
    this.response = response
    this.bytes = bytes
  }

  check({ pending }: Readonly<ServiceModel>): boolean {
    return pending.has(this.key)
  }

  async run(model: ServiceModel, real: Real): Promise<void> {
    const bytes = await real.service.respond(real.handles[this.device], this.response)
    if (formatBytes(bytes) !== formatBytes(this.bytes)) throw new ServiceMismatch(`after ${String(this)}: ${formatBytes(bytes)}, and should be ${formatBytes(this.bytes)}`)
    model.pending.delete(this.key)
    await held(model, real, String(this))
  }

  toString(): string {
    return `respond to device ${this.device}, group 0x${this.response.pageReqGroupId.toString(16)}, code ${this.response.respCode}`
  }
}

/** An answer that nobody asked for. */
class Unasked implements ServiceCommand {
  private readonly device: number
  private readonly index: number

  constructor(place: number, { devices }: Traffic) {
    this.device = place % devices.length
    this.index = place % 0x200
  }

  check({ pending }: Readonly<ServiceModel>): boolean {
    return ![...pending.keys()].some((key) => key.startsWith(`${this.device} `) && key.endsWith(` ${this.index}`))
  }

  async run(model: ServiceModel, real: Real): Promise<void> {
    const response: PageResponseMsg = { addr: 0n, pasid: 0, respCode: 0, pasidPresent: false, pageReqGroupId: this.index, type: 2, privateData: 0n }
    let refused = false
    try {
      await real.service.respond(real.handles[this.device], response)
    } catch {
      refused = true
    }
    if (!refused) throw new ServiceMismatch(`${String(this)} was taken`)
    await held(model, real, String(this))
  }

  toString(): string {
    return `respond to device ${this.device}, group 0x${this.index.toString(16)}, which is not pending`
  }
}
