import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { fileError, InputError } from './errors.ts'
import { watched } from './progress.ts'
import type { Io, Terminal } from './terminal.ts'

/** Where bytes come from, piece by piece: nothing is read before it is needed. */

const PIECE = 1 << 18

/** A piece that nobody needs any more, to be read into again: new memory for each costs as much as to look through a log. */
let spare: Uint8Array | undefined

/** Gives a piece back, of which nothing is kept. */
export function giveBack(piece: Uint8Array): void {
  if (piece.length === PIECE) spare = piece
}

/** The bytes of a file. @throws {UsageError} */
export async function* fileBytes(path: string): AsyncGenerator<Uint8Array> {
  let file: number | undefined
  try {
    file = openSync(path, 'r')
    for (;;) {
      // What is not read is not handed on: to write zeros first takes as long as to look through a log.
      const piece = spare ?? new Uint8Array(Buffer.allocUnsafeSlow(PIECE).buffer)
      spare = undefined
      const size = readSync(file, piece)
      if (size === 0) return
      yield size < PIECE ? piece.subarray(0, size) : piece
    }
  } catch (error) {
    throw fileError(path, error)
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

export async function* stdinBytes(terminal: Terminal): AsyncGenerator<Uint8Array> {
  if (terminal.io.stdin.isTTY) terminal.note('reading from the terminal; Ctrl-D ends the input')
  for await (const chunk of terminal.io.stdin) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk
}

/** The name of the input, and its bytes. `-` is standard input. */
export function sourceOf(file: string | undefined, terminal: Terminal): { readonly name: string; readonly bytes: AsyncGenerator<Uint8Array> } {
  return file === undefined || file === '-' ? { name: 'standard input', bytes: stdinBytes(terminal) } : { name: file, bytes: watched(fileBytes(file), sizeOf(file), terminal) }
}

/** The size of a file in bytes; undefined for what has none, such as a pipe, and for what is not there. */
function sizeOf(file: string): number | undefined {
  const found = statSync(file, { throwIfNoEntry: false })
  return found?.isFile() ? found.size : undefined
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
