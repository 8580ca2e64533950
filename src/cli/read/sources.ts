import { UsageError } from '../errors.ts'
import { sourceOf } from '../source.ts'
import type { Terminal } from '../terminal.ts'

/** Bytes of a file that are looked at to tell what kind of file it is. */
const HEAD = 4096

/** What a file holds. */
export type Kind = 'text' | 'binary' | 'capture'

export interface OpenedFile {
  readonly name: string
  readonly kind: Kind
  readonly pieces: AsyncIterable<Uint8Array>
}

/**
 * A file and what it holds: a capture by its magic number, bytes by a zero byte among the first, text otherwise.
 * @param binary whether it is known to hold bytes
 */
export async function openFile(file: string | undefined, binary: boolean, terminal: Terminal): Promise<OpenedFile> {
  const { name, bytes } = sourceOf(file, terminal)
  const pieces = bytes[Symbol.asyncIterator]()
  const head: Uint8Array[] = []
  let size = 0
  while (size < HEAD) {
    const next = await pieces.next()
    if (next.done) break
    head.push(next.value)
    size += next.value.length
  }
  const first = Buffer.concat(head.map((piece) => piece.subarray(0, HEAD)))
  async function* all(): AsyncGenerator<Uint8Array> {
    yield* head
    for (;;) {
      const next = await pieces.next()
      if (next.done) return
      yield next.value
    }
  }
  return { name, kind: kindOf(first, binary), pieces: all() }
}

const MAGIC = ['d4c3b2a1', 'a1b2c3d4', '4d3cb2a1', 'a1b23c4d', '0a0d0d0a']

function kindOf(head: Buffer, binary: boolean): Kind {
  if (MAGIC.includes(head.subarray(0, 4).toString('hex'))) return 'capture'
  if (binary) return 'binary'
  const utf16 = head[0] === 0xff && head[1] === 0xfe
  if (utf16) throw new UsageError('the text is in UTF-16; save it as UTF-8')
  return head.includes(0) ? 'binary' : 'text'
}
