import { describe, expect, it } from 'vitest'
import { CodecError } from '../../src/index.ts'
import { identifyEntry, places, readEntry } from '../../src/neighbours/index.ts'
import { dwords, qwords } from './words.ts'

/** What stands in queues: real words with their right reading, and healthy entries that look bad. */

describe('an entry is named', () => {
  it.each([
    ['vtd.invalidation-queue', qwords(0xaf0300100003n, 0x7ffffffffffff001n, 0n, 0n), 'Device-TLB Invalidate', 'vtd.device-tlb-invalidate'],
    ['vtd.invalidation-queue', qwords(0x200000025n, 0x10005f634n, 0n, 0n), 'Invalidation Wait', 'vtd.invalidation-wait'],
    ['vtd.invalidation-queue', qwords(0xan, 0n, 0n, 0n), 'HPT Cache Invalidate', undefined],
    ['vtd.invalidation-queue-128', qwords(0x100e2n, 0n), 'IOTLB Invalidate', 'vtd.iotlb-invalidate-128'],
    ['vtd.invalidation-queue-128', qwords(0xe0an, 0n), 'Page Stream Response', 'vtd.page-stream-response-v2'],
    ['vtd.page-request-queue', qwords(0x2000026a100101n, 0xffffb167n, 0n, 0n), 'Page Request', 'vtd.page-request'],
    ['amd.command-buffer', dwords(0x00835001, 0x10000001, 0x3c00, 0), 'COMPLETION_WAIT', 'amd.completion-wait'],
    ['amd.command-buffer', dwords(0, 0x90000000, 0, 0), 'INSERT_GUEST_EVENT', undefined],
    ['amd.event-log', dwords(0x0600, 0x10800000, 0x35300000, 1), 'ILLEGAL_DEV_TABLE_ENTRY', 'amd.event-illegal-dev-table-entry'],
    ['amd.event-log', dwords(0, 0xb0000000, 0, 0), 'GUEST_EVENT_FAULT', undefined],
    ['amd.event-log', dwords(1, 0, 0, 0), 'not yet written', undefined],
    ['smmuv3.event-queue', qwords(0x0000010000000007n, 0n, 0n, 0n), 'F_TRANSL_FORBIDDEN', 'smmuv3.event-transl-forbidden'],
    ['smmuv3.event-queue', qwords(0x0000750100001810n, 0x0000120080000176n, 0xaaaada7af000n, 0xaaaada7af000n), 'F_TRANSLATION', 'smmuv3.stall-event'],
    ['smmuv3.event-queue', qwords(0xe3n, 0n, 0n, 0n), 'IMPDEF_EVENT3', undefined],
    ['smmuv3.command-queue', qwords(0x04n, 31n), 'CMD_CFGI_ALL', 'smmuv3.cmd-cfgi-ste-range'],
    ['smmuv3.command-queue', qwords(0x04n, 3n), 'CMD_CFGI_STE_RANGE', 'smmuv3.cmd-cfgi-ste-range'],
    ['smmuv3.command-queue', qwords(0x70n, 0n), 'CMD_DPTI_ALL', undefined],
    ['smmuv3.command-queue', qwords(0x8fn, 0n), 'implementation defined', undefined],
    ['smmuv3.pri-queue', qwords(1n, 0n), 'PRI queue entry', 'smmuv3.pri-queue-entry'],
    ['riscv.command-queue', qwords(0x81n, 0n), 'IOTINVAL.GVMA', 'riscv.iotinval-gvma'],
    ['riscv.command-queue', qwords(0x40n, 0n), 'custom', undefined],
    ['riscv.fault-queue', qwords(0x2400000104n, 0n, 4n, 0n), 'Fault record, MessageRequest', 'riscv.fault-record'],
    ['riscv.fault-queue-be', qwords(0x2400000104n, 0n, 4n, 0n).map((_, i, all) => all[(i & ~7) + 7 - (i & 7)]!), 'Fault record, MessageRequest', 'riscv.fault-record-be'],
  ])('%s: %s', (place, bytes, name, id) => {
    expect(identifyEntry(place, bytes)).toMatchObject({ name, known: true, empty: false, ...(id !== undefined && { id }) })
    const { findings, ...entry } = readEntry(place, bytes)
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(entry.message === undefined).toBe(id === undefined)
  })

  it.each([
    ['vtd.invalidation-queue', qwords(0xbn, 0n, 0n, 0n)],
    ['vtd.invalidation-queue', qwords(0x203n, 0n, 0n, 0n)],
    ['amd.command-buffer', dwords(0, 0xf0000000, 0, 0)],
    ['amd.event-log', dwords(0, 0xf0000000, 0, 0)],
    ['smmuv3.command-queue', qwords(0x100n, 0n)],
    ['smmuv3.event-queue', qwords(0xfdn, 0n, 0n, 0n)],
    ['riscv.command-queue', qwords(0x101n, 0n)],
    ['linux.vevent-arm-smmuv3', qwords(0x07n, 0n, 0n, 0n)],
  ])('%s: what has no name is not known, and not bad', (place, bytes) => {
    expect(readEntry(place, bytes)).toMatchObject({ name: 'not known to this table', known: false, empty: false, findings: [] })
  })

  it.each(places)('$id: an entry of zeros is empty, and not bad', (place) => {
    expect(readEntry(place, new Uint8Array(place.size))).toEqual({ place: place.id, name: place.zero, known: true, empty: true, findings: [], notes: [] })
  })

  it('as far as its bytes go', () => {
    const whole = qwords(0x04n, 31n)
    expect(identifyEntry('smmuv3.command-queue', whole.subarray(0, 8))).toMatchObject({ name: 'CMD_CFGI_STE_RANGE' })
    expect(identifyEntry('amd.command-buffer', dwords(1, 0x10000000, 0, 0).subarray(0, 6))).toEqual({ name: 'cut short', known: false, empty: false })
    expect(identifyEntry('smmuv3.pri-queue', new Uint8Array())).toEqual({ name: 'cut short', known: false, empty: false })
    expect(readEntry('smmuv3.command-queue', whole, 8)).toMatchObject({ findings: [{ id: 'truncated', severity: 'error' }] })
    expect(readEntry('smmuv3.command-queue', qwords(0x46n, 0n).subarray(0, 8))).not.toHaveProperty('message')
  })

  it('by a place that there is', () => {
    // @ts-expect-error: no place has this id
    expect(() => identifyEntry('smmuv3.command-queu', new Uint8Array(16))).toThrow(CodecError)
    // @ts-expect-error: no place has this id
    expect(() => identifyEntry('smmuv3.command-queu', new Uint8Array(16))).toThrow(/did you mean smmuv3.command-queue\?/)
    for (const wrong of [new Uint8Array(16), null, undefined, {}]) expect(() => identifyEntry(wrong as never, new Uint8Array(16))).toThrow(/^place id: type: expected the id of a place, got /)
    expect(() => readEntry('amd.ppr-log', new Uint8Array(16), -1)).toThrow(expect.objectContaining({ code: 'range' }))
    expect(() => readEntry('amd.ppr-log', 'bytes' as never)).toThrow(expect.objectContaining({ code: 'type' }))
  })
})

it('a reserved bit that is set makes no neighbour bad, and is reported', () => {
  const { message, findings, notes } = readEntry('vtd.invalidation-queue', qwords(0x200000125n, 0x10005f634n, 0n, 1n))
  expect(findings).toEqual([])
  expect(message).toMatchObject({ statusAddress: 0x10005f634n })
  expect(notes.filter(({ id }) => id === 'reserved').map(({ bits, severity }) => [bits, severity])).toEqual([['q0[8]', 'note'], ['q3[63:0]', 'note']])
})

it('a reserved bit of a record of the catalogue is still what it was', () => {
  expect(readEntry('smmuv3.command-queue', qwords(0x140n, 0n)).findings).toMatchObject([{ id: 'reserved', severity: 'error' }])
})
