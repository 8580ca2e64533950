import type { CodecError } from '../codec/errors.ts'
import { PAIRS } from '../codec/numbers.ts'
import { bounded } from './escape.ts'

/** What JSON leaves as it is, and a terminal may obey. */
const UNSAFE = /[\x7f-\x9f\p{Cf}\p{Zl}\p{Zp}]/gu

const utf8 = /* @__PURE__ */ new TextEncoder()

/** Characters that a string of JSON has as they are, and that are one byte each. */
const PLAIN = /* @__PURE__ */ Uint8Array.from({ length: 128 }, (_, code) => Number(code >= 0x20 && code !== 0x22 && code !== 0x5c && code < 0x7f))

/** The two digits of a byte, the first in the lower half. */
const DIGITS = /* @__PURE__ */ Uint16Array.from(PAIRS, (pair) => pair.charCodeAt(0) | (pair.charCodeAt(1) << 8))
const QUOTE = 0x22

/** Fragments shorter than this are copied word by word: measured, a call costs as much. */
const SHORT = 96

/** Names of properties that are kept. Those of the tables are a few thousand. */
const MOST = 4096

/** What stands before the value of a property, and the whole of it where it is a flag. */
interface Property {
  readonly name: string
  /** The one that followed it last: messages of a record have their fields in one order. */
  next: Property | undefined
  readonly before: Fragment
  readonly on: Fragment
  readonly off: Fragment
}

const properties = new Map<string, Property>()
/** Objects that never change and recur, as they are written. */
const constants = new WeakMap<object, Fragment>()

const halves = /* @__PURE__ */ new BigUint64Array(1)
const [LOW, HIGH] = /* @__PURE__ */ (() => (new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? [0, 1] : [1, 0]))() as readonly [number, number]
const parts = /* @__PURE__ */ new Uint32Array(halves.buffer)

/** Bytes that are written as they are. */
export interface Fragment {
  readonly bytes: Uint8Array
  /** Those of a short one as words, with zeros behind them. */
  readonly words: Uint32Array | undefined
}

function fragmentOf(bytes: Uint8Array): Fragment {
  if (bytes.length >= SHORT) return { bytes, words: undefined }
  const padded = new Uint8Array((bytes.length + 3) & ~3)
  padded.set(bytes)
  const view = new DataView(padded.buffer)
  return { bytes, words: Uint32Array.from({ length: padded.length / 4 }, (_, i) => view.getUint32(4 * i, true)) }
}

const fragment = (text: string): Fragment => fragmentOf(utf8.encode(text))

/**
 * Writes JSON as bytes: a ring has millions of records, and texts that are put together of pieces would have to be made,
 * flattened and encoded. A bigint is a string of hex digits, because most readers of JSON round integers above 2^53.
 */
export class JsonWriter {
  private bytes = new Uint8Array(1 << 12)
  private view = new DataView(this.bytes.buffer)
  private length = 0

  /** What was written, until the next is; and begins anew. */
  take(): Uint8Array {
    const { length } = this
    this.length = 0
    return this.bytes.subarray(0, length)
  }

  /** Bytes since the last were taken. */
  get size(): number {
    return this.length
  }

  /** The end of a line of JSON. */
  line(): void {
    this.raw(LINE_FEED)
  }

  /** Writes bytes as they are. */
  raw({ bytes, words }: Fragment): void {
    const { length: size } = bytes
    // What is written behind the last byte is written over by what comes next.
    this.room(size + 3)
    const { view, length } = this
    if (words) for (let i = 0; i < words.length; i++) view.setUint32(length + 4 * i, words[i]!, true)
    else this.bytes.set(bytes, length)
    this.length = length + size
  }

  /** Writes bytes that do not recur. */
  copy(bytes: Uint8Array): void {
    this.room(bytes.length)
    this.bytes.set(bytes, this.length)
    this.length += bytes.length
  }

  value(value: unknown): void {
    switch (typeof value) {
      case 'bigint':
        return this.wide(value)
      case 'number':
        return this.number(value)
      case 'boolean':
        return this.raw(value ? TRUE : FALSE)
      case 'string':
        return this.string(value)
      case 'object':
        if (value !== null) return Array.isArray(value) ? this.array(value) : this.object(value)
    }
    this.raw(NULL)
  }

  string(value: string): void {
    const size = value.length
    this.room(size + 2)
    const { bytes, length } = this
    bytes[length] = QUOTE
    for (let i = 0; i < size; i++) {
      const code = value.charCodeAt(i)
      if (PLAIN[code] !== 1) return this.raw(fragment(quoted(value)))
      bytes[length + 1 + i] = code
    }
    bytes[length + 1 + size] = QUOTE
    this.length = length + size + 2
  }

  number(value: number): void {
    if (!Number.isInteger(value) || value < 0 || value > 0xffff_ffff) return this.raw(Number.isFinite(value) ? fragment(String(value)) : NULL)
    let size = 1
    for (let most = 10; value >= most; most *= 10) size++
    this.room(size)
    let rest = value
    for (let at = this.length + size - 1; at >= this.length; at--) {
      const next = (rest / 10) >>> 0
      this.bytes[at] = 0x30 + rest - 10 * next
      rest = next
    }
    this.length += size
  }

  /** Bytes as one run of digits. */
  hex(bytes: Uint8Array): void {
    this.room(2 * bytes.length + 2)
    const { bytes: to, view } = this
    let at = this.length
    to[at++] = QUOTE
    for (let i = 0; i < bytes.length; i++, at += 2) view.setUint16(at, DIGITS[bytes[i]!]!, true)
    to[at++] = QUOTE
    this.length = at
  }

  private wide(value: bigint): void {
    if (value < 0n || value > 0xffff_ffff_ffff_ffffn) return this.string(hex64(value))
    halves[0] = value
    this.room(20)
    const { bytes, view } = this
    let at = this.length
    bytes[at++] = QUOTE
    bytes[at++] = 0x30
    bytes[at++] = 0x78
    for (let shift = 24; shift >= 0; shift -= 8, at += 2) view.setUint16(at, DIGITS[(parts[HIGH]! >>> shift) & 0xff]!, true)
    for (let shift = 24; shift >= 0; shift -= 8, at += 2) view.setUint16(at, DIGITS[(parts[LOW]! >>> shift) & 0xff]!, true)
    bytes[at++] = QUOTE
    this.length = at
  }

  array<T>(value: readonly T[], write = (one: T): void => this.value(one)): void {
    this.raw(OPEN_ARRAY)
    for (let i = 0; i < value.length; i++) {
      if (i > 0) this.raw(COMMA)
      write(value[i]!)
    }
    this.raw(CLOSE_ARRAY)
  }

  /** The place where an object begins, for `end`. */
  begin(): number {
    return this.length
  }

  /** What stands before the value of a property. */
  key(name: string): void {
    this.raw(property(name).before)
  }

  /** A property and its value. */
  put(name: string, value: unknown): void {
    this.key(name)
    this.value(value)
  }

  end(from: number): void {
    if (this.length === from) return this.raw(EMPTY)
    // In the place of the comma before the first property.
    this.bytes[from] = 0x7b
    this.raw(CLOSE)
  }

  /** What `write` writes, and nothing of it here. */
  apart(write: () => void): Fragment {
    const from = this.length
    write()
    const bytes = this.bytes.slice(from, this.length)
    this.length = from
    return fragmentOf(bytes)
  }

  /** What `write` writes of an object; that of one that never changes is kept, for it recurs. */
  kept<T extends object>(value: T, write: (value: T) => void): void {
    const known = constants.get(value)
    if (known) return this.raw(known)
    const from = this.length
    write(value)
    if (Object.isFrozen(value)) constants.set(value, fragmentOf(this.bytes.slice(from, this.length)))
  }

  private object(value: object): void {
    const from = this.begin()
    // As fast as the engine has it: it knows where the properties stand. What is written as JSON inherits none.
    for (const name in value) {
      const item = (value as Record<string, unknown>)[name]
      if (item === undefined || typeof item === 'function') continue
      const { before, on, off } = property(name)
      if (item === true) this.raw(on)
      else if (item === false) this.raw(off)
      else {
        this.raw(before)
        this.value(item)
      }
    }
    this.end(from)
  }

  private room(size: number): void {
    const { bytes, length } = this
    if (length + size <= bytes.length) return
    const more = new Uint8Array(2 * (length + size))
    more.set(bytes.subarray(0, length))
    this.bytes = more
    this.view = new DataView(more.buffer)
  }
}

const TRUE = fragment('true')
const FALSE = fragment('false')
const NULL = fragment('null')
const EMPTY = fragment('{}')
const COMMA = fragment(',')
const CLOSE = fragment('}')
const OPEN_ARRAY = fragment('[')
const CLOSE_ARRAY = fragment(']')
const LINE_FEED = fragment('\n')

let last: Property | undefined

function property(name: string): Property {
  const likely = last?.next
  const known = likely !== undefined && likely.name === name ? likely : propertyNamed(name)
  if (last) last.next = known
  return (last = known)
}

function propertyNamed(name: string): Property {
  let known = properties.get(name)
  if (known === undefined) {
    const before = `,${quoted(name)}:`
    known = { name, next: undefined, before: fragment(before), on: fragment(`${before}true`), off: fragment(`${before}false`) }
    if (properties.size < MOST) properties.set(name, known)
  }
  return known
}

/** A string of JSON, in which nothing is that a terminal obeys. */
function quoted(value: string): string {
  return JSON.stringify(value).replace(UNSAFE, (character) => Array.from({ length: character.length }, (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`).join(''))
}

const writer = /* @__PURE__ */ new JsonWriter()
const decoder = /* @__PURE__ */ new TextDecoder()

/** One line of JSON as text. */
export function json(value: unknown): string {
  writer.value(value)
  return decoder.decode(writer.take())
}

export const hex64 = (value: bigint): string => `0x${value.toString(16).padStart(16, '0')}`

/** An error as a property of a line of JSON. */
export function errorJson({ code, field, bits, message }: CodecError): object {
  return { code, ...(field !== undefined && { field }), ...(bits !== undefined && { bits }), message: bounded(message) }
}
