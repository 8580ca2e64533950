import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { Anchors } from '../../src/ingest/anchors.ts'
import { behindIn } from '../../src/ingest/glance.ts'
import { interpret } from '../../src/ingest/interpret.ts'
import { TextReader } from '../../src/ingest/reader.ts'
import { MOST, Sieve } from '../../src/ingest/sieve/index.ts'
import { sources } from '../../src/ingest/sources/index.ts'
import { numbers, randomBytes, toHex } from '../support/bytes.ts'
import { ordinaryText } from './ordinary-text.ts'
import { pick, printers } from './printers.ts'
import type { Next } from './printers.ts'

/** Most lines are passed over after a glance, and most bytes are looked at by vectors. Nothing is lost by either. */

vi.doMock('../../src/ingest/glance.ts', async (original) => ({ ...(await original<object>()), mayMatter: () => true }))
vi.resetModules()
const { TextReader: Thorough } = await import('../../src/ingest/reader.ts')
vi.doUnmock('../../src/ingest/glance.ts')

const PREFIXES = ['', '[   12.345678] ', '<3>[   12.345678] ', 'May 30 17:35:46 host kernel: ', '2026-01-05T10:11:12.123456+00:00 host kernel: ', '10:11:12 ', '> ', '&gt; ', '(XEN) ', 'kernel: ', '[2026-01-05 10:11:12] [  12.345678] ', '\x1b[32m']

const WORDS = ['0101013b45230000', '0x0101013b', '00000000:', '00000000', '01', '01 01 01 3b 45 23 00 00', '0x00,', '7f,', '[', '{', ']', '"', '\\x01\\x01\\x01', 'qw0 = ', 'DW[0]: ', 'added', 'be', '99', ':', '|', '#', 'HL ', '3b:00.1', '(', ')', '=', 'a', 'usb 1-1:', 'prq:', 'SD:80100000|']

function line(next: Next): string {
  const hex = (): string => toHex(randomBytes(next, pick(next, [4, 8, 16, 32])))
  const text = [
    () => pick(next, pick(next, ordinaryText).lines(next)),
    () => pick(next, printers).print(next).lines.join('\n'),
    () => Array.from({ length: 1 + (next() % 6) }, () => pick(next, WORDS)).join(pick(next, ['', ' ', ', '])),
    () => `${pick(next, ['', 'prq: ', 'x = '])}${Array.from({ length: 1 + (next() % 4) }, hex).join(' ')}`,
  ]
  return pick(next, text)().split('\n').map((one) => pick(next, PREFIXES) + one).join('\n')
}

const itemsOf = (reader: TextReader, text: string): readonly unknown[] => [...reader.push(text), ...reader.end()].flatMap((hit) => Array.from(interpret(hit), (item) => ({ ...item, spans: item.data?.spans })))

it('what is passed over after a glance holds nothing', () => {
  fc.assert(fc.property(fc.integer(), fc.integer({ min: 1, max: 12 }), (seed, count) => {
    const next = numbers(seed)
    // What stands behind text is doubtful. A short list in the middle of a line is not worth a look, and whether it is text is no matter.
    const text = `text\n${Array.from({ length: count }, () => line(next)).join('\n')}\n`
    expect(itemsOf(new TextReader(sources), text), JSON.stringify(text)).toEqual(itemsOf(new Thorough(sources), text))
  }), { numRuns: 150 })
})

describe('the sieve', () => {
  const words = sources.flatMap(({ anchors }) => anchors.map((word) => ({ word, of: word })))
  const anchors = new Anchors(words)
  const vectors = new Sieve(anchors)
  // After a million bytes the loop is assembled.
  for (let i = 0; i < 4; i++) vectors.marks(new Uint8Array(MOST), MOST)
  const places = (of: (from: number) => number, end: number): number[] => {
    const found: number[] = []
    for (let at = of(0); at < end; at = of(at + 1)) found.push(at)
    return found
  }

  it('finds every word, every line feed, and every place behind which hex may begin', () => {
    const next = numbers(1)
    for (let round = 0; round < 200; round++) {
      const pieces = Array.from({ length: 40 }, () => pick(next, [() => pick(next, words).word, () => pick(next, WORDS), () => '\n', () => Buffer.from(randomBytes(next, next() % 24)).toString('latin1')])())
      const bytes = new Uint8Array(2048)
      bytes.set(Buffer.from(`${pieces.join('')}\n`, 'latin1').subarray(0, 2048))
      const end = bytes.lastIndexOf(0x0a) + 1
      const marks = vectors.marks(bytes, bytes.length)
      expect(places((from) => marks.lineEnd(from), end)).toEqual(Array.from({ length: end }, (_, at) => at).filter((at) => bytes[at] === 0x0a))
      const behind = new Set(places((from) => marks.behind(from, end), end))
      for (const at of places((from) => behindIn(bytes)(from, end), end)) {
        const rest = Buffer.from(bytes.subarray(at + 1, end)).toString('latin1')
        if (bytes[at]! <= 0x20 || /^(?:[\0-\x20]{2}|[\0-\x20]?(?:["'(.[{\\\x1b]|[0-9a-f][0-9a-fx"']|hl|<b))/i.test(rest)) expect(behind.has(at), JSON.stringify(rest)).toBe(true)
      }
      // A word has its fingerprint somewhere in it.
      for (const at of places((from) => anchors.next(bytes, from, end), end)) {
        const longest = Math.max(...anchors.all(bytes.subarray(at), end - at).filter(({ column }) => column === 0).map(({ word }) => word.length))
        expect(marks.word(at)).toBeLessThan(at + longest)
      }
    }
  })
})
