import { PLAIN } from './operations.ts'
import type { Operation, Program } from './operations.ts'

/** A program as the bytes of a WebAssembly module, which takes its memory as `m.m` and gives the function as `run`. */

const I32 = 0x7f
const V128 = 0x7b
const PREFIX = 0xfd

/** An unsigned number, seven bits in a byte, the low ones first. */
function unsigned(bytes: number[], n: number): void {
  for (; n > 127; n >>>= 7) bytes.push((n & 127) | 128)
  bytes.push(n)
}

/** A signed number: its last byte says in bit 6 whether it is negative. */
function signed(bytes: number[], n: number): void {
  for (; n < -64 || n > 63; n >>= 7) bytes.push((n & 127) | 128)
  bytes.push(n & 127)
}

function write(bytes: number[], operation: Operation): void {
  switch (operation[0]) {
    case 'local.get':
    case 'local.set':
      bytes.push(operation[0] === 'local.get' ? 0x20 : 0x21)
      return unsigned(bytes, operation[1])
    case 'i32.const':
      bytes.push(0x41)
      return signed(bytes, operation[1])
    case 'v128.load':
    case 'v128.store':
      // The 0 between says that no alignment is promised.
      bytes.push(PREFIX, operation[0] === 'v128.load' ? 0 : 11, 0)
      return unsigned(bytes, operation[1])
    case 'v128.const':
      bytes.push(PREFIX, 12)
      for (const word of operation[1]) bytes.push(word & 255, (word >>> 8) & 255, (word >>> 16) & 255, word >>> 24)
      return
    case 'i8x16.shuffle':
      bytes.push(PREFIX, 13, ...operation[1])
      return
    default: {
      const code = PLAIN[operation[0]]
      if (code >> 8 === PREFIX) {
        bytes.push(PREFIX)
        return unsigned(bytes, code & 255)
      }
      bytes.push(code)
    }
  }
}

function section(id: number, body: readonly number[]): number[] {
  const bytes = [id]
  unsigned(bytes, body.length)
  return bytes.concat(body)
}

export function moduleOf({ parameters, vectors, before, loop, after }: Program): Uint8Array<ArrayBuffer> {
  const code = [1]
  unsigned(code, vectors)
  code.push(V128)
  for (const operation of before) write(code, operation)
  code.push(0x03, 0x40) // loop
  for (const operation of loop) write(code, operation)
  code.push(0x20, 0, 0x41, 1, 0x6b, 0x22, 0, 0x0d, 0, 0x0b) // one round less to do; again, unless that leaves 0; end
  for (const operation of after) write(code, operation)
  code.push(0x0b)

  const type = [1, 0x60]
  unsigned(type, parameters)
  for (let i = 0; i < parameters; i++) type.push(I32)
  type.push(1, I32)
  const body = [1]
  unsigned(body, code.length)

  return Uint8Array.from([
    0, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
    ...section(1, type),
    ...section(2, [1, 1, 0x6d, 1, 0x6d, 2, 0, 1]), // the memory, of at least one page
    ...section(3, [1, 0]),
    ...section(7, [1, 3, 0x72, 0x75, 0x6e, 0, 0]),
    ...section(10, body.concat(code)),
  ])
}
