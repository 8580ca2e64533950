import { describe, expect, it } from 'vitest'
import { readEntry } from '../../src/neighbours/index.ts'
import { rulesOf } from '../../src/spec/rules/facts.ts'
import * as neighbour from '../../src/neighbours/index.ts'
import { dwords, qwords } from './words.ts'

/** Healthy records that look bad: each has a note that says why it is not, and a record beside it that has none. */

type Row = readonly [note: string, place: string, having: Uint8Array, lacking: Uint8Array]

const SYNC = 0x0000_0000_0000_1046n

const inQueues: readonly Row[] = [
  ['wait-fence-only', 'vtd.invalidation-queue', qwords(0x200000045n, 0n, 0n, 0n), qwords(0x200000025n, 0x1000n, 0n, 0n)],
  ['wait-data-without-status', 'vtd.invalidation-queue', qwords(0x200000045n, 0n, 0n, 0n), qwords(0x45n, 0n, 0n, 0n)],
  ['linux-wait-index', 'vtd.invalidation-queue-128', qwords(0x200000025n, 0x10005f634n), qwords(0x700000025n, 0x10005f634n)],
  ['address-not-used', 'vtd.invalidation-queue-128', qwords(0x100e2n, 0x1000n), qwords(0x800f2n, 0xf9a00005n)],
  ['fault-reason', 'vtd.fault-recording', qwords(0x1000n, 0x8000000d00000300n), qwords(0x1000n, 0x8000000f00000300n)],
  ['fault-register-free', 'vtd.fault-recording', qwords(0x1000n, 0x0000000500000300n), qwords(0x1000n, 0x8000000500000300n)],
  ['fault-all-ones', 'vtd.fault-recording', qwords(2n ** 64n - 1n, 2n ** 64n - 1n), qwords(0x1000n, 0x800000ff00000300n)],
  ['fault-request-type', 'vtd.fault-recording', qwords(0x1000n, 0x9000000d00000300n), qwords(0x1000n, 0x8000000500000300n)],
  ['pasid-not-present', 'vtd.fault-recording', qwords(0x1000n, 0x8000010500000300n), qwords(0x1000n, 0x8000010580000300n)],
  ['store-not-asked', 'amd.command-buffer', dwords(0x00835000, 0x10000001, 0x3c00, 0), dwords(0x00835001, 0x10000001, 0x3c00, 0)],
  ['pasid-without-guest', 'amd.command-buffer', dwords(5, 0x30000005, 0x1000, 0), dwords(5, 0x30000005, 0x1004, 0)],
  ['everything', 'amd.command-buffer', dwords(0, 0x30000005, 0xfffff003, 0x7fffffff), dwords(0, 0x30000005, 0xfffff002, 0x7fffffff)],
  ['write-means-nothing', 'amd.event-log', dwords(0x300, 0x21200000, 0, 0), dwords(0x300, 0x20200000, 0, 0)],
  ['translation-request', 'amd.event-log', dwords(0x300, 0x21000000, 0, 0), dwords(0x300, 0x20000000, 0, 0)],
  ['device-table-entry-wrong', 'amd.event-log', dwords(0x600, 0x10800000, 0, 0), dwords(0x600, 0x20800000, 0, 0)],
  ['domain-or-pasid', 'amd.event-log', dwords(0x300, 0x20010005, 0, 0), dwords(0x300, 0x20000005, 0, 0)],
  ['page-fault-stays', 'amd.event-log', dwords(0x300, 0x20000000, 0, 0), dwords(0x300, 0x80000000, 0, 0)],
  ['command-address', 'amd.event-log', dwords(0x300, 0x70000000, 0x1000, 0), dwords(0x300, 0x60000000, 0x1000, 0)],
  ['invalid-request-type', 'amd.event-log', dwords(0, 0x8a000000, 0xf8000000, 0xfffffffd), dwords(0, 0x8b000000, 0xf8000000, 0xfffffffd)],
  ['linux-printed-pasid', 'amd.event-log', dwords(0x50300, 0x90000000, 0, 0), dwords(0x300, 0x90000000, 0, 0)],
  ['entry', 'amd.event-log', dwords(0x300, 0, 0, 0), dwords(0x300, 0xf0000000, 0, 0)],
  ['entry', 'amd.ppr-log', dwords(0x300, 0, 0, 0), dwords(0x300, 0x10000000, 0, 0)],
  ['entry', 'smmuv3.command-queue', qwords(0n, 0x80001000n), qwords(0x100n, 0x80001000n)],
  ['entry', 'smmuv3.event-queue', qwords(0xe0n, 0n, 0n, 0n), qwords(0xf0n, 0n, 0n, 0n)],
  ['sync-msi', 'smmuv3.command-queue', qwords(SYNC, 0x80001000n), qwords(SYNC, 0n)],
  ['substream-not-valid', 'smmuv3.event-queue', qwords(0x1002n, 0n, 0n, 0n), qwords(0x1802n, 0n, 0n, 0n)],
  ['cfgi-all', 'smmuv3.command-queue', qwords(0x4n, 31n), qwords(0x3n, 0n)],
  ['stray-ipa', 'smmuv3.event-queue', qwords(0x20n, 0n, 0x1000n, 0x1000n), qwords(0x20n, 1n << 39n, 0x1000n, 0x1000n)],
  ['no-substream', 'smmuv3.event-queue', qwords(0x6n, 0n, 0n, 0n), qwords(0x4n, 0n, 0n, 0n)],
  ['ats-refused', 'smmuv3.event-queue', qwords(0x5n, 0x80000001n, 0x1000n, 0n), qwords(0x4n, 0n, 0n, 0n)],
  ['treq-without-read', 'smmuv3.event-queue', qwords(0x5n, 1n, 0x1000n, 0n), qwords(0x5n, 0x80000001n, 0x1000n, 0n)],
  ['translated-refused', 'smmuv3.event-queue', qwords(0x10000000007n, 0n, 0n, 0n), qwords(0x4n, 0n, 0n, 0n)],
  ['address-not-recorded', 'smmuv3.event-queue', qwords(0x10000000007n, 0n, 0n, 0n), qwords(0x10000000007n, 0n, 0x1000n, 0n)],
  ['page-request-hint', 'smmuv3.event-queue', qwords(0x24n, 1n << 44n, 0x1000n, 0n), qwords(0x4n, 0n, 0n, 0n)],
  ['fence-data-not-asked', 'riscv.command-queue', qwords(0x500000002n, 0n), qwords(0x500000402n, 0n)],
  ['pscid-not-valid', 'riscv.command-queue', qwords(0x1001n, 0n), qwords(0x100001001n, 0n)],
  ['gscid-not-valid', 'riscv.command-queue', qwords(0x100000000001n, 0n), qwords(0x100200000001n, 0n)],
  ['address-not-valid', 'riscv.command-queue', qwords(0x1n, 0x400n), qwords(0x401n, 0x400n)],
  ['every-device', 'riscv.command-queue', qwords(0x3n, 0n), qwords(0x10200000003n, 0n)],
  ['every-device', 'riscv.command-queue', qwords(0x10000000003n, 0n), qwords(0x10200000003n, 0n)],
  ['fault-cause', 'riscv.fault-queue', qwords(0x2000000104n, 0n, 0n, 0n), qwords(0x2000000113n, 0n, 0n, 0n)],
  ['page-request-refused', 'riscv.fault-queue', qwords(0x2400000104n, 0n, 4n, 0n), qwords(0x2000000104n, 0n, 4n, 0n)],
  ['process-not-valid', 'riscv.fault-queue', qwords(0x2000001104n, 0n, 0n, 0n), qwords(0x2100001104n, 0n, 0n, 0n)],
  ['ttyp-31', 'riscv.fault-queue', qwords(31n << 34n, 0n, 0n, 0n), qwords(30n << 34n, 0n, 0n, 0n)],
]

describe('in a queue', () => {
  it.each(inQueues)('%s, %s', (id, place, having, lacking) => {
    const read = readEntry(place, having)
    expect(read.findings.filter(({ severity }) => severity === 'error')).toEqual([])
    const found = [...read.findings, ...read.notes].filter((finding) => finding.id === id)
    expect(found).toHaveLength(1)
    expect(found[0]!.message.length).toBeGreaterThan(10)
    const without = readEntry(place, lacking)
    expect([...without.findings, ...without.notes].map((finding) => finding.id)).not.toContain(id)
  })

  it('a wait of Linux says at which ring index it stands', () => {
    const { notes } = readEntry('vtd.invalidation-queue-128', qwords(0x200000025n, 0x10005f634n))
    expect(notes.map(({ message }) => message).join()).toContain('ring index 141')
  })

  it('a page fault says which PASID was meant', () => {
    const { notes } = readEntry('amd.event-log', dwords(0x30300, 0x20010005, 0, 0))
    expect(notes.map(({ message }) => message).join()).toContain('PASID 0x30005')
  })
})

const { amd, config, linux, smmuv3, riscv, vtd } = neighbour
const PADDED_AER = (word: number, ...values: readonly number[]): Uint8Array => dwords(1, ...Array.from({ length: 23 }, (_, i) => values[i + 1 - word] ?? 0))
/** First Error Pointer 20, the unsupported request, and what stands from the header log on. */
const aer = (control: number, ...log: readonly number[]): Uint8Array => PADDED_AER(1, 0x100000, 0, 0, 0, 0, control, ...log)
const cper = (root: number): Uint8Array => dwords(...Array.from({ length: 52 }, (_, i) => (i === 28 ? 1 : i === 39 ? root : 0)))
const ste = (config_: bigint, eats: bigint): Uint8Array => qwords(1n | (config_ << 1n), eats << 28n, 0n)

const alone: readonly (readonly [note: string, record: { inspect(bytes: Uint8Array): { findings: readonly { id: string; severity: string }[] } }, having: Uint8Array, lacking: Uint8Array])[] = [
  ['device-timeout', vtd.faultStatus, dwords(0x40), dwords(0x2)],
  ['linux-queue-error', vtd.faultStatus, dwords(0x10), dwords(0x2)],
  ['fault-all-ones', vtd.faultStatus, dwords(0xffff), dwords(0xff00)],
  ['ats-allowed', amd.deviceTableEntry, qwords(3n, 1n << 32n, 0n, 0n), new Uint8Array(0)],
  ['faults-suppressed', amd.deviceTableEntry, qwords(3n, 1n << 34n, 0n, 0n), qwords(3n, 0n, 0n, 0n)],
  ['command-queue-stopped', smmuv3.cmdqCons, dwords(0x0302bb84), dwords(0x2bb84)],
  ['gerror-difference', smmuv3.gerror, dwords(1), new Uint8Array(0)],
  ['ats-off', smmuv3.streamTableEntry, ste(5n, 0n), ste(5n, 1n)],
  ['split-stage-needs', smmuv3.streamTableEntry, ste(5n, 2n), ste(7n, 2n)],
  ['fence-timed-out', riscv.cqcsr, dwords(0x200), dwords(0x400)],
  ['faults-disabled', riscv.translationControl, qwords(0x11n), qwords(0x1n)],
  ['everything', linux.hwptVtdS1InvalidateLe, qwords(0n, 2n ** 64n - 1n, 0n), qwords(0n, 1n, 0n)],
  ['header-log-stale', config.aerCapability, aer(14, 0x40001001), aer(20, 0x40001001)],
  ['header-three-dw', config.aerCapability, aer(20, 0x40001001, 0xf, 0xa0000, 5), aer(20, 0x60001001, 0xf, 0, 5)],
  ['prefix-log-absent', config.aerCapability, aer(20, 0x40001001, 0, 0, 0, 0, 0, 0, 0x91000005), aer(20 | 0x800, 0x40001001, 0, 0, 0, 0, 0, 0, 0x91000005)],
  ['linux-cper-prefixes', config.cperPcieSection, cper(7), cper(0)],
]

describe('beside a queue', () => {
  it.each(alone)('%s', (id, record, having, lacking) => {
    const found = record.inspect(having).findings.filter((finding) => finding.id === id)
    expect(found.map(({ severity }) => severity)).toEqual(['note'])
    expect(record.inspect(lacking).findings.map((finding) => finding.id)).not.toContain(id)
  })
})

describe('what is no trap but wrong', () => {
  it.each([
    ['wait-without-effect', 'warning', vtd.invalidationWait128, qwords(5n, 0n), qwords(0x25n, 0n)],
    ['sync-illegal-signal', 'error', smmuv3.cmdSync, qwords(0x3046n, 0n), qwords(0x2046n, 0n)],
    ['pscid-with-gvma', 'error', riscv.iotinvalGvma, qwords(0x100000081n, 0n), qwords(0x81n, 0n)],
    ['pdt-without-device', 'error', riscv.iodirInvalPdt, qwords(0x83n, 0n), qwords(0x200000083n, 0n)],
    ['translation-request-answered', 'warning', riscv.faultRecord, qwords((8n << 34n) | 13n, 0n, 0n, 0n), qwords((8n << 34n) | 260n, 0n, 0n, 0n)],
    ['context-misconfigured', 'error', riscv.translationControl, qwords(0x5n), qwords(0x7n)],
    ['context-misconfigured', 'error', riscv.translationControl, qwords(0x43n), qwords(0x47n)],
    ['address-not-aligned', 'error', linux.hwptVtdS1InvalidateLe, qwords(8n, 1n, 0n), qwords(4096n, 1n, 0n)],
  ] as const)('%s is a %s', (id, severity, record, having, lacking) => {
    expect(record.inspect(having).findings.filter((finding) => finding.id === id)).toMatchObject([{ severity }])
    expect(record.inspect(lacking).findings.map((finding) => finding.id)).not.toContain(id)
  })
})

it('every rule of a neighbour has a row here', () => {
  const tested = new Set([...inQueues.map(([id]) => id), ...alone.map(([id]) => id), 'wait-without-effect', 'sync-illegal-signal', 'pscid-with-gvma', 'pdt-without-device', 'translation-request-answered', 'context-misconfigured', 'address-not-aligned'])
  const rules = neighbour.neighbours.flatMap(({ layout }) => rulesOf(layout)).map(({ id }) => id)
  expect([...new Set(rules)].filter((id) => !tested.has(id))).toEqual([])
})
