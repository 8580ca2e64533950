import { headerLog } from '../packet/index.ts'
import type { TlpMode } from '../packet/index.ts'
import { whole } from './hit.ts'
import { interpret } from './interpret.ts'
import type { Item } from './item.ts'

/** How packets are given to `readPackets`. */
export interface PacketOptions {
  readonly mode: TlpMode
  /** The bytes are a header alone, as a header log holds it. */
  readonly header?: boolean
  /** DWs of prefixes that the log prints behind the header. */
  readonly prefixes?: readonly number[]
}

/**
 * Packets of a link, one behind the other, or a header alone.
 * @param bytes in the order of the wire
 * @throws {CodecError} for prefixes that are none
 */
export function readPackets(bytes: Uint8Array, { mode, header = false, prefixes = [] }: PacketOptions): readonly Item[] {
  const before = prefixes.length === 0 ? undefined : headerLog([], prefixes)
  const all = new Uint8Array((before?.length ?? 0) + bytes.length)
  if (before) all.set(before)
  all.set(bytes, before?.length ?? 0)
  return [...interpret({ source: 'bytes', line: 0, lastLine: 0, offset: 0n, place: mode === 'flit' ? 'tlp-flit' : 'tlp', data: whole(all), said: header ? { headerLog: true } : {}, notes: [] }, { mode })]
}
