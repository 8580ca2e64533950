import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CodecError, convert, decodePacket, encodePacket, record } from '../../src/index.ts'
import { answeredBy, kinds } from './kinds.ts'
import { baseOf, commonDemands, messagesOf } from './messages.ts'
import { bytesOf } from './oracle.ts'
import type { Values } from './oracle.ts'
import { same } from '../support/outcome.ts'

type Kind = (typeof kinds)[number]

function attempt<T>(run: () => T): T | undefined {
  try {
    return run()
  } catch (error) {
    if (error instanceof CodecError) return undefined
    throw error
  }
}

/**
 * Carries a record to another format and back. Whatever does not come back must have been told: as an error, as
 * dropped, or in a note.
 * @returns whether the record was carried without a word
 */
function carriedInSilence({ read }: Kind, from: string, to: string, bytes: Uint8Array, allowLoss: boolean): boolean {
  if (attempt(() => decodePacket(from, bytes)) === undefined) return false
  const answered = answeredBy({ pasid: 0, pasidPresent: false, pageReqGroupId: 9 })
  const source = attempt(() => read(from, bytes, answered))
  if (source === undefined) return false
  // What iommufd needs and a queue entry does not have, and what a queue entry needs and Linux does not have.
  const identity = { devId: 1, cookie: 2, rid: 3, pasidRequired: source.message.pasidPresent, ...source.identity }
  const { pasid, pasidPresent, pageReqGroupId } = source.message
  const request = { ...answered, pasid, pasidPresent, pageReqGroupId }
  const forth = attempt(() => convert(from, to, bytes, { identity, request, allowLoss }))
  if (forth === undefined || forth.notes.length + forth.dropped.length > 0) return false
  const back = convert(to, from, forth.bytes, { identity, request })
  if (back.notes.length > 0) return false
  same(hex(back.bytes), hex(asSent(from, bytes)), `${from} to ${to} and back`)
  return true
}

/** The bytes of a packet alone. In flit mode it may as well be without an OHC-A of zeros. */
function asSent(id: string, bytes: Uint8Array): Uint8Array {
  const sent = bytes.slice(0, decodePacket(id, bytes).size)
  if (!id.startsWith('pcie-flit.') || (sent[1]! & 1) === 0 || sent.subarray(16, 20).some((byte) => byte !== 0)) return sent
  sent[1]! ^= 1
  return Uint8Array.from([...sent.subarray(0, 16), ...sent.subarray(20)])
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

const flip = (bytes: Uint8Array, bits: readonly number[]) => {
  const flipped = Uint8Array.from(bytes)
  for (const bit of bits) flipped[(bit >> 3) % bytes.length]! ^= 1 << (bit & 7)
  return flipped
}

describe.each(kinds)('nothing of a page $kind is lost in silence', (k) => {
  const { kind, formats, rows } = k

  it.each(formats)('from %s: each bit in turn', (from) => {
    const row = rows[from]!
    for (const change of [{}, { pasidPresent: false, pasid: 0 }] satisfies Values[]) {
      const bytes = bytesOf(from, row, { ...baseOf(kind, row), ...change, ...row.only })
      const silent = Array.from({ length: bytes.length * 8 }, (_, bit) => carriedInSilence(k, from, from, flip(bytes, [bit]), false))
      expect(silent.filter(Boolean).length).toBeGreaterThan(20)
    }
  })

  it.each(formats)('from %s: a few bits of any message, to any format', (from) => {
    const row = rows[from]!
    const bits = fc.array(fc.nat(record(from).size * 8 - 1), { maxLength: 3 })
    let silent = 0
    fc.assert(
      fc.property(messagesOf(kind, [row], commonDemands([row])!), bits, fc.constantFrom(...formats), fc.boolean(), (values, some, to, allowLoss) => {
        if (carriedInSilence(k, from, to, flip(bytesOf(from, row, values), some), allowLoss)) silent++
      }),
      { numRuns: 300 },
    )
    // About one in twenty where a format has private data, which most others do not take.
    expect(silent).toBeGreaterThan(0)
  })

  // OHC[2:0] cannot be other than what the words of the packet are.
  const optionalOf = (from: string) => Object.entries(record(from).layout.fields).filter(([name, { optional }]) => optional && name !== 'ohc')

  it('has formats with fields that may be left out', () => {
    expect(formats.filter((from) => optionalOf(from).length > 0).length).toBeGreaterThan(1)
  })

  it.each(formats.filter((from) => optionalOf(from).length > 0))('from %s: fields that may be left out are named', (from) => {
    const row = rows[from]!
    const { packet } = decodePacket(from, bytesOf(from, row, baseOf(kind, row)))
    const answered = answeredBy({ pasid: 0, pasidPresent: false, pageReqGroupId: 0 })
    for (const [name, { as, at }] of optionalOf(from)) {
      const value = as === 'flag' ? true : as === 'bigint' ? 3n : at.length > 1 || at[0]![1] > at[0]![2] ? 3 : 1
      const { notes } = k.read(from, encodePacket(from, { ...packet, [name]: value }), answered)
      expect(notes.filter((note) => note.startsWith(`${name} ${value} is not carried (`))).toHaveLength(1)
    }
  })
})

describe('what a record says and the generic shape does not', () => {
  const [requests, responses] = kinds
  const answered = answeredBy({ pasid: 0, pasidPresent: false, pageReqGroupId: 0 })

  const packetOf = ({ kind, rows }: Kind, id: string, change: Values) => {
    const { packet } = decodePacket(id, bytesOf(id, rows[id]!, { ...baseOf(kind, rows[id]!), pasidPresent: false, pasid: 0, ...rows[id]!.only }))
    return encodePacket(id, { ...packet, ...change })
  }

  it.each<[string, Values, RegExp]>([
    ['amd.ppr-log', { reservedBitsSet: true }, /a reserved bit set/],
    ['amd.ppr-log', { pasid: 5 }, /PASID 0x5 means nothing.*not carried/],
    ['pcie-flit.page-request', { ohc: undefined, pasidValid: false, executeRequested: false, privilegedModeRequested: false, pasid: 5 }, /PASID 0x5 means nothing/],
    ['pcie-flit.page-request', { ohc: undefined, pasidValid: false, executeRequested: true, privilegedModeRequested: false, pasid: 0 }, /execute and privileged mean nothing without a PASID/],
    ['pcie-flit.page-request', { ohc: undefined, pasidValid: true, executeRequested: false, privilegedModeRequested: false, pasid: 0, noWrite: true }, /^noWrite true is not carried/],
    ['pcie-flit.page-request', { ohc: undefined, requesterSegment: 0, keySet: true }, /^keySet true is not carried/],
    ['pcie-flit.page-request', { ts: 1 }, /^ts 1 is not carried/],
    ['vtd.page-request', { pasid: 0xabc }, /PASID 0xabc means nothing/],
    ['vtd.page-request-v2', { pasid: 5 }, /PASID 0x5 means nothing/],
    ['vtd.page-request-v3', { privateDataPresent: true }, /private data is 0, which is carried as none/],
    ['vtd.page-request-v3', { privateData1: 1n }, /private data means nothing.*not carried/],
    ['smmuv3.pri-queue-entry', { substreamId: 5 }, /PASID 0x5 means nothing/],
    ['smmuv3.pri-queue-entry', { execute: true }, /execute and privileged mean nothing without a PASID/],
    ['smmuv3.stall-event', { eventNumber: 0x13 }, /^eventNumber 19 is not carried$/],
    ['smmuv3.stall-event', { stage2: true }, /^stage2 true is not carried$/],
    ['smmuv3.stall-event', { class: 1 }, /^class 1 is not carried$/],
    ['smmuv3.stall-event', { ttrnw: true }, /^ttrnw true is not carried$/],
    ['smmuv3.stall-event', { ipa: 0x5000n }, /^ipa 20480 is not carried$/],
    ['riscv.page-request', { privileged: true }, /execute and privileged mean nothing without a PASID/],
    ['riscv.page-request', { processId: 5 }, /PASID 0x5 means nothing/],
    ['linux.fault-event', { iommuPrivate: 1n }, /iommu_private belongs to the IOMMU driver/],
    ['linux.fault-event', { reason: 6 }, /^reason 6 is not carried$/],
    ['linux.fault-event', { prot: 0x11 }, /^prot has bits 0x10 set/],
    ['linux.fault-event', { pasid: 5 }, /PASID 0x5 means nothing/],
    ['linux.iommu-fault-page-request', { flags: 0x8000_0000 }, /^flags has bits 0x80000000 set/],
    ['linux.iommu-fault-page-request', { perm: 0x20 }, /^perm has bits 0x20 set/],
    ['linux.iommu-fault-page-request', { privateData0: 1n }, /private data means nothing/],
    ['linux.iommu-fault-page-request', { flags: 4 }, /private data is 0/],
    ['linux.iommu-fault-page-request', { pasid: 5 }, /PASID 0x5 means nothing/],
    ['linux.iommu-fault-v6.10', { flags: 8 }, /^flags has bits 0x8 set/],
    ['linux.iommu-fault-v6.10', { privateData0: 1n }, /^privateData0 1 is not carried/],
    ['linux.iommu-fault-v6.10', { pasid: 5 }, /PASID 0x5 means nothing/],
    ['linux.iommufd-pgfault', { flags: 6 }, /^flags has bits 0x4 set/],
    ['linux.iommufd-pgfault', { perm: 0x10 }, /^perm has bits 0x10 set/],
    ['linux.iommufd-pgfault', { length: 4096 }, /^length 4096 is a hint/],
    ['linux.iommufd-pgfault', { pasid: 5 }, /PASID 0x5 means nothing/],
  ])('is noted of a request in %s', (id, change, note) => {
    const { notes } = requests!.read(id, packetOf(requests!, id, change))
    expect(notes).toEqual([expect.stringMatching(note)])
  })

  it.each<[string, Values, RegExp]>([
    ['pcie-flit.prg-response', { ohc: undefined, destinationSegment: 0, destinationSegmentValid: true, pasidValid: false, pasid: 5 }, /PASID 0x5 means nothing/],
    ['pcie-flit.prg-response', { ohc: undefined, destinationSegment: 3, destinationSegmentValid: false, pasidValid: false, pasid: 0 }, /^segment 3 means nothing/],
    ['pcie-flit.prg-response', { ohc: undefined, requesterSegment: 3 }, /^requesterSegment 3 is not carried/],
    ['vtd.page-group-response', { pasid: 5 }, /PASID 0x5 means nothing/],
    ['vtd.page-group-response-v3', { last: false }, /LPIG is clear/],
    ['vtd.page-group-response-v3', { privateDataPresent: true }, /private data is 0/],
    ['amd.complete-ppr-request', { pasid: 5 }, /PASID 0x5 means nothing/],
    ['smmuv3.cmd-pri-resp', { substreamId: 5 }, /PASID 0x5 means nothing/],
    ['riscv.ats-prgr', { processId: 5 }, /PASID 0x5 means nothing/],
    ['riscv.ats-prgr', { segment: 2 }, /^segment 2 means nothing/],
    ['riscv.ats-prgr', { destinationId: 0x300 }, /^destinationId 768 is not carried/],
    ['linux.page-response-msg', { pasid: 5 }, /PASID 0x5 means nothing/],
    ['linux.iommu-page-response', { pasid: 5 }, /PASID 0x5 means nothing/],
    ['linux.iommu-page-response', { argsz: 32 }, /^argsz 32 is not carried$/],
  ])('is noted of a response in %s', (id, change, note) => {
    const { notes } = responses!.read(id, packetOf(responses!, id, change), answered)
    expect(notes).toEqual([expect.stringMatching(note)])
  })

  it('is noted of OHC-E, which no message can have', () => {
    // synthetic: OHC[4:0] = 01000, one DW of OHC-E
    const { notes } = convert('pcie-flit.page-request', 'pcie-flit.page-request', Uint8Array.from([0x30, 8, 0, 0, 3, 0, 0, 4, ...Array(7).fill(0), 5, ...Array(4).fill(1)]))
    expect(notes).toEqual(['OHC-E is not carried'])
  })

  it('is noted of the prefix of a response', () => {
    const header = packetOf(responses!, 'pcie.prg-response', {})
    const bytes = (byte1: number) => Uint8Array.from([0x91, byte1, 0, 5, ...header])
    expect(responses!.read('pcie.prg-response', bytes(0)).notes).toEqual([])
    expect(responses!.read('pcie.prg-response', bytes(0x80)).notes).toEqual(['ER and PMR mean nothing on a response'])
    expect(responses!.read('pcie.prg-response', bytes(0x40)).notes).toEqual(['ER and PMR mean nothing on a response'])
  })

  it.each<[string, Values, string, unknown]>([
    ['amd.ppr-log', { code: 0 }, 'code', 0],
    ['amd.ppr-log', { code: 2 }, 'code', 2],
    ['linux.fault-event', { type: 1 }, 'type', 1],
    ['smmuv3.stall-event', { stall: false }, 'stall', false],
  ])('is an error where it is no page request: %s', (id, change, field, actual) => {
    expect(() => requests!.read(id, packetOf(requests!, id, change))).toThrow(expect.objectContaining({ code: 'translate', record: id, field, actual }))
  })

  it.each<[string, Values, string, unknown]>([
    ['linux.iommu-page-response', { version: 2 }, 'version', 2],
    ['linux.iommu-page-response-v5.3', { version: 0 }, 'version', 0],
    ['linux.iommu-page-response', { flags: 2 }, 'flags', 2],
    ['linux.iommu-page-response-v5.3', { flags: 0x8000_0000 }, 'flags', 0x8000_0000],
    ['linux.iommu-page-response', { argsz: 23 }, 'argsz', 23],
    ['linux.page-response-msg', { type: 0 }, 'type', 0],
    ['linux.page-response-msg', { type: 3 }, 'type', 3],
  ])('is an error where Linux would refuse it: %s', (id, change, field, actual) => {
    expect(() => responses!.read(id, packetOf(responses!, id, change))).toThrow(expect.objectContaining({ code: 'translate', record: id, field, actual }))
  })
})
