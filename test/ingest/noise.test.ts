import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { read } from '../../src/ingest/index.ts'
import { numbers } from '../support/bytes.ts'
import { below, mistakeOf, pick, printers } from './printers.ts'
import type { Next } from './printers.ts'

/** What stands around a line in what people paste. Everything here is synthetic. */

const digits = (next: Next, length: number): string => Array.from({ length }, () => below(next, 10)).join('')

const prefixes: readonly { readonly name: string; readonly of: (next: Next) => string }[] = [
  { name: 'dmesg', of: (next) => `[${String(below(next, 99999)).padStart(5)}.${digits(next, 6)}] ` },
  { name: 'dmesg with deltas', of: (next) => `[  +${below(next, 9)}.${digits(next, 6)}] ` },
  { name: 'dmesg -T', of: () => '[Mon Jan  5 10:11:12 2026] ' },
  { name: 'dmesg -x', of: (next) => `kern  :err   : [${below(next, 999)}.${digits(next, 6)}] ` },
  { name: 'the caller', of: (next) => `[${below(next, 999)}.${digits(next, 6)}][    T${below(next, 99)}] ` },
  { name: 'the level', of: (next) => `<${below(next, 8)}>[${below(next, 999)}.${digits(next, 6)}] ` },
  { name: 'journald', of: (next) => `May ${10 + below(next, 20)} 17:35:46 host kernel: ` },
  { name: 'journald and dmesg', of: (next) => `May  3 17:35:46 host.example kernel: [  ${below(next, 999)}.${digits(next, 6)}] ` },
  { name: 'journalctl -o short-iso', of: (next) => `2026-01-05T10:11:${10 + below(next, 49)}+0100 host kernel: ` },
  { name: 'rsyslog', of: (next) => `2026-01-05T10:11:12.${digits(next, 6)}+00:00 host kernel: ` },
  { name: 'a time of day', of: (next) => `10:11:${10 + below(next, 49)} ` },
  { name: 'ftrace columns', of: (next) => `   irq/24-dmar1-48    [00${below(next, 9)}] ....   ${below(next, 999)}.${digits(next, 6)}: ` },
  { name: 'stray letters of a console', of: (next) => `${pick(next, ['N', 'xy: 12% ', ':'])}[  304.${digits(next, 6)}] ` },
]

const around: readonly { readonly name: string; readonly of: (text: string, next: Next) => string }[] = [
  { name: 'nothing', of: (text) => text },
  { name: 'quotes of a mail', of: (text, next) => { const mark = pick(next, ['> ', '>> ', '> > ', '>>> > ', '| ', '>']); return text.split('\n').map((line) => (line === '' ? line : mark + line)).join('\n') } },
  { name: 'carriage returns', of: (text) => text.replaceAll('\n', '\r\n') },
  { name: 'colours', of: (text) => text.split('\n').map((line) => (line === '' ? line : `\x1b[32m${line}\x1b[0m`)).join('\n') },
  { name: 'blanks at the end', of: (text) => text.replaceAll('\n', '  \t\n') },
  { name: 'quoted-printable', of: quotedPrintable },
  { name: 'text around', of: (text) => `Hallo zusammen, größer als 5 µs — schaut:\n\n${text}\nViele Grüße\n` },
  { name: 'lines of other drivers', of: (text, next) => text.split('\n').flatMap((line) => (line === '' ? [line] : [pick(next, OTHER), line])).join('\n') },
]

/** lspci writes to no log. */
const logged = printers.filter(({ name }) => !name.startsWith('lspci,'))

const OTHER = ['[   12.345678] usb 1-1: new high-speed USB device number 2 using xhci_hcd', '[   12.345679] ata1: SATA link up 6.0 Gbps (SStatus 133 SControl 300)', '[   12.345680] nvme nvme0: I/O 12 QID 3 timeout, aborting']

/** RFC 2045: `=` as `=3D`, lines of 76 characters at the most. */
function quotedPrintable(text: string): string {
  return text.split('\n').map((line) => {
    const tokens = [...line].map((char) => (char === '=' ? '=3D' : char))
    let out = ''
    let width = 0
    for (const token of tokens) {
      if (width + token.length > 75) {
        out += '=\n'
        width = 0
      }
      out += token
      width += token.length
    }
    return out
  }).join('\n')
}

const found = (text: string) => read(text).items

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
      if (printed.bytes !== undefined && data) {
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
      const text = wrap(printed.lines.map((line) => `[  104.804431] ${line}\n`).join(''), 60 + below(next, 21))
      all++
      if (expectTrue(text, printed) > 0) whole++
    }), { numRuns: 400, seed: 11 })
    // A text whose first words a mail client has torn apart is not found.
    expect(whole / all).toBeGreaterThan(0.7)
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
