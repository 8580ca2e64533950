import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { vtd } from '../../src/index.ts'
import { command } from '../support/command.ts'
import { program } from '../support/program.ts'

/** How the command behaves among others: colour, help, progress, completions, hostile input. Synthetic input. */

const folder = mkdtempSync(join(tmpdir(), 'pci-ats-pri-manners-'))
afterAll(() => rmSync(folder, { recursive: true }))

const LOG = 'dmar15: Invalid page request: 2000026a100101 ffffb167\n'
const COMMANDS = ['read', 'tlp', 'formats', 'layout', 'decode', 'encode', 'convert', 'answer', 'capabilities', 'serve', 'completions']
const REQUEST = { pasidPresent: true, rid: 0x0300, pasid: 1, executeRequested: false, privilegedModeRequested: false, read: true, write: false, last: true, prgIndex: 7, address: 0x1000n }

describe('colour', () => {
  it.each([
    [['--color', 'always'], {}, true], [['--color', 'always'], { env: { NO_COLOR: '1' } }, true], [['--color', 'never'], { tty: true }, false],
    [['--color', 'auto'], { tty: true }, true], [[], { tty: true, env: { NO_COLOR: '1' } }, false], [[], {}, false],
  ])('%j %j', async (options, surroundings, colored) => {
    expect((await command(['read', ...options], { stdin: LOG, ...surroundings })).out.includes('\u001b[')).toBe(colored)
  })
})

describe('help', () => {
  it.each([[[]], ...COMMANDS.map((name) => [[name]])])('of %j fits 80 columns, and has examples', async (argv) => {
    const { out, status } = await command([...argv, '--help'], { columns: 80 })
    expect([status, out]).toEqual([0, expect.stringContaining('Examples:\n  $ pci-ats-pri ')])
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([])
  })
})

describe('completions', () => {
  const complete = async (...words: string[]): Promise<string[]> => {
    const { out } = await command(['completions', 'bash'])
    const script = `${out}\nCOMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _pci_ats_pri; echo "\${COMPREPLY[*]}"`
    return spawnSync('bash', ['-c', script], { encoding: 'utf8' }).stdout.trim().split(' ')
  }

  it('of bash know commands, options, their values and ids', async () => {
    expect(await complete('pci-ats-pri', 're')).toEqual(['read'])
    expect(await complete('pci-ats-pri', 'read', '--ex')).toEqual(['--export', '--exit-zero'])
    expect(await complete('pci-ats-pri', 'read', '--export', 'p')).toEqual(['pcileech', 'pcap'])
    expect(await complete('pci-ats-pri', 'decode', 'smmuv3.pri')).toEqual(['smmuv3.pri-queue-entry'])
  })

  it.each(['zsh', 'fish'])('of %s name every command', async (shell) => {
    const { out } = await command(['completions', shell])
    for (const name of COMMANDS) expect(out).toContain(name)
    expect((await command(['completions', 'tcsh'])).status).toBe(2)
  })
})

it('a long file has a progress bar on a terminal whose results go elsewhere, and leaves nothing of it', async () => {
  const { watched } = await import('../../src/cli/progress.ts')
  const { Terminal } = await import('../../src/cli/terminal.ts')
  const shown = async (stdoutTty: boolean): Promise<string> => {
    let err = ''
    let time = 0
    const terminal = new Terminal({ stdin: [] as never, stdout: { write: () => true, isTTY: stdoutTty }, stderr: { write: (text) => (err += text), isTTY: true }, env: {} })
    const pieces = {
      at: 0,
      size: 1 << 24,
      async* [Symbol.asyncIterator]() {
        while (this.at < this.size) {
          this.at += 1 << 22
          yield new Uint8Array(1 << 22)
        }
      },
    }
    for await (const _ of watched(pieces, terminal, () => (time += 200)));
    return err
  }
  const err = await shown(false)
  expect(err).toContain('[###############...............]  50 %   8 of 16 MiB')
  expect(err).toMatch(/\r +\r$/)
  expect(await shown(true)).toBe('')
})

describe('input that means harm', () => {
  it('as a line of 100 MB is refused in constant memory', async () => {
    const path = join(folder, 'long.txt')
    const file = openSync(path, 'w')
    for (let i = 0; i < 100; i++) writeFileSync(file, Buffer.alloc(1e6, 'a'))
    writeFileSync(file, `\n${LOG}`)
    closeSync(file)
    const { json, err, status } = await command(['read', '--json', path])
    expect([status, json.map(({ line }) => line), err]).toEqual([1, [2], `error: ${path}:1: the line at byte 0 is too long to be text, and was left out\n`])
  })

  it('as JSON that is nested deep is refused', async () => {
    const ran = await command(['encode', 'linux.iommufd-page-response', '--from-json'], { stdin: '['.repeat(1e6) })
    expect(ran).toMatchObject({ status: 1, out: '', err: 'error: standard input:1: the JSON is nested deeper than 32 levels\n' })
  })

  it('as a number that JSON readers round is shown whole', async () => {
    const { err } = await command(['encode', 'linux.iommufd-page-response', '--from-json'], { stdin: '{"cookie":9007199254740993,"code":0}' })
    expect(err).toBe('error: standard input:1: linux.iommufd-page-response cookie +0[31:0]: range: expected a whole number from 0 to 0xffffffff, got 0x20000000000001n\n')
  })

  it('as names of other objects finds no field', async () => {
    for (const name of ['constructor', 'toString', '__proto__']) {
      expect((await command(['read', '-T', 'fields', '-e', name], { stdin: LOG })).out).toBe('\n')
      expect((await command(['encode', 'amd.ppr-log', `${name}=1`])).status).toBe(2)
    }
  })
})

describe('a long queue', () => {
  it('is answered as it comes, while the output is slow', async () => {
    const entry = Buffer.from(vtd.pageRequest.encode(REQUEST))
    let given = 0
    let waiting: (() => void) | undefined
    let lines = 0
    let answeredAt = Number.POSITIVE_INFINITY
    const stdin = (async function* () { for (; given < 6000; given += 1000) yield Buffer.concat(Array.from({ length: 1000 }, () => entry)) })()
    const stdout = {
      write(text: string | Uint8Array) {
        if (String(text).includes('"type":"response"')) answeredAt = Math.min(answeredAt, given)
        lines += String(text).split('\n').length - 1
        expect(waiting).toBeUndefined() // nothing is written before it has drained
        return false
      },
      once: (_: 'drain', listener: () => void) => {
        waiting = listener
        setImmediate(() => {
          waiting = undefined
          listener()
        })
      },
    }
    const { run } = await import('../../src/cli/run.ts')
    expect(await run(['answer', 'vtd.page-request', '--binary', '--json'], { stdin: stdin as never, stdout, stderr: { write: () => true }, env: {} })).toBe(0)
    expect(answeredAt).toBeLessThan(6000)
    expect(lines).toBeGreaterThan(12_000)
  }, 180_000)
})

it.skipIf(!existsSync('/dev/full'))('an output that is full is an error of status 2', async () => {
  const ran = spawnSync('bash', ['-c', `"${process.execPath}" "${await program('src/cli/main.ts')}" read --json > /dev/full`], { encoding: 'utf8', input: LOG })
  expect([ran.status, ran.stderr]).toEqual([2, expect.stringMatching(/^error: the output cannot be written: /)])
})
