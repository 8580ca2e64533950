import type { Digits } from '../hit.ts'
import { words } from '../hit.ts'
import { sentence } from '../source.ts'

const FROM_HEX = /^fromhex\(\s{0,8}["']([0-9a-f\s]{16,20000})["']/di
const ESCAPES = /^b?(["'])((?:\\x[0-9a-f]{2}){8,10000})\1/di

/** Bytes as Python writes them, somewhere in a line: `bytes.fromhex("0101106a")`, `b"\x01\x01"`. */
export const byteLiterals = sentence({
  id: 'python.bytes',
  anchors: ['fromhex(', 'b"\\x', 'b\'\\x'],
  read(text, { pieces }) {
    const match = FROM_HEX.exec(text) ?? ESCAPES.exec(text)
    if (!match) return undefined
    const index = match[2] === undefined ? 1 : 2
    const [from] = match.indices![index]!
    const digits = [...match[index]!.matchAll(/(?:\\x)?([0-9a-f]{2})/gi)].map((m): Digits => ({ value: BigInt(`0x${m[1]!}`), column: from + m.index + m[0].length - 2, length: 2 }))
    return { data: words(digits.length, 1, 'memory', digits, pieces), reading: 'bytes in the order in which they stand', said: {}, notes: [] }
  },
})
