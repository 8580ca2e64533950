import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadPlain, provePlainRead, provePlainWrite } from '../test/proofs/columns/plain.ts'
import { proveColumnModules } from '../test/proofs/columns/wasm/columns.ts'
import { judge } from '../test/proofs/smt/judge.ts'
import { startSolver } from '../test/proofs/smt/solver.ts'
import { statementsOf } from '../test/proofs/smt/statements.ts'
import { overlapping } from '../test/proofs/places/siblings.ts'
import { wrongRanges } from '../test/proofs/places/ranges.ts'
import { proveHelpers } from '../test/proofs/symbolic/helpers.ts'
import { modules, proofs } from '../test/proofs/symbolic/index.ts'
import { explain } from '../test/proofs/symbolic/report.ts'
import { roundTrips } from '../test/proofs/translation/round-trips.ts'
import { catalogue } from '../src/spec/catalogue.ts'
import { neighbours } from '../src/neighbours/index.ts'

/** `npm run prove`: proves the generated code and what stands on it for every input; see docs/proofs.md. `--certificates DIR` writes what z3 is asked. */

const failures: string[] = []
const { certificates } = parseArgs({ options: { certificates: { type: 'string' } } }).values

/** Runs one part, and prints what it came to and how long it took. */
async function part(name: string, run: () => string | Promise<string>): Promise<void> {
  const start = performance.now()
  const said = await run()
  console.log(`${name.padEnd(22)} ${said.padEnd(56)} ${((performance.now() - start) / 1000).toFixed(1)} s`)
}

/** Proves something of every record. */
async function ofRecords(name: string, prove: (module: (typeof modules)[number]) => number | void): Promise<void> {
  await part(name, () => {
    let bits = 0
    let proved = 0
    for (const module of modules) {
      try {
        bits += prove(module) ?? 0
        proved++
      } catch (error) {
        failures.push(`${module.file}: ${name}: ${explain(module.layout, error)}`)
      }
    }
    return `${proved} of ${modules.length} records${bits > 0 ? `, ${bits} bits` : ''}`
  })
}

for (const [name, prove] of Object.entries(proofs)) await ofRecords(name, prove)
await ofRecords('columns, assembled', ({ layout }) => proveColumnModules(layout))
const plain = await loadPlain()
await ofRecords('columns, plain', ({ layout }) => provePlainRead(plain, layout) + provePlainWrite(plain, layout))
await part('translations', async () => {
  const { pairs, ways, back, wrong, lost } = await roundTrips()
  failures.push(...wrong, ...[...lost].map((what) => `${what} is lost without a word`))
  return `${pairs} pairs of formats, ${back} of ${ways} ways come back`
})
await part('helpers', () => `${proveHelpers()} bits`)
await part('places', () => {
  // Apart: the stall event of SMMUv3 has the number of the event as a field, and so is every event that stands beside it.
  const both = [catalogue, neighbours.map(({ layout }) => layout)].map(overlapping)
  failures.push(...both.flatMap(({ wrong }) => wrong))
  return `${both.reduce((sum, { pairs }) => sum + pairs, 0)} pairs of records`
})
await part('size codes', () => {
  const { ranges, wrong } = wrongRanges()
  failures.push(...wrong)
  return `${ranges} ranges`
})

const solver = await startSolver()
if (certificates !== undefined) mkdirSync(certificates, { recursive: true })
await part('z3, read and write', async () => {
  let agreed = 0
  for (const { layout, source, file } of modules) {
    try {
      for (const { name, text } of certificates === undefined ? [] : statementsOf(layout, source)) writeFileSync(join(certificates!, `${layout.id}.${name}.smt2`), text)
      const wrong = await judge(solver, layout, source)
      failures.push(...wrong.map((what) => `${file}: by z3: ${what}`))
      if (wrong.length === 0) agreed++
    } catch (error) {
      failures.push(`${file}: by z3: ${(error as Error).message}`)
    }
  }
  return `${agreed} of ${modules.length} records`
})
await solver.close()

for (const failure of failures) console.error(`not proved: ${failure}`)
process.exitCode = failures.length > 0 ? 1 : 0
