import { loadBig } from '../codec/memory.ts'
import type { DecodeOptions } from '../codec/read-write.ts'
import { pasidPrefix } from '../generated/pcie.ts'
import { PASID_PREFIX, PREFIXES } from '../spec/tlp.ts'
import { hex } from './fault.ts'
import type { TlpMode, TlpPrefix } from './types.ts'

const NONE: readonly TlpPrefix[] = []

/** The prefixes that stand at `start`, before a header that is `end` bytes behind it. @throws {CodecError} as `decode` for that of PASID */
export function prefixesOf(wire: Uint8Array, start: number, end: number, mode: TlpMode, options: DecodeOptions | undefined): readonly TlpPrefix[] {
  if (end === 0) return NONE
  const prefixes: TlpPrefix[] = []
  for (let at = start; at < start + end; at += 4) prefixes.push(prefixAt(wire, at, mode, options))
  return prefixes
}

function prefixAt(wire: Uint8Array, at: number, mode: TlpMode, options: DecodeOptions | undefined): TlpPrefix {
  const type = wire[at]!
  if (mode === 'non-flit' && type === PASID_PREFIX) return { name: 'PASID', id: 'pcie.pasid-prefix', message: pasidPrefix.decode(wire, at, options) }
  return { name: mode === 'flit' ? 'local' : PREFIXES[type] ?? `prefix ${hex(type)}`, word: loadBig(wire, at) >>> 0 }
}
