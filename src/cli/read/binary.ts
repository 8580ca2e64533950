import { layoutOf } from '../../neighbours/index.ts'
import { containerItems, ringItems } from '../../ingest/containers/index.ts'
import type { LinkedItem, ReadOptions } from '../../ingest/index.ts'
import type { Terminal } from '../terminal.ts'
import type { OpenedFile } from './sources.ts'

/** Files of bytes: captures, and rings of records. */
export async function readBinary({ kind, pieces }: OpenedFile, options: ReadOptions, show: (item: LinkedItem) => void, terminal: Terminal): Promise<number> {
  void layoutOf
  let found = 0
  for await (const items of kind === 'capture' ? containerItems(pieces, options) : ringItems(pieces, options)) {
    for (const item of items) {
      found++
      show(item)
    }
    if (!terminal.isReady) await terminal.ready()
  }
  return found
}
