import { writeFileSync } from 'node:fs'
import { TestRunner } from 'vitest'
import { alone, mutants } from './awake.ts'

type Test = Parameters<TestRunner['onAfterRunTask']>[0]

/** Runs each test once as it is, and once more for each mutant that it reaches and that no test has noticed yet; or just so with one that is awake all the time. */
export default class MutantRunner extends TestRunner {
  async runTask(test: Test): Promise<void> {
    const run = TestRunner.getTestFn(test as never)
    const m = mutants()
    m.ticks = 0
    if (alone !== 0) return run()
    m.awake = 0
    m.asked.clear()
    const start = performance.now()
    await run()
    const most = 2000 + 20 * (performance.now() - start)
    const reached = [...m.asked].filter((number) => !m.noticed.has(number))
    for (const number of reached) m.seen.add(number)
    if (reached.length === 0) return
    try {
      await run()
    } catch {
      // A test that cannot be run twice tells nothing.
      return
    }
    for (const number of reached) {
      m.awake = number
      m.ticks = 0
      let timer
      try {
        // A test that waits for what a mutant never does has noticed it.
        await Promise.race([run(), new Promise((_, reject) => (timer = setTimeout(() => reject(new Error('it does not end')), most)))])
      } catch {
        m.noticed.set(number, test.name)
      } finally {
        clearTimeout(timer)
        m.awake = 0
      }
    }
  }

  override onAfterRunFiles(): void {
    super.onAfterRunFiles()
    const m = mutants()
    writeFileSync(process.env['MUTANTS_REPORT']!, JSON.stringify({ noticed: [...m.noticed], seen: [...m.seen] }))
  }
}
