import { describe, expect, it } from 'vitest'
import * as reference from '../../src/codec/reference.ts'
import { records } from '../../src/index.ts'
import type { AnyRecord } from '../../src/index.ts'
import { bitsOf, imageOf, messageOf, valueOf, widthOf } from '../support/bits.ts'
import type { Bit } from '../support/bits.ts'
import { flipped } from '../support/bytes.ts'
import { generatedOf } from './support/generated.ts'
import { outcome, same } from '../support/outcome.ts'

/** Every bit of every record is turned over alone, before all zeros and before all ones. */
const backgrounds = [
  { background: 'zeros', ones: false },
  { background: 'ones', ones: true },
]

/** The message in which one bit of one field differs from the background. */
function turned(record: AnyRecord, { name, weight }: Bit, ones: boolean): Record<string, unknown> {
  const all = ones ? 2n ** BigInt(widthOf(record.layout, name)) - 1n : 0n
  return { ...messageOf(record.layout, ones), [name]: valueOf(record.layout, name, ones ? all - 2n ** BigInt(weight) : 2n ** BigInt(weight)) }
}

describe.each(records)('$id', (record) => {
  const { layout } = record
  const bits = bitsOf(layout)
  const { read, write } = generatedOf(record)

  it('has as many bits as its bytes, each once', () => {
    expect(new Set(bits.map(({ index }) => index)).size).toBe(layout.size * 8)
    expect(bits).toHaveLength(layout.size * 8)
  })

  describe.each(backgrounds)('before all $background', ({ ones }) => {
    const image = imageOf(layout, () => ones)

    it('reads each bit of a field as its power of two, and nothing else changes', () => {
      for (const bit of bits.filter(({ kind }) => kind === 'field')) {
        const bytes = flipped(image, bit.index)
        const message = turned(record, bit, ones)
        const about = `${bit.name} bit ${bit.weight}`
        same(reference.decode(layout, bytes), message, `${about}, reference`)
        same(read(bytes, 0, undefined), message, `${about}, generated`)
        same(record.decode(bytes), message, `${about}, decode`)
        same(record.tryDecode(bytes), { ok: true, message }, `${about}, tryDecode`)
        const view = record.view(bytes)
        same(Object.fromEntries(Object.keys(message).map((name) => [name, view[name]])), message, `${about}, view`)
        const { columns } = record.columns(bytes)
        const cells = Object.entries(message).map(([name, value]) => [name, typeof value === 'boolean' ? Number(value) : value])
        same(Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column[0]])), Object.fromEntries(cells), `${about}, columns`)
        const parts = record.inspect(bytes).parts.filter(({ kind }) => kind === 'field')
        same(Object.fromEntries(parts.map(({ name, value }) => [name, value])), message, `${about}, inspect`)
      }
    })

    it('refuses each fixed and each reserved bit that is wrong, and names it', () => {
      same(record.tryDecode(image), { ok: true, message: messageOf(layout, ones) }, 'no bit is wrong')
      for (const bit of bits.filter(({ kind }) => kind !== 'field')) {
        const bytes = flipped(image, bit.index)
        const about = `${bit.kind} ${bit.name} bit ${bit.weight}`
        const refused = outcome(() => record.decode(bytes))
        same(refused, outcome(() => reference.decode(layout, bytes)), about)
        expect(refused, about).toMatchObject({ error: { code: bit.kind, record: record.id, field: bit.kind === 'fixed' ? bit.name : undefined } })
        expect(read(bytes, 0, undefined), about).toBeUndefined()
        const ignoring = bit.kind === 'reserved' ? { value: messageOf(layout, ones) } : refused
        same(outcome(() => record.decode(bytes, 0, { reserved: 'ignore' })), ignoring, `${about}, ignored`)
      }
    })

    it('writes each bit of a field to its place, every byte of the record, and nothing outside', () => {
      for (const bit of bits.filter(({ kind }) => kind === 'field')) {
        const message = turned(record, bit, ones)
        const bytes = flipped(image, bit.index)
        const about = `${bit.name} bit ${bit.weight}`
        same(record.encode(message as never), bytes, `${about}, encode`)
        same(reference.encode(layout, message), bytes, `${about}, reference`)
        // 3 is no multiple of any alignment; with 300 more bytes the target counts as a large one.
        for (const room of [3 + layout.size + 5, 3 + layout.size + 300]) {
          const expected = new Uint8Array(room).fill(0xa5)
          expected.set(bytes, 3)
          const written = (by: (target: Uint8Array) => unknown, result: unknown, name: string): void => {
            const target = new Uint8Array(room).fill(0xa5)
            same(by(target), result, `${about}, ${name}, ${room} bytes`)
            same(target, expected, `${about}, ${name}, ${room} bytes`)
          }
          written((target) => record.encodeInto(message as never, target, 3), layout.size, 'encodeInto')
          written((target) => write(message, target, 3), true, 'generated')
          written((target) => reference.encodeInto(layout, message, target, 3), layout.size, 'reference')
        }
      }
    })
  })
})
