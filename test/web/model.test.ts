import { readdirSync, existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blank, record, withField } from '../../src/index.ts'
import { examples } from '../../web/src/examples.ts'
import { everyRecord } from '../../web/src/library.ts'
import { linkedBytes, linkOf, readLink } from '../../web/src/link.ts'
import { becameOf, edited, readingOf, shownOf, stateOf } from '../../web/src/model.ts'
import type { Entry, State } from '../../web/src/model.ts'

const cases = '../shared/cases/'
const reports = existsSync(cases) ? readdirSync(cases).filter((name) => name.endsWith('.txt')).map((name) => ({ title: name, text: readFileSync(cases + name, 'utf8') })) : []
if (reports.length === 0) console.warn('no ../shared/cases: what people have pasted is not tried in the page')

const toggled = (bytes: Uint8Array, bit: number): Uint8Array => bytes.map((byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))

/** The entry that is read where a bit was toggled. */
function after(state: State, entry: Entry, index: number, bit: number): { readonly bytes: Uint8Array; readonly again: Entry; readonly next: State } {
  const bytes = toggled(entry.data!.bytes, bit)
  const next = edited(state, entry, index, bytes)
  return { bytes, next, again: readingOf(next).entries[next.index]! }
}

describe('the model of the page', () => {
  it('writes any bit of any record back as text that reads as the same bytes', () => {
    fc.assert(fc.property(fc.constantFrom(...everyRecord), fc.infiniteStream(fc.integer({ min: 0, max: 255 })), fc.nat(), ({ id, size }, stream, at) => {
      const state = stateOf(id, Uint8Array.from([...stream.take(size)]))
      const [entry] = readingOf(state).entries
      const { bytes, again } = after(state, entry!, 0, at % (8 * size))
      expect(again.id).toBe(id)
      expect(again.data!.bytes).toEqual(bytes)
    }), { numRuns: 600 })
  })

  it('writes every bit of one record of each size and word back', () => {
    const kinds = new Map(everyRecord.map((one) => [`${one.size} ${one.layout.word} ${one.layout.order}`, one]))
    for (const one of kinds.values()) {
      const state = stateOf(one.id, blank(one))
      const [entry] = readingOf(state).entries
      for (let bit = 0; bit < 8 * one.size; bit++) {
        const { bytes, again } = after(state, entry!, 0, bit)
        expect(again.data!.bytes, `${one.id} ${bit}`).toEqual(bytes)
      }
    }
  })

  it.each([...examples, ...reports])('writes bits back into what was pasted: $title', ({ text }) => {
    const state: State = { text, index: -1 }
    const { entries } = readingOf(state)
    for (const [index, entry] of entries.entries()) {
      const { id, data, choices } = entry
      expect(entry.name).not.toBe('')
      if (id === undefined || data === undefined || choices.length > 0) continue
      for (let bit = 0; bit < 8 * data.bytes.length; bit += 5) {
        if (!((data.known[bit >> 3]! >> (bit & 7)) & 1)) continue
        const { bytes, again } = after(state, entry, index, bit)
        expect(again.id, `${index} ${bit}`).toBe(id)
        expect(again.data!.bytes, `${index} ${id} ${bit}`).toEqual(bytes)
      }
    }
  })

  it('leaves a log line a log line', () => {
    const state: State = { text: examples[0]!.text, index: 0 }
    const { next } = after(state, readingOf(state).entries[0]!, 0, 66)
    expect(next.text).toBe(state.text.replace('6d5d', '6d59'))
    expect(next.as).toBeUndefined()
  })

  it('shows no value of what is not known', () => {
    const { entries } = readingOf({ text: examples[0]!.text, index: 0 })
    const shown = shownOf(entries[0]!)!
    expect(shown.whole).toBe(false)
    const parts = shown.parts.flatMap(({ inspection }) => inspection.parts)
    expect(parts.find(({ name }) => name === 'pasid')!.raw).toBe(0x12345n)
    expect(parts.filter(({ bits }) => /^q[23]/.test(bits)).map(({ raw }) => raw)).toEqual([undefined, undefined])
  })

  it('links a queue of one kind with all of it, and opens it again', () => {
    const { entries } = readingOf({ text: examples[4]!.text, index: 0 })
    const { bytes, n } = linkedBytes(entries, 3)
    expect([bytes.length, n]).toEqual([192, 3])
    const link = readLink(linkOf(entries[3]!.id!, bytes, 'pasid', n))
    if (!link || !('state' in link)) throw new Error('no link')
    expect(link.field).toBe('pasid')
    expect(link.state.index).toBe(3)
    expect(readingOf(link.state).entries.map(({ summary }) => summary)).toEqual(entries.map(({ summary }) => summary))
  })

  it('links one record where others are of another kind', () => {
    const { entries } = readingOf({ text: `${examples[0]!.text}\n${examples[1]!.text}`, index: 0 })
    expect(entries).toHaveLength(2)
    expect(linkedBytes(entries, 1)).toEqual({ bytes: entries[1]!.data!.bytes })
  })

  it('knows the record of the same queue that an edited opcode makes', () => {
    const bytes = blank('amd.complete-ppr-request')
    bytes[7] = (bytes[7]! & 0x0f) | 0x10
    const [entry] = readingOf(stateOf('amd.complete-ppr-request', bytes)).entries
    expect(becameOf(shownOf(entry!)!)).toBe('amd.completion-wait')
    expect(becameOf(shownOf(readingOf(stateOf('amd.ppr-log', blank('amd.ppr-log'))).entries[0]!)!)).toBeUndefined()
  })

  it('takes the header of any packet apart, with the prefix before it', () => {
    const [entry] = readingOf({ text: '91000002 40000001 0300000f fee00000 00004021', index: 0 }).entries
    const { id, parts, sentence, findings } = shownOf(entry!)!
    expect(id).toBe('tlp.memory-32')
    expect(parts.map((part) => [part.id, part.offset])).toEqual([['pcie.pasid-prefix', 0], ['tlp.memory-32', 4]])
    expect(sentence).toEqual([entry!.summary])
    expect(findings).toEqual([])
    const flit = readingOf(stateOf('tlp-flit.memory-32', Uint8Array.from(Buffer.from('0001000103000001fee000000000000f', 'hex')))).entries[0]!
    expect(shownOf(flit)!.parts.map((part) => part.id)).toEqual(['tlp-flit.memory-32', 'pcie-flit.ohc-a1'])
  })

  it('asks of a dump that fits several records which it is, and has all of its records once that is chosen', () => {
    const values = { devId: 3, pasid: 0x12, perm: 1, addr: 0x7f000000, cookie: 1 }
    const { layout } = record('linux.iommufd-pgfault')
    const fault = Object.entries(values).reduce((bytes, [name, value]) => withField(layout, bytes, name, BigInt(value)), blank(layout.id))
    const text = Buffer.from(fault).toString('hex').repeat(24).match(/.{32}/g)!.map((hex, i) => `${(16 * i).toString(16).padStart(8, '0')}  ${hex.match(/../g)!.join(' ')}`).join('\n')
    const { entries } = readingOf({ text, index: -1 })
    expect(entries).toHaveLength(1)
    const { choices } = entries[0]!
    expect(choices.length).toBeGreaterThan(1)
    for (const { items, chooses } of choices) {
      const chosen = readingOf({ text, index: -1, ...chooses }).entries
      expect(chosen.map((entry) => [entry.id, entry.data!.bytes])).toEqual(items.map(({ record, data }) => [record, data!.bytes]))
    }
  })

  it('offers an entry that is no record as it is named where it stands', () => {
    const text = '000000000000e2000000000000044300'
    const [entry] = readingOf({ text, index: 0 }).entries
    expect(entry!.choices.map(({ chooses }) => chooses)).toEqual([{ as: 'amd.ppr-log', kind: 'queue', words: 'bytes' }, { as: 'riscv.page-request', words: 'bytes' }])
    const [chosen] = readingOf({ text, index: 0, ...entry!.choices[0]!.chooses }).entries
    expect([chosen!.name, chosen!.id, chosen!.choices]).toEqual(['not yet written', undefined, []])
  })

  it('says of a line that is too long that it was not read', () => {
    expect(readingOf({ text: `${'0'.repeat(70_000)}\n`, index: 0 }).tooLong).toEqual([1])
  })
})
