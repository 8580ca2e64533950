import { expect, it } from 'vitest'
import { bitPositions, CodecError, defineRecord, diagram, figure, formatFieldValue, parseFieldValue, readBits, record, records, svg, withBits, withField } from '../../src/index.ts'
import { neighbours } from '../../src/neighbours/index.ts'

const all = [...records, ...neighbours]

/** Bytes of which every second bit is set, in no pattern that a field could share. */
const noise = (size: number): Uint8Array => Uint8Array.from({ length: size }, (_, i) => (i * 151 + 77) & 0xff)

it.each(all.filter(({ layout }) => Object.keys(layout.fields).length > 0))('changes the bits of one field of $id alone', ({ layout }) => {
  const before = noise(layout.size + 3)
  for (const [name, { at }] of Object.entries(layout.fields)) {
    const own = new Set(bitPositions(layout, at).map((position) => position + 24))
    const most = (1n << BigInt(own.size)) - 1n
    for (const raw of [0n, 1n, most, most >> 1n]) {
      const after = withField(layout, before, name, raw, 3)
      expect(readBits(after.subarray(3), bitPositions(layout, at)), name).toBe(raw)
      const others = (bytes: Uint8Array): string => Array.from({ length: bytes.length * 8 }, (_, position) => (own.has(position) ? '-' : readBits(bytes, [position]))).join('')
      expect(others(after), name).toBe(others(before))
    }
    expect(() => withField(layout, before, name, most + 1n), name).toThrow(CodecError)
    expect(() => withField(layout, before.subarray(0, 2), name, 0n, 3), name).toThrow(CodecError)
  }
})

it.each(all)('writes each value of $id so that it is read back', ({ layout }) => {
  const bytes = noise(layout.size)
  const names = Object.keys(layout.fields)
  expect(names.map((name) => {
    const raw = readBits(bytes, bitPositions(layout, layout.fields[name]!.at))
    return parseFieldValue(layout, name, formatFieldValue(layout, name, raw))
  })).toEqual(names.map((name) => ({ ok: true, raw: readBits(bytes, bitPositions(layout, layout.fields[name]!.at)) })))
})

it.each(all)('draws every bit of $id once, where inspect has it', (one) => {
  const { parts, rows } = figure(one)
  const { parts: inspected } = one.inspect(noise(one.size))
  expect(parts.map(({ kind, name, positions, role }) => ({ kind, name, positions, role }))).toEqual(inspected.map(({ kind, name, positions, role }) => ({ kind, name, positions, role })))
  const drawn = rows.flatMap(({ cells, positions }) => cells.flatMap(({ part, hi, lo }) => positions.slice(positions.length - 1 - hi, positions.length - lo).map((position) => [position, part])))
  const claimed = parts.flatMap(({ positions }, part) => positions.map((position) => [position, part]))
  const sorted = (pairs: number[][]): number[][] => pairs.sort((a, b) => a[0]! - b[0]!)
  expect(sorted(drawn)).toEqual(sorted(claimed))
  for (const { raw, positions } of inspected) expect(readBits(noise(one.size), positions)).toBe(raw)
})

const { layout } = record('vtd.page-request')

it.each<[string, () => unknown, string]>([
  ['positions', () => readBits(noise(4), [1, , 3] as number[]), 'positions'],
  ['positions to write', () => withBits(noise(4), [1, , 3] as number[], 5n), 'positions'],
  ['slices', () => bitPositions(layout, [[0, 7, 0], , [0, 8, 8]] as [number, number, number][]), 'at'],
  ['a slice', () => bitPositions(layout, [[0, , 0]] as never), 'at'],
])('refuses %s with a hole', (_name, run, field) => {
  expect(run).toThrow(expect.objectContaining({ code: 'type', field }))
})

it.each([
  ['prgIndex', '0x1ab', 0x1abn], ['prgIndex', '427', 427n], ['prgIndex', '0b1_1', 3n], ['rid', '3b:00.1', 0x3b01n], ['last', 'true', 1n], ['address', '0x7f0123456000', 0x7f0123456n],
])('reads %s=%s', (name, text, raw) => {
  expect(parseFieldValue(layout, name, text)).toEqual({ ok: true, raw })
})

it.each([
  ['prgIndex', '0x200', { code: 'range', bits: 'q1[11:3]', expected: '9 bits: 0 to 0x1ff', actual: 0x200n }],
  ['prgIndex', '-1', { code: 'range', actual: -1n }],
  ['prgIndex', 'many', { code: 'type', actual: 'many' }],
  ['address', '0x1004', { code: 'range', expected: 'an address whose low 12 bits are 0, such as 0x1000' }],
  ['rid', '3b:20.1', { code: 'type' }],
])('refuses %s=%s', (name, text, error) => {
  expect(parseFieldValue(layout, name, text)).toMatchObject({ ok: false, error: { record: 'vtd.page-request', field: name, ...error } })
})

it('reads the names of codes and masks', () => {
  expect(parseFieldValue(record('pcie.prg-response').layout, 'respCode', 'responsefailure')).toEqual({ ok: true, raw: 15n })
  const fault = record('linux.fault-event').layout
  const [name, field] = Object.entries(fault.fields).find(([, { masks }]) => masks !== undefined)!
  const names = Object.keys(field.masks!).slice(0, 2)
  for (const inherited of ['toString', 'constructor', `${names[0]}|valueOf`]) expect(parseFieldValue(fault, name, inherited)).toMatchObject({ ok: false, error: { code: 'type' } })
  expect(parseFieldValue(fault, name, names.join('|'))).toEqual({ ok: true, raw: BigInt(names.reduce((sum, one) => sum | field.masks![one]!, 0)) })
})

it('draws a picture with the bits that are there, and no markup of its own from texts', () => {
  const picture = svg('vtd.page-request', Uint8Array.of(1))
  expect(picture).toMatch(/^<svg [^>]+>\n<title>Page Request Descriptor \(vtd.page-request\)<\/title>/)
  // Eight numbers of the ruler, and eight bits.
  expect(picture.match(/<text [^>]*>\d+<\/text>/g)).toHaveLength(8 + 8)
  expect(svg(layoutWith('a<b'))).toContain('a&lt;b')
})

/** Look at it before taking it over with `npx vitest run test/codec/field --update`. */
it('draws the picture that was looked at', async () => {
  await expect(svg('amd.ppr-log', Uint8Array.from({ length: 16 }, (_, i) => 17 * i))).toMatchFileSnapshot('amd.ppr-log.svg')
})

it('numbers more names than there are letters', () => {
  const fields = Object.fromEntries(Array.from({ length: 32 }, (_, bit) => [`aLongName${bit}`, { at: [[0, bit, bit]] as const, as: 'flag' as const, doc: 'a bit' }]))
  const keys = diagram(defineRecord({ id: 'acme.flags', title: 'a', clause: 'a', source: 'a', word: 4, order: 'little', label: 'w', size: 4, fields })).split('\n').filter((line) => line.includes('aLongName')).map((line) => line.trim()[0])
  expect(keys.join('')).toBe('abcdefghijklmnopqrstuvwxyzABCDEF')
})

const layoutWith = (title: string) => ({ ...record('vtd.page-request'), layout: { ...layout, title } })
