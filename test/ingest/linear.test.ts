import { describe, expect, it } from 'vitest'
import { Reader } from '../../src/ingest/index.ts'
import { sources } from '../../src/ingest/sources/index.ts'
import { numbers } from '../support/bytes.ts'
import { printers } from './printers.ts'

/**
 * No text takes more than its length, whatever it is made of. The texts are made of the words by which each source is found, so
 * that a new source is attacked as well. What grows as the square of the length takes 64 times as long for 8 times the text; what is
 * asked for is far from both, and the times are the least of several, so that a busy machine does not matter.
 */
const TIMES = 8
const MOST = 30
/** Times below this, in milliseconds, tell nothing. */
const LEAST = 8

function once(text: string): number {
  const reader = new Reader()
  const begin = process.cpuUsage()
  reader.push(text)
  reader.end()
  const { user, system } = process.cpuUsage(begin)
  return (user + system) / 1000
}

function least(text: string): number {
  let time = once(text)
  for (let again = 0; again < 3 && time >= LEAST; again++) time = Math.min(time, once(text))
  return time
}

/** How much longer the text of eight times the length takes. What seems too much is asked again: a collection of garbage falls on any. */
function growth(of: (size: number) => string, size: number): number {
  let times = Infinity
  for (let again = 0; again < 4 && times >= MOST; again++) {
    const long = least(of(TIMES * size))
    times = Math.min(times, long < LEAST ? 1 : long / Math.max(least(of(size)), LEAST / TIMES))
  }
  return times
}

/** What regular expressions stumble over: runs of what may go on, and of what almost fits. */
const RUNS = [' ', '0', 'f', 'a:', '0x1 ', '00000001 ', 'a=1 ', ', ', '[', '"', '-', 'ab.cd']

const anchors = [...new Set(sources.flatMap(({ anchors: own }) => own))]
const run = (unit: string, size: number): string => unit.repeat(Math.ceil(size / unit.length)).slice(0, size)

describe('time grows as the length of', { timeout: 240_000 }, () => {
  it('a line that is full of what begins a text', () => {
    for (const anchor of anchors) expect(growth((size) => `${run(anchor, size)}\n`, 4000), anchor).toBeLessThan(MOST)
  })

  it('a line that begins as a text does, and goes on with anything', () => {
    for (const anchor of anchors) {
      for (const unit of RUNS) expect(growth((size) => `${anchor}${run(unit, size)}!\n`, 3000), `${anchor} ${unit}`).toBeLessThan(MOST)
    }
  })

  it('a line in which anything stands before a text', () => {
    for (const anchor of anchors) {
      for (const unit of [' ', 'a', '[1.000000] ', '> ', 'a: ']) expect(growth((size) => `${run(unit, size)}${anchor}\n`, 3000), `${unit} ${anchor}`).toBeLessThan(MOST)
    }
  })

  it('a line of anything', () => {
    for (const unit of [...RUNS, '&gt;', '<br>', '\\u0041', '"msg": "', '^[[', '\x1b[', '[ 1.000000]', '>|', '`', 'a.log:1:', '\t', '=3D', '= ']) expect(growth((size) => `${run(unit, size)}!\n`, 6000), unit).toBeLessThan(MOST)
  })

  it('many lines of each text, whole, cut short or without what follows', () => {
    for (const { name, print } of printers) {
      const { lines } = print(numbers(name.length + 3))
      for (const part of [lines.map((line) => line.slice(0, -3)), lines.slice(0, 1).map((line) => line.slice(0, line.length / 2))]) {
        const text = part.map((line) => `${line}\n`).join('')
        expect(growth((size) => text.repeat(Math.ceil(size / text.length)), 700), `${name}: ${part[0]!}`).toBeLessThan(MOST)
      }
    }
  })

  it('many lines that each are as wide as a terminal', () => {
    for (const anchor of anchors) expect(growth((size) => `${anchor}${'a'.repeat(Math.max(0, 80 - anchor.length))}\n`.repeat(Math.ceil(size / 81)), 1500), anchor).toBeLessThan(MOST)
  })
})
