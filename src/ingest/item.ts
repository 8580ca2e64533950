import type { Finding } from '../codec/check.ts'
import type { AnyMessage } from '../codec/message.ts'
import { PAIRS } from '../codec/numbers.ts'
import type { TlpMode } from '../packet/index.ts'
import type { Hit, Known } from './hit.ts'

/** One record of an input, or one line that says something about records. */
export interface Item {
  /** Id of the source, such as `linux.smmuv3.event`. */
  readonly source: string
  /** First and last line, from 1; for a file of bytes without lines, 0. */
  readonly line: number
  readonly lastLine: number
  /** Where it begins in a file of bytes. */
  readonly offset?: bigint | undefined
  /** Id of the record; null where none is known. */
  readonly record: string | null
  /** What it is called: the title of the record, the name that its place gives the entry, or what the input calls it. */
  readonly name: string
  /** How the bytes were read, such as `words of 64 bits, as numbers`; empty where the input holds values. */
  readonly reading: string
  readonly data?: Known
  /** Fields, fixed values and reserved bits that the input does not hold, by name. */
  readonly absent: readonly string[]
  /** Values of the fields that are there. */
  readonly message: AnyMessage
  /** Values that have a name, by field. */
  readonly names: Readonly<Record<string, string>>
  /** What a colleague would say. */
  readonly summary: string
  readonly findings: readonly Finding[]
  /** What the input says beside the record. */
  readonly said: Hit['said']
  /** Whether other readings fit as well; they are items of the same line. */
  readonly ambiguous: boolean
  /** What the option of this name takes to choose this reading, where others fit as well. */
  readonly as?: string
  /** Whether the bytes are no record of their place: a fixed value differs, a reserved bit is set. */
  readonly bad: boolean
  /** How the link frames it, where it is a packet. */
  readonly mode?: TlpMode
  /** Table of the header of a packet that is no record: one of `headers`. */
  readonly header?: string | undefined
}

/** Bytes in memory order as hexadecimal digits, with `??` for a byte that is not wholly known. */
export function hexOf({ bytes, known }: Known): string {
  let text = ''
  for (let i = 0; i < bytes.length; i++) text += known[i] === 0xff ? PAIRS[bytes[i]!] : '??'
  return text
}
