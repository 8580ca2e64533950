import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { ASSEMBLE_FROM } from '../../src/codec/columns/kernels.ts'
import { records, vtd } from '../../src/index.ts'
import type { AnyColumns, AnyRecord } from '../../src/index.ts'
import { imageOf } from '../support/bits.ts'
import { numbers } from '../support/bytes.ts'
import { refusal, same } from '../support/outcome.ts'
import { program } from '../support/program.ts'

/** Where columns lie: in memory that the loops share with the caller, or in any other, batch by batch, and without WebAssembly. */

const MANY = ASSEMBLE_FROM + 77
const plain = (columns: AnyColumns, count: number): unknown => Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column.slice(0, count)]))

function traffic(record: AnyRecord, count = MANY): Uint8Array {
  const next = numbers(record.size)
  const images = Array.from({ length: 211 }, () => imageOf(record.layout, () => next() & 1))
  const bytes = new Uint8Array(count * record.size)
  for (let i = 0; i < count; i++) bytes.set(images[i % images.length]!, i * record.size)
  return bytes
}

/** One record of each size and byte order. */
const kinds = [...new Map((records as readonly AnyRecord[]).map((record) => [`${record.size} ${record.layout.order}`, record])).values()]

describe.each(kinds)('$id', (record) => {
  const { size } = record
  const bytes = traffic(record)
  const expected = record.columns(bytes, { strict: true })

  it('reads and writes in place what allocateColumns gives, and a part of it, and touches nothing beside', () => {
    const room = record.allocateColumns(MANY)
    expect(room.bytes.length).toBe(MANY * size)
    same(Object.keys(room.columns), Object.keys(expected.columns), 'columns')
    room.bytes.set(bytes)
    const { columns, bad } = record.columns(room.bytes, { strict: true, into: room.columns })
    same(bad, [], 'bad')
    same(plain(columns, MANY), plain(expected.columns, MANY), 'in place')
    for (const column of Object.values(room.columns)) column.fill((column instanceof BigUint64Array ? 9n : 9) as never)
    const part = Object.fromEntries(Object.entries(room.columns).map(([name, column]) => [name, column.subarray(100, MANY)]))
    record.columns(room.bytes, { offset: 3 * size, count: MANY - 200, into: part })
    for (const [name, column] of Object.entries(room.columns)) {
      same(Array.from<unknown>(column.subarray(0, 100)).every((value) => Number(value) === 9), true, `${name} before`)
      same(column.slice(100, MANY - 100), expected.columns[name]!.slice(3, MANY - 197), name)
      same(Array.from<unknown>(column.subarray(MANY - 100)).every((value) => Number(value) === 9), true, `${name} behind`)
    }
  })

  it('reads from the one memory and writes to the other', () => {
    const room = record.allocateColumns(MANY)
    same(plain(record.columns(bytes, { into: room.columns }).columns, MANY), plain(expected.columns, MANY), 'into allocated')
    const [first, ...others] = Object.keys(room.columns)
    const other = record.allocateColumns(MANY)
    other.bytes.set(bytes)
    const into = { ...Object.fromEntries(others.map((name) => [name, other.columns[name]!])), [first!]: room.columns[first!]! }
    same(plain(record.columns(other.bytes, { into }).columns, MANY), plain(expected.columns, MANY), 'into two')
  })

  it('encodes the columns to the same bytes, wherever they are to lie, or nothing', () => {
    same(record.encodeColumns(expected.columns), bytes, 'fresh')
    const target = new Uint8Array(bytes.length + 8).fill(0xa5)
    const written = record.encodeColumns(expected.columns, { into: target, offset: 3 })
    same([written.byteOffset, written.length, written.buffer === target.buffer], [3, bytes.length, true], 'place')
    same([target.slice(0, 3), target.slice(-5)], [new Uint8Array(3).fill(0xa5), new Uint8Array(5).fill(0xa5)], 'beside')
    same(target.slice(3, -5), bytes, 'into')
    const room = record.allocateColumns(MANY)
    room.bytes.set(bytes)
    record.columns(room.bytes, { into: room.columns })
    room.bytes.fill(0xa5)
    record.encodeColumns(room.columns, { into: room.bytes.subarray(0, (MANY - 1) * size), count: MANY - 1 })
    same(room.bytes.slice(0, -size), bytes.slice(0, -size), 'in place')
    same(room.bytes.slice(-size), new Uint8Array(size).fill(0xa5), 'behind')
    for (const [name, field] of Object.entries(record.layout.fields)) {
      if (field.as !== 'flag') continue
      room.columns[name]![MANY - 2] = 2
      room.bytes.fill(0xa5)
      expect(refusal(() => record.encodeColumns(room.columns, { into: room.bytes }))).toMatchObject({ code: 'range', field: `columns.${name}[${MANY - 2}]`, actual: 2 })
      expect(room.bytes.every((byte) => byte === 0xa5)).toBe(true)
      break
    }
  })

  it('gives the same by batches, one loop in the other', () => {
    for (const [count, strict] of [[MANY, true], [20, false]] as const) {
      const seen: Record<string, unknown[]> = Object.fromEntries(Object.keys(expected.columns).map((name) => [name, []]))
      let next = 0
      for (const { first, count: n, columns, bad } of record.batches(bytes, { count, strict })) {
        for (const other of record.batches(bytes.subarray(size), { strict, count: count - 1 })) {
          expect(other.columns).not.toBe(columns)
          break
        }
        same([first, bad], [next, []], 'place')
        for (const [name, column] of Object.entries(columns)) {
          same(column.length, n, name)
          seen[name]!.push(...Array.from<unknown>(column as never))
        }
        next += n
      }
      same(next, count, 'count')
      for (const [name, column] of Object.entries(expected.columns)) same(seen[name], Array.from<unknown>(column).slice(0, count), name)
    }
  })
})

it('columns may lie side by side, with the bytes before them', () => {
  const bytes = traffic(vtd.pageRequest as unknown as AnyRecord, 40)
  const { columns: { rid, prgIndex } } = vtd.pageRequest.columns(bytes)
  const buffer = new ArrayBuffer(bytes.length + 160)
  const copy = new Uint8Array(buffer, 0, bytes.length)
  copy.set(bytes)
  const into = { prgIndex: new Uint16Array(buffer, bytes.length + 80, 40), rid: new Uint16Array(buffer, bytes.length, 40) }
  vtd.pageRequest.columns(copy, { into })
  expect(into).toEqual({ rid, prgIndex })
  expect(copy).toEqual(bytes)
})

describe('wrong arguments', () => {
  const record = vtd.pageRequest as unknown as AnyRecord
  const bytes = traffic(record, 40)
  const { columns } = record.columns(bytes)

  it('of allocateColumns, of batches and of encodeColumns are refused at once', () => {
    for (const count of [-1, 0.5, NaN, '1', undefined]) expect(refusal(() => record.allocateColumns(count as never))).toMatchObject({ code: 'range', field: 'count' })
    for (const count of [2 ** 31, 2 ** 32, 2 ** 32 + 2, 2 ** 52]) expect(refusal(() => record.allocateColumns(count))).toMatchObject({ code: 'range', field: 'count', expected: 'as many records as memory has room for', actual: count })
    expect(refusal(() => record.batches(bytes, { into: {} } as never))).toMatchObject({ code: 'type', field: 'options.into' })
    expect(refusal(() => record.batches(bytes, { count: 41 }))).toMatchObject({ code: 'truncated' })
    const { rid: _, ...without } = columns
    const wrong = (given: unknown, options: unknown = {}): unknown => refusal(() => record.encodeColumns(given as never, options as never))
    expect(wrong(without)).toMatchObject({ code: 'type', field: 'columns.rid', expected: 'a Uint16Array' })
    expect(wrong({ ...columns, rdi: new Uint16Array(40) })).toMatchObject({ code: 'type', expected: expect.stringContaining('did you mean rid?') as string })
    expect(wrong({ ...columns, rid: new Uint16Array(39) })).toMatchObject({ code: 'range', field: 'columns.rid' })
    expect(wrong({ ...columns, rid: new Uint32Array(40) })).toMatchObject({ code: 'type', field: 'columns.rid' })
    expect(wrong(columns, { count: 41 })).toMatchObject({ code: 'range', field: 'columns.pasidPresent' })
    expect(wrong(columns, { into: new Uint8Array(40 * 32 - 1) })).toMatchObject({ code: 'truncated', field: 'options.into' })
    expect(wrong(columns, { offset: 1 })).toMatchObject({ code: 'range', field: 'options.offset' })
    expect(wrong(columns, { into: 'bytes' })).toMatchObject({ code: 'type', field: 'options.into' })
    expect(wrong(null)).toMatchObject({ code: 'type', field: 'columns' })
  })

  it('that reach into the memory of the loops are refused', () => {
    const room = record.allocateColumns(40)
    const all = room.bytes.buffer
    const behind = new Uint8Array(all, all.byteLength - 3200)
    expect(refusal(() => record.columns(behind, { count: 40 }))).toMatchObject({ code: 'range', field: 'bytes' })
    expect(refusal(() => record.columns(bytes, { into: { rid: new Uint16Array(all, all.byteLength - 80, 40) } }))).toMatchObject({ code: 'range', field: 'options.into.rid' })
  })

  it('that share memory are refused', () => {
    const room = record.allocateColumns(40)
    expect(refusal(() => record.encodeColumns(room.columns, { into: new Uint8Array(room.bytes.buffer, room.columns['rid']!.byteOffset, 1280) }))).toMatchObject({ code: 'range' })
  })
})

it('lets the columns of optional fields be left out', () => {
  const record = (records as readonly AnyRecord[]).find(({ layout }) => Object.values(layout.fields).some(({ optional }) => optional))!
  const { fields } = record.layout
  const columns = record.columns(traffic(record)).columns
  const given = Object.fromEntries(Object.entries(columns).filter(([name]) => !fields[name]!.optional))
  const zeros = Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, fields[name]!.optional ? new (column.constructor as Uint8ArrayConstructor)(column.length) : column]))
  same(record.encodeColumns(given), record.encodeColumns(zeros), 'bytes')
})

it('gives the same where WebAssembly is missing, and from the memory that it has where it is not', async () => {
  const alone = await program('test/support/columns-alone.ts')
  const run = (...flags: readonly string[]): string => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [...flags, alone], { encoding: 'utf8' })
    expect(status, stderr).toBe(0)
    return stdout
  }
  const digest = /^[0-9a-f]{64}/
  const [missing, there] = [run('--no-expose-wasm'), run()]
  expect(missing).toMatch(/ without WebAssembly\n$/)
  expect(there).toMatch(/ with WebAssembly\n$/)
  expect(digest.exec(missing)![0]).toBe(digest.exec(there)![0])
})
