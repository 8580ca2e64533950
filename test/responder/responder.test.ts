import { describe, expect, it } from 'vitest'
import { iommuFormats } from '../../src/index.ts'
import { benchOf, EMPTY, NO_PASID, one, refusalOf, requestBytes, RESPONSE, stateOf, VTD } from './support.ts'
import { fromHex, toHex } from '../support/bytes.ts'

/** What comes out for what comes in. */

const ZEROS = '00'.repeat(16)

describe('one request and its response', () => {
  // The same request of 03:00.0 and the same Success in every format; derived by hand from the layouts.
  const rows: Record<string, [request: string, response: string]> = {
    'pcie.page-request': ['91012345 30000000 03000004 00007f01 23456d5d', '91012345 32000000 00000005 030001ab 00000000'],
    'pcie-flit.page-request': ['30010000 03000004 00007f01 23456d5d 41234500', '32010000 00000005 030001ab 00000000 00234145'],
    'vtd.page-request': [`01010003452301005d6d4523017f0000${ZEROS}`, `1900000345230100580d000000000000${ZEROS}`],
    'vtd.page-request-v3': [`01010003452301005d6d4523017f0000${ZEROS}`, `19000003452301005c0d000000000000${ZEROS}`],
    'vtd.page-request-v2': ['5c341203000080d501604523017f0000', '190000034523010000000000000080d5'],
    'amd.ppr-log': ['00034523ab07441100604523017f0000', '000300004523017004000000ab010000'],
    'smmuv3.pri-queue-entry': ['00030000452301d0ab614523017f0000', '4158341200030000ab21000000000000'],
    'smmuv3.stall-event': ['1058341200030000ab0100800802000000604523017f00000000000000000000', '4410000000030000ab01000000000000'],
    'riscv.page-request': ['00503412010003005d6d4523017f0000', '845034120100030000000000ab010000'],
    'riscv.page-request-be': ['000300011234500000007f0123456d5d', '0003000112345084000001ab00000000'],
  }

  it('is there for every format', () => expect(Object.keys(rows).sort()).toEqual([...iommuFormats].sort()))

  it.each(Object.entries(rows))('%s', (format, [request, response]) => {
    const { iommu, handle } = one(format)
    expect(iommu.receive(fromHex(request))).toEqual([])
    expect(handle.outstanding).toEqual({ groups: 1, requests: 1, partial: 0 })
    expect(toHex(iommu.respond(handle, RESPONSE))).toBe(response.replaceAll(' ', ''))
    expect([handle.outstanding, iommu.outstanding]).toEqual([EMPTY, EMPTY])
  })

  it('is a stream response where VT-d 2.x asks for one, with the address and the private data of the request', () => {
    const { iommu, handle } = one('vtd.page-request-v2')
    iommu.receive(fromHex('55341203214385d501604523017f0000'))
    expect(refusalOf(() => iommu.respond(handle, RESPONSE))).toBe('wrong-type EINVAL -22')
    expect(toHex(iommu.respond(handle, { ...RESPONSE, type: 1, addr: 0x1000n, privateData: 5n }))).toBe('5a341203214385d500604523017f0000')
  })

  it('takes nothing from the message but the code', () => {
    const { iommu, handle, receive } = one('vtd.page-request-v3')
    receive({ privateData: 0xabcn })
    const bytes = toHex(iommu.respond(handle, { ...RESPONSE, addr: 0xfff000n, privateData: 0xdefn, respCode: 1 }))
    expect(bytes).toBe(`39100003452301005c0d000000000000bc0a000000000000${'00'.repeat(8)}`)
  })

  it.each([[true, '19'], [false, '09']])('has the PASID as the device requires it: %s', (prgResponsePasidRequired, first) => {
    const { iommu, handle, receive } = one(VTD, { pri: { prgResponsePasidRequired } })
    receive({})
    expect(toHex(iommu.respond(handle, RESPONSE)).slice(0, 2)).toBe(first)
  })

  it('has no PASID where the request had none, whatever the message says', () => {
    const { iommu, handle, receive } = one()
    receive(NO_PASID)
    expect(toHex(iommu.respond(handle, RESPONSE)).slice(0, 16)).toBe('0900000300000000')
  })

  it('bears the segment of the device, and the Requester ID of the root complex', () => {
    const riscv = benchOf('riscv.page-request')
    const inSegment = riscv.iommu.attach({ rid: 0x300, segment: 5 })
    const elsewhere = riscv.iommu.attach({ rid: 0x300, segment: 6 })
    riscv.iommu.receive(requestBytes('riscv.page-request', {}, { rid: 0x300, segment: 5 }))
    expect(refusalOf(() => riscv.iommu.respond(elsewhere, RESPONSE))).toBe('nothing-pending EINVAL -22')
    expect(toHex(riscv.iommu.respond(inSegment, RESPONSE))).toBe('845034120300030500000000ab010000')

    // Derived: the request's segment is in OHC-C, that of the answer in OHC-A4 with DSV.
    const flit = benchOf('pcie-flit.page-request')
    const far = flit.iommu.attach({ rid: 0x300, segment: 0xaa })
    flit.iommu.receive(fromHex('30050000 03000004 00007f01 23456d5d 41234500 aa000000'))
    expect(toHex(flit.iommu.respond(far, RESPONSE))).toBe('3201000000000005030001ab00000000aa23c145')
    flit.iommu.receive(fromHex('30040000 03000004 00007f01 23456d5d aa000000'))
    expect(toHex(flit.iommu.respond(far, RESPONSE))).toBe('3201000000000005030001ab00000000aa008000')

    const { iommu, handle, receive } = one('pcie.page-request', {}, { iommuRid: 0x0008 })
    receive({})
    expect(toHex(iommu.respond(handle, RESPONSE))).toBe('910123453200000000080005030001ab00000000')
  })
})

describe('a group', () => {
  const part = { last: false }

  it('is gathered by device, PASID and index, and pending when its last request comes', () => {
    const { iommu, handle, receive, types } = one()
    const neighbour = iommu.attach({ rid: 0x308 })
    types()
    receive(part, { ...part, pasid: 2 }, { ...part, ...NO_PASID }, { ...part, pageReqGroupId: 1 }, part)
    iommu.receive(requestBytes(VTD, part, { rid: 0x308 }))
    expect(types()).toEqual(Array(6).fill(['receive', 'partial']).flat())
    expect(handle.outstanding).toEqual({ groups: 0, requests: 5, partial: 5 })
    expect(refusalOf(() => iommu.respond(handle, RESPONSE))).toBe('nothing-pending EINVAL -22')

    receive({ addr: 0x5000n })
    expect(handle.outstanding).toEqual({ groups: 1, requests: 6, partial: 3 })
    expect(neighbour.outstanding).toEqual({ groups: 0, requests: 1, partial: 1 })
    expect(iommu.outstanding).toEqual({ groups: 1, requests: 7, partial: 4 })
    iommu.respond(handle, RESPONSE)
    expect(handle.outstanding).toEqual({ groups: 0, requests: 3, partial: 3 })
  })

  it('comes with its requests in the order of their arrival', () => {
    const { events, receive } = one()
    receive({ ...part, addr: 0x3000n }, { ...part, addr: 0x1000n }, { addr: 0x2000n })
    const pending = events.find(({ type }) => type === 'pending')
    expect(pending?.type === 'pending' && pending.requests.map(({ addr }) => addr)).toEqual([0x3000n, 0x1000n, 0x2000n])
  })

  it.each(iommuFormats.filter((format) => format !== 'smmuv3.stall-event'))('may be interleaved with others: %s', (format) => {
    const { iommu, handle, receive } = one(format)
    receive({ ...part, pageReqGroupId: 1 }, { ...part, pageReqGroupId: 2 }, { ...part, pageReqGroupId: 1 }, { pageReqGroupId: 2 }, { pageReqGroupId: 1 })
    expect(iommu.snapshot().pending.map(({ pageReqGroupId, requests }) => [pageReqGroupId, requests])).toEqual([[2, 2], [1, 3]])
    iommu.respond(handle, { ...RESPONSE, pageReqGroupId: 1 })
    expect(handle.outstanding).toEqual({ groups: 1, requests: 2, partial: 0 })
  })

  it('is over with its response: its index may be used anew', () => {
    const { iommu, handle, receive } = one()
    for (let round = 0; round < 3; round++) {
      receive({})
      iommu.respond(handle, RESPONSE)
      expect(refusalOf(() => iommu.respond(handle, RESPONSE))).toBe('nothing-pending EINVAL -22')
    }
  })
})

describe('an index that is still pending', () => {
  it.each([true, false])('is reported when it is used again, and the request dropped without an answer; last: %s', (last) => {
    const { iommu, handle, receive, types } = one()
    receive({})
    const before = stateOf(iommu, [handle])
    types()
    expect(receive({ last })).toEqual([])
    expect(types()).toEqual(['receive', 'index-reused'])
    expect(stateOf(iommu, [handle])).toEqual(before)
  })

  it('may be used for another PASID', () => {
    const { iommu, handle, receive, types } = one()
    receive({}, { pasid: 7 }, NO_PASID)
    expect(types()).toEqual(Array(3).fill(['receive', 'pending']).flat())
    iommu.respond(handle, { ...RESPONSE, pasid: 7 })
    iommu.respond(handle, { ...RESPONSE, ...NO_PASID })
    expect(iommu.snapshot().pending).toMatchObject([{ pasid: 0x12345 }])
  })

  it.each([[1, 2, 3], [1, 3, 2], [2, 1, 3], [2, 3, 1], [3, 1, 2], [3, 2, 1]])('is pending until the last of its PASIDs is answered: %d, %d, %d', (...order) => {
    const { iommu, handle, receive } = one()
    receive({ pasid: 1 }, { pasid: 2 }, { pasid: 3 }, { pageReqGroupId: 0 })
    const other = (): string | undefined => refusalOf(() => iommu.respond(handle, { ...RESPONSE, pasid: 9 }))
    for (const pasid of order) {
      expect(other()).toBe('wrong-pasid EINVAL -22')
      iommu.respond(handle, { ...RESPONSE, pasid })
    }
    expect(other()).toBe('no-such-group EINVAL -22')
  })

  it('is noted then where the device takes no PASID on responses', () => {
    const { receive, types } = one(VTD, { pri: { prgResponsePasidRequired: false } })
    receive({}, { pasid: 7 })
    expect(types()).toEqual(['receive', 'pending', 'receive', 'note', 'pending'])
  })

  it('may not become that of a stream request while a group is partial', () => {
    const { iommu, types } = one('vtd.page-request-v2')
    iommu.receive(requestBytes('vtd.page-request-v2', { last: false }))
    iommu.receive(requestBytes('vtd.page-request-v2', { last: false }, { rid: 0x300, streamResponseRequested: true }))
    expect(types()).toEqual(['receive', 'partial', 'receive', 'index-reused'])
  })
})
