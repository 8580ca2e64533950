import { ProofFailure } from '../../symbolic/values.ts'

/**
 * Reads the bytes of a module as WebAssembly says, and takes no other than this one: it imports a memory, and exports a
 * function that carries out a loop. Written for the proof: it shares nothing with what writes them.
 */

/** An instruction: its name in the WebAssembly specification, with its numbers. */
export interface Instruction {
  readonly name: string
  readonly numbers: readonly number[]
}

/** A function of numbers of 32 bits that is a loop: it goes round as often as its first says, at least once. */
export interface LoopFunction {
  readonly parameters: number
  /** Locals of 128 bits behind the parameters. */
  readonly vectors: number
  readonly before: readonly Instruction[]
  readonly loop: readonly Instruction[]
  /** Leaves the number that is given back. */
  readonly after: readonly Instruction[]
}

type Numbers = 'none' | 'index' | 'signed' | 'memory' | 'bytes'

/** WebAssembly 2.0, 5.4: instructions by their code, those of vectors from 0x100. */
const INSTRUCTIONS: Readonly<Record<number, readonly [name: string, numbers: Numbers]>> = {
  0x0b: ['end', 'none'], 0x0d: ['br_if', 'index'], 0x20: ['local.get', 'index'], 0x21: ['local.set', 'index'], 0x22: ['local.tee', 'index'],
  0x41: ['i32.const', 'signed'], 0x6a: ['i32.add', 'none'], 0x6b: ['i32.sub', 'none'],
  0x100: ['v128.load', 'memory'], 0x10b: ['v128.store', 'memory'], 0x10c: ['v128.const', 'bytes'], 0x10d: ['i8x16.shuffle', 'bytes'],
  0x14e: ['v128.and', 'none'], 0x150: ['v128.or', 'none'], 0x151: ['v128.xor', 'none'], 0x153: ['v128.any_true', 'none'],
  0x166: ['i8x16.narrow_i16x8_u', 'none'], 0x186: ['i16x8.narrow_i32x4_u', 'none'],
  0x18b: ['i16x8.shl', 'none'], 0x18d: ['i16x8.shr_u', 'none'], 0x1ab: ['i32x4.shl', 'none'], 0x1ad: ['i32x4.shr_u', 'none'],
}

const I32 = 0x7f
const V128 = 0x7b
const LOOP = 0x03
const EMPTY = 0x40
const VECTORS = 0xfd

class Bytes {
  at = 0
  readonly bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  byte(): number {
    return this.bytes[this.at++] ?? fail('more bytes than there are')
  }

  expect(what: string, ...bytes: readonly number[]): void {
    for (const byte of bytes) if (this.byte() !== byte) fail(`no ${what}`)
  }

  /** LEB128. */
  unsigned(): number {
    let value = 0
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.byte()
      value += (byte & 0x7f) * 2 ** shift
      if (byte < 0x80) return value < 2 ** 32 ? value : fail('a number of more than 32 bits')
    }
    return fail('a number that is too long')
  }

  signed(): number {
    let value = 0
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.byte()
      value += (byte & 0x7f) * 2 ** shift
      if (byte < 0x80) return (byte & 0x40) !== 0 ? value - 2 ** (shift + 7) : value
    }
    return fail('a number that is too long')
  }

  /** The number of a section, and where it ends. */
  section(id: number): number {
    this.expect(`section ${id}`, id)
    return this.unsigned() + this.at
  }

  ends(end: number): void {
    if (this.at !== end) fail('a section of another size')
  }
}

export function loopOf(module: Uint8Array): LoopFunction {
  const bytes = new Bytes(module)
  bytes.expect('WebAssembly of version 1', 0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)
  let end = bytes.section(1)
  bytes.expect('one type, of a function', 1, 0x60)
  const parameters = bytes.unsigned()
  bytes.expect('numbers of 32 bits', ...Array<number>(parameters).fill(I32), 1, I32)
  bytes.ends(end)
  end = bytes.section(2)
  bytes.expect('memory m.m', 1, 1, 0x6d, 1, 0x6d, 2, 0, 1)
  bytes.ends(end)
  end = bytes.section(3)
  bytes.expect('one function of that type', 1, 0)
  bytes.ends(end)
  end = bytes.section(7)
  bytes.expect('export run', 1, 3, 0x72, 0x75, 0x6e, 0, 0)
  bytes.ends(end)
  end = bytes.section(10)
  bytes.expect('one body', 1)
  const size = bytes.unsigned()
  if (bytes.at + size !== end || end !== module.length) fail('a body of another size')
  bytes.expect('locals of one kind', 1)
  const vectors = bytes.unsigned()
  bytes.expect('vectors', V128)
  const before = instructions(bytes, () => bytes.bytes[bytes.at] === LOOP)
  bytes.expect('loop', LOOP, EMPTY)
  const loop = instructions(bytes, () => loopEnds(bytes))
  bytes.at += TAIL.length
  const after = instructions(bytes, () => bytes.at === end - 1)
  bytes.expect('end', 0x0b)
  return { parameters, vectors, before, loop, after }
}

/** One off the first parameter; again, unless that leaves 0; the end of the loop. */
const TAIL = [0x20, 0, 0x41, 1, 0x6b, 0x22, 0, 0x0d, 0, 0x0b]

const loopEnds = ({ bytes, at }: Bytes): boolean => TAIL.every((byte, i) => bytes[at + i] === byte)

function instructions(bytes: Bytes, ended: () => boolean): Instruction[] {
  const list: Instruction[] = []
  while (!ended()) {
    const first = bytes.byte()
    const code = first === VECTORS ? 0x100 + bytes.unsigned() : first
    const [name, numbers] = INSTRUCTIONS[code] ?? fail(`instruction 0x${code.toString(16)}`)
    if (name === 'end' || name === 'br_if') fail(`${name} where nothing ends`)
    if (numbers === 'index') list.push({ name, numbers: [bytes.unsigned()] })
    else if (numbers === 'signed') list.push({ name, numbers: [bytes.signed()] })
    else if (numbers === 'memory') {
      // What alignment is promised makes no difference to what is done.
      bytes.unsigned()
      list.push({ name, numbers: [bytes.unsigned()] })
    } else list.push({ name, numbers: numbers === 'bytes' ? Array.from({ length: 16 }, () => bytes.byte()) : [] })
  }
  return list
}

function fail(what: string): never {
  throw new ProofFailure(`not the module of a loop: ${what}`)
}
