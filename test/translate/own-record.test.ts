import { describe, expect, it } from 'vitest'
import { CodecError, convert, decodePacket, defineRecord, fromPageRequest, fromPageResponse, LayoutError, toPageRequest, toPageResponse } from '../../src/index.ts'
import type { Identity, Layout, PageRequest, PageResponseMsg } from '../../src/index.ts'

/** Records that no code knows: what a layout and its roles say is enough to carry them. */

const common = { clause: 'none', source: 'none', size: 16, word: 8, order: 'big', label: 'w' } as const

const request = {
  ...common,
  id: 'own.page-request',
  title: 'A page request of another IOMMU',
  fields: {
    bus: { at: [[0, 7, 0]], as: 'uint', doc: 'bus' },
    devfn: { at: [[0, 15, 8]], as: 'uint', doc: 'device and function' },
    noPasid: { at: [[0, 16, 16]], as: 'flag', doc: 'there is no PASID' },
    process: { at: [[0, 36, 17]], as: 'uint', doc: 'PASID' },
    want: { at: [[0, 40, 37]], as: 'uint', doc: 'access' },
    kind: { at: [[0, 43, 41]], as: 'uint', doc: 'kind of entry' },
    spare: { at: [[0, 63, 44]], as: 'uint', optional: true, doc: 'nothing' },
    page: { at: [[1, 63, 12]], as: 'page', doc: 'page' },
    index: { at: [[1, 11, 3]], as: 'uint', doc: 'group' },
    more: { at: [[1, 2, 2]], as: 'flag', doc: 'more requests of the group follow' },
    secret: { at: [[1, 1, 0]], as: 'uint', doc: 'private data' },
  },
  roles: {
    device: ['bus', 'devfn'], pasid: 'process', pasidValid: { not: 'noPasid' }, group: 'index', address: 'page', last: { not: 'more' },
    read: { field: 'want', mask: 1 }, write: { field: 'want', mask: 2 }, execute: { field: 'want', mask: 4 }, privateData: 'secret',
  },
  carries: { what: 'page request', others: { kind: { is: 5, expected: '5, a page request' } } },
} as const

const response = {
  ...common,
  id: 'own.page-response',
  title: 'A page response of another IOMMU',
  fields: {
    stream: { at: [[0, 23, 0]], as: 'uint', doc: 'segment and Requester ID' },
    valid: { at: [[0, 24, 24]], as: 'flag', doc: 'there is a PASID' },
    process: { at: [[0, 44, 25]], as: 'uint', doc: 'PASID' },
    answer: { at: [[0, 63, 45]], as: 'uint', doc: 'Linux\' numbers' },
    index: { at: [[1, 63, 55]], as: 'uint', doc: 'group' },
  },
  reserved: [[1, 54, 0]],
  roles: { device: 'stream', pasid: 'process', pasidValid: 'valid', group: 'index', code: 'answer' },
  carries: { what: 'page response', codes: 'Linux' },
} as const

const ownRequest = defineRecord(request as unknown as Layout)
const ownResponse = defineRecord(response as unknown as Layout)

const asked: PageRequest = {
  addr: 0x7f00_0000_5000n, pasid: 0x12345, pasidPresent: true, pageReqGroupId: 0x1ab, last: true,
  read: true, write: false, execute: true, privileged: false, privateData: 2n,
}
const answered: PageResponseMsg = { addr: 0n, pasid: 0x12345, respCode: 15, pasidPresent: true, pageReqGroupId: 0x1ab, type: 2, privateData: 0n }
const identity: Identity = { rid: 0x1234 }

describe('a record of one\'s own that carries a page request (synthetic)', () => {
  const message = { bus: 0x12, devfn: 0x34, noPasid: false, process: 0x12345, want: 5, kind: 5, page: 0x7f00_0000_5000n, index: 0x1ab, more: false, secret: 2 }

  it('is written and read by its roles alone', () => {
    const { packet, dropped, notes } = fromPageRequest(ownRequest, asked, identity)
    expect(packet).toEqual(message)
    expect([...dropped, ...notes]).toEqual([])
    expect(toPageRequest(ownRequest, packet)).toEqual({ request: asked, identity, notes: [] })
  })

  it('is converted from and to others', () => {
    const bytes = ownRequest.encode(message)
    const there = convert(ownRequest, 'vtd.page-request-v2', bytes)
    expect(there.packet).toMatchObject({ bus: 0x12, devfn: 0x34, pasid: 0x12345, privateData: 2, executeRequested: true, last: true })
    expect(convert('vtd.page-request-v2', ownRequest, there.bytes).bytes).toEqual(bytes)
    expect(decodePacket(ownRequest, bytes)).toEqual({ packet: { ...message, spare: 0 }, size: 16 })
  })

  it('has no place for what has no role, and says so', () => {
    expect(() => fromPageRequest(ownRequest, { ...asked, privileged: true }, identity)).toThrow('own.page-request privileged: translate: expected none (the format has no place for it), got true')
    expect(fromPageRequest(ownRequest, { ...asked, privileged: true }, identity, { allowLoss: true }).dropped).toEqual([
      { field: 'privileged', value: true, reason: 'the format has no place for it' },
    ])
    expect(() => fromPageRequest(ownRequest, asked, { ...identity, segment: 1 })).toThrow('no place for a segment')
    expect(() => fromPageRequest(ownRequest, { ...asked, privateData: 4n }, identity)).toThrow('at most 2 bits')
  })

  it('is told of what is not carried', () => {
    expect(toPageRequest(ownRequest, { ...message, spare: 3, want: 13 }).notes).toEqual([
      'want has bits 0x8 set, which mean nothing here and are not carried', 'spare 3 is not carried (nothing)',
    ])
    expect(() => toPageRequest(ownRequest, { ...message, kind: 4 })).toThrow('own.page-request kind: translate: expected 5, a page request, got 4')
  })
})

describe('a record of one\'s own that carries a page response (synthetic)', () => {
  it('is written and read by its roles alone', () => {
    const { packet } = fromPageResponse(ownResponse, answered, { rid: 0x1234, segment: 0xab })
    expect(packet).toEqual({ stream: 0xab1234, valid: true, process: 0x12345, answer: 2, index: 0x1ab })
    expect(toPageResponse(ownResponse, packet)).toEqual({ response: answered, identity: { rid: 0x1234, segment: 0xab }, rawCode: 2, notes: [] })
    expect(convert(ownResponse, 'pcie.prg-response', ownResponse.encode(packet as never), { allowLoss: true }).packet).toMatchObject({ respCode: 15, destinationId: 0x1234 })
  })

  it('carries no request', () => {
    expect(() => toPageRequest(ownResponse, {})).toThrow(CodecError)
    expect(() => toPageRequest(defineRecord({ ...common, id: 'own.other', title: 'Neither', fields: request.fields } as unknown as Layout), {})).toThrow('a format that carries a page request')
  })
})

describe('a second table that is wrong', () => {
  const wrong = (layout: object): string => {
    try {
      defineRecord(layout as Layout)
    } catch (error) {
      if (error instanceof LayoutError) return error.message
      throw error
    }
    return 'nothing'
  }

  it.each<[string, object]>([
    ['pasid is of pasid, which the record does not have', { ...request, roles: { ...request.roles, pasid: 'pasid' } }],
    ['the role pasid has no place', { ...request, roles: { ...request.roles, pasid: 5 } }],
    ['owner is no role', { ...request, roles: { ...request.roles, owner: 'kind' } }],
    ['the role global is a flag, but kind has more than one bit', { ...request, roles: { ...request.roles, global: 'kind' } }],
    ['the role global is a bit of noPasid, which is no uint', { ...request, roles: { ...request.roles, global: { field: 'noPasid', mask: 1 } } }],
    ['neither a role nor a value says what kind is in it', { ...request, carries: { what: 'page request' } }],
    ['secrets, which has a value besides the roles, is no field', { ...request, carries: { ...request.carries, others: { ...request.carries.others, secrets: { is: 0 } } } }],
    ['carries a page response, but has no code', { ...response, roles: { device: 'stream', pasid: 'process', pasidValid: 'valid', group: 'index' }, carries: { what: 'page response', others: { answer: { is: 0 } } } }],
  ])('is refused: %s', (text, layout) => {
    expect(wrong(layout)).toContain(text)
  })
})
