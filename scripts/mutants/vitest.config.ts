import { relative } from 'node:path'
import { defineConfig } from 'vitest/config'
import { planOf, root } from './plan.ts'

const [folder, sample, seed] = process.env['MUTANTS']!.split(' ')
const { texts } = planOf(folder!, Number(sample), Number(seed))

/** The tests over files with their mutants in them, in one worker. */
export default defineConfig({
  root,
  plugins: [{ name: 'mutants', enforce: 'pre', transform: (_, id) => texts.get(relative(root, id.split('?')[0]!)) }],
  test: {
    include: ['test/**/*.test.ts'],
    runner: 'scripts/mutants/runner.ts',
    setupFiles: ['scripts/mutants/awake.ts'],
    isolate: false, fileParallelism: false, maxWorkers: 1,
    // A test is run as often as it reaches mutants.
    testTimeout: process.env['MUTANT_AWAKE'] === undefined ? 3_600_000 : 60_000,
    reporters: ['dot'],
  },
})
