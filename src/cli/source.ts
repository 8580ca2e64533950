import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { fileError, InputError } from './errors.ts'
import { watched } from './progress.ts'
import type { Io, Terminal } from './terminal.ts'

/** Where bytes come from, piece by piece: nothing is read before it is needed. */

const PIECE = 1 << 18

/** A piece that nobody needs any more, to be read into again: new memory for each costs as much as to look through a log. */
let spare: Uint8Array | undefined

/** Gives a piece back, of which nothing is kept. */
export function giveBack({ buffer }: Uint8Array): void {
  if (buffer.byteLength === PIECE) spare = new Uint8Array(buffer)
}

/** The bytes of a file, from one place on to the next. */
export class FileBytes implements AsyncIterable<Uint8Array> {
  /** Its size in bytes; undefined for what has none, such as a pipe, and for what is not there. */
  readonly size: number | undefined
  /** What the system calls it, while it is open. */
  file: number | undefined
  /** Where the next piece begins: a reader that knows what stands there may set it further on. */
  at = 0
  /** Where the next piece ends at the latest. */
  until = Infinity
  private readonly path: string

  constructor(path: string) {
    const found = statSync(path, { throwIfNoEntry: false })
    this.path = path
    this.size = found?.isFile() ? found.size : undefined
  }

  /** @throws {UsageError} */
  async* [Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    try {
      this.file = openSync(this.path, 'r')
      for (;;) {
        // What is not read is not handed on: to write zeros first takes as long as to look through a log.
        const piece = spare ?? new Uint8Array(Buffer.allocUnsafeSlow(PIECE).buffer)
        spare = undefined
        // What says that it has no size may be made as it is read, and be read in order alone.
        const size = readSync(this.file, piece, 0, Math.min(PIECE, this.until - this.at), this.size ? this.at : null)
        if (size === 0) return
        this.at += size
        yield size < PIECE ? piece.subarray(0, size) : piece
      }
    } catch (error) {
      throw fileError(this.path, error)
    } finally {
      if (this.file !== undefined) closeSync(this.file)
      this.file = undefined
    }
  }
}

export async function* stdinBytes(terminal: Terminal): AsyncGenerator<Uint8Array> {
  if (terminal.io.stdin.isTTY) terminal.note('reading from the terminal; Ctrl-D ends the input')
  for await (const chunk of terminal.io.stdin) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk
}

/** The name of the input, and its bytes, of which a file tells more. `-` is standard input. */
export function sourceOf(path: string | undefined, terminal: Terminal): { readonly name: string; readonly bytes: AsyncGenerator<Uint8Array>; readonly file?: FileBytes } {
  if (path === undefined || path === '-') return { name: 'standard input', bytes: stdinBytes(terminal) }
  const file = new FileBytes(path)
  return { name: path, bytes: watched(file, terminal), file }
}

/** Longest line, in characters. */
export const LONGEST_LINE = 1 << 24

/**
 * The lines of a stream, each as soon as it is whole; the last one may lack its line break.
 * A line that is longer than `most` is undefined, and is not kept.
 */
export async function* linesOf(stream: Io['stdin'] | AsyncIterable<Uint8Array>, most = LONGEST_LINE): AsyncGenerator<string | undefined> {
  const decoder = new TextDecoder()
  let parts: string[] = []
  let length = 0
  function add(part: string): void {
    length += part.length
    if (length <= most) parts.push(part)
    else parts = []
  }
  function take(): string | undefined {
    const line = length > most ? undefined : parts.join('')
    parts = []
    length = 0
    return line
  }
  for await (const chunk of stream) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
    let start = 0
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      add(text.slice(start, end))
      yield take()
      start = end + 1
    }
    if (start < text.length) add(text.slice(start))
  }
  if (length > 0) yield take()
}

/** All of a stream that is known to be short. @throws {InputError} where it is not */
export async function wholeOf(bytes: AsyncIterable<Uint8Array>, most: number, name: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of bytes) {
    pieces.push(piece)
    size += piece.length
    if (size > most) throw new InputError(`${name}: more than ${most} bytes`)
  }
  return Uint8Array.from(Buffer.concat(pieces))
}
