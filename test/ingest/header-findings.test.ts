import { describe, expect, it } from 'vitest'
import { read } from '../../src/ingest/index.ts'
import type { Item, ReadOptions } from '../../src/ingest/index.ts'
import { headerFindings } from '../../src/ingest/header-findings.ts'
import { decodeTlp } from '../../src/index.ts'
import type { TlpMode } from '../../src/index.ts'
import { fromHex, numbers, toHex } from '../support/bytes.ts'

/** The headers are derived from the figures and rules of the Base Specification, but for those that are said to be captured. */

function found(hex: string, mode: TlpMode = 'non-flit'): string[] {
  const tlp = decodeTlp(fromHex(hex), { mode, headerOnly: true })
  if (tlp.id !== undefined) throw new Error(`${hex} is ${tlp.id}`)
  return headerFindings(tlp.header, mode, { ...tlp.fields }).map(({ id, severity, field }) => `${id} ${severity} ${field}`)
}

describe('a header that keeps the rules', () => {
  it.each([
    ['captured: a write of one DW', '40001001 0000000f 000a0000'],
    ['captured: a write of 16 DW', '40000010 870000ff 27af9700'],
    ['captured: a configuration read', '04000001 0000220f 01070000'],
    ['captured: ERR_COR', '30000000 02080030 00000000 00000000'],
    ['a read of no byte', '00000001 01000000 00001000'],
    ['one DW with a hole', '40000001 0100000a 00001000'],
    ['two DW, aligned, with holes', '00000002 010000a5 00001000'],
    ['two DW, not aligned', '00000002 0100007e 00001004'],
    ['up to the boundary', '00000001 0100000f 00001ffc'],
    ['4 KiB', '00000000 010000ff 00001000'],
    ['a read with a steering tag', '00010004 01000000 00001000'],
    ['a compare and swap of 16 bytes', '4e000008 01000000 00001010'],
    ['an I/O write', '42000001 01000003 00000cf8'],
    ['a completion of the last three bytes', '4a000001 00000003 01000001'],
    ['a completion of 4 KiB', '4a000000 00000000 01000000'],
    ['a completion that failed', '0a000000 00008004 01000000'],
    ['INTA', '34000000 01000020 00000000 00000000'],
    ['PME_TO_Ack', '35000000 0100001b 00000000 00000000'],
    ['Set_Slot_Power_Limit', '74000001 00000050 00000000 00000000'],
    ['LTR', '34000000 01000010 00000000 80018001'],
    ['a message of a vendor with any traffic class', '33700000 0100007e 00001022 00000000'],
  ])('is nothing to speak of: %s', (_, hex) => {
    expect(found(hex)).toEqual([])
  })

  it.each([
    ['a read', '03000002 01000aff 00001000'],
    ['ERR_FATAL', '30000000 02080033 00000000 00000000'],
  ])('in flit mode, too: %s', (_, hex) => {
    expect(found(hex, 'flit')).toEqual([])
  })
})

describe('a header that breaks a rule', () => {
  it.each([
    ['one DW and a last one', '00000001 010000ff 00001000', 'byte-enables error lastBe'],
    ['two DW without a first one', '00000002 010000f0 00001000', 'byte-enables error lastBe'],
    ['two DW without a last one', '00000002 0100000f 00001000', 'byte-enables error lastBe'],
    ['two DW, not aligned, with a hole in the first', '00000002 010000fb 00001004', 'byte-enables error lastBe'],
    ['three DW with a hole in the last', '40000003 010000ef 00001000', 'byte-enables error lastBe'],
    ['a write has its byte enables beside a steering tag', '40010002 0100000f 00001000', 'byte-enables error lastBe'],
    ['a DW past the boundary', '00000002 010000ff 00001ffc', 'above-4k-boundary error address'],
    ['4 KiB, not aligned', '20000000 010000ff 00000001 00001004', 'above-4k-boundary error address'],
    ['a read that is poisoned', '00004001 0100000f 00001000', 'poisoned-without-data warning ep'],
    ['a reserved AT', '00000c01 0100000f 00001000', 'address-type-reserved warning at'],
    ['a swap of three DW', '4d000003 01000000 00001000', 'atomic-operand error length'],
    ['a compare and swap of one', '4e000001 01000000 00001000', 'atomic-operand error length'],
    ['an addition that is not aligned', '4c000002 01000000 00001004', 'atomic-operand error length'],
    ['a configuration read of two DW', '04000002 0000220f 01070000', 'single-dword error length'],
    ['one with a traffic class', '04100001 0000220f 01070000', 'single-dword error length'],
    ['an I/O read with attributes', '02001001 0000220f 00000cf8', 'single-dword error length'],
    ['an I/O read with a last DW', '02000001 000022ff 00000cf8', 'byte-enables error lastBe'],
    ['data of a completion that failed', '4a000001 00002004 01000000', 'data-with-failure error status'],
    ['a status without a name', '0a000000 00006004 01000000', 'completion-status-reserved warning status'],
    ['more data than are left', '4a000002 00000004 01000000', 'byte-count-short error byteCount'],
    ['INTA to the root complex', '30000000 01000020 00000000 00000000', 'message-header error routing'],
    ['PM_PME by ID', '32000000 01000018 02000000 00000000', 'message-header error routing'],
    ['ERR_COR that is local', '34000000 01000030 00000000 00000000', 'message-header error routing'],
    ['PME_Turn_Off with a traffic class', '33100000 00000019 00000000 00000000', 'message-header error routing'],
    ['INTA with a word', '34000000 01000020 00000000 00000001', 'message-reserved warning dw2'],
    ['Unlock with data', '73000001 00000000 00000000 00000000', 'message-header error routing'],
  ])('says so: %s', (_, hex, expected) => {
    expect(found(hex)).toEqual([expected])
  })

  it.each([
    ['a read past the boundary', '03000002 01000aff 00001ffc', 'above-4k-boundary error address'],
    ['a read that is poisoned', '03000001 0100800f 00001000', 'poisoned-without-data warning ep'],
    ['a configuration read of two DW', '04000002 00000001 03000abc', 'single-dword error length'],
    ['INTA by broadcast', '33000000 01000020 00000000 00000000', 'message-header error routing'],
  ])('in flit mode, too: %s', (_, hex, expected) => {
    expect(found(hex, 'flit')).toEqual([expected])
  })
})

const readOf = (bytes: Uint8Array, options: ReadOptions = {}): readonly Item[] => read(`${toHex(bytes)}\n`, options).items

describe('bytes of which nothing says what they are', () => {
  /** A page fault of iommufd, with a reserved member that is not 0. */
  const FAULT = fromHex('0100000028000000050000003412000003000000030000000050341200 7f0000000000002a000000'.replaceAll(' ', ''))

  it('are no packets where those would be malformed', () => {
    expect(readOf(FAULT).map(({ record, mode, bad }) => [record, mode, bad])).toEqual([[null, undefined, true]])
    expect(readOf(FAULT, { as: 'tlp' }).map(({ name, findings }) => [name, findings[0]?.id])).toEqual([['MRdLk32', 'byte-enables'], ['Unlock', 'message-header'], ['MRd32', undefined]])
  })

  it('are packets where one of many is malformed', () => {
    const good = '60000001 0100000f 00000001 00001000 12345678'
    const bytes = fromHex([good, good, good, '60000001 010000ff 00000001 00001000 12345678', good].join('').replaceAll(' ', ''))
    expect(readOf(bytes).map(({ name, findings }) => [name, findings.map(({ id }) => id)])).toEqual([
      ['MWr64', []], ['MWr64', []], ['MWr64', []], ['MWr64', ['byte-enables']], ['MWr64', []],
    ])
  })

  it('are no packets where they are small numbers and pointers', () => {
    const next = numbers(3)
    for (let i = 0; i < 2000; i++) {
      const words = Array.from({ length: 4 + (next() % 8) }, () => (next() % 3 === 0 ? 0 : next() % 5 === 0 ? next() >>> 0 : next() % 64))
      const items = readOf(new Uint8Array(Uint32Array.from(words).buffer))
      expect(items.filter(({ mode, bad }) => mode !== undefined && !bad).map(({ name }) => `${words.map((word) => word.toString(16)).join(' ')}: ${name}`)).toEqual([])
    }
  })
})

describe('a list that is called a header', () => {
  // Derived from the trace event of AER, of which the first words are lost.
  it.each([
    ['its fourth DW is no data', 'x: TLP Header={0x40000001,0x5612020f,0x1c758c74,0x0}\n', '400000015612020f1c758c74', ['data, 4 bytes']],
    ['a packet has them', 'x: TLP={0x40000001,0x5612020f,0x1c758c74,0x0}\n', '400000015612020f1c758c7400000000', []],
  ])('%s', (_, text, hex, absent) => {
    expect(read(text).items.map(({ data, absent: missing }) => [toHex(data!.bytes), missing])).toEqual([[hex, absent]])
  })
})
