import type { Page } from 'playwright-core'
import { examples } from '../../web/src/examples.ts'

/** The states of the page, and what leads to them. */

export const REQUEST = '#vtd.page-request=0101000345230100596d4523017f0000'.padEnd(82, '0')
export const QUESTION = '000000000000e2000000000000044300'
export const NOTHING = 'ff01000345230100596d4523017f000000000000000000000000000000000000'


const paste = (text: string) => (page: Page): Promise<unknown> => page.fill('#source', text)
const open = (hash: string, then?: (page: Page) => Promise<unknown>) => async (page: Page): Promise<unknown> => {
  await page.evaluate((to) => { location.hash = to }, hash)
  await page.waitForSelector('.title')
  return then?.(page)
}

/** Every state of the page, reached from the empty one. */
export const STATES: readonly { readonly name: string; act(page: Page): Promise<unknown> }[] = [
  { name: 'empty', act: async () => undefined },
  { name: 'a record', act: open(REQUEST) },
  { name: 'a packet', act: paste(examples[3]!.text) },
  { name: 'a dump', act: paste(examples[4]!.text) },
  { name: 'a log line', act: paste(examples[0]!.text) },
  { name: 'a question', act: paste(QUESTION) },
  { name: 'no record fits', act: paste(NOTHING) },
  { name: 'no hex', act: paste('dmar3: hello') },
  { name: 'a cut record', act: open('#vtd.page-request=0101000345230100596d') },
  { name: 'an edited record', act: open(REQUEST, (page) => page.click('[data-b="66"]')) },
  { name: 'a reserved bit', act: open(REQUEST, async (page) => { await page.click('[data-b="60"]'); await page.focus('.fields input') }) },
  { name: 'another record', act: open(REQUEST.replace('page-request=01', 'page-group-response=03')) },
  { name: 'a bad value', act: open(REQUEST, (page) => page.fill('.fields input[aria-label^=prgIndex]', '0x200')) },
  { name: 'a comparison', act: open(REQUEST, async (page) => { await page.click('text=Compare'); await page.fill('#source', examples[5]!.text) }) },
  { name: 'the response', act: open(REQUEST, (page) => page.click('.seg button:last-child')) },
  { name: 'the reasons', act: open(REQUEST, (page) => page.click('.cannot summary')) },
  { name: 'the forms', act: open(REQUEST, (page) => page.click('.menu .btn')) },
  { name: 'masks', act: paste(examples[6]!.text) },
  { name: 'records', act: (page) => page.keyboard.press('Control+k') },
  { name: 'a neighbour', act: async (page) => { await page.keyboard.press('Control+k'); await page.keyboard.type('fault-record') } },
  { name: 'no such record', act: async (page) => { await page.keyboard.press('Control+k'); await page.keyboard.type('nothing') } },
]
