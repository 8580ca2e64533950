import { describe, expect, it } from 'vitest'
import { formatEvent, parseEvent, replay } from '../../src/index.ts'
import type { IommuEvent, IommuOptions } from '../../src/index.ts'
import { benchOf, refusalOf, requestBytes, RESPONSE } from './support.ts'
import { fromHex } from '../support/bytes.ts'

/** Every kind of event is in this trace, or in one that the options add. */
function story(format: string, options: Partial<IommuOptions> = {}) {
  const { iommu, events, clock } = benchOf(format, { deadline: 50, iommuRid: 8, ...options })
  const first = iommu.attach({ rid: 0x300, pri: { pageRequestCapacity: 4 } })
  const second = iommu.attach({ rid: 0x308, domain: null })
  const ask = (request: object, rid = 0x300): void => void iommu.receive(requestBytes(format, request, { rid }))
  ask({ last: false })
  ask({ addr: 0xfffffffffffff000n })
  ask({})
  clock.now = 10.5
  ask({ pageReqGroupId: 2, last: false })
  ask({ read: false })
  ask({ pageReqGroupId: 3 })
  ask({}, 0x308)
  ask({}, 0x400)
  ask({ pageReqGroupId: 4 })
  ask({ pageReqGroupId: 5 })
  iommu.receive(fromHex('00'))
  refusalOf(() => iommu.respond(first, { ...RESPONSE, pasid: 1 }))
  refusalOf(() => iommu.respond(first, { ...RESPONSE, pasid: NaN, addr: '0x10' as never, respCode: undefined as never, type: null as never, privateData: -1n, pageReqGroupId: 2 ** 40 }))
  refusalOf(() => iommu.respond(first, null as never))
  refusalOf(() => iommu.respond({} as never, RESPONSE))
  refusalOf(() => iommu.respondBytes(first, 'bytes' as never))
  refusalOf(() => iommu.respondBytes(first, new Uint8Array(23), 'linux.page-response-msg-be'))
  refusalOf(() => iommu.respondBytes(first, fromHex('0000000000000000 45230100 7035 0000 02000000 00000000'.replaceAll(' ', ''))))
  refusalOf(() => iommu.respond(first, RESPONSE))
  iommu.overflow(requestBytes(format, {}, { rid: 0x300 }))
  clock.now = 60.5
  iommu.expire()
  ask({})
  iommu.detach(first)
  refusalOf(() => iommu.respond(first, RESPONSE))
  iommu.detach(second)
  iommu.attach({ rid: 0x300 })
  ask({ pageReqGroupId: 7 })
  return { iommu, events }
}

describe('a trace', () => {
  it.each<[string, Partial<IommuOptions>]>([
    ['vtd.page-request', {}],
    ['vtd.page-request', { linux: '5.3', reserved: 'reject' }],
    ['riscv.page-request', {}],
    ['smmuv3.pri-queue-entry', { auto: 'failure' }],
    ['pcie.page-request', { auto: ({ pageReqGroupId }) => [0, 1, 15, undefined][pageReqGroupId & 3] }],
  ])('is written, read back and replayed to the same states and the same bytes: %s %o', (format, options) => {
    const { iommu, events } = story(format, options)
    const lines = events.map(formatEvent)
    expect(lines.every((line) => !line.includes('\n'))).toBe(true)
    const again: IommuEvent[] = []
    const replayed = replay(lines.map(parseEvent), (event) => void again.push(event))
    expect(again.map(formatEvent)).toEqual(lines)
    expect(again.filter(({ type }) => type === 'answer')).toEqual(events.filter(({ type }) => type === 'answer'))
    expect(replayed.iommu.snapshot()).toEqual(iommu.snapshot())
    // The service that was built anew can be worked with.
    const { pending } = iommu.snapshot()
    expect(replayed.iommu.detach(replayed.handles.get(3)!)).toHaveLength(pending.length)
  })

  it('has every kind of event', () => {
    const types = new Set([story('riscv.page-request'), story('riscv.page-request', { auto: 'success' })].flatMap(({ events }) => events.map(({ type }) => type)))
    expect([...types].sort()).toEqual([
      'answer', 'attach', 'bad-request', 'detach', 'dropped', 'expire', 'index-reused', 'malformed', 'open', 'overflow', 'overflow-answer', 'partial', 'pending',
      'receive', 'refused', 'respond', 'respond-bytes', 'stop-marker', 'unknown-device',
    ])
  })

  it('is the same when its own trace is written again, whatever was in a message', () => {
    const { events } = story('vtd.page-request')
    const messages = events.flatMap((event) => (event.type === 'respond' ? [event.message] : []))
    expect(messages[1]).toEqual({ addr: 'text 0x10', pasid: 'NaN', respCode: 'undefined', pasidPresent: true, pageReqGroupId: '1099511627776', type: 'object', privateData: '-1' })
  })

  it('keeps a bounded text of what is no value, and of what a policy threw', () => {
    const { iommu, events } = benchOf('vtd.page-request', { auto: () => { throw 'x'.repeat(1e6) }, onError: () => {} })
    const handle = iommu.attach({ rid: 0x300 })
    iommu.receive(requestBytes('vtd.page-request'))
    expect(events.at(-1)).toMatchObject({ autoError: 'x'.repeat(200) })
    refusalOf(() => iommu.respond(handle, { ...RESPONSE, addr: 'y'.repeat(1e6) as never, pasid: 1n << 5000n as never }))
    expect(events.at(-2)).toMatchObject({ message: { addr: 'y'.repeat(100), pasid: String(1n << 5000n).slice(0, 100) } })
  })

  it('begins where the service did', () => {
    const { events } = story('vtd.page-request')
    for (const trace of [[], events.slice(1)]) expect(() => replay(trace)).toThrowError(expect.objectContaining({ name: 'CodecError', record: 'trace' }))
  })

  it.each([
    ['', 'event'], ['not JSON', 'event'], ['null', 'event'], ['[]', 'event'], ['{}', 'event'], ['"receive"', 'event'], ['{"type":1}', 'event'],
    ['{"type":"receive","bytes":"0"}', 'bytes'], ['{"type":"receive","bytes":"zz"}', 'bytes'], ['{"type":"receive","bytes":"0x00"}', 'bytes'],
  ])('has no line such as %s', (line, field) => {
    expect(() => parseEvent(line)).toThrowError(expect.objectContaining({ name: 'CodecError', record: 'trace', field }))
  })
})

it('an event that is none is refused, and the refusal of a stranger names no device', () => {
  for (const event of [null, undefined, 5, 'text', {}, { type: 5 }]) expect(() => formatEvent(event as never)).toThrowError(expect.objectContaining({ name: 'CodecError', field: 'event' }))
  const { iommu, events } = benchOf('vtd.page-request')
  refusalOf(() => iommu.respond({} as never, RESPONSE))
  expect(events.at(-1)).toMatchObject({ type: 'refused', device: null })
})
