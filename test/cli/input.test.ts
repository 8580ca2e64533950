import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formatHex } from '../../src/cli/hex.ts'
import { formatRequester, parseNumber, parseRequester } from '../../src/cli/values.ts'
import { command } from '../support/command.ts'

it('writes no words of bytes that are no whole number of them', () => {
  expect(formatHex(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12), 'le32')).toBe('0x04030201 0x08070605 0x0c0b0a09')
  expect(() => formatHex(new Uint8Array(12), 'le64')).toThrow('12 bytes are not a whole number of le64 words')
})

describe('values', () => {
  it.each([
    ['0', 0n], ['10', 10n], ['0x1F', 31n], ['0b101', 5n], ['1_000', 1000n], ['0xffff_ffff_ffff_ffff', 2n ** 64n - 1n], ['-3', -3n],
    ['', undefined], ['0x', undefined], ['1.5', undefined], ['1e3', undefined], ['0b2', undefined], ['_1', undefined], ['ff', undefined], ['NaN', undefined], [' 1', undefined],
  ])('reads the number %j', (text, value) => expect(parseNumber(text)).toBe(value))

  it('writes a device as it reads it', () => {
    for (const rid of [0, 1, 0x3b01, 0xfff8, 0xffff]) {
      for (const segment of [0, 1, 0xffff]) {
        const requester = segment === 0 ? { rid } : { rid, segment }
        expect(parseRequester(formatRequester(requester))).toEqual(requester)
      }
    }
    expect(formatRequester({ rid: 0x3b01, segment: 0x10 })).toBe('0010:3b:00.1')
    expect(formatRequester({ rid: 0xffff })).toBe('ff:1f.7')
  })
})

describe('where input comes from', () => {
  let folder: string
  const file = (name: string): string => join(folder, name)
  const message = Buffer.from('32000000000000050300f1ab00000000', 'hex')
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pci-ats-pri-'))
    await writeFile(file('one.hex'), `\uFEFF# one message\n${message.toString('hex')}\n`)
    await writeFile(file('one.bin'), message)
    await writeFile(file('empty.hex'), '# nothing\n\n')
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('is the same from arguments, a file, a binary file and standard input', async () => {
    const expected = await command(['decode', 'pcie.prg-response', message.toString('hex')])
    expect(expected.out).toContain('ResponseFailure')
    const ways = [
      command(['decode', 'pcie.prg-response', '--file', file('one.hex')]),
      command(['decode', 'pcie.prg-response', '--file', file('one.bin'), '--binary']),
      command(['decode', 'pcie.prg-response'], { stdin: message.toString('hex') }),
      command(['decode', 'pcie.prg-response', '--file', '-'], { stdin: message.toString('hex') }),
      command(['decode', 'pcie.prg-response', '--binary'], { stdin: message }),
    ]
    for (const ran of await Promise.all(ways)) expect(ran).toMatchObject({ status: 0, err: '', out: expected.out })
  })

  it.each([
    [['zz'], 1, /^error: argument 1: "zz" is not hexadecimal \(--file reads a file\)\n$/],
    [['00', '0'], 1, /^error: argument 2: "0" has 1 digits/],
    [[''], 1, /^error: the arguments: nothing to read: no bytes are there\n$/],
    [[], 1, /^error: standard input: nothing to read: no bytes are there\n$/],
    [['--binary'], 1, /^error: standard input: nothing to read: no bytes are there\n$/],
    [['--file', 'FOLDER/empty.hex'], 1, /empty\.hex: nothing to read: no bytes are there\n$/],
    [['--file', 'FOLDER/one.bin'], 1, /one\.bin:1: .* is not hexadecimal \(--binary reads the bytes themselves\)\n$/],
    [['--file', 'FOLDER'], 2, /: illegal operation on a directory\n$/],
    [['--file', 'FOLDER/none.hex'], 2, /none\.hex: no such file or directory\n$/],
    [['--file', 'FOLDER/one.hex', '00'], 2, /^error: give hex words or a file, not both\n$/],
    [['--binary', '00'], 2, /^error: give hex words or a file, not both\n$/],
    [['--binary', '--words', 'le64'], 2, /^error: --words says how hex is read/],
    [['--words', 'be24', '00'], 2, /^error: option '--words <form>' argument 'be24' is invalid\. Allowed choices are bytes, le16, be16, le32, be32, le64, be64\.\n$/],
    [['--frob'], 2, /^error: unknown option '--frob'\n$/],
  ])('gives one clear error for %j', async (argv, status, message) => {
    const ran = await command(['decode', 'pcie.prg-response', ...argv.map((one) => one.replace('FOLDER', folder))])
    expect(ran.err).toMatch(message)
    expect(ran).toMatchObject({ status, out: '' })
  })

  it('tells that it waits where somebody has to type', async () => {
    const { err, status } = await command(['decode', 'pcie.prg-response'], { stdin: message.toString('hex'), typed: true })
    expect({ err, status }).toEqual({ err: 'note: reading from the terminal; Ctrl-D ends the input\n', status: 0 })
  })
})

describe('wrong usage', () => {
  it.each([
    [['decode', 'vtd.page-reqest'], 'error: no record is called "vtd.page-reqest" (did you mean vtd.page-request?); "pci-ats-pri formats" lists them all\n'],
    [['layout', ''], 'error: no record is called ""; "pci-ats-pri formats" lists them all\n'],
    [['formats', '--family', 'vdt'], expect.stringMatching(/^error: no family is called vdt.*; there are linux, pcie, /)],
    [['answer', 'vtd.page-group-response'], 'error: vtd.page-group-response carries no page request; "pci-ats-pri formats" says which do\n'],
    [['decde'], "error: unknown command 'decde'\n(Did you mean decode?)\n"],
    [['layout'], "error: missing required argument 'id'\n"],
    [['layout', 'amd.ppr-log', 'more'], expect.stringMatching(/^error: too many arguments for 'layout'/)],
    [['answer', 'vtd.page-request', '--code', 'maybe'], expect.stringMatching(/Allowed choices are success, invalid, failure\.\n$/)],
    [['convert', 'vtd.page-request', 'amd.ppr-log', '--cookie', '0x100000000'], expect.stringMatching(/Expected a number of 32 bits\.\n$/)],
  ])('%j is refused with status 2 and nothing on standard output', async (argv, err) => {
    expect(await command(argv)).toMatchObject({ status: 2, out: '', err })
  })

  it.each([[['--help']], [['decode', '--help']], [['help', 'answer']], [['convert', '-h']]])('%j is help, with examples', async (argv) => {
    const { status, out, err } = await command(argv)
    expect({ status, err }).toEqual({ status: 0, err: '' })
    expect(out).toMatch(/^Usage: pci-ats-pri /)
    expect(out).toContain('\nExamples:\n  $ pci-ats-pri ')
  })
})

describe('colour', () => {
  const colored = async (tty: boolean, env: Record<string, string>): Promise<boolean> => (await command(['formats'], { tty, env })).out.includes('\u001b[')

  it('is for terminals, unless the user says otherwise', async () => {
    expect(await colored(true, {})).toBe(true)
    expect(await colored(false, {})).toBe(false)
    expect(await colored(true, { NO_COLOR: '1' })).toBe(false)
    expect(await colored(true, { NO_COLOR: '' })).toBe(true)
    expect(await colored(true, { TERM: 'dumb' })).toBe(false)
    expect(await colored(false, { FORCE_COLOR: '1' })).toBe(true)
    expect(await colored(true, { FORCE_COLOR: '0' })).toBe(false)
    expect(await colored(false, { FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false)
  })

  it('changes nothing but colour', async () => {
    for (const argv of [['formats'], ['layout', 'amd.ppr-log'], ['decode', 'pcie.prg-response', '32000000', '00000005', '0300f1ab', '00000000'], ['decode', 'amd.ppr-log', 'zz']]) {
      const [plain, colored] = [await command(argv), await command(argv, { env: { FORCE_COLOR: '1' } })]
      const strip = (text: string): string => text.replaceAll(/\u001b\[\d+m/g, '')
      expect([strip(colored.out), strip(colored.err), colored.status]).toEqual([plain.out, plain.err, plain.status])
      expect(colored.out + colored.err).not.toBe(plain.out + plain.err)
    }
  })
})
