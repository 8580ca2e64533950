import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as flechette from '@uwdata/flechette'
import { tableFromIPC } from 'apache-arrow'
import { afterAll, describe, expect, it } from 'vitest'
import { ArrowFile } from '../../src/arrow/index.ts'
import { records, vtd } from '../../src/index.ts'
import type { AnyMessage, AnyRecord } from '../../src/index.ts'
import { imageOf } from '../support/bits.ts'
import { numbers } from '../support/bytes.ts'
import { command } from '../support/command.ts'
import { program } from '../support/program.ts'
import { same } from '../support/outcome.ts'

/** Arrow files, read back by the library that wrote them and by two that did not. Synthetic records. */

const folder = mkdtempSync(join(tmpdir(), 'pci-ats-pri-arrow-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string): string => join(folder, name)

function bytesOf({ layout, size }: AnyRecord, count: number): Uint8Array {
  const next = numbers(size)
  const images = Array.from({ length: 97 }, () => imageOf(layout, () => next() & 1))
  const bytes = new Uint8Array(count * size)
  for (let i = 0; i < count; i++) bytes.set(images[i % images.length]!, i * size)
  return bytes
}

/** A file of records that come in pieces of some size. */
function fileOf(record: AnyRecord, bytes: Uint8Array, piece: number): Uint8Array {
  const parts: Uint8Array[] = []
  const file = new ArrowFile(record, (part) => parts.push(part.slice()))
  for (let i = 0; i < bytes.length; i += piece) file.add(bytes.subarray(i, i + piece))
  file.end()
  return Buffer.concat(parts)
}

const messagesOf = (record: AnyRecord, bytes: Uint8Array): AnyMessage[] =>
  Array.from({ length: Math.floor(bytes.length / record.size) }, (_, i) => ({ ...record.decode(bytes, i * record.size, { reserved: 'ignore' }), bad: !record.tryDecode(bytes, i * record.size).ok }))
const byArrow = (file: Uint8Array): unknown[] => tableFromIPC(file).toArray().map((row: { toJSON(): object }) => ({ ...row.toJSON() }))
const byFlechette = (file: Uint8Array): unknown[] => flechette.tableFromIPC(file, { useBigInt: true }).toArray()

describe.each(records)('$id', (record) => {
  it('is read back as it was, by both libraries', () => {
    const bytes = bytesOf(record, 50)
    const file = fileOf(record, bytes, 7)
    const expected = messagesOf(record, bytes)
    same(byArrow(file), expected, 'apache-arrow')
    same(byFlechette(file), expected, 'flechette')
  })
})

describe('a file', () => {
  const record = vtd.pageRequest as unknown as AnyRecord
  const bytes = bytesOf(record, 70_001)
  for (const i of [0, 65_535, 65_536, 70_000]) bytes[i * 32 + 31] = 0x80

  it('has many batches, and marks bad records in each', () => {
    const file = fileOf(record, bytes, 65_536)
    const table = tableFromIPC(file)
    same(table.batches.map(({ numRows }) => numRows), [65_536, 70_001 - 65_536], 'batches')
    const bad = [...table.getChild('bad')!].flatMap((value, i) => (value ? [i] : []))
    same(bad, [0, 65_535, 65_536, 70_000], 'bad')
    const { columns } = record.columns(bytes)
    for (const [name, column] of Object.entries(columns)) {
      same([...table.getChild(name)!].map((value) => (typeof value === 'boolean' ? Number(value) : value)), Array.from<unknown>(column), name)
    }
    same(flechette.tableFromIPC(file).numRows, 70_001, 'flechette')
  })

  it('of no records has a schema and no rows', () => {
    const table = tableFromIPC(fileOf(record, new Uint8Array(0), 1))
    same([table.numRows, table.schema.fields.map(({ name }) => name)], [0, [...Object.keys(record.layout.fields), 'bad']], 'table')
  })

  it('counts, and gives back what is no whole record', () => {
    const file = new ArrowFile(record, () => {})
    file.add(bytes.subarray(0, 70))
    same([file.count, file.bad, file.cut()], [2, 0, 6], 'before')
    file.add(bytes.subarray(0, 32))
    file.end()
    same([file.count, file.bad], [3, 2], 'after')
  })

  it('does not end in the midst of a record, and takes nothing when it has ended', () => {
    const parts: Uint8Array[] = []
    const file = new ArrowFile(record, (part) => parts.push(part.slice()))
    file.add(bytes.subarray(0, 70))
    expect(() => file.end()).toThrow(expect.objectContaining({ name: 'CodecError', code: 'truncated', actual: 6 }))
    file.add(bytes.subarray(70, 96))
    file.end()
    same(byArrow(Buffer.concat(parts)), messagesOf(record, bytes.subarray(0, 96)), 'rows')
    expect(() => file.add(bytes.subarray(0, 32))).toThrow('the file has ended')
    expect(() => file.end()).toThrow('the file has ended')
    expect(() => new ArrowFile(record, undefined as never)).toThrow(expect.objectContaining({ name: 'CodecError', code: 'type', field: 'write' }))
  })

  it('keeps no more of its input than a batch', async () => {
    const { stdout, status, stderr } = spawnSync(process.execPath, ['--expose-gc', await program('test/support/arrow-memory.ts')], { encoding: 'utf8' })
    expect(status, stderr).toBe(0)
    const { early, late } = JSON.parse(stdout) as { early: number; late: number }
    expect(late - early).toBeLessThan(8e6)
  })

  it('is read by pyarrow', ({ skip }) => {
    if (spawnSync('python3', ['-c', 'import pyarrow']).status !== 0) skip('pyarrow is not installed for python3')
    writeFileSync(at('python.arrow'), fileOf(record, bytes, 1000))
    const script = 'import pyarrow as pa, sys\nt = pa.ipc.open_file(sys.argv[1]).read_all()\nprint(t.num_rows, t["bad"].to_pylist().count(True), t["rid"].to_pylist()[5], t.schema.field("rid").metadata[b"bits"].decode())'
    const { stdout, stderr } = spawnSync('python3', ['-c', script, at('python.arrow')], { encoding: 'utf8' })
    expect(stdout, stderr).toBe(`70001 4 ${String(record.decode(bytes, 5 * 32)['rid'])} q0[31:16]\n`)
  })
})

describe('read --arrow', () => {
  const record = vtd.pageRequest as unknown as AnyRecord
  const bytes = bytesOf(record, 1000)
  const read = (name: string, ...argv: string[]) => command(['read', '--as', 'vtd.page-request', '--arrow', at(name), ...argv])
  const rows = (name: string): unknown[] => byArrow(readFileSync(at(name)))

  it('writes the records of files of bytes, one behind the other', async () => {
    writeFileSync(at('one.bin'), bytes)
    expect(await read('out.arrow', '--binary', at('one.bin'), at('one.bin'))).toMatchObject({ status: 0, out: '', err: '' })
    same(rows('out.arrow'), messagesOf(record, Buffer.concat([bytes, bytes])), 'rows')
  })

  it('writes entries of a ring, and records of text', async () => {
    expect(await read('ring.arrow', '--binary', '--head', '998', '--tail', '2', at('one.bin'))).toMatchObject({ status: 0, err: '' })
    same(rows('ring.arrow'), messagesOf(record, Buffer.concat([bytes.subarray(998 * 32), bytes.subarray(0, 64)])), 'ring')
    writeFileSync(at('log.txt'), 'dmar15: Invalid page request: 2000026a100101 ffffb167\n')
    expect(await read('log.arrow', at('log.txt'))).toMatchObject({ status: 0, err: '' })
    expect(rows('log.arrow')).toMatchObject([{ rid: 0x6a10, pasid: 2, address: 0xffffb000n, bad: false }])
  })

  it('says what is bad, what is no whole record, and what has no row', async () => {
    const wrong = bytes.slice(0, 100)
    wrong[63] = 1
    writeFileSync(at('wrong.bin'), wrong)
    const { status, err } = await read('wrong.arrow', '--binary', at('wrong.bin'))
    expect([status, err.includes('the last 4 bytes are no whole vtd.page-request'), err.includes('1 of 3 records are bad')]).toEqual([1, true, true])
    same(rows('wrong.arrow').map((row) => (row as AnyMessage)['bad']), [false, true, false], 'bad')
    expect((await read('wrong.arrow', '--binary', '--exit-zero', at('wrong.bin'))).status).toBe(0)
    const log = await command(['read', '--as', 'pcie.page-request', '--arrow', at('tlps.arrow'), 'examples/several-sources.log'])
    expect(log).toMatchObject({ status: 1, err: expect.stringContaining('its packet has 20 bytes') as string })
    expect(log.err).toContain('of other kinds are left out')
  })

  it('is refused without a record, with another form, and over a file that is none of its kind', async () => {
    expect(await command(['read', '--arrow', at('x'), at('one.bin')])).toMatchObject({ status: 2, err: expect.stringContaining('--as') as string })
    expect(await command(['read', '--as', 'tlp', '--arrow', at('x'), at('one.bin')])).toMatchObject({ status: 2 })
    expect(await read('x', '--json', at('one.bin'))).toMatchObject({ status: 2, err: expect.stringContaining('exclude each other') as string })
    expect(await read('one.bin', at('log.txt'))).toMatchObject({ status: 2, err: expect.stringContaining('not written over') as string })
    same(readFileSync(at('one.bin')).equals(bytes), true, 'the input')
    expect(await read('log.arrow', at('log.txt'))).toMatchObject({ status: 0 })
    expect(await read('none', at('nothing.bin'))).toMatchObject({ status: 2, err: expect.stringContaining('no such file') as string })
    expect(await read('none/such', '--binary', at('one.bin'))).toMatchObject({ status: 2 })
  })
})

it('the example filters a million requests', async () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [await program('examples/million-requests.ts')], { encoding: 'utf8' })
  expect(status, stderr).toBe(0)
  expect(stdout).toBe([
    '1000000 requests, 0 bad; those that write and are the last of their group, by device:',
    '  03:00.7  10433 on 10389 pages', '  03:01.4  5309 on 5300 pages', '  03:01.0  5289 on 5278 pages', '',
  ].join('\n'))
})
