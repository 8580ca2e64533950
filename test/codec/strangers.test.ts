import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as library from '../../src/index.ts'

/** What every function of the library does with arguments of any kind: it answers, or refuses by an error of its own. */

class Short extends Uint8Array {
  override get length(): number {
    throw new Error('no length')
  }
}

function detached(): Uint8Array {
  const bytes = new Uint8Array(64)
  structuredClone(bytes.buffer, { transfer: [bytes.buffer] })
  return bytes
}

const circular: Record<string, unknown> = { type: 'receive' }
circular['self'] = circular

const anything = fc.oneof(
  fc.constantFrom<unknown>(
    undefined, null, true, 0, -1, NaN, 2 ** 53, 0n, -1n, 2n ** 70n, '', 'constructor', '__proto__', 'vtd.page-request', Symbol('s'), () => 1, [], [[0, 7, 0]], Array(3), {}, Object.create(null), Object.freeze({ reserved: 'ignore' }),
    circular, new Date(NaN), new Map(), new Uint16Array(8), new DataView(new ArrayBuffer(8)), new ArrayBuffer(8), Object.create(Uint8Array.prototype), new Proxy(new Uint8Array(8), {}),
    new Uint8Array(), new Uint8Array(64), new Short(64), new Uint8Array(new SharedArrayBuffer(64)), library.vtd.pageRequest, library.vtd.pageRequest.layout, { layout: {}, decode() {}, encode() {} }, { layout: null, decode() {}, encode() {} },
  ),
  fc.constant(0).map(detached),
  fc.uint8Array({ maxLength: 80 }),
)

/**
 * `systemV` takes what an author writes, and the last three what the library gave: the compiler alone holds them.
 * `withBits` says that it throws a RangeError.
 */
const HELD_BY_TYPES = ['systemV', 'sentenceOf', 'modeOf', 'familyOf']
const functions = (Object.entries(library) as [string, unknown][]).filter((entry): entry is [string, (...args: unknown[]) => unknown] => typeof entry[1] === 'function' && /^[a-z]/.test(entry[0]) && !HELD_BY_TYPES.includes(entry[0]))
const OWN = ['CodecError', 'LayoutError', 'RefusedError']

describe.each(functions)('%s', (name, run) => {
  it('answers, or refuses by an error of its own', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 4 }), (args) => {
        try {
          const answer = run(...args)
          // What is read one by one is read.
          if (name === 'tlps') for (const _ of answer as Iterable<unknown>) continue
        } catch (error) {
          const known = OWN.includes((error as Error).name) || (name === 'withBits' && error instanceof RangeError) || (error as Error).message === 'no length'
          if (!known) throw error
          if ((error as Error).message.length > 4000) throw new Error(`a message of ${(error as Error).message.length} characters`, { cause: error })
        }
      }),
      { numRuns: 400 },
    )
    expect(functions.length).toBeGreaterThan(30)
  })
})
