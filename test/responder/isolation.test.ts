import fc from 'fast-check'
import { expect, it } from 'vitest'
import { iommuFormats, RefusedError } from '../../src/index.ts'
import type { DeviceHandle, IommuEvent, PageResponseMsg } from '../../src/index.ts'
import { benchOf, requestBytes, RESPONSE } from './support.ts'
import { fromHex, toHex } from '../support/bytes.ts'

/** Nothing that the service hands out is live: whoever gets it may do to it what he likes. */

/** Changes everything that can be changed in a value, and in what it holds. */
function spoil(value: unknown, seen = new Set<unknown>()): void {
  if (typeof value !== 'object' || value === null || seen.has(value)) return
  seen.add(value)
  if (value instanceof Uint8Array) return void value.fill(0xee)
  for (const key of Reflect.ownKeys(value)) {
    if (key === 'length') continue
    spoil((value as Record<PropertyKey, unknown>)[key], seen)
    for (const wrong of [99, undefined]) Reflect.set(value, key, wrong)
    Reflect.deleteProperty(value, key)
  }
  if (Array.isArray(value)) {
    try {
      value.length = 0
      value.push('spoiled')
    } catch {
      // It is frozen.
    }
  }
  Reflect.set(value, 'enable', false)
  Reflect.setPrototypeOf(value, null)
}

type Step =
  | { readonly do: 'ask'; readonly rid: number; readonly index: number; readonly last: boolean; readonly read: boolean; readonly pasid: number }
  | { readonly do: 'answer'; readonly device: number; readonly index: number; readonly pasid: number; readonly code: number }
  | { readonly do: 'junk' | 'overflow' | 'wait' | 'detach' | 'look' }

const index = fc.nat({ max: 3 })
const pasid = fc.nat({ max: 1 })
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('ask' as const), rid: fc.constantFrom(0x300, 0x308, 0x400), index, last: fc.boolean(), read: fc.boolean(), pasid }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('answer' as const), device: fc.nat({ max: 1 }), index, pasid, code: fc.constantFrom(0, 1, 15, 2) }) },
  fc.record({ do: fc.constantFrom('junk' as const, 'overflow' as const, 'wait' as const, 'look' as const, 'look' as const) }),
)

/** What a service says of its life; where it is tampered with, everything that it hands out is spoiled on the way. */
function life(format: string, steps: readonly Step[], tamper: (value: unknown) => void): unknown[] {
  const told: unknown[] = []
  const tell = (value: unknown): void => {
    told.push(textOf(value))
    tamper(value)
  }
  const bench = benchOf(format, {
    deadline: 3,
    onEvent: (event: IommuEvent) => tell(event),
    auto(group) {
      const { pageReqGroupId } = group
      tell(group)
      return pageReqGroupId === 3 ? 0 : undefined
    },
  })
  const { iommu, clock } = bench
  const handles: DeviceHandle[] = [0x300, 0x308].map((rid) => iommu.attach({ rid, pri: { pageRequestCapacity: 6 }, pasid: { maxPasidWidth: 20 } }))
  const look = (): void => {
    tell(iommu.snapshot())
    tell(iommu.outstanding)
    for (const handle of handles) {
      tell(handle.identity)
      tell(handle.outstanding)
    }
  }
  for (const one of steps) {
    try {
      if (one.do === 'ask') tell(iommu.receive(requestBytes(format, { pageReqGroupId: one.index, last: one.last || format === 'smmuv3.stall-event', read: one.read, write: !one.read && format === 'smmuv3.stall-event', pasid: one.pasid }, { rid: one.rid })))
      else if (one.do === 'answer') tell(iommu.respond(handles[one.device]!, { ...RESPONSE, pageReqGroupId: one.index, pasid: one.pasid, respCode: one.code } satisfies PageResponseMsg))
      else if (one.do === 'junk') tell(iommu.receive(fromHex('00')))
      else if (one.do === 'overflow') tell(iommu.overflow(requestBytes(format)))
      else if (one.do === 'wait') tell((clock.now++, iommu.expire()))
      else look()
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
      tell(error)
    }
  }
  look()
  for (const handle of handles) tell(iommu.detach(handle))
  tell(iommuFormats)
  look()
  return told
}

function textOf(value: unknown): string {
  if (value instanceof Error) return value.message
  return JSON.stringify(value, (_key, inner: unknown) => (inner instanceof Uint8Array ? toHex(inner) : typeof inner === 'bigint' ? String(inner) : inner))
}

it('does the same whatever is done to what it hands out', () => {
  let told = 0
  fc.assert(
    fc.property(fc.constantFrom(...iommuFormats), fc.array(step, { maxLength: 60, size: 'max' }), (format, steps) => {
      const quiet = life(format, steps, () => {})
      expect(life(format, steps, spoil)).toEqual(quiet)
      told += quiet.length
    }),
    { numRuns: 150 },
  )
  expect(told).toBeGreaterThan(1000)
})
