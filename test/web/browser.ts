import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import { inspectorPage } from '../../web/page.ts'

const executablePath = [process.env['CHROMIUM'], '/usr/bin/chromium'].find((path) => path !== undefined && existsSync(path))

/** Whether there is a browser: `CHROMIUM`, or that of Debian. */
export const hasBrowser = executablePath !== undefined
if (!hasBrowser) console.warn('no browser: the tests of the page are skipped; install chromium, or set CHROMIUM')

export interface Rig {
  readonly html: string
  readonly browser: Browser
  readonly url: string
  /** What the page said on the console, and what it asked for, beyond itself. */
  readonly noise: string[]
  /** A page at an address, in a window of a size. */
  at(hash?: string, options?: { width?: number; height?: number; dark?: boolean }): Promise<Page>
}

/** The built page, from a file, in a browser that all tests share. */
export async function start(): Promise<Rig> {
  const html = await inspectorPage()
  const file = join(mkdtempSync(join(tmpdir(), 'inspector-')), 'inspector.html')
  writeFileSync(file, html)
  const url = pathToFileURL(file).href
  const browser = await chromium.launch({ executablePath: executablePath!, args: ['--no-sandbox'] })
  const noise: string[] = []
  return {
    html, browser, url, noise,
    async at(hash = '', { width = 1400, height = 900, dark = false } = {}) {
      const context = await browser.newContext({ viewport: { width, height }, colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' })
      const page = await context.newPage()
      page.on('console', (message) => noise.push(message.text()))
      page.on('pageerror', (error) => noise.push(error.message))
      page.on('request', (request) => { if (!request.url().startsWith(url) && !request.url().startsWith('data:')) noise.push(request.url()) })
      await page.goto(url + hash)
      return restful(page)
    },
  }
}

/** Until what follows of an act has been painted: a bit turns over at once, its record follows when that is painted, and the other formats after that. */
const rest = (page: Page): Promise<void> => page.evaluate(async () => {
  for (let frame = 0; frame < 4; frame++) await new Promise((done) => { requestAnimationFrame(() => { setTimeout(done) }) })
})

/** The page, whose acts are over when all that follows of them is there. */
function restful(page: Page): Page {
  const resting = <A extends unknown[], R>(act: (...args: A) => Promise<R>) => async (...args: A): Promise<R> => {
    const result = await act(...args)
    await rest(page)
    return result
  }
  page.click = resting(page.click.bind(page))
  page.fill = resting(page.fill.bind(page))
  page.press = resting(page.press.bind(page))
  page.setChecked = resting(page.setChecked.bind(page))
  page.keyboard.press = resting(page.keyboard.press.bind(page.keyboard))
  page.keyboard.type = resting(page.keyboard.type.bind(page.keyboard))
  return page
}

/** The bits of the grid by their place in memory, the reserved rows that are folded away among them where they were unfolded. */
export async function bitsOf(page: Page): Promise<Record<string, string>> {
  const fold = page.locator('.fold[aria-expanded=false]')
  if (await fold.count()) await page.click('.fold')
  return page.evaluate(() => Object.fromEntries([...document.querySelectorAll<HTMLElement>('[data-b]')].map((bit) => [bit.dataset['b']!, bit.textContent!])))
}
