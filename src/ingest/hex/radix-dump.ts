import type { Row } from './row.ts'

/** Digits of an octal word, by its size in bytes: od writes as few as the size needs, gdb one or two more. */
const OCTAL: Readonly<Record<number, number>> = { 3: 1, 6: 2, 11: 4, 12: 4, 22: 8, 23: 8, 24: 8 }

const OD = /^([0-7]{7,16})((?: {1,12}(?:[0-7]{3}|[0-7]{6}|[0-7]{11}|[0-7]{22}))+)$/
const GDB = /^(?:0x)?([0-9a-f]{4,16})(?:\s?<[^<>]{0,80}>)?:((?:\s{1,8}0[0-7]{10,23})+)$/i
const XXD = /^([0-9a-f]{8}):((?: [01]{8}){1,16})( {2}.{1,160})$/i

/**
 * A dump whose words are octal or binary: `od` without an option, `od -to1`, gdb `x/go` and `x/wo`, `xxd -b`.
 * Its digits are no hexadecimal ones, so that no byte has a place in the text.
 */
export function radixDump(line: string): Row | undefined {
  const binary = XXD.exec(line)
  if (binary) {
    const bytes = wordsOf(binary[2]!).map((digits) => Number.parseInt(digits, 2))
    const text = bytes.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join('')
    // Words of eight digits that are 0 and 1 by chance have no such text behind them.
    const behind = binary[3]!.padEnd(text.length)
    return behind.trimStart() === text.trimStart() || behind.trim() === text.trim() ? rowOf(binary[1]!, bytes.map(BigInt), 1, true) : undefined
  }
  const octal = OD.exec(line) ?? GDB.exec(line)
  if (!octal) return undefined
  const words = wordsOf(octal[2]!)
  const size = OCTAL[words[0]!.length]
  const values = words.map((digits) => BigInt(`0o${digits}`))
  if (size === undefined || words.some(({ length }) => length !== words[0]!.length) || values.some((value) => value >= 1n << BigInt(8 * size))) return undefined
  return { ...rowOf(octal[1]!, values, size, line.includes(':')), bare: !line.includes(':') }
}

const wordsOf = (text: string): string[] => text.trim().split(/\s+/)

function rowOf(offset: string, values: readonly bigint[], size: number, sure: boolean): Row {
  const nowhere = values.map(() => -1)
  return { offset, sure, groups: values.map((value) => value.toString(16).padStart(2 * size, '0')), places: { starts: nowhere, ends: nowhere }, order: size === 1 ? 'bytes' : 'number' }
}
