import { ask } from './ask.ts'
import type { AskOptions, Hello } from './ask.ts'
import { matcherOf } from './failures.ts'
import type { ListedFailure } from './failures.ts'
import { answerOf, judge, questionOf } from './protocol.ts'
import { vectorsOf } from './vectors.ts'
import type { Vector, VectorOptions, VectorRecord } from './vectors.ts'

export interface ConformanceOptions extends AskOptions, VectorOptions {
  /** `values`: only what decodes is asked, for decoders that check nothing. Default: `strict`, everything. */
  readonly level?: 'values' | 'strict'
  /** Vectors that are known to fail: see `parseFailures`. */
  readonly failures?: readonly ListedFailure[]
}

export interface Failure {
  readonly name: string
  readonly reason: string
}

export interface Report {
  readonly testee?: string
  /** What the testee said that it knows; it was asked nothing else. */
  readonly ops?: readonly string[]
  readonly records?: readonly string[]
  readonly asked: number
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** Failures that are not listed. */
  readonly failures: readonly Failure[]
  readonly listed: readonly Failure[]
  /** Entries of the list of which nothing failed. */
  readonly stale: readonly string[]
  /** Passed, but named another field in an error than the library would. */
  readonly advice: readonly Failure[]
  /** Why vectors were skipped, with their number. */
  readonly skips: Readonly<Record<string, number>>
  readonly seed: number
  readonly restarts: number
  /** Lines of the testee that answered nothing. */
  readonly noise: number
  readonly stderr: string
  readonly ok: boolean
}

/**
 * Asks a decoder of anybody's every vector of the records, and compares.
 * @param command the testee: a program with its arguments, which answers the text protocol
 * @throws {UnusableTestee} where no verdict is possible; {RangeError} where the list names what is not asked
 */
export async function conformance(records: readonly VectorRecord[], command: readonly string[], options: ConformanceOptions = {}): Promise<Report> {
  const { level = 'strict', failures: listed = [], seed = 1 } = options
  let vectors: readonly Vector[] = []
  let said: Hello = {}
  const results = new Map<number, { readonly verdict: 'passed' | 'failed' | 'skipped'; readonly reason?: string }>()
  const advice: Failure[] = []
  const skips: Record<string, number> = {}

  const vectorsOfAll = (some: readonly VectorRecord[]): Vector[] =>
    some.flatMap((record) => [...vectorsOf(record, options)]).filter(({ op, error }) => level === 'strict' || (op === 'decode' && !error))
  // A list may name what this testee is not asked. Without one, the vectors of records that it does not know are not made.
  const all = listed.length > 0 ? vectorsOfAll(records) : undefined
  for (const { pattern, line } of listed) {
    const matches = matcherOf(pattern)
    if (!all!.some(({ name }) => matches(name))) throw new RangeError(`failure list, line ${line}: no vector is called ${pattern}`)
  }

  const choose = (hello: Hello): string[] => {
    said = hello
    const can = (list: readonly string[] | undefined, item: string): boolean => list === undefined || list.includes(item)
    vectors = (all ?? vectorsOfAll(records.filter(({ layout }) => can(hello.records, layout.id)))).filter(({ record, op }) => can(hello.records, record) && can(hello.ops, op))
    return vectors.map(questionOf)
  }
  const { unexplained, ...course } = await ask(command, choose, options, (index, told) => {
    const vector = vectors[index]!
    if ('blamed' in told) return void results.set(index, { verdict: 'failed', reason: `the testee ${told.blamed}` })
    const judgement = judge(vector, answerOf(vector.op, told.answer))
    results.set(index, judgement)
    if (judgement.advice) advice.push({ name: vector.name, reason: judgement.advice })
    if (judgement.verdict === 'skipped') skips[judgement.reason ?? ''] = (skips[judgement.reason ?? ''] ?? 0) + 1
  })

  const named = vectors.map(({ name }, index) => ({ name, ...results.get(index)! }))
  const failed = named.filter(({ verdict }) => verdict === 'failed').map(({ name, reason }): Failure => ({ name, reason: reason! }))
  const known = new Set<string>()
  const stale: string[] = []
  for (const { pattern } of listed) {
    const matches = matcherOf(pattern)
    const mine = failed.filter(({ name }) => matches(name))
    for (const { name } of mine) known.add(name)
    if (mine.length === 0 && named.some(({ name, verdict }) => verdict === 'passed' && matches(name))) stale.push(pattern)
  }
  const failures = [
    ...failed.filter(({ name }) => !known.has(name)),
    ...unexplained.map((reason) => ({ name: 'testee/end', reason: `the testee ${reason} with several questions open, and not again when they were asked alone` })),
  ]
  const count = (verdict: string): number => named.filter((one) => one.verdict === verdict).length
  const passed = count('passed')
  return {
    ...(said.name !== undefined && { testee: said.name }), ...(said.ops && { ops: said.ops }), ...(said.records && { records: said.records }),
    asked: named.length, passed, failed: failed.length, skipped: count('skipped'),
    failures, listed: failed.filter(({ name }) => known.has(name)), stale, advice, skips, seed, ...course,
    // Who passed nothing has shown nothing.
    ok: failures.length === 0 && stale.length === 0 && passed > 0,
  }
}
