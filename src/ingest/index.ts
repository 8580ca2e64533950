import { Correlation } from './correlate.ts'
import type { Conclusion, LinkedItem } from './correlate.ts'
import type { Hit } from './hit.ts'
import { interpret } from './interpret.ts'
import type { Item } from './item.ts'
import { checkReadOptions, checkText } from './options.ts'
import type { ReadOptions } from './options.ts'
import { TextReader } from './reader.ts'
import type { TooLong } from './reader.ts'
import { sources } from './sources/index.ts'

export { hexOf } from './item.ts'
export { isWhole } from './hit.ts'
export { readPackets } from './packets.ts'
export type { PacketOptions } from './packets.ts'
export { describeItem } from './record-item.ts'
export { plainBytes } from './plain.ts'
export { rewrite } from './rewrite.ts'
export type { Hit, Known, Said, Span } from './hit.ts'
export type { Item } from './item.ts'
export { Correlation } from './correlate.ts'
export type { Conclusion, Link, LinkedItem, Places, Where } from './correlate.ts'
export type { ReadOptions } from './options.ts'
export type { TooLong } from './reader.ts'
export { unitOf } from './unit.ts'
export type { Unit } from './unit.ts'

/** Finds records in text that comes piece by piece: logs, traces, tables, dumps. It needs constant memory. */
export class Reader {
  private readonly text = new TextReader(sources)
  private readonly correlation = new Correlation('lines')
  private readonly options: ReadOptions
  private passed: number | undefined

  /** @throws {CodecError} `type` for options that are none, and for an unknown id */
  constructor(options: ReadOptions = {}) {
    this.options = checkReadOptions(options)
  }

  /**
   * The next piece of the text; the items that are whole with it.
   * @param piece text, or bytes of a file, each of which is taken for a character of Latin-1: they need not be decoded
   * @throws {CodecError} `type` for anything else
   */
  push(piece: string | Uint8Array): readonly LinkedItem[] {
    return [...this.each(piece)]
  }

  /** The same, one at a time: of a dump of many records, no more than one is made before it is asked for. All of them have to be. */
  each(piece: string | Uint8Array): Iterable<LinkedItem> {
    checkText(piece)
    return this.items(this.text.push(piece))
  }

  /**
   * Whether the next piece begins a line of a text among other text, and nothing has begun before it that may go on in it.
   * Then lines may be passed over in which another reader that was idle has found nothing, and was idle again.
   */
  get isIdle(): boolean {
    return this.text.isIdle
  }

  /** Lines that have been read as a whole, or passed over. */
  get lines(): number {
    return this.text.number
  }

  /**
   * Passes over lines.
   * @param bytes that they have, with their line feeds
   * @throws {RangeError} where the reader is not idle
   */
  pass(bytes: number, lines: number): void {
    if (!this.isIdle) throw new RangeError('something has begun, which the next line may go on with')
    this.text.pass(bytes, lines)
  }

  /** The end of the text: items that are cut short by it, and what the whole of it tells. */
  end(): { readonly items: readonly LinkedItem[]; readonly conclusions: readonly Conclusion[] } {
    const items = [...this.items(this.text.end())]
    return { items, conclusions: this.correlation.end() }
  }

  /** Lines that were too long to be read. */
  get tooLong(): readonly TooLong[] {
    return this.text.tooLong
  }

  /** The first line of hex of which nothing tells that it is a record, so that no item was made of it. */
  get unread(): number | undefined {
    return this.passed
  }

  private* items(hits: readonly Hit[]): Iterable<LinkedItem> {
    for (const hit of hits) {
      let isRead = hit.doubtful !== 'prose' && hit.doubtful !== 'log'
      for (const item of interpret(hit, this.options)) {
        isRead = true
        yield this.correlation.link(item)
      }
      if (!isRead) this.passed ??= hit.line
    }
  }
}

/** The items of a whole text, each by itself: what `read` finds, without how they go with each other. @throws {CodecError} as `read` */
export function readItems(text: string, options: ReadOptions = {}): { readonly items: readonly Item[]; readonly tooLong: readonly TooLong[] } {
  checkText(text)
  const known = checkReadOptions(options)
  const reader = new TextReader(sources)
  const items = [...reader.push(text), ...reader.end()].flatMap((hit) => [...interpret(hit, known)])
  return { items, tooLong: reader.tooLong }
}

/** Reads a whole text: see `Reader`. @throws {CodecError} `type` for options that are none, for an unknown id, and for what is no text */
export function read(text: string, options: ReadOptions = {}): { readonly items: readonly LinkedItem[]; readonly conclusions: readonly Conclusion[]; readonly tooLong: readonly TooLong[] } {
  const reader = new Reader(options)
  const first = reader.push(text)
  const { items, conclusions } = reader.end()
  return { items: [...first, ...items], conclusions, tooLong: reader.tooLong }
}
