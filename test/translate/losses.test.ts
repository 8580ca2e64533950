import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CodecError, convert, record, toPageRequest, toPageResponse } from '../../src/index.ts'
import type { Dropped } from '../../src/index.ts'
import { imageOf } from '../support/bits.ts'
import { toHex } from '../support/bytes.ts'
import { same } from '../support/outcome.ts'
import { answeredBy, beside, kinds } from './kinds.ts'
import { baseOf, probes } from './messages.ts'
import { bytesOf, problemsOf } from './oracle.ts'
import type { Problem, Values } from './oracle.ts'
import type { Row } from './rows.ts'

/** Holds what `run` does for values to what the table says of them: the error, or the bytes and what was dropped. */
function hold(id: string, row: Row, values: Values, run: (allowLoss: boolean) => { bytes: Uint8Array; dropped: readonly Dropped[] }): void {
  const problems = problemsOf(row, values)
  const errors = problems.filter(({ kept }) => kept === undefined)

  if (problems.length > 0) expectError(id, problems, () => run(false))
  else expectWritten(run(false), bytesOf(id, row, values), [])

  if (errors.length > 0) return expectError(id, errors, () => run(true))
  const remains = problems.reduce<Values>((rest, { kept }) => ({ ...rest, ...kept }), values)
  expectWritten(run(true), bytesOf(id, row, remains), problems)
}

/** A message whose other fields are 0. */
const whole = (id: string, fields: object) => ({ ...record(id).decode(imageOf(record(id).layout, () => 0)), ...fields })

type Lost = Pick<Problem, 'field' | 'value'>
const shown = (list: readonly Lost[]) => list.map(({ field, value }) => `${field} ${typeof value} ${String(value)}`).sort().join(', ')

function expectWritten({ bytes, dropped }: { bytes: Uint8Array; dropped: readonly Dropped[] }, expected: Uint8Array, lost: readonly Lost[]): void {
  same(toHex(bytes), toHex(expected), 'bytes')
  same(shown(dropped), shown(lost), 'dropped')
  same(dropped.filter(({ reason }) => !/\w/.test(reason)), [], 'dropped without a reason')
}

function expectError(record: string, problems: readonly Problem[], run: () => unknown): void {
  const error = errorOf(run)
  const problem = problems.find(({ field }) => field === error.field)
  if (problem === undefined) throw error
  const { code, record: of, actual, bits } = error
  same({ code, of, actual, bits }, { code: 'translate', of: record, actual: problem.value, bits: undefined }, error.message)
  if (!problem.expected.test(error.expected as string)) expect(error.expected).toMatch(problem.expected)
}

function errorOf(run: () => unknown): CodecError {
  try {
    run()
  } catch (error) {
    if (!(error instanceof CodecError)) throw error
    return error
  }
  throw new Error('no error')
}

describe.each(kinds)('a page $kind that a format cannot hold whole', ({ kind, formats, rows, write }) => {
  it.each(formats)('is refused by %s, or loses just what the caller allows: one thing at a time', (id) => {
    const row = rows[id]!
    const base = baseOf(kind, row)
    expect(problemsOf(row, base)).toEqual([])
    for (const probe of probes[kind]) {
      const values = { ...base, ...probe }
      hold(id, row, values, (allowLoss) => write(id, values, { allowLoss }))
    }
  })

  it.each(formats)('is refused by %s, or loses just what the caller allows: many things at once', (id) => {
    const row = rows[id]!
    fc.assert(
      fc.property(fc.subarray([...probes[kind]], { maxLength: 5 }), (several) => {
        const values: Values = Object.assign({}, baseOf(kind, row), ...several)
        hold(id, row, values, (allowLoss) => write(id, values, { allowLoss }))
      }),
      { numRuns: 300 },
    )
  })

  it.each(formats)('passes from %s no further than the other format holds it', (from) => {
    const source = rows[from]!
    let told = 0
    for (const probe of probes[kind]) {
      const values = { ...baseOf(kind, source), ...probe }
      if (problemsOf(source, values).length > 0) continue
      const bytes = bytesOf(from, source, values)
      for (const to of formats) {
        const arrived = asRead(source, values)
        if (problemsOf(rows[to]!, arrived).length > 0) told++
        hold(to, rows[to]!, arrived, (allowLoss) => convert(from, to, bytes, { ...beside(values), allowLoss }))
      }
    }
    expect(told).toBeGreaterThan(20)
  })
})

/** Values as they come out of the bytes of a format, where that is not as they went in. */
function asRead(row: Row, values: Values): Values {
  const withheld = row.pasidAsRequired && values.pasidRequired === false
  const merged = row.mergedCodes?.[Number(values.respCode)] !== undefined
  return { ...values, ...(withheld && { pasidPresent: false, pasid: 0 }), ...(merged && { respCode: 1 }) }
}

describe('the error of something that does not fit', () => {
  const shared = { pasid: 1, pasidPresent: true, pageReqGroupId: 5, privateData: 0n, rid: 0x300 }
  const request = { ...shared, addr: 0x1000n, last: true, read: true, write: false, execute: false, privileged: false }
  const response = { ...shared, addr: 0n, respCode: 0, type: 2 }
  const [requests, responses] = kinds

  it.each<[message: string, id: string, change: Values]>([
    ['pcie.page-request pageReqGroupId: translate: expected at most 9 bits (0 to 0x1ff), got 0x1234', 'pcie.page-request', { pageReqGroupId: 0x1234 }],
    [
      'smmuv3.stall-event pageReqGroupId: translate: expected at most 16 bits (0 to 0xffff), got 0x10000',
      'smmuv3.stall-event', { pageReqGroupId: 0x10000 },
    ],
    ['amd.ppr-log pasid: translate: expected at most 20 bits (0 to 0xfffff), got 0x100000', 'amd.ppr-log', { pasid: 0x100000 }],
    [
      'linux.fault-event privateData: translate: expected at most 64 bits, got 0x10000000000000000n',
      'linux.fault-event', { privateData: 1n << 64n },
    ],
    ['vtd.page-request-v2 privateData: translate: expected at most 23 bits, got 0x800000n', 'vtd.page-request-v2', { privateData: 0x800000n }],
    ['vtd.page-request privateData: translate: expected none (the format has no place for private data), got 1n', 'vtd.page-request', { privateData: 1n }],
    ['vtd.page-request segment: translate: expected none (the format has no place for a segment), got 1', 'vtd.page-request', { segment: 1 }],
    ['riscv.page-request segment: translate: expected at most 8 bits (0 to 0xff), got 0x100', 'riscv.page-request', { segment: 0x100 }],
    [
      'riscv.page-request execute: translate: expected none (in this format it goes with a PASID only), got true',
      'riscv.page-request', { execute: true, pasidPresent: false, pasid: 0 },
    ],
    [
      'riscv.page-request addr: translate: expected a multiple of 4096 (the format holds the address of a 4 KiB page), got 0x1001n',
      'riscv.page-request', { addr: 0x1001n },
    ],
    [
      'amd.ppr-log streamResponseRequested: translate: expected none (the format has no stream requests), got true',
      'amd.ppr-log', { streamResponseRequested: true },
    ],
    ['amd.ppr-log rid: translate: expected a number of 16 bits in the identity, which the format needs, got undefined', 'amd.ppr-log', { rid: undefined }],
    [
      'smmuv3.stall-event last: translate: expected true: a stalled transaction is a group of its own, got false',
      'smmuv3.stall-event', { last: false },
    ],
    ['pcie.stop-marker read: translate: expected false: a Stop Marker has L=1, W=0 and R=0, got true', 'pcie.stop-marker', { read: true }],
    [
      'pcie.stop-marker write: translate: expected false: a Stop Marker has L=1, W=0 and R=0, got true',
      'pcie.stop-marker', { read: false, write: true },
    ],
  ])('of a request: %s', (message, id, change) => {
    expect(errorOf(() => requests!.write(id, { ...request, ...change })).message).toBe(message)
  })

  it.each<[message: string, id: string, change: Values]>([
    [
      'vtd.page-group-response type: translate: expected 2 group response (the format answers groups, not streams), got 1',
      'vtd.page-group-response', { type: 1 },
    ],
    [
      'vtd.page-stream-response-v2 type: translate: expected 1 stream response (the format answers streams, not groups), got 2',
      'vtd.page-stream-response-v2', {},
    ],
    [
      'vtd.page-group-response addr: translate: expected none (an answer to a group carries no address), got 0x1000n',
      'vtd.page-group-response', { addr: 0x1000n },
    ],
    [
      'linux.iommufd-page-response respCode: translate: expected 0 success or 1 invalid request: iommufd has no failure, got 15',
      'linux.iommufd-page-response', { respCode: 15, cookie: 1 },
    ],
    [
      'linux.iommu-page-response respCode: translate: expected 0 success, 1 invalid request or 0xf response failure, got 2',
      'linux.iommu-page-response', { respCode: 2 },
    ],
    [
      'linux.page-response-msg privateData: translate: expected at most 32 bits, got 0x100000000n',
      'linux.page-response-msg', { privateData: 1n << 32n },
    ],
    [
      'vtd.page-stream-response-v2 pasidPresent: translate: expected true: a stream response always has a PASID, got false',
      'vtd.page-stream-response-v2', { type: 1, pasidPresent: false, pasid: 0 },
    ],
    [
      'linux.page-response-msg pasid: translate: expected none (it means nothing where pasidPresent is false), got 1',
      'linux.page-response-msg', { pasidPresent: false },
    ],
  ])('of a response: %s', (message, id, change) => {
    expect(errorOf(() => responses!.write(id, { ...response, ...change })).message).toBe(message)
  })

  it.each<[message: string, id: string, packet: object]>([
    ['smmuv3.cmd-pri-resp resp: translate: expected 2 success, 1 invalid request or 0 response failure, got 3', 'smmuv3.cmd-pri-resp', { resp: 3 }],
    [
      'linux.iommu-page-response code: translate: expected 0 success, 1 invalid request or 2 response failure, got 15',
      'linux.iommu-page-response', { argsz: 24, version: 1, flags: 0, code: 15 },
    ],
    [
      'linux.iommu-page-response flags: translate: expected no flag but PASID_VALID, got 3',
      'linux.iommu-page-response', { argsz: 24, version: 1, flags: 3, code: 0 },
    ],
    ['linux.iommu-page-response argsz: translate: expected at least 24 bytes, got 20', 'linux.iommu-page-response', { argsz: 20, version: 1 }],
    ['linux.iommufd-page-response code: translate: expected 0 success or 1 invalid request, got 2', 'linux.iommufd-page-response', { cookie: 1, code: 2 }],
    ['linux.page-response-msg type: translate: expected 1 stream response or 2 group response, got 0', 'linux.page-response-msg', { type: 0 }],
  ])('of a response that is read: %s', (message, id, packet) => {
    expect(errorOf(() => toPageResponse(id, whole(id, packet), answeredBy({ pasid: 0, pasidPresent: false, pageReqGroupId: 0 }))).message).toBe(message)
  })

  it.each<[message: string, id: string, packet: object]>([
    ['amd.ppr-log code: translate: expected 1, a page service request, got 0', 'amd.ppr-log', { code: 0 }],
    ['linux.fault-event type: translate: expected 2, a page request, got 1', 'linux.fault-event', { type: 1 }],
    [
      'smmuv3.stall-event stall: translate: expected true: a transaction that does not stall waits for no answer, got false',
      'smmuv3.stall-event', { stall: false },
    ],
  ])('of a request that is read: %s', (message, id, packet) => {
    expect(errorOf(() => toPageRequest(id, whole(id, packet))).message).toBe(message)
  })
})

describe('what a source says of an identity, and would be read back as something else', () => {
  const sent = record('pcie.prg-response').encode({ requesterId: 0x18, destinationId: 0x300, respCode: 0, prgIndex: 5 } as never)
  const inSegment = record('riscv.ats-prgr').encode(whole('riscv.ats-prgr', { rid: 0x300, segmentValid: true, prgIndex: 5 }) as never)
  const needing = record('linux.iommu-fault-page-request').encode({ ...whole('linux.iommu-fault-page-request', {}), flags: 0xb, pasid: 1, perm: 1 } as never)

  it.each<[from: string, to: string, bytes: Uint8Array, given: object, kept: object, note: RegExp]>([
    ['pcie.prg-response', 'vtd.page-group-response', sent, {}, { iommuRid: 0x18 }, /^the Requester ID 0x18 that sent the response is not carried: vtd.page-group-response has no place for it$/],
    ['riscv.ats-prgr', 'vtd.page-group-response', inSegment, {}, { segment: 0 }, /^that the segment is said to be 0 is not carried: in vtd.page-group-response that is as good as none$/],
    ['riscv.ats-prgr', 'smmuv3.cmd-pri-resp', inSegment, {}, { segment: 0 }, /^that the segment is said to be 0 is not carried/],
    ['linux.iommu-fault-page-request', 'vtd.page-request', needing, { rid: 3 }, { pasidRequired: true }, /^that the device requires a PASID on responses is not carried: vtd.page-request has no place for it$/],
  ])('%s to %s is told, unless the caller gives it', (from, to, bytes, given, kept, note) => {
    expect(convert(from, to, bytes, { identity: given }).notes.filter((text) => / is not carried: /.test(text))).toEqual([expect.stringMatching(note)])
    expect(convert(from, to, bytes, { identity: { ...given, ...kept } }).notes.filter((text) => / is not carried: /.test(text))).toEqual([])
  })

  it('is no word where the target keeps it, or where it is what would be read', () => {
    expect(convert('pcie.prg-response', 'pcie-flit.prg-response', sent).notes).toEqual([])
    expect(convert('riscv.ats-prgr', 'riscv.ats-prgr-be', inSegment).notes).toEqual([])
    expect(convert('riscv.ats-prgr', 'vtd.page-group-response', record('riscv.ats-prgr').encode(whole('riscv.ats-prgr', { rid: 0x300, prgIndex: 5 }) as never)).notes).toEqual([])
  })
})
