import { CodecError } from '../codec/errors.ts'
import { inspectRecord } from '../codec/inspect.ts'
import type { Inspection } from '../codec/inspect.ts'
import type { AnyMessage, Value } from '../codec/message.ts'
import { pasidPrefix } from '../generated/pcie.ts'
import { decodePacket, pasidBeside, recordsAt, recordsOf, takesPrefix } from '../packet/carried.ts'
import type { Packet } from '../packet/carried.ts'
import { fieldsOf } from '../packet/parts.ts'
import { record } from '../registry.ts'
import type { AnyRecord } from '../registry.ts'
import type { Field } from '../spec/vocabulary.ts'
import { hex64 } from './json.ts'
import { table } from './table.ts'
import type { Cell } from './table.ts'
import type { Style } from './terminal.ts'
import { assignments, meaningOf } from './values.ts'

/** The PASID prefix, for a record that may have one before it. */
export function prefixOf(codec: AnyRecord): AnyRecord | undefined {
  return takesPrefix(codec) ? record(pasidPrefix.id) : undefined
}

/** `decodePacket`, with its error as a result. */
export function tryDecodePacket(codec: AnyRecord, bytes: Uint8Array, offset: number, lenient = false): { packet: Packet; error?: undefined } | { packet?: undefined; error: CodecError } {
  try {
    return { packet: decodePacket(codec.id, bytes, offset, { reserved: lenient ? 'ignore' : 'reject' }).packet }
  } catch (error) {
    if (error instanceof CodecError) return { error }
    throw error
  }
}

/** How many bytes the packet at `offset` takes, or would take. What people paste are headers, without the digest of which TD speaks. */
export function sizeAt(codec: AnyRecord, bytes: Uint8Array, offset: number): number {
  return recordsAt(codec, bytes, offset).size
}

/** The packet at `offset`, taken apart. */
export function inspectPacket(codec: AnyRecord, bytes: Uint8Array, offset: number): Inspection[] {
  const { parts } = recordsAt(codec, bytes, offset)
  const pasid = pasidBeside(codec, parts, bytes)
  const context = pasid === undefined ? {} : { pasidPrefix: pasid }
  return parts.map(({ codec: part, at }) => inspectRecord(part.layout, bytes, at, part === codec ? context : {}))
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
    const { fields } = record(id).layout
    const before = id === pasidPrefix.id && inspections.length > 1 ? 'pasidPrefix.' : ''
    return parts.flatMap(({ name, bits, raw, value, doc }): Cell[][] => {
      const field = fields[name]
      const row = (meaning: string, paint: Style['bad'], paints = [paint, paint]): Cell[] => [
        { text: before + name, paint: paints[0]! },
        { text: bits, paint: paints[1]! },
        { text: `0x${raw!.toString(16)}`, paint },
        { text: meaning, paint },
      ]
      if (field !== undefined && raw !== undefined) return [row(readingOf(name, field, raw, value!), raw === 0n ? style.dim : (text) => text, [style.name, style.dim])]
      return name === 'reserved' && raw ? [row(`0 belongs here${doc === 'reserved' ? '' : ` (${doc})`}`, style.bad)] : []
    })
  })
  return table(rows, width, 2)
}

/** How the raw bits of a field read, where that says more than the bits. */
function readingOf(name: string, field: Field, raw: bigint, value: Value): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'bigint') return field.unit === undefined ? '' : hex64(value)
  return meaningOf(name, field, value) || (raw > 9n ? String(raw) : '')
}
