import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasBrowser, start } from './browser.ts'
import type { Rig } from './browser.ts'
import { STATES } from './states.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8')

describe.skipIf(!hasBrowser)('the inspector, in each state,', () => {
  let rig: Rig
  beforeAll(async () => { rig = await start() })
  afterAll(async () => { await rig.browser.close() })

  it('never scrolls sideways', async () => {
    const page = await rig.at()
    for (const { act } of STATES) {
      await page.setViewportSize({ width: 1400, height: 900 })
      await page.goto('about:blank')
      await page.goto(rig.url)
      await act(page)
      for (const width of [1400, 1320, 1000, 820, 600, 390, 320]) {
        await page.setViewportSize({ width, height: 900 })
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${width} ${act}`).toBeLessThanOrEqual(0)
      }
    }
    await page.context().close()
  }, 600_000)

  it.each(STATES)('has no fault of access, light or dark: $name', async ({ act }) => {
    const page = await rig.at()
    await act(page)
    await page.evaluate(`${axe}; void 0`)
    for (const colorScheme of ['light', 'dark'] as const) for (const width of [1400, 390]) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 900 })
      const found = await page.evaluate(async () => {
        const { violations } = await (globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> } }).axe.run()
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 200)} ${nodes[0]!.failureSummary}`)
      })
      expect(found, `${colorScheme} ${width}`).toEqual([])
    }
    await page.context().close()
  }, 300_000)

  it('said nothing on the console, and asked for nothing', () => {
    expect(rig.noise).toEqual([])
  })
})
