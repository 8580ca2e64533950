import { readSync } from 'node:fs'
import { workerData } from 'node:worker_threads'
import { Reader } from '../../ingest/index.ts'
import type { ReadOptions } from '../../ingest/index.ts'
import { PART, Parts, TAIL } from './parts.ts'
import type { Lines } from './parts.ts'

/** The second thread of a long file: see `Ahead`. */

/** What the thread is given. */
export interface Task {
  /** What the system calls the file, which the other thread has opened. */
  readonly file: number
  readonly options: ReadOptions
  readonly shared: SharedArrayBuffer
}

/** Parts that have to be read, beyond those in which there is nothing, until to look at more is in vain. */
const IN_VAIN = 16

const LINE_FEED = 0x0a
const { file, options, shared } = workerData as Task
const parts = new Parts(shared)
// A part is looked at with the byte before it, which tells whether it begins a line.
const bytes = new Uint8Array(1 + PART + TAIL)
let reader = idle()

/** A reader in the midst of a text. */
function idle(): Reader {
  const made = new Reader(options)
  made.push('text\n')
  return made
}

/** The lines that begin in a part, if there is nothing in them. */
function look(part: number): Lines | undefined {
  const size = readSync(file, bytes, 0, bytes.length, part * PART - 1)
  const begin = bytes.indexOf(LINE_FEED) + 1
  const end = (size > PART ? bytes.indexOf(LINE_FEED, PART) : bytes.lastIndexOf(LINE_FEED, size - 1)) + 1
  if (begin === 0 || end <= begin || end > size) return undefined
  const before = reader.lines
  const isEmpty = reader.push(bytes.subarray(begin, end)).length === 0 && reader.unread === undefined && reader.isIdle && reader.tooLong.length === 0
  const count = reader.lines - before
  if (!isEmpty) reader = idle()
  return isEmpty ? { begin: begin - 1, end: end - 1, count } : undefined
}

let vain = 0
for (let part = parts.count - 1; part > 0 && vain < IN_VAIN && parts.takeToLook(part); part--) {
  const lines = look(part)
  parts.tell(part, lines)
  vain = Math.max(0, vain + (lines ? -1 : 1))
}
