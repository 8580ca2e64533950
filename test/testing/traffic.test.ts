import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { capabilities, check, Iommu, linux, record, tlps } from '../../src/index.ts'
import type { DeviceHandle, IommuEvent, PageResponseMsg } from '../../src/index.ts'
import { asRecords, asRing, asTlps, configSpaces, ServiceMismatch, serviceRuns, traffic } from '../../src/testing/index.ts'
import type { ServiceUnderTest, Traffic } from '../../src/testing/index.ts'

const FORMATS = { request: 'vtd.page-request', response: 'vtd.page-group-response' }
const QUEUES = [
  FORMATS,
  { request: 'amd.ppr-log', response: 'amd.complete-ppr-request' },
  { request: 'smmuv3.pri-queue-entry', response: 'smmuv3.cmd-pri-resp' },
  { request: 'riscv.page-request', response: 'riscv.ats-prgr' },
  { request: 'pcie.page-request', response: 'pcie.prg-response' },
]

const count = ({ groups }: Traffic, what: (group: Traffic['groups'][number]) => boolean): number => groups.filter(what).length

describe('traffic', () => {
  it('is what its model says: groups have their messages in order, and an index is used again when it is free', () => {
    fc.assert(fc.property(traffic(), ({ events, groups }) => {
      const open = new Map<string, number>()
      for (const [at, event] of events.entries()) {
        if (event.kind === 'stop marker') continue
        const { device, index, requests, response, complete } = groups[event.group]!
        const key = `${device} ${index}`
        if (event.kind === 'request') {
          expect(requests).toContain(at)
          expect(open.get(key) ?? event.group).toBe(event.group)
          open.set(key, event.group)
          expect(event.request.last).toBe(complete && at === requests.at(-1))
        } else {
          expect([response, complete]).toEqual([at, true])
          open.delete(key)
        }
      }
    }), { numRuns: 200, seed: 1 })
  })

  it('ends every group where that was asked for, whatever the credits', () => {
    fc.assert(fc.property(traffic({ ends: true, groups: 20, devices: 2 }), ({ groups }) => {
      expect(groups.every(({ complete, response }) => complete && response !== undefined)).toBe(true)
    }), { numRuns: 300, seed: 10 })
  })

  it('has no stop marker amid a group of its PASID', () => {
    let markers = 0
    fc.assert(fc.property(traffic({ groups: 20 }), ({ events, groups }) => {
      for (const [at, event] of events.entries()) {
        if (event.kind !== 'stop marker') continue
        markers++
        const same = groups.filter(({ device, pasid }) => device === event.device && pasid === event.request.pasid)
        expect(same.filter(({ requests }) => requests[0]! < at && requests.at(-1)! > at)).toEqual([])
      }
    }), { numRuns: 300, seed: 11 })
    expect(markers).toBeGreaterThan(200)
  })

  it.each(QUEUES.slice(0, 4))('breaks no rule as $request, and asks for everything that a request may ask for', ({ request, response }) => {
    const codec = record(request as 'vtd.page-request')
    const asked = new Set<string>()
    for (const all of fc.sample(traffic(), { numRuns: 60, seed: 12 })) {
      for (const { event, bytes } of asRecords(all, { request, response })) {
        if (event.kind !== 'request') continue
        for (const name of ['read', 'write', 'execute', 'privileged', 'pasidPresent'] as const) if (event.request[name]) asked.add(name)
        expect(check(codec, codec.decode(bytes)).filter(({ severity }) => severity === 'error')).toEqual([])
      }
    }
    expect(asked.size).toBe(5)
  })

  it.each(['non-flit', 'flit'] as const)('is the packets of a link in %s mode, PASIDs included', (mode) => {
    let pasids = 0
    fc.assert(fc.property(traffic(), (all) => {
      const walked = [...tlps(asTlps(all, mode), { mode })]
      expect(walked.map(({ id }) => id)).toEqual(all.events.map(({ kind }) => `${mode === 'flit' ? 'pcie-flit' : 'pcie'}.${kind === 'request' ? 'page-request' : kind === 'response' ? 'prg-response' : 'stop-marker'}`))
      pasids += all.events.filter((event) => event.kind === 'request' && event.request.pasidPresent).length
    }), { numRuns: 60, seed: 13 })
    expect(pasids).toBeGreaterThan(50)
  })

  it('keeps to the credits, or breaks them and says where', () => {
    expect(fc.sample(traffic({ credits: true }), { numRuns: 100, seed: 2 }).every(({ overruns }) => overruns.length === 0)).toBe(true)
    const broken = fc.sample(traffic({ credits: false, groups: 40, devices: 1 }), { numRuns: 100, seed: 2 })
    expect(broken.some(({ overruns }) => overruns.length > 0)).toBe(true)
  })

  it.each(QUEUES)('comes out of the service as the model has it, as $request', ({ request, response }) => {
    let answered = 0
    fc.assert(fc.property(traffic(), (all) => {
      const events: IommuEvent[] = []
      const iommu = new Iommu({ format: request as 'vtd.page-request', clock: () => 0, onEvent: (event) => void events.push(event) })
      const handles = all.devices.map(({ rid, allocation, pasidRequired }) => iommu.attach({ rid, pri: { pageRequestAllocation: allocation, prgResponsePasidRequired: pasidRequired } }))
      for (const { event, bytes } of asRecords(all, { request, response })) {
        if (event.kind !== 'response') expect(iommu.receive(bytes)).toEqual([])
        else expect(iommu.respond(handles[event.device]!, event.response)).toEqual(bytes), answered++
      }
      expect(iommu.snapshot().pending).toHaveLength(count(all, ({ complete, response: at }) => complete && at === undefined))
    }), { numRuns: 40, seed: 3 })
    expect(answered).toBeGreaterThan(40)
  })

  it('is asked for by ids that are ids, or by records', () => {
    const [all] = fc.sample(traffic({ ends: true }), { numRuns: 1, seed: 1 }) as [Traffic]
    expect(asRecords(all, { request: record('vtd.page-request'), response: record('vtd.page-group-response') })).toEqual(asRecords(all, { request: 'vtd.page-request', response: 'vtd.page-group-response' }))
    // @ts-expect-error: there is no such record
    expect(() => asRecords(all, { request: 'vtd.page-reqest', response: 'vtd.page-group-response' })).toThrow(/vtd.page-request\?/)
    // @ts-expect-error: nor this
    expect(() => asRecords(all, { request: 'vtd.page-request', response: 'vtd.page-respnse' })).toThrow(/the id of a record/)
  })

  it('stands in a ring that wraps around', () => {
    fc.assert(fc.property(traffic({ groups: 20 }), fc.nat(7), (all, start) => {
      const requests = asRecords(all, FORMATS).filter(({ event }) => event.kind !== 'response').map(({ bytes }) => bytes)
      if (requests.length === 0) return
      const { bytes, size, head, tail, pending } = asRing(requests, 8, start)
      const codec = record('vtd.page-request')
      let at = head
      for (const entry of pending) {
        expect(codec.decode(bytes, at * size)).toEqual(codec.decode(entry))
        at = (at + 1) % 8
      }
      expect(at).toBe(tail)
    }), { numRuns: 100, seed: 4 })
  })
})

/** The library's own service, and one that is wrong on purpose. */
function service(wrong = false): ServiceUnderTest {
  const iommu = new Iommu({ format: 'vtd.page-request', clock: () => 0 })
  return {
    attach: ({ rid, allocation, pasidRequired }) => iommu.attach({ rid, pri: { pageRequestAllocation: allocation, prgResponsePasidRequired: pasidRequired } }),
    receive: (bytes) => void iommu.receive(bytes),
    respond: (device, response: PageResponseMsg) => {
      const bytes = iommu.respond(device as DeviceHandle, response)
      // The Response Code one bit too high.
      return wrong ? bytes.map((byte, i) => (i === 4 && response.respCode === 1 ? byte ^ 0x10 : byte)) : bytes
    },
    pending: () => iommu.snapshot().pending.length,
  }
}

describe('commands for a service', () => {
  it('hold for the library\'s own', async () => {
    await fc.assert(fc.asyncProperty(serviceRuns(() => service(), FORMATS), async ({ setup, commands }) => {
      await fc.asyncModelRun(setup, commands)
      expect(commands.length).toBeGreaterThanOrEqual(0)
    }), { numRuns: 60, seed: 5 })
  })

  it('find one that is wrong', async () => {
    const { failed, errorInstance } = await fc.check(fc.asyncProperty(serviceRuns(() => service(true), FORMATS), ({ setup, commands }) => fc.asyncModelRun(setup, commands)), { numRuns: 200, seed: 6 })
    expect(failed).toBe(true)
    expect(errorInstance).toBeInstanceOf(ServiceMismatch)
  })
})

describe('configuration spaces', () => {
  it('have the capabilities that they say', () => {
    fc.assert(fc.property(configSpaces(), ({ bytes, list }) => {
      const found = capabilities(bytes)
      expect(found.list.map(({ offset, id }) => ({ offset, id }))).toEqual(list)
      expect([found.ats !== null, found.pri !== null, found.pasid !== null]).toEqual([0x0f, 0x13, 0x1b].map((wanted) => list.some(({ id }) => id === wanted)))
    }), { numRuns: 150, seed: 7 })
  })

  it('that are wrong on purpose are found to be so', () => {
    const faulty = fc.sample(configSpaces(true), { numRuns: 2400, seed: 8 }).filter(({ fault }) => fault !== 'none')
    expect(faulty.length).toBeGreaterThan(600)
    for (const { bytes } of faulty) expect(capabilities(bytes).findings.length).toBeGreaterThan(0)
  })
})

it('a struct of Linux is a format like any other', () => {
  const [all] = fc.sample(traffic({ ends: true, codes: [0, 1] }), { numRuns: 1, seed: 9 })
  const sent = asRecords(all!, { request: 'linux.iommufd-pgfault', response: 'linux.iommufd-page-response' })
  expect(sent.every(({ event, bytes }) => event.kind === 'response' || linux.iommufdPgfault.tryDecode(bytes).ok)).toBe(true)
})
