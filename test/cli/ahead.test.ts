import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Worker } from 'node:worker_threads'
import { afterAll, describe, expect, it } from 'vitest'
import { Ahead } from '../../src/cli/read/ahead.ts'
import { PART, Parts } from '../../src/cli/read/parts.ts'
import { FileBytes } from '../../src/cli/source.ts'
import { Reader } from '../../src/ingest/index.ts'
import type { ReadOptions } from '../../src/ingest/index.ts'
import { numbers } from '../support/bytes.ts'
import { program } from '../support/program.ts'

/** A second thread looks at a file from its end: what is read is the same. Synthetic logs. */

const folder = mkdtempSync(join(tmpdir(), 'pci-ats-pri-ahead-'))
afterAll(() => rmSync(folder, { recursive: true }))

const PARTS = 12
const RECORD = 'dmar15: Invalid page request: 2000026a100101 ffffb167'
const TABLE = [' Index\t\tqw0\t\t\tqw1\t\t\tstatus', '    0\t0000000000000014\t0000000000000000\t0000000000000000', '    1\t0000000100000025\t0000000100084004\t0000000000000000']

/** A log of some parts: lines of any length, and at some places what `others` says, also across the ends of parts. */
function logOf(seed: number, others: readonly string[], every: number): string {
  const next = numbers(seed)
  const uint = (below: number): number => next() % below
  const lines: string[] = []
  for (let size = 0; size < PARTS * PART;) {
    const line = uint(every) === 0 ? others[uint(others.length)]! : `[${uint(9999)}.${String(uint(999_999)).padStart(6, '0')}] usb ${uint(9)}-1: new device number ${uint(99)} ${'of some kind '.repeat(uint(12))}`
    lines.push(line)
    size += line.length + 1
  }
  return `${lines.join('\n')}${seed % 2 === 0 ? '\n' : ''}`
}

/** What is read of a file, and how many of its bytes were, where the thread has looked at all of it before. */
async function readAhead(path: string, options: ReadOptions, url: URL): Promise<{ readonly found: unknown; readonly size: number }> {
  const reader = new Reader(options)
  const source = new FileBytes(path)
  const ahead = new Ahead(source, options, url, 0)
  const items: unknown[] = []
  let size = 0
  let isFirst = true
  for await (const piece of source) {
    items.push(...reader.push(piece))
    size += piece.length
    const begun = isFirst ? once(process, 'worker') : undefined
    ahead.next(reader)
    if (begun) await ended(((await begun) as [Worker])[0])
    isFirst = false
  }
  await ahead.end()
  return { found: resultOf(reader, items), size }
}

const ended = (worker: Worker): Promise<unknown> => new Promise((resolve) => worker.once('exit', resolve))

function resultOf(reader: Reader, items: unknown[]): unknown {
  const end = reader.end()
  return { items: [...items, ...end.items], conclusions: end.conclusions, tooLong: reader.tooLong, unread: reader.unread, lines: reader.lines }
}

function readWhole(text: string, options: ReadOptions): unknown {
  const reader = new Reader(options)
  return resultOf(reader, [...reader.push(Buffer.from(text, 'latin1'))])
}

const thread = async (): Promise<URL> => pathToFileURL(await program('src/cli/read/thread.ts'))

describe('a long file that two threads look at', () => {
  it.each([
    ['nothing', [], 4000, {}],
    ['a few records', [RECORD], 4000, {}],
    ['a table across lines', [TABLE.join('\n')], 6000, {}],
    ['words that are torn', ['a mail client tears dmar15: Invalid page', 'request: 2000026a100101 ffffb167'], 3000, {}],
    ['quoted-printable', ['dmar15: Invalid page request:=20=\n2000026a100101 ffffb167'], 5000, {}],
    ['hex among prose', ['01 02 03 04 05 06 07 08'], 4000, {}],
    ['hex that an option names', ['0110000f00001234 0000000000000000 0000000000000000 0000000000000000'], 4000, { as: 'vtd.page-request', words: 'number' }],
    ['lines that are too long', ['a'.repeat(70_000)], 5000, {}],
    ['many records', [RECORD], 4, {}],
  ] as const)('holds %s', async (name, others, every, options) => {
    for (const seed of [1, 2]) {
      const text = logOf(seed, others.length > 0 ? others : ['nothing'], every)
      const path = join(folder, 'log.txt')
      writeFileSync(path, text, 'latin1')
      const { found, size } = await readAhead(path, options, await thread())
      expect(found).toEqual(readWhole(text, options))
      // What is quoted-printable may go on in all lines that follow.
      if (every > 100 && name !== 'quoted-printable') expect(size).toBeLessThan(text.length - PART)
      if (name === 'nothing') expect(size).toBeLessThan(text.length / 2)
    }
  })

  it('is read in order where the thread is missing', async () => {
    const path = join(folder, 'log.txt')
    const text = logOf(3, [RECORD], 2000)
    writeFileSync(path, text, 'latin1')
    const { found, size } = await readAhead(path, {}, new URL('file:///no-thread.js'))
    expect([found, size]).toEqual([readWhole(text, {}), text.length])
  })
})

describe('a part', () => {
  it('is looked at by one, and read by the other', () => {
    const parts = Parts.of(3 * PART)
    expect(parts.count).toBe(3)
    expect([parts.takeToRead(0), parts.takeToLook(0), parts.takeToRead(0)]).toEqual([true, false, true])
    expect([parts.takeToLook(2), parts.takeToRead(2)]).toEqual([true, false])
    new Parts(parts.shared).tell(2, { begin: 1, end: 5, count: 2 })
    expect([parts.told(2), parts.takeToRead(2)]).toEqual([{ begin: 1, end: 5, count: 2 }, false])
  })

  it('of which nothing is told is read', () => {
    const parts = Parts.of(3 * PART)
    parts.takeToLook(1)
    expect(parts.told(1)).toBeUndefined()
  })
})

it('a reader passes over lines only where nothing has begun', () => {
  const reader = new Reader()
  expect([reader.isIdle, () => reader.pass(1, 1)]).toEqual([false, expect.any(Function)])
  expect(() => reader.pass(1, 1)).toThrow(RangeError)
  reader.push('a line\n')
  expect(reader.isIdle).toBe(true)
  reader.pass(1000, 10)
  expect(reader.push(`${RECORD}\n`)[0]).toMatchObject({ line: 12, record: 'vtd.page-request' })
  reader.push('half of a ')
  expect([reader.isIdle, reader.lines]).toEqual([false, 12])
})
