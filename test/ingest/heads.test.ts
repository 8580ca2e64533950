import { describe, expect, it } from 'vitest'
import { hexOf, readItems } from '../../src/ingest/index.ts'
import { piecesOf, textOf, x } from './printing.ts'

/** Dumps with a head above their columns. The bytes are synthetic, the shapes written after what each tool prints. */

const PACKETS = {
  'pcie.page-request': ['300000000100000400007f00aa00101d', '91000044300000000500000400000002a4f1c04d'],
  'vtd.page-request': ['01010003120000002db0a2410000000000000000000000000000000000000000'],
} as const

const upTo16 = Array.from({ length: 16 }, (_, i) => i)
const pairs = (row: Uint8Array): string => [...row].map((byte) => x(byte, 2)).join(' ')
const groups = (row: Uint8Array, size: number): string => piecesOf(row, size).map((group) => [...group].map((byte) => x(byte, 2)).join('')).join(' ')
/** The text of bytes in Latin-1, as HxD and PowerShell 5 show it; and as PowerShell 7 does. */
const latin = (row: Uint8Array): string => [...row].map((byte) => ((byte >= 0x20 && byte < 0x7f) || byte >= 0xa0 ? String.fromCharCode(byte) : '.')).join('')
const seven = (row: Uint8Array): string => [...row].map((byte) => (byte === 0 ? ' ' : byte < 0x20 || (byte >= 0x7f && byte < 0xa0) ? '\ufffd' : String.fromCharCode(byte))).join('')

const ONE = upTo16.map((i) => i.toString(16)).join('  ')
const TWO = upTo16.map((i) => x(i, 2)).join(' ')
const NAMES = ['          Offset Bytes                                           Ascii', `                 ${TWO.toUpperCase()}`, '          ------ ----------------------------------------------- -----']

interface Tool {
  readonly head: readonly string[]
  readonly row: (row: Uint8Array, at: number) => string
}

const five = (row: Uint8Array, at: number): string => `${x(at, 8)}   ${pairs(row).padEnd(47)}  ${latin(row)}`.toUpperCase()
const xxd = (row: Uint8Array, at: number): string => `${x(at, 8)}: ${groups(row, 2).padEnd(39)}  ${textOf(row)}`
const pwsh = (row: Uint8Array, at: number): string => `${x(at, 16)} ${pairs(row).toUpperCase().padEnd(47)} ${seven(row)}`
const radare = (row: Uint8Array, at: number): string => `0x${x(at, 8)}  ${groups(row, 2).padEnd(39)}  ${textOf(row)}`

const tools: Readonly<Record<string, Tool>> = {
  'xxd with a ruler': { head: ['          0001 0203 0405 0607 0809 0a0b 0c0d 0e0f'], row: xxd },
  'hexl of Emacs': { head: ['87654321  0011 2233 4455 6677 8899 aabb ccdd eeff  0123456789abcdef'], row: xxd },
  'the sample of hexl': { head: ['  HEX ADDR: 0001 0203 0405 0607 0809 0a0b 0c0d 0e0f     ASCII-TEXT', '  --------  ---- ---- ---- ---- ---- ---- ---- ----  ----------------'], row: xxd },
  'Format-Hex of PowerShell 5': { head: ['', '           Path: C:\\dump\\prq.bin', '', `           ${TWO.toUpperCase()}`, ''], row: five },
  'Format-Hex of PowerShell 5, its head alone': { head: [`           ${TWO.toUpperCase()}`, ''], row: five },
  'Format-Hex of PowerShell 7': { head: ['', '   Label: C:\\dump\\prq.bin', '', ...NAMES], row: pwsh },
  'Format-Hex of PowerShell 7, its columns alone': { head: NAMES.slice(1), row: pwsh },
  'Format-Hex of PowerShell 7, its rows alone': { head: [], row: pwsh },
  'HxD': { head: [`Offset(h) ${TWO.toUpperCase()}`, ''], row: (row, at) => `${x(at, 8)}  ${pairs(row).toUpperCase().padEnd(47)}  ${latin(row)}` },
  'HxD in decimal': { head: [`Offset(d) ${upTo16.map((i) => String(i).padStart(2, '0')).join(' ')}  Decoded text`, ''], row: (row, at) => `${x(at, 8)}  ${pairs(row).toUpperCase().padEnd(47)}  ${latin(row)}` },
  'HxD by four bytes': { head: ['Offset(h) 00010203 04050607 08090A0B 0C0D0E0F  Decoded text', ''], row: (row, at) => `${x(at, 8)}  ${groups(row, 4).toUpperCase().padEnd(35)}  ${latin(row)}` },
  'WinHex': { head: [`Offset      ${ONE.slice(0, 22)}   ${ONE.slice(24).toUpperCase()}            ANSI ASCII`, ''], row: (row, at) => `${x(at, 8)}   ${pairs(row).toUpperCase().padEnd(47)}   ${latin(row).replaceAll('.', ' ')}` },
  'radare2': { head: ['- offset -   0 1  2 3  4 5  6 7  8 9  A B  C D  E F  0123456789ABCDEF'], row: radare },
  'radare2, which counts from the address': { head: ['- offset -  6061 6263 6465 6667 6869 6A6B 6C6D 6E6F  0123456789ABCDEF'], row: (row, at) => radare(row, at + 0x60) },
  'nvme-cli': { head: [`       ${ONE}`], row: (row, at) => `${x(at, 4)}: ${pairs(row)} "${textOf(row)}"` },
  'Netty': { head: [`         +${'-'.repeat(49)}+`, `         |  ${ONE} |`, `+--------+${'-'.repeat(49)}+${'-'.repeat(16)}+`], row: (row, at) => `|${x(at, 8)}| ${pairs(row).padEnd(47)} |${textOf(row).padEnd(16)}|` },
  'ImHex': { head: [`Hex View  ${TWO.slice(0, 23)}  ${TWO.slice(24)}`, ' '], row: (row, at) => `${x(at, 8)}  ${pairs(row.subarray(0, 8))}  ${pairs(row.subarray(8))}  ${textOf(row)}` },
  'offsets with h': { head: [`       ${ONE}  0123456789ABCDEF`], row: (row, at) => `${x(at, 4)}h: ${pairs(row).padEnd(47)}  ${textOf(row)}` },
  'words by their first byte': { head: ['                 0        4        8        C'], row: (row, at) => `${x(at, 8)}: ${groups(row, 4)}` },
  'words as numbers': { head: ['          03020100 07060504 0B0A0908 0F0E0D0C'], row: (row, at) => `${x(at, 8)}: ${piecesOf(row, 4).map((word) => groups(word.slice().reverse(), 4)).join(' ')}  ${textOf(row)}` },
}

const BOTH = Object.entries(PACKETS).flatMap(([record, all]) => all.map((hex) => [record, hex] as const))

describe.each(Object.entries(tools))('%s', (_, { head, row }) => {
  const dumpOf = (hex: string): string => [...head, ...piecesOf(Buffer.from(hex, 'hex'), 16).map((bytes, i) => row(bytes, 16 * i)), ''].join('\n')

  it.each(BOTH)('the rows are %s %s, and the head is nothing', (record, hex) => {
    const dump = dumpOf(hex)
    for (const text of [dump, Buffer.from(dump).toString('latin1'), dump.replace(/^/gm, '> '), dump.replaceAll('\n', '\r\n')]) {
      const { items } = readItems(text)
      expect(items.map((item) => [item.record, hexOf(item.data!), item.line, item.bad]), text).toEqual([[record, hex, head.length + 1, false]])
    }
  })

  it('neither where the reader says what the bytes are', () => {
    for (const [, hex] of BOTH.slice(0, 2)) expect(readItems(dumpOf(hex), { as: 'tlp' }).items.map(({ data }) => hexOf(data!))).toEqual([hex])
  })

  it('neither in the middle of a dump, behind text, or alone', () => {
    const [, hex] = BOTH[2]!
    const rows = piecesOf(Buffer.from(hex, 'hex'), 16).map((bytes, i) => row(bytes, 16 * i))
    const text = ['The queue:', ...head, rows[0], ...head.filter((line) => /[0-9]/.test(line) && !line.includes(':')), rows[1], ''].join('\n')
    expect(readItems(text).items.map((item) => [item.record, hexOf(item.data!)]), text).toEqual([['vtd.page-request', hex]])
    expect(readItems(`${head.join('\n')}\n`, { as: 'tlp' }).items).toEqual([])
  })
})

it('bytes that count are bytes, where no row behind them has an offset', () => {
  const hex = Buffer.from(Array.from({ length: 32 }, (_, i) => i)).toString('hex')
  const rows = piecesOf(Buffer.from(hex, 'hex'), 16)
  const found = (text: string): readonly string[] => readItems(text, { as: 'vtd.page-request', words: 'bytes' }).items.map(({ data }) => hexOf(data!))
  expect(found(`${rows.map(pairs).join('\n')}\n`)).toEqual([hex])
  expect(found(`${rows.map((row) => groups(row, 4)).join('\n')}\n`)).toEqual([hex])
  expect(found(`${rows.map((row, at) => `${x(16 * at, 8)}  ${pairs(row)}`).join('\n')}\n`)).toEqual([hex])
})

it.each(['1...........\u00aa...', '0...........\u00aa....', '0...........ab..'])('what is not the text of the bytes is none: %s', (text) => {
  expect(readItems(`00000000 30 00 00 00 01 00 00 04 00 00 7f 00 aa 00 10 1d  ${text}\n`).items).toEqual([])
})
