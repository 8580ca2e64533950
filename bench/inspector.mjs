import { existsSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

// The page in a browser: when it paints, and how long the frame takes that shows what came of a key or a click, from its beginning, at which the key or click arrives, until it is painted.
// A click in the midst of a frame waits for the next in any page: that is not measured.
// Each figure is the median of 15 and, where other programs take the processor, the least of them; `4x` is with the browser's processor slowed down to a quarter.
// `work` is the time of the processor that the thread of the page takes until it rests again, whatever else runs: also for what follows the frame.
// `npm run bench:inspector`; CHROMIUM names the browser where it is not /usr/bin/chromium.

const page = fileURLToPath(new URL('../dist/inspector.html', import.meta.url))
const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium'].find((path) => path !== undefined && existsSync(path))
if (!existsSync(page) || executablePath === undefined) {
  console.error(executablePath === undefined ? 'no browser: install chromium, or set CHROMIUM' : 'dist/inspector.html is not there: npm run build')
  process.exit(1)
}

const RUNS = 15
/** Milliseconds after which nothing that an act began still goes on, at the full speed of the processor. */
const REST = 100
const entry = (i) => `0101000${i % 8}45230100 59${(i * 37 % 256).toString(16).padStart(2, '0')}4523017f0000 0000000000000000 0000000000000000`
const lines = []
for (let size = 0; size < 65_536; size += lines.at(-1).length + 1) lines.push(entry(lines.length))
const dump = lines.join('\n')
const request = '#vtd.page-request=0101000345230100596d4523017f0000'.padEnd(82, '0')
const fault = '#linux.iommu-fault-page-request=0200000000000000030000004523010000ab0100000001000000f0adde'.padEnd(160, '0')

const ms = (time) => `${time.toFixed(1)} ms`
const figure = (times) => `${ms(times.toSorted((a, b) => a - b)[times.length >> 1])} (${Math.min(...times).toFixed(1)})`

/** Runs in the page: from an act at the beginning of a frame to its end. What follows of the act after that frame is not waited for. */
const timed = (act, argument) => new Promise((resolve) => {
  requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    const begin = performance.now()
    let script
    port1.onmessage = () => resolve({ script, frame: performance.now() - begin })
    globalThis.acts[act](argument)
    script = performance.now() - begin
    port2.postMessage(0)
  })))
})

const setup = () => {
  const type = (text) => {
    const box = document.querySelector('#source')
    box.value = text
    box.dispatchEvent(new Event('input', { bubbles: true }))
  }
  globalThis.acts = {
    type,
    key: () => type(`${document.querySelector('#source').value} `),
    nothing: () => undefined,
    toggle: () => document.querySelector('.bit:not(:disabled)[data-c]').click(),
  }
}

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })

async function firstPaint(rate) {
  const context = await browser.newContext()
  const one = await context.newPage()
  await (await context.newCDPSession(one)).send('Emulation.setCPUThrottlingRate', { rate })
  await one.addInitScript(() => new MutationObserver(() => { if (document.querySelector('#source')) globalThis.ready ??= performance.now() }).observe(document, { childList: true, subtree: true }))
  await one.goto(pathToFileURL(page).href)
  await one.waitForFunction(() => globalThis.ready && performance.getEntriesByName('first-contentful-paint').length > 0)
  const times = await one.evaluate(() => ({ paint: performance.getEntriesByName('first-contentful-paint')[0].startTime, ready: globalThis.ready }))
  await context.close()
  return times
}

async function series(rate, hash, prepare, act, argument) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } })
  const one = await context.newPage()
  await one.goto(pathToFileURL(page).href + hash)
  await one.waitForSelector('#source')
  await one.evaluate(setup)
  const session = await context.newCDPSession(one)
  await session.send('Emulation.setCPUThrottlingRate', { rate })
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const worked = async () => 1000 * (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value
  const times = []
  for (let i = -3; i < RUNS; i++) {
    if (prepare) await one.evaluate(`(${timed})(${JSON.stringify(prepare[0])}, ${JSON.stringify(prepare[1])})`)
    await one.waitForTimeout(REST * rate)
    const before = await worked()
    const time = await one.evaluate(`(${timed})(${JSON.stringify(act)}, ${JSON.stringify(argument)})`)
    await one.waitForTimeout(REST * rate)
    if (i >= 0) times.push({ ...time, work: await worked() - before })
  }
  await context.close()
  return { script: figure(times.map(({ script }) => script)), frame: figure(times.map(({ frame }) => frame)), work: figure(times.map(({ work }) => work)) }
}

const rows = []
for (const rate of [1, 4]) {
  const starts = []
  for (let i = 0; i < 5; i++) starts.push(await firstPaint(rate))
  rows.push({ what: 'first paint; ready', rate: `${rate}x`, script: '', frame: `${figure(starts.map(({ paint }) => paint))}; ${figure(starts.map(({ ready }) => ready))}` })
  const all = [
    ['nothing', request, undefined, 'nothing'],
    ['toggle a bit, 32 bytes', request, undefined, 'toggle'],
    ['toggle a bit, 64 bytes', fault, undefined, 'toggle'],
    [`paste ${lines.length} records, 64 KiB`, '', ['type', ''], 'type', dump],
    ['a key in them', '', ['type', dump], 'key'],
  ]
  for (const [what, hash, prepare, act, argument] of all) {
    rows.push({ what, rate: `${rate}x`, ...await series(rate, hash, prepare, act, argument) })
  }
}
await browser.close()
console.table(rows)
