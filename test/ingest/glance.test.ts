import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { Anchors, standsAt } from '../../src/ingest/anchors.ts'
import { behindIn } from '../../src/ingest/glance.ts'
import { interpret } from '../../src/ingest/interpret.ts'
import { TextReader } from '../../src/ingest/reader.ts'
import { MOST, Sieve } from '../../src/ingest/sieve/index.ts'
import { sources } from '../../src/ingest/sources/index.ts'
import { numbers, randomBytes, toHex } from '../support/bytes.ts'
import { ordinaryText } from './ordinary-text.ts'
import { pick, printers } from './printers.ts'
import type { Next } from './printers.ts'
import { PACKETS, PAGES } from './shapes.ts'

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

/** Every shape of a dump, and some that stand behind more than a label. */
const page = PAGES['xxd -p']!.replaceAll('\n', '')
const SHAPES: Readonly<Record<string, string>> = {
  ...PAGES, ...PACKETS,
  'base64 with quoted-printable': `prq:=20\n${PAGES['xxd -p']!.replaceAll('\n', '=\n')}`,
  'words with a remark in brackets': `[  1.5] the entry was ${page.match(/.{16}/g)!.slice(0, 4).map((word) => `0x${word}`).join(' ')} (of the queue)`,
  'one run behind prose': `the entry of the queue is ${page.slice(0, 64)}`,
  'bytes behind a name': `May 30 17:35:46 host prq ${page.slice(0, 64).replace(/..(?=.)/g, '$& ')}`,
  'bytes behind a time': `17:35:46 ${page.slice(0, 64).replace(/..(?=.)/g, '$& ')}`,
  'escapes behind a name': `prq ${page.slice(0, 64).replace(/../g, '\\x$&')}`,
  'colours': `\x1b[32m${page.slice(0, 64)}\x1b[0m`,
  'a list that is opened behind prose': `the entry = {\n${page.match(/../g)!.map((pair) => `0x${pair}`).join(',\n')}\n}`,
}

describe('is not passed over:', () => {
  it.each(Object.entries(SHAPES))('%s', (_, shape) => {
    const lines = shape.split('\n')
    for (const prefix of PREFIXES) {
      for (let from = 0; from < lines.length; from++) {
        // From each row on: those before it may have been lost.
        const text = `text\n\n${lines.slice(from).map((one) => prefix + one).join('\n')}\n`
        expect(itemsOf(new TextReader(sources), text), JSON.stringify(text)).toEqual(itemsOf(new Thorough(sources), text))
      }
    }
  })
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

  it('is assembled: the marks of vectors are one object, whatever they mark', () => {
    const bytes = new Uint8Array(MOST)
    expect(vectors.marks(bytes, MOST)).toBe(vectors.marks(bytes, MOST))
    expect(new Sieve(anchors).marks(bytes, 1024)).not.toBe(new Sieve(anchors).marks(bytes, 1024))
  })

  it('finds what stands at the end of the largest block', () => {
    const { word } = words[0]!
    const bytes = new Uint8Array(MOST).fill(0x7e)
    const end = `: 0101${word}\n`
    bytes.set(Buffer.from(end, 'latin1'), MOST - end.length)
    const marks = vectors.marks(bytes, MOST)
    expect(marks.lineEnd(0)).toBe(MOST - 1)
    expect(marks.behind(0, MOST)).toBe(MOST - end.length)
    expect(marks.word(0)).toBeGreaterThanOrEqual(MOST - 1 - word.length)
    expect(marks.word(0)).toBeLessThan(MOST)
  })

  it('finds each word alone', () => {
    for (const { word } of words) {
      const bytes = new Uint8Array(1024).fill(0x7e)
      bytes.set(Buffer.from(`${word}\n`, 'latin1'), 500)
      const at = vectors.marks(bytes, bytes.length).word(0)
      expect(at, word).toBeGreaterThanOrEqual(500)
      expect(at, word).toBeLessThan(500 + word.length)
    }
  })

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
        if (bytes[at]! <= 0x20 || bytes[at] === 0x5c || bytes[at]! >= 0x80 || /^(?:[\0-\x20]{2}|[\0-\x20]?(?:["'(.[{\\\x1b]|[0-9a-f][0-9a-fx"']|hl|<b))/i.test(rest)) expect(behind.has(at), JSON.stringify(rest)).toBe(true)
      }
      // A word has its fingerprint somewhere in it, and what seems to be one stands in a word.
      for (const at of places((from) => anchors.next(bytes, from, end), end)) {
        const longest = Math.max(...anchors.all(bytes.subarray(at), end - at).filter(({ column }) => column === 0).map(({ word }) => word.length))
        expect(marks.word(at)).toBeLessThan(at + longest)
      }
      const starts = places((from) => anchors.next(bytes, from, end), end)
      for (const at of places((from) => marks.word(from), end)) expect(starts.some((start) => start <= at && words.some(({ word }) => at < start + word.length && standsAt(Buffer.from(word), bytes, start)))).toBe(true)
    }
  })
})
