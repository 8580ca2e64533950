import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { read } from '../../src/ingest/index.ts'
import type { LinkedItem } from '../../src/ingest/index.ts'
import { numbers } from '../support/bytes.ts'
import { below, mistakeOf, pick, printers } from './printers.ts'
import { around, prefixes } from './noise.ts'

/** lspci writes to no log. */
const logged = printers.filter(({ name }) => !name.startsWith('lspci,'))

const found = (text: string) => read(text).items

/** The digits of a piece of a text, which quoted-printable may break. */
const digitsOf = (piece: string): bigint => BigInt(`0x0${piece.replace(/=\n|\W|_/g, '')}`)

/** Each byte that has a place in the text stands there. */
function expectPlaces(text: string, { data }: LinkedItem): void {
  for (const { start, end, offset, size, order } of data?.spans ?? []) {
    const bytes = [...data!.bytes.subarray(offset, offset + size)]
    expect(digitsOf(text.slice(start, end)), `${start} to ${end} of ${text}`).toBe(digitsOf(Buffer.from(order === 'number' ? bytes.reverse() : bytes).toString('hex')))
  }
}

describe('a record is found behind', () => {
  it.each(prefixes)('$name', ({ of }) => {
    for (const { print, name } of logged) {
      const next = numbers(name.length + 7)
      const printed = print(next)
      const text = printed.lines.map((line) => `${of(next)}${line}\n`).join('')
      const items = found(text)
      expect(items.map(({ summary }) => summary), text).toHaveLength(1)
      expect(mistakeOf(items[0]!, printed), text).toBeUndefined()
    }
  })
})

describe('a record is found, whatever stands before each line, in', () => {
  it.each(around)('$name', ({ of }) => {
    fc.assert(fc.property(fc.nat(), (seed) => {
      const next = numbers(seed + 1)
      const printed = pick(next, logged).print(next)
      const prefix = pick(next, prefixes).of(next)
      const text = of(printed.lines.map((line) => `${prefix}${line}\n`).join(''), next)
      const items = found(text)
      expect(items.map(({ source, summary }) => `${source}: ${summary}`), text).toHaveLength(1)
      expect(mistakeOf(items[0]!, printed), text).toBeUndefined()
      expectPlaces(text, items[0]!)
    }), { numRuns: 150, seed: 12 })
  })
})

/** Breaks lines at blanks, as mail clients do. */
function wrap(text: string, width: number): string {
  return text.split('\n').map((line) => {
    const out: string[] = []
    let rest = line
    while (rest.length > width) {
      const at = rest.lastIndexOf(' ', width)
      if (at <= 0) break
      out.push(rest.slice(0, at))
      rest = rest.slice(at + 1)
    }
    return [...out, rest].join('\n')
  }).join('\n')
}

describe('what is broken is found, or in part, and never wrongly', () => {
  /** A bit that an item says it knows is the bit that was printed. */
  function expectTrue(text: string, printed: ReturnType<(typeof printers)[number]['print']>): number {
    const items = found(text).filter(({ source }) => source !== 'hex')
    for (const { data, message, said } of items) {
      // A header without the prefix before it: what is there is true, if nothing is said of a prefix.
      const withPrefix = data && said['prefixes'] === undefined && said['headerLog'] === true && printed.bytes!.startsWith('9')
      if (withPrefix) expect(printed.bytes!.slice(8).startsWith(Buffer.from(data.bytes).toString('hex')), text).toBe(true)
      else if (printed.bytes !== undefined && data) {
        data.bytes.forEach((byte, i) => {
          const truth = printed.bytes!.slice(2 * i, 2 * i + 2)
          if (data.known[i] === 0xff) expect(byte.toString(16).padStart(2, '0'), text).toBe(truth)
        })
      }
      for (const [name, value] of Object.entries(printed.values ?? {})) {
        const is = Object.hasOwn(message, name) ? message[name] : said[name]
        if (is !== undefined) expect(String(is), `${name} in ${text}`).toBe(String(value))
      }
    }
    return items.length
  }

  it('wrapped at 60 to 80 columns', () => {
    let [all, whole] = [0, 0]
    fc.assert(fc.property(fc.nat(), (seed) => {
      const next = numbers(seed + 1)
      const printed = pick(next, logged).print(next)
      // Some clients put the quote mark before the first of the new lines alone.
      const prefix = pick(next, ['[  104.804431] ', 'May 30 17:35:46 host kernel: ', '> [  104.804431] '])
      const text = wrap(printed.lines.map((line) => `${prefix}${line}\n`).join(''), 60 + below(next, 21))
      all++
      if (expectTrue(text, printed) > 0) whole++
    }), { numRuns: 400, seed: 11 })
    // A line that ends in "=" looks like one of quoted-printable.
    expect(whole / all).toBeGreaterThan(0.98)
  })

  it('at 80 columns by a terminal, in the middle of words and numbers', () => {
    let [all, whole] = [0, 0]
    fc.assert(fc.property(fc.nat(), (seed) => {
      const next = numbers(seed + 1)
      const printed = pick(next, logged).print(next)
      // A register of Xen is indented, and has its line for itself.
      const text = printed.lines.map((line, i) => (`[  104.804431] ${i === 0 && !line.startsWith('  ') ? 'x'.repeat(below(next, 40)) : ''} ${line}`.match(/.{1,80}/g) ?? []).map((row) => `${row}\n`).join('')).join('')
      all++
      if (expectTrue(text, printed) > 0) whole++
    }), { numRuns: 400, seed: 11 })
    expect(whole / all).toBeGreaterThan(0.98)
  })

  it('at 80 columns by a mail client, behind a number', () => { // synthetic
    const first = '> [4.804431] iommufd_backend_map_dma  iommufd=10 ioas=2 iova=0x77777 size=0x3000'
    expect(first).toHaveLength(80)
    expect(found(`${first}\naddr=0x7fce2c28b000 readonly=0 (0)\n`).map(({ said }) => [said['size'], said['addr']])).toEqual([[0x3000n, 0x7fce2c28b000n]])
  })

  it('by a terminal of another width, in the middle of words and numbers', () => {
    let [all, whole] = [0, 0]
    fc.assert(fc.property(fc.nat(), (seed) => {
      const next = numbers(seed + 1)
      const printed = pick(next, logged).print(next)
      const width = pick(next, [100, 120, 132, 160])
      const text = printed.lines.map((line) => ((`[  104.804431] ${line}`).match(new RegExp(`.{1,${width}}`, 'g')) ?? []).map((row) => `${row}\n`).join('')).join('')
      all++
      if (expectTrue(text, printed) > 0) whole++
    }), { numRuns: 600, seed: 12 })
    expect(whole / all).toBeGreaterThan(0.97)
  })

  it('all in one line, and filled anew by a mail client', () => {
    let [all, whole] = [0, 0]
    fc.assert(fc.property(fc.nat(), (seed) => {
      const next = numbers(seed + 1)
      const printed = pick(next, logged).print(next)
      const glued = printed.lines.map((line, i) => `[  104.80443${i}] ${line}`).join(pick(next, ['', ' ']))
      expect(expectTrue(`${glued}\n`, printed), glued).toBeGreaterThan(0)
      all++
      if (expectTrue(wrap(glued.replace(/\s+/g, ' '), 72), printed) > 0) whole++
    }), { numRuns: 300, seed: 11 })
    expect(whole / all).toBeGreaterThan(0.9)
  })

  it('with the prefix repeated in front of what goes on', () => {
    const prefix = 'May 30 17:35:46 host kernel: '
    for (const [first, second] of [['DMAR: QI HEAD: Device-TLB Invalidation qw0 = 0x1a0800100003,', 'qw1 = 0x7ffffffffffff001'], ['DMAR: QI HE', 'AD: Device-TLB Invalidation qw0 = 0x1a0800100003, qw1 = 0x7ffffffffffff001'], ['DMAR: QI', 'HEAD: Device-TLB Invalidation qw0 = 0x1a0800100003, qw1 = 0x7ffffffffffff001']]) {
      expect(found(`${prefix}${first}\n${prefix}${second}\n`).map(({ summary, line, lastLine }) => [summary, line, lastLine])).toEqual([['device-TLB invalidate of 1a:01.0, everything; 16 may be pending', 1, 2]])
    }
  })

  it('cut off anywhere', () => {
    fc.assert(fc.property(fc.nat(), (seed) => {
      const next = numbers(seed + 1)
      const { print, name } = pick(next, printers)
      const printed = print(next)
      const text = printed.lines.join('\n')
      // A number that is cut is another number, and nothing tells: the cut comes behind a word.
      const blanks = [...text.matchAll(/\s/g)].map(({ index }) => index)
      if (blanks.length > 0 && !/lspci|aer-inject|prefix/.test(name)) expectTrue(text.slice(0, pick(next, blanks)), printed)
      expect(true).toBe(true)
    }), { numRuns: 400, seed: 11 })
  })
})
