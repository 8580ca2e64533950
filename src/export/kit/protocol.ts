import { formatBytes } from '../../codec/numbers.ts'
import { CodecError } from '../../codec/errors.ts'
import type { AnyMessage } from '../../codec/message.ts'
import { formOf } from '../form.ts'
import { bytesOf } from './images.ts'
import { messageValue, textsOf } from './vectors.ts'
import type { Op, Vector, VectorRecord } from './vectors.ts'

/**
 * The text protocol between the kit and a decoder of anybody's: a question a line, an answer a line, words apart by a space.
 * Text, because C, Verilog and the shell have no JSON; a question of one record and op always has the same number of words.
 */

export const VERSION = 1

/** A question without its number. */
export function questionOf({ op, record, reserved, hex, values = {} }: Pick<Vector, 'op' | 'record' | 'reserved' | 'hex' | 'values'>): string {
  if (op === 'decode') return `decode ${record} ${reserved === 'ignore' ? 'ignore-reserved' : 'strict'} ${hex || '-'}`
  return ['encode', record, ...Object.entries(values).map(([name, value]) => `${name}=${value}`)].join(' ')
}

/** What a testee said, without the number. */
export type Answer =
  | { readonly kind: 'values'; readonly values: Readonly<Record<string, bigint>> }
  | { readonly kind: 'bytes'; readonly hex: string }
  | { readonly kind: 'error'; readonly code: string; readonly field?: string }
  | { readonly kind: 'skip'; readonly why: string }
  | { readonly kind: 'unreadable'; readonly text: string }

/** Reads an answer to a question of `op`. Values are hexadecimal with 0x, or decimal, in any order. */
export function answerOf(op: Op, text: string): Answer {
  const [verb, ...words] = text.trim().split(/\s+/)
  const unreadable: Answer = { kind: 'unreadable', text: text.length > 80 ? `${text.slice(0, 80)}…` : text }
  if (verb === 'skip') return { kind: 'skip', why: words.join(' ') }
  if (verb === 'error') return words[0] === undefined ? unreadable : { kind: 'error', code: words[0], ...(words[1] !== undefined && { field: words[1] }) }
  if (verb !== 'ok') return unreadable
  if (op === 'encode') return words.length === 1 && bytesOf(words[0]!) ? { kind: 'bytes', hex: words[0]!.toLowerCase() } : unreadable
  const values: Record<string, bigint> = {}
  for (const word of words) {
    const [, name, value] = /^([A-Za-z][A-Za-z0-9]*)=(0x[0-9a-fA-F]+|[0-9]+)$/.exec(word) ?? []
    if (name === undefined || Object.hasOwn(values, name)) return unreadable
    values[name] = BigInt(value!)
  }
  return { kind: 'values', values }
}

/** How an answer was judged. `advice` is a difference that fails nobody: the field of an error. */
export interface Judgement {
  readonly verdict: 'passed' | 'failed' | 'skipped'
  /** What is wrong, or why it was skipped. */
  readonly reason?: string
  readonly advice?: string
}

/** Compares an answer with what is due. */
export function judge(vector: Vector, answer: Answer): Judgement {
  const failed = (reason: string): Judgement => ({ verdict: 'failed', reason })
  if (answer.kind === 'skip') return { verdict: 'skipped', reason: answer.why }
  if (answer.kind === 'unreadable') return failed(`is no answer: ${JSON.stringify(answer.text)}`)
  const { error, hex, values, op } = vector
  if (error) {
    const due = ['error', error.code, error.field].filter((part) => part !== undefined).join(' ')
    if (answer.kind !== 'error') return failed(`accepted, should be: ${due}`)
    if (answer.code !== error.code) return failed(`error ${answer.code}, should be: ${due}`)
    const sameField = error.field === undefined || answer.field === error.field
    return { verdict: 'passed', ...(!sameField && { advice: `names ${answer.field ?? 'no field'} in ${due}` }) }
  }
  if (answer.kind === 'error') return failed(`refused with ${[answer.code, answer.field].filter(Boolean).join(' ')}, should be accepted`)
  if (op === 'encode') return answer.kind === 'bytes' && answer.hex === hex ? { verdict: 'passed' } : failed(`wrote ${answer.kind === 'bytes' ? answer.hex : 'values'}, should be ${hex}`)
  if (answer.kind !== 'values') return failed('gave bytes, should give values')
  const wrong = Object.entries(values!).filter(([name, value]) => answer.values[name] !== BigInt(value))
  const differences = wrong.map(([name, value]) => `${name} is ${answer.values[name] === undefined ? 'missing' : `0x${answer.values[name].toString(16)}`}, should be ${value}`)
  const extra = Object.keys(answer.values).filter((name) => !Object.hasOwn(values!, name))
  differences.push(...extra.map((name) => `${name} is no field`))
  return differences.length === 0 ? { verdict: 'passed' } : failed(differences.join('; '))
}

/** The answer of the library itself to a line of the protocol; undefined to a line that is none. */
export function reply(records: ReadonlyMap<string, VectorRecord>, line: string): string | undefined {
  const words = line.trim().split(/\s+/)
  if (words[0] === 'hello') return `hello ${VERSION} name=pci-ats-pri ops=decode,encode records=${[...records.keys()].join(',')}`
  const [number, op, id, ...rest] = words
  if (number === undefined || !/^\d+$/.test(number)) return undefined
  const record = records.get(id ?? '')
  if (!record) return `${number} skip no record is called ${id}`
  return `${number} ${replyTo(record, op, rest)}`
}

function replyTo(record: VectorRecord, op: string | undefined, words: readonly string[]): string {
  try {
    if (op === 'decode') {
      const [mode, hex] = words
      const bytes = bytesOf(hex === '-' ? '' : (hex ?? 'x'))
      if (!bytes || (mode !== 'strict' && mode !== 'ignore-reserved')) return 'skip the question is not: decode RECORD strict|ignore-reserved HEX'
      const message = record.decode(bytes, 0, { reserved: mode === 'strict' ? 'reject' : 'ignore' })
      return ['ok', ...Object.entries(textsOf(message)).map(([name, value]) => `${name}=${value}`)].join(' ')
    }
    if (op !== 'encode') return `skip no op is called ${op}`
    const message: AnyMessage = {}
    const { fields } = formOf(record.layout)
    for (const word of words) {
      const [, name, value] = /^(\w+)=(0x[0-9a-fA-F]+|\d+)$/.exec(word) ?? []
      const field = fields.find((candidate) => candidate.name === name)
      if (!field) return `skip ${word} gives no field a number`
      message[field.name] = messageValue(field, BigInt(value!))
    }
    return `ok ${formatBytes(record.encode(message))}`
  } catch (error) {
    if (!(error instanceof CodecError)) throw error
    const named = (error.code === 'fixed' || error.code === 'range') && error.field !== undefined
    return `error ${error.code}${named ? ` ${error.field}` : ''}`
  }
}
