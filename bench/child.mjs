/**
 * One contender in a process of its own: V8 then compiles the loop for nothing else. It proves that the contender gives
 * what it must, warms up, times one sample each time it is asked, and proves at the end that it refuses what it must.
 *
 * Started by race.mjs with the time of a sample in ms, or `first` for the first call alone, and what makes the subject.
 */
import { subjectOf } from './subject.mjs'

const [, , sampleMs, ...what] = process.argv
const { prove, refuse, pass, mix, perPass, first } = await subjectOf(what)

/** Nanoseconds that some passes take, each in another order. */
function time(count) {
  let ns = 0n
  for (let i = 0; i < count; i++) {
    mix?.()
    const start = process.hrtime.bigint()
    pass()
    ns += process.hrtime.bigint() - start
  }
  return Number(ns)
}

/** How many passes a sample has, when V8 has compiled them. */
function warm(ms) {
  let best = Infinity
  for (let spent = 0, n = 0; spent < 20 * ms * 1e6 || n < 5; n++) {
    const ns = time(1)
    spent += ns
    best = Math.min(best, ns)
  }
  return Math.max(1, Math.round((ms * 1e6) / best))
}

if (sampleMs === 'first') {
  const start = process.hrtime.bigint()
  const result = await first()
  const ns = Number(process.hrtime.bigint() - start)
  prove(result)
  process.send(ns / 1e6)
  process.disconnect()
} else {
  prove()
  const count = warm(Number(sampleMs))
  process.on('message', (message) => {
    if (message === 'time') return process.send(time(count) / count / perPass)
    refuse?.()
    process.exit()
  })
  process.send('ready')
}
