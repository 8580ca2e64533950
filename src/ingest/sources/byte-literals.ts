import type { Hit } from '../hit.ts'
import { whole } from '../hit.ts'
import type { Span } from '../hit.ts'
import { byteString } from '../hex/byte-string.ts'
import { unlessNoHex } from '../hex/row.ts'
import { placesOf } from '../line.ts'
import type { Line } from '../line.ts'
import type { Source } from '../source.ts'
import { isNamed, readOfFaults } from './strace.ts'

const ID = 'python.bytes'

const FROM_HEX = /^fromhex\(\s{0,8}["']([0-9a-f\s]{16,20000})["']/di
/** A literal from what stands before it on, a `b` of Python or a mark of any other language: of what can be printed, and of escapes. */
const LITERAL = /^(.)("(?:[^"\\]|\\.){8,20000}"|'(?:[^'\\]|\\.){8,20000}')/
const BEFORE = ['b', ' ', '(', '=', '{']

/** Bytes as Python writes them, somewhere in a line: `bytes.fromhex("0101106a")`, `b"\x01;E#"`; and strings that begin with an escape, in octal as gdb and strace write it. */
export const byteLiterals: Source = {
  id: ID,
  anchors: ['fromhex(', ...BEFORE.flatMap((mark) => [`${mark}"\\x`, `${mark}'\\x`]), ...Array.from({ length: 8 }, (_, digit) => ` "\\${digit}`)],
  open(line, column) {
    const text = line.text.slice(column)
    const string = column + (text.startsWith(' ') ? 1 : 0)
    if (isNamed(line, string)) return undefined
    const faults = readOfFaults(line, string)
    if (faults) return faults
    const hit = fromHex(text, column, line) ?? literal(text, column, line)
    return hit && { done: true, patience: 0, take: () => false, hits: () => [hit] }
  },
}

/** Bytes that stand in a line, in escapes or in digits. */
export function hitOf({ number, pieces }: Line, groups: readonly string[], starts: readonly number[], column: number, isOfPython = true): Hit {
  const bytes = Uint8Array.from(groups, (digits) => Number.parseInt(digits, 16))
  const spans = starts.flatMap((at, offset): Span[] => (at < 0 ? [] : [{ ...placesOf(pieces, column + at, 2), offset, size: 1, order: 'memory' }]))
  return { source: ID, line: number, lastLine: number, data: whole(bytes, spans), reading: 'bytes in the order in which they stand', said: {}, notes: [], ...(!isOfPython && { doubtful: 'prose' as const }) }
}

function fromHex(text: string, column: number, line: Line): Hit | undefined {
  const match = FROM_HEX.exec(text)
  if (!match) return undefined
  const [from] = match.indices![1]!
  const pairs = [...match[1]!.matchAll(/[0-9a-f]{2}/gi)]
  return hitOf(line, pairs.map(([digits]) => digits), pairs.map(({ index }) => from + index), column)
}

/** A string of bytes, from what stands before its quote on. */
export function literal(text: string, column: number, line: Line): Hit | undefined {
  const match = LITERAL.exec(text)
  if (!match) return undefined
  const row = unlessNoHex(() => byteString(match[2]!))
  if (!row) return undefined
  const hit = hitOf(line, row.groups, row.places.starts, column + 1, match[1] === 'b')
  const total = Number(CUT.exec(text.slice(match[0].length, match[0].length + 200))?.[1] ?? 0)
  // What is no whole number of the smallest entries of a queue is none of them.
  return total % ENTRY === 0 ? hit : undefined
}

/** What strace writes behind a string that it has cut: how many bytes were asked for, and how many there were. */
const CUT = /^\.\.\., \d{1,7}\)\s{1,80}= (\d{1,7})/
/** Bytes of the smallest entry of a queue. */
const ENTRY = 16
