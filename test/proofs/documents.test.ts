import { build } from 'esbuild'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { blocks, folder, inLanguage, root, shell, texts } from './support/documents.ts'
import { problemsIn } from './support/typescript.ts'

/** What the documents tell a reader to type is run as it stands, and what they show is compared with what comes out. */

const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { scripts: Record<string, string> }

const ours = inLanguage('sh').filter(({ text }) => text.startsWith('pci-ats-pri '))
const others = inLanguage('sh').filter(({ text }) => !text.startsWith('pci-ats-pri '))

describe('the commands of the documents', () => {
  it('are found', () => expect(ours.length).toBeGreaterThanOrEqual(3))

  it.each(ours)('run as they stand: $where', async ({ text, shown }) => {
    const ran = await shell(text)
    expect(ran.status, ran.stderr).toBe(0)
    if (shown !== undefined) expect(ran.stdout).toBe(shown)
    else expect(ran.stdout).not.toBe('')
  })

  it('of the project are scripts that it has, in code and in prose', () => {
    const named = [...texts.values()].flatMap((text) => [...text.matchAll(/npm (run [\w:]+|start|test|pack)\b/g)].map(([, name]) => name!.replace(/^run /, '')))
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter((name) => name !== 'pack' && !Object.hasOwn(scripts, name))).toEqual([])
  })

  it('are commands of npm otherwise, the first of all of them `npm install && npm start`, the second `npm test`', () => {
    expect(others.map(({ text }) => text).slice(0, 2)).toEqual(['npm install && npm start\n', 'npm test\n'])
    expect(others.flatMap(({ text }) => text.trimEnd().split('\n')).filter((line) => !/^(npm|npx) /.test(line))).toEqual([])
  })

  it('start with one that decodes and answers', async () => {
    const start = scripts['start']!
    expect(start).toMatch(/^node dist\/cli\.js /)
    const { status, stdout } = await shell(start.replace('node dist/cli.js', 'pci-ats-pri'))
    expect(status).toBe(0)
    for (const text of ['0x7f0123456000', 'answered by vtd.page-group-response', 'answered by riscv.ats-prgr', 'answered by smmuv3.cmd-resume', 'answered by pcie.prg-response', 'device-TLB invalidate of af:00.3', 'not answered: the input does not hold']) expect(stdout).toContain(text)
    // Two screens.
    expect(stdout.split('\n').length).toBeLessThan(100)
  })
})

/** A line that shows what it makes: `const name = …   // { … }`, `// 'text'` or `// 91012345 …`. */
const SHOWN = /^const (\w+) = .*\/\/ (\{.*\}|'.*'|[0-9a-f]{8}( [0-9a-f]{8}| …)*)$/gm

const SHOW = `
function show(value: unknown): string {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex').replace(/.{8}(?=.)/g, '$& ')
  if (typeof value === 'bigint') return '0x' + value.toString(16) + 'n'
  if (typeof value === 'string') return "'" + value + "'"
  if (typeof value !== 'object' || value === null) return String(value)
  return '{ ' + Object.entries(value).map(([name, one]) => name + ': ' + show(one)).join(', ') + ' }'
}
`

describe('the snippets of the documents', () => {
  const snippets = inLanguage('ts').filter(({ text }) => text.includes("from 'pci-ats-pri"))
  const inside = (text: string): string => text.replaceAll("'pci-ats-pri'", "'../../src/index.ts'").replaceAll(/'pci-ats-pri\/(neighbours|arrow)'/g, "'../../src/$1/index.ts'")
  const shownIn = (text: string): RegExpExecArray[] => [...text.matchAll(SHOWN)]

  /** One that shows no value is a part of a program: it compiles. */
  const showing = snippets.filter(({ text }) => shownIn(text).length > 0)

  it('are found', () => expect(showing.length).toBeGreaterThanOrEqual(2))

  it('compile', () => {
    expect(problemsIn(new Map(snippets.map(({ text }, i) => [`test/proofs/snippet-${i}.ts`, `${inside(text)}export { ${shownIn(text).map(([, name]) => name).join(', ')} }\n`])))).toEqual([])
  })

  it.each(showing)('do what they show: $where', async ({ text }) => {
    const shown = shownIn(text)
    const contents = `${inside(text)}${SHOW}for (const value of [${shown.map(([, name]) => name).join(', ')}]) console.log('shown: ' + show(value))`
    const outfile = join(folder(), 'snippet.mjs')
    await build({ stdin: { contents, loader: 'ts', resolveDir: `${root}test/proofs` }, bundle: true, platform: 'node', format: 'esm', outfile, logLevel: 'error' })
    const { status, stdout, stderr } = spawnSync(process.execPath, [outfile], { encoding: 'utf8' })
    expect(status, stderr).toBe(0)
    const lines = stdout.split('\n').filter((line) => line.startsWith('shown: ')).map((line) => line.slice(7))
    expect(lines.map((line, i) => (fits(line, shown[i]![2]!) ? shown[i]![2] : line))).toEqual(shown.map(([, , value]) => value))
  })

  /** Whether a value is the one shown, in which `…` stands for anything. */
  function fits(value: string, shown: string): boolean {
    const parts = shown.split(/,? ?… ?/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    return new RegExp(`^${parts.join('.*')}$`).test(value)
  }
})

describe('the calls of the README', () => {
  it('are those that the bench times', () => {
    const example = blocks.find(({ where, language }) => where.startsWith('README.md:') && language === 'ts')!.text
    const calls = [...example.matchAll(/\b(?:\w+\.\w+\.(?:decode|encode|encodeInto)|convert)\(/g)].map(([call]) => call)
    expect(calls.length).toBeGreaterThan(3)
    const timed = ['bench/contenders/ours.mjs', 'bench/tables/convert.mjs'].map((file) => readFileSync(root + file, 'utf8')).join('')
    expect(calls.filter((call) => !timed.includes(call))).toEqual([])
  })
})

describe('the files that the documents name', () => {
  /** What a command of the documents makes. */
  const made = ['docs/api', 'test/proofs/diagrams/smmuv3.cmd-sync.txt']

  it('are there', () => {
    const missing = [...texts].flatMap(([path, text]) => {
      const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)(#[^)]*)?\)/g)].map(([, link]) => join(dirname(path), link!))
      const named = [...text.matchAll(/`((?:src|test|docs|bench|scripts|examples)\/[\w./-]+)`/g)].map(([, name]) => name!)
      return [...links, ...named].filter((file) => !made.includes(file) && !existsSync(root + file)).map((file) => `${path}: ${file}`)
    })
    expect(missing).toEqual([])
  })
})
