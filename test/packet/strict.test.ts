import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CodecError, decodeTlp, encodeTlp, swapDwords, tlps } from '../../src/index.ts'
import type { TlpInit, TlpMode, TlpOptions } from '../../src/index.ts'
import { fromHex, toHex } from '../support/bytes.ts'

/** Arguments that are none: each is an error of the codec, and nothing is cut, swallowed or guessed. Bytes are synthetic. */

const page = fromHex('30000000 03000004 00007f01 23456d5d')
const write = { mode: 'non-flit', header: fromHex('40000001 00000000 00000000'), payload: fromHex('deadbeef') } as const
const pageRequest = { mode: 'flit', id: 'pcie-flit.page-request', message: { requesterId: 0x300, address: 0n, prgIndex: 1, last: true, write: false, read: true } } as const

/** What a call throws, which must be an error of the codec. */
function refusalOf(call: () => unknown): CodecError | undefined {
  try {
    call()
    return undefined
  } catch (error) {
    expect(error).toBeInstanceOf(CodecError)
    return error as CodecError
  }
}

it.each(['swap', 'translation', 'headerOnly'])('an option %s that is no flag is refused', (name) => {
  for (const value of [1, 'yes', null]) expect(refusalOf(() => decodeTlp(page, { mode: 'non-flit', [name]: value } as unknown as TlpOptions))).toMatchObject({ code: 'type', field: expect.stringContaining(name) })
})

it.each([0, 1, 2, 3, 4, 5])('a message of every route is one: %d', (route) => {
  const bytes = page.slice()
  bytes[0]! += route
  // A message of a vendor, which may take any route.
  bytes[7] = 0x7e
  expect(decodeTlp(bytes, { mode: 'non-flit' }).kind).toBe('message')
})

describe('parts that are no bytes', () => {
  const arrays = fc.oneof(
    fc.array(fc.integer({ min: -1, max: 300 })),
    fc.uint32Array({ minLength: 1 }),
    fc.uint16Array({ minLength: 1 }),
    fc.uint8ClampedArray({ minLength: 4, maxLength: 4 }),
    fc.int8Array({ minLength: 4, maxLength: 4 }),
    fc.constantFrom(null, 'deadbeef', 4, new ArrayBuffer(4), Object.create(Uint8Array.prototype)),
  )

  it.each(['header', 'payload', 'trailer'])('are refused as the %s', (name) => {
    fc.assert(fc.property(arrays, (part) => {
      expect(refusalOf(() => encodeTlp({ ...write, [name]: part } as TlpInit))).toMatchObject({ code: 'type', field: name })
    }))
  })

  it('are refused as OHC-E and as the data of a message', () => {
    fc.assert(fc.property(arrays, (part) => {
      expect(refusalOf(() => encodeTlp({ ...pageRequest, ohcE: part } as TlpInit))).toMatchObject({ code: 'type', field: 'ohcE' })
      expect(refusalOf(() => encodeTlp({ ...pageRequest, payload: part } as TlpInit))).toMatchObject({ code: 'type', field: 'payload' })
    }))
  })

  it('are not those of a Uint8Array of another realm', () => {
    const foreign = (hex: string): Uint8Array => {
      const bytes = runInNewContext('(size) => new Uint8Array(size)')(fromHex(hex).length) as Uint8Array
      bytes.set(fromHex(hex))
      return bytes
    }
    const header = foreign('40000001 00000000 00000000')
    expect(toHex(encodeTlp({ mode: 'non-flit', header, payload: foreign('deadbeef') }))).toBe('400000010000000000000000deadbeef')
    for (const swap of [false, true]) expect(decodeTlp(foreign(swap ? toHex(swapDwords(page)) : toHex(page)), { mode: 'non-flit', swap }).name).toBe('Page Request')
  })

  it('are refused by swapDwords', () => {
    fc.assert(fc.property(arrays, (part) => {
      expect(refusalOf(() => swapDwords(part as Uint8Array))).toMatchObject({ code: 'type', field: 'bytes' })
    }))
    for (const offset of [-1, 0.5, NaN]) expect(refusalOf(() => swapDwords(page, offset))).toMatchObject({ code: 'range', field: 'offset' })
  })
})

describe('a packet that says two things', () => {
  it.each<[what: string, init: object, field: string]>([
    ['no header and no message', { mode: 'non-flit' }, 'header'],
    ['a header beside a message', { ...pageRequest, header: page }, 'header'],
    ['a message beside a header', { ...write, message: pageRequest.message }, 'message'],
    ['entries beside a header', { ...write, entries: [] }, 'entries'],
    ['other data than those of its message', { ...pageRequest, payload: new Uint8Array(4) }, 'payload'],
    ['entries of a message that has none', { ...pageRequest, entries: [{ address: 0n, size: false, write: false, read: true }] }, 'entries'],
    ['OHC-E in non-flit mode', { mode: 'non-flit', id: 'pcie.page-request', message: pageRequest.message, ohcE: new Uint8Array(4) }, 'ohcE'],
    ['a prefix that is none', { ...write, prefixes: [null] }, 'prefixes'],
    ['a prefix of another record', { ...write, prefixes: [{ id: 'pcie.page-request', message: {} }] }, 'prefixes'],
    ['prefixes with a hole', { ...write, prefixes: Array(2) }, 'prefixes'],
    ['a status that is no number', { mode: 'flit', id: 'pcie-flit.translation-completion', message: { status: Object.create(null) } }, 'status'],
    ['prefixes that are no list', { ...write, prefixes: 5 }, 'prefixes'],
    ['a message that is no object', { ...pageRequest, message: 5 }, 'message'],
    ['no message', { mode: 'flit', id: 'pcie-flit.page-request' }, 'message'],
  ])('%s', (_, init, field) => {
    expect(refusalOf(() => encodeTlp(init as TlpInit))).toMatchObject({ record: 'tlp', field })
  })

  it('data of a decoded message that were changed are refused, and those that were not are taken', () => {
    const bytes = fromHex('72000002 00000501 12340000 00000000 00007f00 002ff800')
    const tlp = decodeTlp(bytes, { mode: 'non-flit' })
    expect(toHex(encodeTlp(tlp))).toBe(toHex(bytes))
    const payload = Uint8Array.from(tlp.payload)
    payload[0]! ^= 1
    expect(refusalOf(() => encodeTlp({ ...tlp, payload } as TlpInit))).toMatchObject({ code: 'range', field: 'payload' })
  })
})

describe('a name that nobody knows', () => {
  const name = fc.string({ minLength: 1 }).filter((text) => !['swap', 'offset', 'mode', 'translation', 'reserved', 'headerOnly', '__proto__'].includes(text))
  const parts = ['mode', 'kind', 'name', 'offset', 'bytes', 'ohc', 'forgotten', 'prefixes', 'id', 'message', 'entries', 'ohcE', 'header', 'payload', 'trailer', 'fields']

  it('is an error as an option, and as a part', () => {
    fc.assert(fc.property(name, (unknown) => {
      const error = { code: 'type', record: 'tlp', field: unknown }
      expect(refusalOf(() => decodeTlp(page, { mode: 'non-flit', [unknown]: true } as TlpOptions))).toMatchObject(error)
      expect(refusalOf(() => tlps(page, { mode: 'non-flit', [unknown]: true } as TlpOptions))).toMatchObject(error)
      expect(refusalOf(() => encodeTlp(write, { [unknown]: true }))).toMatchObject(error)
      if (!parts.includes(unknown)) expect(refusalOf(() => encodeTlp({ ...write, [unknown]: 1 } as TlpInit))).toMatchObject(error)
    }))
  })

  it.each<[string, () => unknown, string]>([
    ['ofset', () => decodeTlp(page, { mode: 'non-flit', ofset: 4 } as TlpOptions), 'offset'],
    ['swapp', () => encodeTlp(write, { swapp: true } as object), 'swap'],
    ['paylaod', () => encodeTlp({ ...write, paylaod: page } as TlpInit), 'payload'],
    ['reservd', () => tlps(page, { mode: 'flit', reservd: 'ignore' } as unknown as TlpOptions), 'reserved'],
  ])('%s names the nearest', (_, call, nearest) => {
    expect(refusalOf(call)?.message).toContain(`(did you mean ${nearest}?)`)
  })
})

describe('whatever the arguments are', () => {
  const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withTypedArray: true, withSparseArray: true })
  const mode = fc.constantFrom<TlpMode>('non-flit', 'flit')

  it('encodeTlp gives bytes or an error of the codec', () => {
    const init = fc.tuple(mode, fc.record({
      prefixes: anything, header: anything, payload: anything, trailer: anything, entries: anything, ohcE: anything, message: anything,
      id: fc.constantFrom('pcie.page-request', 'pcie.translation-completion', 'pcie-flit.invalidate-request', 'pcie-flit.translation-completion', undefined),
    }, { requiredKeys: [] })).map(([of, rest]) => ({ mode: of, ...rest }))
    fc.assert(fc.property(fc.oneof(init, anything), anything, fc.boolean(), (given, options, without) => {
      const error = refusalOf(() => encodeTlp(given as TlpInit, (without ? undefined : options) as object))
      if (error) expect(error.message.length).toBeLessThan(2000)
    }), { numRuns: 1000 })
  })

  it('decodeTlp and tlps give packets or an error of the codec', () => {
    const options = fc.tuple(mode, fc.record({ offset: anything, swap: anything, translation: anything, reserved: anything }, { requiredKeys: [] }))
      .map(([of, rest]) => ({ mode: of, ...rest }))
    fc.assert(fc.property(fc.oneof(anything, fc.uint8Array()), fc.oneof(options, anything), (bytes, given) => {
      refusalOf(() => decodeTlp(bytes as Uint8Array, given as TlpOptions))
      refusalOf(() => [...tlps(bytes as Uint8Array, given as TlpOptions)])
    }), { numRuns: 1000 })
  })
})

describe('a swapped buffer', () => {
  it('is copied a packet at a time, so that a call costs what its packet is long', () => {
    const bytes = swapDwords(fromHex(`${toHex(page)}72000002 00000501 12340000 00000000 00007f00 002ff800`.repeat(50)))
    const second = decodeTlp(bytes, { mode: 'non-flit', offset: 16, swap: true })
    expect(second).toMatchObject({ name: 'Invalidate Request', offset: 16, size: 24 })
    expect(second.payload.buffer.byteLength).toBe(24)
    const walked = [...tlps(bytes, { mode: 'non-flit', swap: true })]
    expect(walked).toHaveLength(100)
    for (const { payload } of walked) expect(payload.buffer.byteLength).toBeLessThanOrEqual(24)
  })
})

describe('a walk over more Translation Requests than it remembers', () => {
  const MOST = 65_536

  it('forgets the oldest, and says which', () => {
    const count = MOST + 2
    const bytes = new Uint8Array(12 * count + 3 * 20)
    const words = new DataView(bytes.buffer)
    const dwords = (at: number, ...values: number[]): void => values.forEach((value, i) => words.setUint32(at + 4 * i, value))
    for (let i = 0; i < count; i++) dwords(12 * i, 0x00000402, ((i >> 8) << 16) | ((i & 0xff) << 8) | 0xff, 0)
    // Completions of the first two requests, which are forgotten, and of the third.
    for (const i of [0, 1, 2]) dwords(12 * count + 20 * i, 0x4a000002, 8, i << 8, 0, 3)
    const forgotten: unknown[] = []
    const names: string[] = []
    for (const tlp of tlps(bytes, { mode: 'non-flit' })) {
      if (tlp.forgotten) forgotten.push([tlp.offset / 12, tlp.forgotten])
      if (tlp.kind === 'completion') names.push(tlp.name)
    }
    expect(forgotten).toEqual([[MOST, { requesterId: 0, tag: 0 }], [MOST + 1, { requesterId: 0, tag: 1 }]])
    expect(names).toEqual(['CplD', 'CplD', 'Translation Completion'])
  })
})
