import { AsyncByteQueue, RecordBatchFileWriter } from 'apache-arrow'
import type { Schema } from 'apache-arrow'
import { CodecError } from '../codec/errors.ts'
import { checkBytes } from '../codec/explain.ts'
import type { Allocated } from '../codec/columns/allocate.ts'
import type { AnyColumns } from '../codec/message.ts'
import type { AnyRecord } from '../codec/record.ts'
import { resolve } from '../registry.ts'
import type { FormatArgument } from '../registry.ts'
import { batchOf } from './batch.ts'
import { schemaOf } from './schema.ts'

/** Records of a batch of the file: a few megabytes of memory, whatever the length of the file. */
const BATCH = 65536

/**
 * Writes an Arrow file (the IPC format with a footer) of one record, batch by batch: a column for each field, and `bad`, which says
 * of a record that `decode` refuses it.
 */
export class ArrowFile {
  readonly #record: AnyRecord
  readonly #room: Allocated<AnyColumns>
  readonly #schema: Schema
  readonly #writer = new RecordBatchFileWriter()
  #filled = 0
  #count = 0
  #bad = 0
  #ended = false

  /**
   * @param format the record, or its id
   * @param write takes the bytes of the file, some at a time. They are written over when it returns
   * @throws {CodecError} `type` for an unknown id, and for a `write` that is no function
   */
  constructor(format: FormatArgument, write: (bytes: Uint8Array) => void) {
    this.#record = resolve(format)
    const { layout } = this.#record
    this.#schema = schemaOf(layout, Object.keys(layout.fields), true)
    if (typeof write !== 'function') throw new CodecError({ code: 'type', record: layout.id, field: 'write', expected: 'a function that takes bytes', actual: write })
    this.#room = this.#record.allocateColumns(BATCH)
    this.#writer.reset(new Sink(write), this.#schema)
  }

  /** Records that were written or are about to be. */
  get count(): number {
    return this.#count + Math.floor(this.#filled / this.#record.size)
  }

  /** Those of the records written that are bad. */
  get bad(): number {
    return this.#bad
  }

  /** Adds consecutive records. A record may begin in one piece and end in another. */
  add(bytes: Uint8Array): void {
    this.#open()
    checkBytes(this.#record.layout, bytes, 0)
    const { bytes: room } = this.#room
    for (let at = 0; at < bytes.length; ) {
      const piece = bytes.subarray(at, at + room.length - this.#filled)
      room.set(piece, this.#filled)
      at += piece.length
      this.#filled += piece.length
      if (this.#filled === room.length) this.#flush()
    }
  }

  /** Drops the beginning of a record whose end did not come. @returns how many bytes that was */
  cut(): number {
    const rest = this.#filled % this.#record.size
    this.#filled -= rest
    return rest
  }

  /**
   * Writes what is left, and the footer. Nothing reads a file without it.
   * @throws {CodecError} `truncated` where the end of the last record did not come: `cut` drops what there is of it
   */
  end(): void {
    this.#open()
    const { layout, size } = this.#record
    const rest = this.#filled % size
    if (rest > 0) throw new CodecError({ code: 'truncated', record: layout.id, field: 'bytes', expected: `${size} bytes of the last record (cut() drops what there is)`, actual: rest })
    if (this.#filled > 0) this.#flush()
    this.#writer.finish()
    this.#ended = true
  }

  /** @throws {Error} for what comes when the footer is written: no file would have it */
  #open(): void {
    if (this.#ended) throw new Error('the file has ended')
  }

  #flush(): void {
    const { layout, size } = this.#record
    const { count, columns, bad } = this.#record.columns(this.#room.bytes, { count: this.#filled / size, strict: true, into: this.#room.columns })
    this.#writer.write(batchOf(layout, this.#schema, columns, count, bad))
    this.#filled = 0
    this.#count += count
    this.#bad += bad.length
  }
}

/** Hands bytes on at once, for the columns that they are part of are used again. */
class Sink extends AsyncByteQueue {
  readonly #write: (bytes: Uint8Array) => void

  constructor(write: (bytes: Uint8Array) => void) {
    super()
    this.#write = write
  }

  override write(bytes: Uint8Array): void {
    this.#write(bytes)
  }
}
