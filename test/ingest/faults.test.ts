import { describe, expect, it } from 'vitest'
import { read } from '../../src/ingest/index.ts'
import type { LinkedItem } from '../../src/ingest/index.ts'

/** Who was refused what, and why, as a colleague says it. The lines are synthetic, in the spelling of the drivers. */

const sentence = (text: string): string => {
  const { items } = read(`${text}\n`)
  expect(items, text).toHaveLength(1)
  return items[0]!.summary
}

describe('the sentence of a fault', () => {
  it.each([
    ['DMAR: [DMA Read NO_PASID] Request device [00:02.0] fault addr 0xb4000000 [fault reason 0x06] words', '00:02.0 was refused a read of 0xb4000000: no read permission (LGN.3)'],
    ['DMAR: [DMA Write PASID 0x5] Request device [6a:02.0] fault addr 0x7f0000001000 [fault reason 0x71] words', '6a:02.0, PASID 0x5 was refused a write to 0x7f0000001000: first-stage entry not present (SFL.2)'],
    ['DMAR: INTR-REMAP: Request device [f0:1f.0] fault index 0x22 [fault reason 0x22] words', 'f0:1f.0 was refused an interrupt request, index 0x22: interrupt remapping entry not present (IR.EntryNotPresent)'],
    ['DMAR: [INTR-REMAP] Request device [f0:1f.0] fault index 0x0', 'f0:1f.0 was refused an interrupt request, index 0x0'],
    ['[VT-D]INTR-REMAP: Request device [0000:f0:1f.0] fault index 1f, iommu reg = ffff82c00021f000\n[VT-D]INTR-REMAP: reason 26 - words', '0000:f0:1f.0 was refused an interrupt request, index 0x1f: wrong source id of an interrupt request (IR.SourceIdWrong)'],
    ['INTR-REMAP: Request device [[42:00.1] fault index 7\nINTR-REMAP:[] Present field in the IRTE entry is clear', '42:00.1 was refused an interrupt request, index 0x7: interrupt remapping entry not present (IR.EntryNotPresent)'],
    ['INTR-REMAP: Request device [[42:00.1] fault index 7\nINTR-REMAP:[] Words that no driver prints', '42:00.1 was refused an interrupt request, index 0x7'],
    ['DMAR: [DMA Write] Request device [00:02.0] PASID ffffffff fault addr 1000 [fault reason 200] words', '00:02.0 was refused a write to 0x1000: a reason that the specification does not name (0xc8)'],
    ['pci1:2:3 sid 300 fault acc 1 adt 0x1 reason 0x44 addr 7000', '03:00.0 was refused a translation request at 0x7000: DTE clear: translation request or translated request while the context entry has the device-TLB off (SCT.5)'],
    ['nvme 0000:0c:00.0: AMD-Vi: Event logged [IO_PAGE_FAULT domain=0x0017 address=0xc5f3f200 flags=0x0050]', 'IO_PAGE_FAULT: 0000:0c:00.0 was refused a read of 0xc5f3f200 of domain 0x17: the page does not permit it'],
    ['AMD-Vi: Event logged [IO_PAGE_FAULT device=0000:01:00.0 domain=0x0003 address=0xfc189000 flags=0x0020]', 'IO_PAGE_FAULT: 0000:01:00.0 was refused an access to 0xfc189000 of domain 0x3: the page is not present'],
    ['AMD-Vi: Event logged [IO_PAGE_FAULT device=0000:01:00.0 domain=0x0003 address=0xfc189000 flags=0x0101]', 'IO_PAGE_FAULT: 0000:01:00.0 was refused a translation request at 0xfc189000 of a PASID that ends in 0x3: the page is not present'],
    ['AMD-Vi: Event logged [IOTLB_INV_TIMEOUT device=0000:63:00.0 address=0x42b5b01a0]', 'IOTLB_INV_TIMEOUT of 0000:63:00.0: it did not answer an invalidation in time, command address 0x42b5b01a0'],
    ['arm-smmu-v3 a.auto: event: C_BAD_STREAMID client: (unassigned sid) sid: 0x900 ssid: 0x0', 'C_BAD_STREAMID of 09:00.0: the stream table has no entry for the device'],
    ['riscv-iommu: Fault 13 devid: 0x300 ttyp 2 iotval: 7f0000001000 iotval2: 0', '03:00.0 was refused a read of 0x7f0000001000: page fault of a read (ReadPageFault)'],
    ['riscv-iommu: Fault 260 devid: 0x300 ttyp 9 iotval: 4 iotval2: 0', '03:00.0 was refused a page request: transaction type disallowed: EN_ATS or EN_PRI is clear, the device id is too wide, or the mode is Bare (TransactionTypeDisallowed)'],
    ['DMAR: DRHD: handling fault status reg 42', 'Fault Status Register: a fault record is waiting, a device did not answer an invalidation in time'],
    ['DMAR: QI PRIOR: Device-TLB Invalidation qw0 = 0x5300530000000003, ...', 'Device-TLB Invalidate: 53:00.0, PFSID 53:00.0'],
    ['DMAR: VT-d detected Invalidation Time-out Error: SID a103', 'Invalidation Time-out Error, a1:00.3'],
    ['DMAR: VT-d detected Invalidation Queue Error: Reason 3', 'Invalidation Queue Error, reason 0x3: InvalidDescriptorType'],
  ])('%s', (text, summary) => {
    expect(sentence(text)).toBe(summary)
  })

  it('says by a PASID of all ones that there was none', () => {
    const message = (pasid: string): unknown => read(`DMAR: [DMA Read] Request device [03:00.0] ${pasid}fault addr 12345000 [fault reason 06] words\n`).items[0]!.message
    expect(message('PASID ffffffff ')).toMatchObject({ pasidPresent: false })
    expect(message('PASID ffffffff ')).not.toHaveProperty('pasid')
    expect(message('PASID 12 ')).toMatchObject({ pasidPresent: true, pasid: 0x12 })
    expect(message('')).not.toHaveProperty('pasidPresent')
  })

  it('that Xen prints has flags of 0 without 0x, and no note of what Linux does', () => {
    const { items } = read('(XEN) AMD-Vi: IO_PAGE_FAULT: 0000:00:13.1 d2 addr 0000000000012340 flags 0\n(XEN) AMD-Vi: IO_PAGE_FAULT: 0000:00:13.1 d2 addr 0000000000012340 flags 0x20 RW\n(XEN) iommu_fault_status: Invalidation Queue Error\n')
    expect(items.map(({ message }) => message)).toMatchObject([
      { deviceId: 0x99, address: 0x12340n, interrupt: false, present: false, write: false, permission: false, reservedBitsSet: false, translation: false },
      { address: 0x12340n, present: false, write: true }, { queueError: true },
    ])
    expect(items.flatMap(({ findings }) => findings)).toEqual([])
    const ids = (line: string): string[] => read(`${line}\n`).items.flatMap(({ findings }) => findings.map(({ id }) => id))
    expect(ids('AMD-Vi: Event logged [IO_PAGE_FAULT device=00:13.1 domain=0x0002 address=0x12340 flags=0x0000]')).toEqual(['page-fault-stays'])
    expect(ids('DMAR: DRHD: handling fault status reg 10')).toEqual(['linux-queue-error'])
    // Whole words, and digits that go on, are something else.
    for (const flags of ['00', '0x', '0x20x', '8']) expect(ids(`AMD-Vi: IO_PAGE_FAULT: 0000:00:13.1 d2 addr 0000000000012340 flags ${flags}`), flags).toEqual([])
  })

  it('has no cause where the line breaks off, and does not repeat itself', () => {
    const [item] = read('DMAR: [DMA Read] Request device [03:00.0] fault addr 0x12345000\n').items
    expect(item!.summary).toBe('03:00.0 was refused a read of 0x12345000')
    const [whole] = read('DMAR: [DMA Read NO_PASID] Request device [00:02.0] fault addr 0xb4000000 [fault reason 0x06] words\n').items
    expect(whole!.findings.map(({ message }) => message)).not.toContain('no read permission')
  })

  it('of a whole record says how it was asked', () => {
    const hex = (q0: bigint, q1: bigint): string => `0x${q0.toString(16).padStart(16, '0')} 0x${q1.toString(16).padStart(16, '0')}`
    const of = (q1: bigint): string => read(`${hex(0x7000n, q1)}\n`, { as: 'vtd.fault-record', words: 'number' }).items[0]!.summary
    const base = (1n << 63n) | (0x71n << 32n) | 0x6a10n
    expect(of(base | (1n << 62n) | (1n << 31n) | (5n << 40n) | (1n << 29n))).toBe('6a:02.0, PASID 0x5 was refused a read of 0x7000, privileged: first-stage entry not present (SFL.2)')
    expect(of(base | (1n << 28n))).toBe('6a:02.0 was refused a page request at 0x7000: first-stage entry not present (SFL.2)')
    expect(of(base | (2n << 60n))).toBe('6a:02.0 was refused a write by a translated address at 0x7000: first-stage entry not present (SFL.2)')
  })
})

describe('a page request that Linux refused', () => { // synthetic, what is known derived from the order in which the driver asks
  it.each([
    ['Unexpected page request in Privilege Mode', { pasidPresent: true, privilegedModeRequested: true }, 'a device asks for a page, privileged; Linux refused it: it wants privileged access'],
    ['DMAR: IOMMU: dmar3: Page request in Privilege Mode', { privilegedModeRequested: true }, 'a device asks for a page, privileged; Linux refused it: it wants privileged access'],
    ['IOMMU: dmar3: Execution request not supported', { executeRequested: true, privilegedModeRequested: false, read: true }, 'a device asks to read and execute a page; Linux refused it: it wants to execute'],
    ['IOMMU: dmar3: Page request without PASID', { pasidPresent: false }, 'a device asks for a page, without a PASID; Linux refused it: it has no PASID'],
    ['IOMMU: dmar3: Address is not canonical', {}, 'a device asks for a page; Linux refused it: its address is not canonical'],
  ])('says by its reason alone what is known of it: %s', (text, message, summary) => {
    const { items } = read(`${text}\n`)
    expect(items).toMatchObject([{ record: 'vtd.page-request', summary, said: { event: 'page-request-refused' } }])
    expect(items[0]!.message).toEqual(message)
    for (const name of ['rid', 'pasid', 'write', 'last', 'prgIndex', 'address']) expect(items[0]!.absent).toContain(name)
  })

  it('has the reason in its sentence beside its words', () => {
    expect(sentence('dmar3: Invalid page request: 12300000101 7f0123456d5d')).toBe('00:00.0 asks to read 0x7f0123456000 of PASID 0x123; last of group 0x1ab; Linux refused it')
    expect(sentence('dmar0: Page request for invalid PASID 74565: 1234503000101 7f0123456d5d')).toBe('03:00.0 asks to read 0x7f0123456000 of PASID 0x12345; last of group 0x1ab; Linux refused it: its PASID is bound to nothing')
    // The driver of AMD prints another number than that of the device.
    const { items } = read('AMD-Vi: Invalid PASID : 0x12345, device : 0x0\n')
    expect(items).toMatchObject([{ message: { pasid: 0x12345 }, absent: expect.arrayContaining(['deviceId']), summary: expect.stringMatching(/Linux refused it: its PASID is 0, or larger than the device may use$/) }])
  })
})

describe('what a log says of words, and what it does not', () => { // derived
  const item = (text: string): LinkedItem => read(`${text}\n`).items[0]!

  it('of a descriptor with another type is told', () => {
    const told = { record: 'vtd.device-tlb-invalidate', findings: expect.arrayContaining([expect.objectContaining({ message: expect.stringMatching(/^the log calls it (?:Page Group Response|page_grp_resp), which is type 9, and the type in its words is 3$/) })]) }
    expect(item('DMAR: QI HEAD: Page Group Response qw0 = 0xaf0300100003, qw1 = 0x7ffffffffffff001')).toMatchObject(told)
    expect(item('qi_submit: page_grp_resp dmar1: 0xaf0300100003 0x7ffffffffffff001 0x0 0x0')).toMatchObject(told)
    expect(item('qi_submit: dev_tlb_inv dmar1: 0xaf0300100003 0x7ffffffffffff001 0x0 0x0').findings).toEqual([])
  })

  it('of a PASID tells which revision the words are of', () => {
    expect(item('dmar0: Page request for invalid PASID 74565: d58000000312345c 7f0123456001')).toMatchObject({ record: 'vtd.page-request-v2', message: { bus: 3, devfn: 0, pasid: 0x12345, prgIndex: 0x1ab, address: 0x7f0123456000n }, absent: [] })
    expect(item('dmar0: Page request for invalid PASID 74565: 1234503000101 7f0123456d5d')).toMatchObject({ record: 'vtd.page-request', message: { rid: 0x300, pasid: 0x12345 } })
    expect(item('dmar0: Page request without PASID: d580000003000018 7f0123456001')).toMatchObject({ record: 'vtd.page-request-v2', message: { pasidPresent: false } })
    expect(item('dmar0: Page request without PASID: 03000001 7f0123456d5d')).toMatchObject({ record: 'vtd.page-request', message: { rid: 0x300 } })
  })

  it('of a header does not say that there was no prefix', () => {
    for (const text of ['pcieport 0000:00:1c.0: AER:   TLP Header: 30000000 65000004 00007f01 23456d5d', '\t\tHeaderLog: 30000000 65000004 00007f01 23456d5d']) {
      expect(item(text)).toMatchObject({ record: 'pcie.page-request', absent: ['prefixes, if it has any'], summary: expect.not.stringContaining('PASID') })
    }
    expect(item('AER: TLP Header (Flit): 0x30010000 0x03000004 0x00007f01 0x23456d5d 0x41234500')).toMatchObject({ record: 'pcie-flit.page-request', absent: [], summary: expect.stringContaining('of PASID 0x12345') })
    // A log of prefixes is no header.
    expect(read('AER: TLP Prefix Log: 91012345 00000000 00000000 00000000\n').items).toEqual([])
  })

  it('of an event of AMD is read with nothing before it, as newer versions of Xen print it', () => {
    expect(item('(XEN) [2024-03-01 08:11:53] INVALID_DEV_REQUEST 00000800 8a000000 f8000840 000000fd')).toMatchObject({ record: 'amd.event-invalid-device-request', message: { deviceId: 0x800, address: 0xfdf8000840n } })
  })
})
