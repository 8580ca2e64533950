import { parseArgs } from 'node:util'
import { codeMutants } from './code-mutants.ts'
import { moduleOf, modules, proofs } from '../test/proofs/symbolic/index.ts'

/**
 * `npm run prove:mutants`: changes every literal, operator and operand of every generated file, one at a time. Each time
 * the prover must say no, or it has proved that the change means nothing. `--every N` takes each Nth.
 */

const { every } = parseArgs({ options: { every: { type: 'string', default: '1' } } }).values
const start = performance.now()
const equal: string[] = []
let mutants = 0
let seen = 0
for (const { layout, source, file } of modules) {
  for (const { in: name, what, text } of codeMutants(source)) {
    if (seen++ % Number(every) !== 0) continue
    mutants++
    try {
      proofs[name as 'read' | 'write'](moduleOf(layout, text))
      equal.push(`${file}: ${name}: ${what}`)
    } catch {
      // The prover says no.
    }
  }
}
for (const text of equal) console.log(`proved equal: ${text}`)
console.log(`${mutants} mutants: ${mutants - equal.length} refused, ${equal.length} proved equal; ${((performance.now() - start) / 1000).toFixed(0)} s`)
