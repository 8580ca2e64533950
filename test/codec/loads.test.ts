import fc from 'fast-check'
import { expect, it } from 'vitest'
import { loadBig, loadLittle, storeBig, storeBig4, storeLittle, storeLittle4 } from '../../src/codec/memory.ts'

/** Loads and stores of words, against those of the language. The proof executes them as well, where generated code calls them. */

const SIZE = 24
const words = fc.array(fc.nat(0xffff_ffff), { minLength: 4, maxLength: 4 })

it.each([['little', loadLittle, storeLittle, storeLittle4], ['big', loadBig, storeBig, storeBig4]] as const)('words of %s endian', (order, load, store, store4) => {
  fc.assert(fc.property(fc.uint8Array({ minLength: SIZE, maxLength: SIZE }), fc.nat(8), words, (bytes, at, [a, b, c, d]) => {
    const little = order === 'little'
    const view = new DataView(bytes.buffer)
    expect(load(bytes, at) >>> 0).toBe(view.getUint32(at, little))
    const [one, four] = [Uint8Array.from(bytes), Uint8Array.from(bytes)]
    store(one, at, a! | 0)
    store4(four, at, a! | 0, b! | 0, c! | 0, d! | 0)
    view.setUint32(at, a!, little)
    expect(one).toEqual(bytes)
    for (const [i, word] of [b!, c!, d!].entries()) view.setUint32(at + 4 * i + 4, word, little)
    expect(four).toEqual(bytes)
  }))
})
