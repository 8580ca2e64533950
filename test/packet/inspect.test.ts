import { expect, it } from 'vitest'
import { defineRecord, describePacket, encodePacket, inspectPacket, record, records, swapDwords } from '../../src/index.ts'
import { headerTable, pasidFacts } from '../../src/packet/index.ts'

const message = { requesterId: 0x300, prgIndex: 0x1ab, address: 0x7f01_2345_6000n, read: true, write: false, last: true }

it('takes a prefix and a header apart, and lets the rules of the header know the prefix', () => {
  const bytes = encodePacket('pcie.page-request', { ...record('pcie.page-request').decode(bytesOf('300000000300000400007f0123456d5d')), pasidPrefix: { pasid: 0x12345, executeRequested: false, privilegedModeRequested: false } })
  const { bytes: size, parts } = inspectPacket('pcie.page-request', bytes)
  expect({ size, parts: parts.map(({ id, offset }) => [id, offset]) }).toEqual({ size: 20, parts: [['pcie.pasid-prefix', 0], ['pcie.page-request', 4]] })
  expect(parts[1]!.inspection).toEqual(record('pcie.page-request').inspect(bytes, 4, { pasidPrefix: { pasid: 0x12345, executeRequested: false, privilegedModeRequested: false } }))
})

it('judges a header with the prefix that stands before it', () => {
  const ids = (hex: string): string[] => inspectPacket('pcie.page-request', bytesOf(hex)).parts.at(-1)!.inspection.findings.map(({ id }) => id)
  const known = record('pcie.page-request').inspect(bytesOf('3000000003000004000000000000000c'), 0, { pasidPrefix: { pasid: 5, executeRequested: false, privilegedModeRequested: false } }).findings.map(({ id }) => id)
  expect(known).toEqual(['stop-marker'])
  expect(ids('910000053000000003000004000000000000000c')).toEqual(known)
  expect(ids('3000000003000004000000000000000c')).not.toEqual(known)
})

it.each(records.filter(({ layout: { place = '' } }) => !place.startsWith('TLP')))('takes no first byte of $id for a prefix', (one) => {
  const bytes = new Uint8Array(one.size + 4)
  bytes[0] = 0x91
  expect(inspectPacket(one, bytes).parts.map(({ id, offset }) => [id, offset])).toEqual([[one.id, 0]])
})

it('gives a rule what the caller knows', () => {
  const stop = bytesOf('3000000003000004000000000000000c')
  const ids = (context: object): string[] => record('pcie.page-request').inspect(stop, 0, context).findings.map(({ id }) => id)
  expect(ids({ pasidPrefix: null })).not.toEqual(ids({}))
})

it('takes OHC words apart', () => {
  const bytes = encodePacket('pcie-flit.page-request', { ...message, pasid: 5, pasidValid: true, executeRequested: false, privilegedModeRequested: false })
  expect(inspectPacket('pcie-flit.page-request', bytes).parts.map(({ id }) => id)).toEqual(['pcie-flit.page-request', 'pcie-flit.ohc-a1'])
})

it.each([[0, 0], [1, 4], [2, 8], [3, 16]])('finds the data behind an OHC-E of code %i', (code, size) => {
  const bytes = new Uint8Array(64)
  bytes[1] = code << 3
  expect(inspectPacket('pcie-flit.invalidate-request', bytes).parts.map(({ id, offset }) => [id, offset])).toEqual([['pcie-flit.invalidate-request', 0], ['pcie-flit.invalidate-request-data', 16 + size]])
})

it('takes the OHC words of a header apart whose table is for several types', () => {
  const bytes = bytesOf('03010001030004007f01200000012345')
  const parts = inspectPacket(defineRecord(headerTable(bytes, 'flit')!), bytes).parts
  expect(parts.map(({ id, offset }) => [id, offset])).toEqual([['tlp-flit.memory-32', 0], ['pcie-flit.ohc-a1', 12]])
})

it('knows no OHC words of a header of an unknown type', () => {
  const table = defineRecord(headerTable(bytesOf('03010001030004007f01200000012345'), 'flit')!)
  for (const type of [0x1f, 0xff]) expect(inspectPacket(table, Uint8Array.of(type, 0x1f, ...new Uint8Array(14))).parts.map(({ id }) => id)).toEqual([table.id])
})

it.each([
  [{ pasid: 5 }, { pasid: 5, executeRequested: false, privilegedModeRequested: false }],
  [{ pasid: 5, executeRequested: true, privilegedModeRequested: true }, { pasid: 5, executeRequested: true, privilegedModeRequested: true }],
  [{ pasid: 5, pasidValid: true }, { pasid: 5, executeRequested: false, privilegedModeRequested: false }],
  [{ pasid: 0, pasidValid: false }, null],
])('takes %o for the PASID %o', (message, facts) => {
  expect(pasidFacts(message)).toEqual(facts)
})

it('leaves bytes that are no whole DW as they are', () => {
  expect(swapDwords(Uint8Array.of(7))).toEqual(Uint8Array.of(7))
  expect(swapDwords(Uint8Array.of(1, 2, 3, 4, 5, 6))).toEqual(Uint8Array.of(4, 3, 2, 1, 5, 6))
})

it.each(records)('never throws for what stands in $id, or is cut off', (one) => {
  for (let length = 0; length <= one.size; length++) {
    const bytes = new Uint8Array(length).fill(0xff)
    const { parts } = inspectPacket(one, bytes)
    expect(parts.some(({ id }) => id === one.id)).toBe(true)
    expect(describePacket(one, bytes)).toBeInstanceOf(Array)
  }
})

it('says a packet in one sentence, with the PASID of its prefix', () => {
  const text = describePacket('pcie.page-request', bytesOf('91012345300000000300000400007f0123456d5d')).map((phrase) => (typeof phrase === 'string' ? phrase : phrase.text)).join('')
  expect(text).toBe('03:00.0 asks to read 0x7f0123456000 of PASID 0x12345; last of group 0x1ab')
})

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g)!, (digits) => Number.parseInt(digits, 16))
}
