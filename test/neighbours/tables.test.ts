import { describe, expect, it } from 'vitest'
import { collisions } from '../../src/codec/lint.ts'
import { lint } from '../../src/index.ts'
import { neighbours, places } from '../../src/neighbours/index.ts'
import { catalogue } from '../../src/spec/catalogue.ts'
import { neighbourLayouts } from '../../src/spec/neighbours/index.ts'
import { roleOf } from '../../src/spec/role-fields.ts'
import { PLACE } from '../../src/spec/place-names.ts'

const layouts = [...catalogue, ...neighbourLayouts]

describe('the tables of neighbours', () => {
  it.each(neighbourLayouts)('$id claims every bit exactly once', (layout) => {
    expect(lint(layout)).toEqual([])
  })

  it('can be told from each other and from the catalogue by their fixed values', () => {
    // One record for four events: its number is a field of it, and the place tells it from the others.
    expect(collisions(layouts.filter(({ id }) => id !== 'smmuv3.stall-event'))).toEqual([])
  })

  it('have ids that nothing else has', () => {
    expect(new Set(layouts.map(({ id }) => id)).size).toBe(layouts.length)
  })

  it('say of everything what it is and where it stands', () => {
    for (const { id, title, clause, source, fields, fixed = {} } of neighbourLayouts) {
      for (const text of [title, clause, source, ...[...Object.values(fields), ...Object.values(fixed)].map(({ doc }) => doc)]) {
        expect(text.trim(), id).not.toBe('')
        expect(text, id).not.toMatch(/[.\s]$/)
      }
    }
  })

  it('say which field is the device, the PASID and the address, as the catalogue does', () => {
    const named: Readonly<Record<string, string>> = {
      sid: 'device', deviceId: 'device', streamId: 'device', pasid: 'pasid', substreamId: 'pasid', processId: 'pasid', substreamValid: 'pasidValid', processIdValid: 'pasidValid', inputAddress: 'address',
    }
    const told = neighbourLayouts.filter(({ id }) => !id.startsWith('config.')).flatMap((layout) =>
      Object.keys(layout.fields).flatMap((name) => (named[name] === undefined ? [] : [[layout.id, name, roleOf(layout, name)]])))
    expect(told.length).toBeGreaterThan(90)
    expect(told.filter(([, name, role]) => role !== named[name!])).toEqual([])
  })

  it('are all records', () => {
    expect(neighbours.map(({ id }) => id)).toEqual(neighbourLayouts.map(({ id }) => id))
  })
})

describe('the places', () => {
  it('are named once each', () => {
    expect(new Set(places.map(({ id }) => id)).size).toBe(places.length)
    expect(new Set(places.map(({ title }) => title)).size).toBe(places.length)
  })

  it.each(places)('$id gives its entries records of its size and byte order', ({ entries, size, order }) => {
    expect(entries).not.toEqual([])
    for (const { name, id } of entries) {
      if (id !== undefined) expect(layouts.find((layout) => layout.id === id), name).toMatchObject({ size, order })
    }
  })

  it('hold every record that says it stands in one of them', () => {
    const titles = new Map(places.map((place) => [place.title, place]))
    const elsewhere: readonly string[] = [PLACE.tlp, PLACE.tlpFlit, PLACE.extendedCapabilities]
    for (const { id, place } of layouts) {
      if (place === undefined || elsewhere.includes(place)) continue
      expect(titles.get(place)?.entries.map((entry) => entry.id), `${id} in the ${place}`).toContain(id)
    }
  })

  it('tell a record by what is fixed in it', () => {
    for (const { id, entries, tells } of places) {
      for (const entry of entries) {
        const layout = layouts.find((candidate) => candidate.id === entry.id)
        if (layout === undefined || entry.code === undefined || entry.upTo !== undefined) continue
        const told = Object.values(layout.fixed ?? {}).find(({ at }) => JSON.stringify(at) === JSON.stringify(tells))
        if (told !== undefined) expect(told.value, `${id}: ${entry.name}`).toBe(entry.code)
      }
    }
  })

  it.each([
    ['vtd.invalidation-queue', 10],
    ['vtd.invalidation-queue-128', 10],
    ['amd.command-buffer', 10],
    ['amd.event-log', 15],
    ['smmuv3.command-queue', 37],
    ['smmuv3.event-queue', 35],
    ['riscv.command-queue', 8],
    ['linux.vevent-arm-smmuv3', 8],
    ['linux.viommu-arm-smmuv3-invalidate', 8],
  ])('%s names %i entries', (id, count) => {
    expect(places.find((place) => place.id === id)!.entries).toHaveLength(count)
  })
})
