import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { conformance, probe } from '../../src/export/index.ts'
import { record } from '../../src/index.ts'
import { builds, Folder, mayMiss, missingTool, RECORDS, titled } from './support/tools.ts'
import { dissected } from './support/wireshark.ts'

/**
 * Each export is built by the real tool of its language, without a warning, and answers every vector of four records;
 * `npm run exports` takes all records. What is skipped says so in its title.
 */

const options = { random: 2, timeout: 60 } as const

for (const [name, { target, tools, build, command }] of Object.entries(builds)) {
  const missing = missingTool(...tools)
  describe.skipIf(mayMiss(missing))(titled(`${target} by ${name}`, missing), () => {
    const folder = new Folder()
    beforeAll(async () => {
      folder.write(target)
      await build(folder)
    })
    afterAll(() => folder.remove())

    it('answers every vector', async () => {
      const report = await conformance(RECORDS, command(folder), options)
      expect(report).toMatchObject({ ok: true, failed: 0, failures: [], advice: [], restarts: 0 })
      expect(report.passed).toBeGreaterThan(3000)
      // Values that the language's own type cannot hold, and nothing else.
      expect(report.skipped).toBeLessThan(60)
    })
  })
}

/** One bit less of the page request group index, as each language writes it. */
const planted = {
  gcc: [/>> 3 & UINT64_C\(0x1ff\)/, '>> 3 & UINT64_C(0xff)'],
  python: [/w >> 67 & 0x1ff/, 'w >> 67 & 0xff'],
  icarus: [/get_prg_index = w\[75:67\]/, 'get_prg_index = {1\'b0, w[74:67]}'],
} as const

for (const [name, [right, wrong]] of Object.entries(planted)) {
  const { target, tools, build, command } = builds[name as keyof typeof planted]
  const missing = missingTool(...tools)
  describe.skipIf(mayMiss(missing))(titled(`an error planted in ${target}`, missing), () => {
    const folder = new Folder()
    const tested = record('vtd.page-request')
    let planting = 0
    beforeAll(async () => {
      folder.write(target, [tested], (text) => text
        .replace(right, () => (planting++, wrong))
        // The program beside the SystemVerilog package would see that the struct disagrees.
        .replace(/ *else if \(s\.prg_index !== .*\n/, ''))
      await build(folder)
    })
    afterAll(() => folder.remove())

    it('is found by conformance', async () => {
      expect(planting).toBe(1)
      const report = await conformance([tested], command(folder), { ...options, ops: ['decode'] })
      expect(report.ok).toBe(false)
      expect(report.failures.map(({ reason }) => reason)).toContain('prgIndex is 0xff, should be 0x1ff')
      expect(report.failures.filter(({ reason }) => !reason.startsWith('prgIndex'))).toEqual([])
    })

    it('is named by probe', async () => {
      const report = await probe(tested, command(folder), { timeout: 60 })
      expect(report.misplaced).toMatchObject([{ field: 'prgIndex', has: 'q1[10:3]', due: 'q1[11:3]' }])
      expect(report.refused).toEqual([])
    })
  })
}

const noTshark = missingTool('tshark')
describe.skipIf(mayMiss(noTshark))(titled('the dissector in tshark', noTshark), () => {
  const folder = new Folder()
  beforeAll(() => folder.write('wireshark'))
  afterAll(() => folder.remove())

  it.each(RECORDS.map((one) => [one.id, one] as const))('shows every field and verdict of %s', async (_id, one) => {
    const { packets, wrong } = await dissected(folder, one)
    expect(wrong).toEqual([])
    expect(packets).toBeGreaterThan(50)
  })
})
