import { describe, expect, it } from 'vitest'
import { collisions } from '../../src/codec/lint.ts'
import { defineRecord, lint, LayoutError, systemV } from '../../src/index.ts'
import type { CStruct, Field, Layout } from '../../src/index.ts'
import { catalogue } from '../../src/spec/catalogue.ts'

describe('the tables', () => {
  it.each(catalogue)('$id claims every bit exactly once', (layout) => {
    expect(lint(layout)).toEqual([])
  })

  it('can be told apart by their fixed values where they occur together', () => {
    expect(collisions(catalogue)).toEqual([])
  })

  it('refine only tables that exist, of the same place and size', () => {
    for (const { id, refines, place, size } of catalogue.filter(({ refines }) => refines !== undefined)) {
      expect(catalogue, id).toContainEqual(expect.objectContaining({ id: refines, place, size }))
    }
  })

  it('have ids of their own', () => {
    expect(new Set(catalogue.map(({ id }) => id)).size).toBe(catalogue.length)
  })

  it('say of everything what it is and where it stands', () => {
    for (const { id, title, clause, source, fields, fixed = {} } of catalogue) {
      for (const text of [title, clause, source, ...[...Object.values(fields), ...Object.values(fixed)].map(({ doc }) => doc)]) {
        expect(text.trim(), id).not.toBe('')
        expect(text, id).not.toMatch(/[.\s]$/)
      }
    }
  })
})

const flag = (word: number, bit: number): Field => ({ at: [[word, bit, bit]], as: 'flag', doc: 'a flag' })

/** Four bytes: a flag, a number in two pieces, a fixed value, reserved bits. */
const sound = {
  id: 'test.record',
  title: 'a record for tests',
  clause: 'none',
  source: 'invented',
  size: 4,
  word: 2,
  order: 'big',
  label: 'w',
  fields: { on: flag(0, 15), count: { at: [[0, 9, 8], [1, 3, 0]], as: 'uint', doc: 'a number' } },
  fixed: { kind: { at: [[1, 15, 12]], value: 5, doc: 'kind' } },
  reserved: [[0, 14, 10], [0, 7, 0], [1, 11, 4]],
} as const satisfies Layout

const number = sound.fields.count
const withFields = (fields: Record<string, Field>): Layout => ({ ...sound, fields: { ...sound.fields, ...fields } })
const withFixed = (kind: Layout['fixed']): Layout => ({ ...sound, fixed: { ...sound.fixed, ...kind } })

const wholeWord = { ...sound, size: 8, word: 8, fields: {}, fixed: {}, reserved: [] } as const

const withRule = (wrong: object): Layout => ({ ...sound, rules: [{ id: 'idle', severity: 'note', clause: 'c', since: '1', test: () => undefined, ...wrong }] }) as Layout

const endless: unknown[] = []
endless.push(endless)

/** One thing wrong with each, and exactly what lint says of it. */
const malformed: readonly (readonly [what: string, layout: Layout, problems: readonly string[]])[] = [
  ['a bit that nothing claims', { ...sound, reserved: [[0, 14, 10], [0, 7, 0], [1, 11, 5]] }, ['w1[4] is claimed by nothing']],
  ['two bits that nothing claims', { ...sound, reserved: [[0, 14, 11], [0, 7, 1], [1, 11, 4]] }, ['w0[0] is claimed by nothing', 'w0[10] is claimed by nothing']],
  ['a bit that two fields claim', withFields({ on: flag(0, 15), other: flag(0, 15) }), ['w0[15] is claimed by on and by other']],
  ['a field on a reserved bit', withFields({ other: flag(0, 7) }), ['w0[7] is claimed by other and by reserved']],
  ['a field on a fixed bit', withFields({ other: flag(1, 12) }), ['w1[12] is claimed by other and by kind']],
  ['a field that claims a bit twice', withFields({ count: { ...number, at: [[0, 9, 8], [1, 3, 0], [1, 0, 0]] } }), ['w1[0] is claimed by count and by count']],
  ['a word that is not there', withFields({ other: flag(2, 0) }), ['other claims w2[0], which is outside the record']],
  ['a bit that the word does not have', withFields({ other: flag(0, 16) }), ['other claims w0[16], which is outside the record']],
  ['a slice the wrong way round', { ...sound, reserved: [[0, 10, 14], [0, 7, 0], [1, 11, 4]] }, [
    'reserved claims w0[10:14], which is outside the record',
    ...[10, 11, 12, 13, 14].map((bit) => `w0[${bit}] is claimed by nothing`),
  ]],
  ['a negative bit', { ...sound, reserved: [...sound.reserved, [0, 0, -1]] }, ['reserved claims w0[0:-1], which is outside the record']],
  ['a fraction of a bit', { ...sound, reserved: [...sound.reserved, [0, 0.5, 0.5]] }, ['reserved claims w0[0.5], which is outside the record']],
  ['a flag of two bits', withFields({ count: { ...number, at: [[0, 9, 8]], as: 'flag' } }), [
    'count has 2 bits, but a flag has 1',
    ...[0, 1, 2, 3].map((bit) => `w1[${bit}] is claimed by nothing`),
  ]],
  ['a field without bits', withFields({ other: { ...number, at: [] } }), ['other has no bits']],
  ['a uint that is too wide', { ...wholeWord, fields: { all: { at: [[0, 63, 0]], as: 'uint', doc: 'all' } } }, ['all has 64 bits, but a uint has at most 32']],
  ['a page number that is too wide', { ...wholeWord, fields: { all: { at: [[0, 63, 0]], as: 'page', doc: 'all' } } }, ['all has 64 bits, but a page has at most 52']],
  ['a bigint that is too wide', { ...wholeWord, size: 16, fields: { all: { at: [[1, 63, 0], [0, 63, 0]], as: 'bigint', doc: 'all' } } }, ['all has 128 bits, but a bigint has at most 64']],
  ['a fixed value that does not fit', withFixed({ kind: { at: [[1, 15, 12]], value: 16, doc: 'kind' } }), ['kind: fixed value 16 does not fit 4 bits']],
  ['a negative fixed value', withFixed({ kind: { at: [[1, 15, 12]], value: -1, doc: 'kind' } }), ['kind: fixed value -1 does not fit 4 bits']],
  ['a fraction as a fixed value', withFixed({ kind: { at: [[1, 15, 12]], value: 0.5, doc: 'kind' } }), ['kind: fixed value 0.5 does not fit 4 bits']],
  ['a fixed value that is too wide', { ...wholeWord, fixed: { all: { at: [[0, 63, 0]], value: 1, doc: 'all' } } }, ['all has 64 bits, but a fixed value has at most 32']],
  ['a fixed value without bits', withFixed({ other: { at: [], value: 0, doc: 'nothing' } }), ['other has no bits']],
  ['a fixed value with the name of a field', withFixed({ on: { at: [[0, 0, 0]], value: 0, doc: 'on' } }), ['on is both a field and a fixed value', 'w0[0] is claimed by on and by reserved']],
  ['a code that does not fit', withFields({ count: { ...number, codes: { Most: 63, TooMuch: 64 } } }), ['count: TooMuch = 64 does not fit 6 bits']],
  ['a mask that does not fit', withFields({ count: { ...number, masks: { TooHigh: 0x40 } } }), ['count: TooHigh = 64 does not fit 6 bits']],
  ['a name that is not in camelCase', { ...sound, fields: { On: sound.fields.on, count: number } }, ['On is no camelCase name']],
  ['a name with a hyphen', { ...sound, fields: { 'on-off': sound.fields.on, count: number } }, ['on-off is no camelCase name']],
  ['a name that every view has', { ...sound, fields: { offset: sound.fields.on, count: number } }, ['offset is a name that every view has']],
  ['a rule of no severity that there is', withRule({ severity: 'bad' }), ['rule idle: severity must be "error", "warning" or "note"']],
  ['a rule whose needs are misspelt', withRule({ needz: ['on'] }), ['rule idle: there is no property needz (did you mean needs?)']],
  ['a rule without a clause, in a list of its own', { ...sound, rules: [[withRule({ clause: undefined }).rules![0]!]] }, ['rule idle: clause must be a text']],
  ['a rule that tests nothing', withRule({ test: undefined }), ['rule idle: test must be a function']],
  ['a rule without a name', withRule({ id: undefined }), ['a rule: id must be a text']],
  ['an id without a family', { ...sound, id: 'record' }, ['the id is not of the form family.record']],
  ['an id with capitals', { ...sound, id: 'test.Record' }, ['the id is not of the form family.record']],
  ['a hole among the reserved bits', { ...sound, reserved: [[0, 14, 10], , [0, 7, 0], [1, 11, 4]] as never }, ['reserved must be a list of slices']],
  ['a hole among the slices of a field', withFields({ count: { ...number, at: [, [0, 9, 8], [1, 3, 0]] as never } }), ['count: at must be a list of slices [word, hi, lo]']],
  ['a hole among the rules', { ...sound, rules: [,] as never }, ['rules must be a list of rules']],
  ['rules that stand in themselves', { ...sound, rules: endless as never }, ['rules must be a list of rules']],
  ['bytes that are no whole number of words', { ...sound, size: 3 }, ['3 bytes are not a whole number of words of 2']],
  ['no bytes', { ...sound, size: 0 }, ['0 bytes are not a whole number of words of 2']],
]

describe('a layout', () => {
  it('that is sound can be built', () => {
    expect(lint(sound)).toEqual([])
    expect(defineRecord(sound).decode(Uint8Array.of(0x82, 0, 0x50, 3))).toEqual({ on: true, count: 0x23 })
  })

  it.each(malformed)('with %s cannot be built', (_, layout, problems) => {
    const sentences = problems.map((problem) => `${layout.id}: ${problem}`)
    expect(lint(layout)).toEqual(sentences)
    expect(() => defineRecord(layout)).toThrow(LayoutError)
    expect(() => defineRecord(layout)).toThrow(expect.objectContaining({ problems: sentences, message: sentences.join('\n'), name: 'LayoutError' }))
  })

  it('labelled by byte offset says which byte', () => {
    expect(lint({ ...sound, label: '+', reserved: [[0, 14, 10], [0, 7, 0], [1, 11, 5]] })).toEqual(['test.record: +2[4] is claimed by nothing'])
  })
})

describe('two layouts of one place', () => {
  const one = { ...sound, place: 'a queue' } as const
  const two = { ...one, id: 'test.other' } as const
  const clash = 'test.record: no fixed bit tells it from test.other; both are found in the a queue'

  it('that fit the same bytes cannot be built', () => {
    expect(collisions([one, two])).toEqual([clash])
    expect(() => defineRecord(one, [two])).toThrow(expect.objectContaining({ problems: [clash] }))
  })

  it.each([
    ['differ in a fixed value', { ...two, fixed: { kind: { ...two.fixed.kind, value: 6 } } }],
    ['differ in a fixed value by another byte order', { ...two, order: 'little', fixed: { kind: { at: [[1, 7, 4]], value: 4, doc: 'kind' } }, reserved: [[0, 14, 10], [0, 7, 0], [1, 15, 8]] }],
    ['differ in size', { ...two, size: 6, reserved: [...two.reserved, [2, 15, 0]] }],
    ['are of different places', { ...two, place: 'another queue' }],
    ['are of no place', { ...two, place: undefined }],
    ['are one the special case of the other', { ...two, refines: 'test.record' }],
  ] as const)('can be built if they %s', (_, other) => {
    expect(lint(other as Layout)).toEqual([])
    expect(collisions([one, other as Layout])).toEqual([])
    expect(collisions([other as Layout, one])).toEqual([])
  })

  it('clash if the bits that both fix are the same, whatever else is fixed beside them', () => {
    const left = { ...one, fields: { a: flag(0, 0) }, fixed: { k: { at: [[0, 15, 12]], value: 0b1011, doc: 'k' } } } as const
    for (const [at, value, clashes] of [[[0, 13, 12], 0b11, true], [[0, 14, 13], 0b01, true], [[0, 15, 14], 0b10, true], [[0, 14, 14], 1, false], [[0, 13, 12], 0b01, false]] as const) {
      const right = { ...two, fields: { a: flag(0, 0) }, fixed: { k: { at: [at], value, doc: 'k' } } }
      expect(collisions([left, right] as unknown as Layout[]), `${at.join()} ${value}`).toEqual(clashes ? [clash] : [])
    }
    expect(collisions([one, { ...two, fixed: undefined }] as unknown as Layout[])).toEqual([clash])
  })

  it('clash if a fixed bit of each is a field of the other', () => {
    const left = { ...one, fields: { a: flag(0, 0) }, fixed: { k: { at: [[0, 15, 15]], value: 1, doc: 'k' } } } as const
    const right = { ...two, fields: { a: flag(0, 15) }, fixed: { k: { at: [[0, 0, 0]], value: 1, doc: 'k' } } } as const
    expect(collisions([left, right] as unknown as Layout[])).toEqual([clash])
  })
})

describe('a C struct', () => {
  const struct = { id: 'test.struct', title: 't', clause: 'c', source: 's', struct: 'test', size: 4, members: { a: { c: 'a', type: 'u32', doc: 'a' }, b: { c: 'b', type: 'u8', doc: 'b' } } } as const satisfies CStruct

  it('whose members do not fit its size cannot be placed', () => {
    expect(() => systemV(struct, 'little')).toThrow(new RangeError('struct test: b ends past its 4 bytes'))
    expect(() => systemV({ ...struct, size: 8 }, 'big')).not.toThrow()
    expect(() => systemV({ ...struct, size: 8 }, 'middle' as never)).toThrow(new RangeError('struct test: the target must be "little" or "big"'))
  })
})
