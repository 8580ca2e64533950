import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { convert, record } from '../../src/index.ts'
import { answeredBy, beside, kinds } from './kinds.ts'
import { commonDemands, messagesOf } from './messages.ts'
import { bytesOf, identityOf } from './oracle.ts'
import type { Values } from './oracle.ts'

/** What is said of a message that is carried whole. */
const notesOfReading = (id: string, { respCode }: Values) => (id === 'smmuv3.cmd-resume' && respCode === 1 ? [/read as Invalid Request/] : [])
const notesOfWriting = (id: string, { pasidPresent, last, read, write }: Values) => [
  ...(id.startsWith('linux.') && pasidPresent && last && !read && !write ? [/Stop Marker is never answered/] : []),
  ...(id === 'smmuv3.cmd-resume' && pasidPresent ? [/CMD_RESUME carries no PASID/] : []),
]

function expectNotes(notes: readonly string[], expected: readonly RegExp[]): void {
  expect(notes).toHaveLength(expected.length)
  for (const [i, pattern] of expected.entries()) expect(notes[i]).toMatch(pattern)
}

/** The part of an identity that the record itself holds. */
function identityIn(places: Readonly<Record<string, string>>, values: Values) {
  const silent = !values.pasidPresent && !values.pasidRequired
  return identityOf(Object.fromEntries(Object.entries(values).filter(([name]) => places[name] && !(name === 'pasidRequired' && silent))))
}

describe.each(kinds)('a page $kind', ({ kind, formats, rows, read, write, messageOf }) => {
  it('has a row in the table of correspondences for every format, and no row for anything else', () => {
    expect(Object.keys(rows).sort()).toEqual([...formats].sort())
    expect(new Set(formats).size).toBe(formats.length)
    for (const id of formats) expect(record(id).id).toBe(id)
  })

  it.each(formats)('reads and writes %s as the table says', (id) => {
    const row = rows[id]!
    fc.assert(
      fc.property(messagesOf(kind, [row], commonDemands([row])!), (values) => {
        const bytes = bytesOf(id, row, values)
        const written = write(id, values)
        expect(written.bytes).toEqual(bytes)
        expect(written.dropped).toEqual([])
        expectNotes(written.notes, notesOfWriting(id, values))
        // What the record says itself is not taken from the request that is answered.
        const { pasid, pasidPresent, pageReqGroupId } = values
        const other = { pasid: Number(pasid) ^ 1, pasidPresent: !pasidPresent, pageReqGroupId: Number(pageReqGroupId) ^ 1 }
        const said = row.places.pageReqGroupId ? { ...values, pageReqGroupId: other.pageReqGroupId } : values
        const back = read(id, bytes, answeredBy(row.byReference ? said : { ...values, ...other }))
        expect(back.message).toEqual(messageOf(values))
        expect(back.identity).toEqual(identityIn(row.places, values))
        expectNotes(back.notes, notesOfReading(id, values))
      }),
    )
  })

  const pairs = formats.flatMap((from) => formats.map((to) => ({ from, to, demands: commonDemands([rows[from]!, rows[to]!]) })))

  it('can be held by both formats of every pair, but for those that contradict each other', () => {
    const apart = pairs.filter(({ demands }) => demands === undefined).map(({ from, to }) => [from, to].sort().join(' '))
    const stream = 'vtd.page-stream-response-v2'
    const groupOnly = responsesForGroupsOnly(rows)
    expect(new Set(apart)).toEqual(new Set(
      kind === 'request' ? ['pcie-flit.stop-marker smmuv3.stall-event', 'pcie.stop-marker smmuv3.stall-event'] : groupOnly.map((id) => [id, stream].sort().join(' ')),
    ))
  })

  it.each(formats)('goes from %s into every format and back, bit for bit', (from) => {
    for (const { to, demands } of pairs.filter((pair) => pair.from === from)) {
      if (demands === undefined) continue
      const [source, target] = [rows[from]!, rows[to]!]
      fc.assert(
        fc.property(messagesOf(kind, [source, target], demands), (values) => {
          const [here, there] = [bytesOf(from, source, values), bytesOf(to, target, values)]
          const forth = convert(from, to, here, beside(values))
          expect(forth.bytes).toEqual(there)
          expect(forth.dropped).toEqual([])
          expectNotes(forth.notes, [...notesOfReading(from, values), ...notesOfWriting(to, values)])
          const back = convert(to, from, there, beside(values))
          expect(back.bytes).toEqual(here)
          expect(back.dropped).toEqual([])
        }),
        { numRuns: 20 },
      )
    }
  })
})

function responsesForGroupsOnly(rows: (typeof kinds)[number]['rows']): string[] {
  return Object.entries(rows).flatMap(([id, { soft }]) => (soft?.type === 2 ? [id] : []))
}
