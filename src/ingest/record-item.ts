import { findingsOfPart } from '../codec/check.ts'
import type { Finding } from '../codec/check.ts'
import { CodecError } from '../codec/errors.ts'
import { inspectRecord } from '../codec/inspect.ts'
import type { AnyMessage } from '../codec/message.ts'
import { describe, sentenceOf } from '../describe/index.ts'
import type { Phrase } from '../describe/index.ts'
import { layoutOf } from '../neighbours/index.ts'
import { doubtsOf } from '../plausible.ts'
import { neighbourLayouts } from '../spec/neighbours/index.ts'
import type { Values } from '../spec/rules/context.ts'
import type { Layout } from '../spec/vocabulary.ts'
import { readClean } from './clean.ts'
import { contextOf } from './context.ts'
import { isWhole, sized } from './hit.ts'
import type { Hit, Known } from './hit.ts'
import type { Item } from './item.ts'
import { namesOf } from './names.ts'
import { readPartial, writePartial } from './partial.ts'
import { swappedFinding } from './swapped.ts'

/** How what was found becomes an item: with a record, or without. */

/** Something of which the input names no record: its words and what it says. */
export function plainItem(hit: Hit): Item {
  const name = hit.name ?? 'unknown'
  return {
    ...itemBase(hit), record: null, name, absent: [], message: {}, names: {},
    summary: [name, ...saidOf(hit)].join(', '), findings: notesOf(hit), bad: false,
  }
}

/** What stands in every item of a hit. */
export function itemBase(hit: Hit): Pick<Item, 'source' | 'line' | 'lastLine' | 'offset' | 'reading' | 'data' | 'said' | 'ambiguous'> {
  return {
    source: hit.source, line: hit.line, lastLine: hit.lastLine, reading: hit.reading ?? readingOf(hit.data), said: hit.said, ambiguous: hit.ambiguous === true,
    ...(hit.offset !== undefined && { offset: hit.offset }),
    ...(hit.data && { data: hit.data }),
  }
}

function readingOf(data: Known | undefined): string {
  const [first] = data?.spans ?? []
  if (!first) return ''
  return first.size === 1 ? 'bytes' : `words of ${8 * first.size} bits, ${first.order === 'number' ? 'as numbers' : 'in the order of the wire'}`
}

/** Notes of the source, as findings. */
export const notesOf = ({ notes }: Pick<Hit, 'notes'>): Finding[] => notes.map((message) => ({ id: 'source', severity: 'note', message, clause: '' }))

const SAID: Readonly<Record<string, string>> = { iommu: '', device: '', reason: '', index: 'index ', error: 'error ', address: 'address ', translated: 'to ', size: 'size ', pasid: 'PASID ', group: 'group ', sid: 'SID ', access: '', code: 'code ', endpoint: 'endpoint ', level: 'level ', slpte: 'slpte ', splte: 'splte ', sspte: 'sspte ', flpte: 'flpte ', fspte: 'fspte ', mask: 'mask ', domain: 'domain ', prod: 'prod ', hwprod: 'hwprod ', hwcons: 'hwcons ', faultType: 'fault type ' }

/** Numbers that are said in hexadecimal, as those of records are. */
const IN_HEX: ReadonlySet<string> = new Set(['pasid', 'group', 'sid', 'domain'])

/** What the input says of it in words, in the order in which a reader wants it. */
function saidOf({ said }: Hit): readonly string[] {
  return Object.entries(SAID).flatMap(([name, before]) => {
    const value = said[name]
    // The reason 0 is an unknown one.
    if (value === undefined || (name === 'reason' && value === 0)) return []
    // Where a driver prints the register, in hexadecimal, an index of it is looked for there.
    const inHex = typeof value === 'bigint' || (typeof value === 'number' && (IN_HEX.has(name) || (name === 'index' && said.cons !== undefined)))
    return [`${before || (name === 'reason' && typeof value === 'number' ? 'reason ' : '')}${inHex ? `0x${value.toString(16)}` : value}`]
  })
}

/** A record of which the input holds all bits, or some. */
export function recordItem(hit: Hit, layout: Layout): Item {
  const { data } = hit
  if (data === undefined || hit.fields !== undefined || hit.slices !== undefined || data.bytes.length !== layout.size || !isWhole(data)) return partialItem(hit, layout)
  const clean = readClean(layout, data.bytes)
  if (clean === undefined) return partialItem(hit, layout)
  const { message } = clean
  const findings = ofItsSystem(hit, clean.findings)
  const doubts = doubtsOf(layout, message, findings)
  const swapped = doubts.length === 0 ? undefined : swappedFinding(layout, data.bytes, 0, doubts)
  const odd = hit.guessed === true && doubts.length > 0 && swapped === undefined ? oddFinding(layout, doubts) : swapped
  const summary = sentenceOf(sayOf(hit, layout, message))
  const own = findings.some((finding) => isSaid(summary, finding)) ? findings.filter((finding) => !isSaid(summary, finding)) : findings
  return {
    source: hit.source, line: hit.line, lastLine: hit.lastLine, offset: hit.offset, reading: hit.reading ?? readingOf(data), said: hit.said, ambiguous: hit.ambiguous === true, data,
    record: layout.id, name: hit.name ?? layout.title, absent: [], message, names: namesOf(layout, message), summary,
    findings: odd || hit.notes.length > 0 ? [...own, ...(odd ? [odd] : []), ...notesOf(hit)] : own,
    bad: false,
  }
}

/** Who serves an IOMMU without Linux: what Linux does with its queues is no matter there. */
const NO_LINUX = /^(?:xen|freebsd|jailhouse|windows|esxi)\./

/** Without the notes that Linux alone is the source of, where another system has written the text. */
const ofItsSystem = ({ source }: Pick<Hit, 'source'>, findings: Finding[]): Finding[] => (findings.length > 0 && NO_LINUX.test(source) ? findings.filter(({ severity, clause }) => severity !== 'note' || !clause.startsWith('Linux ')) : findings)

/** Of a record that is told by its bits alone. */
const oddFinding = (layout: Layout, doubts: readonly string[]): Finding => ({ id: 'odd', severity: 'warning', clause: layout.clause, message: `told by its bits alone, and hardly meant as it stands: ${doubts.join('; ')}` })

/** Whether the sentence has a note in it, word by word. */
const isSaid = (summary: string, { severity, message }: Finding): boolean => severity === 'note' && summary.includes(message)

/** What an item says in one sentence: its summary, with what the values mean. */
export function describeItem({ record, message, said, summary }: Pick<Item, 'record' | 'message' | 'said' | 'summary'>): readonly Phrase[] {
  return record === null ? [summary] : sayOf({ said }, layoutOf(record), message)
}

/** What a record says. Capabilities do not say whose they are: the text around them does. */
function sayOf(hit: Pick<Hit, 'said'>, layout: Layout, message: AnyMessage): readonly Phrase[] {
  const phrases = describe(layout, message, contextOf(hit, layout, message))
  return layout.roles?.device === undefined && layout.id.startsWith('config.') && typeof hit.said.device === 'string' ? [`${hit.said.device}: `, ...phrases] : phrases
}

function partialItem(hit: Hit, layout: Layout): Item {
  let data: Known
  try {
    data = writePartial(layout, hit.fields ?? {}, hit.slices, hit.data && sized(hit.data, layout.size))
  } catch (error) {
    if (!(error instanceof CodecError)) throw error
    const { data: _, ...rest } = hit
    return { ...plainItem({ ...rest, name: layout.title }), record: layout.id, bad: true, findings: [{ id: error.code, severity: 'error', message: error.message, clause: layout.clause }, ...notesOf(hit)] }
  }
  const { message, absent, differs, reserved } = readPartial(layout, data)
  const whole = isWhole(data)
  const found = whole ? inspectRecord(layout, data.bytes, 0).findings : [...reserved, ...partialFindings(layout, message), ...(differs === undefined ? [] : [differing(layout, differs)])]
  const own = ofItsSystem(hit, [...found]).map((finding) => asNeighbour(layout, finding))
  const swapped = whole ? swappedFinding(layout, data.bytes) : undefined
  const doubts = whole && hit.guessed === true && swapped === undefined ? doubtsOf(layout, message as Values) : []
  const summary = sentenceOf(sayOf(hit, layout, message))
  const findings = [...own, ...(swapped ? [swapped] : []), ...(doubts.length > 0 ? [oddFinding(layout, doubts)] : []), ...notesOf(hit)].filter((finding) => !isSaid(summary, finding))
  return {
    ...itemBase({ ...hit, data }), record: layout.id, name: hit.name ?? layout.title, absent, message, names: namesOf(layout, message),
    summary, findings, bad: own.some(({ id }) => BAD.has(id) && !(id === 'reserved' && NEIGHBOURS.has(layout.id))),
  }
}

/** Records that stand beside those of this library: a reserved bit that is set makes none of them wrong. */
const NEIGHBOURS: ReadonlySet<string> = new Set(neighbourLayouts.map(({ id }) => id))

const asNeighbour = (layout: Layout, finding: Finding): Finding => (finding.id === 'reserved' && NEIGHBOURS.has(layout.id) ? { ...finding, severity: 'note' } : finding)

/** Findings that say that the bytes are no record of their kind. */
const BAD: ReadonlySet<string> = new Set(['truncated', 'fixed', 'reserved'])

const partialFindings = (layout: Layout, message: AnyMessage): Finding[] => findingsOfPart(layout, message, {})

const differing = (layout: Layout, name: string): Finding => ({ id: 'fixed', severity: 'error', field: name, message: `${name} is another than that of ${layout.title}`, clause: layout.clause })
