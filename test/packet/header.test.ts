import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CodecError, decodeTlp, encodeTlp, headerLog, lint, tlps } from '../../src/index.ts'
import type { Layout, TlpMode } from '../../src/index.ts'
import * as nonFlit from '../../src/spec/tlp-headers.ts'
import * as flit from '../../src/spec/tlp-headers-flit.ts'
import { fromHex, toHex } from '../support/bytes.ts'

/** Headers alone, and what the headers of all kinds of packets say. */

const layouts: readonly Layout[] = [...Object.values(nonFlit), ...Object.values(flit)]
const headerOf = (hex: string, mode: TlpMode = 'non-flit') => decodeTlp(fromHex(hex), { mode, headerOnly: true })

describe('the tables of headers', () => {
  it('are there, each with an id of its own', () => {
    expect(layouts).toHaveLength(16)
    expect(new Set(layouts.map(({ id }) => id)).size).toBe(layouts.length)
  })

  it.each(layouts)('$id claims every bit once', (layout) => {
    expect(lint(layout)).toEqual([])
  })
})

/** In the order of the wire; a log has four DWs, of which a header of three leaves the last without a meaning. */
const logs: readonly (readonly [what: string, mode: TlpMode, hex: string, expected: object])[] = [
  // captured, with its device replaced: lspci of a root port
  ['a write, whose data no log holds', 'non-flit', '40001001 0000000f 000a0000 00000000', {
    name: 'MWr32', kind: 'memory', size: 12, absent: { payload: 4, trailer: 0 }, beyond: 4,
    fields: { requesterId: 0, tag: 0, length: 1, address: 0xa0000n, firstBe: 15, lastBe: 0, attr: 1, at: 0 },
  }],
  // captured: a kernel log of a completer abort
  ['a write of 16 DWs', 'non-flit', '40000010 870000ff 27af9700 00000000', {
    name: 'MWr32', size: 12, absent: { payload: 64, trailer: 0 }, beyond: 4, fields: { requesterId: 0x8700, length: 16, address: 0x27af9700n, firstBe: 15, lastBe: 15 },
  }],
  // captured: lspci of an NVMe controller
  ['a configuration read', 'non-flit', '04000001 0000220f 01070000 9eece789', {
    name: 'CfgRd0', kind: 'configuration', beyond: 4, absent: { payload: 0, trailer: 0 },
    fields: { requesterId: 0, tag: 0x22, firstBe: 15, lastBe: 0, destinationId: 0x0107, registerNumber: 0, length: 1 },
  }],
  // captured: a packet that pcileech sent
  ['a read with a tag of 8 bits', 'non-flit', '00000020 0e0080ff 00000000', { name: 'MRd32', beyond: 0, fields: { requesterId: 0xe00, tag: 0x80, length: 32, address: 0n } }],
  // derived from the header figures of the Base Specification
  ['a read with a tag of 10 bits and a 64-bit address', 'non-flit', '20d90c03 0123a5ff 00000001 23456003', {
    name: 'MRd64', beyond: 0, fields: { tag: 0x3a5, tc: 5, th: true, ph: 3, at: 3, address: 0x123456000n, length: 3, requesterId: 0x123 },
  }],
  ['an I/O write with a digest', 'non-flit', '42008001 01000a03 0000cf8c', { name: 'IOWr', kind: 'io', absent: { payload: 4, trailer: 4 }, fields: { address: 0xcf8cn, firstBe: 3, td: true } }],
  ['a compare and swap', 'non-flit', '6e000002 01000500 00000001 00000008', { name: 'CAS64', kind: 'atomic', absent: { payload: 8, trailer: 0 }, fields: { address: 0x100000008n, length: 2 } }],
  ['a completion with data', 'non-flit', '4a880001 12341004 0100a544 ffffffff', {
    name: 'CplD', kind: 'completion', absent: { payload: 4, trailer: 0 }, beyond: 4,
    fields: { completerId: 0x1234, status: 0, bcm: true, byteCount: 4, requesterId: 0x100, tag: 0x3a5, lowerAddress: 0x44 },
  }],
  ['a completion that failed', 'non-flit', '0a000000 12348004 0100a500', { name: 'Cpl', fields: { status: 4, byteCount: 4 } }],
  // captured: ERR_COR of 02:01.0 in a kernel log
  ['a message', 'non-flit', '30000000 02080030 00000000 00000000', { name: 'ERR_COR', kind: 'message', fields: { routing: 0, messageCode: 0x30, requesterId: 0x208, dw2: 0, dw3: 0 } }],
  ['a message of a vendor, routed by ID', 'non-flit', '72000001 0100057f 03001022 cafef00d', {
    name: 'Vendor_Defined Type 1', absent: { payload: 4, trailer: 0 }, fields: { routing: 2, destinationId: 0x300, vendorId: 0x1022, dw3: 0xcafef00d, tag: 5 },
  }],
  ['a Page Request', 'non-flit', '30000000 6a100004 00000000 ffffb167', {
    id: 'pcie.page-request', message: { requesterId: 0x6a10, address: 0xffffb000n, prgIndex: 0x2c, last: true, write: true, read: true }, beyond: 0,
  }],
  ['an Invalidate Request, whose body no log holds', 'non-flit', '72000002 00000501 12340000 00000000', {
    id: 'pcie.invalidate-request', name: 'Invalidate Request', absent: { payload: 8, trailer: 0 }, fields: { itag: 5, destinationId: 0x1234, requesterId: 0 },
  }],
  ['a Translation Request', 'non-flit', '00000402 01000aff 12345001 deadbeef', { id: 'pcie.translation-request-32', beyond: 4, message: { noWrite: true, address: 0x12345000n } }],
  // derived: a log of flit mode, whose fourth DW is padding
  ['a read', 'flit', '03000001 01000aff abcd1234 00000000', {
    name: 'MRd32', size: 12, beyond: 4, ohc: [], fields: { requesterId: 0x100, tag: 0xaff, length: 1, address: 0xabcd1234n, at: 0 },
  }],
  ['a read with a tag of 14 bits, its byte enables and PASID', 'flit', '20010001 0100bfff 00000001 abcd1236 41234503', {
    name: 'MRd64', size: 20, fields: { tag: 0x3fff, ep: true, address: 0x1abcd1234n, at: 2, firstBe: 3, pasidValid: true, pasid: 0x12345 },
  }],
  ['a completion without OHC-A5', 'flit', '4a000002 00006a10 0100f008', {
    name: 'CplD', absent: { payload: 8, trailer: 0 }, fields: { completerId: 0, requesterId: 0x100, tag: 0x2a10, lowerAddress: 0x7c, status: 0, byteCount: 8 },
  }],
  ['a completion with OHC-A5', 'flit', '0a010000 00002a10 01003000 01028009', { name: 'Cpl', fields: { status: 1, lowerAddress: 0x0d, destinationSegment: 1, completerSegment: 2 } }],
  ['a configuration write', 'flit', '44010001 00000001 03000abc 0500800f', { name: 'CfgWr0', absent: { payload: 4, trailer: 0 }, fields: { destinationId: 0x300, registerNumber: 0x2af, destinationSegment: 5, firstBe: 15 } }],
  ['a message of a vendor', 'flit', '72012001 0100007e 03008086 00000001 00008000', {
    name: 'Vendor_Defined Type 0', absent: { payload: 4, trailer: 4 }, fields: { vendorId: 0x8086, destinationId: 0x300, destinationSegmentValid: true },
  }],
  ['an Invalidate Request', 'flit', '72010002 00000501 12340000 00000000 43008000', {
    id: 'pcie-flit.invalidate-request', absent: { payload: 8, trailer: 0 }, fields: { itag: 5, destinationId: 0x1234, destinationSegment: 0x43 },
  }],
  ['a Page Request', 'flit', '30010000 03000004 00007f01 23456d5d 41234500', { id: 'pcie-flit.page-request', message: { pasid: 0x12345, pasidValid: true, prgIndex: 0x1ab } }],
]

describe.each(logs)('%s (%s mode), %s', (_, mode, hex, expected) => {
  const bytes = fromHex(hex)

  it('is read as a header', () => {
    expect(headerOf(hex, mode)).toMatchObject({ mode, offset: 0, prefixes: [], ...expected })
  })

  it('reads the same with data, in a little-endian capture and at any offset', () => {
    const { absent, size, fields } = headerOf(hex, mode)
    const whole = Uint8Array.of(...bytes.subarray(0, size), ...new Uint8Array(absent.payload + absent.trailer))
    const swapped = bytes.map((_byte, i) => bytes[i ^ 3]!)
    expect(decodeTlp(Uint8Array.of(1, 2, 3, ...swapped), { mode, headerOnly: true, swap: true, offset: 3 })).toStrictEqual({ ...headerOf(hex, mode), offset: 3 })
    const tlp = decodeTlp(whole, { mode })
    expect(tlp.size).toBe(whole.length)
    if (tlp.id === undefined) expect(tlp.fields).toStrictEqual(fields)
    else expect(tlp.message).toMatchObject(fields)
  })

  it('is truncated where its header is', () => {
    const { size } = headerOf(hex, mode)
    for (let length = 0; length < size; length++) {
      expect(() => decodeTlp(bytes.subarray(0, length), { mode, headerOnly: true })).toThrow(expect.objectContaining({ name: 'CodecError', code: 'truncated', offset: 0 }))
    }
  })
})

describe('a header alone', () => {
  it('has no message where a part of it is in the data, and never invents one', () => {
    for (const [hex, mode] of [['72000002 00000501 12340000 00000000 00007f00 002ff800', 'non-flit'], ['72000002 00000501 12340000 00000000 00007f00 002ff800', 'flit']] as const) {
      const tlp = headerOf(hex, mode)
      expect(tlp.message).toBeUndefined()
      for (const name of ['address', 'size', 'global']) expect(tlp.fields).not.toHaveProperty(name)
    }
  })

  it('of a Translation Completion has what its header says, where the caller says that it is one', () => {
    const tlp = decodeTlp(fromHex('4a000002 00000008 01001000 12345678'), { mode: 'non-flit', headerOnly: true, translation: true })
    expect(tlp).toMatchObject({ id: 'pcie.translation-completion', name: 'Translation Completion', absent: { payload: 8 }, message: { byteCount: 8 } })
    expect(tlp).not.toHaveProperty('entries')
  })

  it('that says two things is refused, as in a packet', () => {
    // test data: a message with code 1, without data
    expect(() => headerOf('32000000 00000001 01000801 10000000')).toThrow(expect.objectContaining({ code: 'fixed', record: 'pcie.invalidate-request', field: 'fmt' }))
    expect(() => headerOf('32000000 00000005 03000eab 00000000')).toThrow(expect.objectContaining({ code: 'reserved' }))
    expect(() => headerOf('a0000000 00000000 00000000 00000000')).toThrow(expect.objectContaining({ code: 'reserved', field: 'fmt' }))
  })

  it('is no walk and no packet', () => {
    expect(() => tlps(fromHex('00000001 00000000 00000000'), { mode: 'non-flit', headerOnly: true })).toThrow(expect.objectContaining({ code: 'type', field: 'headerOnly' }))
    expect(() => encodeTlp(headerOf('00000001 0000000f 00000000') as never)).toThrow(expect.objectContaining({ code: 'type', field: 'absent' }))
  })
})

describe('a header log', () => {
  it('has its prefixes behind the header, and the wire before it', () => {
    // derived: a kernel log of a Page Request with a PASID prefix
    const bytes = headerLog([0x30000000, 0x6a100004, 0, 0xffffb167], [0x91800002])
    expect(toHex(bytes)).toBe('91800002300000006a10000400000000ffffb167')
    expect(decodeTlp(bytes, { mode: 'non-flit', headerOnly: true })).toMatchObject({
      id: 'pcie.page-request', size: 20, beyond: 0, prefixes: [{ name: 'PASID', message: { pasid: 2, privilegedModeRequested: true, executeRequested: false } }],
    })
  })

  it.each<[what: string, call: () => unknown, field: string]>([
    ['no words', () => headerLog(5 as never), 'words'],
    ['a word of 33 bits', () => headerLog([2 ** 32]), 'words'],
    ['half a word', () => headerLog([0.5]), 'words'],
    ['a hole', () => headerLog(Array(2)), 'words'],
    // Root Error Command of a root port, which kernels from 6.15 to 7.0 print in place of a prefix
    ['a prefix that is none', () => headerLog([0, 0, 0, 0], [7]), 'prefixes'],
    ['a local prefix', () => headerLog([0, 0, 0, 0], [0x8e000000]), 'prefixes'],
  ])('is not made of %s', (_, call, field) => {
    expect(call).toThrow(expect.objectContaining({ name: 'CodecError', field }))
  })
})

describe('fields', () => {
  const write = decodeTlp(fromHex('40000001 0100000f 00001000 deadbeef'), { mode: 'non-flit' })

  it('that are changed are not left out in silence', () => {
    expect(toHex(encodeTlp(write))).toBe('400000010100000f00001000deadbeef')
    expect(() => encodeTlp({ ...write, fields: { ...(write as { fields: object }).fields, tag: 1 } } as never))
      .toThrow(expect.objectContaining({ code: 'range', field: 'fields.tag' }))
  })

  it('of any header are numbers, flags and addresses, and nothing fails but with a CodecError', () => {
    let read = 0
    fc.assert(fc.property(fc.uint8Array({ minLength: 12, maxLength: 40 }), fc.constantFrom<TlpMode>('non-flit', 'flit'), fc.boolean(), (bytes, mode, swap) => {
      try {
        const { fields } = decodeTlp(bytes, { mode, swap, headerOnly: true, reserved: 'ignore' })
        read++
        for (const value of Object.values(fields)) expect(['number', 'boolean', 'bigint']).toContain(typeof value)
      } catch (error) {
        expect(error).toBeInstanceOf(CodecError)
      }
    }), { numRuns: 1500 })
    expect(read).toBeGreaterThan(150)
  })
})
