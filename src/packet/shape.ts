import type { AnyRecord } from '../registry.ts'
import { FLIT_TYPES, LAST_ROUTE, NON_FLIT_TYPES } from '../spec/tlp.ts'
import type { TlpKind, TlpType } from '../spec/tlp.ts'
import { hex } from './fault.ts'
import { ohcWords } from './ohc.ts'
import type { TlpMode } from './types.ts'

/** What the first byte of a header says. */
export interface Shape {
  /** Name of the packet; of a message, its code has the name. */
  readonly name: string
  readonly kind: TlpKind
  /** Size of the header (base) in bytes. */
  readonly base: number
  /** Whether data follow, as Length says. */
  readonly data: boolean
  /** Flit mode: for each value of OHC[2:0], the records of the words that follow the base. */
  readonly words: readonly (readonly AnyRecord[])[]
}

/** Whether Type (in non-flit mode with Fmt above it) is that of a message, with or without data. */
function isMessage(type: number): boolean {
  return (type & 0xb8) === 0x30 && (type & 7) <= LAST_ROUTE
}

const MESSAGE: TlpType = ['Message', 'message']

function nonFlitShape(type: number): Shape | undefined {
  const fmt = type >> 5
  if (fmt > 3) return undefined
  const [name, kind] = isMessage(type) ? MESSAGE : NON_FLIT_TYPES[type] ?? [`Fmt ${fmt}, Type ${hex(type & 0x1f)}`, 'undefined' as const]
  return { name, kind, base: (fmt & 1) !== 0 ? 16 : 12, data: (fmt & 2) !== 0, words: [] }
}

function flitShape(type: number): Shape | undefined {
  const found = isMessage(type) ? MESSAGE : FLIT_TYPES[type]
  if (found === undefined) return undefined
  const [name, kind] = found
  return { name, kind, base: kind === 'nop' ? 4 : (type & 0x20) !== 0 ? 16 : 12, data: (type & 0x40) !== 0, words: ohcWords(kind, type) }
}

const shapes: Record<TlpMode, (Shape | undefined)[]> = { 'non-flit': [], flit: [] }

/**
 * The shape of a packet by the first byte of its header; undefined where nothing tells its size.
 * Each is made when it is first asked for.
 */
export function shapeOf(mode: TlpMode, type: number): Shape | undefined {
  return (shapes[mode][type] ??= mode === 'flit' ? flitShape(type) : nonFlitShape(type))
}
