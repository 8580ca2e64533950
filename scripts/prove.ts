import { overlapping } from '../test/proofs/places/siblings.ts'
import { wrongRanges } from '../test/proofs/places/ranges.ts'
import { proveHelpers } from '../test/proofs/symbolic/helpers.ts'
import { modules, proofs } from '../test/proofs/symbolic/index.ts'
import { explain } from '../test/proofs/symbolic/report.ts'
import { catalogue } from '../src/spec/catalogue.ts'
import { neighbours } from '../src/neighbours/index.ts'

/** `npm run prove`: proves the generated code and what stands on it for every input; see docs/proofs.md. */

const failures: string[] = []

/** Runs one part, and prints what it came to and how long it took. */
function part(name: string, run: () => string): void {
  const start = performance.now()
  const said = run()
  console.log(`${name.padEnd(22)} ${said.padEnd(56)} ${((performance.now() - start) / 1000).toFixed(1)} s`)
}

for (const [name, prove] of Object.entries(proofs)) {
  part(name, () => {
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
part('helpers', () => `${proveHelpers()} bits`)
part('places', () => {
  const { pairs, wrong } = overlapping([...catalogue, ...neighbours.map(({ layout }) => layout)])
  failures.push(...wrong)
  return `${pairs} pairs of records`
})
part('size codes', () => {
  const { ranges, wrong } = wrongRanges()
  failures.push(...wrong)
  return `${ranges} ranges`
})

for (const failure of failures) console.error(`not proved: ${failure}`)
process.exitCode = failures.length > 0 ? 1 : 0
