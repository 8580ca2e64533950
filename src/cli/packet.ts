import { CodecError } from '../codec/errors.ts'
import { findingsOf } from '../codec/check.ts'
import type { Finding } from '../codec/check.ts'
import type { Inspection } from '../codec/inspect.ts'
import type { AnyMessage, Value } from '../codec/message.ts'
import { pasidPrefix } from '../generated/pcie.ts'
import { decodePacket, modeOf, recordsAt, recordsOf, takesPrefix } from '../packet/carried.ts'
import type { Packet } from '../packet/carried.ts'
import type { Stretch } from '../packet/index.ts'
import { inspectPacket as inspectParts } from '../packet/inspect.ts'
import { fieldsOf } from '../packet/parts.ts'
import { record } from '../registry.ts'
import type { AnyRecord } from '../registry.ts'
import { OHC_E_DWORDS } from '../spec/tlp.ts'
import type { Layout } from '../spec/vocabulary.ts'
import { hex64 } from './json.ts'
import { table } from './table.ts'
import type { Cell } from './table.ts'
import { isLegal } from '../ingest/hex/index.ts'
import type { Judge } from '../ingest/hex/index.ts'
import type { Style } from './terminal.ts'
import { assignments, meaningOf } from './values.ts'

/** The PASID prefix, for a record that may have one before it. */
export function prefixOf(codec: AnyRecord): AnyRecord | undefined {
  return takesPrefix(codec) ? record(pasidPrefix.id) : undefined
}

/** `decodePacket`, with its error as a result. */
export function tryDecodePacket(codec: AnyRecord, bytes: Uint8Array, offset: number, lenient = false): { packet: Packet; error?: undefined } | { packet?: undefined; error: CodecError } {
  try {
    return { packet: decodePacket(codec, bytes, offset, { reserved: lenient ? 'ignore' : 'reject' }).packet }
  } catch (error) {
    if (error instanceof CodecError) return { error }
    throw error
  }
}

/** How many bytes the packet at `offset` takes, or would take. What people paste are headers, without the digest of which TD speaks. */
export function sizeAt(codec: AnyRecord, bytes: Uint8Array, offset: number): number {
  return recordsAt(codec, bytes, offset).size
}

/** Size of the largest packet of a record. */
export function largestOf(codec: AnyRecord): number {
  const parts = recordsOf(codec).reduce((size, part) => size + part.size, prefixOf(codec)?.size ?? 0)
  return parts + 4 * Math.max(...OHC_E_DWORDS)
}

/** Says how many records are good in bytes of which perhaps more come, and what is wrong with the first that is not. */
export function judgeOf(codec: AnyRecord, ended: boolean): Judge {
  return (bytes, lenient) => {
    let good = 0
    let legal = true
    let error: string | undefined
    for (let offset = 0; offset < bytes.length; offset += sizeAt(codec, bytes, offset)) {
      const result = tryDecodePacket(codec, bytes, offset, lenient)
      if (result.error === undefined) {
        good++
        legal &&= isLegal(findingsAt(codec, result.packet, bytes, offset, lenient))
      } else if (result.error.code !== 'truncated' || ended) error ??= result.error.message
    }
    return { good, legal: legal && error === undefined, ...(error !== undefined && { error }) }
  }
}

/** What there is to say about a packet that decodes: most often nothing, which shows faster by its message than by its bits. */
export function findingsAt(codec: AnyRecord, packet: Packet, bytes: Uint8Array, offset: number, lenient = false): Finding[] {
  const { pasidPrefix: prefix, ...message } = packet as AnyMessage & { pasidPrefix?: unknown }
  if (prefix === undefined && !lenient && modeOf(codec) !== 'flit') {
    const context = takesPrefix(codec) ? { pasidPrefix: null, reserved: {} } : { reserved: {} }
    const isNamed = codesOf(codec).every(([name, values]) => values.has(message[name] as number))
    if (isNamed && findingsOf(codec.layout, message, context).length === 0) return []
  }
  return inspectPacket(codec, bytes, offset).flatMap(({ findings }) => findings)
}

const codesById = new Map<string, readonly (readonly [string, ReadonlySet<Value>])[]>()

/** The fields with codes, and the values that have a name. */
function codesOf({ id, layout }: AnyRecord): readonly (readonly [string, ReadonlySet<Value>])[] {
  const known = codesById.get(id)
  if (known) return known
  const codes = Object.entries(layout.fields).flatMap(([name, field]) => (field.codes ? [[name, new Set<Value>(Object.values(field.codes))] as const] : []))
  codesById.set(id, codes)
  return codes
}

/** The packet at `offset`, taken apart. */
export const inspectPacket = (codec: AnyRecord, bytes: Uint8Array, offset: number): Inspection[] => inspectParts(codec, bytes, offset).parts.map(({ inspection }) => inspection)

/** What the packet at `offset` is made of, counted from there. */
export function stretchesAt(codec: AnyRecord, bytes: Uint8Array, offset: number): Stretch[] {
  return recordsAt(codec, bytes, offset).parts.map(({ codec: { layout }, at }) => ({ at: at - offset, size: layout.size, layout }))
}

/** The fields of a packet as `name=value`, as `encode` takes them. */
export function packetFields(codec: AnyRecord, packet: Packet): string[] {
  const { pasidPrefix: prefix, ...message } = packet as AnyMessage & { pasidPrefix?: AnyMessage }
  return [
    ...(prefix ? assignments(record(pasidPrefix.id), prefix).map((field) => `pasidPrefix.${field}`) : []),
    ...recordsOf(codec).flatMap((part) => assignments(part, fieldsOf(part, message))),
  ]
}

/** A table of what stands in a packet: each field, and each reserved bit that is set. */
export function fieldTable(inspections: readonly Inspection[], style: Style, width: number): string[] {
  const rows = inspections.flatMap(({ record: id, parts }) => {
    const { layout } = record(id)
    const before = id === pasidPrefix.id && inspections.length > 1 ? 'pasidPrefix.' : ''
    return parts.flatMap(({ name, bits, raw, value, doc }): Cell[][] => {
      const row = (meaning: string, paint: Style['bad'], paints = [paint, paint]): Cell[] => [
        { text: before + name, paint: paints[0]! },
        { text: bits, paint: paints[1]! },
        { text: `0x${raw!.toString(16)}`, paint },
        { text: meaning, paint },
      ]
      if (Object.hasOwn(layout.fields, name) && raw !== undefined) return [row(readingOf(layout, name, raw, value!), raw === 0n ? style.dim : (text) => text, [style.name, style.dim])]
      return name === 'reserved' && raw ? [row(`0 belongs here${doc === 'reserved' ? '' : ` (${doc})`}`, style.bad)] : []
    })
  })
  return table(rows, width, 2)
}

/** How the raw bits of a field read, where that says more than the bits. */
export function readingOf(layout: Layout, name: string, raw: bigint, value: Value): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'bigint') return layout.fields[name]!.unit === undefined ? '' : hex64(value)
  return meaningOf(layout, name, value) || (raw > 9n ? String(raw) : '')
}
