import fc from 'fast-check'
import { expect, it } from 'vitest'
import { placeOf } from '../../src/ingest/line.ts'
import type { Line } from '../../src/ingest/line.ts'
import { Cleaner } from '../../src/ingest/lines.ts'
import { numbers } from '../support/bytes.ts'
import { below, flag } from './printing.ts'
import type { Next } from './printing.ts'

/** Lines of a mail: each is what was written, and each of its characters has its place. Synthetic. */

function cleaned(text: string): Line[] {
  const cleaner = new Cleaner()
  const lines: Line[] = []
  let at = 0
  for (const [i, raw] of text.split('\n').entries()) {
    lines.push(...cleaner.clean(raw, at, i + 1))
    at += raw.length + 1
  }
  return [...lines, ...cleaner.end()]
}

/** A character in quoted-printable: `=` always so, any other perhaps, and perhaps with a break of the line behind it. */
const encoded = (next: Next, char: string): string => `${char === '=' || below(next, 8) === 0 ? `=${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}` : char}${below(next, 20) === 0 ? '=\n' : ''}`

const WRITTEN = /^(?:=\r?\n)*(?:=([0-9A-F]{2})|([^=]))/

it('of quoted-printable is what was written, however it is written', () => {
  fc.assert(fc.property(fc.nat(), (seed) => {
    const next = numbers(seed + 1)
    const letters = 'ghijklmnopqrstuvwxyz =0'
    const end = flag(next) ? '\r' : ''
    // The first line says that it is quoted-printable; the others need not.
    const lines = ['x=1', ...Array.from({ length: 1 + below(next, 5) }, () => `w${Array.from({ length: below(next, 30) }, () => letters[below(next, letters.length)]).join('')}v`)]
    const text = lines.map((line, i) => (i === 0 ? 'x=3D1' : [...line].map((char) => encoded(next, char)).join('')) + (i === lines.length - 1 ? '' : below(next, 4) === 0 ? `${end && '=0D'}=0A${flag(next) ? `=${end}\n` : ''}` : `${end}\n`)).join('')
    const found = cleaned(text)
    expect(found.map((line) => line.text), JSON.stringify(text)).toEqual(lines)
    for (const line of found) {
      [...line.text].forEach((char, column) => {
        const [, code, plain] = WRITTEN.exec(text.slice(placeOf(line.pieces, column)))!
        expect(plain ?? String.fromCharCode(Number.parseInt(code!, 16)), `column ${column} of ${JSON.stringify(line.text)} in ${JSON.stringify(text)}`).toBe(char)
      })
      expect(line.number, JSON.stringify(text)).toBe(1 + text.slice(0, placeOf(line.pieces, 0)).split('\n').length - 1)
    }
  }), { numRuns: 400, seed: 12 })
})

it.each([
  ['a line that ends in its own line feed', 'x=3D1\ny=0A\nz', ['x=1', 'y', 'z']],
  ['a line that ends in its own line feed and a break', 'x=3D1\ny=0A=\nz', ['x=1', 'y', 'z']],
  ['an empty line', 'x=3D1\n\nz', ['x=1', '', 'z']],
  ['an empty line by its line feed', 'x=3D1\ny=0A=0A=\nz', ['x=1', 'y', '', 'z']],
  ['a break at the end', 'x=3D1\ny=', ['x=1', 'y']],
])('of quoted-printable: %s', (_, text, lines) => {
  const found = cleaned(text)
  expect(found.map((line) => line.text)).toEqual(lines)
  // An empty line has a place, too.
  const places = found.map(({ pieces }) => placeOf(pieces, 0))
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(new Set(places).size).toBe(places.length)
})
