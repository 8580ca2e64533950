import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CodecError, records } from '../../src/index.ts'
import { containerItems, ringItems } from '../../src/ingest/containers/index.ts'
import { hexOf, read, Reader, readItems } from '../../src/ingest/index.ts'
import { legalMessages } from '../../src/testing/index.ts'

// What the reader says of bytes is taken, and of the ways to read their words the one that makes good records. All synthetic.

const isWrong = ({ bad, findings }: ReturnType<typeof readItems>['items'][number]): boolean => bad || findings.some(({ severity }) => severity === 'error')

/** Bytes as words: in the order in which they stand, or as the numbers of a little-endian machine. */
function printed(bytes: Uint8Array, size: number, order: 'bytes' | 'number', sign: string): string {
  const words = Array.from({ length: bytes.length / size }, (_, i) => bytes.slice(i * size, (i + 1) * size))
  return words.map((word) => `${sign}${Buffer.from(order === 'number' ? word.reverse() : word).toString('hex')}`).join(' ')
}

// `amd.ppr-log` is the name of the queue as well, whose entries may be others.
const alone = records.filter(({ id }) => id !== 'amd.ppr-log')

describe.each(alone.map((one) => [one.id, one] as const))('%s', (id, record) => {
  it('is read as good records, where the reader says what it is', () => {
    fc.assert(fc.property(legalMessages(record as never), fc.constantFrom(4, 8), fc.constantFrom('bytes', 'number'), fc.constantFrom('', '0x'), (message, size, order, sign) => {
      const bytes = record.encode(message as never)
      expect(bytes.length).toBe(record.size)
      // A value without a name speaks against a reading, as in `decode`.
      if (bytes.length % size !== 0 || record.inspect(bytes).findings.some(({ id: finding }) => finding === 'unnamed-value')) return
      const { items } = readItems(`${printed(bytes, size, order, sign)}\n`, { as: id })
      const found = items.map(({ data }) => hexOf(data!))
      // Words that are written as numbers are numbers, where they make a good record in either way.
      if (!(sign === '0x' && order === 'bytes')) expect(found).toContain(Buffer.from(bytes).toString('hex'))
      expect(items.filter(isWrong)).toEqual([])
      expect(items.every(({ ambiguous }) => ambiguous === items.length > 1)).toBe(true)
    }), { numRuns: 30 })
  })

  it.runIf(record.size > Math.max(4, record.layout.word))('is shown as far as it is there', () => {
    const bytes = Uint8Array.from({ length: record.size }, (_, i) => i + 1)
    const word = Math.max(4, record.layout.word)
    for (let size = word; size < bytes.length; size += word) {
      const { items: [item, ...more] } = readItems(`${printed(bytes.subarray(0, size), word, 'bytes', '')}\n`, { as: id, words: 'bytes' })
      expect([more, item!.record, hexOf(item!.data!)]).toEqual([[], id, Buffer.from(bytes.subarray(0, size)).toString('hex').padEnd(2 * bytes.length, '?')])
      expect(item!.findings.map(({ message }) => message)).toContain(`${size} of ${record.size} bytes are here`)
    }
  })
})

it.each([
  ['vtd.page-request', '0001234503000101 00007f0123456d5d 0000000000000000 0000000000000000', [['vtd.page-request', false]]],
  ['vtd.invalidation-queue', '0000000100000001 0000000000000000 0000000000000000 0000000000000000', [['vtd.context-cache-invalidate', false]]],
  ['pcie.pasid-prefix', '91012345', [['pcie.pasid-prefix', false]]],
  ['pcie.pasid-prefix', '45230191', [['pcie.pasid-prefix', false]]],
  ['vtd.page-request', 'beef', []],
  ['vtd.page-request', 'a word\n12345678', []],
  ['vtd.invalidation-queue', '00000001', [[null, false]]],
])('%s: %s', (as, text, expected) => {
  expect(readItems(`${text}\n`, { as }).items.map(({ record, ambiguous }) => [record, ambiguous])).toEqual(expected)
})

it.each([
  ['30000000 6a100004 00000000 ffffb167', undefined, 'pcie.page-request'],
  ['00000030 0400106a 00000000 67b1ffff', undefined, 'pcie.page-request'],
  // Whole packets of nothing known, and headers without their data.
  ['4a000002 00000008 01000000', undefined, 'CplD'],
  ['4a000002 00000008 01000000', 'flit', 'CplD'],
  ['00000060 0f000001 00000000 00001000', undefined, 'MWr64'],
] as const)('packet %s, mode %s', (text, mode, name) => {
  expect(readItems(`${text}\n`, { as: 'tlp', ...(mode && { mode }) }).items.map(({ record, name: called, bad }) => [record ?? called, bad])).toEqual([[name, false]])
})

it('a word alone tells nothing where nobody says what it is', () => {
  expect(readItems('91012345\n').items).toEqual([])
})

describe('what is no option, or no text, is refused by name:', () => {
  it.each([
    [{ as: 'vtd.page-requst' }, 'record id: type: expected the id of a record or of a queue (did you mean vtd.page-request?), got "vtd.page-requst"'],
    [{ As: 'tlp' }, 'read options.As: type: expected one of the options as, words, mode'],
    [{ words: 'numbers' }, 'read options.words: type: expected "bytes" or "number", got "numbers"'],
    [{ mode: 'Flit' }, 'read options.mode: type: expected "flit" or "non-flit", got "Flit"'],
    [null, 'read options: type: expected an object, got null'],
  ])('%o', async (options, message) => {
    const wrong = options as never
    const all = [() => read('', wrong), () => readItems('', wrong), () => new Reader(wrong)]
    for (const one of all) expect(one).toThrow(message.slice(0, 40))
    for (const items of [ringItems, containerItems]) await expect(items((async function* () { yield new Uint8Array(32) })(), wrong).next()).rejects.toThrow(CodecError)
    expect(() => read('', wrong)).toThrow(message)
  })

  it.each([5, undefined, null, ['a'], new Uint16Array(2)])('%o', (text) => {
    for (const one of [read, readItems]) expect(() => one(text as never)).toThrow('read text: type: expected a string or a Uint8Array')
    expect(() => new Reader().push(text as never)).toThrow('read text: type: expected a string or a Uint8Array')
  })
})
