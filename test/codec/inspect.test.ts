import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { check, records } from '../../src/index.ts'
import type { AnyRecord, Part } from '../../src/index.ts'
import { nearlyValidBytes, validBytes } from '../../src/testing/index.ts'
import { bitsOf, imageOf, messageOf } from '../support/bits.ts'
import { flipped } from '../support/bytes.ts'
import { errorsOf } from '../support/findings.ts'
import { same } from '../support/outcome.ts'

/** `word` and bit of each bit that a part names, from its text: `q0[11:9] q0[3:0]`, `+4[31]`. */
function named({ layout }: AnyRecord, { bits }: Part): string[] {
  return bits.split(' ').flatMap((text) => {
    const [, label, number, hi, lo = hi] = /^(\D+)(\d+)\[(\d+)(?::(\d+))?\]$/.exec(text) ?? []
    expect(label, text).toBe(layout.label)
    const word = label === '+' ? Number(number) / layout.word : Number(number)
    return Array.from({ length: Number(hi) - Number(lo) + 1 }, (_, i) => `${word}:${Number(lo) + i}`)
  })
}

describe.each(records)('$id', (record) => {
  const { layout } = record
  const anyBytes = fc.oneof(validBytes(record), nearlyValidBytes(record), fc.uint8Array({ maxLength: record.size, size: 'max' }))
  const bitsOfParts = bitsOf(layout)
  const image = imageOf(layout, () => true)

  it('accounts for every bit once', () => {
    const { parts } = record.inspect(image)
    const all = parts.flatMap((part) => named(record, part)).sort()
    const inWord = layout.word * 8
    const words = Array.from({ length: layout.size * 8 }, (_, n) => `${Math.floor(n / inWord)}:${n % inWord}`)
    same(all, words.sort(), 'bits')
    for (const part of parts) expect(part.doc.length * part.clause.length * part.confidence.length, part.name).toBeGreaterThan(0)
  })

  it('says ok exactly if decode accepts, and gives the values that decode gives', () => {
    fc.assert(
      fc.property(anyBytes, fc.nat(5), (bytes, offset) => {
        const home = Uint8Array.from([...Array<number>(offset).fill(0xff), ...bytes])
        const inspection = record.inspect(home, offset)
        const { ok, parts, available, size } = inspection
        const result = record.tryDecode(home, offset)
        same(ok, result.ok, 'ok')
        same({ size, available }, { size: record.size, available: Math.min(bytes.length, record.size) }, 'size')
        same(errorsOf(inspection).length > 0, !ok, 'an error for each refusal')
        // What the rules say of a message, the inspection says too, and of itself only that a value has no name.
        if (result.ok) same(inspection.findings.filter(({ id }) => id !== 'unnamed-value').map(({ message }) => message), check(record, result.message as never, { reserved: {} } as never).map(({ message }) => message), 'findings')
        if (result.ok) same(Object.fromEntries(parts.flatMap(({ kind, name, value }) => (kind === 'field' ? [[name, value]] : []))), result.message, 'message')
      }),
    )
  })

  it('finds each wrong bit, and finds nothing else', () => {
    expect(errorsOf(record.inspect(image))).toEqual([])
    for (const { kind, name, index } of bitsOfParts.filter(({ kind }) => kind !== 'field')) {
      expect(errorsOf(record.inspect(flipped(image, index))), `${name} ${index}`).toMatchObject([{ id: kind, field: name, severity: 'error' }])
    }
  })

  it('gives of a short record what is there', () => {
    const whole = record.inspect(image).parts
    // A part is there if all of its bytes are; which bytes those are, its bits tell.
    const lastByte = new Map<Part, number>()
    let first = 0
    for (const part of whole) {
      const count = named(record, part).length
      lastByte.set(part, Math.max(...bitsOfParts.slice(first, first + count).map(({ index }) => index >> 3)))
      first += count
    }
    for (let length = 0; length < record.size; length++) {
      const inspection = record.inspect(image.subarray(0, length))
      const { ok, available, parts } = inspection
      same({ ok, available }, { ok: false, available: length }, 'size')
      expect(errorsOf(inspection)).toMatchObject([{ id: 'truncated' }])
      for (const [i, part] of whole.entries()) {
        const { raw: _raw, value: _value, ...rest } = part
        const there = lastByte.get(part)! < length
        same(parts[i], there ? part : { ...rest, meaning: '' }, `${part.name} of ${length} bytes`)
      }
    }
  })

  it('names the values that have a name, and says where one has none', () => {
    const zeros = messageOf(layout, false)
    const unnamed = Object.entries(layout.fields).filter(([, { codes, masks }]) => !codes && !masks).map(([name]) => name)
    expect(record.inspect(record.encode(zeros)).findings.filter(({ id, field }) => id === 'unnamed-value' && unnamed.includes(field!))).toEqual([])
    for (const [name, { codes, masks }] of Object.entries(layout.fields)) {
      const inspect = (value: number) => {
        const { parts, findings } = record.inspect(record.encode({ ...zeros, [name]: value }))
        return { meaning: parts.find((part) => part.name === name)?.meaning, unnamed: findings.some(({ id, field }) => id === 'unnamed-value' && field === name) }
      }
      for (const [code, value] of Object.entries(codes ?? {})) same(inspect(value), { meaning: code, unnamed: false }, `${name} ${code}`)
      const free = Array.from({ length: 16 }, (_, i) => i).find((value) => value < 2 ** widthOfField(name) && !Object.values(codes ?? {}).includes(value))
      if (codes && free !== undefined) same(inspect(free), { meaning: '', unnamed: true }, `${name} ${free}`)
      for (const [mask, value] of Object.entries(masks ?? {})) same(inspect(value), { meaning: mask, unnamed: false }, `${name} ${mask}`)
      if (masks) same(inspect(Object.values(masks).reduce((all, mask) => all | mask, 0)), { meaning: Object.keys(masks).join(' | '), unnamed: false }, `${name}, all`)
    }
  })

  const widthOfField = (name: string): number => bitsOfParts.filter((bit) => bit.name === name).length
})
