import { build } from 'esbuild'
import fc from 'fast-check'
import { fileURLToPath } from 'node:url'
import { inspect } from 'node:util'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { CodecError, defineRecord, lint, LayoutError, record, records } from '../../src/index.ts'
import type { AnyRecord, Layout } from '../../src/index.ts'
import { imageOf, messageOf } from '../support/bits.ts'
import { faultOf, outcome, refusal } from '../support/outcome.ts'

/** Whatever a caller passes, there is an answer or a `CodecError`; and the error is short and harmless to look at. */

const Elsewhere = runInNewContext('Uint8Array') as Uint8ArrayConstructor

class Liar extends Uint8Array {
  override get length(): number {
    return 1 << 20
  }
}

class Bomb extends Uint8Array {
  override get length(): number {
    throw new Error('no length')
  }
}

const disguised = (bytes: Uint8Array): readonly unknown[] => [
  new Proxy(bytes, {}),
  new Proxy(bytes, { get: (target, name) => Reflect.get(target, name) as unknown }),
  Object.create(Uint8Array.prototype),
  Object.create(bytes),
  Object.setPrototypeOf(new Uint16Array(400), Uint8Array.prototype),
  Object.setPrototypeOf([...bytes], Uint8Array.prototype),
]

const anyOptions = fc.oneof(
  fc.anything(),
  fc.constantFrom<unknown>(
    { get reserved() { throw new Error('no option') } },
    { get [Symbol.toPrimitive]() { throw new Error('no') } },
    new Proxy({}, { ownKeys() { throw new Error('no keys') } }),
    { resreved: 'ignore' }, { toString: 1 }, null, 5, 'ignore', [], ['reserved'],
  ),
)

describe.each(records as readonly AnyRecord[])('$id', (codec) => {
  const { layout, size } = codec
  const image = imageOf(layout, () => true)
  const message = messageOf(layout, true)

  it('takes bytes of another realm, wherever it takes bytes', () => {
    for (const more of [0, 500]) {
      const bytes = new Elsewhere(size + more)
      expect(codec.encodeInto(message, bytes)).toBe(size)
      expect(codec.decode(bytes)).toEqual(message)
      expect(codec.tryDecode(bytes)).toEqual({ ok: true, message })
      expect(codec.inspect(bytes).ok).toBe(true)
      expect(codec.columns(bytes, { count: 1 }).count).toBe(1)
      expect(codec.view(bytes).offset).toBe(0)
    }
  })

  it('refuses what is no array of bytes, whatever it looks like', () => {
    const wrong = (call: () => unknown, field: string) => expect(refusal(call)).toMatchObject({ code: 'type', record: codec.id, field, expected: 'a Uint8Array' })
    for (const bytes of [...disguised(image), ...disguised(new Uint8Array(size + 400))] as Uint8Array[]) {
      wrong(() => codec.decode(bytes), 'bytes')
      wrong(() => codec.view(bytes), 'bytes')
      wrong(() => codec.columns(bytes), 'bytes')
      wrong(() => codec.encodeInto(message, bytes), 'target')
      expect(codec.tryDecode(bytes).ok).toBe(false)
      expect(codec.inspect(bytes).ok).toBe(false)
    }
  })

  it('does not believe a subclass that is wrong about its length', () => {
    for (const Class of [Liar, Bomb]) {
      const short = new Class(size - 1)
      for (let i = 0; i < 3; i++) {
        expect(refusal(() => codec.decode(short))).toMatchObject({ code: 'truncated' })
        expect(refusal(() => codec.encodeInto(message, short))).toMatchObject({ code: 'truncated' })
        expect(codec.inspect(short)).toMatchObject({ ok: false, available: size - 1 })
      }
      const whole = new Class(size)
      Uint8Array.prototype.set.call(whole, image)
      expect(codec.decode(whole)).toEqual(message)
      expect(codec.tryDecode(whole)).toEqual({ ok: true, message })
    }
  })

  it('never throws from tryDecode and inspect, and throws only its own error from the others', () => {
    const anyBytes = fc.oneof(fc.anything(), fc.constant(image), fc.constantFrom(...disguised(image), new Bomb(size), new Liar(2)))
    fc.assert(
      fc.property(anyBytes, fc.oneof(fc.constant(0), fc.anything()), anyOptions, (bytes, offset, options) => {
        const result = codec.tryDecode(bytes as never, offset as never, options as never)
        if (!result.ok) expect(result.error).toBeInstanceOf(CodecError)
        codec.inspect(bytes as never, offset as never)
        const decoded = outcome(() => codec.decode(bytes as never, offset as never, options as never))
        expect('value' in decoded).toBe(result.ok)
        outcome(() => codec.columns(bytes as never, options as never))
        outcome(() => codec.encodeInto(message, bytes as never, offset as never))
      }),
      { numRuns: 150 },
    )
  })

  it('throws only its own error where a message cannot be read', () => {
    const [name] = Object.keys(layout.fields) as [string]
    const wrong = (odd: unknown, field: string, expected: string) => {
      for (const call of [() => codec.encode(odd as never), () => codec.encodeInto(odd as never, new Uint8Array(size))]) {
        expect(refusal(call)).toMatchObject({ code: 'type', record: codec.id, field, expected })
      }
    }
    const { proxy, revoke } = Proxy.revocable(message, {})
    revoke()
    wrong(proxy, name, 'a field that can be read')
    wrong(Object.defineProperty({ ...message }, name, { get() { throw new Error('no value') } }), name, 'a field that can be read')
    wrong(new Proxy({}, { ownKeys() { throw new Error('no keys') } }), 'message', 'an object that can be read')
  })

  it('says the same of refused bytes after they have changed', () => {
    const bytes = new Uint8Array(size).fill(0xff)
    const result = codec.tryDecode(bytes)
    if (result.ok) {
      expect(codec.decode(bytes)).toEqual(result.message)
      return
    }
    const { error } = outcome(() => codec.decode(bytes)) as { error: object }
    bytes.fill(0)
    expect(faultOf(result.error)).toEqual(error)
    expect(result.error).toBe(result.error)
  })

  it('refuses an option that it does not know, and names those that it knows', () => {
    const options = { resreved: 'ignore' } as never
    const expected = { code: 'type', record: codec.id, field: 'options.resreved', expected: 'no option but reserved, "reject" or "ignore"' }
    expect(refusal(() => codec.decode(image, 0, options))).toMatchObject(expected)
    expect(codec.tryDecode(image, 0, options)).toMatchObject({ ok: false, error: { code: 'type', field: 'options.resreved' } })
    expect(refusal(() => codec.columns(image, { cuont: 1 } as never))).toMatchObject({ field: 'options.cuont', expected: expect.stringContaining('did you mean count?') as string })
    expect(refusal(() => codec.columns(image, { fields: [5] } as never))).toMatchObject({ code: 'type', field: 'options.fields', actual: 5 })
  })

  it('writes no column over the bytes that it reads, nor over another column', () => {
    const bytes = new Uint8Array(new ArrayBuffer(16 * size), 0, 8 * size)
    const [name] = Object.keys(layout.fields) as [string]
    const Column = codec.columns(image).columns[name]!.constructor as Uint8ArrayConstructor
    for (const at of [0, 8 * (size - 1)]) {
      expect(refusal(() => codec.columns(bytes, { count: 2, into: { [name]: new Column(bytes.buffer as ArrayBuffer, at, 2) } }))).toMatchObject({ code: 'range', field: `options.into.${name}` })
    }
    expect(codec.columns(bytes, { count: 0, into: { [name]: new Column(bytes.buffer as ArrayBuffer, 8 * size, 2) } }).count).toBe(0)
  })
})

describe('an error', () => {
  const codec = record('vtd.page-request')
  const message = messageOf(codec.layout, false)

  it('is short, whatever it quotes', () => {
    const long = ['x'.repeat(1e6), 1n << 4_000_000n, -(1n << 100_000n), [].fill.call(Array(1e5), 'x' as never), { [Symbol.toStringTag]: 'y'.repeat(1e6) }, Symbol('z'.repeat(1e6))]
    for (const value of long) {
      for (const wrong of [{ ...message, rid: value }, { ...message, address: value }, { ...message, last: value }]) {
        expect((outcome(() => codec.encode(wrong as never)) as { error: { message: string } }).error.message.length).toBeLessThan(400)
      }
      for (const call of [() => record(value as never), () => codec.decode(new Uint8Array(32), value as never), () => codec.decode(new Uint8Array(32), 0, { [String(typeof value === 'string' ? value : 'x')]: 1 } as never)]) {
        expect((outcome(call) as { error: { message: string } }).error.message.length).toBeLessThan(600)
      }
    }
  })

  it('lets no control character through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }).map((text) => `\u001b[31m\u009b\u202e${text}`), (text) => {
        for (const call of [() => record(text), () => codec.encode({ ...message, rid: text } as never), () => codec.decode(new Uint8Array(32), 0, { [text]: 1 } as never), () => codec.encode({ pasid: 1, [text]: 1 } as never)]) {
          expect((outcome(call) as { error: { message: string } }).error.message).not.toMatch(/[\0-\x1f\x7f-\x9f\u2028-\u202e]/)
        }
      }),
    )
  })

  it('keeps its name in a bundle, where Node prints that of the class', async () => {
    const { outputFiles } = await build({ entryPoints: [fileURLToPath(new URL('../../src/codec/errors.ts', import.meta.url))], bundle: true, minify: true, format: 'esm', write: false })
    const bundled = (await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]!.text).toString('base64')}`)) as { CodecError: typeof CodecError }
    const error = new bundled.CodecError({ code: 'type', record: 'r', expected: 'e', actual: 5 })
    expect(inspect(error)).toMatch(/^CodecError: r: type: expected e, got 5\n/)
    expect(error).toBeInstanceOf(CodecError)
  })

  it('is headed by its name in its stack, and names the function that found it', () => {
    try {
      codec.decode(new Uint8Array(3))
      expect.unreachable()
    } catch (error) {
      expect((error as Error).stack).toMatch(/^CodecError: vtd\.page-request bytes: truncated/)
      expect(Object.keys(error as object)).toEqual(['code', 'record', 'field', 'expected', 'actual'])
    }
  })
})

describe('a layout', () => {
  const sound = record('amd.ppr-log').layout as Layout

  it('with a property that is not what it must be, or that no layout has, is refused and never built', () => {
    const spoilt = (part: object, names: readonly string[]) => fc.tuple(fc.constantFrom(...names), fc.anything()).map(([name, value]) => ({ ...part, [name]: value }))
    const layouts = fc.oneof(
      spoilt(sound, [...Object.keys(sound), 'oder', 'rules', 'place', 'refines']),
      spoilt(sound.fields['pasid']!, ['at', 'as', 'zeros', 'doc', 'unit', 'codes', 'masks', 'optional', 'clause', 'confidence', 'bits']).map((pasid) => ({ ...sound, fields: { ...sound.fields, pasid } })),
      fc.anything(),
    )
    fc.assert(
      fc.property(layouts, (layout) => {
        const problems = lint(layout as never)
        if (problems.length > 0) {
          expect(() => defineRecord(layout as never)).toThrow(LayoutError)
          return
        }
        // What lint lets through is whole: every verb works on it.
        const codec = defineRecord(layout as never) as unknown as AnyRecord
        const bytes = imageOf(codec.layout, () => false)
        expect(codec.encode(codec.decode(bytes))).toEqual(bytes)
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['a wrong order', { order: 'middle' }, 'order must be "little" or "big"'],
    ['a size that no memory has', { size: 2 ** 28 }, 'size must be a number of bytes up to 4096'],
    ['a property with a long name', { ['x'.repeat(80)]: 0 }, `there is no property ${'x'.repeat(80)}`],
    ['a property with a longer name', { ['x'.repeat(81)]: 0 }, `there is no property ${'x'.repeat(80)}…`],
    ['a misspelt property', { oder: 'little' }, 'there is no property oder (did you mean order?)'],
  ])('with %s is refused', (_, wrong, problem) => {
    expect(lint({ ...sound, ...wrong } as never)).toEqual([`amd.ppr-log: ${problem}`])
  })

  it.each(['valueOf', 'constructor', 'hasOwnProperty', 'toString', '__proto__'])('with a field called %s is refused', (name) => {
    const { pasid, ...others } = sound.fields as Record<string, Layout['fields'][string]>
    const fields = Object.fromEntries([...Object.entries(others), [name, pasid!]])
    expect(() => defineRecord({ ...sound, fields })).toThrow(LayoutError)
  })
})
