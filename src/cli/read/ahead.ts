import { Worker } from 'node:worker_threads'
import type { Reader, ReadOptions } from '../../ingest/index.ts'
import type { FileBytes } from '../source.ts'
import { PART, Parts } from './parts.ts'
import type { Task } from './thread.ts'

/** Bytes of a file for which a second thread is worth while: to begin it takes as long as to look through most of them. */
const LONG = 1 << 26
/** Bytes that are looked at from the end: of longer files what is known of all parts would need much memory. */
const MOST = 2 ** 34

/**
 * A second thread looks through a long file from its end, part by part, and tells in which of them there is nothing. Where
 * both threads meet, the first passes over those, and reads the others.
 */
export class Ahead {
  private readonly source: FileBytes
  private readonly options: ReadOptions
  private readonly program: URL
  private readonly isLong: boolean
  private parts: Parts | undefined
  private thread: Worker | undefined

  /**
   * @param options of the reader
   * @param program of the thread
   */
  constructor(source: FileBytes, options: ReadOptions, program = new URL('./thread.js', import.meta.url), long = LONG) {
    this.source = source
    this.options = options
    this.program = program
    this.isLong = source.size !== undefined && source.size >= long && source.size <= MOST
  }

  /** Sets the source to where the reader has to go on, and passes over what is before that. To be called before each piece but the first. */
  next(reader: Reader): void {
    if (!this.isLong) return
    const { source } = this
    const parts = (this.parts ??= this.begin())
    for (;;) {
      const part = Math.floor(source.at / PART)
      const from = part * PART
      source.until = from + PART
      if (part >= parts.count || parts.takeToRead(part)) return
      const lines = parts.told(part)
      if (!lines) return
      // What stands before is the end of a line.
      if (source.at < from + lines.begin) {
        source.until = from + lines.begin
        return
      }
      if (source.at > from + lines.begin || !reader.isIdle) return
      reader.pass(lines.end - lines.begin, lines.count)
      source.at = from + lines.end
    }
  }

  /** Ends the thread. What it says from now on is not heard. */
  async end(): Promise<void> {
    await this.thread?.terminate()
  }

  private begin(): Parts {
    const { file, size } = this.source
    const parts = Parts.of(size!)
    this.thread = new Worker(this.program, { workerData: { file: file!, options: this.options, shared: parts.shared } satisfies Task })
    this.thread.unref()
    // Without it the file is read in order.
    this.thread.on('error', () => undefined)
    return parts
  }
}
