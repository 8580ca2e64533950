import { describe, expect, it } from 'vitest'
import { hexOf, read } from '../../src/ingest/index.ts'

/** What people paste, and what is right. Words are those of public reports, in lines of the driver's own spelling, unless a line says otherwise. */

const only = (text: string) => {
  const { items } = read(text)
  expect(items).toHaveLength(1)
  return items[0]!
}

describe('a line of a log', () => {
  it('of a page request that Linux refused gives two of its four words, and says which are not there', () => {
    const item = only('[  141.948389] IOMMU: dmar15: Page request in Privilege Mode\n[  141.948394] dmar15: Invalid page request: 2000026a100101 ffffb167\n')
    expect(item.record).toBe('vtd.page-request')
    expect(item.message).toMatchObject({ rid: 0x6a10, pasid: 2, prgIndex: 0x2c, address: 0xffffb000n, last: true, privilegedModeRequested: true })
    expect(item.absent).toEqual(['q2[63:0]', 'q3[63:0]'])
    expect(hexOf(item.data!)).toBe(`0101106a0200200067b1ffff00000000${'??'.repeat(16)}`)
    expect(item.said).toMatchObject({ iommu: 'dmar15', reason: 'Page request in Privilege Mode' })
    expect(item.summary).toBe('6a:02.0 asks to read and write 0xffffb000 of PASID 0x2, privileged; last of group 0x2c; Linux refused it: it wants privileged access')
  })

  it('of an invalidation queue that stopped names the descriptors, quoted as it is', () => {
    const { items } = read('> [ 147.08] DMAR: QI HEAD: Device-TLB Invalidation qw0 = 0xaf0300100003, qw1 = 0x7ffffffffffff001\n> DMAR: QI PRIOR: Invalidation Wait qw0 = 0x200000025, qw1 = 0x10005f634\n')
    expect(items.map(({ record }) => record)).toEqual(['vtd.device-tlb-invalidate', 'vtd.invalidation-wait'])
    expect(items[0]!.summary).toBe('device-TLB invalidate of af:00.3, everything; 16 may be pending')
  })

  it('that breaks off invents no range', () => {
    const item = only('01:46:35 DMAR: QI PRIOR: Device-TLB Invalidation qw0 = 0x5300530000000003, ...\n')
    expect(item.message).toEqual({ sid: 0x5300, pfsid: 0x5300, queueDepth: 0 })
    expect(item.absent).toContain('address')
  })

  it('with a header log has its prefixes before the header, and no data', () => {
    const request = only('AER:   TLP Header: 0x30000000 0x6a100004 0x00000000 0xffffb167 E-E Prefixes: 0x91800002\n') // derived
    expect(request.record).toBe('pcie.page-request')
    expect(request.message).toMatchObject({ pasid: 2, privilegedModeRequested: true, address: 0xffffb000n })
    const write = only('pci 0000:80:10.0: AER:   TLP Header: 0x40000010 0x870000ff 0x27af9700 0x00000000\n')
    expect([write.record, write.name, write.absent]).toEqual([null, 'MWr32', ['data, 64 bytes']])
    expect(write.findings.map(({ id }) => id)).toEqual(['beyond-header'])
  })

  it('of an SMMU event goes on in its four words, a mail client having broken what follows', () => {
    const item = only([
      '[ 1016.546403] arm-smmu-v3 arm-smmu-v3.3.auto: event 0x10 received:', ...['0000750100001810', '0000120080000176', '0000aaaada7af000', '0000aaaada7af000'].map((word) => `[ 1016.55] arm-smmu-v3 arm-smmu-v3.3.auto:  0x${word}`),
      '[ 1016.576380] arm-smmu-v3 arm-smmu-v3.3.auto: event: F_TRANSLATION', 'client: 0000:75:00.1 sid: 0x7501 ssid: 0x1 iova: 0xaaaada7af000 ipa:', '0xaaaada7af000', '',
    ].join('\n'))
    expect(item.message).toMatchObject({ streamId: 0x7501, substreamId: 1, stag: 0x176, stall: true })
    expect(item.said).toMatchObject({ client: '0000:75:00.1', iommu: 'arm-smmu-v3.3.auto' })
  })

  it('of an SMMU event names the client where its StreamID is another device, or none of PCI', () => {
    const event = (client: string): string => ['arm-smmu-v3 490d0000.iommu: event 0x10 received:', ...['0000001100000010', '0000020a00000000', '000000009b0cc000', '0000000000000000'].map((word) => `arm-smmu-v3 490d0000.iommu:      0x${word}`), `arm-smmu-v3 490d0000.iommu: event: F_TRANSLATION client: ${client} sid: 0x11 ssid: 0x0 iova: 0x9b0cc000 ipa: 0x0`].join('\n')
    expect(only(event('0000:01:00.0')).summary).toBe('F_TRANSLATION: 0000:01:00.0 (StreamID 0x11), privileged data read at 0x9b0cc000')
    expect(only(event('0000:00:02.1')).summary).toBe('F_TRANSLATION: 0000:00:02.1, privileged data read at 0x9b0cc000')
    expect(only(event('4ac00000.gpu')).summary).toBe('F_TRANSLATION: 4ac00000.gpu (StreamID 0x11), privileged data read at 0x9b0cc000') // synthetic
    expect(only(event('(unassigned sid)')).summary).toBe('F_TRANSLATION: 00:02.1, privileged data read at 0x9b0cc000') // synthetic
  })

  it('of an SMMU event is read where a mail client moved the brackets of the time stamps, and is none where it is spoken of', () => {
    const words = ['0000310200000010', '000002088000007f', '0000000000000000', '0000000000000000']
    const moved = ['[  478.907684] arm-smmu-v3 arm-smmu-v3.2.auto: event 0x10 received:', `[  478.913691] arm-smmu-v3 arm-smmu-v3.2.auto:  0x${words[0]} [`, ...words.slice(1).map((word) => `478.919603] arm-smmu-v3 arm-smmu-v3.2.auto:  0x${word} [`)]
    expect(only(moved.join('\n')).message).toMatchObject({ streamId: 0x3102, stag: 0x7f, stall: true })
    expect(read('#  or: arm-smmu-v3: event 0x10 received: ... C_BAD_STE / F_TRANSLATION\n').items).toEqual([]) // synthetic
  })

  it('of a journal whose host is left out was written by nobody', () => {
    expect(only('Jun 15 11:59:17   kernel: AMD-Vi: Completion-Wait loop timed out\n').summary).toBe('Completion-Wait loop timed out')
  })

  it('of firmware gives the section and the packet, where a line that is as wide as a terminal is whole', () => {
    const { items } = read('{24}[Hardware Error]:   device_id: 0000:01:00.0\n{24}[Hardware Error]:   aer_uncor_status: 0x00040000, aer_uncor_mask: 0x00000000\n{24}[Hardware Error]:   TLP Header: 000000c0 01010000 00000001 00000000\n')
    expect(items.map(({ record, name, summary }) => [record, name, summary])).toEqual([
      ['config.cper-pcie-section', 'PCI Express section of a Common Platform Error Record', 'PCIe error of 0000:01:00.0, as firmware reports it: MalfTLP'], [null, 'MRd32', 'MRd32, 192 DW, 01:00.1, tag 0x0, to 0x0'],
    ])
    expect(items[0]!.message).toMatchObject({ headerLog1: 0xc0, headerLog2: 0x1010000, uncorrectableStatus: 0x40000 })
    expect(read(`{1}[Hardware Error]:   vendor_id: 0x8086,\ndevice_id: 0x1563\n{1}[Hardware Error]:   aer_uncor_status:\n0x00100000, aer_uncor_mask: 0x00018000\n{1}[Hardware Error]:   TLP Header: 40000001\n0000000f 90028090 00000000\n`).items.map(({ summary }) => summary)).toEqual(['PCIe error of a device (8086:1563), as firmware reports it: UnsupReq', 'MWr32, 1 DW, 00:00.0, tag 0x0, to 0x90028090'])
  })

  it('of firmware that says something again begins another section', () => { // synthetic
    const section = (device: string): string => `{1}[Hardware Error]:   device_id: ${device}\n{1}[Hardware Error]:   aer_uncor_status: 0x00040000, aer_uncor_mask: 0x00000000\n`
    expect(read(section('0000:01:00.0') + section('0000:02:00.0')).items.map(({ line, lastLine, summary }) => [line, lastLine, summary])).toEqual([
      [1, 2, 'PCIe error of 0000:01:00.0, as firmware reports it: MalfTLP'], [3, 4, 'PCIe error of 0000:02:00.0, as firmware reports it: MalfTLP'],
    ])
    // Of a line that is broken the first half alone begins no section.
    expect(read('{1}[Hardware Error]:   aer_uncor_status: 0x00040000, aer_uncor_mask: 0x00000000\n{1}[Hardware Error]:   aer_uncor_status:\n0x00100000, aer_uncor_mask: 0x00000000\n').items.map(({ message }) => message['uncorrectableStatus'])).toEqual([0x40000])
  })

  it('that a terminal broke in a number gives the number, or nothing', () => {
    expect(only('[  141.948394] dmar15: Invalid page request: 2000026a10\n0101 ffffb167\n').message).toMatchObject({ rid: 0x6a10, prgIndex: 0x2c })
    for (const width of [64, 72, 100]) { // derived
      const line = '[   81.053520] pcieport 0000:3a:00.0: DPC: TLP Header: 0x30000000 0x6a100004 0x00000000 0xffffb167\n[   81.053521] pcieport 0000:3a:00.0: DPC: TLP Prefix Header: dw0, 0x91800002\n'
      expect(only(line.replace(new RegExp(`.{${width}}`, 'g'), '$&\n')).message, `${width}`).toMatchObject({ pasid: 2, privilegedModeRequested: true, address: 0xffffb000n })
    }
    // Synthetic: the second word is lost, and the third is not taken for it.
    expect(only('AMD-Vi: CMD[0]: 00000001\nAMD-Vi: CMD[2]: 00000002\n').data!.known.filter((mask) => mask === 0xff)).toHaveLength(4)
  })

  it('of AMD that an old kernel broke in two is one event', () => {
    const item = only('kernel: [  221.562629] AMD-Vi: Event logged [\nkernel: [  221.565929] INVALID_DEVICE_REQUEST device=00:00.1 address=0x000000fdf8000020 flags=0x0a00]\n')
    expect(item.record).toBe('amd.event-invalid-device-request')
    expect(item.message).toMatchObject({ deviceId: 1 })
  })
})

describe('a table', () => {
  it('of debugfs whose columns go on in a second block is put together', () => {
    const { items } = read([
      'Invalidation queue on IOMMU: dmar0', ' Base: 0x10022e000\tHead: 20\tTail: 20', 'Index\t\tqw0\t\t\tqw1\t\t\tqw2',
      '    0\t0000000000000014\t0000000000000000\t0000000000000000', '    1\t0000000200000025\t0000000100059c04\t0000000000000000', '',
      '\t\tqw3\t\tstatus', '\t0000000000000000\t0000000000000000', '\t0000000000000000\t0000000000000000', '',
    ].join('\n'))
    expect(items.map(({ record, absent }) => [record, absent])).toEqual([['vtd.iec-invalidate', []], ['vtd.invalidation-wait', []]])
  })
})

describe('words without a text', () => {
  it.each([
    ['of gdb at a kernel address', '0xffff888100000000:\t0x002000026a100101\t0x00000000ffffb167\n0xffff888100000010:\t0x0000000000000000\t0x0000000000000000\n', 'vtd.page-request'],
    ['of hexdump', '0000000 0003 0000 0001 0000 0001 0000 0002 0000\n0000010 0003 0000 0000 0000 beaf dead 0000 0000\n0000020 0000 0000 0001 0000\n0000028\n', 'linux.iommufd-pgfault'],
    ['behind a label', 'RISC-V PQ record q0 q1: 0x0003000000000000 0x0000000000000004\n', 'riscv.page-request'],
  ])('%s are the one record that fits', (_, text, record) => {
    const item = only(text)
    expect([item.record, item.ambiguous]).toEqual([record, false])
  })

  it('that can be read in several ways are shown in all of them', () => {
    const { items } = read('0000030000000000 00007f01234561ab\n') // synthetic
    expect(items.length).toBeGreaterThan(1)
    expect(items.every(({ ambiguous, line }) => ambiguous && line === 1)).toBe(true)
  })

  it('in the order of the host are said to be so', () => {
    const item = only('72000002 00000101 03000000 00000000 00684523 017f0000\n')
    expect([item.record, item.findings.map(({ id }) => id)]).toEqual(['pcie.invalidate-request', ['swapped']])
  })
})

it('numbered words of a log are a record only where less is left to chance than in other text', () => { // synthetic
  const fault = ['0000000046815ab7', 'f51a1e670000001c', '00000000635f488c', '000000000000000c', '441c9970ed9a0d1d']
  const invalidate = ['00005ab700000003', 'fffffffffffff000', '0000000000000000', '0000000000000000']
  const recordsOf = (words: readonly string[], stamp: string): unknown[] => read(words.map((word, i) => `${stamp}qw${i} = 0x${word}\n`).join('')).items.map(({ record }) => record)
  expect([recordsOf(fault, ''), recordsOf(fault, '[    1.512345] ')]).toEqual([['linux.iommufd-pgfault'], []])
  for (const stamp of ['', '[    1.512345] ']) expect(recordsOf(invalidate, stamp)).toEqual(['vtd.device-tlb-invalidate'])
})

it.each(['', '91000005', '8000000091000005'])('a packet that is wrong in three bits, behind the prefixes "%s", is still one, and in four is none', (prefixes) => {
  // A PRG Response that is routed to the root complex, with reserved bits set.
  const found = (reserved: string): unknown[] => read(`${prefixes}30000000000000053b01002c${reserved}\n`).items.map(({ name, bad, findings }) => [name, bad, findings.map(({ id }) => id)])
  for (const reserved of ['00000000', '00000003', '80000001']) expect(found(reserved)).toEqual([['TLP', true, ['fixed']]])
  expect(found('00000007')).not.toContainEqual(['TLP', true, ['fixed']])
})

it('a packet in which a reserved bit is set is none beyond doubt, and what is near is named', () => { // synthetic
  const [item] = read('32000000000000053b010e2c00000000\n').items
  expect(item).toMatchObject({ record: null, bad: true })
  expect(item!.findings.map(({ message }) => message)).toEqual([expect.stringMatching(/; the nearest are \S+ \([^)]+\), .*; --as says what they are$/)])
  expect(read('some text\n32000000000000053b010e2c00000000\n').items).toEqual([])
  expect(read('some text\n32000000000000053b01002c00000000\n').items.map(({ record }) => record)).toEqual(['pcie.prg-response'])
})

it('a list that another line breaks off is said to, and one that is closed or ends with the input is not', () => { // synthetic
  const words = 'u64 prq[] = {\n 0x000023453b010101,\n 0x7f1122334003,\n 0, 0,\n'
  for (const [end, notes] of [['};\n', []], ['', []], ['something else\n', ['the list breaks off']]] as const) {
    expect(read(words + end).items.map(({ record, findings }) => [record, findings.filter(({ id }) => id === 'source').map(({ message }) => message)])).toEqual([['vtd.page-request', notes]])
  }
})

it('a log without any gives nothing', () => {
  expect(read('[    1.0] usb 1-1: new high-speed USB device number 2\n[    1.1] RAX: 0000000000000000 RBX: ffff888100000000\nbad cafe\n').items).toEqual([])
})

it('a rule that looks at a field which the log does not hold says nothing', () => {
  const item = only('[    0.938401] DMAR: [DMA Read NO_PASID] Request device [0x00:0x02.0] fault addr 0x70ad5000 [fault reason 0x07] Next page table ptr is invalid\n')
  expect(item.absent).toContain('fault')
  expect(item.findings.filter(({ field }) => field !== undefined && item.absent.includes(field))).toEqual([])
})

it('the reason of a fault may stand on a line of its own, and bytes in a program', () => {
  expect(only('[    1.100000] DMAR:[DMA Read] Request device [04:00.0] fault addr ec000 \n[    1.100000] DMAR:[fault reason 06] PTE Read access is not set\n').message).toMatchObject({ sid: 0x400, faultReason: 6 })
  expect(only(`    data = bytes.fromhex("0101106a0200200067b1ffff00000000${'0'.repeat(32)}" )\n`).data?.bytes).toHaveLength(32) // synthetic
})

it('a value that its field has no room for is said, and nothing is made of it', () => { // synthetic
  expect(only('riscv-iommu 10000.iommu: Fault 4096 devid: 0x1 iotval: 0 iotval2: 0\n')).toMatchObject({ record: 'riscv.fault-record', bad: true, message: {}, findings: [{ id: 'range', severity: 'error' }] })
})

it('words that devmem2 reads are of one dump where each is as far from the one before as it is wide', () => { // synthetic
  const value = (at: number, word: number): string => `Value at address 0x${at.toString(16).toUpperCase()} (0x7f1200000000): 0x${word.toString(16)}\n`
  const words = [0x01010001, 0x2003b01, 0x34000003, 0x7f11, 0, 0, 0, 0]
  const dump = (step: number): string => words.map((word, i) => value(0xfe80_1000 + step * i, word)).join('')
  expect(read(dump(4)).items.map(({ data }) => data?.bytes.length)).toEqual([32])
  for (const step of [3, 5, 16]) expect(read(dump(step)).items.filter(({ data }) => data!.bytes.length > 8), `${step}`).toEqual([])
  expect(read(`${value(0x1000, 1)}${value(0x1008, 2)}${value(0x100c, 3)}`).items.filter(({ data }) => data!.known.filter((mask) => mask !== 0).length > 16)).toEqual([])
})

it('the last row of a dump may be its offset alone, with a remark', () => {
  const row = '00000000: 0101013b 45230000 00000000 00000000\n00000010: 00000000 00000000 00000000 00000000\n' // synthetic
  for (const end of ['', '00000020:\n', '00000020: # the end\n']) expect(read(row + end).items.map(({ line, lastLine, findings }) => [line, lastLine, findings.filter(({ id }) => id === 'source')]), end).toEqual(read(row).items.map(() => [1, end === '' ? 2 : expect.any(Number), []]))
})

it('a completion that may answer a Translation Request has its first entries told', () => { // synthetic
  const access = ['neither read nor write', 'read', 'write', 'read and write', 'neither read nor write']
  const entries = access.map((_, i) => `00000001${(0x1000 * (i + 1) + [0, 1, 2, 3, 0][i]!).toString(16).padStart(8, '0')}`).join('')
  const { items } = read(`4a00000a0000002801001000${entries}\n`, { as: 'tlp' })
  expect(items.map(({ findings }) => findings.filter(({ id }) => id === 'translation-entry').map(({ message }) => /entry at (.*)/.exec(message)![1]))).toEqual([access.slice(0, 4).map((words, i) => `0x${(0x1_0000_0000 + 0x1000 * (i + 1)).toString(16)}, ${words}`)])
})

it('a device that did not answer is named with its segment, and an order of pages is read as the kernel writes it', () => {
  expect(read('(XEN) ATS device 0001:3b:00.1 flush failed\n').items).toMatchObject([{ said: { rid: 0x3b01, segment: 1 } }]) // synthetic
  const line = 'cache_tag_flush_range: dmar3 0000:3b:00.1[5] type devtlb did 7 [0x10000000-0x1fffffff] addr 0x10000000 pages 0x10000 mask 0x10\n' // synthetic
  expect(read(line).items).toMatchObject([{ said: { begin: 0x1000_0000n, pages: 0x1_0000n } }])
})
