import { beforeAll, describe, expect, expectTypeOf, it } from 'vitest'
import { amd, defineRecord, linux, pcie, record, smmuv3, vtd } from '../../src/index.ts'
import type { AnyMessage, AnyRecord, InitOf, MessageOf, RecordCodec, RecordId, Result, View } from '../../src/index.ts'
import * as library from '../../src/index.ts'
import { messages, nearlyValidBytes, validBytes } from '../../src/testing/index.ts'
import { problemsOf } from './support/typescript.ts'
import type { Arbitrary } from 'fast-check'

/** What the compiler believes of the records. The types are tested by the compiler: each test asks it about this file. */

const FILES = ['test/proofs/types.test.ts', 'test/codec/define-record.test.ts']
let problems: readonly string[]

beforeAll(() => {
  problems = problemsOf(...FILES)
})

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
type Flat<T> = { [K in keyof T]: T[K] }
type Fields = { readonly fields: Readonly<Record<string, library.Field>> }

/** The names of the records of a family whose types are not those that follow from their tables. */
type Unlike<Family> = {
  [Name in keyof Family]: Family[Name] extends {
    readonly layout: infer L extends Fields
    decode(...args: never): infer Decoded
    tryDecode(...args: never): infer Tried
    encode(message: infer Encoded): Uint8Array
    view(...args: never): infer Seen
    columns(...args: never): { columns: infer Columns }
  }
    ? [Same<Flat<Decoded>, MessageOf<L>>, Same<Flat<Encoded>, Flat<InitOf<L>>>, Same<Tried, Result<Decoded>>, Same<Seen, Readonly<Decoded> & View>, Same<keyof Columns, keyof L['fields']>] extends true[]
      ? never
      : Name
    : Name
}[keyof Family]

/** What the library exports that is a family of records. */
type Families = { [K in keyof typeof library]: (typeof library)[K] extends Record<string, { readonly layout: Fields }> ? K : never }[keyof typeof library]

describe('the types', () => {
  it('of every record follow from its table', () => {
    expect(problems).toEqual([])
    expectTypeOf<{ [K in Families]: Unlike<(typeof library)[K]> }[Families]>().toEqualTypeOf<never>()
    expectTypeOf<'linux' | 'pcie' | 'vtd' | 'amd' | 'smmuv3' | 'riscv'>().toExtend<Families>()
  })

  it('of a message are those that its fields mean', () => {
    expect(problems).toEqual([])
    expectTypeOf<vtd.VtdPageRequest['address']>().toEqualTypeOf<bigint>()
    expectTypeOf<vtd.VtdPageRequest['rid']>().toEqualTypeOf<number>()
    expectTypeOf<vtd.VtdPageRequest['last']>().toEqualTypeOf<boolean>()
    expectTypeOf<vtd.VtdPageRequestColumns['address']>().toEqualTypeOf<BigUint64Array>()
    expectTypeOf<pcie.PciePageRequestInit['tc']>().toEqualTypeOf<number | undefined>()
    expectTypeOf(vtd.pageRequest).toExtend<RecordCodec<vtd.VtdPageRequest, vtd.VtdPageRequestInit, vtd.VtdPageRequestColumns>>()
  })

  it('of a message that is checked are those of its record, where that is known', () => {
    expect(problems).toEqual([])
    const message: AnyMessage = vtd.pageRequest.decode(Uint8Array.of(1, ...Array<number>(31).fill(0)))
    for (const format of [vtd.pageRequest, 'vtd.page-request'] as library.FormatArgument[]) expect(library.check(format, { ...message, executeRequested: true })).not.toEqual([])
    const wrong = () => {
      // @ts-expect-error: no field of the record
      library.check('vtd.page-request', { rdi: 5 })
      // @ts-expect-error: the same of the record itself
      library.check(vtd.pageRequest, { rdi: 5 })
    }
    expect(wrong).toThrow(library.CodecError)
  })

  it('of a finding complete its id, and take any other', () => {
    expect(problems).toEqual([])
    const known: library.FindingId[] = ['execute-without-pasid', 'unnamed-value', 'a rule of my own']
    expect(library.check(vtd.pageRequest, { ...vtd.pageRequest.decode(Uint8Array.of(1, ...Array<number>(31).fill(0))), executeRequested: true }).map(({ id }) => id)).toContain(known[0])
  })

  it('of a packet are those of its record, where that is known', () => {
    expect(problems).toEqual([])
    const bytes = vtd.pageRequest.encode({ pasidPresent: true, rid: 0x300, pasid: 5, executeRequested: false, privilegedModeRequested: false, read: true, write: false, last: true, prgIndex: 7, address: 0x1000n })
    const { request, identity } = library.toPageRequest(vtd.pageRequest, vtd.pageRequest.decode(bytes))
    expectTypeOf(library.convert('vtd.page-request', 'amd.ppr-log', bytes).packet).toEqualTypeOf<amd.AmdPprLog>()
    expectTypeOf(library.fromPageRequest(amd.pprLog, request, identity).packet).toEqualTypeOf<amd.AmdPprLog>()
    expectTypeOf(library.fromPageRequest('pcie.page-request', request, identity).packet.pasidPrefix).toEqualTypeOf<pcie.PciePasidPrefix | undefined>()
    expectTypeOf(library.fromPageRequest('pcie-flit.page-request', request, identity).packet.pasid).toEqualTypeOf<number | undefined>()
    expectTypeOf(library.decodePacket(vtd.pageRequest, bytes).packet).toEqualTypeOf<vtd.VtdPageRequest>()
    for (const format of ['riscv.page-request', vtd.pageRequest] as library.FormatArgument[]) expectTypeOf(library.fromPageRequest(format, request, identity).packet).toEqualTypeOf<library.Packet>()
    const written: library.Written = library.fromPageRequest('pcie.page-request', request, identity)
    expect(vtd.pageRequest.encode(library.convert('pcie.page-request', 'vtd.page-request', library.encodePacket('pcie.page-request', written.packet)).packet)).toEqual(bytes)
  })

  it('of columns are those of the fields that were asked for', () => {
    expect(problems).toEqual([])
    const bytes = new Uint8Array(32)
    const { columns } = vtd.pageRequest.columns(bytes, { fields: ['rid', 'address'], strict: true })
    expectTypeOf(columns).toEqualTypeOf<Pick<vtd.VtdPageRequestColumns, 'rid' | 'address'>>()
    expectTypeOf(vtd.pageRequest.columns(bytes).columns).toEqualTypeOf<vtd.VtdPageRequestColumns>()
    expectTypeOf(vtd.pageRequest.columns(bytes, { strict: true }).columns).toEqualTypeOf<vtd.VtdPageRequestColumns>()
    for (const batch of vtd.pageRequest.batches(bytes, { fields: ['last'] })) expectTypeOf(batch.columns).toEqualTypeOf<Pick<vtd.VtdPageRequestColumns, 'last'>>()
    const some: (keyof vtd.VtdPageRequestColumns)[] = ['rid']
    expectTypeOf(vtd.pageRequest.columns(bytes, { fields: some }).columns).toEqualTypeOf<vtd.VtdPageRequestColumns>()
    const any: AnyRecord = vtd.pageRequest
    expectTypeOf(any.columns(bytes, { fields: ['rid' as string] }).columns).toEqualTypeOf<library.AnyColumns>()
    // @ts-expect-error: not asked for, so not there
    expect(columns.pasid).toBeUndefined()
    // @ts-expect-error: no field of the record
    expect(() => vtd.pageRequest.columns(bytes, { fields: ['rdi'] })).toThrow(library.CodecError)
  })

  it('of bytes that are handed out are of memory that nobody shares', () => {
    expect(problems).toEqual([])
    expectTypeOf(vtd.pageRequest.encode).returns.toEqualTypeOf<Uint8Array<ArrayBuffer>>()
    expectTypeOf(library.encodeTlp).returns.toEqualTypeOf<Uint8Array<ArrayBuffer>>()
    expectTypeOf(library.encodePacket).returns.toEqualTypeOf<Uint8Array<ArrayBuffer>>()
    expectTypeOf<ReturnType<typeof library.convert>['bytes']>().toEqualTypeOf<Uint8Array<ArrayBuffer>>()
    expectTypeOf<ReturnType<library.Iommu['respond']>>().toEqualTypeOf<Uint8Array<ArrayBuffer>>()
  })

  it('of any record take each record', () => {
    const all: AnyRecord[] = [vtd.pageRequest, pcie.pageRequest, linux.faultEvent, defineRecord(vtd.pageRequest.layout)]
    expect(all.map(({ id }) => id)).toContain('vtd.page-request')
  })

  it('of codes are the named ones and any other number', () => {
    expect(problems).toEqual([])
    expectTypeOf<vtd.VtdPageGroupResponse['respCode']>().toEqualTypeOf<0 | 1 | 15 | (number & {})>()
    expectTypeOf<number>().toExtend<vtd.VtdPageGroupResponse['respCode']>()
    expectTypeOf(vtd.pageGroupResponse.encode).returns.toEqualTypeOf<Uint8Array<ArrayBuffer>>()
  })

  it('of a record that is found by its id are its own, or those of any record', () => {
    expectTypeOf(record('vtd.page-request')).toEqualTypeOf<typeof vtd.pageRequest>()
    expectTypeOf(record('vtd.page-request' as string)).toEqualTypeOf<AnyRecord>()
    expectTypeOf(record('vtd.page-request' as RecordId)).toEqualTypeOf<AnyRecord>()
    expectTypeOf(record('vtd.page-request' as 'vtd.page-request' | 'amd.ppr-log')).toEqualTypeOf<AnyRecord>()
    expectTypeOf(record(`vtd.${'page-request' as string}`)).toEqualTypeOf<AnyRecord>()
    // @ts-expect-error: there is no such record
    expect(() => record('vtd.pgae-request')).toThrow('did you mean vtd.page-request?')
  })

  it('of the arbitraries follow from the record', () => {
    expect(problems).toEqual([])
    expectTypeOf(messages(vtd.pageRequest)).toEqualTypeOf<Arbitrary<vtd.VtdPageRequest>>()
    expectTypeOf(messages(record('vtd.page-request' as string))).toEqualTypeOf<Arbitrary<AnyMessage>>()
    expectTypeOf(validBytes(pcie.prgResponse)).toEqualTypeOf<Arbitrary<Uint8Array>>()
    expectTypeOf(nearlyValidBytes(pcie.prgResponse)).toEqualTypeOf<Arbitrary<Uint8Array>>()
  })

  it('are wrong for wrong uses', () => {
    // @ts-expect-error: a field is missing
    expect(() => vtd.pageGroupResponse.encode({ pasidPresent: true, respCode: 0, rid: 0, pasid: 0 })).toThrow()
    // @ts-expect-error: an address is a bigint
    expect(() => linux.pageResponseMsg.encode({ addr: 0, pasid: 0, respCode: 0, pasidPresent: false, pageReqGroupId: 0, type: 2, privateData: 0 })).toThrow()
    // @ts-expect-error: an array is no Uint8Array
    expect(() => amd.pprLog.decode([1, 2, 3])).toThrow()
    // @ts-expect-error: there is no such field
    expect(() => smmuv3.cmdResume.columns(new Uint8Array(16), { fields: ['stagg'] })).toThrow()
  })

  it('are as this file says, says the compiler', () => {
    expect(problems).toEqual([])
  })
})
