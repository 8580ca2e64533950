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
  const file = join(place, `${name}.cjs`)
  // One CommonJS file: the fuzzer sees the branches of such modules alone.
  await build({
    stdin: { contents: `import { targets } from './test/proofs/fuzz/targets.ts'\nexport const fuzz = targets['${name}']`, resolveDir: root },
    bundle: true, platform: 'node', format: 'cjs', outfile: file, logLevel: 'error',
  })
  const corpus = join(place, name)
  mkdirSync(corpus)
  const own = join(root, 'test/proofs/fuzz/corpus', name)
  if (existsSync(own)) cpSync(own, corpus, { recursive: true })
  const before = readdirSync(corpus).length
  const { count, crash } = await run(file, corpus)
  failed ||= crash !== undefined
  console.log(`${name}: ${count} calls in ${seconds} s, ${readdirSync(corpus).length - before} new inputs in ${corpus}${crash === undefined ? '' : `; a mistake was found:\n${crash}`}`)
}
process.exit(failed ? 1 : 0)

/** Runs the fuzzer for a while; it never ends by itself, unless it finds something. */
function run(file: string, corpus: string): Promise<{ count: number; crash: string | undefined }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'node_modules/jsfuzz/build/src/index.js'), file, corpus, '--timeout', '20', '--exact-artifact-path', join(place, 'crash')], { stdio: ['ignore', 'pipe', 'pipe'] })
    let text = ''
    const keep = (chunk: Buffer): void => void (text = (text + chunk.toString()).slice(-20_000))
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    const timer = setTimeout(() => child.kill('SIGINT'), seconds * 1000)
    const hard = setTimeout(() => child.kill('SIGKILL'), seconds * 1000 + 10_000)
    child.on('close', () => {
      clearTimeout(timer)
      clearTimeout(hard)
      const count = Math.max(0, ...[...text.matchAll(/#(\d+)/g)].map(([, number]) => Number(number)))
      const artifact = join(place, 'crash')
      resolve({ count, crash: existsSync(artifact) ? text.slice(-3000) : undefined })
    })
  })
}
