import { PLAIN } from './operations.ts'
import type { Operation, Program } from './operations.ts'

/** A program as the bytes of a WebAssembly module, which takes its memory as `m.m` and gives the function as `run`. */

const I32 = 0x7f
const V128 = 0x7b
const PREFIX = 0xfd

/** No operation takes more bytes: two of code, and a pattern of sixteen. */
const MOST = 18

/**
 * Bytes that grow. They are written where they are to stay: lists of numbers that are joined and copied are the greater part of
 * what a first call takes, and bring the collector in.
 */
class Writer {
  readonly bytes: Uint8Array<ArrayBuffer>
  length = 0

  constructor(most: number) {
    this.bytes = new Uint8Array(most)
  }

  byte(n: number): void {
    this.bytes[this.length++] = n
  }

  all(list: readonly number[]): void {
    for (let i = 0; i < list.length; i++) this.bytes[this.length++] = list[i]!
  }

  /** An unsigned number, seven bits in a byte, the low ones first. */
  unsigned(n: number): void {
    for (; n > 127; n >>>= 7) this.byte((n & 127) | 128)
    this.byte(n)
  }

  /** A signed number: its last byte says in bit 6 whether it is negative. */
  signed(n: number): void {
    for (; n < -64 || n > 63; n >>= 7) this.byte((n & 127) | 128)
    this.byte(n & 127)
  }

  /** Room for the size of what follows, in as many bytes as any size may take. Gives what puts it there when that is written. */
  sized(): () => void {
    const at = this.length
    this.length += 5
    return () => {
      const size = this.length - at - 5
      for (let i = 0; i < 5; i++) this.bytes[at + i] = ((size >>> (7 * i)) & 127) | (i < 4 ? 128 : 0)
    }
  }

  operation(operation: Operation): void {
    switch (operation[0]) {
      case 'local.get':
      case 'local.set':
        this.byte(operation[0] === 'local.get' ? 0x20 : 0x21)
        return this.unsigned(operation[1])
      case 'i32.const':
        this.byte(0x41)
        return this.signed(operation[1])
      case 'i32.store16':
        this.byte(0x3b)
        this.byte(0) // no alignment is promised
        return this.unsigned(operation[1])
      case 'v128.load':
      case 'v128.store':
        this.byte(PREFIX)
        this.byte(operation[0] === 'v128.load' ? 0 : 11)
        this.byte(0) // no alignment is promised
        return this.unsigned(operation[1])
      case 'v128.const':
        this.byte(PREFIX)
        this.byte(12)
        for (const word of operation[1]) for (let shift = 0; shift < 32; shift += 8) this.byte((word >>> shift) & 255)
        return
      case 'i8x16.shuffle':
        this.byte(PREFIX)
        this.byte(13)
        return this.all(operation[1])
      default: {
        const code = PLAIN[operation[0]]
        if (code >> 8 !== PREFIX) return this.byte(code)
        this.byte(PREFIX)
        this.unsigned(code & 255)
      }
    }
  }
}

export function moduleOf({ parameters, vectors, before, loop, after }: Program): Uint8Array<ArrayBuffer> {
  const w = new Writer(MOST * (before.length + loop.length + after.length) + parameters + 100)
  w.all([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])

  w.byte(1) // the type: numbers to a number
  const type = w.sized()
  w.all([1, 0x60])
  w.unsigned(parameters)
  for (let i = 0; i < parameters; i++) w.byte(I32)
  w.all([1, I32])
  type()

  w.all([2, 8, 1, 1, 0x6d, 1, 0x6d, 2, 0, 1]) // the memory, of at least one page
  w.all([3, 2, 1, 0])
  w.all([7, 7, 1, 3, 0x72, 0x75, 0x6e, 0, 0])

  w.byte(10)
  const section = w.sized()
  w.byte(1)
  const body = w.sized()
  w.byte(1)
  w.unsigned(vectors)
  w.byte(V128)
  for (const operation of before) w.operation(operation)
  w.all([0x03, 0x40]) // loop
  for (const operation of loop) w.operation(operation)
  w.all([0x20, 0, 0x41, 1, 0x6b, 0x22, 0, 0x0d, 0, 0x0b]) // one round less to do; again, unless that leaves 0; end
  for (const operation of after) w.operation(operation)
  w.byte(0x0b)
  body()
  section()

  return w.bytes.subarray(0, w.length)
}
