import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { records } from '../../src/index.ts'
import { neighbours } from '../../src/neighbours/index.ts'
import { examples } from '../../web/src/examples.ts'
import { linkOf } from '../../web/src/link.ts'
import { bitsOf, hasBrowser, start } from './browser.ts'
import type { Rig } from './browser.ts'

const REQUEST = linkOf('vtd.page-request', Uint8Array.from('0101000345230100596d4523017f0000'.padEnd(64, '0').match(/../g)!, (digits) => Number.parseInt(digits, 16)))
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8')

describe.skipIf(!hasBrowser)('the inspector', () => {
  let rig: Rig
  beforeAll(async () => { rig = await start() })
  afterAll(async () => {
    await rig.browser.close()
  })

  const sentenceOf = (page: Page): Promise<string> => page.locator('.meaning').innerText()
  const textOf = (page: Page): Promise<string> => page.inputValue('#source')

  it('is small, and has the strict policy', () => {
    expect(gzipSync(rig.html, { level: 9 }).length).toBeLessThan(150_000)
    expect(rig.html).toMatch(/script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; img-src data:; connect-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"/)
    expect(rig.html.slice(0, rig.html.indexOf('<script'))).toContain('See every bit of an ATS or PRI record')
  })

  it('reads each example', async () => {
    const page = await rig.at()
    for (const { title, record: id } of examples) {
      await page.click('.brand')
      await page.click(`.examples button:has-text("${title}")`)
      expect(await page.locator('.title code').first().innerText(), title).toBe(id)
      expect((await sentenceOf(page)).length, title).toBeGreaterThan(20)
    }
    await page.context().close()
  })

  it('shows records by their links, with the bits that inspect has', async () => {
    const page = await rig.at()
    // One of twenty, of all families: where bits stand is proved of all of them, without a page.
    const all = [...records, ...neighbours].filter((_, i) => i % 20 === 0)
    for (const one of all) {
      const bytes = Uint8Array.from({ length: one.size }, (_, i) => (i * 151 + 77) & 0xff)
      for (const { kind, positions, name } of one.inspect(bytes).parts) if (kind === 'fixed') for (const [i, at] of positions.entries()) {
        const bit = (one.layout.fixed![name]!.value / 2 ** (positions.length - 1 - i)) & 1
        bytes[at >> 3] = (bytes[at >> 3]! & ~(1 << (at & 7))) | (bit << (at & 7))
      }
      await page.evaluate((hash) => { location.hash = hash }, linkOf(one.id, bytes))
      await page.waitForFunction((id) => document.querySelector('.title code')?.textContent === id, one.id)
      const bits = await bitsOf(page)
      const wanted = Object.fromEntries(one.inspect(bytes).parts.flatMap(({ positions, raw }) => positions.map((at, i) => [String(at), String((raw! >> BigInt(positions.length - 1 - i)) & 1n)])))
      const prefixed = Object.keys(bits).length !== Object.keys(wanted).length
      if (!prefixed) expect(bits, one.id).toEqual(wanted)
      else expect(one.layout.place, one.id).toMatch(/^TLP/)
    }
    await page.context().close()
  }, 120_000)

  it('writes an edit back into the log line, and undoes, redoes and reverts it', async () => {
    const page = await rig.at()
    const text = examples[0]!.text
    await page.fill('#source', text)
    await page.click('.fields input[aria-label^="last,"]')
    const changed = text.replace('7f0123456d5d', '7f0123456d59')
    expect(await textOf(page)).toBe(changed)
    expect(await page.locator('.bit.ch').count()).toBe(1)
    await page.click('button[aria-label=Undo]')
    expect(await textOf(page)).toBe(text)
    await page.click('button[aria-label=Redo]')
    expect(await textOf(page)).toBe(changed)
    await page.click('.edited')
    expect(await textOf(page)).toBe(text)
    await page.context().close()
  })

  it('keeps a draft that does not fit, and says why', async () => {
    const page = await rig.at(REQUEST)
    await page.fill('.fields input[aria-label^=prgIndex]', '0x200')
    expect(await page.locator('[role=alert]').innerText()).toContain('9 bits: 0 to 0x1ff; here 0x200')
    expect(await sentenceOf(page)).toContain('0x1ab')
    await page.press('.fields input[aria-label^=prgIndex]', 'Escape')
    expect(await page.locator('[role=alert]').count()).toBe(0)
    await page.context().close()
  })

  it('asks where several records fit, and shows the nearest where none does', async () => {
    const page = await rig.at()
    await page.fill('#source', '00000000000000010000000000000005')
    const asks = await page.locator('.ask h1').innerText()
    expect(asks).toMatch(/readings\. Which is it|16 bytes/)
    await page.fill('#source', 'dmar3: hello')
    expect(await page.locator('.problem').innerText()).toContain('dmar3')
    await page.context().close()
  })

  it('shows the bits that are there of a record that is cut short', async () => {
    const page = await rig.at(linkOf('vtd.page-request', Uint8Array.of(1, 1, 0, 3, 0x45, 0x23, 1, 0, 0x59)))
    expect(await page.locator('.bit:not(:disabled)').count()).toBe(72)
    expect(await page.locator('.findings').innerText()).toContain('only 9 are there')
    await page.context().close()
  })

  it('is worked by keys alone', async () => {
    const page = await rig.at()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('vtd page-request')
    await page.keyboard.press('Enter')
    expect(await page.locator('#title').innerText()).toContain('Page Request Descriptor')
    await page.focus('.bit[tabindex="0"]')
    await page.keyboard.press('Control+End')
    await page.keyboard.press('1')
    await page.keyboard.press('[')
    expect(await page.locator('.bit.on').count()).toBe(2)
    expect(await page.locator('[role=status]').first().innerText()).toContain('is now')
    await page.keyboard.press('Control+z')
    expect(await page.locator('.bit.on').count()).toBe(1)
    await page.keyboard.press('/')
    expect(await page.evaluate(() => document.activeElement!.id)).toBe('source')
    await page.context().close()
  })

  it('restores on reload what the address says, with the field', async () => {
    const page = await rig.at(`${REQUEST}&f=prgIndex`)
    await page.click('.fields input[aria-label^="write,"]')
    await page.waitForTimeout(400)
    const address = page.url()
    const said = await sentenceOf(page)
    expect(address).toMatch(/#vtd\.page-request=[0-9a-f]{64}&f=write$/)
    await page.reload()
    expect(await sentenceOf(page)).toBe(said)
    expect(await page.locator('.fields tr.sel').first().innerText()).toContain('write')
    await page.context().close()
  })

  it('never scrolls sideways', async () => {
    for (const hash of ['', REQUEST, linkOf('smmuv3.stall-event', new Uint8Array(32).fill(255))]) {
      const page = await rig.at(hash)
      for (const width of [1400, 1320, 820, 390, 320]) {
        await page.setViewportSize({ width, height: 900 })
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${width} ${hash}`).toBeLessThanOrEqual(0)
      }
      await page.context().close()
    }
  })

  const states: readonly (readonly [name: string, hash: string, act?: (page: Page) => Promise<unknown>])[] = [
    ['empty', ''],
    ['a record', REQUEST],
    ['a dump', '', (page) => page.fill('#source', examples[4]!.text)],
    ['a log line', '', (page) => page.fill('#source', examples[0]!.text)],
    ['no record', '', (page) => page.fill('#source', 'dmar3: hello')],
    ['a bad value', REQUEST, (page) => page.fill('.fields input[aria-label^=prgIndex]', '0x200')],
    ['records', '', (page) => page.keyboard.press('Control+k')],
    ['a cut record', linkOf('vtd.page-request', Uint8Array.of(1, 1, 0, 3))],
  ]
  it.each(states.flatMap(([name, hash, act]) => [false, true].map((dark) => ({ name, hash, act, dark }))))('has no fault of access: $name, dark $dark', async ({ hash, act, dark }) => {
    const page = await rig.at(hash, { dark })
    await act?.(page)
    await page.evaluate(`${axe}; void 0`)
    const found = await page.evaluate(async () => {
      const { violations } = await (globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> } }).axe.run()
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 200)} ${nodes[0]!.failureSummary}`)
    })
    expect(found).toEqual([])
    await page.context().close()
  })

  it('said nothing on the console, and asked for nothing', () => {
    expect(rig.noise).toEqual([])
  })
})
