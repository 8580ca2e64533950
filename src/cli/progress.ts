import type { Terminal } from './terminal.ts'

/** Files shorter than this are read before anybody looks. */
const LONG = 1 << 23
/** Columns of the bar. */
const BAR = 30
/** How often it is drawn, in milliseconds. */
const EVERY = 100

/** What is read piece by piece: how far it is, and how much there is, where that is known. */
interface Pieces extends AsyncIterable<Uint8Array> {
  readonly at: number
  readonly size: number | undefined
}

/**
 * The pieces of a file, with a progress bar on standard error while a long one is read. It is shown on a terminal only,
 * and only where the results go elsewhere, so that it never stands between them.
 */
export async function* watched(pieces: Pieces, terminal: Terminal, now: () => number = Date.now): AsyncGenerator<Uint8Array> {
  const { io } = terminal
  const { size } = pieces
  if (size === undefined || size < LONG || io.stderr.isTTY !== true || io.stdout.isTTY === true) {
    yield* pieces
    return
  }
  let drawn = now()
  try {
    for await (const piece of pieces) {
      yield piece
      if (now() - drawn < EVERY) continue
      drawn = now()
      terminal.progress(bar(pieces.at, size))
    }
  } finally {
    terminal.progress('')
  }
}

function bar(read: number, size: number): string {
  const part = Math.min(1, read / size)
  const full = Math.floor(part * BAR)
  const mebibytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(0)
  return `[${'#'.repeat(full)}${'.'.repeat(BAR - full)}] ${String(Math.floor(100 * part)).padStart(3)} %  ${mebibytes(read).padStart(mebibytes(size).length)} of ${mebibytes(size)} MiB`
}
