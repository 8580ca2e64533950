import { address, bdf, below, flag, little, pick, u32, u64, x } from './printing.ts'
import type { Next, Printed, Printer } from './printing.ts'

/** What virtual machines and hypervisors print, and firmware by way of Linux: see `printers.ts`. Synthetic. */

const qemuSmmu: readonly Printer[] = [
  ...([['success', 'translation'], ['abort', 'translation aborted'], ['bypass', 'translation bypassed'], ['disable', 'translation bypassed']] as const).map(([outcome]): Printer => ({
    name: `smmuv3_translate_${outcome}`, print: (next) => {
      const [rid, at, to] = [below(next, 65536), u64(next), u64(next)]
      const sid = pick(next, [`0x${x(rid)}`, String(rid)])
      const mid = { success: `iova=0x${x(at)} translated=0x${x(to)} perm=0x3${pick(next, ['', ' stage=1'])}`, abort: `abort on iova:0x${x(at)} is_write=1`, bypass: `STE bypass iova:0x${x(at)} is_write=0`, disable: `bypass (smmu disabled) iova:0x${x(at)} is_write=1` }[outcome]
      return { lines: [`smmuv3_translate_${outcome} smmuv3-iommu-memory-region-24-3 sid=${sid} ${mid}`], values: { rid, address: at, ...(outcome === 'success' && { translated: to }) } }
    },
  })),
  { name: 'smmuv3_cmdq_cfgi_ste', print: (next) => { const sid = below(next, 65536); return { lines: [`smmuv3_cmdq_cfgi_ste ${pick(next, [`streamid= 0x${x(sid)}`, `streamid =${sid}`])}`], values: { streamId: sid }, record: 'smmuv3.cmd-cfgi-ste' } } },
  { name: 'smmuv3_cmdq_cfgi_cd', print: (next) => { const sid = below(next, 65536); return { lines: [`smmuv3_cmdq_cfgi_cd ${pick(next, [`sid=0x${x(sid)}`, `streamid = ${sid}`])}`], values: { streamId: sid }, record: 'smmuv3.cmd-cfgi-cd' } } },
  { name: 'smmuv3_range_inval', print: (next) => {
    const [asid, at, stage2] = [below(next, 65536), address(next), flag(next)]
    return { lines: [`smmuv3_range_inval vmid=3 asid=${stage2 ? -1 : asid} addr=0x${x(at)} tg=1 num_pages=0x1 ttl=2 leaf=1 stage=${stage2 ? 2 : 1}`], values: { vmid: 3, ttl: 2, tg: 1, leaf: true, ...(stage2 ? { ipa: at & 0xff_ffff_ffff_ffffn } : { asid, address: at }) }, record: stage2 ? 'smmuv3.cmd-tlbi-s2-ipa' : 'smmuv3.cmd-tlbi-nh-va' }
  } },
  { name: 'smmuv3_cmdq_tlbi_nh_asid', print: (next) => { const asid = below(next, 65536); return { lines: [`smmuv3_cmdq_tlbi_nh_asid asid=${asid}`], values: { asid } } } },
  { name: 'smmuv3_cmdq_opcode', print: (next) => { const [name, record] = pick(next, [['ATC_INV', 'smmuv3.cmd-atc-inv'], ['PRI_RESP', 'smmuv3.cmd-pri-resp'], ['RESUME', 'smmuv3.cmd-resume']] as const); return { lines: [`smmuv3_cmdq_opcode <--- SMMU_CMD_${name}`], record } } },
  { name: 'smmuv3_cmdq_consume_error', print: (next) => { const error = below(next, 4); return { lines: [`smmuv3_cmdq_consume_error Error on SMMU_CMD_SYNC command execution: ${error}`], values: { error, reason: 'CMD_SYNC' } } } },
]

const host: readonly Printer[] = [
  ...([['0xf', 'ats'], ['0x13', 'pri'], ['0x1b', 'pasid']] as const).map(([id, capability]): Printer => ({
    name: `vfio hides ${capability}`, print: (next) => {
      const [{ text, rid }, offset, now] = [bdf(next), 0x100 + 4 * below(next, 960), flag(next)]
      return { lines: [now ? `vfio-pci ${text}: vfio_ecap_init: hiding ecap ${id}@0x${x(offset)}` : `vfio_ecap_init: ${text} hiding ecap ${id}@0x${x(offset)}`], values: { capability, offset, rid } }
    },
  })),
  { name: 'vfio_dma_map', print: (next) => { const [at, size] = [address(next), 1 + u32(next)]; return { lines: [`qemu-system-x86_64: ${pick(next, ['vfio_container_dma_map', 'vfio_dma_map'])}(0x55a21b03a150, 0x${x(at)}, 0x${x(size)}, 0x7fce2c28b000) = -22 (Invalid argument)`], values: { address: at, size, error: -22 } } } },
  { name: 'IOMMU_IOAS_MAP', print: () => ({ lines: ['qemu-system-aarch64: IOMMU_IOAS_MAP failed: Bad address'], values: { event: 'mapping-failed' } }) },
  { name: 'iommufd_backend_map_dma', print: (next) => { const [at, ret] = [address(next), pick(next, [0, -22])]; return { lines: [`iommufd_backend_map_dma  iommufd=10 ioas=2 iova=0x${x(at)} size=0x3000 addr=0x7fce2c28b000 readonly=0 (${ret})`], values: { address: at, ioas: 2, size: 0x3000, ...(ret < 0 && { error: ret }) } } } },
]

const xen: readonly Printer[] = [
  { name: 'Xen, the first VT-d fault', print: (next) => { const [rid, at, faultReason] = [below(next, 65536), address(next), below(next, 60)]; return { lines: [`iommu_fault:DMA Write: ${x(rid >> 8)}:${x((rid >> 3) & 31)}.${rid & 7} addr ${x(at)} REASON ${x(faultReason)} iommu->reg = ffff828bfff54000`], values: { sid: rid, faultInfo: at, faultReason, type1: false } } } },
  { name: 'Xen, fault status in words', print: (next) => { const [words, flagName] = pick(next, [['Fault Overflow', 'overflow'], ['Primary Pending Fault', 'pending'], ['Invalidation Queue Error', 'queueError'], ['Invalidation Time-out Error', 'timeout']] as const); return { lines: [`[VT-D]iommu.c:694: iommu_fault_status: ${words}`], values: { [flagName]: true }, record: 'vtd.fault-status' } } },
  { name: 'Xen, a wait that hangs', print: (next) => { const number = below(next, 9); return { lines: [`[VT-D] IOMMU#${number}: QI${pick(next, ['', ' dev'])} wait descriptor taking too long`], values: { iommu: `IOMMU#${number}`, event: 'invalidation-wait-timeout' } } } },
  { name: 'Xen, a register of the queue', print: (next) => { const [which, record] = pick(next, [['IQA', 'vtd.invalidation-queue-address'], ['IQH', 'vtd.queue-index'], ['IQT', 'vtd.queue-index']] as const); const value = u64(next); return { lines: [`  ${pick(next, [which, `DMAR_${which}_REG`])} = ${x(value)}`], bytes: little(8, [value], 8), record } } },
  { name: 'Xen page fault of a device that is not named', print: (next) => { const at = address(next); return { lines: [`AMD-Vi: IO_PAGE_FAULT: DDDD:bb:dd.f d7 addr ${x(at, 16)} flags 0x8 I`], values: { address: at, domainIdOrPasidLow: 7, interrupt: true } } } },
  { name: 'ESXi', print: (next) => { const [{ text, rid }, at] = [bdf(next), u64(next)]; return { lines: [`@BlueScreen: IOMMU Fault detected for ${text} (vmgfx0/driver) IOaddr: 0x${x(at)} Mask: 0x6 Domain: 0x430af4e0c460.`], values: { rid, device: text, address: at, driver: 'vmgfx0/driver', mask: '0x6' } } } },
  { name: 'ESXi, with the reason', print: () => ({ lines: ['IOMMU Fault detected for (vmgp0/driver) Reason: 0x6 (PTE not set to allow Read.)'], values: { faultReason: 6, reason: 'PTE not set to allow Read.' } }) },
  { name: 'ESXi, a device of a guest', print: (next) => { const [{ text, rid }, at, faultType] = [bdf(next), u64(next), below(next, 16)]; return { lines: [`VMware ESX unrecoverable error: (vmx) PCI passthru device ${text} caused an IOMMU fault type ${faultType} at address 0x${x(at)}`], values: { rid, device: text, address: at, faultType } } } },
  { name: 'Windows', print: (next) => { const [at, type] = [u64(next), below(next, 256)]; return { lines: ['Arg1: 0000000000000026, IOMMU detected DMA violation.', 'Arg2: ffffb10e12345060, Device Object of faulting device.', `Arg3: ${x(at, 16)}, Faulting information (usually faulting physical address).`, `Arg4: ${x(type, 16)}, Fault type (hardware specific).`], values: { address: at, faultType: type } } } },
]

/** The PCI Express section of a report of firmware, without its header log, which is an item of its own. */
function section(next: Next, report: string): Printed {
  const [rid, vendorId, deviceId, uncorrectableStatus, uncorrectableMask] = [below(next, 65536), below(next, 65536), below(next, 65536), u32(next), u32(next)]
  const lines = [
    'section_type: PCIe error', 'port_type: 4, root port', 'version: 3.0', 'command: 0x0547, status: 0x4010', `device_id: 0000:${x(rid >> 8, 2)}:${x((rid >> 3) & 31, 2)}.${rid & 7}`, 'slot: 25', 'secondary_bus: 0xca',
    `vendor_id: 0x${x(vendorId, 4)}, device_id: 0x${x(deviceId, 4)}`, 'class_code: 060400', 'bridge: secondary_status: 0x2800, control: 0x0013', 'aer_cor_status: 0x00001000, aer_cor_mask: 0x00002000',
    `aer_uncor_status: 0x${x(uncorrectableStatus, 8)}, aer_uncor_mask: 0x${x(uncorrectableMask, 8)}`, 'aer_uncor_severity: 0x000e3030',
  ]
  return {
    lines: lines.map((line) => `${report}[Hardware Error]:   ${line}`), record: 'config.cper-pcie-section',
    values: { segment: 0, bus: rid >> 8, deviceNumber: (rid >> 3) & 31, functionNumber: rid & 7, vendorId, deviceId, uncorrectableStatus, uncorrectableMask, slot: 25, bridgeControl: 0x13, correctableStatus: 0x1000, versionMajor: 3 },
  }
}

export const virtual: readonly Printer[] = [...qemuSmmu, ...host, ...xen, { name: 'CPER', print: (next) => section(next, `{${1 + below(next, 900)}}`) }, { name: 'CPER without a number', print: (next) => section(next, '') }]
