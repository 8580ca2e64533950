import { describe, expect, it } from 'vitest'
import { CodecError, decodeTlp, encodeTlp, MESSAGE_CODE, record, tlps } from '../../src/index.ts'
import type { Tlp, TlpMode } from '../../src/index.ts'
import { fromHex, toHex } from '../support/bytes.ts'

/** Packets of all kinds, one after the other. Headers are synthetic unless a line says otherwise. */

const DW = '00000000'
const dws = (count: number): string => DW.repeat(count)

type Case = readonly [name: string, kind: string, dwords: number, hex: string]

/** Byte 0 and name, with the DWs of the header; data as Length says. */
const nonFlit: readonly Case[] = [
  ['MRd32', 'memory', 3, `000000010000200f${DW}`],
  ['MRd32', 'memory', 3, `000008010000200f${DW}`],
  ['MRd64', 'memory', 4, `200000000000200f${dws(2)}`],
  ['MRdLk32', 'memory', 3, `01000001${dws(2)}`],
  ['MRdLk64', 'memory', 4, `21000001${dws(3)}`],
  ['MWr32', 'memory', 4, `40000001${dws(3)}`],
  ['MWr64', 'memory', 6, `60000002${dws(5)}`],
  ['MWr32', 'memory', 3 + 1024, `40000000${dws(2 + 1024)}`],
  ['MWr32', 'memory', 3 + 1023, `400003ff${dws(2 + 1023)}`],
  ['IORd', 'io', 3, `02000001${dws(2)}`],
  ['IOWr', 'io', 4, `42000001${dws(3)}`],
  // captured: an lspci HeaderLog of an NVMe controller, without the fourth DW that a log pads
  ['CfgRd0', 'configuration', 3, '040000010000220f01070000'],
  ['CfgWr0', 'configuration', 4, `44000001${dws(3)}`],
  ['CfgRd1', 'configuration', 3, `05000001${dws(2)}`],
  ['CfgWr1', 'configuration', 4, `45000001${dws(3)}`],
  ['Cpl', 'completion', 3, `0a000000${dws(2)}`],
  ['CplD', 'completion', 4, `4a000001${dws(3)}`],
  ['CplLk', 'completion', 3, `0b000000${dws(2)}`],
  ['CplDLk', 'completion', 4, `4b000001${dws(3)}`],
  ['FetchAdd32', 'atomic', 4, `4c000001${dws(3)}`],
  ['FetchAdd64', 'atomic', 5, `6c000001${dws(4)}`],
  ['Swap32', 'atomic', 4, `4d000001${dws(3)}`],
  ['Swap64', 'atomic', 5, `6d000001${dws(4)}`],
  ['CAS32', 'atomic', 5, `4e000002${dws(4)}`],
  ['CAS64', 'atomic', 6, `6e000002${dws(5)}`],
  ['DMWr32', 'memory', 4, `5b000001${dws(3)}`],
  ['DMWr64', 'memory', 5, `7b000001${dws(4)}`],
  // captured: ERR_COR from 02:01.0 in a kernel log
  ['ERR_COR', 'message', 4, '30000000020800300000000000000000'],
  ['PME_Turn_Off', 'message', 4, `3300000000000019${dws(2)}`],
  ['Set_Slot_Power_Limit', 'message', 5, `7400000100000050${dws(3)}`],
  ['Vendor_Defined Type 1', 'message', 6, `720000020000007f${dws(4)}`],
  ['Message 0x54', 'message', 4, `3400000000000054${dws(2)}`],
  ['Fmt 0, Type 0x0f', 'undefined', 3, `0f000001${dws(2)}`],
  ['Fmt 1, Type 0x16', 'undefined', 4, `36000001${dws(3)}`],
  ['Page Request', 'message', 4, '30000000030000040000000000000001'],
  ['MWr32', 'memory', 6, `91000001 40008001${dws(4)}`],
]

const flit: readonly Case[] = [
  ['NOP', 'nop', 1, DW],
  ['MRd32', 'memory', 3, `03000001${dws(2)}`],
  ['MRd64', 'memory', 4, `20000000${dws(3)}`],
  ['MRdLk32', 'memory', 3, `01000001${dws(2)}`],
  ['MWr32', 'memory', 5, `40010001${dws(2)}00000003aabbccdd`],
  ['MWr64', 'memory', 4 + 1 + 1 + 4 + 2 + 3, `601da002${dws(14)}`],
  ['UIOMRd', 'memory', 4, `22000002${dws(3)}`],
  ['UIOMWr', 'memory', 6, `61000002${dws(5)}`],
  ['IORd', 'io', 4, `02010001${dws(3)}`],
  ['IOWr', 'io', 5, `42010001${dws(3)}10203040`],
  ['CfgRd0', 'configuration', 4, `04010001${dws(3)}`],
  ['CfgWr0', 'configuration', 5, `44010001${dws(3)}44332211`],
  ['Cpl', 'completion', 3, `0a000000${dws(2)}`],
  ['CplD', 'completion', 3 + 1024, `4a000000${dws(2 + 1024)}`],
  ['FetchAdd32', 'atomic', 4, `4c000001${dws(3)}`],
  ['CAS64', 'atomic', 6, `6e000002${dws(5)}`],
  ['DMWr32', 'memory', 4, `5b000001${dws(3)}`],
  ['LTR', 'message', 4, `3400000000000010${dws(2)}`],
  ['Vendor_Defined Type 0', 'message', 6, `720100010000007e${dws(4)}`],
  ['Page Request', 'message', 6, '30012000030000040000000000000001 41234500 deadbeef'],
]

describe.each([['non-flit', nonFlit], ['flit', flit]] as const)('in %s mode', (mode, cases) => {
  it.each(cases)('%s is named and measured: %s, %i DW', (name, kind, dwords, hex) => {
    const bytes = fromHex(hex)
    expect(bytes.length, 'the example itself').toBe(4 * dwords)
    const tlp = decodeTlp(Uint8Array.of(...bytes, 0xff, 0xff, 0xff), { mode })
    expect(tlp).toMatchObject({ name, kind, size: bytes.length, mode })
    expect(toHex(encodeTlp(tlp))).toBe(toHex(bytes))
  })

  it('a walk comes to the end of a buffer of all of them', () => {
    const bytes = fromHex(cases.map(([, , , hex]) => hex).join(''))
    const walked = [...tlps(bytes, { mode })]
    expect(walked.map(({ name, size }) => [name, size])).toEqual(cases.map(([name, , dwords]) => [name, 4 * dwords]))
    let at = 0
    for (const tlp of walked) {
      expect(tlp.offset).toBe(at)
      at += tlp.size
    }
    expect(at).toBe(bytes.length)
  })
})

describe('the parts of a packet that is none of ours', () => {
  it('in flit mode are its base with its OHC words, each with its record', () => {
    const tlp = decodeTlp(fromHex(flit.find(([name]) => name === 'MWr64')![3]), { mode: 'flit' })
    if (tlp.id !== undefined) throw new Error('a write is no message')
    expect(tlp.header.length).toBe(4 * 10)
    expect(tlp.payload.length).toBe(8)
    expect(tlp.trailer.length).toBe(12)
    expect(tlp.ohc).toEqual([{ id: 'pcie-flit.ohc-a1', offset: 16 }, { id: 'pcie-flit.ohc-c', offset: 20 }])
  })

  it.each([
    ['IOWr', 'pcie-flit.ohc-a2', { firstBe: 0 }],
    ['CfgWr0', 'pcie-flit.ohc-a3', { destinationSegment: 0 }],
    ['MWr32', 'pcie-flit.ohc-a1', { firstBe: 3, lastBe: 0, pasidValid: false }],
    ['Vendor_Defined Type 0', 'pcie-flit.ohc-a4', { destinationSegmentValid: false }],
  ])('%s has %s', (name, id, fields) => {
    const tlp = decodeTlp(fromHex(flit.find((each) => each[0] === name)![3]), { mode: 'flit' })
    if (tlp.id !== undefined) throw new Error('no message')
    expect(tlp.ohc).toHaveLength(1)
    const [word] = tlp.ohc!
    expect(word!.id).toBe(id)
    expect(record(id).decode(tlp.header, word!.offset)).toMatchObject(fields)
  })

  it('include every message code that has a name', () => {
    for (const [name, code] of Object.entries(MESSAGE_CODE)) {
      if ([1, 2, 4, 5].includes(code)) continue
      expect(decodeTlp(Uint8Array.of(0x34, 0, 0, 0, 0, 0, 0, code, 0, 0, 0, 0, 0, 0, 0, 0), { mode: 'non-flit' }).name).toBe(name)
    }
  })
})

/** The error of a call. */
function errorOf(call: () => unknown): CodecError {
  try {
    call()
  } catch (error) {
    if (error instanceof CodecError) return error
    throw error
  }
  throw new Error('no error')
}

const page = '30000000 03000004 00007f01 23456d5d'

describe('errors', () => {
  const cases: readonly (readonly [what: string, mode: TlpMode, hex: string, error: object])[] = [
    ['a local prefix after an end-to-end one', 'non-flit', `91000001 8e000000 ${page}`, {
      code: 'range', field: 'prefixes', expected: 'no local prefix after the end-to-end prefix 0x91', actual: '0x8e',
    }],
    ['a local prefix between end-to-end ones', 'non-flit', `91000001 80000000 92000000 ${page}`, { code: 'range', field: 'prefixes', actual: '0x80' }],
    ['two PASID prefixes', 'non-flit', `91000001 92000000 91000002 ${page}`, { code: 'range', field: 'prefixes', expected: 'one PASID prefix', actual: '0x91' }],
    ['reserved bits in a PASID prefix', 'non-flit', `91300001 ${page}`, { code: 'reserved', record: 'pcie.pasid-prefix', bits: 'DW0[21:20]' }],
    ['prefixes without a header', 'non-flit', '91000001', { code: 'truncated', expected: 'a header after 4 bytes of prefixes', actual: 4 }],
    ['a prefix without a header', 'flit', '8d000000', { code: 'truncated', expected: 'a header after 4 bytes of prefixes', actual: 4 }],
    ['less than a DW', 'flit', '300000', { code: 'truncated', expected: 'a header', actual: 3 }],
    ['a message cut to 3 DW', 'flit', '30000000 00000000 00000000', { code: 'truncated', expected: 'a packet of 16 bytes', actual: 12 }],
    ['data cut short', 'non-flit', '40000002 00000000 00000000 deadbeef', { code: 'truncated', expected: 'a packet of 20 bytes', actual: 16 }],
    ['a digest cut off', 'non-flit', '40008001 00000000 00000000 deadbeef', { code: 'truncated', expected: 'a packet of 20 bytes', actual: 16 }],
    ['Fmt 5', 'non-flit', `a0000000 ${page}`, { code: 'reserved', field: 'fmt', bits: 'DW0[31:29]', actual: 5 }],
    ['Fmt 7', 'non-flit', `ff000000 ${page}`, { code: 'reserved', field: 'fmt', actual: 7 }],
    ['Fmt 6 after a prefix', 'non-flit', `91000001 c0000000 ${page}`, { code: 'reserved', field: 'fmt', actual: 6 }],
    ['a Type without a known size', 'flit', `ff000000 ${page}`, { code: 'reserved', field: 'type', bits: 'DW0[31:24]', actual: '0xff' }],
    ['a message with routing 6', 'flit', '36000000 00000004 00000000 00000000', { code: 'reserved', field: 'type', actual: '0x36' }],
    ['TS 2', 'flit', '30004000 03000004 00007f01 23456d5d', { code: 'reserved', field: 'ts', bits: 'DW0[15:13]', expected: 'one of 0, 1, 5, 6', actual: 2 }],
    ['a Page Request with data', 'non-flit', '70000001 03000004 00007f01 23456d5d deadbeef', { code: 'fixed', record: 'pcie.page-request', field: 'fmt', expected: '0x1', actual: '0x3' }],
    ['a Page Request routed by ID', 'non-flit', '32000000 03000004 00007f01 23456d5d', { code: 'fixed', record: 'pcie.page-request', field: 'type', actual: '0x12' }],
    ['an Invalidate Request without data', 'non-flit', '32000000 00000501 12340000 00000000', { code: 'fixed', record: 'pcie.invalidate-request', field: 'fmt', actual: '0x1' }],
    ['an Invalidate Request of 1 DW', 'non-flit', '72000001 00000501 12340000 00000000 00007f00', { code: 'fixed', record: 'pcie.invalidate-request', field: 'length', actual: '0x1' }],
    ['an Invalidate Request of 1 DW after a prefix', 'non-flit', '91000001 72000001 00000501 12340000 00000000 00007f00', { code: 'fixed', record: 'pcie.invalidate-request', field: 'length', actual: '0x1' }],
    ['an Invalidate Request of 3 DW', 'flit', '72000003 00000501 12340000 00000000 00007f00 00200000 00000000', { code: 'fixed', field: 'length', actual: '0x3' }],
    ['an Invalidate Request without data', 'flit', '32000000 00000501 12340000 00000000', { code: 'fixed', record: 'pcie-flit.invalidate-request', field: 'type', actual: '0x32' }],
    ['a reserved bit in a message', 'non-flit', '32000000 00000005 03000eab 00000000', { code: 'reserved', record: 'pcie.prg-response', bits: 'DW2[11:9]' }],
    ['a reserved bit in an OHC word', 'flit', '32010000 00000005 030001ab 00000000 0023f145', { code: 'reserved', record: 'pcie-flit.ohc-a4', bits: 'DW0[13:12]' }],
    ['a reserved bit in the data', 'flit', '72000002 00000501 12340000 00000000 00000000 00000002', { code: 'reserved', record: 'pcie-flit.invalidate-request-data' }],
  ]
  it.each(cases)('%s (%s mode)', (_, mode, hex, error) => {
    const bytes = fromHex(hex)
    expect(errorOf(() => decodeTlp(bytes, { mode }))).toMatchObject({ offset: 0, ...error })
    const before = mode === 'flit' ? fromHex(DW) : fromHex(`00000001${dws(2)}`)
    const walk = tlps(Uint8Array.of(...before, ...bytes), { mode })
    expect(walk.next().value).toMatchObject({ name: mode === 'flit' ? 'NOP' : 'MRd32' })
    const walked = errorOf(() => walk.next())
    expect(walked).toMatchObject({ offset: before.length, ...error })
    expect(walked.message).toContain(` at offset ${before.length}`)
  })

  it('of reserved bits are read over where the caller says so', () => {
    const bytes = fromHex('91300001 32000000 00000005 03000eab 00000000')
    const tlp = decodeTlp(bytes, { mode: 'non-flit', reserved: 'ignore' })
    expect(tlp).toMatchObject({ name: 'PRG Response', message: { prgIndex: 0xab } })
    expect(tlp.prefixes[0]).toMatchObject({ name: 'PASID', message: { pasid: 1, privilegedModeRequested: false, executeRequested: false } })
  })

  const entry = '1234567840000003'
  it.each([
    ['an odd number of DWs', `4a000003 00000008 01001000 ${entry} 00000000`, '1 to 16 entries of 8 bytes in a Translation Completion', 1.5],
    ['17 entries', `4a000022 00000088 01001000 ${entry.repeat(17)}`, '1 to 16 entries of 8 bytes in a Translation Completion', 17],
    ['a success without entries', '0a000000 00000008 01001000', '1 to 16 entries of 8 bytes in a Translation Completion', 0],
    ['entries with UR', `4a000002 00002008 01001000 ${entry}`, 'no entries in a Translation Completion with status 1', 1],
  ])('of translation completions: %s', (_, hex, expected, actual) => {
    const error = { code: 'range', offset: 0, field: 'entries', expected, actual }
    expect(errorOf(() => decodeTlp(fromHex(hex), { mode: 'non-flit', translation: true }))).toMatchObject(error)
    expect(decodeTlp(fromHex(hex), { mode: 'non-flit' }).kind).toBe('completion')
  })

  it.each([1, 16])('do not meet a completion of %i entries', (count) => {
    const bytes = fromHex(`4a0000${(2 * count).toString(16).padStart(2, '0')} 00000008 01001000 ${entry.repeat(count)}`)
    expect(decodeTlp(bytes, { mode: 'non-flit', translation: true }).entries).toHaveLength(count)
  })
})

describe('a walk', () => {
  it('can be resumed where the caller likes', () => {
    const bytes = fromHex(`${page} a0000000 ${page}`)
    const found: Tlp[] = []
    let at = 0
    const errors: number[] = []
    while (at < bytes.length) {
      try {
        for (const tlp of tlps(bytes, { mode: 'non-flit', offset: at })) {
          found.push(tlp)
          at = tlp.offset + tlp.size
        }
      } catch (error) {
        expect(error).toBeInstanceOf(CodecError)
        errors.push((error as CodecError).offset!)
        at = (error as CodecError).offset! + 4
      }
    }
    expect(found.map(({ offset, name }) => [offset, name])).toEqual([[0, 'Page Request'], [20, 'Page Request']])
    expect(errors).toEqual([16])
  })

  it('of nothing is over at once', () => {
    expect([...tlps(new Uint8Array(), { mode: 'flit' })]).toEqual([])
    expect([...tlps(fromHex(page), { mode: 'flit', offset: 16 })]).toEqual([])
  })

  it('swaps the DWs as they are counted from its offset', () => {
    // captured: a MWr64 of a HiSilicon trace, as an older decoder printed it; its data are made up
    const bytes = Uint8Array.of(0, ...fromHex('01000060 0f1e0001 04000000 40008102 efbeadde'))
    const [tlp, ...rest] = tlps(bytes, { mode: 'non-flit', offset: 1, swap: true })
    expect(rest).toEqual([])
    expect(tlp).toMatchObject({ name: 'MWr64', offset: 1, size: 20, payload: fromHex('deadbeef') })
    expect(decodeTlp(fromHex('60000001 01001e0f 00000004 02810040 deadbeef'), { mode: 'non-flit' })).toEqual({ ...tlp, offset: 0 })
  })
})

describe('wrong arguments', () => {
  const bytes = fromHex(page)
  it.each([
    ['no options', () => decodeTlp(bytes, undefined as never), { code: 'type', field: 'mode' }],
    ['no mode', () => decodeTlp(bytes, {} as never), { code: 'type', field: 'mode', expected: '"non-flit" or "flit"' }],
    ['a wrong mode', () => tlps(bytes, { mode: 'FM' as never }), { code: 'type', field: 'mode', actual: 'FM' }],
    ['an array', () => decodeTlp([...bytes] as never, { mode: 'flit' }), { code: 'type', field: 'bytes' }],
    ['an ArrayBuffer', () => tlps(bytes.buffer as never, { mode: 'flit' }), { code: 'type', field: 'bytes' }],
    ['a negative offset', () => tlps(bytes, { mode: 'flit', offset: -4 }), { code: 'range', field: 'offset' }],
    ['half an offset', () => decodeTlp(bytes, { mode: 'flit', offset: 0.5 }), { code: 'range', field: 'offset' }],
    ['an offset beyond the end', () => decodeTlp(bytes, { mode: 'flit', offset: 17 }), { code: 'truncated', actual: 0, offset: 17 }],
    ['a wrong choice for reserved bits', () => decodeTlp(bytes, { mode: 'non-flit', reserved: 'yes' as never }), { code: 'type', field: 'options.reserved' }],
  ])('%s', (_, call, error) => {
    expect(errorOf(call)).toMatchObject(error)
  })
})
