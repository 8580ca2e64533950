import type { Finding } from '../codec/check.ts'
import { inspectRecord } from '../codec/inspect.ts'
import type { Inspection } from '../codec/inspect.ts'
import { CodecError } from '../codec/errors.ts'
import type { AnyMessage } from '../codec/message.ts'
import { didYouMean } from '../codec/suggest.ts'
import { catalogue } from '../spec/catalogue.ts'
import { neighbourLayouts } from '../spec/neighbours/index.ts'
import type { CheckContext } from '../spec/rules/context.ts'
import type { Layout } from '../spec/vocabulary.ts'
import { identifyEntry, placeOf } from './identify.ts'
import type { IdentifiedEntry, PlaceArgument } from './identify.ts'

/** One entry of a queue, read. */
export interface EntryReading extends IdentifiedEntry {
  /** Id of the place. */
  readonly place: string
  /** Its fields, reserved bits read over; missing where it has no record, or is not whole. */
  readonly message?: AnyMessage
  /** Every bit of it; missing where it has no record. */
  readonly inspection?: Inspection
  /** What is wrong with it: errors and warnings. A reserved bit that is set makes no neighbour wrong. */
  readonly findings: readonly Finding[]
  /** What is right and easily misread, reserved bits that are set among it. */
  readonly notes: readonly Finding[]
}

const neighbourIds = new Set(neighbourLayouts.map(({ id }) => id))
const layouts = new Map<string, Layout>([...catalogue, ...neighbourLayouts].map((layout) => [layout.id, layout]))

/**
 * Reads the entry at `offset` of a queue or log: names it, and takes it apart where it has a record.
 * An entry that the table does not name, an empty slot and a neighbour with reserved bits set are not bad.
 * @param context what the record alone cannot tell, as for `check`
 * @throws {CodecError} `type` or `range` for wrong arguments; nothing that stands in the bytes makes it throw
 */
export function readEntry<const S extends string>(place: PlaceArgument<S>, bytes: Uint8Array, offset = 0, context: CheckContext = {}): EntryReading {
  const at = placeOf(place)
  const entry = identifyEntry(at, bytes, offset)
  const ofPlace = (id: string, severity: Finding['severity'], message: string): Finding => ({ id, severity, message, clause: at.clause })
  const noted = entry.note === undefined ? [] : [ofPlace('entry', 'note', entry.note)]
  const layout = entry.id === undefined ? undefined : layouts.get(entry.id)
  if (layout === undefined) {
    const there = Math.max(0, Math.min(at.size, bytes.length - offset))
    const short = there < at.size ? [ofPlace('truncated', 'error', `the entry is ${at.size} bytes long, of which ${there} are there`)] : []
    return { place: at.id, ...entry, findings: short, notes: noted }
  }

  const inspection = inspectRecord(layout, bytes, offset, context)
  const all = inspection.findings.map((finding) => (finding.id === 'reserved' && neighbourIds.has(layout.id) ? kept(finding) : finding))
  const fields = inspection.parts.filter(({ kind }) => kind === 'field')
  const whole = inspection.available === layout.size
  return {
    place: at.id,
    ...entry,
    ...(whole && { message: Object.fromEntries(fields.map(({ name, value }) => [name, value!])) }),
    inspection,
    findings: all.filter(({ severity }) => severity !== 'note'),
    notes: [...noted, ...all.filter(({ severity }) => severity === 'note')],
  }
}

/** Software may find reserved bits set in what other revisions and other software write. */
function kept(finding: Finding): Finding {
  return { ...finding, severity: 'note', message: `${finding.message}; kept as they are` }
}

/**
 * The layout with an id, of the catalogue or of the neighbours.
 * @throws {CodecError} `type` for an unknown id, with the nearest known one
 */
export function layoutOf(id: string): Layout {
  const found = layouts.get(id)
  if (found) return found
  throw new CodecError({ code: 'type', record: 'record', field: 'id', expected: `the id of a record${didYouMean(id, layouts.keys())}`, actual: id })
}
