import { describe, expect, it } from 'vitest'
import { read } from '../../src/ingest/index.ts'

/** Values that people do not show: the line is read without them, and they are absent by name. All lines are synthetic. */

describe('a masked value', () => {
  it.each([
    ['DDDD:bb:dd.f', 'ffffff???????000', ['deviceId', 'address']], ['0000:00:13.1', 'XXXXXXXXXXXXXXXX', ['address']], ['0000:00:13.1', '<redacted>', ['address']],
    ['0000:xx:00.0', '0000000fdf800000', ['deviceId']], ['0000:00:13.1', '00000000fd******', ['address']],
  ])('of a fault of Xen: %s %s', (device, address, names) => {
    const { items } = read(`(XEN) AMD-Vi: IO_PAGE_FAULT: ${device} d3 addr ${address} flags 0x8 I\n`)
    expect(items).toMatchObject([{ record: 'amd.event-io-page-fault', message: { domainIdOrPasidLow: 3, interrupt: true }, absent: expect.arrayContaining(names), bad: false }])
    for (const name of names) expect(items[0]!.message).not.toHaveProperty(name)
    expect(items[0]!.findings.map(({ message }) => message).join()).toContain('masked in the log')
  })

  it('is none where digits are missing, or words stand', () => {
    for (const address of ['fdf8000', 'the', '0000000fdf80000g']) expect(read(`(XEN) AMD-Vi: IO_PAGE_FAULT: 0000:00:13.1 d3 addr ${address} flags 0x8 I\n`).items, address).toEqual([])
  })

  it.each([
    ['[DMA Read] Request device [xx:00.0] fault addr 8e430000', { faultInfo: 0x8e430000n }, ['sid']],
    ['[DMA Read] Request device [ssss:bb:dd.f] PASID ffffffff fault addr 8e430000', { faultInfo: 0x8e430000n, pasidPresent: false }, ['sid', 'pasid']],
    ['[DMA Read] Request device [DDDD:bb:dd.f] fault addr 8e430000', { faultInfo: 0x8e430000n }, ['sid']],
    // A PASID is printed only where there is one.
    ['[DMA Read PASID 0x2?] Request device [6a:00.0] fault addr 0x8e430000', { sid: 0x6a00, pasidPresent: true, faultInfo: 0x8e430000n }, ['pasid']],
    ['[DMA Read] Request device [6a:00.0] PASID ???????? fault addr 8e430000', { sid: 0x6a00, faultInfo: 0x8e430000n }, ['pasid', 'pasidPresent']],
    ['[DMA Read NO_PASID] Request device [6a:00.0] fault addr <redacted>', { sid: 0x6a00, pasidPresent: false }, ['faultInfo', 'pasid']],
    ['[DMA Read] Request device [6a:00.0] fault addr xxxxxxxx', { sid: 0x6a00 }, ['faultInfo']],
  ])('of a fault of VT-d: %s', (text, message, names) => {
    const { items } = read(`DMAR: ${text} [fault reason 0x06] words\n`)
    expect(items).toMatchObject([{ record: 'vtd.fault-record', message: { ...message, faultReason: 6, type1: true }, absent: expect.arrayContaining(names), bad: false }])
    for (const name of names) expect(items[0]!.message).not.toHaveProperty(name)
  })

  it.each([
    ['vfio_container_dma_map(0x..., 0x380000000000, 0x10000000, 0x...) = -22 (Invalid argument)', { address: 0x380000000000n, size: 0x10000000n, error: -22, reason: 'Invalid argument' }, 0],
    ['vfio_container_dma_map(0x55a2????????, 0x380000000000, 0x10000000, 0xXXXXXXXXXXXX) = -22', { address: 0x380000000000n, size: 0x10000000n, error: -22 }, 0],
    ['vfio_dma_map(<ptr>, 0x38xxxxxxxx, 0x10000000, <ptr>) = -14 (Bad address)', { size: 0x10000000n, error: -14, reason: 'Bad address' }, 1],
    ['vfio_dma_unmap(0x55a21b03a150, 0x8000, 0x????) = -12', { address: 0x8000n, error: -12 }, 1],
  ])('of a mapping of QEMU: %s', (text, said, notes) => {
    const { items } = read(`qemu-system-x86_64: ${text}\n`)
    expect(items).toMatchObject([{ said: { event: 'mapping-failed', ...said } }])
    expect(Object.keys(items[0]!.said).sort()).toEqual(['event', ...Object.keys(said)].sort())
    expect(items[0]!.findings).toHaveLength(notes)
  })

  it('of a fault that ESXi reports', () => {
    const { items } = read('PCI passthru device 0000:##:00.# caused an IOMMU fault type 4 at address 0x###########\n')
    expect(items).toMatchObject([{ summary: 'IOMMU fault of a device that a guest has, fault type 4', said: { faultType: 4 } }])
    for (const name of ['device', 'rid', 'address']) expect(items[0]!.said).not.toHaveProperty(name)
  })

  it.each([
    ['device=xx:00.0 domain=0x000d address=0xfd000000 flags=0x0070', { domainIdOrPasidLow: 13, address: 0xfd000000n, present: true, write: true }, ['deviceId']],
    ['device=**:00.0 domain=0x000d address=0xfd000000 flags=0x0070', { domainIdOrPasidLow: 13, address: 0xfd000000n, present: true, write: true }, ['deviceId']],
    ['device=01:00.0 domain=0x000d address=0xfd?????? flags=0x0070', { deviceId: 0x100, domainIdOrPasidLow: 13, present: true, write: true }, ['address']],
    ['device=01:00.0 domain=0xXXXX address=<redacted> flags=0x0070', { deviceId: 0x100, present: true, write: true }, ['address', 'domainIdOrPasidLow']],
  ])('of an event of AMD: %s', (values, message, names) => {
    const { items } = read(`AMD-Vi: Event logged [IO_PAGE_FAULT ${values}]\n`)
    expect(items).toMatchObject([{ record: 'amd.event-io-page-fault', message, absent: expect.arrayContaining(names), bad: false }])
    for (const name of names) expect(items[0]!.message).not.toHaveProperty(name)
  })

  it('of a fault of RISC-V and of an event of an SMMUv3', () => {
    const [fault, event] = read(`riscv-iommu riscv: Fault 13 devid: 0x300 ttyp 2 iotval: 7fxxxxxxx000 iotval2: 4\n\narm-smmu-v3 a.auto: event: F_TRANSLATION client: 0000:01:00.0 sid: 0x100 ssid: 0x0 iova: 0x????????? ipa: 0x7000\narm-smmu-v3 a.auto: unpriv data write s1 "Input address caused fault" stag: 0x5\n`).items
    expect(fault).toMatchObject({ message: { cause: 13, deviceId: 0x300, ttyp: 2, iotval2: 4n }, absent: expect.arrayContaining(['iotval']), findings: [{ message: expect.stringContaining('masked in the log') }] })
    expect(event).toMatchObject({ message: { streamId: 0x100, ipa: 0x7000n, read: false, stag: 5 }, absent: expect.arrayContaining(['inputAddress']) })
    expect(fault!.message).not.toHaveProperty('iotval')
    expect(event!.message).not.toHaveProperty('inputAddress')
  })

  it('is a form to fill in where the device and the address are both one', () => {
    expect(read('DMAR: [DMA Read] Request device [xx:xx.x] fault addr <address> [fault reason 06] words\n').items).toEqual([])
    expect(read('AMD-Vi: Event logged [IO_PAGE_FAULT device=xx:xx.x domain=0xXXXX address=0xXXXXXXXX flags=0xXXXX]\n').items).toEqual([])
  })
})
