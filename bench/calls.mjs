/** Tables of calls: each is a file of `tables/`, which README.md describes. */
import assert from 'node:assert/strict'
import { race, row, startFirst, startNode } from './race.mjs'
import { list } from './report.mjs'
import { mixed, ring } from './subject.mjs'

const CALLS = 1024
/** How often the first call is timed. */
const FIRST = 25

const contendersOf = ({ contenders }) =>
  Object.entries(contenders).map(([name, value]) => ({ name, ...(typeof value === 'function' ? { call: value } : value) }))

/** One contender of a table. */
export async function subject(file, name) {
  return subjectIn(await import(`./tables/${file}.mjs`), name)
}

export async function subjectIn(module, name) {
  const contender = contendersOf(module).find((one) => one.name === name)
  const { calls = CALLS, units = 1, input = () => undefined } = module
  const { expected = module.expected, as = (result) => result } = contender
  if (!expected) throw new Error(`${name}: nothing says what it must give`)
  const given = await input()
  const call = contender.call(given)
  const { order, mix } = mixed(calls)
  const right = (result, i) => assert.deepEqual(as(result, given, i), expected(given, i))
  return {
    prove(first) {
      if (first !== undefined) return right(first, 0)
      for (let i = 0; i < calls; i++) right(call(i), i)
    },
    pass() {
      for (let i = 0; i < calls; i++) ring[i & 255] = call(order[i])
    },
    mix: contender.inOrder ? undefined : mix,
    perPass: calls * units,
    first: () => call(0),
  }
}

/** The table of a file. */
export function callTable(file, module) {
  const { title, first = false } = module
  const unit = module.unit ?? (first ? 'ms' : 'ns per call')
  const all = contendersOf(module)
  return {
    title,
    unit,
    module,

    async prove() {
      for (const { name } of all) {
        try {
          const { prove, first: firstCall } = await subjectIn(module, name)
          if (first) prove(await firstCall())
          else prove()
        } catch (error) {
          throw new Error(`${name}, table ${file}: ${error.message}`, { cause: error })
        }
      }
      return all.length
    },

    async measure({ how }) {
      const samples = all.map(() => [])
      const what = (name) => ['calls', file, name]
      for (let n = 0; n < (first ? 1 : how.starts); n++) {
        const runners = await Promise.all(all.map(({ name }) => (first ? startFirst(name, what(name)) : startNode(name, how.sampleMs, what(name)))))
        for (const [i, more] of (await race(runners, first ? FIRST : how.rounds)).entries()) samples[i].push(...more)
      }
      return all.map(({ name, against, most }, i) => row(name, samples[i], { ...(against !== undefined && { against }), ...(most !== undefined && { most }) }))
    },

    show: (rows) => list(rows, unit),
  }
}
