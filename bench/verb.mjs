/** The tables of the verbs: contenders.mjs says who takes part, records.mjs with which records. */
import { readFileSync } from 'node:fs'
import { startC } from './columns-c.mjs'
import { verbs } from './contenders.mjs'
import { goalsOf } from './goals.mjs'
import { refusals, results } from './prove.mjs'
import { race, row, startNode } from './race.mjs'
import { messagesOf, records, SINGLE } from './records.mjs'
import { matrix } from './report.mjs'
import { mixed, ring } from './subject.mjs'

const addresses = new Array(256).fill(0n)

/** What stands for a contender in contenders.mjs: its code, and flags of Node. */
const partsOf = (text) => text.split(' ')

/** One contender, one verb, one record. */
export async function subject(code, verb, id, directory) {
  const [file, key = verb === 'viewAll' ? 'view' : verb] = code.split('#')
  const contender = await import(`./contenders/${file}.mjs`)
  const make = contender[key][id]
  const says = (what) => contender[what]?.includes(key) ?? false
  const size = records[id].bytes
  const whole = new Uint8Array(readFileSync(`${directory}/${id}.bin`))
  const input = whole.slice(0, SINGLE * size)
  const offsets = Array.from({ length: SINGLE }, (_, i) => i * size)
  const own = offsets.map((offset) => input.subarray(offset, offset + size))
  const messages = messagesOf(id, SINGLE)
  const facts = { make, says, id, whole, input, offsets, own, messages, directory }
  const { order, mix } = mixed(SINGLE)

  const passes = {
    decode: () => says('alone')
      ? () => {
        for (let i = 0; i < SINGLE; i++) ring[i & 255] = make(own[order[i]])
      }
      : () => {
        for (let i = 0; i < SINGLE; i++) ring[i & 255] = make(input, offsets[order[i]])
      },
    encode: () => () => {
      for (let i = 0; i < SINGLE; i++) ring[i & 255] = make(messages[order[i]])
    },
    encodeInto: () => {
      const target = new Uint8Array(SINGLE * size)
      return () => {
        for (let i = 0; i < SINGLE; i++) ring[i & 255] = make(messages[order[i]], target, offsets[i])
      }
    },
    view: () => {
      const open = make(input)
      const { three } = records[id]
      return () => {
        for (let i = 0; i < SINGLE; i++) ring[i & 255] = three(open(offsets[order[i]]))
      }
    },
    viewAll: () => {
      const open = make(input)
      const { small, large } = records[id]
      return () => {
        for (let i = 0; i < SINGLE; i++) {
          const message = open(offsets[order[i]])
          ring[i & 255] = small(message)
          if (large) addresses[i & 255] = large(message)
        }
      }
    },
    columns: () => make(whole),
  }
  // Columns take the records as they come: there is no order to mix.
  const perPass = verb === 'columns' ? whole.length / size : SINGLE
  return { prove: () => results[verb](facts), refuse: () => refusals[verb](facts), pass: passes[verb](), mix, perPass }
}

/** The table of a verb. */
export function verbTable(verb) {
  const { title, contenders } = verbs[verb]
  const all = ({ compiler }) => Object.entries(contenders).filter(([, code]) => compiler || !code.startsWith('c#'))
  return {
    title,
    unit: 'ns per record',

    async prove(context) {
      for (const id of context.ids) {
        for (const [name, text] of all(context)) {
          const [code] = partsOf(text)
          try {
            if (code.startsWith('c#')) await startC(name, code.slice(2), id, context.directory, 1).finish()
            else {
              const { prove, refuse } = await subject(code, verb, id, context.directory)
              prove()
              refuse()
            }
          } catch (error) {
            throw new Error(`${name}, ${verb} of ${id}: ${error.message}`, { cause: error })
          }
        }
      }
      return context.ids.length * all(context).length
    },

    async measure(context) {
      const rows = []
      for (const id of context.ids) {
        const { directory, how } = context
        const start = ([name, text]) => {
          const [code, ...flags] = partsOf(text)
          return code.startsWith('c#') ? startC(name, code.slice(2), id, directory, how.count) : startNode(name, how.sampleMs, ['verb', code, verb, id, directory], flags)
        }
        const samples = all(context).map(() => [])
        for (let n = 0; n < how.starts; n++) {
          const runners = []
          // Columns are large: their contenders start one after the other.
          for (const some of verb === 'columns' ? all(context).map((entry) => [entry]) : [all(context)]) runners.push(...(await Promise.all(some.map(start))))
          for (const [i, more] of (await race(runners, how.rounds)).entries()) samples[i].push(...more)
        }
        rows.push(...all(context).map(([name], i) => row(name, samples[i], { record: id })))
        process.stderr.write(`${verb} ${id}\n`)
      }
      return rows
    },

    show: (rows) => matrix(rows) + goalsOf(verb, rows),
  }
}
