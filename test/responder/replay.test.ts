import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatEvent, iommuFormats, parseEvent, RefusedError, replay } from '../../src/index.ts'
import type { DeviceHandle, Iommu, IommuEvent } from '../../src/index.ts'
import { benchOf, requestBytes, RESPONSE } from './support.ts'

/** A replay is the original again, whatever the policies and the listeners of the original did. */

/** What a policy does with a group. */
const policy = fc.constantFrom<(() => unknown)[]>(
  () => 0, () => 1, () => 15, () => undefined, () => 2, () => '0', () => Promise.resolve(0),
  () => { throw new Error('of the policy') },
  () => { throw new Error('0x10\ud800\n"') },
  () => { throw 'x'.repeat(1000) },
  () => { throw Object.create(null) },
)

/** What a listener does when it is told of an event. */
const listener = fc.constantFrom<((iommu: Iommu, handle: DeviceHandle) => void)[]>(
  () => {}, () => {}, () => {},
  () => { throw new Error('of the listener') },
  (iommu, handle) => void iommu.respond(handle, RESPONSE),
  (iommu) => void iommu.receive(requestBytes(iommu.format, { pageReqGroupId: 5 })),
  (iommu) => void iommu.overflow(),
)

const ask = fc.record({ pageReqGroupId: fc.constantFrom(0, 1, 0x1ab), last: fc.boolean(), pasid: fc.constantFrom(0, 0x12345) })

it('has the events, the answers and the state of the original', () => {
  let errors = 0
  let reentered = 0
  fc.assert(
    fc.property(
      fc.constantFrom(...iommuFormats.filter((format) => format !== 'smmuv3.stall-event')),
      fc.infiniteStream(policy), fc.infiniteStream(listener), fc.array(fc.array(ask, { maxLength: 4 }), { maxLength: 12 }),
      (format, policies, listeners, calls) => {
        const events: IommuEvent[] = []
        const answers: Uint8Array[] = []
        let depth = 0
        let budget = 30
        let handle: DeviceHandle | undefined
        const { iommu, clock } = benchOf(format, {
          deadline: 4,
          auto: () => policies.next().value!() as number,
          onError: () => void errors++,
          onEvent(event) {
            events.push(event)
            if (handle === undefined || depth > 0 || budget-- <= 0) return
            depth++
            reentered++
            try {
              listeners.next().value!(iommu, handle)
            } finally {
              depth--
            }
          },
        })
        handle = iommu.attach({ rid: 0x300, pri: { pageRequestCapacity: 8 } })
        for (const asks of calls) {
          clock.now++
          answers.push(...iommu.receive(Buffer.concat(asks.map((request) => requestBytes(format, request)))), ...iommu.expire())
        }
        try {
          answers.push(iommu.respond(handle, RESPONSE))
        } catch (error) {
          if (!(error instanceof RefusedError)) throw error
        }

        const lines = events.map(formatEvent)
        const again: string[] = []
        const replayed = replay(lines.map(parseEvent), (event) => void again.push(formatEvent(event)))
        expect(again).toEqual(lines)
        expect(replayed.iommu.snapshot()).toEqual(iommu.snapshot())
        // Every answer that the calls gave is one that the trace has; a listener's own came out of its own calls.
        const told = new Set(events.flatMap((event) => (event.type === 'answer' ? [Buffer.from(event.bytes).toString('hex')] : [])))
        for (const answer of answers) expect(told).toContain(Buffer.from(answer).toString('hex'))
      },
    ),
    { numRuns: 300 },
  )
  expect(Math.min(errors, reentered)).toBeGreaterThan(300)
})

it('tells its own listener\'s error as the service does, and the policy\'s not again', async () => {
  const { events, iommu } = benchOf('vtd.page-request', { auto: () => { throw new Error('once') }, onError: () => {} })
  iommu.attach({ rid: 0x300 })
  iommu.receive(requestBytes('vtd.page-request'))
  expect(events.at(-1)).toMatchObject({ type: 'pending', autoError: 'once' })
  const uncaught: unknown[] = []
  const before = process.listeners('uncaughtException')
  process.removeAllListeners('uncaughtException')
  process.on('uncaughtException', (error) => void uncaught.push(error.message))
  try {
    replay(events, ({ type }) => { if (type === 'pending') throw new Error('of the new listener') })
    await new Promise((resolve) => setImmediate(resolve))
  } finally {
    process.removeAllListeners('uncaughtException')
    for (const listener of before) process.on('uncaughtException', listener)
  }
  expect(uncaught).toEqual(['of the new listener'])
})

it.each([
  ['an answer that no policy gives', { auto: 7 }, 'auto'],
  ['no time', { at: null }, 'clock'],
])('is refused for %s', (_what, wrong, field) => {
  const { events, iommu } = benchOf('vtd.page-request', { auto: 'success' })
  iommu.attach({ rid: 0x300 })
  iommu.receive(requestBytes('vtd.page-request'))
  const trace = events.map((event) => (event.type === 'pending' || event.type === 'receive' ? { ...event, ...wrong } as IommuEvent : event))
  expect(() => replay(trace)).toThrowError(expect.objectContaining({ name: 'CodecError', field }))
})
