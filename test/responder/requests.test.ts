import { describe, expect, it } from 'vitest'
import { CodecError, iommuFormats } from '../../src/index.ts'
import type { DeviceInit, PageRequest } from '../../src/index.ts'
import { EMPTY, NO_PASID, one, requestBytes, RESPONSE, stateOf, VTD } from './support.ts'
import { fromHex } from '../support/bytes.ts'

/** Requests that are not simply gathered and answered. */

const ZEROS = '00'.repeat(16)

describe('a stop marker', () => {
  const marker = { read: false }
  const withPasid = iommuFormats.filter((format) => format !== 'smmuv3.stall-event')

  it.each(withPasid)('is never answered, and ends the partial groups of its PASID: %s', (format) => {
    const { iommu, handle, receive, events, types } = one(format, {}, { auto: ({ pageReqGroupId }) => (pageReqGroupId === 0x1ab ? 0 : undefined) })
    receive({ last: false, pageReqGroupId: 1 }, { last: false, pageReqGroupId: 1 }, { last: false, pageReqGroupId: 2, pasid: 9 }, { pageReqGroupId: 3 }, { pageReqGroupId: 4, pasid: 9 })
    types()
    expect(receive(marker)).toEqual([])
    expect(types()).toEqual(['receive', 'dropped', 'stop-marker'])
    expect(events.at(-1)).toMatchObject({ device: 1, pasid: 0x12345, dropped: 2, pending: 1 })
    expect(handle.outstanding).toEqual({ groups: 2, requests: 3, partial: 1 })
    // What was pending before it still has its credit to give back.
    iommu.respond(handle, { ...RESPONSE, pageReqGroupId: 3 })
    // What comes after it is of a new use.
    receive({ pageReqGroupId: 1 })
    expect(iommu.snapshot().pending.at(-1)).toMatchObject({ pageReqGroupId: 1, requests: 1 })
  })

  it.each([
    ['pcie.page-request', 'pending'],
    ['pcie-flit.page-request', 'pending'],
    ['amd.ppr-log', 'pending'],
    ['smmuv3.pri-queue-entry', 'pending'],
    [VTD, 'stop-marker'],
    ['vtd.page-request-v3', 'stop-marker'],
    ['vtd.page-request-v2', 'stop-marker'],
    ['riscv.page-request', 'stop-marker'],
    ['riscv.page-request-be', 'stop-marker'],
  ])('without a PASID, in %s: %s', (format, type) => {
    const { receive, events } = one(format)
    receive({ ...NO_PASID, last: false })
    receive({ ...NO_PASID, ...marker })
    expect(events.at(-1)?.type).toBe(type)
    if (type === 'stop-marker') expect(events.at(-1)).toMatchObject({ pasid: null, dropped: 0, pending: 0 })
  })
})

describe('a bad request', () => {
  const rows: [string, DeviceInit, Partial<PageRequest>][] = [
    ['no-domain', { domain: null }, {}],
    ['pri-disabled', { pri: { enable: false } }, {}],
    ['pasid-disabled', { pasid: { enable: false } }, {}],
    ['pasid-too-wide', { pasid: { maxPasidWidth: 16 } }, { pasid: 0x10000 }],
    ['over-allocation', { pri: { pageRequestCapacity: 0 } }, {}],
  ]

  it.each(rows)('%s: is dropped, and its group answered with Invalid Request if it is the last', (reason, init, request) => {
    const { iommu, handle, receive, events, types } = one(VTD, init)
    expect(receive({ ...request, last: false })).toEqual([])
    expect(types()).toEqual(['receive', 'bad-request'])
    expect(events.at(-1)).toMatchObject({ reason, device: 1, pageReqGroupId: 0x1ab })
    const [response, ...none] = receive(request)
    expect(response?.slice(0, 4)).toBe('1910')
    expect(none).toEqual([])
    expect(types()).toEqual(['receive', 'bad-request', 'answer'])
    expect(events.at(-1)).toMatchObject({ type: 'answer', respCode: 1, by: 'bad-request' })
    expect([handle.outstanding, iommu.outstanding]).toEqual([EMPTY, EMPTY])
  })

  it('is none just below the limit', () => {
    const { receive, types } = one(VTD, { pasid: { maxPasidWidth: 16 }, pri: { pageRequestCapacity: 1 } })
    receive({ pasid: 0xffff })
    expect(types()).toEqual(['receive', 'pending'])
    const without = one(VTD, { pasid: { enable: false } })
    without.receive(NO_PASID)
    expect(without.types()).toEqual(['receive', 'pending'])
  })

  it('stream-without-pasid: is dropped, as VT-d 2.x has no answer to it', () => {
    const { iommu, types } = one('vtd.page-request-v2')
    expect(iommu.receive(requestBytes('vtd.page-request-v2', NO_PASID, { rid: 0x300, streamResponseRequested: true }))).toEqual([])
    expect(types()).toEqual(['receive', 'bad-request'])
  })
})

describe('the allocation', () => {
  it('is a number of requests, of partial groups too, and a response gives back those of its group', () => {
    const { iommu, handle, receive, types } = one(VTD, { pri: { pageRequestCapacity: 8, pageRequestAllocation: 3 } })
    receive({ last: false }, { last: false, pageReqGroupId: 1 }, {})
    expect(handle.outstanding).toEqual({ groups: 1, requests: 3, partial: 1 })
    types()
    // The fourth is too many: its group is over, and with it the request that was there.
    expect(receive({ pageReqGroupId: 1 })).toHaveLength(1)
    expect(types()).toEqual(['receive', 'bad-request', 'dropped', 'answer'])
    expect(handle.outstanding).toEqual({ groups: 1, requests: 2, partial: 0 })
    iommu.respond(handle, RESPONSE)
    receive({ pageReqGroupId: 2 }, { pageReqGroupId: 3 }, { pageReqGroupId: 4 })
    expect(handle.outstanding).toEqual({ groups: 3, requests: 3, partial: 0 })
  })

  it('is not touched by a stop marker', () => {
    const { receive, types } = one(VTD, { pri: { pageRequestCapacity: 1 } })
    receive({}, { read: false })
    expect(types()).toEqual(['receive', 'pending', 'receive', 'stop-marker'])
  })
})

describe('a record that cannot be taken', () => {
  it.each([
    ['cut short', VTD, '0101'],
    ['of another type', VTD, `02010003452301005d6d4523017f0000${ZEROS}`],
    ['of AMD that is not yet written', 'amd.ppr-log', '00034523ab07440100604523017f0000'],
    ['an event that does not stall', 'smmuv3.stall-event', '1058341200030000ab0100000802000000604523017f00000000000000000000'],
  ])('is reported: %s', (_what, format, hex) => {
    const { iommu, types } = one(format)
    const before = stateOf(iommu)
    expect(iommu.receive(fromHex(hex))).toEqual([])
    expect(types()).toEqual(['receive', 'malformed'])
    expect(stateOf(iommu)).toEqual(before)
  })

  it('does not hide those around it', () => {
    const { iommu, types } = one()
    const bad = requestBytes(VTD)
    bad[0] = 2
    iommu.receive(Buffer.concat([requestBytes(VTD), bad, requestBytes(VTD, {}, { rid: 0x308 }), requestBytes(VTD, { pageReqGroupId: 1 }), Buffer.from([1])]))
    expect(types()).toEqual(['receive', 'pending', 'receive', 'malformed', 'receive', 'unknown-device', 'receive', 'pending', 'receive', 'malformed'])
  })

  it('may have reserved bits set, unless they are asked for', () => {
    const bytes = requestBytes(VTD)
    bytes[31] = 0x80
    const lenient = one()
    lenient.iommu.receive(bytes)
    expect(lenient.types()).toEqual(['receive', 'pending'])
    const strict = one(VTD, {}, { reserved: 'reject' })
    strict.iommu.receive(bytes)
    expect(strict.types()).toEqual(['receive', 'malformed'])
  })

  it('is walked over as a TLP is long: with and without prefix, and with a digest', () => {
    const { iommu, types } = one('pcie.page-request')
    const digested = '91012345 30008000 03000004 00007f01 23456d5d deadbeef'
    const without = '30000000 03000004 00007f01 23456d65'
    const marker = '91012345 30000000 03000004 00000000 00000004'
    iommu.receive(fromHex(`${digested} ${without} ${marker} ${digested.replace('6d5d', '6d7d')} 9101`))
    expect(types()).toEqual(['receive', 'note', 'pending', 'receive', 'pending', 'receive', 'stop-marker', 'receive', 'note', 'pending', 'receive', 'malformed'])
  })

  it.each([undefined, null, 'hex', [1, 2], new ArrayBuffer(32), { length: 32 }])('is an error of the caller if it is no Uint8Array: %s', (bytes) => {
    const { iommu, types } = one()
    expect(() => iommu.receive(bytes as never)).toThrowError(CodecError)
    if (bytes !== undefined) expect(() => iommu.overflow(bytes as never)).toThrowError(CodecError)
    expect(types()).toEqual([])
  })
})
