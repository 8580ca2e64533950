import { sourceOf } from '../source.ts'
import type { FileBytes } from '../source.ts'
import type { Terminal } from '../terminal.ts'

/** Bytes of a file that are looked at to tell what kind of file it is. */
const HEAD = 4096

/** What a file holds. */
export type Kind = 'text' | 'binary' | 'capture'

export interface OpenedFile {
  readonly name: string
  readonly kind: Kind
  /** How a text is written that has two bytes for each character. */
  readonly encoding?: 'utf-16le' | 'utf-16be'
  readonly pieces: AsyncIterable<Uint8Array>
  /** What is read, where it is a file and no stream. */
  readonly source?: FileBytes
}

/**
 * A file and what it holds: a capture by its magic number, text in UTF-16 by its byte order mark, bytes by a zero byte among the
 * first, text otherwise.
 * @param binary whether it is known to hold bytes
 */
export async function openFile(file: string | undefined, binary: boolean, terminal: Terminal): Promise<OpenedFile> {
  const { name, bytes, file: source } = sourceOf(file, terminal)
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
  const encoding = binary ? undefined : encodingOf(first)
  return { name, kind: encoding ? 'text' : kindOf(first, binary), ...(encoding && { encoding }), ...(source && { source }), pieces: all() }
}

const MAGIC = ['d4c3b2a1', 'a1b2c3d4', '4d3cb2a1', 'a1b23c4d', '0a0d0d0a']

function kindOf(head: Buffer, binary: boolean): Kind {
  if (MAGIC.includes(head.subarray(0, 4).toString('hex'))) return 'capture'
  if (binary) return 'binary'
  return head.includes(0) ? 'binary' : 'text'
}

/** By a byte order mark behind which nearly every character is of ASCII: bytes of records may begin like one. */
function encodingOf(head: Buffer): OpenedFile['encoding'] {
  const mark = head.toString('hex', 0, 2)
  if (mark !== 'fffe' && mark !== 'feff') return undefined
  const [low, high] = mark === 'fffe' ? [0, 1] : [1, 0]
  let plain = 0
  for (let at = 2; at + 1 < head.length; at += 2) if (head[at + high] === 0 && head[at + low]! >= 9 && head[at + low]! < 0x7f) plain++
  return plain * 2 * 10 >= (head.length - 3) * 9 ? (low === 0 ? 'utf-16le' : 'utf-16be') : undefined
}
