import { formatBytes } from '../../codec/numbers.ts'
import { diagram } from '../../codec/diagram.ts'
import type { Layout } from '../../spec/vocabulary.ts'
import { formOf, ones } from '../form.ts'
import type { Form, FormField } from '../form.ts'
import { dueOf, flatOf, note, placesText, sameSources, textOf } from '../sources.ts'
import type { Sources } from '../sources.ts'
import { ask } from './ask.ts'
import type { AskOptions } from './ask.ts'
import { bytesOf, imageOf, indexOf } from './images.ts'
import { UnusableTestee } from './process.ts'
import { answerOf, questionOf } from './protocol.ts'
import type { Op, VectorRecord } from './vectors.ts'

export interface ProbeOptions extends AskOptions {
  /** Whether a decoder's reading or an encoder's writing is asked about. Default: `decode`. */
  readonly op?: Op
}

/** A field that the testee has at other bits than the table. */
export interface Misplaced {
  readonly field: string
  /** The bits that it reads or writes, most significant first, as the source numbers them. */
  readonly has: string
  readonly due: string
  readonly clause: string
  /** How well the table is supported there; unless `sure`, the table may be the one that is wrong. */
  readonly confidence: FormField['confidence']
}

export interface ProbeReport {
  readonly record: string
  readonly op: Op
  readonly questions: number
  readonly misplaced: readonly Misplaced[]
  /** Questions that it refused or left unanswered, though the bit is one of a field. */
  readonly refused: readonly string[]
  /** The record, with a mark under each bit that differs. */
  readonly figure: string
  readonly ok: boolean
}

/**
 * Finds out which bits of a record a program reads for each bit of each field, by flipping one bit at a time on two valid
 * records, or which it writes, by flipping one bit of a message. It sees position, width, order and halves; it does not see missing checks.
 * @throws {UnusableTestee} where the testee answers nothing that can be compared
 */
export async function probe(record: VectorRecord, command: readonly string[], options: ProbeOptions = {}): Promise<ProbeReport> {
  const { op = 'decode' } = options
  const form = formOf(record.layout)
  const { questions, learn } = op === 'decode' ? decodeQuestions(form) : encodeQuestions(form)
  const answers: (string | undefined)[] = []
  await ask(command, () => questions.map(({ text }) => text), options, (index, told) => {
    answers[index] = 'answer' in told ? told.answer : undefined
  })

  const found = new Map(form.fields.map(({ name }) => [name, [] as Sources]))
  const refused: string[] = []
  let understood = 0
  for (const [i, { about, base, owner }] of questions.entries()) {
    const ours = answers[i] === undefined ? undefined : answerOf(op, answers[i])
    if (ours?.kind === 'skip') continue
    if (ours?.kind !== 'values' && ours?.kind !== 'bytes') {
      if (owner !== 'fixed') refused.push(`${about}: ${ours?.kind === 'error' ? `error ${[ours.code, ours.field].filter(Boolean).join(' ')}` : 'no answer'}`)
      continue
    }
    understood++
    const before = answers[base] === undefined ? undefined : answerOf(op, answers[base])
    if (i !== base && before !== undefined && before.kind === ours.kind) learn(i, before, ours, found)
  }
  if (understood === 0) throw new UnusableTestee(`the testee answers no question about ${form.id}`)

  const marks = new Set<number>()
  const misplaced = form.fields.flatMap((field): Misplaced[] => {
    const has = found.get(field.name)!
    const due = dueOf(field)
    if (sameSources(has, due)) return []
    for (const n of Array(Math.max(has.length, due.length)).keys()) {
      const [a, b] = [has[n] ?? new Set<number>(), due[n] ?? new Set<number>()]
      for (const bit of a) if (!b.has(bit)) marks.add(bit)
      for (const bit of b) if (!a.has(bit)) marks.add(bit)
    }
    return [{ field: field.name, has: textOf(form, has, due), due: field.bits, clause: field.clause, confidence: field.confidence }]
  })
  return { record: form.id, op, questions: questions.length, misplaced, refused, figure: figureOf(form, marks), ok: misplaced.length === 0 && refused.length === 0 }
}

/** What `probe` asks about a layout, without numbers. */
export function questionsFor(layout: Layout, op: Op): string[] {
  const form = formOf(layout)
  return (op === 'decode' ? decodeQuestions(form) : encodeQuestions(form)).questions.map(({ text }) => text)
}

interface Question {
  readonly text: string
  readonly about: string
  /** Index of the question that it is compared with. */
  readonly base: number
  /** What the flipped bit is. */
  readonly owner: 'field' | 'fixed' | 'reserved'
}

type Understood = ReturnType<typeof answerOf>

interface Plan {
  readonly questions: readonly Question[]
  learn(index: number, before: Understood, after: Understood, found: ReadonlyMap<string, Sources>): void
}

function decodeQuestions(form: Form): Plan {
  const owners = new Map<number, Question['owner']>()
  for (const { flat } of form.fixed) for (const { lo, width } of flat) for (let n = 0; n < width; n++) owners.set(lo + n, 'fixed')
  for (const { flat } of form.reserved) for (const { lo, width } of flat) for (let n = 0; n < width; n++) owners.set(lo + n, 'reserved')
  const questions: Question[] = []
  const flips: number[] = []
  for (const full of [false, true]) {
    const bytes = imageOf(form, Object.fromEntries(form.fields.map(({ name, width }) => [name, full ? ones(width) : 0n])))
    const base = questions.length
    const add = (image: Uint8Array, about: string, owner: Question['owner'], flip: number): void => {
      flips.push(flip)
      questions.push({ text: questionOf({ op: 'decode', record: form.id, reserved: 'ignore', hex: formatBytes(image) }), about, base, owner })
    }
    add(bytes, full ? 'all ones' : 'all zero', 'field', -1)
    for (let bit = 0; bit < 8 * form.size; bit++) {
      const image = Uint8Array.from(bytes)
      const index = indexOf(form, bit)
      image[index >> 3]! ^= 1 << (index & 7)
      add(image, `${placesText(form, [bit])} flipped in ${full ? 'all ones' : 'all zero'}`, owners.get(bit) ?? 'field', bit)
    }
  }
  return {
    questions,
    learn(index, before, after, found) {
      if (before.kind !== 'values' || after.kind !== 'values') return
      for (const [name, value] of Object.entries(after.values)) {
        let changed = value ^ (before.values[name] ?? 0n)
        for (let bit = 0; changed !== 0n; bit++, changed >>= 1n) if (changed & 1n && found.has(name)) note(found.get(name)!, bit, flips[index]!)
      }
    },
  }
}

function encodeQuestions(form: Form): Plan {
  const questions: Question[] = []
  const flips: { readonly field: string; readonly bit: number }[] = []
  for (const full of [false, true]) {
    const values = Object.fromEntries(form.fields.map(({ name, width, zeros }) => [name, full ? ones(width) << BigInt(zeros) : 0n]))
    const base = questions.length
    const add = (message: Record<string, bigint>, about: string, field: string, bit: number): void => {
      const texts = Object.fromEntries(Object.entries(message).map(([name, value]) => [name, `0x${value.toString(16)}`]))
      flips.push({ field, bit })
      questions.push({ text: questionOf({ op: 'encode', record: form.id, values: texts }), about, base, owner: 'field' })
    }
    add(values, full ? 'all ones' : 'all zero', '', 0)
    for (const { name, width, zeros } of form.fields) {
      for (let bit = zeros; bit < zeros + width; bit++) add({ ...values, [name]: values[name]! ^ (1n << BigInt(bit)) }, `bit ${bit} of ${name} flipped in ${full ? 'all ones' : 'all zero'}`, name, bit)
    }
  }
  return {
    questions,
    learn(index, before, after, found) {
      if (before.kind !== 'bytes' || after.kind !== 'bytes') return
      const [a, b] = [bytesOf(before.hex)!, bytesOf(after.hex)!]
      for (let bit = 0; bit < 8 * form.size; bit++) {
        const at = indexOf(form, bit)
        if ((((a[at >> 3] ?? 0) ^ (b[at >> 3] ?? 0)) >> (at & 7)) & 1) note(found.get(flips[index]!.field)!, flips[index]!.bit, bit)
      }
    },
  }
}

/** The record's diagram, with `^` under each bit that differs. */
function figureOf(form: Form, marks: ReadonlySet<number>): string {
  const lines = diagram(form.layout).split('\n')
  const out = lines.slice(0, 2)
  const wordBits = 8 * form.word
  let row = 2
  for (let word = 0; word < form.size / form.word; word++) {
    for (let hi = wordBits - 1; hi >= 0; hi -= 32, row += 2) {
      out.push(...lines.slice(row, row + 2))
      const start = lines[row]!.indexOf('+')
      const lo = Math.max(0, hi - 31)
      const marked = Array.from({ length: hi - lo + 1 }, (_, i) => marks.has(flatOf(form, word, hi - i)))
      if (marked.includes(true)) out.push((' '.repeat(start) + marked.map((yes) => (yes ? ' ^' : '  ')).join('')).trimEnd())
    }
  }
  return [...out, ...lines.slice(row)].join('\n')
}
