/** Contenders side by side: each in a process of its own, all of them timed in turn, round after round. */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const child = fileURLToPath(new URL('child.mjs', import.meta.url))

/** Starts a contender in Node, with flags of it. It has proved its results and is warm when this resolves. Its samples are ns. */
export async function startNode(name, sampleMs, what, flags = []) {
  const process = fork(child, [String(sampleMs), ...what], { execArgv: flags })
  let waiting
  process.on('message', (message) => waiting.resolve(message))
  process.on('exit', (code) => (code === 0 ? waiting.resolve() : waiting.reject(new Error(`${name}, ${what.join(' ')}: exit ${code}`))))
  const answer = () => new Promise((resolve, reject) => (waiting = { resolve, reject }))
  const ask = (message) => {
    process.send(message)
    return answer()
  }
  await answer()
  return { name, sample: () => ask('time'), finish: () => ask('finish') }
}

/** A contender whose first call is timed, in a new process for each sample. Its samples are ms. */
export function startFirst(name, what) {
  const sample = () => new Promise((resolve, reject) => {
    const process = fork(child, ['first', ...what])
    let ms
    process.on('message', (message) => (ms = message))
    process.on('exit', (code) => (code === 0 ? resolve(ms) : reject(new Error(`${name}, ${what.join(' ')}: exit ${code}`))))
  })
  return { name, sample, finish() {} }
}

/** The samples of each runner after `rounds` rounds, in which each runs once. */
export async function race(runners, rounds) {
  const samples = runners.map(() => [])
  for (let round = 0; round < rounds; round++) {
    for (const [i, runner] of runners.entries()) samples[i].push(await runner.sample())
  }
  for (const runner of runners) await runner.finish()
  return samples
}

/** A row of a table: the samples of a contender, the least of them and the median. */
export function row(name, samples, more = {}) {
  const sorted = samples.toSorted((a, b) => a - b)
  return { name, ...more, least: sorted[0], median: sorted[sorted.length >> 1], samples }
}
