import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as captures from '../../src/ingest/containers/index.ts'
import * as library from '../../src/index.ts'
import * as ingest from '../../src/ingest/index.ts'
import * as neighbours from '../../src/neighbours/index.ts'
import * as outputs from '../../src/outputs/index.ts'
import * as generators from '../../src/testing/index.ts'

/** What every function of every entry does with arguments of any kind: it answers, or refuses by an error of its own. */

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
    undefined, null, true, 0, -1, NaN, 2 ** 53, 0n, -1n, 2n ** 70n, '', 'constructor', '__proto__', 'vtd.page-request', Symbol('s'), () => 1, [], [[0, 7, 0]], Array(3), [, [0, 7, 0]], [[0, , 0]], {}, Object.create(null), Object.freeze({ reserved: 'ignore' }),
    circular, new Date(NaN), new Map(), new Uint16Array(8), new DataView(new ArrayBuffer(8)), new ArrayBuffer(8), Object.create(Uint8Array.prototype), new Proxy(new Uint8Array(8), {}),
    new Uint8Array(), new Uint8Array(64), new Short(64), new Uint8Array(new SharedArrayBuffer(64)), library.vtd.pageRequest, library.vtd.pageRequest.layout, { layout: {}, decode() {}, encode() {} }, { layout: null, decode() {}, encode() {} },
  ),
  fc.constant(0).map(detached),
  fc.uint8Array({ maxLength: 80 }),
)


/** `systemV` takes what an author writes, and the others what the library gave: the compiler alone holds them. */
const HELD_BY_TYPES = ['systemV', 'sentenceOf', 'modeOf', 'familyOf', 'hexOf', 'isWhole', 'readPackets', 'describeItem', 'rewrite', 'serviceRuns', 'asRecords', 'pcapPacket']
const entries = { captures, generators, ingest, library, neighbours, outputs }
const OWN = ['CodecError', 'ContainerError', 'LayoutError', 'RefusedError']

/** `withBits` says that it throws a RangeError, and `Short` is an error of the caller's own. */
function isOwn(name: string, error: Error): boolean {
  return OWN.includes(error.name) || (name === 'withBits' && error instanceof RangeError) || error.message === 'no length'
}

for (const [entry, module] of Object.entries(entries)) {
  const functions = (Object.entries(module) as [string, unknown][]).filter((pair): pair is [string, (...args: unknown[]) => unknown] => typeof pair[1] === 'function' && /^[a-z]/.test(pair[0]) && !HELD_BY_TYPES.includes(pair[0]))
  describe.each(functions)(`${entry} %s`, (name, run) => {
    it('answers, or refuses by an error of its own', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(anything, { maxLength: 4 }), async (args) => {
          try {
            const answer = await run(...args)
            // What is read one by one is read.
            if (name === 'tlps') for (const _ of answer as Iterable<unknown>) continue
          } catch (error) {
            if (!isOwn(name, error as Error)) throw error
            if ((error as Error).message.length > 4000) throw new Error(`a message of ${(error as Error).message.length} characters`, { cause: error })
          }
        }),
        { numRuns: 400 },
      )
      expect(functions.length).toBeGreaterThan(0)
    })
  })
}
