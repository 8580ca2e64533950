import { describe, expect, expectTypeOf, it } from 'vitest'
import { defineRecord, LayoutError } from '../../src/index.ts'
import type { AnyRecord, Layout } from '../../src/index.ts'
import { bitsOf, imageOf, messageOf, valueOf } from '../support/bits.ts'
import { flipped, numbers } from '../support/bytes.ts'
import { randomLayout } from '../support/layouts.ts'
import { refusal, same } from '../support/outcome.ts'

/** Layouts of the user's own, at run time: the same verbs, from the reference codec. */

const doorbell = {
  id: 'example.doorbell',
  title: 'a doorbell of five bytes',
  clause: 'chapter 5',
  source: 'the device\'s own manual',
  size: 5,
  word: 1,
  order: 'big',
  label: 'b',
  fields: {
    ring: { at: [[0, 7, 7]], as: 'flag', doc: 'ring' },
    queue: { at: [[0, 1, 0], [1, 7, 0]], as: 'uint', doc: 'number of the queue' },
    cookie: { at: [[2, 7, 0], [3, 7, 0]], as: 'bigint', doc: 'comes back' },
    hint: { at: [[4, 3, 0]], as: 'uint', optional: true, doc: 'hint' },
  },
  fixed: { kind: { at: [[0, 6, 4]], value: 5, doc: 'kind' } },
  reserved: [[0, 3, 2], [4, 7, 4]],
} as const satisfies Layout

it('may have fields alone', () => {
  const plain = defineRecord({ ...doorbell, id: 'example.plain', size: 1, fields: { value: { at: [[0, 7, 0]], as: 'uint', doc: 'value' } }, fixed: undefined, reserved: undefined } as never)
  expect(plain.inspect(Uint8Array.of(7))).toMatchObject({ ok: true, findings: [], parts: [{ kind: 'field', name: 'value', value: 7 }] })
  expect([plain.decode(Uint8Array.of(7)), plain.encode({ value: 7 } as never), plain.view(Uint8Array.of(7))]).toMatchObject([{ value: 7 }, Uint8Array.of(7), { value: 7 }])
})

describe('a record of one\'s own', () => {
  const record = defineRecord(doorbell)
  const message = { ring: true, queue: 0x2ab, cookie: 0xbeefn, hint: 3 }
  const bytes = Uint8Array.of(0xd2, 0xab, 0xbe, 0xef, 0x03)

  it('has the verbs of every record', () => {
    expect(record).toMatchObject({ id: 'example.doorbell', size: 5, layout: doorbell })
    expect(record.decode(bytes)).toEqual(message)
    expect(record.tryDecode(bytes)).toEqual({ ok: true, message })
    expect(record.encode(message)).toEqual(bytes)
    const target = new Uint8Array(9).fill(0xa5)
    expect(record.encodeInto(message, target, 1)).toBe(5)
    expect(target).toEqual(Uint8Array.of(0xa5, ...bytes, 0xa5, 0xa5, 0xa5))
    expect(record.view(target, 1).queue).toBe(0x2ab)
    expect(record.columns(bytes).columns).toEqual({ ring: Uint8Array.of(1), queue: Uint16Array.of(0x2ab), cookie: BigUint64Array.of(0xbeefn), hint: Uint8Array.of(3) })
    expect(record.inspect(bytes)).toMatchObject({ ok: true, size: 5 })
    expect(record.encode({ ring: false, queue: 0, cookie: 0n })).toEqual(Uint8Array.of(0x50, 0, 0, 0, 0))
  })

  it('is typed by its layout', () => {
    expectTypeOf(record.decode).returns.toEqualTypeOf<{ ring: boolean; queue: number; cookie: bigint; hint: number }>()
    expectTypeOf(record.encode).parameter(0).toEqualTypeOf<{ ring: boolean; queue: number; cookie: bigint } & { hint?: number }>()
    expectTypeOf(record.view(bytes).ring).toEqualTypeOf<boolean>()
    expectTypeOf(record.columns(bytes).columns.cookie).toEqualTypeOf<BigUint64Array>()
    // @ts-expect-error: there is no such field
    expect(record.decode(bytes).quue).toBeUndefined()
    // @ts-expect-error: a number is no bigint
    expect(refusal(() => record.encode({ ...message, cookie: 1 }))).toMatchObject({ code: 'type', field: 'cookie' })
  })

  it('must be told from its siblings', () => {
    const place = { ...doorbell, place: 'the device' } as const
    expect(() => defineRecord(place, [{ ...place, id: 'example.other' }])).toThrow(LayoutError)
    expect(() => defineRecord(place, [{ ...place, id: 'example.other', fixed: { kind: { ...place.fixed.kind, value: 4 } } }])).not.toThrow()
  })
})

const next = numbers(2001)

it.each(Array.from({ length: 40 }, (_, i) => randomLayout(next, `random.layout-${i}`)))('$id of $bytes bytes has each bit where its layout says', (layout) => {
  const record = defineRecord(layout) as unknown as AnyRecord
  const image = imageOf(layout, () => false)
  const zeros = messageOf(layout, false)
  for (const { kind, name, weight, index } of bitsOf(layout)) {
    const bytes = flipped(image, index)
    if (kind !== 'field') {
      expect(refusal(() => record.decode(bytes)), name).toMatchObject({ code: kind })
      continue
    }
    const message = { ...zeros, [name]: valueOf(layout, name, 2n ** BigInt(weight)) }
    same(record.decode(bytes), message, `${name} bit ${weight}`)
    same(record.encode(message), bytes, `${name} bit ${weight}`)
  }
})
