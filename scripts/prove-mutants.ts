import { fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { moduleOf, modules, proofs } from '../test/proofs/symbolic/index.ts'
import { codeMutants } from './code-mutants.ts'

/**
 * `npm run prove:mutants`: changes every literal, operator and operand of every generated file, one at a time. Each time
 * the prover must say no, or it has proved that the change means nothing. `--every N` takes each Nth.
 */

const { every, share } = parseArgs({ options: { every: { type: 'string', default: '1' }, share: { type: 'string' } } }).values

interface Count {
  readonly mutants: number
  /** Those that were proved equal. */
  readonly equal: readonly string[]
}

if (share === undefined) await all()
else {
  const [own, shares] = share.split('/').map(Number)
  process.send!(prove(own!, shares!) satisfies Count)
}

/** The mutants whose number leaves `own` over `shares`. */
function prove(own: number, shares: number): Count {
  const equal: string[] = []
  let mutants = 0
  let seen = 0
  for (const { layout, source, file } of modules) {
    for (const { in: name, what, text } of codeMutants(source)) {
      const n = seen++ / Number(every)
      if (!Number.isInteger(n) || n % shares !== own) continue
      mutants++
      try {
        proofs[name as 'read' | 'write'](moduleOf(layout, text))
        equal.push(`${file}: ${name}: ${what}`)
      } catch {
        // The prover says no.
      }
    }
  }
  return { mutants, equal }
}

/** In as many processes as there are processors. */
async function all(): Promise<void> {
  const start = performance.now()
  const shares = Math.min(8, availableParallelism())
  const counts = await Promise.all(Array.from({ length: shares }, (_, own) => new Promise<Count>((resolve, reject) => {
    const child = fork(import.meta.filename, ['--every', every, '--share', `${own}/${shares}`])
    child.on('message', resolve)
    child.on('exit', (code) => code !== 0 && reject(new Error(`a process ended with ${code}`)))
  })))
  const equal = counts.flatMap((count) => count.equal).sort()
  const mutants = counts.reduce((sum, count) => sum + count.mutants, 0)
  for (const text of equal) console.log(`proved equal: ${text}`)
  console.log(`${mutants} mutants: ${mutants - equal.length} refused, ${equal.length} proved equal; ${((performance.now() - start) / 1000).toFixed(0)} s`)
}
