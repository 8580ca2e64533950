import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatEvent, iommuFormats, parseEvent, replay } from '../../src/index.ts'
import type { IommuEvent } from '../../src/index.ts'
import { checkResponses, commands, equal, IOMMUS, setting, setup } from './commands.ts'
import * as plain from './model.ts'

/** The service against a model of plain lists. */

/** What must have come up for the property to mean something. */
const SEEN = [
  ...['attach', 'detach', 'receive', 'respond', 'respond-bytes', 'overflow', 'expire'],
  ...['malformed', 'unknown-device', 'note', 'stop-marker', 'index-reused', 'partial', 'pending'],
  ...['over-allocation', 'pasid-too-wide', 'stream-without-pasid'].map((reason) => `bad-request ${reason}`),
  ...['caller', 'auto', 'bad-request', 'detach', 'deadline'].map((by) => `answer ${by}`),
  ...['bad-request', 'stop-marker', 'overflow', 'detach'].map((by) => `dropped ${by}`),
  ...['foreign-handle', 'detached', 'nothing-pending', 'no-such-group', 'wrong-pasid', 'wrong-type', 'wrong-code'].map((reason) => `refused ${reason}`),
]

function nameOf(event: IommuEvent): string {
  if (event.type === 'answer' || event.type === 'dropped') return `${event.type} ${event.by}`
  return event.type === 'refused' || event.type === 'bad-request' ? `${event.type} ${event.reason}` : event.type
}

it('agrees with the model in every state, and its trace leads there again', () => {
  const seen = new Map<string, number>()
  let whole = 0
  fc.assert(
    fc.property(fc.shuffledSubarray([...iommuFormats], { minLength: IOMMUS, maxLength: IOMMUS }), fc.tuple(setting, setting, setting), commands, (formats, settings, steps) => {
      const { model, real } = setup(formats, settings)
      fc.modelRun(() => ({ model, real }), steps)
      for (const [i, { iommu, events, handles }] of real.all.entries()) {
        const again: IommuEvent[] = []
        const replayed = replay(events.map(formatEvent).map(parseEvent), (event) => void again.push(event))
        equal(again, events)
        equal(replayed.iommu.snapshot(), iommu.snapshot())

        for (const [n, device] of model[i]!.devices.entries()) if (device.attached) checkResponses(model[i]!.format, iommu.detach(handles[n]!), plain.detach(device))
        equal(iommu.outstanding, { groups: 0, requests: 0, partial: 0 })
        expect(model[i]!.groups.every(({ responses }) => responses === 1)).toBe(true)
        for (const event of events) seen.set(nameOf(event), (seen.get(nameOf(event)) ?? 0) + 1)
        whole += model[i]!.groups.filter(({ requests }) => requests > 1).length
      }
    }),
    { numRuns: 100 },
  )
  expect(SEEN.filter((name) => !seen.has(name))).toEqual([])
  expect(whole).toBeGreaterThan(50)
})
