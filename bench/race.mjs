/** Contenders side by side: each in a process of its own, all of them timed in turn, round after round. */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const child = fileURLToPath(new URL('child.mjs', import.meta.url))

/** Starts a contender in Node. It has proved its results and is warm when this resolves. */
export async function startNode(name, code, verb, id, directory, sampleMs) {
  const process = fork(child, [code, verb, id, directory, String(sampleMs)])
  let waiting
  process.on('message', (message) => waiting.resolve(message))
  process.on('exit', (code) => (code === 0 ? waiting.resolve() : waiting.reject(new Error(`${name}, ${verb} of ${id}: exit ${code}`))))
  const answer = () => new Promise((resolve, reject) => (waiting = { resolve, reject }))
  const ask = (what) => {
    process.send(what)
    return answer()
  }
  await answer()
  return { name, sample: () => ask('time'), finish: () => ask('finish') }
}

/** The samples of each runner, in ns per record, after `rounds` rounds in which each runs once. */
export async function race(runners, rounds) {
  const samples = runners.map(() => [])
  for (let round = 0; round < rounds; round++) {
    for (const [i, runner] of runners.entries()) samples[i].push(await runner.sample())
  }
  for (const runner of runners) await runner.finish()
  return samples
}

export function summary(samples) {
  const sorted = samples.toSorted((a, b) => a - b)
  return { min: sorted[0], median: sorted[sorted.length >> 1] }
}
