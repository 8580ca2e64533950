import { describe, expect, it } from 'vitest'
import { CodecError, convert, decodePacket, encodePacket, fromPageResponse, responseFormats, toPageResponse } from '../../src/index.ts'
import type { Packet } from '../../src/index.ts'
import { beside } from './kinds.ts'
import { baseOf } from './messages.ts'
import { bytesOf, identityOf, responseOf } from './oracle.ts'
import { responseRows } from './response-rows.ts'

/** A generic code or a code of the format, with what is noted of it. */
type Entry = readonly [code: number, note?: RegExp]

/** A code without an entry is an error. */
interface Codes {
  /** The field of the record; CMD_RESUME has two, Ab and Ac. */
  readonly field: string
  readonly read: Readonly<Record<number, Entry>>
  readonly write: Readonly<Record<number, Entry>>
}

const UNUSED = Object.fromEntries([3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14].map((code) => [code, [15, /unused and taken as Response Failure$/] as Entry]))

const wire: Codes = {
  field: 'respCode',
  read: { 0: [0], 1: [1], 2: [15, /2 is unused .* Linux sends it/], ...UNUSED, 15: [15] },
  write: { 0: [0], 1: [1], 15: [15] },
}
const priResp: Codes = { field: 'resp', read: { 0: [15], 1: [1], 2: [0] }, write: { 0: [2], 1: [1], 15: [0] } }
const resume: Codes = {
  field: 'abort action',
  read: {
    0: [15, /terminates without an abort; read as Response Failure/],
    1: [0],
    2: [1, /alike; read as Invalid Request/],
    3: [0, /ignores Ab on a retry/],
  },
  write: { 0: [1], 1: [2], 15: [2, /aborts for Response Failure as for Invalid Request/] },
}
const linux: Codes = { field: 'code', read: { 0: [0], 1: [1], 2: [15] }, write: { 0: [0], 1: [1], 15: [2] } }
const iommufd: Codes = { field: 'code', read: { 0: [0], 1: [1] }, write: { 0: [0], 1: [1] } }

const table: Readonly<Record<string, Codes>> = {
  'pcie.prg-response': wire,
  'pcie-flit.prg-response': wire,
  'vtd.page-group-response': wire,
  'vtd.page-group-response-v3': wire,
  'vtd.page-group-response-v2': wire,
  'vtd.page-stream-response-v2': wire,
  'amd.complete-ppr-request': wire,
  'smmuv3.cmd-pri-resp': priResp,
  'smmuv3.cmd-resume': resume,
  'riscv.ats-prgr': wire,
  'riscv.ats-prgr-be': wire,
  'linux.page-response-msg': wire,
  'linux.page-response-msg-be': wire,
  'linux.iommu-page-response-v5.3': linux,
  'linux.iommu-page-response-v5.3-be': linux,
  'linux.iommu-page-response': linux,
  'linux.iommu-page-response-be': linux,
  'linux.iommu-page-response-v6.10': linux,
  'linux.iommu-page-response-v6.10-be': linux,
  'linux.iommufd-page-response': iommufd,
  'linux.iommufd-page-response-be': iommufd,
}

const WIDTHS: Readonly<Record<string, number>> = { respCode: 4, resp: 2, 'abort action': 2, code: 32 }

/** Every code of the format's width up to 16, and the largest. */
const codesOf = ({ field }: Codes): number[] => {
  const all = 2 ** WIDTHS[field]!
  return [...new Set([...Array.from({ length: Math.min(all, 17) }, (_, code) => code), all - 1])]
}

/** A response of the format with a code of its own numbers. It has no PASID, so that a note is of the code. */
function withCode(id: string, code: number): { packet: Packet; bytes: Uint8Array } {
  const { packet } = decodePacket(id, bytesOf(id, responseRows[id]!, { ...valuesOf(id), respCode: 0 }))
  const { field } = table[id]!
  const changed = { ...packet, ...(field === 'abort action' ? { abort: code > 1, action: code % 2 === 1 } : { [field]: code }) }
  return { packet: changed, bytes: encodePacket(id, changed) }
}

const valuesOf = (id: string) => {
  const stream = id === 'vtd.page-stream-response-v2'
  return { ...baseOf('response', responseRows[id]!), pasidRequired: undefined, ...(!stream && { pasidPresent: false, pasid: 0 }) }
}
const optionsOf = (id: string) => beside(valuesOf(id))

function refused(record: string, field: string, actual: number, run: () => unknown): void {
  expect(run).toThrow(CodecError)
  expect(run).toThrow(expect.objectContaining({ code: 'translate', record, field, actual }))
}

describe('response codes', () => {
  it('are tabled for every format', () => {
    expect(Object.keys(table).sort()).toEqual([...responseFormats].sort())
  })

  it.each(responseFormats)('are read from %s', (id) => {
    const { field, read } = table[id]!
    for (const code of codesOf(table[id]!)) {
      const { packet } = withCode(id, code)
      const run = () => toPageResponse(id, packet, optionsOf(id).request)
      const entry = read[code]
      if (entry === undefined) {
        refused(id, field, code, run)
        continue
      }
      const { response, rawCode, notes } = run()
      expect({ code, generic: response.respCode, rawCode }).toEqual({ code, generic: entry[0], rawCode: code })
      expectNote(notes, entry)
    }
  })

  it.each(responseFormats)('are written to %s', (id) => {
    const values = valuesOf(id)
    for (let respCode = 0; respCode <= 16; respCode++) {
      for (const allowLoss of [false, true]) {
        const run = () => fromPageResponse(id, { ...responseOf(values), respCode }, identityOf(values), { allowLoss })
        const entry = table[id]!.write[respCode]
        if (entry === undefined) {
          refused(id, 'respCode', respCode, run)
          continue
        }
        const { packet, notes, dropped } = run()
        expect(encodePacket(id, packet)).toEqual(withCode(id, entry[0]).bytes)
        expect(dropped).toEqual([])
        expectNote(notes, entry)
      }
    }
  })

  it.each(responseFormats)('are carried from %s to every other format', (from) => {
    for (const to of responseFormats) {
      if ((from === 'vtd.page-stream-response-v2') !== (to === 'vtd.page-stream-response-v2')) continue
      for (const code of codesOf(table[from]!)) {
        const run = () => convert(from, to, withCode(from, code).bytes, optionsOf(to))
        const generic = table[from]!.read[code]
        const written = generic && table[to]!.write[generic[0]]
        if (generic === undefined) refused(from, table[from]!.field, code, run)
        else if (written === undefined) refused(to, 'respCode', generic[0], run)
        else expect(run().bytes, `${code} to ${to}`).toEqual(withCode(to, written[0]).bytes)
      }
    }
  })
})

function expectNote(notes: readonly string[], [, note]: Entry): void {
  expect(notes).toHaveLength(note ? 1 : 0)
  if (note) expect(notes[0]).toMatch(note)
}
