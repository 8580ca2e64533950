import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect } from 'vitest'
import { decodePacket, Iommu, linux, RefusedError, toPageResponse } from '../../src/index.ts'
import type { DeviceHandle, IommuEvent, PageRequest, PageResponseMsg } from '../../src/index.ts'
import { deviceIdOf } from './device-id.ts'
import * as plain from './model.ts'
import type { Expected, ModelIommu } from './model.ts'
import { requestBytes } from './support.ts'

/** Commands for the service and for the model of plain lists, several devices and formats at once. */

interface Real {
  readonly iommu: Iommu
  readonly events: IommuEvent[]
  /** In the order of attach, as in the model; handles are kept after detach. */
  readonly handles: DeviceHandle[]
}

type Reals = { readonly now: { time: number }; readonly all: readonly Real[] }
type Models = readonly ModelIommu[]

/** How many IOMMUs there are in a run, each of another format. */
export const IOMMUS = 3
const IDS = [0x300, 0x308, 0x309] as const
const UNKNOWN = 0x400

function responseOf(format: string, stream: boolean): string {
  if (format.startsWith('pcie')) return format.replace('page-request', 'prg-response')
  if (format === 'vtd.page-request-v2' && stream) return 'vtd.page-stream-response-v2'
  if (format === 'amd.ppr-log') return 'amd.complete-ppr-request'
  if (format === 'smmuv3.pri-queue-entry') return 'smmuv3.cmd-pri-resp'
  if (format === 'smmuv3.stall-event') return 'smmuv3.cmd-resume'
  return format.replace('riscv.page-request', 'riscv.ats-prgr').replace('vtd.page-request', 'vtd.page-group-response')
}

/** The bytes are exactly the answers that are expected: to this device, this group, with this code, with a PASID or without. */
export function checkResponses(format: string, bytes: readonly Uint8Array[], expected: readonly Expected[]): void {
  expect(bytes).toHaveLength(expected.length)
  for (const [i, { device, pasid, index, stream, code }] of expected.entries()) {
    const record = responseOf(format, stream)
    expect(deviceIdOf(record, bytes[i]!)).toBe(device.id)
    const { response } = toPageResponse(record, decodePacket(record, bytes[i]!).packet)
    const resumed = record === 'smmuv3.cmd-resume'
    const present = !resumed && pasid !== null && (device.pasidRequired || stream)
    // CMD_RESUME aborts in both cases.
    const respCode = resumed && code === 15 ? 1 : code
    const { addr: _addr, privateData: _privateData, ...said } = response
    equal(said, { pageReqGroupId: index, respCode, pasidPresent: present, pasid: present ? pasid : 0, type: stream ? 1 : 2 })
  }
}

/** Asked so often that `expect` is called only to explain a difference. */
export function equal(actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected)
}

function checkState(models: Models, { all }: Reals): void {
  for (const [i, { iommu, handles }] of all.entries()) {
    const model = models[i]!
    equal(iommu.outstanding, plain.outstandingOf(model.devices))
    equal(
      handles.map(({ attached, outstanding }) => ({ attached, ...outstanding })),
      model.devices.map((device) => ({ attached: device.attached, ...plain.outstandingOf([device]) })),
    )
    const { outstanding, devices, pending } = iommu.snapshot()
    equal(outstanding, plain.outstandingOf(model.devices))
    equal(devices.map((device) => device.outstanding), model.devices.filter(({ attached }) => attached).map((device) => plain.outstandingOf([device])))
    equal(pending, plain.pendingOf(model).map(({ device, pasid, index, stream, requests, since }) => (
      { device: model.devices.indexOf(device) + 1, pasid, pageReqGroupId: index, stream, requests, since })))
    for (const { device, responses } of model.groups) if (responses > 1 || (!device.attached && responses !== 1)) expect(responses).toBe(1)
  }
}

/** A command, after which everything must be as the model has it. */
abstract class Step implements fc.Command<Models, Reals> {
  readonly which: number
  constructor(which: number) {
    this.which = which
  }
  check(): boolean {
    return true
  }
  run(models: Models, reals: Reals): void {
    this.step(models[this.which]!, reals.all[this.which]!, reals, models)
    checkState(models, reals)
  }
  abstract step(model: ModelIommu, real: Real, reals: Reals, models: Models): void
  toString(): string {
    return `${this.constructor.name} ${JSON.stringify(this, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value))}`
  }
}

class Attach extends Step {
  readonly id: number
  readonly setting: { pasidRequired: boolean; pasidWidth: number; allocation: number }
  constructor(which: number, id: number, setting: Attach['setting']) {
    super(which)
    this.id = id
    this.setting = setting
  }
  step(model: ModelIommu, { iommu, handles }: Real): void {
    const { pasidRequired, pasidWidth, allocation } = this.setting
    const init = { rid: this.id, pri: { prgResponsePasidRequired: pasidRequired, pageRequestCapacity: allocation }, pasid: { maxPasidWidth: pasidWidth } }
    if (model.devices.some(({ attached, id }) => attached && id === this.id)) {
      expect(() => iommu.attach(init)).toThrowError(RefusedError)
      return
    }
    handles.push(iommu.attach(init))
    model.devices.push({ id: this.id, ...this.setting, attached: true, partial: [], pending: [] })
  }
}

class Detach extends Step {
  readonly device: number
  constructor(which: number, device: number) {
    super(which)
    this.device = device
  }
  step(model: ModelIommu, { iommu, handles }: Real): void {
    if (handles.length === 0) return
    const i = this.device % handles.length
    if (!model.devices[i]!.attached) expect(() => iommu.detach(handles[i]!)).toThrowError(RefusedError)
    else checkResponses(model.format, iommu.detach(handles[i]!), plain.detach(model.devices[i]!))
  }
}

interface Ask {
  readonly id: number
  readonly request: PageRequest
  readonly stream: boolean
  readonly damage: 'none' | 'spoiled' | 'twice'
}

/** Makes the record none of a page request or, where every bit of a format is as good as another, of a device that is not there. */
function spoil(format: string, bytes: Uint8Array): void {
  if (format.startsWith('pcie')) bytes[format === 'pcie.page-request' ? bytes.length - 9 : 7]! ^= 0x40
  else if (format === 'vtd.page-request-v2') bytes[3] = 0x77
  else if (format.startsWith('vtd.')) bytes[0] = 2
  else if (format === 'amd.ppr-log') bytes[7]! &= 0x0f
  else if (format === 'smmuv3.stall-event') bytes[11]! &= 0x7f
  else if (format === 'smmuv3.pri-queue-entry') bytes[3] = 0x77
  else bytes[format === 'riscv.page-request' ? 7 : 0] = 0x77
}

class Receive extends Step {
  readonly asks: readonly Ask[]
  /** Whether half a record comes at the end. */
  readonly cut: boolean
  constructor(which: number, asks: readonly Ask[], cut: boolean) {
    super(which)
    this.asks = asks
    this.cut = cut
  }
  step(model: ModelIommu, { iommu }: Real, { now }: Reals): void {
    const { format } = model
    const isStall = format === 'smmuv3.stall-event'
    const expected: Expected[] = []
    const records: Uint8Array[] = []
    for (const { id, request: asked, stream: asksForStream, damage } of this.asks) {
      const stream = asksForStream && format === 'vtd.page-request-v2'
      const request = isStall ? { ...asked, last: true, write: !asked.read } : asked
      const bytes = requestBytes(format, request, { rid: id, ...(stream && { streamResponseRequested: true }) })
      if (damage === 'spoiled') {
        spoil(format, bytes)
        records.push(bytes)
        continue
      }
      for (let time = 0; time < (damage === 'twice' ? 2 : 1); time++) {
        expected.push(...plain.receive(model, id, request, stream, now.time))
        records.push(bytes)
      }
    }
    if (this.cut) records.push(requestBytes(format).slice(0, -1))
    checkResponses(format, iommu.receive(Buffer.concat(records)), expected)
  }
}

interface Say {
  /** Whose handle is used, of which IOMMU; and which pending group of this IOMMU the response is made for. */
  readonly handle: number
  readonly foreign: boolean
  readonly group: number
  readonly change: Partial<PageResponseMsg>
  readonly code: number
  readonly asStruct: boolean
}

class Respond extends Step {
  readonly say: Say
  constructor(which: number, say: Say) {
    super(which)
    this.say = say
  }
  step(model: ModelIommu, real: Real, { all }: Reals, models: Models): void {
    const { say } = this
    const from = say.foreign ? (this.which + 1) % all.length : this.which
    const handles = all[from]!.handles
    const pending = plain.pendingOf(model)
    const group = pending[say.group % Math.max(pending.length, 1)]
    const own = say.handle % 3 > 0 && group && !say.foreign
    const i = own ? model.devices.indexOf(group.device) : say.handle % Math.max(handles.length, 1)
    const handle = handles[i]
    if (handle === undefined) return
    const message: PageResponseMsg = {
      addr: 0n, privateData: 0n, pasid: group?.pasid ?? 0, pasidPresent: group !== undefined && group.pasid !== null, pageReqGroupId: group?.index ?? 0, type: group?.stream ? 1 : 2, respCode: say.code, ...say.change,
    }
    const expected = plain.respond(say.foreign ? undefined : models[from]!.devices[i], message.pasidPresent ? message.pasid : null, message.pageReqGroupId, message.type === 1, message.respCode)
    const before = real.iommu.snapshot()
    const call = (): Uint8Array => say.asStruct
      ? real.iommu.respondBytes(handle, linux.pageResponseMsg.encode({ ...message, privateData: Number(message.privateData) }))
      : real.iommu.respond(handle, message)
    if (expected !== 'refused') return checkResponses(model.format, [call()], [expected])
    expect(call).toThrowError(RefusedError)
    equal(real.iommu.snapshot(), before)
  }
}

class Overflow extends Step {
  step(model: ModelIommu, { iommu }: Real): void {
    expect(iommu.overflow().dropped).toBe(plain.overflow(model))
  }
}

class Wait extends Step {
  readonly time: number
  constructor(which: number, time: number) {
    super(which)
    this.time = time
  }
  step(model: ModelIommu, { iommu }: Real, { now }: Reals): void {
    now.time += this.time
    checkResponses(model.format, iommu.expire(), plain.expire(model, now.time))
  }
}

const which = fc.nat({ max: IOMMUS - 1 })
const index = fc.constantFrom(0, 1, 1, 2, plain.AUTO_INDEX)
const pasid = fc.constantFrom(0, 1, 0x12345)

const ask: fc.Arbitrary<Ask> = fc.record({
  id: fc.constantFrom(...IDS, ...IDS, ...IDS, UNKNOWN),
  request: fc.record({
    addr: fc.bigInt({ min: 0n, max: 2n ** 52n - 1n }).map((page) => page << 12n),
    pasid,
    pasidPresent: fc.boolean(),
    pageReqGroupId: index,
    last: fc.boolean(),
    read: fc.boolean(),
    write: fc.boolean(),
    execute: fc.constant(false),
    privileged: fc.constant(false),
    privateData: fc.constant(0n),
  }).map((request) => ({ ...request, pasid: request.pasidPresent ? request.pasid : 0 })),
  stream: fc.boolean(),
  damage: fc.constantFrom('none', 'none', 'none', 'none', 'none', 'none', 'spoiled', 'twice'),
})

const say: fc.Arbitrary<Say> = fc.record({
  handle: fc.nat({ max: 20 }),
  foreign: fc.nat({ max: 9 }).map((n) => n === 0),
  group: fc.nat({ max: 20 }),
  change: fc.oneof(
    { weight: 4, arbitrary: fc.constant({}) },
    fc.record({ pageReqGroupId: index }),
    fc.record({ pasid, pasidPresent: fc.boolean() }),
    fc.record({ type: fc.constantFrom(1, 2) }),
    fc.record({ addr: fc.constantFrom(0n, 0x5000n), privateData: fc.constantFrom(0n, 7n) }),
  ) as fc.Arbitrary<Partial<PageResponseMsg>>,
  code: fc.constantFrom(0, 0, 1, 15, 2, 7),
  asStruct: fc.boolean(),
})

export const setting = fc.record({ pasidRequired: fc.boolean(), pasidWidth: fc.constantFrom(16, 20), allocation: fc.constantFrom(3, 6, 100) })

export const commands = fc.commands([
  fc.tuple(which, fc.constantFrom(...IDS), setting).map((args) => new Attach(...args)),
  fc.tuple(which, fc.nat({ max: 9 })).map((args) => new Detach(...args)),
  ...Array.from({ length: 8 }, () => fc.tuple(which, fc.array(ask, { minLength: 1, maxLength: 6 }), fc.nat({ max: 5 }).map((n) => n === 0)).map((args) => new Receive(...args))),
  ...Array.from({ length: 5 }, () => fc.tuple(which, say).map((args) => new Respond(...args))),
  which.map((n) => new Overflow(n)),
  fc.tuple(which, fc.nat({ max: 30 })).map((args) => new Wait(...args)),
], { maxCommands: 150, size: 'max' })

/** Every IOMMU has its devices from the start, so that the commands find something to do. */
export function setup(formats: readonly string[], settings: readonly Attach['setting'][]): { model: Models; real: Reals } {
  const now = { time: 0 }
  const auto = ({ pageReqGroupId }: { pageReqGroupId: number }): number | undefined => (pageReqGroupId === plain.AUTO_INDEX ? 0 : undefined)
  const real = {
    now,
    all: formats.map((format): Real => {
      const events: IommuEvent[] = []
      const iommu = new Iommu({ format, clock: () => now.time, deadline: plain.DEADLINE, auto, onEvent: (event) => void events.push(event) })
      return { iommu, events, handles: [] }
    }),
  }
  const model = formats.map((format): ModelIommu => ({ format, devices: [], groups: [] }))
  for (const which of formats.keys()) for (const [i, id] of IDS.entries()) new Attach(which, id, settings[i]!).run(model, real)
  return { model, real }
}
