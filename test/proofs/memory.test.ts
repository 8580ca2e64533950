import { describe, expect, it } from 'vitest'
import { records } from '../../src/index.ts'
import { imageOf } from '../support/bits.ts'
import { numbers } from '../support/bytes.ts'
import { homes, ResizableArrayBuffer } from './support/homes.ts'
import { outcome, same } from '../support/outcome.ts'

/** Wherever the bytes lie, the record is the same, and nothing beside it is touched. */

const truncated = { error: expect.objectContaining({ code: 'truncated' }) }

describe.each(records)('$id', (record) => {
  const { layout } = record
  const next = numbers(record.size)
  const image = imageOf(layout, () => next() & 1)
  const message = record.decode(image)
  const names = Object.keys(message)
  const seenBy = (view: Readonly<Record<string, unknown>>): Record<string, unknown> => Object.fromEntries(names.map((name) => [name, view[name]]))

  it.each(Object.entries(homes))('in %s', (_, make) => {
    const { bytes, offset } = make(record.size)
    const expected = new Uint8Array(bytes.length).fill(0xa5)
    expected.set(image, offset)

    bytes.fill(0xa5)
    expect(record.encodeInto(message, bytes, offset)).toBe(record.size)
    same(Uint8Array.from(bytes), expected, 'bytes')
    same(record.decode(bytes, offset), message, 'decode')
    same(record.tryDecode(bytes, offset), { ok: true, message }, 'tryDecode')
    same(seenBy(record.view(bytes, offset)), message, 'view')
    expect(record.inspect(bytes, offset)).toMatchObject({ ok: true, available: record.size })
    const { columns } = record.columns(bytes, { offset, count: 1 })
    same(names.map((name) => columns[name]![0]), names.map((name) => (typeof message[name] === 'boolean' ? Number(message[name]) : message[name])), 'columns')
    // No matter which of the calls met the memory first.
    bytes.fill(0, offset, offset + record.size)
    bytes.set(image, offset)
    same(record.decode(bytes, offset), message, 'decode of what was written past the codec')
  })

  it('tells two parts of one buffer apart', () => {
    const buffer = new ArrayBuffer(4096)
    const [one, other] = [new Uint8Array(buffer, 1, 2000), new Uint8Array(buffer, 2001, 2000)]
    one.set(image)
    other.fill(0xff)
    for (let i = 0; i < 3; i++) {
      same(record.decode(one), message, 'one')
      same(outcome(() => record.decode(other)), outcome(() => record.decode(new Uint8Array(record.size).fill(0xff))), 'other')
    }
    record.encodeInto(message, other)
    one.fill(0)
    record.encodeInto(message, one, 7)
    same(record.decode(other), message, 'other, written')
    same(record.decode(one, 7), message, 'one, written')
  })

  it('notices that a buffer shrank, grew again or went away', () => {
    const buffer = new ResizableArrayBuffer(1000, { maxByteLength: 2000 })
    const bytes = new Uint8Array(buffer)
    const view = record.view(bytes)
    bytes.set(image, 600)
    same(record.decode(bytes, 600), message, 'before')
    expect(record.encodeInto(message, bytes, 600)).toBe(record.size)

    buffer.resize(600 + record.size - 1)
    expect(outcome(() => record.decode(bytes, 600))).toEqual(truncated)
    expect(outcome(() => record.encodeInto(message, bytes, 600))).toEqual(truncated)
    expect(outcome(() => view.moveTo(600))).toEqual(truncated)
    expect(record.inspect(bytes, 600)).toMatchObject({ ok: false, available: record.size - 1 })

    buffer.resize(2000)
    bytes.set(image, 1900)
    same(record.decode(bytes, 1900), message, 'grown')
    same(seenBy(view.moveTo(1900)), message, 'grown, view')
    record.encodeInto(message, bytes, 1800)
    same(record.decode(bytes, 1800), message, 'grown, written')

    structuredClone(buffer, { transfer: [buffer] })
    for (const offset of [0, 600]) {
      expect(outcome(() => record.decode(bytes, offset))).toEqual(truncated)
      expect(outcome(() => record.encodeInto(message, bytes, offset))).toEqual(truncated)
      expect(outcome(() => record.view(bytes, offset))).toEqual(truncated)
    }
    expect(record.inspect(bytes)).toMatchObject({ ok: false, available: 0 })
    expect(record.columns(bytes)).toMatchObject({ count: 0, rest: 0 })
  })

  it('keeps a view of a small buffer in step with its size', () => {
    const buffer = new ResizableArrayBuffer(2 * record.size, { maxByteLength: 200 })
    const bytes = new Uint8Array(buffer)
    const view = record.view(bytes)
    bytes.set(image)
    buffer.resize(record.size)
    same(seenBy(view), message, 'shrunk')
    buffer.resize(200)
    bytes.set(image, 120)
    same(seenBy(view.moveTo(120)), message, 'grown')
  })
})
