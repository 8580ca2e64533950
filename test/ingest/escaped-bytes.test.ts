import { describe, expect, it } from 'vitest'
import { hexOf, read } from '../../src/ingest/index.ts'

/** Bytes of which programs print those that can be printed as they are. Synthetic. */

const REQUEST = '0101000345230100 0db0adde ff7f0000'.replaceAll(' ', '') + '0'.repeat(32)
const PACKET = '300000003b00000400007f22004002af'

const printed = (hex: string, escape: (byte: number, next: number) => string): string => {
  const bytes = [...Buffer.from(hex, 'hex')]
  return bytes.map((byte, i) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : escape(byte, bytes[i + 1] ?? 0))).join('')
}
/** `%r` of bpftrace: every other byte as `\xNN`. */
const bpftrace = (hex: string): string => printed(hex, (byte) => `\\x${byte.toString(16).padStart(2, '0')}`)
const NAMED: Readonly<Record<number, string>> = { 9: '\\t', 10: '\\n', 13: '\\r' }
const python = (hex: string): string => printed(hex, (byte) => NAMED[byte] ?? `\\x${byte.toString(16).padStart(2, '0')}`)
const gdb = (hex: string): string => printed(hex, (byte) => `\\${byte.toString(8).padStart(3, '0')}`).replaceAll('"', '\\"')

const found = (text: string): unknown[] => read(`${text}\n`).items.map(({ record, data }) => [record, data && hexOf(data)])

describe('a buffer of bpftrace is a record', () => {
  it.each([
    ['behind words', (bytes: string) => `irq/61-dmar2-pr prq ${bytes}`],
    ['of a map', (bytes: string) => `@prq[irq/61-dmar2-prq, 3]: ${bytes}`],
    ['of a map without a key', (bytes: string) => `@: ${bytes}`],
    ['before other words', (bytes: string) => `prq ${bytes} cpu 3`],
    ['in a mail', (bytes: string) => `> > prq: ${bytes}`],
  ])('%s', (_, line) => {
    expect(found(`Attaching 1 probe...\n${line(bpftrace(REQUEST))}`)).toEqual([['vtd.page-request', REQUEST]])
    const text = `${line(bpftrace(REQUEST))}\n`
    const { data } = read(text).items[0]!
    for (const { start, end, offset } of data!.spans) expect(text.slice(start, end)).toBe(hexOf(data!).slice(2 * offset, 2 * offset + 2))
  })

  it('and none where it is of something else, or words stand in it', () => {
    for (const line of [`prq ${bpftrace('0200ac100001a8c0'.repeat(4))}`, `name ${bpftrace('6e766d6530000000')}`, 'C:\\x00\\x00 is a path', 'prq \\x01\\x01\\x00']) expect(found(`text\n${line}`), line).toEqual([])
  })
})

describe('a string of a packet, whose first byte can be printed, is the packet', () => {
  it.each([
    ['of Python', `b'${python(PACKET)}'`], ['of Python, assigned', `tlp = b'${python(PACKET)}'`], ['of a call in Python', `send(b'${python(PACKET)}', 3)`],
    ['of gdb', `$1 = "${gdb(PACKET)}"`], ['of strace', String.raw`read(3, "0\0\0\0;\0\0\4\0\0\177\"\0@\2\257", 16) = 16`],
  ])('%s', (_, line) => {
    expect(found(line)).toEqual([['pcie.page-request', PACKET]])
    expect(found(`text\n${line}`)).toEqual([['pcie.page-request', PACKET]])
  })

  it('and any other string is none', () => {
    for (const line of ["magic = b'abc\\x00\\x00'", 'puts("name\\0\\0and more of it")', `x = b'${python('504b0304140000000800e07a4c57')}'`, `x = b'${python(`7f454c46${'0'.repeat(24)}`)}'`, "don't\\x00\\x00 do this"]) expect(found(`text\n${line}`), line).toEqual([])
  })
})
