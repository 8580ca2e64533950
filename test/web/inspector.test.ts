import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { blank, record } from '../../src/index.ts'
import { examples } from '../../web/src/examples.ts'
import { linkOf } from '../../web/src/link.ts'
import { bitsOf, hasBrowser, start } from './browser.ts'
import type { Rig } from './browser.ts'
import { NOTHING, QUESTION, REQUEST } from './states.ts'

/** Most bytes of the page, packed: most of them are the tables, the rules, and what `read` knows of logs. */
const BUDGET = 198_000

describe.skipIf(!hasBrowser)('the inspector', () => {
  let rig: Rig
  beforeAll(async () => { rig = await start() })
  afterAll(async () => {
    await rig.browser.close()
  })

  const sentenceOf = (page: Page): Promise<string> => page.locator('.meaning').innerText()
  const textOf = (page: Page): Promise<string> => page.inputValue('#source')

  it('is small, and has the strict policy', () => {
    expect(gzipSync(rig.html, { level: 9 }).length).toBeLessThan(BUDGET)
    expect(rig.html).toMatch(/script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; img-src data:; connect-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"/)
  })

  it('paints before its script has run', async () => {
    const context = await rig.browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(rig.url)
    expect(await page.locator('h1').innerText()).toBe('See every bit of an ATS or PRI record')
    expect(rig.html.indexOf('<script')).toBeGreaterThan(rig.html.indexOf('</main>'))
    await context.close()
  })

  it('changes bits of records, and reads them as they are changed', async () => {
    const page = await rig.at()
    for (const id of ['vtd.page-request', 'linux.iommufd-pgfault', 'riscv.ats-prgr-be']) {
      await page.evaluate((hash) => { location.hash = hash }, linkOf(id, blank(record(id))))
      await page.waitForFunction((name) => document.querySelector('.title code')?.textContent === name, id)
      const was = await bitsOf(page)
      for (const bit of Object.keys(was).filter((_, i) => i % 13 === 0)) {
        await page.click(`[data-b="${bit}"]`)
        was[bit] = was[bit] === '1' ? '0' : '1'
      }
      expect(await bitsOf(page), id).toEqual(was)
      const bytes = Buffer.from((await textOf(page)).replaceAll(' ', ''), 'hex')
      for (const [bit, value] of Object.entries(was)) expect((bytes[Number(bit) >> 3]! >> (Number(bit) & 7)) & 1).toBe(Number(value))
    }
    await page.context().close()
  }, 300_000)

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

  it('asks where several records fit, and reads what is chosen', async () => {
    const page = await rig.at()
    await page.fill('#source', QUESTION)
    expect(await page.locator('.ask h1').innerText()).toBe('16 bytes fit 2 readings. Which is it?')
    await page.click('.ask li button:has-text("riscv.page-request")')
    expect(await page.locator('.title code').innerText()).toBe('riscv.page-request')
    expect(await textOf(page)).toBe(QUESTION)
    await page.click('[data-b="0"]')
    await page.click('.edited')
    expect(await page.locator('.title code').innerText()).toBe('riscv.page-request')
    await page.click('button[aria-label=Undo]')
    await page.click('button[aria-label=Undo]')
    await page.click('button[aria-label=Undo]')
    await page.click('.ask li button:has-text("Not yet written")')
    expect(await page.locator('.ask h1').innerText()).toBe('Not yet written')
    await page.context().close()
  })

  it('shows the nearest records where none fits, and the word that is none', async () => {
    const page = await rig.at()
    await page.fill('#source', NOTHING)
    expect(await page.locator('.ask li').first().innerText()).toMatch(/ is 0x[0-9a-f]+, not 0x/)
    await page.fill('#source', 'dmar3: hello')
    expect(await page.locator('.problem').innerText()).toContain('dmar3')
    expect(await page.locator('mark.no').innerText()).toBe('dmar3:')
    await page.context().close()
  })

  it('shows no bit that a log line does not hold, until it is told to take them as 0', async () => {
    const page = await rig.at()
    await page.fill('#source', examples[0]!.text)
    expect(await page.locator('.fold').innerText()).toContain('128 reserved bits, not there')
    expect(await page.locator('.memory .hex').innerText()).toContain('·'.repeat(8))
    expect(await page.locator('.formats').count()).toBe(0)
    await page.click('.assumed button')
    expect(await page.locator('.fold').innerText()).toContain('all 0')
    expect(await page.locator('.formats li').count()).toBeGreaterThan(5)
    await page.context().close()
  })

  it('asks for the requester that a fault of iommufd does not name', async () => {
    const page = await rig.at()
    await page.fill('#source', examples[6]!.text)
    expect(await page.locator('.fname').allInnerTexts()).not.toContain('vtd.page-request')
    await page.fill('.asked input', '3b:00.8')
    expect(await page.locator('.asked [role=alert]').innerText()).toContain('Requester')
    await page.fill('.asked input', '3b:00.1')
    expect(await page.locator('.fname').allInnerTexts()).toContain('vtd.page-request')
    await page.context().close()
  })

  it('compares a record with another, and says where it cannot', async () => {
    const page = await rig.at(REQUEST)
    await page.click('text=Compare')
    await page.fill('#source', '0101000346230100 596d4523017f0000 0000000000000000 0000000000000000')
    expect(await page.locator('.bit.ch').count()).toBe(2)
    expect(await page.locator('.title').innerText()).toContain('2 bits differ')
    await page.fill('#source', examples[5]!.text)
    expect(await page.locator('.title').innerText()).toContain('Not compared: the other record is a vtd.page-request')
    await page.context().close()
  })

  it('offers the record that an edited opcode makes', async () => {
    const page = await rig.at(REQUEST.replace('vtd.page-request=01', 'vtd.page-group-response=09'))
    for (const bit of [3, 1]) await page.click(`[data-b="${bit}"]`)
    expect(await page.locator('.became').innerText()).toContain('Device-TLB Invalidate Descriptor')
    await page.click('.became button')
    expect(await page.locator('.title code').innerText()).toBe('vtd.device-tlb-invalidate')
    await page.context().close()
  })

  it('copies in each form, and a link without what was pasted', async () => {
    const page = await rig.at()
    await page.evaluate(() => { Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text: string) => { (globalThis as { copied?: string }).copied = text } } }) })
    const copied = (): Promise<string> => page.evaluate(() => (globalThis as { copied?: string }).copied!)
    await page.fill('#source', `my-host: ${examples[3]!.text}`)
    const names = ['Bytes in memory', 'JSON', 'C', 'SystemVerilog', 'cocotb', 'aer-inject', 'Command', 'SVG']
    const texts: string[] = []
    for (const name of names) {
      await page.click('.menu .btn')
      if (name === names[0]) expect(await page.locator('.menu li').allInnerTexts()).toEqual(names)
      await page.click(`.menu li button:text-is("${name}")`)
      texts.push(await copied())
    }
    expect(texts[0]).toBe('91012345 30000000 03000004 00007f01 23456d5d')
    expect(JSON.parse(texts[1]!)).toMatchObject({ record: 'pcie.page-request', message: { prgIndex: 0x1ab, pasidPrefix: { pasid: 0x12345 } } })
    expect(texts[5]).toContain('HEADER_LOG 0x30000000 0x03000004 0x00007f01 0x23456d5d')
    expect(texts[7]).toMatch(/^<svg /)
    expect(new Set(texts).size).toBe(names.length)
    await page.click('text=Copy link')
    expect(await copied()).toMatch(/#pcie\.page-request=91012345300000000300000400007f0123456d5d$/)
    await page.context().close()
  })

  it('shows the bits that are there of a record that is cut short', async () => {
    const page = await rig.at('#vtd.page-request=010100034523010059')
    expect(await page.locator('.bit:not(:disabled)').count()).toBe(72)
    expect(await page.locator('.findings').innerText()).toContain('only 9 are there')
    await page.context().close()
  })

  it('reads megabytes without a word on the console', async () => {
    const page = await rig.at()
    const dump = `${examples[4]!.text}\n`.repeat(450)
    for (let i = 0; i < 4; i++) await page.evaluate((text) => {
      const box = document.querySelector<HTMLTextAreaElement>('#source')!
      box.value = text
      box.dispatchEvent(new Event('input', { bubbles: true }))
    }, dump + '\n'.repeat(i))
    expect(4 * dump.length).toBeGreaterThan(1 << 20)
    expect(rig.noise).toEqual([])
    await page.context().close()
  })

  it('is worked by keys alone', async () => {
    const page = await rig.at()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('vtd page-request')
    await page.keyboard.press('Enter')
    expect(await page.locator('#title').innerText()).toContain('Page Request Descriptor')
    expect(await page.evaluate(() => document.activeElement!.id)).toBe('title')
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

  it('said nothing on the console, and asked for nothing', () => {
    expect(rig.noise).toEqual([])
  })
})
