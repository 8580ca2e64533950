import { decide, describePacket, identify, inspectPacket, modeOf, sentenceOf } from '../../src/index.ts'
import type { Inspection, Part, Phrase } from '../../src/index.ts'
import { identifyEntry, places } from '../../src/neighbours/index.ts'
import { describeItem, plainBytes, readItems, rewrite } from '../../src/ingest/index.ts'
import type { Item, Known } from '../../src/ingest/index.ts'
import { isKnown, layoutOf, recordOf } from './library.ts'

/** What the page shows, of which everything else is derived. */
export interface State {
  readonly text: string
  /** How words are read, where the text does not say it. */
  readonly words?: 'bytes' | 'number' | undefined
  /** Id of the record that bytes are, where the text does not say it. */
  readonly as?: string | undefined
  /** `queue`: it is that of the place of which they are entries; `plain`: the text is their bytes and nothing else, as this page writes them. */
  readonly kind?: 'queue' | 'plain' | undefined
  /** Which record is shown; -1 for the first that is known. */
  readonly index: number
}

export const EMPTY: State = { text: '', index: 0 }

/** One record of the text. */
export interface Entry {
  /** Missing where it is none that is known. */
  readonly id: string | undefined
  readonly name: string
  readonly data: Known | undefined
  readonly summary: string
  /** What the text holds of it; missing where the text is nothing but its bytes. */
  readonly item: Item | undefined
  /** What the text does not hold. */
  readonly absent: readonly string[]
  readonly findings: Item['findings']
  readonly bad: boolean
  readonly source: string
  readonly reading: string
  /** The readings that fit the same bytes, where there are several. */
  readonly choices: readonly Choice[]
}

/** A way in which bytes can be read: what its records are, and what chooses it. */
export interface Choice { readonly items: readonly Item[]; readonly chooses: Pick<State, 'as' | 'kind' | 'words'> }

/** The records of a text, and the lines that are too long to be read. */
export interface Reading { readonly entries: readonly Entry[]; readonly tooLong: readonly number[] }

let last: (Reading & { readonly of: State }) | undefined

export function readingOf(of: State): Reading {
  if (last?.of.text !== of.text || last.of.as !== of.as || last.of.kind !== of.kind || last.of.words !== of.words) last = { ...read(of), of }
  return last
}

function read({ text, as, kind, words }: State): Reading {
  if (text.trim() === '') return { entries: [], tooLong: [] }
  if (as !== undefined && kind === 'plain') return { entries: sliced(as, plainBytes(text)!), tooLong: [] }
  const mode = as === undefined || kind ? undefined : modeOf(recordOf(as))
  const { items, tooLong } = readItems(text, { ...(as !== undefined && { as: mode ? 'tlp' : as }), ...(mode && { mode }), ...(words && { words }) })
  const entries: Entry[] = []
  for (let i = 0; i < items.length; i++) {
    const first = items[i]!
    const ways = new Map<string, Item[]>()
    for (let at = i; items[at]?.ambiguous && items[at]!.line === first.line; at++) {
      const item = items[i = at]!
      const way = `${item.as} ${item.reading}`
      const own = ways.get(way)
      if (own) own.push(item)
      else ways.set(way, [item])
    }
    entries.push(entryOf(first, [...ways.values()].map(choiceOf)))
  }
  return { entries, tooLong: tooLong.map(({ line }) => line) }
}

/** Records of one kind are read as it, so that they stay it when their bits change; anything else, as what stands in a queue or on a link. */
function choiceOf(items: readonly Item[]): Choice {
  const { as, record, reading } = items[0]!
  const alike = record !== null && items.every((item) => item.record === record) && (items.length === 1 || record === as)
  return { items, chooses: { ...(alike ? { as: record } : { as, kind: 'queue' }), words: wordsOf(reading) } }
}

function entryOf(item: Item, choices: readonly Choice[]): Entry {
  const { record, name, data, summary, absent, findings, bad, source, reading } = item
  const id = record ?? item.header
  return { id: id !== undefined && isKnown(id) ? id : undefined, name, data, summary, item, absent, findings, bad: bad || findings.some(({ severity }) => severity === 'error'), source, reading, choices }
}

/** Bytes of a record that is known: one packet, or as many records as there are. */
function sliced(id: string, { bytes, known, spans }: Known): Entry[] {
  const record = recordOf(id)
  const size = modeOf(record) ? bytes.length : record.size
  return Array.from({ length: Math.max(1, Math.floor(bytes.length / size)) }, (_, index): Entry => {
    const [from, to] = [index * size, Math.min(bytes.length, (index + 1) * size)]
    const own = spans.filter(({ offset }) => offset >= from && offset < to).map((span) => ({ ...span, offset: span.offset - from }))
    const data = { bytes: bytes.subarray(from, to), known: known.subarray(from, to), spans: own }
    const { findings } = record.inspect(data.bytes)
    return { id, name: record.layout.title, data, summary: sentenceOf(describePacket(record, data.bytes)), item: undefined, absent: [], findings: [], bad: findings.some(({ severity }) => severity === 'error'), source: 'hex', reading: 'bytes', choices: [] }
  })
}

export type Finding = Inspection['findings'][number] & { readonly record: string }

/** The record of an entry, taken apart. */
export interface Shown {
  readonly id: string
  readonly bytes: Uint8Array
  readonly known: Uint8Array
  readonly whole: boolean
  readonly parts: ReturnType<typeof inspectPacket>['parts']
  readonly findings: readonly Finding[]
  readonly sentence: readonly Phrase[]
}

export function shownOf({ id, data, findings: told, item }: Entry): Shown | undefined {
  if (id === undefined || data === undefined) return undefined
  const record = recordOf(id)
  const whole = data.known.every((mask) => mask === 0xff)
  const parts = inspectPacket(record, data.bytes).parts.map((one) => (whole ? one : { ...one, inspection: { ...one.inspection, parts: one.inspection.parts.map((part) => asFarAsKnown(part, data, one.offset)) } }))
  const own = parts.flatMap(({ inspection }) => inspection.findings.map((finding) => ({ ...finding, record: inspection.record })))
  const seen = new Set(own.map(({ message }) => message))
  // What is not known cannot be wrong: of a record that is there in part, the reader of the text has judged what is.
  const findings = [...(whole ? own : []), ...told.filter(({ message, id: rule }) => !whole || (!seen.has(message) && !JUDGED.has(rule))).map((finding) => ({ ...finding, record: id }))]
  return { id, bytes: data.bytes, known: data.known, whole, parts, findings: findings.sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]), sentence: item && (item.mode === undefined || item.record === null) ? describeItem(item) : describePacket(record, data.bytes) }
}

/** A part of which a bit is not known has no value. */
function asFarAsKnown(part: Part, { known }: Known, offset: number): Part {
  if (part.positions.every((at) => (known[offset + (at >> 3)]! >> (at & 7)) & 1)) return part
  const { raw: _, value: __, ...rest } = part
  return { ...rest, meaning: '' }
}

/** What inspection says itself, in words of its own. */
const JUDGED: ReadonlySet<string> = new Set(['truncated', 'fixed', 'reserved', 'unnamed-value'])
const WEIGHT = { error: 0, warning: 1, note: 2 } as const

/**
 * The text with other bytes for the entry at `index`, which stays the record that it is: where they tell another record, its id
 * is kept beside the text. Where the text has no place for them, hex of that record alone.
 */
export function edited(state: State, { id, data, reading }: Entry, index: number, bytes: Uint8Array): State {
  const text = rewrite(state.text, data!, bytes)
  const written = { ...state, text: text ?? '', index }
  const again = (next: State): boolean => {
    const one = readingOf(next).entries[index]
    return one !== undefined && one.id === id && one.data !== undefined && one.choices.length === 0 && one.data.bytes.every((byte, i) => byte === bytes[i])
  }
  return (text === undefined ? [] : [written, { ...written, as: id, kind: undefined, words: wordsOf(reading) }]).find(again) ?? stateOf(id!, bytes)
}

/** How the words of a reading are read, as a choice. */
export const wordsOf = (reading: string): 'bytes' | 'number' => (reading.includes('number') ? 'number' : 'bytes')

/** Bytes of a record that is known, of which the one at `index` is shown. */
export const stateOf = (id: string, bytes: Uint8Array, index = 0): State => ({ text: hexOf(bytes, layoutOf(id).word), words: 'bytes', as: id, kind: 'plain', index })

/** Bytes in the order of memory, in groups. */
export function hexOf(bytes: Uint8Array, group = 4): string {
  let text = ''
  for (let at = 0; at < bytes.length; at++) text += `${at > 0 && at % Math.max(4, group) === 0 ? ' ' : ''}${bytes[at]!.toString(16).padStart(2, '0')}`
  return text
}

/** The one record of the same place that the bytes are now, where they are no longer the one they are shown as. */
export function becameOf({ id, bytes, parts }: Shown): string | undefined {
  if (!parts.some(({ inspection }) => inspection.findings.some((finding) => finding.id === 'fixed'))) return undefined
  const { place } = layoutOf(id)
  const queue = Object.values(places).find(({ title }) => title === place)
  const now = queue ? identifyEntry(queue, bytes).id : decide(identify(bytes).filter((one) => one.rest === 0 && layoutOf(one.id).place === place))[0]?.id
  return now === id ? undefined : now
}
