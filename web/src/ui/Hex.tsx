import { hexRuns, wordBits } from '../geometry.ts'
import type { Geometry } from '../geometry.ts'

/** Bytes as hex, each digit in the colour of its field. `own`: they are those of the grid, and link to its parts. */
export function Hex({ geo, bytes, known, memory, group, own }: { geo: Geometry; bytes: Uint8Array; known?: Uint8Array; memory: boolean; group?: Geometry['word']; own?: boolean }) {
  return <code class="hex">{wordBits(geo, bytes.length, memory, group).map((bits, i) => <Word key={i} geo={geo} bytes={bytes} known={known} bits={bits} own={own} />)}</code>
}

export function Word({ geo, bytes, known, bits, own }: { geo: Geometry; bytes: Uint8Array; known?: Uint8Array | undefined; bits: readonly number[]; own?: boolean | undefined }) {
  const there = bits.filter((bit) => bit >> 3 < bytes.length)
  return <span class="w">{hexRuns(geo, bytes, there, known).map((run, i) => <span key={i} class={`n g-${run.group}`} data-c={run.concept || undefined} data-p={own ? run.part : undefined}>{run.digits}</span>)}</span>
}
