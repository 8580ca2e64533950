import { checkBytes } from '../codec/explain.ts'
import { inspectRecord } from '../codec/inspect.ts'
import type { Inspection } from '../codec/inspect.ts'
import { resolve } from '../registry.ts'
import type { FormatArgument } from '../registry.ts'
import type { CheckContext } from '../spec/rules/context.ts'
import { PACKET } from './bytes.ts'
import { pasidBeside, recordsAt } from './carried.ts'

/** A packet taken apart: each record of it, in the order of the bytes. */
export interface PacketInspection {
  /** How many bytes its records take, or would take. Words and trailers that have no record are among them. */
  readonly bytes: number
  readonly parts: readonly {
    readonly id: string
    /** Where the record begins in the bytes. */
    readonly offset: number
    readonly inspection: Inspection
  }[]
}

/**
 * Takes the packet at `offset` apart: of a TLP in non-flit mode its PASID prefix and its header; in flit mode the header,
 * the OHC words and the data; of any other record itself. The PASID beside a header is known to its rules.
 * @param context what the record alone cannot tell, as for `check`
 * @throws {CodecError} `type` for an unknown id; what stands in the bytes makes it never throw
 */
export function inspectPacket<const S extends string>(format: FormatArgument<S>, bytes: Uint8Array, offset = 0, context: CheckContext = {}): PacketInspection {
  const codec = resolve(format)
  checkBytes(PACKET, bytes, offset)
  const { parts, size } = recordsAt(codec, bytes, offset)
  const pasid = pasidBeside(codec, parts, bytes)
  const own = pasid === undefined ? context : { pasidPrefix: pasid, ...context }
  return {
    bytes: size,
    parts: parts.map(({ codec: part, at }) => ({ id: part.id, offset: at, inspection: inspectRecord(part.layout, bytes, at, part === codec ? own : {}) })),
  }
}
