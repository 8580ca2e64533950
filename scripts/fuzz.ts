/**
 * Runs the coverage-guided fuzzer over one target or all of them.
 * `npm run fuzz -- [--seconds N] [target…]`; new inputs are written to a copy of the corpus, whose place is printed.
 */
import { build } from 'esbuild'
import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { targets } from '../test/proofs/fuzz/targets.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const { values, positionals } = parseArgs({ options: { seconds: { type: 'string', default: '60' } }, allowPositionals: true })
const seconds = Number(values.seconds)
const chosen = positionals.length > 0 ? positionals : Object.keys(targets)
const unknown = chosen.filter((name) => !Object.hasOwn(targets, name))
if (unknown.length > 0 || !(seconds > 0)) {
  console.error(`usage: npm run fuzz -- [--seconds N] [target…]; targets are ${Object.keys(targets).join(', ')}`)
  process.exit(2)
}

const place = mkdtempSync(join(tmpdir(), 'pci-ats-pri-fuzz-'))
let failed = false
for (const name of chosen) {
  // One CommonJS file: the fuzzer sees the branches of such modules alone.
  await build({
    stdin: { contents: `import { targets } from './test/proofs/fuzz/targets.ts'\nexport const fuzz = targets['${name}']`, resolveDir: root },
    bundle: true, platform: 'node', format: 'cjs', outfile: join(place, `${name}.cjs`), logLevel: 'error',
  })
  const corpus = join(place, name)
  mkdirSync(corpus)
  const own = join(root, 'test/proofs/fuzz/corpus', name)
  if (existsSync(own)) cpSync(own, corpus, { recursive: true })
  const before = readdirSync(corpus).length
  const { count, ended } = await run(name)
  failed ||= ended !== undefined
  console.log(`${name}: ${count} calls in ${seconds} s, ${readdirSync(corpus).length - before} new inputs in ${corpus}${ended === undefined ? '' : `; it ended by itself:\n${ended}`}`)
}
process.exit(failed ? 1 : 0)

/** Runs the fuzzer for a while. It ends by itself where it found something, or could not run: what it said then. */
function run(name: string): Promise<{ count: number; ended: string | undefined }> {
  return new Promise((resolve) => {
    // It takes the name of the target as one of its own folder, even where it is absolute. Counting the branches of the bundle
    // is part of the first call. Its versifier, which is for text, makes inputs without an end, and then takes all of the time.
    const child = spawn(process.execPath, [join(root, 'node_modules/jsfuzz/build/src/index.js'), `${name}.cjs`, name, '--timeout', '300', '--no-versifier', '--exact-artifact-path', join(place, 'crash')], { cwd: place, stdio: ['ignore', 'pipe', 'pipe'] })
    let text = ''
    let count = 0
    let stopped = false
    const timers: NodeJS.Timeout[] = []
    const keep = (chunk: Buffer): void => {
      text = (text + chunk.toString()).slice(-20_000)
      for (const [, number] of text.matchAll(/#(\d+)/g)) count = Math.max(count, Number(number))
      if (count === 0 || timers.length > 0) return
      // The time begins with the first call.
      timers.push(setTimeout(() => {
        stopped = true
        child.kill('SIGINT')
      }, seconds * 1000), setTimeout(() => child.kill('SIGKILL'), seconds * 1000 + 10_000))
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('close', () => {
      timers.forEach(clearTimeout)
      const quiet = stopped && count > 0 && !existsSync(join(place, 'crash'))
      resolve({ count, ended: quiet ? undefined : text.slice(-3000) })
    })
  })
}
