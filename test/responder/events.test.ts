import { describe, expect, it } from 'vitest'
import { Iommu } from '../../src/index.ts'
import type { Auto, IommuEvent, IommuOptions, PageRequest, Policy } from '../../src/index.ts'
import { EMPTY, NO_PASID, one, refusalOf, requestBytes, RESPONSE, stateOf, VTD } from './support.ts'
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
    ['pcie-flit.page-request', true, {}, known, undefined],
    ['smmuv3.stall-event', true, {}, known, undefined],
  ])('tells how the IOMMU itself answered: %s, PASID required %s, %o of %o', (format, prgResponsePasidRequired, request, identity, response) => {
    const { iommu, events } = one(format, { pri: { prgResponsePasidRequired } })
    const { responses, answer } = iommu.overflow(requestBytes(format, request, identity))
    expect(responses.map(toHex)).toEqual(response === undefined ? [] : [response.replaceAll(' ', '')])
    const told = events.flatMap((event) => (event.type === 'overflow-answer' ? [[event.device, toHex(event.bytes)]] : []))
    expect(told).toEqual(responses.map((bytes) => [identity === known ? 1 : null, toHex(bytes)]))
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

  it.each<[string, Auto]>([
    ['answers with what is no code', () => 2],
    ['answers with a promise', (async () => 0) as never],
    ['throws', () => { throw new Error('of the policy') }],
    ['throws what has no text', () => { throw Object.create(null) }],
    ['calls the service', () => (calling!(), 0)],
  ])('that %s leaves the group to the holder, keeps what was answered, and is reported', (_what, broken) => {
    const errors: unknown[] = []
    const { iommu, handle, events, receive } = one(VTD, {}, { auto: (group) => (group.pageReqGroupId === 1 ? (broken as Policy)(group) : 0), onError: (error) => void errors.push(error) })
    calling = () => iommu.receive(requestBytes(VTD))
    const records = [0, 1, 2].map((pageReqGroupId) => requestBytes(VTD, { pageReqGroupId }))
    expect(iommu.receive(Buffer.concat(records))).toHaveLength(2)
    expect(errors).toHaveLength(1)
    expect(iommu.outstanding).toEqual({ groups: 1, requests: 1, partial: 0 })
    const pending = events.filter(({ type }) => type === 'pending')
    expect(pending.map((event) => [event.type === 'pending' && event.auto, 'autoError' in event])).toEqual([[0, false], [undefined, true], [0, false]])
    expect(receive()).toEqual([])
    iommu.respond(handle, { ...RESPONSE, pageReqGroupId: 1 })
    expect(iommu.outstanding).toEqual(EMPTY)
  })
})

it('reports what a policy throws where nobody listens to events', () => {
  const errors: unknown[] = []
  const iommu = new Iommu({ format: VTD, clock: () => 0, auto: () => { throw new Error('of the policy') }, onError: (error) => void errors.push(error) })
  iommu.attach({ rid: 0x300 })
  expect(iommu.receive(requestBytes(VTD))).toEqual([])
  expect(errors).toHaveLength(1)
})

let calling: (() => unknown) | undefined

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

  const throwing = (options: Partial<IommuOptions> = {}) => {
    const seen: string[] = []
    const iommu = new Iommu({
      format: VTD,
      clock: () => 0,
      onEvent({ type }) {
        seen.push(type)
        throw new Error(`of the listener: ${type}`)
      },
      ...options,
    })
    return { iommu, seen, handle: iommu.attach({ rid: 0x300 }) }
  }

  it('that throws costs no response, and no event', () => {
    const errors: string[] = []
    const { iommu, seen, handle } = throwing({ auto: ({ pageReqGroupId }) => (pageReqGroupId === 1 ? undefined : 0), onError: (error) => void errors.push((error as Error).message) })
    expect(iommu.receive(Buffer.concat([0, 1, 2].map((pageReqGroupId) => requestBytes(VTD, { pageReqGroupId }))))).toHaveLength(2)
    expect(iommu.respond(handle, { ...RESPONSE, pageReqGroupId: 1 })).toHaveLength(32)
    expect(iommu.detach(handle)).toEqual([])
    const auto = ['receive', 'pending', 'answer']
    expect(seen).toEqual(['open', 'attach', ...auto, 'receive', 'pending', ...auto, 'respond', 'answer', 'detach'])
    expect(errors).toEqual(seen.map((type) => `of the listener: ${type}`))
  })

  it.each<[string, Partial<IommuOptions>, string]>([
    ['nobody is told of it', {}, 'of the listener: open'],
    ['who is told of it throws, too', { onError: () => { throw new Error('of the last resort') } }, 'of the last resort'],
  ])('that throws is an uncaught error where %s', async (_what, options, message) => {
    const uncaught: Error[] = []
    const before = process.listeners('uncaughtException')
    process.removeAllListeners('uncaughtException')
    process.on('uncaughtException', (error) => void uncaught.push(error))
    try {
      const { iommu } = throwing(options)
      expect(iommu.receive(requestBytes(VTD))).toEqual([])
      expect(uncaught).toEqual([])
      await new Promise((resolve) => setImmediate(resolve))
    } finally {
      process.removeAllListeners('uncaughtException')
      for (const listener of before) process.on('uncaughtException', listener)
    }
    expect(uncaught).toHaveLength(4)
    expect(uncaught[0]!.message).toBe(message)
  })

  it('of errors may work with the service', () => {
    const { iommu } = throwing({ onEvent: ({ type }) => { if (type === 'pending') throw new Error(type) }, onError: () => void iommu.detach(handle) })
    const handle = iommu.attach({ rid: 0x308 })
    iommu.receive(requestBytes(VTD, {}, { rid: 0x308 }))
    expect(handle).toMatchObject({ attached: false, outstanding: EMPTY })
  })
})

describe('the clock', () => {
  it('is asked once for each call, and stands still where it goes back', () => {
    let asked = 0
    const events: IommuEvent[] = []
    const times = [5, 7, 3, 9]
    const iommu = new Iommu({ format: VTD, clock: () => times[asked++]!, onEvent: (event) => void events.push(event) })
    iommu.attach({ rid: 0x300 })
    iommu.receive(Buffer.concat([requestBytes(VTD), requestBytes(VTD, { pageReqGroupId: 1 })]))
    iommu.overflow()
    expect(events.map(({ at }) => at)).toEqual([5, 7, 7, 7, 7, 7, 9])
  })

  it.each<[string, () => unknown]>([
    ['no number', () => '5'], ['NaN', () => NaN], ['no finite number', () => Infinity], ['a symbol', () => Symbol('now')], ['an error', () => { throw new Error('of the clock') }],
    ['what it may not do', () => iommuOfClock!.expire()],
  ])('that tells %s stops a call before anything has happened', (_what, tell) => {
    let broken = false
    const { iommu, handle, types } = one(VTD, {}, { clock: () => (broken ? tell() as number : 0) })
    iommuOfClock = iommu
    iommu.receive(requestBytes(VTD))
    const before = stateOf(iommu, [handle])
    types()
    broken = true
    const calls = [() => iommu.receive(requestBytes(VTD, { pageReqGroupId: 1 })), () => iommu.respond(handle, RESPONSE), () => iommu.detach(handle), () => iommu.attach({ rid: 1 }), () => iommu.overflow(), () => iommu.expire()]
    for (const call of calls) expect(call).toThrowError(/clock/)
    broken = false
    expect(types()).toEqual([])
    expect(stateOf(iommu, [handle])).toEqual(before)
    iommu.respond(handle, RESPONSE)
  })
})

let iommuOfClock: Iommu | undefined
