import { describe, expect, it } from 'vitest'
import { convert, decodePacket, encodePacket, fromPageResponse, requestFormats, responseFormats, toPageRequest } from '../../src/index.ts'
import type { Identity } from '../../src/index.ts'
import { fromHex, toHex } from '../support/bytes.ts'

/**
 * Derived vectors: one request and its three answers in every format, each worked out by hand from the specification
 * of the format. 03:00.0, PASID 0x12345, page 0x7f0123456000, read, last, user, no execute, group 0x1ab.
 */

const identity: Identity = { rid: 0x300, devId: 1, cookie: 7, pasidRequired: true }

const request: Readonly<Record<string, string>> = {
  'pcie.page-request': '91012345 30000000 03000004 00007f01 23456d5d',
  'pcie-flit.page-request': '30010000 03000004 00007f01 23456d5d 41234500',
  'vtd.page-request': '0101000345230100 5d6d4523017f0000 0000000000000000 0000000000000000',
  'vtd.page-request-v3': '0101000345230100 5d6d4523017f0000 0000000000000000 0000000000000000',
  'vtd.page-request-v2': '5c341203000080d5 01604523017f0000',
  'amd.ppr-log': '00034523ab074411 00604523017f0000',
  'smmuv3.pri-queue-entry': '00030000452301d0 ab614523017f0000',
  'smmuv3.stall-event': '1058341200030000 ab01008008020000 00604523017f0000 0000000000000000',
  'riscv.page-request': '0050341201000300 5d6d4523017f0000',
  'riscv.page-request-be': '0003000112345000 00007f0123456d5d',
  'linux.fault-event': '0200000000000000 00604523017f0000 45230100ab070000 0100000000000000 0000000000000000 0000000000000000',
  'linux.fault-event-be': '0000000200000000 00007f0123456000 00012345d5e00000 0000000100000000 0000000000000000 0000000000000000',
  'linux.iommu-fault-page-request':
    '0200000000000000 0b00000045230100 ab01000001000000 00604523017f0000 0000000000000000 0000000000000000 0000000000000000 0000000000000000',
  'linux.iommu-fault-page-request-be':
    '0000000200000000 0000000b00012345 000001ab00000001 00007f0123456000 0000000000000000 0000000000000000 0000000000000000 0000000000000000',
  'linux.iommu-fault-v6.10': '0100000000000000 0700000045230100 ab01000001000000 00604523017f0000 0000000000000000 0000000000000000',
  'linux.iommu-fault-v6.10-be': '0000000100000000 0000000700012345 000001ab00000001 00007f0123456000 0000000000000000 0000000000000000',
  'linux.iommufd-pgfault': '0300000001000000 45230100ab010000 0100000000000000 00604523017f0000 0000000007000000',
  'linux.iommufd-pgfault-be': '0000000300000001 00012345000001ab 0000000100000000 00007f0123456000 0000000000000007',
}

/** The answer Success; then the byte that holds the code, as it is for Invalid Request and for Response Failure. */
const response: Readonly<Record<string, readonly [success: string, at: number, invalid: number, failure: number | undefined]>> = {
  'pcie.prg-response': ['91012345 32000000 00000005 030001ab 00000000', 14, 0x11, 0xf1],
  // The segment of the device is not known: DSV is clear.
  'pcie-flit.prg-response': ['32010000 00000005 030001ab 00000000 00234145', 10, 0x11, 0xf1],
  'vtd.page-group-response': ['1900000345230100 580d000000000000 0000000000000000 0000000000000000', 1, 0x10, 0xf0],
  'vtd.page-group-response-v3': ['1900000345230100 5c0d000000000000 0000000000000000 0000000000000000', 1, 0x10, 0xf0],
  'vtd.page-group-response-v2': ['1900000345230100 00000000000080d5', 8, 0x01, 0x0f],
  'vtd.page-stream-response-v2': ['5a341203000080d5 00604523017f0000', 8, 0x01, 0x0f],
  'amd.complete-ppr-request': ['0003000045230170 04000000ab010000', 13, 0x11, 0xf1],
  'smmuv3.cmd-pri-resp': ['4158341200030000 ab21000000000000', 9, 0x11, 0x01],
  'smmuv3.cmd-resume': ['4410000000030000 ab01000000000000', 1, 0x20, 0x20],
  'riscv.ats-prgr': ['8450341201000300 00000000ab010000', 13, 0x11, 0xf1],
  'riscv.ats-prgr-be': ['0003000112345084 000001ab00000000', 10, 0x11, 0xf1],
  'linux.page-response-msg': ['0000000000000000 4523010070350000 0200000000000000', 12, 0x71, 0x7f],
  'linux.page-response-msg-be': ['0000000000000000 000123450eac0000 0000000200000000', 12, 0x1e, 0xfe],
  'linux.iommu-page-response-v5.3': ['01000000 01000000 45230100 ab010000 00000000', 16, 1, 2],
  'linux.iommu-page-response-v5.3-be': ['00000001 00000001 00012345 000001ab 00000000', 19, 1, 2],
  'linux.iommu-page-response': ['18000000 01000000 01000000 45230100 ab010000 00000000', 20, 1, 2],
  'linux.iommu-page-response-be': ['00000018 00000001 00000001 00012345 000001ab 00000000', 23, 1, 2],
  'linux.iommu-page-response-v6.10': ['45230100 ab010000 00000000', 8, 1, 2],
  'linux.iommu-page-response-v6.10-be': ['00012345 000001ab 00000000', 11, 1, 2],
  'linux.iommufd-page-response': ['07000000 00000000', 4, 1, undefined],
  'linux.iommufd-page-response-be': ['00000007 00000000', 7, 1, undefined],
}

const STREAM = 'vtd.page-stream-response-v2'
const answers = [['Success', 0], ['Invalid Request', 1], ['Response Failure', 15]] as const

function answer(id: string, respCode: 0 | 1 | 15): Uint8Array | undefined {
  const [success, at, invalid, failure] = response[id]!
  const bytes = fromHex(success)
  const code = { 0: bytes[at], 1: invalid, 15: failure }[respCode]
  if (code === undefined) return undefined
  bytes[at] = code
  return bytes
}

const bytesOf = (id: string) => fromHex(request[id]!)
const readRequest = (id: string) => toPageRequest(id, decodePacket(id, bytesOf(id)).packet)

describe('one request, in every format', () => {
  it('is tabled for every format, but for the Stop Marker, which is another request', () => {
    expect(Object.keys(request).sort()).toEqual(requestFormats.filter((id) => !id.endsWith('.stop-marker')).sort())
    expect(Object.keys(response).sort()).toEqual([...responseFormats].sort())
  })

  it.each(Object.keys(request))('is the same in %s', (id) => {
    expect(readRequest(id).request).toEqual({
      addr: 0x7f01_2345_6000n, pasid: 0x12345, pasidPresent: true, pageReqGroupId: 0x1ab, last: true,
      read: true, write: false, execute: false, privileged: false, privateData: 0n,
    })
    for (const to of Object.keys(request)) expect(toHex(convert(id, to, bytesOf(id), { identity }).bytes), to).toBe(request[to]!.replaceAll(' ', ''))
  })

  it.each(Object.keys(request))('read from %s, is answered in every format', (id) => {
    const { request: asked, identity: asker } = readRequest(id)
    for (const to of responseFormats) {
      for (const [, respCode] of answers) {
        const { pasid, pasidPresent, pageReqGroupId, privateData } = asked
        const type = to === STREAM ? { type: 1, addr: asked.addr } : { type: 2, addr: 0n }
        const run = () => fromPageResponse(to, { pasid, pasidPresent, pageReqGroupId, privateData, respCode, ...type }, { ...identity, ...asker })
        const expected = answer(to, respCode)
        if (expected) expect(toHex(encodePacket(to, run().packet)), to).toBe(toHex(expected))
        else expect(run).toThrow('iommufd has no failure')
      }
    }
  })

  it.each(answers)('has the answer %s in every format', (_, respCode) => {
    for (const from of responseFormats) {
      const bytes = answer(from, respCode)
      // CMD_RESUME aborts for both.
      if (bytes === undefined || (from === 'smmuv3.cmd-resume' && respCode === 15)) continue
      for (const to of responseFormats) {
        const expected = answer(to, respCode)
        if (expected === undefined || (from === STREAM) !== (to === STREAM)) continue
        const carried = convert(from, to, bytes, { identity, request: readRequest('amd.ppr-log').request })
        expect(toHex(carried.bytes), `${from} to ${to}`).toBe(toHex(expected))
      }
    }
  })
})

describe('a Stop Marker (derived: PASID 1, from 01:00.0)', () => {
  const stop: Readonly<Record<string, string>> = {
    'pcie.stop-marker': '91000001 30000000 01000004 00000000 00000004',
    'pcie.page-request': '91000001 30000000 01000004 00000000 00000004',
    'pcie-flit.stop-marker': '30010000 01000004 00000000 00000004 40000100',
    'pcie-flit.page-request': '30010000 01000004 00000000 00000004 40000100',
    'vtd.page-request': '0101000101000000 0400000000000000 0000000000000000 0000000000000000',
    'smmuv3.pri-queue-entry': '00010000010000c0 0000000000000000',
    'riscv.page-request': '0010000001000100 0400000000000000',
  }

  it.each(Object.keys(stop))('is the same in %s and in every other', (from) => {
    for (const to of Object.keys(stop)) {
      const { bytes, notes } = convert(from, to, fromHex(stop[from]!))
      expect({ to, hex: toHex(bytes), notes }).toEqual({ to, hex: stop[to]!.replaceAll(' ', ''), notes: [] })
    }
  })

  it.each(requestFormats.filter((id) => id.startsWith('linux.')))('is told apart when it goes to %s, which would answer it', (to) => {
    const { notes } = convert('pcie.stop-marker', to, fromHex(stop['pcie.stop-marker']!), { identity })
    expect(notes).toEqual(['a Stop Marker is never answered; Linux takes one in this struct for a request'])
  })

  it('is an ordinary request without its PASID', () => {
    const { packet } = decodePacket('pcie.stop-marker', fromHex('30000000 01000004 00000000 00000004'))
    const { request: asked, notes } = toPageRequest('pcie.stop-marker', packet)
    expect(asked).toMatchObject({ last: true, read: false, write: false, pasidPresent: false })
    expect(notes).toEqual(['a Stop Marker has a PASID; without one this is an ordinary request'])
    const flit = convert('pcie-flit.stop-marker', 'vtd.page-request', fromHex('30000000 01000004 00000000 00000004'))
    expect(flit.notes).toEqual(notes)
  })
})
