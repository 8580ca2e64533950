import { expect, it } from 'vitest'
import { Iommu } from '../../src/index.ts'
import type { IommuEvent } from '../../src/index.ts'
import { requestBytes, VTD } from './support.ts'

/** A hostile device makes the service keep no more than the page says, however often it asks. */

const REQUESTS = 1_000_000
const BATCH = 5_000

function watched(options: { readonly maxRequests?: number } = {}) {
  const told = new Map<string, number>()
  const onEvent = (event: IommuEvent): void => {
    const name = event.type === 'bad-request' ? event.reason : event.type
    told.set(name, (told.get(name) ?? 0) + 1)
  }
  return { told, iommu: new Iommu({ format: VTD, clock: () => 0, onEvent, ...options }) }
}

/** Sends requests of three kinds in turns, each under a PASID of its own. */
function flood(iommu: Iommu, requests: number, kinds: readonly Uint8Array[]): number {
  const batch = Buffer.concat(Array.from({ length: BATCH }, (_, i) => kinds[i % kinds.length]!))
  let responses = 0
  for (let n = 0; n < requests; n += BATCH) {
    // Bits 51:32 are the PASID.
    for (let i = 0; i < BATCH; i++) batch.writeUIntLE(n + i, i * 32 + 4, 3)
    responses += iommu.receive(batch).length
  }
  return responses
}

const malformed = requestBytes(VTD)
malformed[0] = 2
const partial = requestBytes(VTD, { last: false })
const unknown = requestBytes(VTD, {}, { rid: 0x308 })

it('groups that are never finished, devices that are not there, records that are none', () => {
  const { iommu, told } = watched()
  const handle = iommu.attach({ rid: 0x300 })
  const kinds = [malformed, ...Array<Uint8Array>(19).fill(unknown), ...Array<Uint8Array>(80).fill(partial)]
  expect(flood(iommu, REQUESTS, kinds)).toBe(0)
  // Without an allocation, a device may have 65,536 requests outstanding. Of the others, nothing is kept.
  expect(iommu.snapshot()).toMatchObject({ outstanding: { groups: 0, requests: 65_536, partial: 65_536 }, pending: [], devices: [{ device: 1 }] })
  expect(Object.fromEntries(told)).toEqual({
    open: 1, attach: 1, receive: REQUESTS, partial: 65_536, 'over-allocation': 0.8 * REQUESTS - 65_536, 'unknown-device': 0.19 * REQUESTS, malformed: 0.01 * REQUESTS,
  })
  expect(handle.outstanding.partial).toBe(65_536)
  // The neighbour is not harmed, and an overflow frees everything.
  const neighbour = iommu.attach({ rid: 0x310 })
  iommu.receive(requestBytes(VTD, {}, { rid: 0x310 }))
  expect(neighbour.outstanding.groups).toBe(1)
  expect(iommu.overflow().dropped).toBe(65_536)
}, 240_000)

it('groups that nobody answers, over all devices', () => {
  const { iommu, told } = watched({ maxRequests: 100 })
  const handle = iommu.attach({ rid: 0x300, pri: { pageRequestCapacity: 2 ** 32 - 1 } })
  iommu.attach({ rid: 0x308 })
  expect(flood(iommu, BATCH, [requestBytes(VTD), unknown])).toBe(BATCH - 100)
  expect(iommu.outstanding).toEqual({ groups: 100, requests: 100, partial: 0 })
  expect([told.get('pending'), told.get('over-limit')]).toEqual([100, BATCH - 100])
  expect(handle.outstanding.groups).toBe(50)
})

it('the most requests of an IOMMU are by default 1,048,576', () => {
  const events: IommuEvent[] = []
  new Iommu({ format: VTD, clock: () => 0, onEvent: (event) => void events.push(event) })
  expect(events).toEqual([{ at: 0, type: 'open', format: VTD, reserved: 'ignore', maxRequests: 1_048_576 }])
})
