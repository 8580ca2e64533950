import { describe, expect, it } from 'vitest'
import { hexOf, read } from '../../src/ingest/index.ts'

/** What strace shows of iommufd, in the form that it writes; the values are synthetic. */

const FAULT = String.raw`\3\0\0\0\1\0\0\0\7\0\0\0\1\0\0\0\1\0\0\0\0\0\0\0\0\0\255\336\0\177\0\0`
const END = String.raw`\0\0\0\0\2\0\0\0`
const RESPONSE = String.raw`\2\0\0\0\0\0\0\0`
const FIRST = '0300000001000000070000000100000001000000000000000000adde007f0000'
const PGFAULT = '<anon_inode:[iommufd-pgfault]>'
const EVENTS = '<anon_inode:[iommufd-viommu-event]>'
const HALF = String.raw`\20\30\0\0\1u\0\0v\1\0\200\0\22\0\0`
const QUARTER = String.raw`\0\360z\332\252\252\0\0`
const EVENT = `${HALF}${QUARTER}${QUARTER}`

const rowsOf = (cookies: readonly number[]): string => {
  const hex = cookies.map((cookie) => `${FIRST}00000000${cookie.toString(16).padStart(2, '0')}000000`).join('')
  return (hex.match(/.{1,32}/g) ?? []).map((row, i) => {
    const pairs = row.match(/../g)!
    const digits = [pairs.slice(0, 8), pairs.slice(8)].map((half) => half.join(' ').padEnd(23)).join('  ')
    return ` | ${(16 * i).toString(16).padStart(5, '0')}  ${digits}  ${'.'.repeat(pairs.length).padEnd(16)} |\n`
  }).join('')
}

const recordsOf = (text: string): unknown[] => read(text).items.map(({ record, link, message }) => [record, message['cookie'], link?.what])

const PAIR = [['linux.iommufd-pgfault', 2, undefined], ['linux.iommufd-page-response', 2, 'answers']]

describe('the name of a file of iommufd', () => {
  it.each(['', '[pid  5512] 03:14:07.119 ', '5512  1795751518.177836 '])('tells faults and their responses, behind "%s"', (before) => {
    const lines = [`read(31${PGFAULT}, "${FAULT}${END}", 4000) = 40`, `write(31${PGFAULT}, "${RESPONSE}", 8) = 8 <0.000041>`]
    expect(recordsOf(lines.map((line) => `${before}${line}\n`).join('text\n'))).toEqual(PAIR)
    expect(recordsOf(`${before}${lines[1]!}\n`)).toEqual([['linux.iommufd-page-response', 2, 'answers nothing known']])
    expect(recordsOf(lines.map((line) => `${before}${line}\n`).join('').replaceAll('<', '&lt;').replaceAll('>', '&gt;'))).toEqual(PAIR)
    expect(recordsOf(lines.map((line) => `${before}${line.replace(', "', ',\n"').replace(') =', ')\n=')}\n`).join(''))).toEqual(PAIR)
  })

  it('tells a response to which a digit follows a byte that is 0', () => {
    expect(recordsOf(String.raw`write(31${PGFAULT}, "\0001\0\0\0\0\0\0", 8) = 8${'\n'}`)).toEqual([['linux.iommufd-page-response', 0x3100, 'answers nothing known']])
    expect(recordsOf(String.raw`write(31${PGFAULT}, "\x02\x00\x00\x00\x01\x00\x00\x00", 8) = 8${'\n'}`)).toEqual([['linux.iommufd-page-response', 2, 'answers nothing known']])
  })

  it('is there where another thread interrupts the call', () => {
    const lines = [
      `[pid  77] read(31${PGFAULT},  <unfinished ...>`, '[pid  78] ioctl(9, KVM_RUN, 0) = 0', `[pid  78] <... read resumed>"\\1\\0\\0\\0", 4) = 4`, `[pid  77] <... read resumed>"${FAULT}${END}", 4000) = 40`,
      `[pid  77] write(31${PGFAULT}, "${RESPONSE}", 8 <unfinished ...>`, '[pid  78] ioctl(9, KVM_RUN, 0) = 0', '[pid  77] <... write resumed>)        = 8',
    ]
    expect(recordsOf(`${lines.join('\n')}\n`)).toEqual(PAIR)
  })

  it('tells events behind their headers, as far as they are there', () => {
    const call = (bytes: string, result: number): string => `read(32${EVENTS}, "${bytes}", 4096) = ${result}\n`
    const idsOf = (text: string): unknown[] => read(text).items.map(({ record, absent }) => [record, absent])
    const [header, event] = ['linux.iommufd-vevent-header', 'smmuv3.stall-event'].map((id) => [id, []])
    expect(idsOf(call(`\\0\\0\\0\\0\\3\\0\\0\\0${EVENT}\\1\\0\\0\\0\\4\\0\\0\\0\\0\\0\\0\\0\\5\\0\\0\\0${EVENT}`, 88))).toEqual([header, event, header, header, event])
    expect(idsOf(`read(32${EVENTS}, "\\0\\0\\0\\0\\3\\0\\0\\0${HALF}${QUARTER}"..., 4096) = 40\n`)).toEqual([header, [event![0], ['q3Bits11to0', 'ipa', 'q3[63:56]']]])
    // Events of another kind are of another size.
    expect(read(call(`\\0\\0\\0\\0\\3\\0\\0\\0${HALF}`, 24)).items.map(({ record, name }) => [record, name])).toEqual([[null, 'events of a virtual IOMMU']])
  })

  it('is not enough: nothing was read, or nobody is answered', () => {
    for (const line of [`read(31${PGFAULT}, 0x7ffe12340000, 4000) = -1 EAGAIN (Resource temporarily unavailable)`, `read(31${PGFAULT}, "", 4000) = 0`, `close(31${PGFAULT}) = 0`, `read(31${PGFAULT},  <unfinished ...>`]) expect(read(`${line}\n`).items, line).toEqual([])
    expect(read(`write(31${PGFAULT}, "${RESPONSE}", 8) = -1 EINVAL (Invalid argument)\n`).items.map(({ record, name }) => [record, name])).toEqual([[null, 'page response that Linux refused (EINVAL)']])
  })
})

describe('a dump below a call', () => {
  it.each([PGFAULT, ''])('is the bytes of the call, and no others, of file "%s"', (name) => {
    const text = `read(31${name}, "${FAULT}"..., 4000) = 80\n${rowsOf([2, 3])}write(31${name}, "${RESPONSE}", 8) = 8\n | 00000  02 00 00 00 00 00 00 00                           ........         |\n`
    const { items } = read(text)
    expect(items.map(({ record, message, absent, link }) => [record, message['cookie'], absent, link?.what])).toEqual([['linux.iommufd-pgfault', 2, [], undefined], ['linux.iommufd-pgfault', 3, [], undefined], ['linux.iommufd-page-response', 2, [], 'answers']])
    for (const { start, end, offset, size } of items[1]!.data!.spans) expect(text.slice(start, end)).toBe(hexOf(items[1]!.data!).slice(2 * offset, 2 * (offset + size)))
    expect(items[1]!.data!.spans).toHaveLength(40)
  })
})

describe('a file without a name', () => {
  it('is that of responses where faults are read of it', () => {
    expect(recordsOf(`read(31, "${FAULT}${END}", 4000) = 40\npoll([{fd=31}]) = 1\nwrite(31, "${RESPONSE}", 8) = 8\n`)).toEqual(PAIR)
    // Nothing tells the cookie of a fault whose end is cut.
    expect(recordsOf(`read(31, "${FAULT}"..., 4000) = 40\nwrite(31, "${RESPONSE}", 8) = 8\n`)).toEqual([['linux.iommufd-pgfault', undefined, undefined], ['linux.iommufd-page-response', 2, undefined]])
  })

  it('is not where another is written, another cookie, or another code', () => {
    for (const line of [`write(32, "${RESPONSE}", 8) = 8`, String.raw`write(31, "\3\0\0\0\0\0\0\0", 8) = 8`, String.raw`write(31, "\2\0\0\0\2\0\0\0", 8) = 8`, String.raw`write(31, "\2\0\0\0", 4) = 4`]) {
      expect(recordsOf(`read(31, "${FAULT}${END}", 4000) = 40\n${line}\n`), line).toEqual([PAIR[0]])
    }
    expect(read(`read(31, "\\1\\0\\0\\0\\0\\0\\0\\0", 8) = 8\nwrite(31, "${RESPONSE}", 8) = 8\n`).items.map(({ record }) => record)).not.toContain('linux.iommufd-page-response')
  })
})
