import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { folders, planOf, root } from './mutants/plan.ts'

/**
 * `npm run mutate:code -- [--sample N] [--seed N] [folder…]`: changes what is written by hand, in one place at a time, and asks
 * the tests of its folder. What no test notices is asked once more, alone and awake from the start, since what is made once and
 * kept may have been made before. What is left is listed.
 */

const { values, positionals } = parseArgs({ options: { sample: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } }, allowPositionals: true })
const report = join(mkdtempSync(join(tmpdir(), 'pci-ats-pri-mutants-')), 'report.json')

for (const folder of positionals.length > 0 ? positionals : Object.keys(folders)) {
  const start = performance.now()
  const { mutants, all } = planOf(folder, Number(values.sample), Number(values.seed))
  const tests = (env: Readonly<Record<string, string>>, ...args: string[]) => spawnSync(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--config', 'scripts/mutants/vitest.config.ts', ...folders[folder]!.tests, ...args], {
    cwd: root, encoding: 'utf8', env: { ...process.env, CI: '1', MUTANTS: `${folder} ${values.sample} ${values.seed}`, MUTANTS_REPORT: report, ...env },
  })
  const { status, stdout, stderr } = tests({})
  if (status !== 0) {
    console.log(`${folder}: the tests fail as they are, or with none of the mutants awake:\n${(stdout + stderr).slice(-3000)}`)
    process.exitCode = 1
    continue
  }
  const { noticed, seen } = JSON.parse(readFileSync(report, 'utf8')) as { noticed: [number, string][]; seen: number[] }
  const by = new Map(noticed)
  const reached = new Set(seen)
  const left = mutants.filter(({ number }) => !by.has(number) && tests({ MUTANT_AWAKE: String(number) }, '--bail', '1').status === 0)
  for (const { number, what } of left) console.log(`${reached.has(number) ? 'not noticed' : 'not reached'}: ${what}`)
  const unreached = left.filter(({ number }) => !reached.has(number)).length
  console.log(`${folder}: ${mutants.length} of ${all} mutants, ${mutants.length - left.length} noticed, ${left.length - unreached} not noticed, ${unreached} not reached; ${((100 * (mutants.length - left.length)) / mutants.length).toFixed(0)} %, ${((performance.now() - start) / 1000).toFixed(0)} s`)
}
rmSync(report, { force: true })
