import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { blank, modeOf, translations } from '../../src/index.ts'
import { read } from '../../src/ingest/index.ts'
import { examples } from '../../web/src/examples.ts'
import { everyRecord, recordOf } from '../../web/src/library.ts'
import { linkOf } from '../../web/src/link.ts'
import { readingOf } from '../../web/src/model.ts'
import { bitsOf, hasBrowser, start } from './browser.ts'
import type { Rig } from './browser.ts'

const cases = '../shared/cases/'
const pasted = [
  ...examples.map(({ title, text }) => ({ title, text })),
  ...(existsSync(cases) ? readdirSync(cases).filter((name) => name.endsWith('.txt')).map((title) => ({ title, text: readFileSync(cases + title, 'utf8') })) : []),
]
if (pasted.length === examples.length) console.warn('no ../shared/cases: what people have pasted is not tried in the page')

describe.skipIf(!hasBrowser)('the inspector, of what people paste and link,', () => {
  let rig: Rig
  beforeAll(async () => { rig = await start() })
  afterAll(async () => { await rig.browser.close() })

  it('reads each example', async () => {
    const page = await rig.at()
    for (const { title, record: id } of examples) {
      await page.click('.brand')
      await page.click(`.examples button:has-text("${title}")`)
      expect(await page.locator('.title code').first().innerText(), title).toBe(id)
      expect((await page.locator('.meaning').innerText()).length, title).toBeGreaterThan(20)
    }
    await page.context().close()
  })

  it.each(pasted)('shows of $title what the library says', async ({ text }) => {
    const page = await rig.at()
    await page.fill('#source', text)
    const { items } = read(text)
    const { entries } = readingOf({ text, index: -1 })
    expect(entries.length).toBe(items.filter(({ ambiguous, line }, i) => !ambiguous || items[i - 1]?.line !== line || !items[i - 1]?.ambiguous).length)
    const first = Math.max(0, entries.findIndex(({ id }) => id !== undefined))
    for (const index of new Set([first, ...entries.keys()].slice(0, 5))) {
      const { id, choices, summary, findings, data } = entries[index]!
      if (entries.length > 1) await page.click(`#rec${index}`)
      if (choices.length > 0) {
        expect(await page.locator('.ask li code').allInnerTexts()).toEqual(choices.map(({ items: [one] }) => one!.record ?? one!.as))
        continue
      }
      expect(await page.locator('h1').innerText()).not.toBe('')
      if (id === undefined) continue
      expect(await page.locator('.title code').first().innerText()).toBe(id)
      expect(await page.locator('.meaning').innerText()).toBe(`${summary}.`)
      const told = (await page.locator('.findings').allInnerTexts()).join('\n').toLowerCase()
      for (const { message } of findings) expect(told).toContain(message.toLowerCase())
      const carried = data!.known.every((mask) => mask === 255) ? translations(recordOf(id), data!.bytes, { allowLoss: true, reserved: 'ignore' }).filter((one) => one.id !== id && !one.id.endsWith('-be')) : []
      const good = carried.flatMap((one) => ('error' in one ? [] : [one]))
      expect(await page.locator('.fname').allInnerTexts()).toEqual(good.map((one) => one.id))
      if (good.length === 0) continue
      await page.setChecked('text=bytes in memory order', true)
      expect((await page.locator('.formats .hex').allInnerTexts()).map((digits) => digits.replaceAll(/\s/g, ''))).toEqual(good.map(({ bytes }) => Buffer.from(bytes).toString('hex')))
    }
    await page.context().close()
  }, 300_000)

  it('shows every record by its link, with the bits that inspect has', async () => {
    const page = await rig.at()
    for (const one of everyRecord) {
      const bytes = Uint8Array.from({ length: one.size }, (_, i) => (i * 151 + 77) & 0xff)
      const fixed = blank(one)
      for (const { kind, positions } of one.inspect(bytes).parts) if (kind === 'fixed') for (const at of positions) bytes[at >> 3] = (bytes[at >> 3]! & ~(1 << (at & 7))) | (fixed[at >> 3]! & (1 << (at & 7)))
      // No prefix, and no word behind the header.
      if (modeOf(one) === 'flit') bytes[1] = 0
      await page.evaluate((hash) => { location.hash = hash }, linkOf(one.id, bytes))
      await page.waitForFunction((id) => document.querySelector('.title code')?.textContent === id, one.id)
      const wanted = Object.fromEntries(one.inspect(bytes).parts.flatMap(({ positions, raw }) => positions.map((at, i) => [String(at), String((raw! >> BigInt(positions.length - 1 - i)) & 1n)])))
      // Data that a header announces and that are not there have no value.
      expect(Object.fromEntries(Object.entries(await bitsOf(page)).filter(([, value]) => value !== '')), one.id).toEqual(wanted)
    }
    await page.context().close()
  }, 300_000)

  it('said nothing on the console, and asked for nothing', () => {
    expect(rig.noise).toEqual([])
  })
})
