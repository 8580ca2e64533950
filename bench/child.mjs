/**
 * One contender, one verb, one record, in a process of its own: V8 then compiles the loop for nothing else.
 * It proves that the contender gives what it must, warms up, times one sample each time it is asked, and proves at the end
 * that the contender refuses what it must.
 *
 * Started by run.mjs with the contender, the verb, the record, the directory of the inputs and the time of a sample.
 */
import { readFileSync } from 'node:fs'
import { refusals, results } from './prove.mjs'
import { messagesOf, records, SINGLE } from './records.mjs'

const [name, verb, id, directory, sampleMs] = process.argv.slice(2)
const [file, key = verb === 'viewAll' ? 'view' : verb] = name.split('#')
const contender = await import(`./contenders/${file}.mjs`)
const make = contender[key][id]
const says = (what) => contender[what]?.includes(key) ?? false
const size = records[id].bytes

/** Results go here, so that they are really made: V8 cannot leave out what escapes. */
const ring = new Array(256).fill(null)
const addresses = new Array(256).fill(0n)

const whole = new Uint8Array(readFileSync(`${directory}/${id}.bin`))
const input = whole.slice(0, SINGLE * size)
const offsets = Array.from({ length: SINGLE }, (_, i) => i * size)
const own = offsets.map((offset) => input.subarray(offset, offset + size))
const messages = messagesOf(id, SINGLE)

/**
 * The order of the records, another in each pass: a processor learns the branches of a few thousand records by heart
 * if they come in the same order every time, which no queue does for it.
 */
const order = Uint16Array.from(offsets.keys())
let stride = 1
function shuffle() {
  stride = (stride + 2) % SINGLE
  for (let i = 0; i < SINGLE; i++) order[i] = (i * stride) % SINGLE
}

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

const facts = { make, says, id, whole, input, offsets, own, messages, directory }
results[verb](facts)
const pass = passes[verb]()
const perPass = verb === 'columns' ? whole.length / size : SINGLE

function time(count) {
  let ns = 0n
  for (let i = 0; i < count; i++) {
    shuffle()
    const start = process.hrtime.bigint()
    pass()
    ns += process.hrtime.bigint() - start
  }
  return Number(ns)
}

let best = Infinity
for (let spent = 0, n = 0; spent < 20 * sampleMs * 1e6 || n < 5; n++) {
  const ns = time(1)
  spent += ns
  best = Math.min(best, ns)
}
const count = Math.max(1, Math.round((sampleMs * 1e6) / best))

process.on('message', (what) => {
  if (what === 'time') return process.send(time(count) / count / perPass)
  refusals[verb](facts)
  process.exit()
})
process.send('ready')
