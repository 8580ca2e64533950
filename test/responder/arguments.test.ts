import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CodecError, config, Iommu, linux, RefusedError, replay, vtd } from '../../src/index.ts'
import type { DeviceInit, IommuEvent, IommuOptions, PageResponseMsg } from '../../src/index.ts'
import { benchOf, one, refusalOf, requestBytes, RESPONSE, stateOf, VTD } from './support.ts'
import { toHex } from '../support/bytes.ts'

/** What may be handed to the service: nothing leads to an error but its own. */

const revoked = (): object => {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}
const unlucky = (name: string): object => Object.defineProperty({}, name, { enumerable: true, get() { throw new TypeError('of the getter') } })

const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.anything(),
  fc.constantFrom(Symbol('odd'), 5n, NaN, () => 5, null, undefined, new Uint8Array(3), Object.create(null), new Proxy(new Uint8Array(32), {}), Object.create(Uint8Array.prototype)),
  fc.constant('a revoked proxy'),
)

/** @returns whether it was taken */
function own(call: () => unknown): boolean {
  try {
    call()
    return true
  } catch (error) {
    if (error instanceof CodecError || error instanceof RefusedError) return false
    throw error
  }
}

describe('arguments of the wrong type', () => {
  it('are errors of the service, wherever they stand', () => {
    const options: (keyof IommuOptions)[] = ['format', 'deadline', 'linux', 'reserved', 'iommuRid', 'maxRequests', 'auto', 'onEvent', 'onError']
    const inits: (keyof DeviceInit)[] = ['rid', 'segment', 'streamId', 'domain', 'pri', 'pasid']
    const pri = ['enable', 'prgResponsePasidRequired', 'pageRequestCapacity', 'pageRequestAllocation']
    let taken = 0
    let refused = 0
    fc.assert(fc.property(odd, (drawn) => {
      // The test framework itself cannot hold one.
      const value = drawn === 'a revoked proxy' ? revoked() : drawn
      const { iommu, handle } = one()
      const before = stateOf(iommu, [handle])
      const calls: (() => unknown)[] = [
        () => new Iommu(value as never),
        ...options.map((name) => () => new Iommu({ format: VTD, clock: () => 0, [name]: value } as never)),
        () => iommu.attach(value as never),
        ...inits.map((name) => () => benchOf(VTD).iommu.attach({ rid: 1, [name]: value } as never)),
        ...pri.map((name) => () => benchOf(VTD).iommu.attach({ rid: 1, pri: { [name]: value } } as never)),
        ...['enable', 'maxPasidWidth'].map((name) => () => benchOf(VTD).iommu.attach({ rid: 1, pasid: { [name]: value } } as never)),
        () => iommu.detach(value as never),
        () => iommu.receive(value as never),
        () => iommu.overflow(value as never),
        () => iommu.respond(handle, value as never),
        () => iommu.respond(value as never, RESPONSE),
        ...Object.keys(RESPONSE).map((name) => () => iommu.respond(handle, { ...RESPONSE, [name]: value })),
        () => iommu.respondBytes(handle, value as never),
        () => iommu.respondBytes(handle, new Uint8Array(24), value as never),
        () => replay(value as never),
        () => replay([value] as never),
      ]
      for (const call of calls) own(call) ? taken++ : refused++
      expect(stateOf(iommu, [handle])).toEqual(before)
    }), { numRuns: 200 })
    expect(Math.min(taken, refused)).toBeGreaterThan(100)
  })

  it('are so, too, where a function stands for an object', () => {
    const { iommu } = benchOf(VTD)
    for (const init of [() => 5, { rid: 1, pri: () => 5 }, { rid: 1, pasid: () => 5 }]) expect(() => iommu.attach(init as never)).toThrowError(expect.objectContaining({ name: 'CodecError', code: 'type' }))
  })

  it('are so, too, where a getter throws', () => {
    const { iommu, handle } = one()
    for (const name of ['format', 'clock', 'auto']) expect(() => new Iommu(unlucky(name) as never)).toThrowError(CodecError)
    for (const name of ['rid', 'pri']) expect(() => iommu.attach(unlucky(name))).toThrowError(CodecError)
    expect(() => iommu.attach({ rid: 1, pri: unlucky('enable') })).toThrowError(expect.objectContaining({ name: 'CodecError', code: 'type', field: 'pri' }))
    iommu.receive(requestBytes(VTD))
    expect(refusalOf(() => iommu.respond(handle, unlucky('respCode') as PageResponseMsg))).toBe('malformed EINVAL -22')
    expect(handle.outstanding.groups).toBe(1)
  })
})

describe('unknown keys', () => {
  it.each<[string, (iommu: Iommu) => unknown, string, string]>([
    ['an IOMMU', () => new Iommu({ format: VTD, clock: () => 0, dealine: 5 } as never), 'dealine', 'deadline'],
    ['a device', (iommu) => iommu.attach({ rid: 1, segmnt: 1 } as never), 'segmnt', 'segment'],
    ['PRI', (iommu) => iommu.attach({ rid: 1, pri: { pageRequestCapacty: 1 } } as never), 'pri.pageRequestCapacty', 'pageRequestCapacity'],
    ['PASID', (iommu) => iommu.attach({ rid: 1, pasid: { maxPasidWith: 1 } } as never), 'pasid.maxPasidWith', 'maxPasidWidth'],
  ])('of %s are errors, with the nearest known one', (_what, call, field, nearest) => {
    const { iommu } = benchOf(VTD)
    expect(() => call(iommu)).toThrowError(expect.objectContaining({ name: 'CodecError', code: 'type', field, expected: expect.stringContaining(`did you mean ${nearest}?`) as unknown }))
    expect(iommu.snapshot().devices).toEqual([])
  })

  it('are none of a decoded capability', () => {
    const { iommu } = benchOf(VTD)
    for (const [rid, name] of [[1, 'pri'], [2, 'pasid']] as const) {
      const { fields } = (name === 'pri' ? config.priCapability : config.pasidCapability).layout
      const decoded = Object.fromEntries(Object.keys(fields).filter((key) => !/enable|Required|page|max/i.test(key)).map((key) => [key, 0]))
      expect(Object.keys(decoded).length).toBeGreaterThan(2)
      iommu.attach({ rid, [name]: decoded })
    }
  })
})

describe('bytes', () => {
  const foreign = (bytes: Uint8Array): Uint8Array => runInNewContext(`Uint8Array.from([${bytes.join()}])`) as Uint8Array
  class Odd extends Uint8Array {
    override get length(): number {
      throw new Error('of the subclass')
    }
  }

  it.each<[string, (bytes: Uint8Array) => Uint8Array]>([
    ['another realm', foreign],
    ['Buffer', (bytes) => Buffer.from(bytes)],
    ['a subclass', (bytes) => new Odd(Uint8Array.prototype.slice.call(bytes).buffer as ArrayBuffer)],
    ['shared memory', (bytes) => {
      const shared = new Uint8Array(new SharedArrayBuffer(bytes.length))
      shared.set(bytes)
      return shared
    }],
  ])('of %s are taken everywhere', (_what, make) => {
    const { iommu, handle, events } = one()
    expect(iommu.receive(make(requestBytes(VTD)))).toEqual([])
    expect(toHex(iommu.respondBytes(handle, make(linux.pageResponseMsg.encode({ ...RESPONSE, privateData: 0 })))).slice(0, 4)).toBe('1900')
    expect(iommu.overflow(make(requestBytes(VTD))).dropped).toBe(0)
    for (const event of events) if ('bytes' in event) expect(Object.getPrototypeOf(event.bytes)).toBe(Uint8Array.prototype)
  })

  it('that were taken away are none', () => {
    const gone = requestBytes(VTD)
    structuredClone(gone.buffer, { transfer: [gone.buffer as ArrayBuffer] })
    const { iommu, handle } = one()
    expect(iommu.receive(gone)).toEqual([])
    expect(refusalOf(() => iommu.respondBytes(handle, gone))).toBe('malformed EINVAL -22')
  })
})

it('a format and a struct may be given as the record', () => {
  const { iommu } = benchOf(vtd.pageRequest as never)
  expect(iommu.format).toBe(VTD)
  const handle = iommu.attach({ rid: 0x300 })
  iommu.receive(requestBytes(VTD))
  iommu.respondBytes(handle, linux.pageResponseMsg.encode({ ...RESPONSE, privateData: 0 }), linux.pageResponseMsg as never)
  expect(() => { (iommu as { format: string }).format = 'amd.ppr-log' }).toThrowError(TypeError)
})

it('the trace of an attach says what was attached, though its getters attach as well', () => {
  const events: IommuEvent[] = []
  const { iommu } = benchOf(VTD, { onEvent: (event) => void events.push(event) })
  const handle = iommu.attach({ get rid() { return iommu.attach({ rid: 1 }).device + 1 } })
  expect([handle.device, handle.identity.rid]).toEqual([2, 2])
  expect(events.map((event) => event.type === 'attach' && [event.device, event.init.rid])).toEqual([false, [1, 1], [2, 2]])
})
