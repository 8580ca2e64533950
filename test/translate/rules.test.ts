import { describe, expect, it } from 'vitest'
import {
  convert, decodePacket, encodePacket, fromPageRequest, fromPageResponse, record, requestFormats, responseFormats, toPageRequest, toPageResponse, vtd,
} from '../../src/index.ts'
import type { Identity, PageRequest, PageResponseMsg } from '../../src/index.ts'
import { isStopMarker } from '../../src/translate/stop-marker.ts'
import { fromHex, toHex } from '../support/bytes.ts'
import { baseOf } from './messages.ts'
import { bytesOf, responseOf } from './oracle.ts'
import { requestRows } from './request-rows.ts'
import { responseRows } from './response-rows.ts'

const request: PageRequest = {
  addr: 0x1000n, pasid: 5, pasidPresent: true, pageReqGroupId: 9, last: true, read: true, write: false, execute: false, privileged: false, privateData: 0n,
}
const response: PageResponseMsg = { addr: 0n, pasid: 5, respCode: 0, pasidPresent: true, pageReqGroupId: 9, type: 2, privateData: 0n }
const identity: Identity = { rid: 0x300, devId: 1, cookie: 7 }

describe('PRG Response PASID Required', () => {
  const obeying = responseFormats.filter((id) => responseRows[id]!.pasidAsRequired)
  const others = responseFormats.filter((id) => !responseRows[id]!.pasidAsRequired)

  it('is a matter of the formats that become a PRG Response, but for the stream response, which is older', () => {
    expect(new Set(others)).toEqual(new Set(['vtd.page-stream-response-v2', 'smmuv3.cmd-resume', ...responseFormats.filter((id) => id.startsWith('linux.'))]))
  })

  const without = { ...response, pasid: 0, pasidPresent: false }
  const write = (id: string, message: PageResponseMsg, pasidRequired?: boolean) =>
    fromPageResponse(id, message, { ...identity, ...(pasidRequired !== undefined && { pasidRequired }) })
  const pasidIn = (id: string, packet: object) => {
    const { pasid, pasidPresent } = toPageResponse(id, packet).response
    return { pasid, pasidPresent }
  }

  it.each(obeying)('decides whether %s carries the PASID', (id) => {
    for (const pasidRequired of [true, undefined]) {
      const { packet, notes, dropped } = write(id, response, pasidRequired)
      expect(pasidIn(id, packet)).toEqual({ pasid: 5, pasidPresent: true })
      expect([...notes, ...dropped]).toEqual([])
    }
    const { packet, notes, dropped } = write(id, response, false)
    expect(pasidIn(id, packet)).toEqual({ pasid: 0, pasidPresent: false })
    expect(notes).toEqual(['the device does not take a PASID on responses (PRG Response PASID Required is clear); it was left out'])
    expect(dropped).toEqual([])
    expect(toHex(encodePacket(id, packet))).toBe(toHex(encodePacket(id, write(id, without).packet)))
  })

  it.each(obeying)('gives %s no PASID that the message does not have', (id) => {
    for (const pasidRequired of [true, false, undefined]) {
      const { packet, notes } = write(id, without, pasidRequired)
      expect(pasidIn(id, packet)).toEqual({ pasid: 0, pasidPresent: false })
      expect(notes).toEqual(pasidRequired ? [expect.stringContaining('right only if the request had none')] : [])
    }
  })

  it.each(others)('does not change %s', (id) => {
    const message = responseRows[id]!.soft?.type === 1 ? { ...response, type: 1 } : response
    const [required, clear, unknown] = [true, false, undefined].map((pasidRequired) => toHex(encodePacket(id, write(id, message, pasidRequired).packet)))
    expect([required, clear]).toEqual([unknown, unknown])
  })

  it.each([
    ['linux.iommu-fault-page-request', 8], ['linux.iommu-fault-page-request-be', 8], ['linux.iommu-fault-v6.10', 4], ['linux.iommu-fault-v6.10-be', 4],
  ] as const)('is a flag of %s: %i', (id, flag) => {
    const flagOf = (pasidRequired: boolean | undefined) => {
      const { packet, notes } = fromPageRequest(id, request, { ...(pasidRequired !== undefined && { pasidRequired }) })
      return { flags: packet.flags, notes: notes.length, read: toPageRequest(id, packet).identity }
    }
    expect(flagOf(true)).toEqual({ flags: 3 + flag, notes: 0, read: { pasidRequired: true } })
    expect(flagOf(false)).toEqual({ flags: 3, notes: 0, read: { pasidRequired: false } })
    expect(flagOf(undefined)).toEqual({ flags: 3, notes: 1, read: { pasidRequired: false } })
    // Without a PASID the flag says nothing of the device, unless it is set.
    const { packet, notes } = fromPageRequest(id, { ...request, pasid: 0, pasidPresent: false }, {})
    expect({ flags: packet.flags, notes, read: toPageRequest(id, packet).identity }).toEqual({ flags: 2, notes: [], read: {} })
    expect(toPageRequest(id, { ...packet, flags: 2 + flag }).identity).toEqual({ pasidRequired: true })
  })
})

describe('a response in which 0 stands for no PASID', () => {
  it.each(['linux.iommu-page-response-v6.10', 'linux.iommu-page-response-v6.10-be'])('%s', (id) => {
    const response = { addr: 0n, pasid: 0, respCode: 0, pasidPresent: true, pageReqGroupId: 9, type: 2, privateData: 0n }
    expect(() => fromPageResponse(id, response, {})).toThrow(expect.objectContaining({ code: 'translate', field: 'pasidPresent', expected: 'a PASID other than 0 (0 stands for no PASID in this format)' }))
    const { packet, dropped } = fromPageResponse(id, response, {}, { allowLoss: true })
    expect({ packet, dropped }).toMatchObject({ packet: { pasid: 0, grpid: 9, code: 0 }, dropped: [{ field: 'pasidPresent', value: true }] })
    expect(toPageResponse(id, packet).response).toMatchObject({ pasid: 0, pasidPresent: false })
    expect(toPageResponse(id, { ...packet, pasid: 5 }).response).toMatchObject({ pasid: 5, pasidPresent: true })
  })
})

describe('a response that names the request by reference', () => {
  it.each(['linux.iommufd-page-response', 'linux.iommufd-page-response-be'])('%s needs the request', (id) => {
    const bytes = encodePacket(id, { cookie: 7, code: 1 })
    const error = { code: 'translate', record: id, field: 'cookie', actual: 7, expected: 'the request that it answers beside it, for its group and PASID' }
    expect(() => toPageResponse(id, { cookie: 7, code: 1 })).toThrow(expect.objectContaining(error))
    expect(() => convert(id, 'amd.complete-ppr-request', bytes, { identity })).toThrow(expect.objectContaining(error))
    const read = { response: { ...response, respCode: 1 }, identity: { cookie: 7 }, rawCode: 1, notes: [] }
    expect(toPageResponse(id, { cookie: 7, code: 1 }, request)).toEqual(read)
  })

  it('CMD_RESUME takes the PASID from it, and says so without it', () => {
    const packet = { action: true, abort: false, streamId: 0x300, stag: 9 }
    expect(toPageResponse('smmuv3.cmd-resume', packet, request)).toEqual({ response, identity: { rid: 0x300 }, rawCode: 1, notes: [] })
    const { response: alone, notes } = toPageResponse('smmuv3.cmd-resume', packet)
    expect(alone).toEqual({ ...response, pasid: 0, pasidPresent: false })
    expect(notes).toEqual(['CMD_RESUME carries no PASID; whether the request had one is not known'])
  })
})

describe('an identity', () => {
  it('given with the bytes goes before that of the bytes', () => {
    const bytes = bytesOf('vtd.page-request', requestRows['vtd.page-request']!, baseOf('request', requestRows['vtd.page-request']!))
    const ridOf = (given: Identity) => convert('vtd.page-request', 'amd.ppr-log', bytes, { identity: given }).packet.deviceId
    expect(ridOf({})).toBe(0x300)
    expect(ridOf({ rid: 0x1234 })).toBe(0x1234)
  })

  it('has the Requester ID of the IOMMU beside that of the device', () => {
    const written = fromPageResponse('pcie.prg-response', response, { rid: 0x300, iommuRid: 0xa8 })
    expect(written.packet).toMatchObject({ requesterId: 0xa8, destinationId: 0x300 })
    expect(toPageResponse('pcie.prg-response', written.packet).identity).toEqual({ rid: 0x300, iommuRid: 0xa8 })
    expect(fromPageResponse('pcie.prg-response', response, { rid: 0x300 }).packet.requesterId).toBe(0)
  })

  it.each<[string, object]>([
    ['smmuv3.pri-queue-entry', { streamId: 0x1_0300 }],
    ['smmuv3.stall-event', { streamId: 0x1_0300 }],
    ['riscv.page-request', { deviceId: 0x1_0300 }],
    ['riscv.page-request-be', { deviceId: 0x1_0300 }],
  ])('has the segment apart from the Requester ID: %s', (id, numbers) => {
    const { packet } = fromPageRequest(id, request, { rid: 0x300, segment: 1 })
    expect(packet).toMatchObject(numbers)
    expect(toPageRequest(id, packet).identity).toEqual({ rid: 0x300, segment: 1 })
    const { packet: plain } = fromPageRequest(id, request, { rid: 0x300, segment: 0 })
    expect(toPageRequest(id, plain).identity).toEqual({ rid: 0x300 })
  })

  it('has all 32 bits of a StreamID', () => {
    expect(fromPageRequest('smmuv3.pri-queue-entry', request, { rid: 0xffff, segment: 0xffff }).packet.streamId).toBe(0xffff_ffff)
    const packet = { substreamValid: false, substreamId: 0, streamId: 0xffff_0001, prgIndex: 0, resp: 2 }
    expect(toPageResponse('smmuv3.cmd-pri-resp', packet).identity).toEqual({ rid: 1, segment: 0xffff })
  })

  it('tells segment 0 from no segment where the record does', () => {
    for (const given of [{ rid: 1, segment: 0 }, { rid: 1 }]) {
      const { packet } = fromPageResponse('riscv.ats-prgr', response, given)
      expect(packet).toMatchObject({ segmentValid: 'segment' in given, segment: 0 })
      expect(toPageResponse('riscv.ats-prgr', packet).identity).toEqual(given)
    }
  })

  it('is needed by a format that has one', () => {
    const needs = (id: string) => Object.keys(requestRows[id]!.places).filter((name) => ['rid', 'devId', 'cookie'].includes(name))
    for (const id of requestFormats) {
      const stop = id.endsWith('.stop-marker')
      const asked = stop ? { ...request, addr: 0n, pageReqGroupId: 0, read: false } : request
      const run = () => fromPageRequest(id, asked, {})
      if (needs(id).length === 0) expect(run().packet).toBeDefined()
      else expect(run).toThrow(expect.objectContaining({ code: 'translate', field: needs(id)[0], actual: undefined }))
    }
  })
})

describe('a response of the 2017 struct', () => {
  it.each(['linux.page-response-msg', 'linux.page-response-msg-be'])('carries an answer to a stream request: %s', (id) => {
    const stream: PageResponseMsg = { ...response, addr: 0x7f01_2345_6000n, respCode: 1, type: 1, privateData: 0x7fffffn }
    const there = convert(id, 'vtd.page-stream-response-v2', encodePacket(id, fromPageResponse(id, stream, {}).packet), { identity })
    expect(there.packet).toEqual({ bus: 3, devfn: 0, pasid: 5, prgIndex: 9, respCode: 1, privateData: 0x7fffff, address: 0x7f01_2345_6000n })
    const back = convert('vtd.page-stream-response-v2', id, there.bytes)
    expect(toPageResponse(id, decodePacket(id, back.bytes).packet).response).toEqual(stream)
  })
})

describe('a Stop Marker', () => {
  const stop = { ...request, last: true, read: false, write: false }
  const plain = { ...stop, pasid: 0, pasidPresent: false }

  it.each(requestFormats)('is told by its shape and its PASID in %s', (id) => {
    expect(isStopMarker(record(id), stop)).toBe(true)
    expect(isStopMarker(record(id), { ...stop, last: false })).toBe(false)
    expect(isStopMarker(record(id), { ...stop, read: true })).toBe(false)
    expect(isStopMarker(record(id), { ...stop, write: true })).toBe(false)
    // Linux' VT-d driver and the RISC-V models do not look at the PASID; PCIe and Arm make it an ordinary request.
    expect(isStopMarker(record(id), plain)).toBe(id.startsWith('vtd.') || id.startsWith('riscv.'))
    expect(isStopMarker(record(id), { ...plain, read: true, write: true })).toBe(false)
    expect(isStopMarker(record(id), { ...plain, last: false })).toBe(false)
  })
})

describe('formats', () => {
  const bytes = new Uint8Array(64)
  const unknown = (expected: RegExp, actual: string) =>
    expect.objectContaining({ code: 'translate', record: 'translate', field: 'format', actual, expected: expect.stringMatching(expected) as string })

  it('that are unknown are named, with the nearest known one, by every verb', () => {
    const unknownId = (near: string, actual: string) =>
      expect.objectContaining({ code: 'type', record: 'record', field: 'id', actual, expected: `the id of a record${near === '' ? '' : ` (did you mean ${near}?)`}` })
    const id = (text: string): string => text
    expect(() => toPageRequest(id('vtd.page-requests'), {})).toThrow(unknownId('vtd.page-request', 'vtd.page-requests'))
    expect(() => fromPageRequest(id('amd.pprlog'), request, identity)).toThrow(unknownId('amd.ppr-log', 'amd.pprlog'))
    expect(() => toPageResponse(id('smmuv3.cmd-pri-res'), {})).toThrow(unknownId('smmuv3.cmd-pri-resp', 'smmuv3.cmd-pri-res'))
    expect(() => fromPageResponse(id('riscv.ats-prg'), response, identity)).toThrow(unknownId('riscv.ats-prgr', 'riscv.ats-prg'))
    expect(() => convert(id('zzz'), 'amd.ppr-log', bytes)).toThrow(unknownId('', 'zzz'))
    expect(() => convert('amd.ppr-log', id('amd.ppr-lag'), bytes)).toThrow(unknownId('amd.ppr-log', 'amd.ppr-lag'))
  })

  it('of requests and of responses do not mix, nor with records that carry neither', () => {
    expect(() => convert('amd.ppr-log', 'amd.complete-ppr-request', bytes)).toThrow(unknown(/carries a page request/, 'amd.complete-ppr-request'))
    expect(() => convert('amd.complete-ppr-request', 'amd.ppr-log', bytes)).toThrow(unknown(/^a format that carries a page response/, 'amd.ppr-log'))
    expect(() => toPageRequest('amd.complete-ppr-request', {})).toThrow(unknown(/page request/, 'amd.complete-ppr-request'))
    expect(() => toPageResponse('amd.ppr-log', {})).toThrow(unknown(/page response/, 'amd.ppr-log'))
    expect(() => convert('pcie.pasid-prefix', 'amd.ppr-log', bytes)).toThrow(unknown(/request or response/, 'pcie.pasid-prefix'))
  })

  it('take the typed messages of their records', () => {
    const message = vtd.pageRequest.decode(fromHex(`01010003452301005d6d4523017f0000${'00'.repeat(16)}`))
    expect(toPageRequest('vtd.page-request', message).request.pasid).toBe(0x12345)
  })
})

describe('convert', () => {
  const id = 'vtd.page-group-response'
  const record = bytesOf(id, responseRows[id]!, baseOf('response', responseRows[id]!))

  it('reads at an offset', () => {
    const inside = Uint8Array.from([...new Uint8Array(5).fill(0xee), ...record, 0xee])
    expect(convert(id, id, inside, { offset: 5 }).bytes).toEqual(record)
    expect(() => convert(id, id, inside, { offset: 7 })).toThrow(expect.objectContaining({ code: 'truncated', record: id }))
  })

  it('reads over reserved bits if told to', () => {
    const dirty = Uint8Array.from(record)
    dirty[20] = 1
    expect(() => convert(id, id, dirty)).toThrow(expect.objectContaining({ code: 'reserved', record: id }))
    expect(() => convert(id, id, dirty, { reserved: 'reject' })).toThrow(expect.objectContaining({ code: 'reserved' }))
    expect(convert(id, id, dirty, { reserved: 'ignore' }).bytes).toEqual(record)
  })

  it('gives the packet that its bytes are, and the notes of both sides', () => {
    const failed = bytesOf(id, responseRows[id]!, baseOf('response', responseRows[id]!))
    failed[1] = 0x20
    const { bytes, packet, notes, dropped } = convert(id, 'smmuv3.cmd-resume', failed)
    expect(encodePacket('smmuv3.cmd-resume', packet)).toEqual(bytes)
    expect(notes).toEqual([
      'response code 2 is unused and taken as Response Failure; Linux sends it for one',
      'CMD_RESUME carries no PASID: the tag names the transaction',
      'CMD_RESUME aborts for Response Failure as for Invalid Request',
    ])
    expect(dropped).toEqual([])
  })

  it('leaves the message that it is given as it was', () => {
    const message = Object.freeze({ ...responseOf(baseOf('response', responseRows[id]!)) })
    const given = Object.freeze({ ...identity, pasidRequired: false })
    for (const format of responseFormats) {
      const typed = responseRows[format]!.soft?.type === 1 ? Object.freeze({ ...message, type: 1 }) : message
      expect(() => fromPageResponse(format, typed, given)).not.toThrow()
    }
    const answered = Object.freeze({ ...request })
    expect(() => toPageResponse('linux.iommufd-page-response', Object.freeze({ cookie: 1, code: 0 }), answered)).not.toThrow()
  })
})
