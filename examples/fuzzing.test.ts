import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Iommu, vtd } from '../src/index.ts'
import type { DeviceHandle } from '../src/index.ts'
import { faults, messages, serviceRuns, traffic } from '../src/testing/index.ts'

/** The tests of docs/fuzzing.md, as they stand there. */

// In the place of your own decoder stands ours.
const mine = (bytes: Uint8Array) => vtd.pageRequest.decode(bytes)

it('reads every page request', () => {
  fc.assert(fc.property(messages(vtd.pageRequest), (message) => {
    expect(mine(vtd.pageRequest.encode(message))).toEqual(message)
  }))
})

it('refuses what is wrong', () => {
  fc.assert(fc.property(faults(vtd.pageRequest), ({ bytes, code }) => {
    expect(() => mine(bytes)).toThrow(code)
  }))
})

// In the place of your own model stands a counter.
const exceeds = (allocations: readonly number[]) => {
  const outstanding = allocations.map(() => 0)
  return {
    request: (device: number) => ++outstanding[device]! > allocations[device]!,
    response: (device: number, requests: number) => void (outstanding[device]! -= requests),
  }
}

it('notices every request that is one too many, and no other', () => {
  fc.assert(fc.property(traffic({ credits: false, groups: 40 }), ({ devices, events, groups, overruns }) => {
    const model = exceeds(devices.map(({ allocation }) => allocation))
    const found: number[] = []
    events.forEach((event, at) => {
      if (event.kind === 'request' && model.request(event.device)) found.push(at)
      if (event.kind === 'response') model.response(event.device, groups[event.group]!.requests.length)
    })
    expect(found).toEqual(overruns)
  }))
})

it('keeps its books as the model does', () => {
  const make = () => {
    const iommu = new Iommu({ format: 'vtd.page-request', clock: () => 0 })
    return {
      attach: ({ rid, allocation, pasidRequired }: { rid: number; allocation: number; pasidRequired: boolean }) =>
        iommu.attach({ rid, pri: { pageRequestAllocation: allocation, prgResponsePasidRequired: pasidRequired } }),
      receive: (bytes: Uint8Array) => void iommu.receive(bytes),
      respond: (device: unknown, response: Parameters<Iommu['respond']>[1]) => iommu.respond(device as DeviceHandle, response),
      pending: () => iommu.snapshot().pending.length,
    }
  }
  fc.assert(fc.property(serviceRuns(make, { request: 'vtd.page-request', response: 'vtd.page-group-response' }), ({ setup, commands }) => {
    expect(() => fc.modelRun(setup, commands)).not.toThrow()
  }))
})
