import type { Hit } from '../hit.ts'
import { byteString } from '../hex/byte-string.ts'
import { unlessNoHex } from '../hex/row.ts'
import type { Line } from '../line.ts'
import type { Source } from '../source.ts'
import { hitOf, literal } from './byte-literals.ts'
import { isNamed } from './strace.ts'

const ID = 'python.bytes'

/** Characters before two bytes that are 0 in which the first byte is looked for. */
const NEAR = 72

/** The beginning of a string of bytes of which the first can be printed. */
const QUOTED = /(?:^|[\s(=[{,:])b?(["'])[^\\"'](?:\\.|[^\\"']){0,64}$/
/** The beginning of bytes without quotes: an escape, and the blank or the colon that it stands behind. */
const BARE = /[\s:](?=\\x[0-9a-f]{2})/
const PAIR = /\\(?:x00|0|000)\\(?:x00|0)/
const AGAIN = /\\(?:x00|0|000)$/
/** Fewer bytes than this are any string. */
const LEAST = 8
/** Escapes alone are told by their shape. */
const ESCAPES = /^(?:\\x[0-9a-f]{2}){8}/
/** Bytes without quotes: behind the last escape what can be printed, up to a blank. */
const BYTES = /^(?:\\x[0-9a-f]{2}[\x20-\x5b\x5d-\x7e]{0,64}(?=\\x)|\\x[0-9a-f]{2}){4,4096}[\x21-\x5b\x5d-\x7e]{0,8}(?=\s|$)/

/**
 * Bytes of which those that can be printed stand as they are and the others as escapes, and which do not begin as such a string
 * does: those of bpftrace have no quotes, and the first of a packet can be printed.
 */
export const escapedBytes: Source = {
  id: ID,
  anchors: ['\\x00\\x00', '\\0\\0', '\\000\\000'],
  open(line, column) {
    const from = Math.max(0, column - NEAR)
    const before = line.text.slice(from, column)
    const quoted = QUOTED.exec(before)
    const found = quoted ?? BARE.exec(before)
    // Of all pairs of a string the first tells it.
    if (!found || AGAIN.test(before) || PAIR.test(before.slice(found.index))) return undefined
    const at = from + found.index + found[0].length
    const hit = quoted ? inQuotes(line, quoted, from) : bare(line, at)
    return hit && { done: true, patience: 0, take: () => false, hits: () => [hit] }
  },
}

function inQuotes(line: Line, { 0: all, 1: quote, index }: RegExpExecArray, from: number): Hit | undefined {
  const at = from + index + all.indexOf(quote!)
  const hit = isNamed(line, at) ? undefined : literal(` ${line.text.slice(at)}`, at - 1, line)
  return hit && hit.data!.bytes.length >= LEAST ? hit : undefined
}

function bare(line: Line, at: number): Hit | undefined {
  const text = line.text.slice(at)
  const [bytes] = BYTES.exec(text) ?? []
  const row = bytes === undefined || ESCAPES.test(text) ? undefined : unlessNoHex(() => byteString(bytes))
  if (!row) return undefined
  const { doubtful: _, ...hit } = hitOf(line, row.groups, row.places.starts, at)
  return { ...hit, said: { label: line.text.slice(0, at).trim() }, doubtful: line.stamped ? 'log' : 'prose' }
}
