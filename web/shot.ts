import { existsSync, mkdirSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import type { Page } from 'playwright-core'
import { examples } from './src/examples.ts'

// Takes pictures of the built page, for people to look at: `npx tsx web/shot.ts [folder [name …]]`. Without a folder, the two of the README.
const page = pathToFileURL(fileURLToPath(new URL('../dist/inspector.html', import.meta.url))).href
const executablePath = [process.env['CHROMIUM'], '/usr/bin/chromium'].find((path) => path !== undefined && existsSync(path))!
const folder = process.argv[2]
const docs = fileURLToPath(new URL('../docs/', import.meta.url))

interface Shot { readonly name: string; readonly width: number; readonly height: number; readonly dark?: boolean; readonly hash?: string; readonly text?: string; act?(page: Page): Promise<unknown> }

const request = '#vtd.page-request=0101000345230100596d4523017f0000' + '0'.repeat(32)
const ambiguous = '000000000000e2000000000000044300'
const ofReadme: readonly Shot[] = [
  { name: 'inspector-light', width: 1400, height: 860, text: examples[3]!.text, act: (p) => p.hover('.fields tr[data-c=pasid]') },
  { name: 'inspector-dark', width: 1400, height: 860, dark: true, text: examples[7]!.text },
]
const all: readonly Shot[] = [
  ...ofReadme,
  { name: 'empty', width: 1400, height: 900 },
  { name: 'empty-phone', width: 390, height: 844 },
  { name: 'phone', width: 390, height: 844, text: examples[0]!.text },
  { name: 'phone-dark-full', width: 390, height: 2400, dark: true, hash: request },
  { name: 'narrow', width: 320, height: 700, hash: request },
  { name: 'list', width: 1400, height: 900, text: examples[4]!.text },
  { name: 'question', width: 1100, height: 700, text: ambiguous },
  { name: 'none', width: 1100, height: 700, text: 'ff010003452301 00596d4523017f0000 00000000 00000000 00000000 000000 00' },
  { name: 'wrong', width: 1100, height: 700, text: 'dmar3: hello world' },
  { name: 'cut', width: 1400, height: 900, hash: '#vtd.page-request=0101000345230100596d' },
  { name: 'records', width: 1400, height: 900, dark: true, act: (p) => p.keyboard.press('Control+k') },
  { name: 'records-phone', width: 390, height: 844, act: (p) => p.keyboard.press('Control+k') },
  { name: 'error', width: 1400, height: 1100, hash: request, act: (p) => p.fill('.fields input[aria-label^=prgIndex]', '0x200') },
  { name: 'edited', width: 1400, height: 900, text: examples[0]!.text, act: (p) => p.click('.fields input[aria-label^=last]') },
  { name: 'partial', width: 1400, height: 900, dark: true, text: '[  9.1] DMAR: [DMA Read PASID 0x2] Request device [6a:02.0] fault addr 0xffffb000 [fault reason 0x71] SM: Present bit in first-level paging entry is clear' },
  { name: 'reserved', width: 1400, height: 1000, hash: request.replace('596d', 'f96d').replace(/0000$/, '0040') },
  { name: 'compare', width: 1400, height: 700, hash: request, act: async (p) => { await p.click('.tools .btn'); await p.fill('#source', '01010003ff450100596d4523017f0000 0000000000000000 0000000000000000') } },
  { name: 'became', width: 1400, height: 700, hash: request, act: async (p) => { await p.click('[data-b="2"]'); await p.click('[data-b="0"]') }, },
  { name: 'iommufd', width: 1400, height: 1000, text: examples[6]!.text, act: (p) => p.fill('.asked .num', '3b:00.1') },
  { name: 'response', width: 1400, height: 1300, dark: true, hash: request, act: (p) => p.click('.seg button:last-child') },
  { name: 'neighbour', width: 1400, height: 900, act: async (p) => { await p.keyboard.press('Control+k'); await p.keyboard.type('fault-record') } },
  { name: 'list-phone', width: 390, height: 844, dark: true, text: examples[4]!.text },
  { name: 'question-phone', width: 390, height: 844, text: ambiguous },
  { name: 'copy', width: 1000, height: 900, hash: request, act: (p) => p.click('.menu .btn') },
]

if (folder) mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
const only = process.argv.slice(3)
for (const { name, width, height, dark, hash = '', text, act } of folder ? all.filter((one) => only.length === 0 || only.includes(one.name)) : ofReadme) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: dark ? 'dark' : 'light' })
  const one = await context.newPage()
  one.on('console', (message) => console.log(name, message.text()))
  one.on('pageerror', (error) => console.log(name, error.message))
  await one.goto(page + hash)
  if (text !== undefined) await one.fill('#source', text)
  await act?.(one)
  await one.waitForTimeout(100)
  await one.screenshot({ path: `${folder ?? docs}/${name}.png` })
  await context.close()
}
await browser.close()
