import type { FindingId } from '../spec/finding-ids.ts'
import { perLayout } from '../spec/per-layout.ts'
import { readerOf } from '../spec/role-fields.ts'
import type { Read } from '../spec/role-fields.ts'
import type { CheckContext, Values } from '../spec/rules/context.ts'
import { factsOf, rulesOf } from '../spec/rules/facts.ts'
import type { BoundRule, Facts } from '../spec/rules/facts.ts'
import type { Layout, Severity } from '../spec/vocabulary.ts'
import { checkOptions } from './arguments.ts'
import { CodecError } from './errors.ts'
import { bitsOf } from './message.ts'

/** Something about a record that you should know. */
export interface Finding {
  /** Stable name of what was found: of a rule, or of what the codec itself asks (`type`, `truncated`, `fixed`, `reserved`, `unnamed-value`). */
  readonly id: FindingId
  readonly severity: Severity
  /** A sentence that says what to do. */
  readonly message: string
  readonly clause: string
  /** Revision of the specification from which the rule holds. Missing where the codec itself asks: its table is of one revision. */
  readonly since?: string
  /** The field or fixed value concerned. */
  readonly field?: string
  readonly bits?: string
}

/** What `check` asks of a record; every record of the library and of `defineRecord` has it. */
export interface CheckedRecord<M, I> {
  readonly layout: Layout
  decode(bytes: Uint8Array): M
  encode(message: I): Uint8Array
}

const CONTEXT = ['pasidPrefix', 'pageRequest', 'translationRequest', 'invalidateRequest', 'capabilities', 'pageSize', 'readCompletionBoundary', 'reserved']

/** The rules that a message breaks. */
export function check<M extends object, I>(record: CheckedRecord<M, I>, message: I, context: CheckContext = {}): Finding[] {
  checkOptions(record.layout.id, context, CONTEXT, 'context')
  const { pageSize = 4096, readCompletionBoundary = 128 } = context
  const wrong = (field: string, expected: string, actual: unknown): never => {
    throw new CodecError({ code: 'range', record: record.layout.id, field: `context.${field}`, expected, actual })
  }
  if (!Number.isInteger(Math.log2(pageSize)) || pageSize < 4096) wrong('pageSize', 'a power of two from 4096', pageSize)
  if (readCompletionBoundary !== 64 && readCompletionBoundary !== 128) wrong('readCompletionBoundary', '64 or 128', readCompletionBoundary)
  return findingsOf(record.layout, record.decode(record.encode(message)) as Values, context)
}

/** The rules of a layout that a whole message breaks. */
export function findingsOf(layout: Layout, message: Values, context: CheckContext): Finding[] {
  const findings: Finding[] = []
  const facts = factsOf(layout, message, context)
  const list = askedOf(layout, message, facts)
  for (let i = 0; i < list.length; i++) {
    const speaker = list[i]!
    const text = speaker.rule.test(message, facts, context)
    if (text !== undefined) findings.push(findingOf(speaker, text))
  }
  return findings
}

/** Thrown and caught here, for all that asks for what is not there: made once, because a stack takes long to write down. */
const ABSENT = /* @__PURE__ */ new Error('a field is not there')

/** The rules that the fields which are known break. A rule that asks for one that is not has nothing to say. */
export function findingsOfPart(layout: Layout, message: Values, context: CheckContext): Finding[] {
  const known = new Proxy(message, {
    get(target, name) {
      if (typeof name === 'string' && !Object.hasOwn(target, name) && Object.hasOwn(layout.fields, name)) throw ABSENT
      return Reflect.get(target, name) as unknown
    },
  })
  const facts = factsOf(layout, known, context)
  return speakersOf(layout).all.flatMap((speaker) => {
    const text = unlessAbsent(() => speaker.rule.test(known, facts, context))
    return text === undefined ? [] : [findingOf(speaker, text)]
  })
}

function unlessAbsent<T>(ask: () => T): T | undefined {
  try {
    return ask()
  } catch (error) {
    if (error === ABSENT) return undefined
    throw error
  }
}

/** A rule, and what it said last. Most say one thing only: the finding of it is made once, and is one object from then on. */
interface Speaker {
  readonly rule: BoundRule
  /** Of the field concerned. */
  readonly bits: string | undefined
  text: string | undefined
  finding: Finding | undefined
}

interface Speakers {
  readonly all: readonly Speaker[]
  /** The facts that some rules are of alone. */
  readonly flags: readonly Read[]
  /** By the values of those, the rules that are asked: of those which are of flags alone the ones that speak, and all others. */
  readonly asked: (readonly Speaker[] | undefined)[]
}

/** Flags whose values are told apart: a record has at most 2^8 such lists. */
const TOLD_APART = 8

const speakersOf = /* @__PURE__ */ perLayout((layout): Speakers => {
  const all = rulesOf(layout).map((rule): Speaker => {
    const at = rule.field === undefined ? undefined : (layout.fields[rule.field] ?? layout.fixed?.[rule.field])?.at
    return { rule, bits: at && bitsOf(layout, at), text: undefined, finding: undefined }
  })
  const names = [...new Set(all.flatMap(({ rule }) => rule.flags ?? []))]
  return { all, flags: names.length > TOLD_APART ? [] : names.map((name) => readerOf(layout, name)!), asked: [] }
})

/** The rules that may have something to say of a message with its flags: most of them are of flags alone, and silent. */
function askedOf(layout: Layout, message: Values, facts: Facts): readonly Speaker[] {
  const { all, flags, asked } = speakersOf(layout)
  if (flags.length === 0) return all
  let values = 0
  for (let i = 0; i < flags.length; i++) {
    const value = flags[i]!(message, undefined)
    if (value === undefined) return all
    values = (values << 1) | Number(value)
  }
  return (asked[values] ??= all.filter(({ rule }) => rule.flags === undefined || rule.test(message, facts, {}) !== undefined))
}

function findingOf(speaker: Speaker, text: string): Finding {
  if (speaker.text !== text) {
    speaker.text = text
    speaker.finding = undefined
    return findingFrom(speaker, text)
  }
  return (speaker.finding ??= Object.freeze(findingFrom(speaker, text)))
}

function findingFrom({ rule: { id, severity, clause, since, field }, bits }: Speaker, text: string): Finding {
  if (field === undefined) return { id, severity, message: text, clause, since }
  return bits === undefined ? { id, severity, message: text, clause, since, field } : { id, severity, message: text, clause, since, field, bits }
}
