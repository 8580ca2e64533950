import { hexRuns, wordBits } from '../geometry.ts'
import type { Geometry } from '../geometry.ts'

/** Bytes as hex, each digit in the colour of its field. `own`: they are those of the grid, and link to its parts. */
export function Hex({ geo, bytes, memory, group, own }: { geo: Geometry; bytes: Uint8Array; memory: boolean; group?: number; own?: boolean }) {
  return <code class="hex">{wordBits(geo, bytes.length, memory, group).map((bits, i) => <Word key={i} geo={geo} bytes={bytes} bits={bits} own={own} />)}</code>
}

export function Word({ geo, bytes, bits, own }: { geo: Geometry; bytes: Uint8Array; bits: readonly number[]; own?: boolean | undefined }) {
  const there = bits.filter((bit) => bit >> 3 < bytes.length)
  return <span class="w">{hexRuns(geo, bytes, there).map((run, i) => <span key={i} class={`n g-${run.group}`} data-c={run.concept || undefined} data-p={own ? run.part : undefined}>{run.digits}</span>)}</span>
}
