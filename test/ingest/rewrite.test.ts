import { expect, it } from 'vitest'
import { plainBytes, read, rewrite } from '../../src/ingest/index.ts'

/** Derived: the driver's own message, with values of the published example. */
const LINE = '[  141.948394] dmar15: Invalid page request: 2000026a100101 FFFFB167'

function changed(text: string, at: number, mask: number): string | undefined {
  const { data } = read(text).items[0]!
  const bytes = Uint8Array.from(data!.bytes)
  bytes[at]! ^= mask
  return rewrite(text, data!, bytes)
}

it('writes only the digits of the word that changed, in their case', () => {
  expect(changed(LINE, 8, 1)).toBe(LINE.replace('FFFFB167', 'FFFFB166'))
  expect(changed(LINE, 0, 0)).toBe(LINE)
})

it('lets a number grow that was written without its zeros', () => {
  expect(changed(LINE, 15, 0x80)).toBe(LINE.replace('FFFFB167', '80000000FFFFB167'))
})

it('declines a byte that has no digits', () => {
  expect(changed(LINE, 16, 1)).toBeUndefined()
})

it('writes every bit of a line so that it is read back', () => {
  const { bytes } = read(LINE).items[0]!.data!
  for (let bit = 0; bit < 128; bit++) {
    const text = changed(LINE, bit >> 3, 1 << (bit & 7))!
    const want = Uint8Array.from(bytes)
    want[bit >> 3]! ^= 1 << (bit & 7)
    // A word whose reading changes with it is still the same digits.
    const [low, high] = /: ([0-9a-f]+) ([0-9a-f]+)$/i.exec(text)!.slice(1).map((word) => BigInt(`0x${word}`))
    const view = new DataView(want.buffer)
    expect([low, high]).toEqual([view.getBigUint64(0, true), view.getBigUint64(8, true)])
  }
})

it('refuses digits that are not those of the bytes', () => {
  const data = plainBytes('0102 0304')!
  expect(rewrite('0102 0399', data, Uint8Array.of(1, 2, 3, 5))).toBeUndefined()
  expect(rewrite('0102 0304', data, Uint8Array.of(1, 2, 3))).toBeUndefined()
  expect(rewrite('0102 0304', data, Uint8Array.of(1, 2, 3, 5))).toBe('0102 0305')
})

it('reads hex that stands alone', () => {
  expect(plainBytes('0x01 02\n0304')).toMatchObject({ bytes: Uint8Array.of(1, 2, 3, 4), spans: [{ start: 2, end: 4 }, { start: 5, end: 7 }, { start: 8, end: 12, offset: 2, size: 2 }] })
  // An expression with a choice in it would take for ever.
  expect(plainBytes(`${'ff'.repeat(40_000)}!`)).toBeUndefined()
  expect(plainBytes('01 2')).toBeUndefined()
  expect(plainBytes('record 01')).toBeUndefined()
})
