import { describe, expect, it } from 'vitest'
import { hexOf, read } from '../../src/ingest/index.ts'
import type { LinkedItem } from '../../src/ingest/index.ts'

/** What is short of something that would tell it: all values are synthetic. */

const FIRST = '03000000010000002301000005000000030000000000000000703412127f0000'

it.each([
  String.raw`read(7, "\3\0\0\0\1\0\0\0#\1\0\0\5\0\0\0\3\0\0\0\0\0\0\0\0p4\22\22\177\0\0"..., 40) = 40`,
  String.raw`1234  12:00:01.123456 read(7</dev/iommu>, "\3\0\0\0\1\0\0\0#\1\0\0\5\0\0\0\3\0\0\0\0\0\0\0\0p4\22\22\177\0\0"..., 4000) = 40`,
  String.raw`[pid 42] read(7, "\x03\x00\x00\x00\x01\x00\x00\x00\x23\x01\x00\x00\x05\x00\x00\x00\x03\x00\x00\x00\x00\x00\x00\x00\x00\x70\x34\x12\x12\x7f\x00\x00"..., 80) = 80`,
])('a fault that strace cuts is there up to its address: %s', (line) => {
  const [item, ...more] = read(`${line}\n`).items
  expect([more, item!.record, hexOf(item!.data!), item!.absent]).toEqual([[], 'linux.iommufd-pgfault', `${FIRST}${'??'.repeat(8)}`, ['length', 'cookie']])
  expect(read(`text\n> ${line}\n`).items.map(({ record }) => record)).toEqual(['linux.iommufd-pgfault'])
})

it.each([
  // A reserved word that is not 0, no address, another length, an access that is none.
  String.raw`read(3, "\3\0\0\0\1\0\0\0#\1\0\0\5\0\0\0\3\0\0\0\0\0\0\1\0p4\22\22\177\0\0"..., 40) = 40`,
  String.raw`read(3, "\1\0\0\0\1\0\0\0\0\0\0\0\0\0\0\0\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"..., 40) = 40`,
  String.raw`read(3, "\3\0\0\0\1\0\0\0#\1\0\0\5\0\0\0\3\0\0\0\0\0\0\0\0p4\22\22\177\0\0"..., 4096) = 4096`,
  String.raw`read(3, "\3\0\0\0\1\0\0\0#\1\0\0\5\0\0\0\23\0\0\0\0\0\0\0\0p4\22\22\177\0\0"..., 40) = 40`,
  String.raw`read(3, "\177ELF\2\1\1\3\0\0\0\0\0\0\0\0\3\0>\0\1\0\0\0\20\332\2\0\0\0\0\0"..., 832) = 832`,
])('what strace cuts of anything else is none: %s', (line) => {
  expect(read(`${line}\n`).items).toEqual([])
})

it('two numbers among text are a page request of RISC-V, if they have a bus, a PASID and an access', () => {
  const of = (words: string): unknown[] => read(`The entry of the queue was\n\n  ${words}\n\nand then it hung.\n`).items.map(({ record, ambiguous, data }) => [record, ambiguous, hexOf(data!)])
  expect(of('0x003b000112345000 0x00007f0012345237')).toEqual([['riscv.page-request', false, '0050341201003b0037523412007f0000']])
  for (const words of ['0x0000010100001000 0x000001ffffffffff', '0xffff888100001000 0xffff888100002003', '0x00007f0100001000 0x00007f0100002007', '0x003b000012345000 0x00007f0012345237', '0x003b000100000000 0x00007f0012345237', '0x003b000112345000 0x00007f0012345230', '0x003b000912345000 0x00007f0012345237', '003b000112345000 00007f0012345237']) expect(of(words), words).toEqual([])
})

it('lines that a terminal breaks at 80 columns go on in the next', () => {
  const wrapped = (lines: readonly string[]): string => lines.map((line) => `${(line.match(/.{1,80}/g) ?? []).join('\n')}\n`).join('')
  const windows = ['Arg1: 0000000000000026, IOMMU detected DMA violation.', 'Arg2: ffffb10e12345060, Device Object of faulting device.', 'Arg3: 00000000fed12000, Faulting information (usually faulting physical address)', 'Arg4: 0000000000000005, Fault type (hardware specific).']
  for (const indent of ['', '    ', '        ']) expect(read(wrapped(windows.map((line) => `${indent}${line}`))).items.map(({ said }) => [said['address'], said['faultType']]), indent).toEqual([[0xfed12000n, 5n]])
  expect(read('(XEN) IQA =\n41e8a0000\n(XEN) IQH = 150\n').items.map(({ message }) => message['address'] ?? message['index'])).toEqual([0x41e8a0000n, 0x150n])
  expect(read('(XEN) IQA = \nnext line\n').items).toEqual([])
})

describe('a line of Linux that breaks off', () => { // derived
  const item = (text: string): LinkedItem => read(`${text}\n`).items[0]!

  it('in the words of a page request says so, and a word that may have lost digits is none', () => {
    expect(item('dmar5: Invalid page request: 2000126a01')).toMatchObject({ record: 'vtd.page-request', message: {}, summary: 'a device asks for a page; Linux refused it', findings: [{ message: 'the log breaks off in the first word, or behind it' }] })
    expect(item('dmar5: Invalid page request: 2000126a010101 ffffb')).toMatchObject({ message: { rid: 0x6a01, pasid: 0x12 }, findings: [{ message: 'the log breaks off in the second word' }] })
    expect(item('dmar5: Invalid page request: 002000126a010101').findings).toMatchObject([{ message: 'the log does not hold the second word' }])
    expect(item('dmar5: Invalid page request: 126a010101 7f2200024003')).toMatchObject({ message: { rid: 0x6a01, write: true }, findings: [] })
  })

  it('in the fields of an event says so, and a number that may have lost digits is none', () => {
    expect(item('prq_report: dw0=9007278342603009 dw1=13978400')).toMatchObject({ record: 'vtd.page-request', message: { rid: 0x6a01, pasid: 0x12 }, findings: [{ message: 'the line is cut short' }] })
    expect(item('prq_report: dw0=9007278342603009 dw1=13978400').absent).toContain('address')
    expect(read('prq_report: dw0=18446744073709551616 dw1=0 dw2=0 dw3=0 seq=0x1\nprq_report: seq=0x1\n').items).toEqual([])
  })

  it('in a descriptor says so', () => {
    expect(item('DMAR: QI PRIOR: Invalidation Wait qw0 = 0x2000000')).toMatchObject({ record: null, name: 'Invalidation Wait', findings: [{ message: 'the log breaks off in qw0, or behind it' }] })
    expect(item('DMAR: QI PRIOR: Invalidation Wait qw0 = 0x200000025,')).toMatchObject({ record: 'vtd.invalidation-wait', message: { statusData: 2 } })
  })
})

describe('a report that a mail client fills anew', () => { // derived
  const lines = ['DMAR: IOMMU: dmar9: Page request in Privilege Mode', 'DMAR: dmar9: Invalid page request: 204001e7080101 7fb3c2a1908e']
  const stamp = 'Mar 04 09:58:31 spr-07 kernel: '

  it.each(['', '> > ', stamp, `> > ${stamp}`])('is one request, wherever its lines are broken, behind "%s"', (before) => {
    const quote = before.replace(stamp, '')
    const broken = (line: string): string[] => [line, ...[...line.matchAll(/ /g)].flatMap(({ index }) => (index < 6 ? [] : [`${line.slice(0, index)}\n${quote}${line.slice(index + 1)}`]))]
    for (const reason of broken(lines[0]!)) {
      for (const words of broken(lines[1]!)) {
        const text = `${before}${reason}\n${before}${words}\n`
        expect(read(text).items.map(({ said, message }) => [said['reason'], message['rid'], message['prgIndex']]), text).toEqual([['Page request in Privilege Mode', 0xe708, 0x11]])
      }
    }
  })

  it('of a queue of RISC-V keeps all of its flags', () => {
    for (const text of ['Queue #2 error; memory\nfault:0 overflow:1', 'Queue #2 error; memory fault:0\noverflow:1', 'Queue #2 error; memory fault:0 over\nflow:1']) {
      expect(read(`riscv-iommu 10000.iommu: ${text}\n`).items.map(({ said }) => [said['memory_fault'], said['overflow']]), text).toEqual([[0, 1]])
    }
    expect(read('Queue #2 error; memory overflow\nQueue #2 error; see below\n').items).toEqual([])
  })
})

describe('a number that has lost digits', () => { // synthetic
  const items = (...lines: readonly string[]) => read(`${lines.join('\n')}\n`).items

  it('is no address of a page, at the end of a fault', () => {
    for (const address of ['0x7fe0c99', '7fe0c99', '9']) {
      const [item] = items(`DMAR: [DMA Read] Request device [06:00.0] fault addr ${address}`)
      expect([item!.message['sid'], item!.message['faultInfo'], item!.findings.at(-1)!.message], address).toEqual([0x600, undefined, 'the log breaks off in the address'])
    }
    expect(items('DMAR: [DMA Read] Request device [06:00.0] fault addr 7fe0000')[0]!.message['faultInfo']).toBe(0x7fe0000n)
    expect(items('DMAR: [DMA Read] Request device [06:00.0] fault addr 7fe0c99 [fault reason 06] words')[0]!.message['faultInfo']).toBe(0x7fe0000n)
  })

  it('is no first word of a descriptor, at the end of a trace', () => {
    expect(items('qi_submit: iotlb_inv dmar1: 0x1').map(({ record, name }) => [record, name])).toEqual([[null, 'iotlb_inv']])
    expect(items('qi_submit: iotlb_inv dmar1: 0x12 0x3').map(({ record, message }) => [record, message['address']])).toEqual([['vtd.iotlb-invalidate', undefined]])
  })

  it.each([
    ['at 0x00017d73 ...  (repeating ~1/s)', { prod: '0x00017d73' }], ['at 0x00017d73', { prod: '0x00017d73' }], ['at 0x00017d73 [hwprod 0x0001', { prod: '0x00017d73' }],
    ['at 0x00017d73 [hwprod 0x00017d80, hwcons 0x00', { prod: '0x00017d73', hwprod: '0x00017d80' }],
  ])('is no index of a command queue: %s', (text, indices) => {
    const [item] = items(`arm-smmu-v3 arm-smmu-v3.1.auto: CMD_SYNC timeout ${text}`)
    expect(item!.said).toEqual({ event: 'command-queue-timeout', iommu: 'arm-smmu-v3.1.auto', ...indices })
    expect(item!.findings.map(({ message }) => message)).toContain('the line is cut short')
  })

  it('is not an index where other words stand behind it', () => {
    for (const text of ['at 0x0001', 'at 0x00017d73 and then it hung']) expect(items(`arm-smmu-v3 arm-smmu-v3.1.auto: CMD_SYNC timeout ${text}`), text).toEqual([])
  })

  it('or a whole word of an event: which the others are is not told, if another line stands between them', () => {
    const lines = ['event 0x10 received:', '\t0x0000090000005810', '\t0x00000000ffffe000', '\t0x000000000000e040'].map((line) => `arm-smmu-v3 arm-smmu-v3.0.auto: ${line}`)
    const other = 'usb 1-1: new device'
    const known = (text: readonly string[]): string[] => items(...text).map(({ data }) => hexOf(data!))
    expect(known([...lines.slice(0, 2), other, ...lines.slice(2)])).toEqual([`1058000000090000${'??'.repeat(24)}`])
    // What stands together is cut at its end.
    expect(known(lines)).toEqual([`105800000009000000e0ffff0000000040e0000000000000${'??'.repeat(8)}`])
    expect(known([...lines.slice(0, 2), other, ...lines.slice(2), 'arm-smmu-v3 arm-smmu-v3.0.auto: \t0x0000000000000000'])).toEqual([`105800000009000000e0ffff0000000040e0000000000000${'00'.repeat(8)}`])
  })
})
