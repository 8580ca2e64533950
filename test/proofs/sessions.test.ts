import { build } from 'esbuild'
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { beforeAll, describe, expect, it } from 'vitest'
import { encodeTlp, records, vtd } from '../../src/index.ts'
import { testee, vectorsOf } from '../../src/export/index.ts'
import { pcapHead, pcapPacket } from '../../src/outputs/index.ts'
import { blocks, folder, inLanguage, root, shell } from './support/documents.ts'
import { problemsIn } from './support/typescript.ts'

/** What the documents show of sessions, of other languages and in pieces: run as it stands, in a folder that has what it speaks of. */

const has = (program: string, ...args: string[]): boolean => spawnSync(program, args).status === 0

const REQUEST = { pasidPresent: true, rid: 0x300, pasid: 5, executeRequested: false, privilegedModeRequested: false, read: true, write: false, last: true, prgIndex: 7, address: 0x1000n }

/** What a reader has before a session, by what the session speaks of. */
const MATERIAL: Readonly<Record<string, () => string | Uint8Array>> = {
  'ring.bin': () => vtd.pageRequest.encode(REQUEST),
  'x.pcap': () => Buffer.concat([pcapHead(), pcapPacket({ mode: 'non-flit', bytes: encodeTlp({ mode: 'non-flit', id: 'pcie.prg-response', message: { requesterId: 0, destinationId: 0x300, respCode: 0, prgIndex: 0x1ab } }) })]),
}

/** What not every machine has, and not every checkout. */
const NEEDED: readonly (readonly [word: string, there: () => boolean])[] = [
  ['pandas', () => has('python3', '-c', 'import pandas, pyarrow')],
  ['python3', () => has('python3', '--version')],
  ['tshark', () => has('tshark', '--version')],
  ['/usr/include/linux/iommu.h', () => existsSync('/usr/include/linux/iommu.h') && has('cc', '--version')],
  [' arm-smmu-v3.h', () => false],
]

interface Step {
  readonly where: string
  readonly before: string
  readonly command: string
  readonly shown: string
}

const sessions = new Map<string, Step[]>()
for (const { path, where, before, text } of inLanguage('console')) {
  const steps = [...text.matchAll(/^\$ (.*)\n((?:(?!\$ ).*\n)*)/gm)].map(([, command, shown]): Step => ({ where, before, command: command!, shown: shown! }))
  sessions.set(path, [...(sessions.get(path) ?? []), ...steps])
}

describe.each([...sessions])('the sessions of %s', (path, steps) => {
  const cwd = join(folder(), path.replaceAll('/', '-'))

  beforeAll(async () => {
    mkdirSync(cwd)
    symlinkSync(join(root, 'examples'), join(cwd, 'examples'))
    const words = steps.map(({ command }) => command).join(' ')
    for (const [file, make] of Object.entries(MATERIAL)) if (words.includes(file)) writeFileSync(join(cwd, file), make())
    if (words.includes('pci_ats_pri.lua')) await shell('pci-ats-pri export wireshark -o .', cwd)
  })

  it.for(steps)('are as they are shown: $command', async ({ before, command, shown }, { skip }) => {
    const [lacking] = NEEDED.find(([word, there]) => command.includes(word) && !there()) ?? []
    if (lacking !== undefined) skip(`${lacking.trim()} is not there`)
    if (before.includes('with one bit of a field lost by hand')) loseOneBit(join(cwd, 'pci_ats_pri.py'))
    const { status, stdout, stderr } = await shell(command, cwd)
    // tshark says so of itself.
    const said = stdout + stderr.replace(/^Running as user .*\n/, '')
    expect({ status, said }).toEqual({ status: 0, said: shown === '' ? said : shown })
  })
})

/** The highest bit of the group index, in what decodes it. */
function loseOneBit(file: string): void {
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.replace('prg_index=w >> 67 & 0x1ff', 'prg_index=w >> 67 & 0xff'))
}

describe('the pieces of programs', () => {
  const pieces = inLanguage('ts').filter(({ text }) => !text.includes("from 'pci-ats-pri"))

  /** What their surroundings have. A piece stands in a block of its own, and may give the same names to what is its own. */
  const surroundings = `
    import { openSync, readSync, writeSync } from 'node:fs'
    import { vtd } from '../../src/index.ts'
    import { ArrowFile } from '../../src/arrow/index.ts'
    const bytes = vtd.pageRequest.encode(${JSON.stringify({ ...REQUEST, address: 0 }).replace('"address":0', '"address":4096n')})
    const file = openSync(process.execPath, 'r')
    const descriptor = openSync('/dev/null', 'w')
    const pieces = [bytes.subarray(0, 5), bytes.subarray(5)]
    export { bytes, descriptor, file, openSync, pieces, readSync, writeSync, vtd, ArrowFile }
  `
  const programOf = (text: string): string => `${surroundings}{\n${text.replace(/ …$/gm, ' {}')}}\n`

  it('are found', () => expect(pieces.map(({ path }) => path)).toEqual(Array(4).fill('docs/columns.md')))

  it('compile', () => {
    expect(problemsIn(new Map(pieces.map(({ text }, i) => [`test/proofs/piece-${i}.ts`, programOf(text)]))).filter((problem) => !/is declared but|are unused/.test(problem))).toEqual([])
  })

  it.each(pieces)('run: $where', async ({ text }) => {
    const outfile = join(folder(), 'piece.mjs')
    await build({ stdin: { contents: programOf(text), loader: 'ts', resolveDir: `${root}test/proofs` }, bundle: true, platform: 'node', format: 'esm', outfile, logLevel: 'error' })
    const { status, stderr } = spawnSync(process.execPath, [outfile], { encoding: 'utf8' })
    expect(status, stderr).toBe(0)
  })
})

describe('docs/exports.md', () => {
  const block = (language: string, word: string): string => blocks.find((one) => one.path === 'docs/exports.md' && one.language === language && one.text.includes(word))!.text

  it('shows questions as the vectors have them, shortened', () => {
    const lines = block('json', '"op"').trimEnd().split('\n').map((line) => JSON.parse(line) as { name: string; record: string; hex?: string; error?: object; values?: object })
    expect(lines.length).toBe(3)
    for (const { name, record, hex, ...shown } of lines) {
      const vector = [...vectorsOf(records.find(({ id }) => id === record)!, { random: 0 })].find((one) => one.name === name)
      expect(vector, name).toMatchObject({ record, ...shown })
      if (hex !== undefined) expect((vector as { hex: string }).hex).toMatch(new RegExp(`^${hex.replace('…', '.*')}$`))
    }
  })

  it('shows a conversation as the testee leads it', () => {
    const answer = testee(records)
    const lines = block('text', '-> hello 1').trimEnd().split('\n')
    for (let i = 0; i < lines.length; i += 2) {
      const said = answer(lines[i]!.replace('-> ', ''))
      if (i === 0) expect(said).toMatch(/^hello 1 name=\S+ ops=decode,encode records=\S*\bpcie\.pasid-prefix\b/)
      else expect(`<- ${said}`).toBe(lines[i + 1])
    }
    expect(lines.length).toBe(6)
  })

  it('shows a mapping that a header of these names agrees with', async ({ skip }) => {
    if (!has('cc', '--version')) skip('there is no cc')
    const cwd = join(folder(), 'mapping')
    mkdirSync(cwd)
    writeFileSync(join(cwd, 'mapping.json'), block('json', '"masks"'))
    writeFileSync(join(cwd, 'names.h'), HEADER)
    expect(await shell('pci-ats-pri audit mapping.json names.h', cwd)).toMatchObject({ status: 0, stdout: expect.stringMatching(/^ok: 8 names compared, 0 differ$/m) as unknown })
    writeFileSync(join(cwd, 'names.h'), HEADER.replace('0x41', '0x42'))
    expect(await shell('pci-ats-pri audit mapping.json names.h', cwd)).toMatchObject({ status: 1 })
  })
})

/** Names of several headers of Linux, with the values that the tables give them. */
const HEADER = `
#include <stdint.h>
#define PRIQ_1_PRG_IDX 0x1ffULL
#define PRIQ_1_PRG_IDX_SHIFT 0
#define QI_DEV_IOTLB_PFSID(pfsid) (((uint64_t)((pfsid) & 0xf) << 12) | ((uint64_t)(((pfsid) >> 4) & 0xfff) << 52))
#define PCI_ATS_CTRL 6
#define PCI_ATS_CTRL_STU(x) ((x) & 0x1f)
#define PRI_RESP_DENY 0
#define CMDQ_OP_PRI_RESP 0x41
struct iommu_page_response { uint32_t argsz, version, flags, pasid, grpid, code; };
`

/** A program in another language: the target that it needs, its own file, and how it is compiled and run. */
const PROGRAMS = [
  ['c', 'c', 'show.c', 'cc -std=c11 -Wall -Wextra -Wconversion -pedantic -Werror -o show show.c && ./show'],
  ['python', 'python', 'show.py', 'python3 show.py'],
  ['rust', 'rust', 'show.rs', 'rustc -A dead_code -o show show.rs && ./show'],
  ['systemverilog', 'systemverilog', 'show.sv', 'iverilog -g2012 -s show -o show pci_ats_pri.sv show.sv && vvp -n show'],
] as const

describe('the programs in other languages', () => {
  it('are all that are shown', () => {
    expect(blocks.map(({ language }) => language).filter((language) => !['sh', 'ts', 'typescript', 'text', 'json', 'console', 'bash'].includes(language))).toEqual(PROGRAMS.map(([language]) => language))
  })

  it.for(PROGRAMS)('print what they say: %s', async ([language, target, file, run], { skip }) => {
    const tool = run.split(' ')[0]!
    if (!has(tool, tool === 'iverilog' ? '-V' : '--version')) skip(`${tool} is not there`)
    const cwd = join(folder(), language)
    mkdirSync(cwd)
    const { text } = inLanguage(language)[0]!
    writeFileSync(join(cwd, file), text)
    const due = [...text.matchAll(/print.*(?:\/\/|\/\*|#) (.*?)(?: \*\/)?$|\$display.*\/\/ (.*)$/gm)].map(([, one, other]) => `${one ?? other}\n`)
    expect(due.length).toBe(2)
    expect(await shell(`pci-ats-pri export ${target} vtd.page-request -o . >/dev/null; ${run}`, cwd)).toMatchObject({ status: 0, stdout: due.join('') })
  })
})

describe('the fuzzer of docs/fuzzing.md', () => {
  it('is built, fed and started as it says', async () => {
    const cwd = join(folder(), 'fuzzing')
    const installed = join(cwd, 'node_modules/pci-ats-pri')
    mkdirSync(installed, { recursive: true })
    await build({ entryPoints: { index: join(root, 'src/index.ts'), testing: join(root, 'src/testing/index.ts') }, bundle: true, platform: 'node', format: 'esm', outdir: installed, external: ['fast-check'], logLevel: 'error' })
    writeFileSync(join(installed, 'package.json'), '{ "type": "module", "exports": { ".": "./index.js", "./testing": "./testing.js" } }')
    for (const name of ['.bin', 'fast-check']) symlinkSync(join(root, 'node_modules', name), join(cwd, 'node_modules', name))
    writeFileSync(join(cwd, 'fuzz-target.ts'), blocks.find(({ path, language }) => path === 'docs/fuzzing.md' && language === 'ts')!.text)
    const [bash] = inLanguage('bash')
    const [prepare, start] = [bash!.text.replace(/^npx jsfuzz.*\n/m, ''), /^npx jsfuzz.*/m.exec(bash!.text)![0]]
    expect(await shell(prepare, cwd)).toMatchObject({ status: 0 })
    const fuzzer = spawn('bash', ['-c', `exec ${start}`], { cwd, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
    const seen: string[] = []
    for await (const line of createInterface({ input: fuzzer.stdout })) {
      seen.push(line)
      if (/^#\d+ .*cov: [1-9]/.test(line)) process.kill(-fuzzer.pid!)
    }
    expect(seen.at(-1)).toMatch(/^#\d+ .*cov: [1-9]/)
  })
})
