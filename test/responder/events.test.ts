import { describe, expect, it } from 'vitest'
import { Iommu } from '../../src/index.ts'
import type { PageRequest } from '../../src/index.ts'
import { EMPTY, NO_PASID, one, refusalOf, requestBytes, RESPONSE, VTD } from './support.ts'
import { fromHex, toHex } from '../support/bytes.ts'

/** What happens to groups without a caller that answers them, and who hears of it. */

const ZEROS = '00'.repeat(16)

describe('detach', () => {
  it('answers everything pending with Invalid Request, oldest first, and drops partial requests', () => {
    const { iommu, handle, receive, types } = one()
    const neighbour = iommu.attach({ rid: 0x308 })
    receive({ pageReqGroupId: 2 }, { pageReqGroupId: 1 }, { pageReqGroupId: 1, pasid: 9 }, { pageReqGroupId: 3, last: false })
    iommu.receive(requestBytes(VTD, {}, { rid: 0x308 }))
    types()
    const responses = iommu.detach(handle).map(toHex)
    expect(types()).toEqual(['detach', 'dropped', 'answer', 'answer', 'answer'])
    expect(responses).toEqual([
      `19100003452301001000000000000000${ZEROS}`,
      `19100003452301000800000000000000${ZEROS}`,
      `19100003090000000800000000000000${ZEROS}`,
    ])
    expect(handle).toMatchObject({ attached: false, outstanding: EMPTY })
    expect(neighbour.outstanding).toEqual({ groups: 1, requests: 1, partial: 0 })
    expect(receive({})).toEqual([])
    expect(types()).toEqual(['receive', 'unknown-device'])
    expect(refusalOf(() => iommu.detach(handle))).toBe('detached ENODEV -19')
  })
})

describe('overflow', () => {
  it('drops partial groups of every device, and leaves what is pending', () => {
    const { iommu, handle, receive, types } = one()
    const neighbour = iommu.attach({ rid: 0x308 })
    receive({ last: false }, { last: false }, { pageReqGroupId: 1 })
    iommu.receive(requestBytes(VTD, { last: false }, { rid: 0x308 }))
    types()
    expect(iommu.overflow()).toEqual({ dropped: 3, answer: undefined, responses: [] })
    expect(types()).toEqual(['overflow', 'dropped', 'dropped'])
    expect(handle.outstanding).toEqual({ groups: 1, requests: 1, partial: 0 })
    expect(neighbour.outstanding).toEqual(EMPTY)
  })

  const known = { rid: 0x300 }
  const unknown = { rid: 0x308 }
  // The IOMMU answers with the message itself. Of a device that it does not know, Arm drops the PASID and RISC-V keeps it.
  it.each<[string, boolean, Partial<PageRequest>, { rid: number }, string | undefined]>([
    ['smmuv3.pri-queue-entry', true, {}, known, '91012345 32000000 00000005 030001ab 00000000'],
    ['smmuv3.pri-queue-entry', false, {}, known, '32000000 00000005 030001ab 00000000'],
    ['smmuv3.pri-queue-entry', true, {}, unknown, '32000000 00000005 0308f1ab 00000000'],
    ['smmuv3.pri-queue-entry', true, { last: false }, known, undefined],
    ['smmuv3.pri-queue-entry', true, { read: false }, known, undefined],
    ['smmuv3.pri-queue-entry', true, { ...NO_PASID, read: false }, known, '32000000 00000005 030001ab 00000000'],
    ['riscv.page-request', true, {}, known, '91012345 32000000 00000005 030001ab 00000000'],
    ['riscv.page-request', false, {}, known, '32000000 00000005 030001ab 00000000'],
    ['riscv.page-request', true, {}, unknown, '91012345 32000000 00000005 0308f1ab 00000000'],
    ['riscv.page-request', true, { last: false }, known, undefined],
    ['riscv.page-request', true, { ...NO_PASID, read: false }, known, undefined],
    ['vtd.page-request', true, {}, known, undefined],
    ['amd.ppr-log', true, {}, known, undefined],
    ['pcie.page-request', true, {}, known, undefined],
    ['smmuv3.stall-event', true, {}, known, undefined],
  ])('tells how the IOMMU itself answered: %s, PASID required %s, %o of %o', (format, prgResponsePasidRequired, request, identity, response) => {
    const { iommu } = one(format, { pri: { prgResponsePasidRequired } })
    const { responses, answer } = iommu.overflow(requestBytes(format, request, identity))
    expect(responses.map(toHex)).toEqual(response === undefined ? [] : [response.replaceAll(' ', '')])
    expect(answer === undefined).toBe(!/^(smmuv3.pri|riscv)/.test(format))
    expect(iommu.outstanding).toEqual(EMPTY)
  })

  it('reports what was lost and is no record', () => {
    const { iommu, types } = one('riscv.page-request')
    expect(iommu.overflow(fromHex('00')).responses).toEqual([])
    expect(types()).toEqual(['overflow', 'malformed'])
  })
})

describe('the deadline', () => {
  it('answers with Response Failure what was pending for so long, oldest first', () => {
    const { iommu, handle, receive, clock, types } = one(VTD, {}, { deadline: 100 })
    receive({ pageReqGroupId: 1 })
    clock.now = 1
    receive({ pageReqGroupId: 2 }, { pageReqGroupId: 3, last: false })
    clock.now = 99
    types()
    expect(iommu.expire()).toEqual([])
    expect(types()).toEqual([])
    clock.now = 100
    expect(iommu.expire().map(toHex)).toEqual([`19f00003452301000800000000000000${ZEROS}`])
    expect(types()).toEqual(['expire', 'answer'])
    expect(refusalOf(() => iommu.respond(handle, { ...RESPONSE, pageReqGroupId: 1 }))).toBe('no-such-group EINVAL -22')
    iommu.respond(handle, { ...RESPONSE, pageReqGroupId: 2 })
    clock.now = 1000
    expect(iommu.expire()).toEqual([])
    expect(handle.outstanding).toEqual({ groups: 0, requests: 1, partial: 1 })
  })

  it('does not come where none is set', () => {
    const { iommu, receive, clock } = one()
    receive({})
    clock.now = Number.MAX_VALUE
    expect(iommu.expire()).toEqual([])
  })
})

describe('a policy', () => {
  it.each([['success', '1900'], ['invalid', '1910'], ['failure', '19f0']] as const)('answers every group: %s', (auto, start) => {
    const { iommu, receive } = one(VTD, {}, { auto })
    expect(receive({ last: false })).toEqual([])
    const [response] = receive({})
    expect(response?.slice(0, 4)).toBe(start)
    expect(iommu.outstanding).toEqual(EMPTY)
  })

  it('sees the group, and leaves it to the holder of the device with undefined', () => {
    const seen: unknown[] = []
    const { iommu, handle, receive } = one(VTD, {}, { auto: (group) => (seen.push(group), group.pageReqGroupId === 1 ? 0xf : undefined) })
    expect(receive({ last: false }, {}, { pageReqGroupId: 1 })).toHaveLength(1)
    expect(seen).toMatchObject([{ device: 1, pasid: 0x12345, pageReqGroupId: 0x1ab, stream: false, requests: [{}, {}] }, { pageReqGroupId: 1 }])
    iommu.respond(handle, RESPONSE)
  })

  it('is an error if it answers with what is no code; and nothing has changed', () => {
    const { iommu, receive, types } = one(VTD, {}, { auto: () => 2 })
    expect(() => receive({})).toThrowError(expect.objectContaining({ name: 'CodecError', field: 'auto' }))
    expect(types()).toEqual(['receive'])
    expect(iommu.outstanding).toEqual(EMPTY)
  })

  it('may not call the service; and nothing has changed', () => {
    const { iommu, receive, types } = one(VTD, {}, { auto: () => iommu.receive(requestBytes(VTD, { pageReqGroupId: 1 })).length })
    expect(() => receive({})).toThrowError('may not call the service')
    expect(types()).toEqual(['receive'])
    expect(iommu.outstanding).toEqual(EMPTY)
  })
})

describe('a listener', () => {
  it('may receive and respond: it sees what happened in the order in which it did', () => {
    const seen: string[] = []
    const iommu = new Iommu({
      format: VTD,
      clock: () => 0,
      onEvent(event) {
        seen.push(event.type)
        if (event.type === 'pending') iommu.respond(handle, { ...RESPONSE, pageReqGroupId: event.pageReqGroupId })
        if (event.type === 'answer' && event.pageReqGroupId === 1) iommu.detach(handle)
      },
    })
    const handle = iommu.attach({ rid: 0x300 })
    iommu.receive(Buffer.concat([0, 0, 1, 0].map((pageReqGroupId) => requestBytes(VTD, { pageReqGroupId }))))
    const answered = ['receive', 'pending', 'respond', 'answer']
    expect(seen).toEqual(['open', 'attach', ...answered, ...answered, ...answered, 'detach', 'receive', 'unknown-device'])
  })

  it('that throws does not lose what has happened', () => {
    const seen: string[] = []
    const iommu = new Iommu({
      format: VTD,
      clock: () => 0,
      onEvent({ type }) {
        seen.push(type)
        if (type === 'receive') throw new Error('of the listener')
      },
    })
    const handle = iommu.attach({ rid: 0x300 })
    expect(() => iommu.receive(requestBytes(VTD))).toThrowError('of the listener')
    expect(handle.outstanding.groups).toBe(1)
    iommu.detach(handle)
    expect(seen).toEqual(['open', 'attach', 'receive', 'pending', 'detach', 'answer'])
  })
})
