import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formatHex, parseHex } from '../../src/cli/hex.ts'
import type { Words } from '../../src/cli/hex.ts'
import { formatRequester, parseNumber, parseRequester } from '../../src/cli/values.ts'
import { command } from '../support/command.ts'

const read = (text: string, words: Words = 'bytes'): string => formatHex(parseHex(text, words, (line) => `line ${line}`).bytes, 'bytes', 1000)

describe('hex', () => {
  it.each([
    ['01020304'],
    ['01 02 03 04'],
    ['0x01,0x02,0x03,0x04'],
    ['0x0102_0304'],
    ['0X0102 0304\r\n'],
    ['\n# a comment: 0xff\n0102 # ff\n\t03,\n04\n'],
    ['0000: 01 02\n0002: 03 04'],
    ['00000010: 0102\n00000012: 0304\n'],
    ['0x10: 0102\n0x12: 0304\n'],
    ['0000: 01 02\n0002:\n0000: 03\n0001: 04'],
  ])('reads %j as bytes', (text) => expect(read(text)).toBe('01020304'))

  it.each([
    ['be32', '0x11223344 55667788', '1122334455667788'],
    ['le32', '0x11223344 55667788', '4433221188776655'],
    ['le64', '0x1122334455667788', '8877665544332211'],
    ['be32', '0x1', '00000001'],
    ['le32', '0x100', '00010000'],
    ['le64', '123', '2301000000000000'],
  ] as const)('reads %s words %s', (words, text, bytes) => expect(read(text, words)).toBe(bytes))

  it.each([
    ['01\nxyz', 'bytes', 'line 2: "xyz" is not hexadecimal'],
    ['0x', 'bytes', 'line 1: "0x" is not hexadecimal'],
    ['0x0x01', 'bytes', 'line 1: "0x0x01" is not hexadecimal'],
    ['-01', 'bytes', 'line 1: "-01" is not hexadecimal'],
    ['\n\n012', 'bytes', 'line 3: "012" has 3 digits, which are no whole bytes (--words reads words as numbers)'],
    ['123456789', 'be32', 'line 1: "123456789" has 9 digits, but a be32 word has at most 8'],
    ['0x10000000000000000', 'le64', 'line 1: "0x10000000000000000" has 17 digits, but a le64 word has at most 16'],
    ['0000: 01 02\n0004: 03', 'bytes', 'line 2: offset 0x0004, where 0x2 comes next: a line is missing'],
    ['0000: 01 02\n0001: 03', 'bytes', 'line 2: offset 0x0001, where 0x2 comes next: lines overlap'],
    ['0000: 01 02\n*\n0010: 03', 'bytes', 'line 2: "*" is not hexadecimal'],
    ['00000000: 0102 0304  ....', 'bytes', 'line 1: "...." is not hexadecimal (a dump must have all its lines and no text column: xxd -p)'],
    ['ab'.repeat(30) + 'g', 'bytes', `line 1: "${'ab'.repeat(20)}…" is not hexadecimal`],
  ] as const)('refuses %j as %s', (text, words, message) => expect(() => read(text, words)).toThrow(message))

  it('knows the line of every byte', () => {
    const { place } = parseHex('# no bytes here\n0102\n\n03 04\n05', 'bytes', (line) => `line ${line}`)
    expect([0, 1, 2, 3, 4, 99].map(place)).toEqual(['line 2', 'line 2', 'line 4', 'line 4', 'line 5', 'line 5'])
  })

  it('writes no words of bytes that are no whole number of them', () => {
    expect(formatHex(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12), 'le32')).toBe('0x04030201 0x08070605 0x0c0b0a09')
    expect(() => formatHex(new Uint8Array(12), 'le64')).toThrow('12 bytes are no whole number of le64 words')
  })
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
    [['--file', 'FOLDER/none.hex'], 2, /none\.hex: there is no such file\n$/],
    [['--file', 'FOLDER'], 2, /EISDIR/],
    [['--file', 'FOLDER/one.hex', '00'], 2, /^error: give hex words or a file, not both\n$/],
    [['--binary', '00'], 2, /^error: give hex words or a file, not both\n$/],
    [['--binary', '--words', 'le64'], 2, /^error: --words says how hex is read/],
    [['--words', 'be16', '00'], 2, /^error: option '--words <form>' argument 'be16' is invalid\. Allowed choices are bytes, be32, le32, le64\.\n$/],
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
    [[], expect.stringMatching(/^Usage: pci-ats-pri /)],
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
