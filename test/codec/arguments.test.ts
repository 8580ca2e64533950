import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { records, vtd } from '../../src/index.ts'
import type { AnyMessage, Result } from '../../src/index.ts'
import { imageOf, messageOf } from '../support/bits.ts'
import { refusal, same } from '../support/outcome.ts'

/** Bad input is one clear error, and nothing is written. */

const noBytes: readonly (readonly [name: string, value: unknown])[] = [
  ['an ArrayBuffer', new ArrayBuffer(64)],
  ['a SharedArrayBuffer', new SharedArrayBuffer(64)],
  ['a DataView', new DataView(new ArrayBuffer(64))],
  ['an array', Array<number>(64).fill(0)],
  ['another typed array', new Uint16Array(64)],
  ['a clamped array', new Uint8ClampedArray(64)],
  ['signed bytes', new Int8Array(64)],
  ['a string', '00'.repeat(64)],
  ['an object with a length', { length: 64 }],
  ['null', null],
  ['undefined', undefined],
  ['a number', 64],
  ['a function', () => new Uint8Array(64)],
]

const badOffsets: readonly (readonly [offset: unknown, code: 'range' | 'type'])[] = [
  [-1, 'range'],
  [-(2 ** 32), 'range'],
  [0.5, 'range'],
  [NaN, 'range'],
  [Infinity, 'range'],
  [-Infinity, 'range'],
  [2 ** 53, 'range'],
  [Number.MAX_VALUE, 'range'],
  ['0', 'type'],
  ['', 'type'],
  [null, 'type'],
  [0n, 'type'],
  [1n, 'type'],
  [true, 'type'],
  [[], 'type'],
  [{}, 'type'],
  [Symbol('offset'), 'type'],
]

const farOffsets = [2 ** 31 - 1, 2 ** 31, 2 ** 32 - 8, 2 ** 32 - 1, 2 ** 32, 2 ** 32 + 1, 2 ** 40, Number.MAX_SAFE_INTEGER]

function unwrap(result: Result<AnyMessage>): AnyMessage {
  if (result.ok) return result.message
  throw result.error
}

describe.each(records)('$id', (record) => {
  const { layout, size } = record
  const image = imageOf(layout, () => true)
  const message = messageOf(layout, true) as AnyMessage
  const large = (): Uint8Array => new Uint8Array(size + 400).fill(0xa5)

  it('says how many bytes are missing, at each length', () => {
    for (let length = 0; length < size; length++) {
      for (const offset of [0, 3, 300]) {
        const bytes = new Uint8Array(offset + length)
        bytes.set(image.subarray(0, length), offset)
        const truncated = (field: string) => ({ code: 'truncated', record: record.id, field, expected: `${size} bytes at offset ${offset}`, actual: length })
        same(refusal(() => record.decode(bytes, offset)), truncated('bytes'), 'decode')
        same(refusal(() => unwrap(record.tryDecode(bytes, offset))), truncated('bytes'), 'tryDecode')
        same(refusal(() => record.view(bytes, offset)), truncated('bytes'), 'view')
        const target = new Uint8Array(offset + length).fill(0xa5)
        same(refusal(() => record.encodeInto(message, target, offset)), truncated('target'), 'encodeInto')
        same(target, new Uint8Array(offset + length).fill(0xa5), 'nothing is written')
      }
    }
  })

  it.each(noBytes)('refuses %s for bytes', (_, value) => {
    const wrong = (field: string) => ({ code: 'type', record: record.id, field, expected: 'a Uint8Array', actual: value })
    same(refusal(() => record.decode(value as never)), wrong('bytes'), 'decode')
    same(refusal(() => unwrap(record.tryDecode(value as never))), wrong('bytes'), 'tryDecode')
    same(refusal(() => record.view(value as never)), wrong('bytes'), 'view')
    same(refusal(() => record.columns(value as never)), wrong('bytes'), 'columns')
    same(refusal(() => record.encodeInto(message, value as never)), wrong('target'), 'encodeInto')
    expect(record.inspect(value as never)).toMatchObject({ ok: false, available: 0, findings: [{ id: 'type', severity: 'error' }] })
  })

  it('refuses bad offsets', () => {
    for (const bytes of [image, large()]) {
      for (const [offset, code] of badOffsets) {
        const wrong = { code, record: record.id, field: 'offset', expected: 'a whole number, 0 or more', actual: offset }
        same(refusal(() => record.decode(bytes, offset as never)), wrong, 'decode')
        same(refusal(() => unwrap(record.tryDecode(bytes, offset as never))), wrong, 'tryDecode')
        same(refusal(() => record.view(bytes, offset as never)), wrong, 'view')
        same(refusal(() => record.view(bytes).moveTo(offset as never)), wrong, 'moveTo')
        same(refusal(() => record.columns(bytes, { offset: offset as never })), wrong, 'columns')
        const before = Uint8Array.from(bytes)
        same(refusal(() => record.encodeInto(message, bytes, offset as never)), wrong, 'encodeInto')
        same(bytes, before, 'nothing is written')
        expect(record.inspect(bytes, offset as never)).toMatchObject({ ok: false, available: 0, findings: [{ id: 'type' }] })
      }
    }
  })

  it('takes offsets far behind the end for what they are', () => {
    for (const bytes of [image, large()]) {
      for (const offset of [bytes.length, bytes.length - size + 1, ...farOffsets]) {
        const actual = Math.max(0, bytes.length - offset)
        const truncated = (field: string) => ({ code: 'truncated', record: record.id, field, expected: `${size} bytes at offset ${offset}`, actual })
        same(refusal(() => record.decode(bytes, offset)), truncated('bytes'), 'decode')
        same(refusal(() => record.view(bytes, offset)), truncated('bytes'), 'view')
        same(refusal(() => record.view(bytes).moveTo(offset)), truncated('bytes'), 'moveTo')
        const before = Uint8Array.from(bytes)
        same(refusal(() => record.encodeInto(message, bytes, offset)), truncated('target'), 'encodeInto')
        same(bytes, before, 'nothing is written')
        expect(record.columns(bytes, { offset })).toMatchObject({ count: 0, rest: actual })
      }
    }
  })

  it('refuses a wrong way to treat reserved bits', () => {
    for (const reserved of ['', 'Reject', true, 0, {}]) {
      const wrong = { code: 'type', record: record.id, field: 'options.reserved', expected: 'no option but reserved, "reject" or "ignore"', actual: reserved }
      same(refusal(() => record.decode(image, 0, { reserved: reserved as never })), wrong, 'decode')
      same(refusal(() => unwrap(record.tryDecode(image, 0, { reserved: reserved as never }))), wrong, 'tryDecode')
    }
    same(record.decode(image, 0, { reserved: undefined } as never), message, 'undefined')
  })

  it('never throws from tryDecode or inspect, whatever it is given', () => {
    const ask = (bytes: unknown, offset: unknown): void => {
      const { ok } = record.tryDecode(bytes as never, offset as never)
      same(record.inspect(bytes as never, offset as never).ok, ok, 'inspect says ok exactly if decode accepts')
    }
    const anyBytes = fc.oneof(fc.anything(), fc.uint8Array({ maxLength: size + 2, size: 'max' }), fc.constantFrom(...noBytes.map(([, value]) => value)))
    const anyOffset = fc.oneof(fc.nat(3), fc.anything(), fc.constantFrom(...badOffsets.map(([offset]) => offset), ...farOffsets))
    fc.assert(fc.property(anyBytes, anyOffset, ask))

    const revoked = Proxy.revocable(image, {})
    revoked.revoke()
    const unlucky = { get length() { throw new Error('no') } }
    for (const disguised of [Object.create(Uint8Array.prototype), new Proxy(image, {}), revoked.proxy, unlucky]) ask(disguised, 0)
  })
})

describe('an error', () => {
  const request = vtd.pageRequest.decode(Uint8Array.of(1, ...Array<number>(31).fill(0)))

  it.each<[object, string]>([
    [{ pasid: 0x100000 }, 'vtd.page-request pasid q0[51:32]: range: expected a whole number from 0 to 0xfffff, got 0x100000'],
    [{ pasid: -1 }, 'got -1'],
    [{ pasid: 1.5 }, 'got 1.5'],
    [{ pasid: '16' }, 'expected a number, got "16"'],
    [{ address: 0x1001n }, 'expected a multiple of 4096 from 0 to 0xfffffffffffff000, got 0x1001n'],
    [{ address: 4096 }, 'expected a bigint, got 4096'],
    [{ address: 1n }, 'got 1n'],
    [{ address: -4096n }, 'got -4096n'],
    [{ address: 1n << 127n }, `got 0x8${'0'.repeat(31)}n`],
    [{ address: 1n << 128n }, 'got a bigint of more than 128 bits'],
  ])('says a value in the notation of its limit: %o', (wrong, text) => {
    expect(() => vtd.pageRequest.encode({ ...request, ...wrong })).toThrow(text)
  })
})
