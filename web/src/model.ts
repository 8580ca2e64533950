import { decide, describePacket, identify, inspectPacket, withBits, bitPositions } from '../../src/index.ts'
import type { Inspection, Phrase } from '../../src/index.ts'
import { plainBytes, read, rewrite } from '../../src/ingest/index.ts'
import type { Known, LinkedItem } from '../../src/ingest/index.ts'
import { isKnown, layoutOf, modeOf, recordOf } from './library.ts'

/** What the page shows, of which everything else is derived. */
export interface State {
  readonly text: string
  /** How words are read, where the text does not say it. */
  readonly words?: 'bytes' | 'number' | undefined
  /** Id of the record that bytes are, where the text does not say it. */
  readonly as?: string | undefined
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
  /** What the text does not hold. */
  readonly absent: readonly string[]
  readonly findings: LinkedItem['findings']
  readonly bad: boolean
  readonly source: string
  readonly reading: string
  /** Other readings of the same place; the first of them is this one. */
  readonly choices: readonly LinkedItem[]
}

export function entriesOf({ text, as, words }: State): readonly Entry[] {
  if (text.trim() === '') return []
  if (as !== undefined && words !== 'number') {
    const plain = plainBytes(text)
    if (plain) return sliced(as, plain)
  }
  const mode = as === undefined ? undefined : modeOf(layoutOf(as))
  const { items } = read(text, { ...(as !== undefined && { as: mode ? 'tlp' : as }), ...(mode && { mode }), ...(words && { words }) })
  const entries: Entry[] = []
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!
    const choices = [item]
    while (item.ambiguous && items[i + 1]?.ambiguous && items[i + 1]!.line === item.line) choices.push(items[++i]!)
    entries.push(entryOf(item, item.ambiguous ? choices : []))
  }
  return entries
}

function entryOf(item: LinkedItem, choices: readonly LinkedItem[]): Entry {
  const { record, name, data, summary, absent, findings, bad, source, reading } = item
  return { id: record !== null && isKnown(record) ? record : undefined, name, data, summary, absent, findings, bad: bad || findings.some(({ severity }) => severity === 'error'), source, reading, choices }
}

/** Bytes of a record that is known: one packet, or as many records as there are. */
function sliced(id: string, { bytes, known, spans }: Known): Entry[] {
  const record = recordOf(id)
  const size = modeOf(record.layout) ? bytes.length : record.size
  return Array.from({ length: Math.max(1, Math.floor(bytes.length / size)) }, (_, index): Entry => {
    const [from, to] = [index * size, Math.min(bytes.length, (index + 1) * size)]
    const own = spans.filter(({ offset }) => offset >= from && offset < to).map((span) => ({ ...span, offset: span.offset - from }))
    const data = { bytes: bytes.subarray(from, to), known: known.subarray(from, to), spans: own }
    const { findings } = recordOf(id).inspect(data.bytes)
    return { id, name: record.layout.title, data, summary: sentence(describePacket(record, data.bytes)), absent: [], findings: [], bad: findings.some(({ severity }) => severity === 'error'), source: 'hex', reading: 'bytes', choices: [] }
  })
}

export const sentence = (phrases: readonly Phrase[]): string => phrases.map((phrase) => (typeof phrase === 'string' ? phrase : phrase.text)).join('')

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

export function shownOf({ id, data, findings: told, summary }: Entry): Shown | undefined {
  if (id === undefined || data === undefined) return undefined
  const record = recordOf(id)
  const { parts } = inspectPacket(record, data.bytes)
  const whole = data.known.every((mask) => mask === 0xff)
  const own = parts.flatMap(({ inspection }) => inspection.findings.map((finding) => ({ ...finding, record: inspection.record })))
  const seen = new Set(own.map(({ message }) => message))
  // What is not known cannot be wrong: of a record that is there in part, the reader of the text has judged what is.
  const findings = [...(whole ? own : []), ...told.filter(({ message, id: rule }) => !whole || (!seen.has(message) && !JUDGED.has(rule))).map((finding) => ({ ...finding, record: id }))]
  return { id, bytes: data.bytes, known: data.known, whole, parts, findings: findings.sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]), sentence: whole ? describePacket(record, data.bytes) : [summary] }
}

/** What inspection says itself, in words of its own. */
const JUDGED: ReadonlySet<string> = new Set(['truncated', 'fixed', 'reserved', 'unnamed-value'])
const WEIGHT = { error: 0, warning: 1, note: 2 } as const

/** The text with other bytes for an entry; where it has no place for them, hex of that record alone. */
export function edited(state: State, { data }: Entry, id: string, bytes: Uint8Array): State {
  const text = data && rewrite(state.text, data, bytes)
  return text === undefined ? stateOf(id, bytes) : { ...state, text }
}

export const stateOf = (id: string, bytes: Uint8Array): State => ({ text: hexOf(bytes, layoutOf(id).word), words: 'bytes', as: id, index: 0 })

/** A record that is well formed and says nothing. */
export function blankOf(id: string): Uint8Array {
  const layout = layoutOf(id)
  let bytes = new Uint8Array(layout.size)
  for (const { at, value } of Object.values(layout.fixed ?? {})) bytes = withBits(bytes, bitPositions(layout, at), BigInt(value))
  return bytes
}

/** Bytes in the order of memory, in groups. */
export function hexOf(bytes: Uint8Array, group = 4): string {
  let text = ''
  for (let at = 0; at < bytes.length; at++) text += `${at > 0 && at % Math.max(4, group) === 0 ? ' ' : ''}${bytes[at]!.toString(16).padStart(2, '0')}`
  return text
}

/** The one record that the bytes are now, where they are plainly another than the one they are shown as. */
export function becameOf({ id, bytes, parts }: Shown): string | undefined {
  if (!parts.some(({ inspection }) => inspection.findings.some((finding) => finding.id === 'fixed'))) return undefined
  const [one] = decide(identify(bytes))
  return one && one.id !== id && one.rest === 0 ? one.id : undefined
}
