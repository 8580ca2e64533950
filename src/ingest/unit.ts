import { CodecError } from '../codec/errors.ts'
import { didYouMean } from '../codec/suggest.ts'
import { layoutOf, neighbours, places } from '../neighbours/index.ts'
import { records } from '../registry.ts'
import type { Place } from '../spec/places/place.ts'
import type { Layout } from '../spec/vocabulary.ts'

/** What bytes are made of, where a reader says it: records of one kind, or the entries of a queue, whatever they are. */
export interface Unit {
  readonly id: string
  /** In bytes. */
  readonly size: number
  readonly place?: Place
  readonly layout?: Layout
}

/** The least number of bytes that is whole records, whatever they are. */
export const WHOLE_RECORDS = /* @__PURE__ */ [...records, ...neighbours].reduce((bytes, { layout: { size } }) => (bytes / divisorOf(bytes, size)) * size, 1)

/** The greatest common divisor. */
function divisorOf(a: number, b: number): number {
  return b === 0 ? a : divisorOf(b, a % b)
}

const units = new Map<string, Unit>()

/**
 * The unit with the id of a record or of a place.
 * @throws {CodecError} `type` for an unknown id, with the nearest known one
 */
export function unitOf(id: string): Unit {
  const known = units.get(id)
  if (known) return known
  const unit = unitNamed(id)
  units.set(id, unit)
  return unit
}

function unitNamed(id: string): Unit {
  const place = places.find((one) => one.id === id)
  if (place) return { id, size: place.size, place }
  const ids = [...records, ...neighbours].map((record) => record.id)
  if (ids.includes(id)) {
    const layout = layoutOf(id)
    return { id, size: layout.size, layout }
  }
  // The page has links to the headers of packets that are no record.
  const framed = typeof id === 'string' ? /^tlp(-flit)?\./.exec(id) : null
  if (framed) throw new CodecError({ code: 'type', record: 'record', field: 'id', expected: `the id of a record or of a queue; the header of a packet is read as "tlp", in mode ${framed[1] ? 'flit' : 'non-flit'}`, actual: id })
  throw new CodecError({ code: 'type', record: 'record', field: 'id', expected: `the id of a record or of a queue${didYouMean(id, [...ids, ...places.map((one) => one.id)])}`, actual: id })
}
