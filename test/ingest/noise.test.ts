import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { read } from '../../src/ingest/index.ts'
import type { LinkedItem } from '../../src/ingest/index.ts'
import { numbers } from '../support/bytes.ts'
import { below, mistakeOf, pick, printers } from './printers.ts'
import { quotedPrintable } from './printing.ts'
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
  { name: 'dmesg -e', of: () => '[May30 17:35] ' },
  { name: 'RFC 5424', of: (next) => `<3>1 2026-01-05T10:11:12.${digits(next, 6)}+02:00 host kernel - - - ` },
  { name: 'RFC 5424 and dmesg', of: (next) => `<3>1 2026-01-05T10:11:12Z host kernel - - [timeQuality tzKnown="1"] [  12.${digits(next, 6)}] ` },
  { name: 'logcat', of: (next) => `05-30 17:35:46.${digits(next, 3)}     0  ${100 + below(next, 900)} E ` },
  { name: '/dev/kmsg', of: (next) => `3,${below(next, 9999)},${digits(next, 8)},-;` },
  { name: 'Xen', of: () => '(XEN) ' },
  { name: 'Xen with the time', of: () => '(XEN) [2026-01-05 10:11:12.123] ' },
  { name: 'a program that logs a console', of: (next) => `[2026-01-05 10:11:12] [  12.${digits(next, 6)}] ` },
  { name: 'grep -n', of: (next) => `dmesg.txt:${below(next, 999)}:[  12.${digits(next, 6)}] ` },
  { name: 'grep -n of several files', of: (next) => `/var/log/kern.log.1:${below(next, 999)}:May 30 17:35:46 host kernel: ` },
  { name: 'cat -n', of: (next) => `   ${below(next, 999)}\t[  12.${digits(next, 6)}] ` },
  { name: 'trace-cmd', of: (next) => `       irq/24-dmar1-48    [00${below(next, 9)}]   ${below(next, 999)}.${digits(next, 6)}: ` },
  { name: 'dmesg --time-format iso', of: (next) => `2026-01-05T10:11:12,${digits(next, 6)}+01:00 ` },
  { name: 'dmesg -T in another language', of: (next) => pick(next, ['[Mo Jan  5 10:11:12 2026] ', '[lun. janv.  5 10:11:12 2026] ']) },
  { name: 'OpenWrt', of: (next) => `Mon Jan  5 10:11:12 2026 kern.err kernel: [  12.${digits(next, 6)}] ` },
  { name: 'BusyBox', of: () => 'Jan  5 10:11:12 host kern.err kernel: ' },
  { name: 'the host alone', of: () => 'host-1 kernel: ' },
  { name: 'a journal without its host', of: () => 'Jun 15 11:59:16   kernel: ' },
  { name: 'GitHub Actions', of: (next) => `2026-01-05T10:11:12.${digits(next, 7)}Z [  12.${digits(next, 6)}] ` },
  { name: 'stray letters of a console', of: (next) => `${pick(next, ['N', 'xy: 12% ', ':'])}[  304.${digits(next, 6)}] ` },
]

const around: readonly { readonly name: string; readonly of: (text: string, next: Next) => string }[] = [
  { name: 'nothing', of: (text) => text },
  { name: 'quotes of a mail', of: (text, next) => { const mark = pick(next, ['> ', '>> ', '> > ', '>>> > ', '| ', '>']); return text.split('\n').map((line) => (line === '' ? line : mark + line)).join('\n') } },
  { name: 'carriage returns', of: (text) => text.replaceAll('\n', '\r\n') },
  { name: 'colours', of: (text) => text.split('\n').map((line) => (line === '' ? line : `\x1b[32m${line}\x1b[0m`)).join('\n') },
  { name: 'tabs and colours as cat -v shows them', of: (text) => text.replaceAll('\t', '^I').split('\n').map((line) => (line === '' ? line : `^[[1m${line}^[[0m`)).join('\n') },
  { name: 'tabs as rsyslog writes them', of: (text) => text.replaceAll('\t', '#011') },
  { name: 'a page of HTML', of: (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('>', '&gt;').replaceAll('<', '&lt;').replaceAll('\n', '<br/>\n') },
  { name: 'an answer in HTML', of: (text) => text.split('\n').map((line) => (line === '' ? line : `&gt; ${line.replaceAll('"', '&#34;')}`)).join('\n') },
  { name: 'code in Markdown', of: (text) => text.split('\n').map((line) => (line === '' ? line : `\`${line}\``)).join('\n') },
  { name: 'a fence in Markdown', of: (text) => `\`\`\`\n${text}\`\`\`\n` },
  { name: 'lists of a page of HTML', of: (text) => `<ol>${text.split('\n').map((line) => (line === '' ? line : `<li class="li1"><div class="de1">${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</div></li>`)).join('\n')}</ol>\n` },
  { name: 'cells of a table in Markdown', of: (text) => text.split('\n').map((line) => (line === '' ? line : `| ${line} |`)).join('\n') },
  { name: 'logfmt', of: (text) => text.split('\n').map((line) => (line === '' ? line : `time="2026-01-05T10:11:12Z" level=error msg=${JSON.stringify(line)} source=kernel`)).join('\n') },
  { name: 'journalctl -o export', of: (text) => text.split('\n').map((line) => (line === '' ? line : `__REALTIME_TIMESTAMP=1714558272000000\nPRIORITY=3\n_TRANSPORT=kernel\nMESSAGE=${line}`)).join('\n') },
  { name: 'journalctl -o json', of: (text) => text.split('\n').map((line) => (line === '' ? line : JSON.stringify({ _TRANSPORT: 'kernel', PRIORITY: '3', MESSAGE: line, _BOOT_ID: '0123456789abcdef0123456789abcdef' }))).join('\n') },
  { name: 'dmesg --json', of: (text) => `{\n   "dmesg": [\n      ${text.split('\n').filter((line) => line !== '').map((line, i) => `{\n         "pri": 3,\n         "time":    12.34567${i},\n         "msg": ${JSON.stringify(line)}\n      }`).join(',')}\n   ]\n}\n` },
  { name: 'blanks at the end', of: (text) => text.replaceAll('\n', '  \t\n') },
  { name: 'quoted-printable', of: quotedPrintable },
  { name: 'text around', of: (text) => `Hallo zusammen, größer als 5 µs — schaut:\n\n${text}\nViele Grüße\n` },
  { name: 'lines of other drivers', of: (text, next) => text.split('\n').flatMap((line) => (line === '' ? [line] : [pick(next, OTHER), line])).join('\n') },
]

/** lspci writes to no log. */
const logged = printers.filter(({ name }) => !name.startsWith('lspci,'))

const OTHER = ['[   12.345678] usb 1-1: new high-speed USB device number 2 using xhci_hcd', '[   12.345679] ata1: SATA link up 6.0 Gbps (SStatus 133 SControl 300)', '[   12.345680] nvme nvme0: I/O 12 QID 3 timeout, aborting']

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
      const withPrefix = data && said['prefixes'] === undefined && said['headerLog'] === true && printed.bytes!.length > 2 * data.bytes.length
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
      const text = printed.lines.map((line, i) => (`[  104.804431] ${i === 0 ? 'x'.repeat(below(next, 40)) : ''} ${line}`.match(/.{1,80}/g) ?? []).map((row) => `${row}\n`).join('')).join('')
      all++
      if (expectTrue(text, printed) > 0) whole++
    }), { numRuns: 400, seed: 11 })
    expect(whole / all).toBeGreaterThan(0.98)
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
