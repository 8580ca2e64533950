import { it as test } from '@fast-check/vitest'
import fc from 'fast-check'
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { expect, it } from 'vitest'
import { check, Iommu, vtd } from '../src/index.ts'
import type { DeviceHandle } from '../src/index.ts'
import { faults, legalMessages, messages, serviceRuns, traffic, validBytes } from '../src/testing/index.ts'

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

test.prop([legalMessages(vtd.pageRequest)])('finds nothing wrong with what breaks no rule', (message) => {
  expect(check(vtd.pageRequest, message).filter(({ severity }) => severity === 'error')).toEqual([])
})

test.prop({ message: messages(vtd.pageRequest), response: validBytes(vtd.pageGroupResponse) })('tells a request from a response', ({ message, response }) => {
  expect(vtd.pageRequest.decode(vtd.pageRequest.encode(message))).toEqual(message)
  expect(() => vtd.pageRequest.decode(response)).toThrow()
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

it('keeps its books as the model does', async () => {
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
  await fc.assert(fc.asyncProperty(serviceRuns(make, { request: 'vtd.page-request', response: 'vtd.page-group-response' }), async ({ setup, commands }) => {
    await expect(fc.asyncModelRun(setup, commands)).resolves.not.toThrow()
  }))
})

// Where the package is installed, `npx pci-ats-pri`.
const [program, ...words] = [process.execPath, '--import', 'tsx', 'src/cli/main.ts'] as const

it('answers as the model does, in a process of its own', async () => {
  const driver = spawn(program, [...words, 'serve', 'vtd.page-request', '--events'], { stdio: ['pipe', 'pipe', 'ignore'] })
  const lines = createInterface({ input: driver.stdout })[Symbol.asyncIterator]()
  const tell = (action: object) => driver.stdin.write(`${JSON.stringify(action, (_, value) => (typeof value === 'bigint' ? `0x${value.toString(16)}` : value))}\n`)
  const told = async (...types: string[]) => {
    for (let event; ; ) if (types.includes((event = JSON.parse((await lines.next()).value)).type)) return event
  }
  let attached: number[] = []
  const make = () => {
    for (const device of attached.splice(0)) tell({ type: 'detach', device })
    return {
      attach: async ({ rid, allocation, pasidRequired }: { rid: number; allocation: number; pasidRequired: boolean }) => {
        tell({ type: 'attach', init: { rid, pri: { pageRequestAllocation: allocation, prgResponsePasidRequired: pasidRequired } } })
        attached.push((await told('attach')).device)
        return attached.at(-1)
      },
      receive: (bytes: Uint8Array) => void tell({ type: 'receive', bytes: Buffer.from(bytes).toString('hex') }),
      respond: async (device: unknown, message: object) => {
        tell({ type: 'respond', device, message })
        const event = await told('answer', 'refused')
        if (event.type === 'refused') throw new Error(event.reason)
        return Uint8Array.from(Buffer.from(event.bytes, 'hex'))
      },
    }
  }
  const runs = serviceRuns(make, { request: 'vtd.page-request', response: 'vtd.page-group-response' })
  await fc.assert(fc.asyncProperty(runs, async ({ setup, commands }) => {
    await expect(fc.asyncModelRun(setup, commands)).resolves.not.toThrow()
  }), { numRuns: 20 })
  driver.kill()
})
