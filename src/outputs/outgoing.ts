import { CodecError } from '../codec/errors.ts'
import type { TlpMode } from '../packet/index.ts'

/** Bytes that are to be handed to another tool. */
export interface Outgoing {
  readonly bytes: Uint8Array
  /** What they are, for a comment: one line of plain text. */
  readonly title: string
  /** How the link frames them; undefined where they are no packet. */
  readonly mode?: TlpMode
}

/** How bytes are written as text. */
export interface TextForm {
  /** What it is, for a list of forms. */
  readonly title: string
  /** Lines that stand once before and behind all records. */
  readonly before?: readonly string[]
  readonly behind?: readonly string[]
  /**
   * The lines of one record.
   * @param number from 1, for its name
   * @throws {CodecError} `translate` for bytes that the form cannot hold
   */
  lines(outgoing: Outgoing, number: number): readonly string[]
}

/** @throws {CodecError} `translate` */
export function refuse(form: string, expected: string, actual: unknown): never {
  throw new CodecError({ code: 'translate', record: 'output', field: form, expected, actual })
}

const hex = (byte: number): string => byte.toString(16).padStart(2, '0')

/** All bytes as one run of digits. */
export const digits = (bytes: Uint8Array): string => Array.from(bytes, hex).join('')

/** Eight bytes a line, each between `before` and a comma. */
export function rows(bytes: Uint8Array, before: string, indent: string): string[] {
  const lines: string[] = []
  for (let at = 0; at < bytes.length; at += 8) {
    const row = Array.from(bytes.subarray(at, at + 8), (byte) => `${before}${hex(byte)}`).join(', ')
    lines.push(`${indent}${row}${at + 8 < bytes.length ? ',' : ''}`)
  }
  return lines
}
