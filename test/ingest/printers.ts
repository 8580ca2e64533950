import type { LinkedItem } from '../../src/ingest/index.ts'
import { address, bdf, below, flag, little, pick, u32, u64, x } from './printing.ts'
import type { Next, Printed, Printer } from './printing.ts'
import { virtual } from './printers-virtual.ts'

export { below, pick } from './printing.ts'
export type { Next } from './printing.ts'

/**
 * Every text format of the drivers, as a printer: written from the format string of the driver, and independent of the
 * source that reads it. What they print is synthetic: random values.
 */

const QI = ['cc_inv', 'iotlb_inv', 'dev_tlb_inv', 'iec_inv', 'inv_wait', 'p_iotlb_inv', 'pc_inv', 'p_dev_tlb_inv', 'page_grp_resp']
const LONG = ['Context-cache Invalidation', 'IOTLB Invalidation', 'Device-TLB Invalidation', 'Interrupt Entry Cache Invalidation', 'Invalidation Wait', 'PASID-based IOTLB Invalidation', 'PASID-cache Invalidation', 'PASID-based Device-TLB Invalidation', 'Page Group Response', 'UNKNOWN']

const intel: readonly Printer[] = [
  { name: 'qi_submit', print: (next) => { const q = [1, 2, 3, 4].map(() => u64(next)); return { lines: [`qi_submit: ${pick(next, QI)} dmar${below(next, 9)}: ${q.map((w) => `0x${x(w)}`).join(' ')}`], bytes: little(8, q, 32) } } },
  { name: 'QI HEAD', print: (next) => { const q = [u64(next), u64(next)]; return { lines: [`DMAR: QI ${pick(next, ['HEAD', 'PRIOR'])}: ${pick(next, LONG)} qw0 = 0x${x(q[0]!)}, qw1 = 0x${x(q[1]!)}`], bytes: little(8, q, 32) } } },
  ...['Invalid page request', 'Page request without PASID', 'Page request for invalid PASID 7'].map((words): Printer => ({
    // Without the type of a request, the words are those of revision 2.
    name: words, print: (next) => { const q = [(u64(next) & ~0xffn) | 1n, u64(next)]; return { lines: [`dmar${below(next, 20)}: ${words}: ${x(q[0]!, 8)} ${x(q[1]!, 8)}`], bytes: little(8, q, 32), record: 'vtd.page-request' } },
  })),
  {
    name: 'a reason and its words', print: (next) => {
      const [reason, q] = [pick(next, ['Address is not canonical', 'Page request in Privilege Mode', 'Execution request not supported', 'Page request without PASID']), [u64(next), u64(next)]]
      return { lines: [`IOMMU: dmar3: ${reason}`, `dmar3: Invalid page request: ${x(q[0]!, 8)} ${x(q[1]!, 8)}`], bytes: little(8, q, 32), values: { reason, iommu: 'dmar3' } }
    },
  },
  { name: 'fault status', print: (next) => { const status = below(next, 256); return { lines: [`DMAR: DRHD: handling fault status reg ${x(status)}`], bytes: little(4, [status], 4) } } },
  { name: 'interrupt fault', print: (next) => { const [{ text, rid }, index] = [bdf(next, false), below(next, 65536)]; return { lines: [`DMAR: INTR-REMAP: Request device [[${text}] fault index ${x(index)}`, '               INTR-REMAP:[fault reason 37] words'], values: { sid: rid, faultReason: 37, index } } } },
  { name: 'time-out of a device', print: (next) => { const rid = 1 + below(next, 0xfffe); return { lines: [`DMAR: VT-d detected Invalidation Time-out Error: SID ${x(rid)}`], values: { rid, device: bdf(() => rid, false).text } } } },
  { name: 'invalid descriptor', print: (next) => { const q = [u64(next), u64(next)]; const [a, b] = pick(next, [['low=', 'high='], ['qw0 = ', 'qw1 = ']]) as [string, string]; return { lines: [`DMAR: VT-d detected invalid descriptor: ${a}${x(q[0]!)}, ${b}${x(q[1]!)}`], bytes: little(8, q, 32) } } },
  {
    name: 'FreeBSD fault', print: (next) => {
      const [{ rid }, at, faultReason, addressType] = [bdf(next, false), address(next), below(next, 60), below(next, 3)]
      return { lines: [`pci1:2:3 sid ${x(rid)} fault acc 1 adt 0x${addressType} reason 0x${x(faultReason)} addr ${x(at)}`], values: { sid: rid, faultReason, addressType, faultInfo: at, type1: true } }
    },
  },
  {
    name: 'prq_report', print: (next) => {
      const { text, rid } = bdf(next)
      const [page, pasid, prgIndex, seq] = [below(next, 2 ** 30), below(next, 1 << 20), below(next, 512), below(next, 1000)]
      const [read, write, executeRequested, privilegedModeRequested, last] = [1, 2, 3, 4, 5].map(() => flag(next)) as [boolean, boolean, boolean, boolean, boolean]
      const flags = [['r', read], ['w', write], ['x', executeRequested], ['p', privilegedModeRequested], ['l', last]].map(([c, on]) => (on ? c : '-')).join('')
      return { lines: [`prq_report: dmar1/${text} seq# ${seq}: rid=0x${x(rid)} addr=0x${x(page)} ${flags} pasid=0x${x(pasid)} index=0x${x(prgIndex)}`], values: { rid, pasid, prgIndex, read, write, executeRequested, privilegedModeRequested, last, address: BigInt(page) << 12n } }
    },
  },
  ...([['now', (k, d, a, r) => `DMAR: [DMA ${k} NO_PASID] Request device [${d}] fault addr 0x${x(a)} [fault reason 0x${x(r, 2)}] words`],
    ['5.13', (k, d, a, r) => `DMAR: [DMA ${k} NO_PASID] Request device [0x${d.replace(':', ':0x')}] fault addr 0x${x(a)} [fault reason 0x${x(r, 2)}] words`],
    ['older', (k, d, a, r) => `DMAR: [DMA ${k}] Request device [${d}] PASID ffffffff fault addr ${x(a)} [fault reason ${String(r).padStart(2, '0')}] words`],
    ['two lines', (k, d, a, r) => `DMAR:[DMA ${k}] Request device [${d}] fault addr ${x(a)} \nDMAR:[fault reason ${String(r).padStart(2, '0')}] words`],
    ['Xen', (k, d, a, r) => `[VT-D]DMAR:[DMA ${k}] Request device [0000:${d}] fault addr ${x(a)}, iommu reg = ffff82c3ffd54000\n[VT-D]DMAR: reason ${x(r, 2)} - words`],
    ['oldest', (k, d, a, r) => `DMAR:[DMA ${k}] Request device [${d}] fault addr ${x(a)} [fault reason ${String(r).padStart(2, '0')}] words`]] as readonly (readonly [string, (kind: string, device: string, at: bigint, reason: number) => string])[]).map(([name, line]): Printer => ({
    name: `DMA fault, ${name}`, print: (next) => {
      const [{ text, rid }, at, faultReason, kind] = [bdf(next, false), address(next), below(next, 60), pick(next, ['Read', 'Write'])]
      return { lines: line(kind, text, at, faultReason).split('\n'), values: { sid: rid, faultInfo: at, faultReason, type1: kind === 'Read' } }
    },
  })),
]

const AMD_EVENTS: readonly (readonly [string, readonly string[]])[] = [
  ['ILLEGAL_DEV_TABLE_ENTRY', ['device', 'pasid', 'address', 'flags']], ['INVALID_DEVICE_REQUEST', ['device', 'pasid', 'address', 'flags']],
  ['IO_PAGE_FAULT', ['domain', 'address', 'flags']], ['IO_PAGE_FAULT', ['device', 'domain', 'address', 'flags']], ['DEV_TAB_HARDWARE_ERROR', ['device', 'address', 'flags']],
  ['PAGE_TAB_HARDWARE_ERROR', ['device', 'pasid4', 'address', 'flags']], ['COMMAND_HARDWARE_ERROR', ['address', 'flags']], ['ILLEGAL_COMMAND_ERROR', ['address']],
  ['IOTLB_INV_TIMEOUT', ['device', 'address']], ['INVALID_PPR_REQUEST', ['device', 'pasid', 'address', 'flags', 'tag']],
]

const amd: readonly Printer[] = [
  ...AMD_EVENTS.flatMap(([name, fields]) => ['four parts', 'three parts', 'two lines'].map((spelling): Printer => ({
    name: `${name} of ${fields.length} values, ${spelling}`, print: (next) => {
      const [{ text, rid }, at, pasid] = [bdf(next, spelling === 'four parts'), address(next), below(next, 65536)]
      const printed: Record<string, string> = { device: `device=${text}`, pasid: `pasid=0x${x(pasid, 5)}`, pasid4: `pasid=0x${x(pasid, 4)}`, domain: `domain=0x${x(pasid, 4)}`, address: `address=0x${x(at)}`, flags: 'flags=0x0000', tag: 'tag=0x203' }
      const rest = `${name} ${fields.map((field) => printed[field]).join(' ')}]`
      const values = { ...(fields.includes('device') && { deviceId: rid }), [name === 'IOTLB_INV_TIMEOUT' ? 'commandAddress' : 'address']: at, ...(fields.includes('pasid') && { pasid }), ...(fields.includes('pasid4') && { domainIdOrPasidLow: pasid }), ...(fields.includes('domain') && { domainIdOrPasidLow: pasid }), ...(fields.includes('tag') && { prgIndex: 3, last: true }), event: name }
      return { lines: spelling === 'two lines' ? ['AMD-Vi: Event logged [', rest] : [`AMD-Vi: Event logged [${rest}`], values }
    },
  }))),
  ...['IO_PAGE_FAULT', 'RMP_PAGE_FAULT'].map((name): Printer => ({
    name: `${name} of the speaker`, print: (next) => {
      const [{ text, rid }, at, low] = [bdf(next), address(next), below(next, 65536)]
      const rest = name === 'IO_PAGE_FAULT' ? `domain=0x${x(low, 4)} address=0x${x(at)}` : `vmg_tag=0x${x(low, 4)}, gpa=0x${x(at)}, flags_rmp=0x0001,`
      return { lines: [`nvme ${text}: AMD-Vi: Event logged [${name} ${rest} flags=0x0020]`], values: { deviceId: rid, address: at, [name === 'IO_PAGE_FAULT' ? 'domainIdOrPasidLow' : 'vmgTag']: low, event: name } }
    },
  })),
  { name: 'event without the words before its name', print: (next) => { const { text, rid } = bdf(next); return { lines: [`seen at boot: \`iommu ivhd0: AMD-Vi: INVALID_DEVICE_REQUEST device=${text}\` (harmless)`], values: { deviceId: rid, event: 'INVALID_DEVICE_REQUEST' } } } },
  { name: 'RMP_HW_ERROR', print: (next) => { const [{ text, rid }, at] = [bdf(next), address(next)]; return { lines: [`AMD-Vi: Event logged [RMP_HW_ERROR device=${text}, vmg_tag=0x0007, spa=0x${x(at)}, flags=0x0020]`], values: { deviceId: rid, address: at, vmgTag: 7 } } } },
  { name: 'Control Reg', print: (next) => { const value = u64(next); return { lines: [`AMD-Vi: Control Reg : 0x${x(value)}`], bytes: little(8, [value], 8) } } },
  { name: 'Completion-Wait timeout', print: () => ({ lines: ['AMD-Vi: Completion-Wait loop timed out'], values: { event: 'completion-wait-timeout' } }) },
  { name: 'Xen page fault', print: (next) => { const [{ text, rid }, at, low] = [bdf(next), address(next), below(next, 32768)]; return { lines: [`AMD-Vi: IO_PAGE_FAULT: ${text} d${low} addr ${x(at, 16)} flags 0x20 RW`], values: { deviceId: rid, address: at, domainIdOrPasidLow: low, write: true } } } },
  { name: 'old Xen page fault', print: (next) => { const [{ rid }, at, low] = [bdf(next), address(next), below(next, 32768)]; return { lines: [`AMD-Vi: IO_PAGE_FAULT: domain = ${low}, device id = 0x${x(rid)}, fault address = 0x${x(at)}, flags = 0x20`], values: { deviceId: rid, address: at, domainIdOrPasidLow: low, write: true } } } },
  { name: 'Xen event', print: (next) => { const w = [u32(next), (0x8000_0000 | below(next, 1 << 28)) >>> 0, u32(next), u32(next)]; return { lines: [`AMD-Vi: INVALID_DEV_REQUEST ${w.map((v) => x(v, 8)).join(' ')}`], bytes: little(4, w, 16) } } },
  { name: 'Xen ATS timeout', print: (next) => { const { text, rid } = bdf(next); return { lines: [`dom3: ATS device ${text} flush failed`], values: { rid, event: 'invalidation-timeout' } } } },
  { name: 'unknown event', print: (next) => { const w = [1, 2, 3, 4].map(() => u32(next)); return { lines: [`AMD-Vi: Event logged [UNKNOWN ${w.map((v, i) => `event[${i}]=0x${x(v, 8)}`).join(' ')}`], bytes: little(4, w, 16) } } },
  { name: 'CMD', print: (next) => { const w = [1, 2, 3, 4].map(() => u32(next)); return { lines: w.map((v, i) => `AMD-Vi: CMD[${i}]: ${x(v, 8)}`), bytes: little(4, w, 16) } } },
  { name: 'DTE', print: (next) => { const w = [1, 2, 3, 4].map(() => u64(next)); return { lines: w.map((v, i) => `AMD-Vi: DTE[${i}]: ${x(v, 16)}`), bytes: little(8, w, 32) } } },
  { name: 'command buffer', print: (next) => { const w = [1, 2, 3, 4].map(() => u32(next)); return { lines: ['CMD Buffer Head Offset:339 Tail Offset:339', `  0: ${w.map((v) => x(v, 8)).join(' ')}`], bytes: little(4, w, 16), values: { head: 339, index: 0 } } } },
  ...['Request ignored due to GN=0', 'Invalid request format'].map((reason): Printer => ({
    name: `PPR, ${reason}`, print: (next) => {
      const [{ text, rid }, at, pasid, tag] = [bdf(next), address(next), below(next, 1 << 20), below(next, 1024)]
      return { lines: [`AMD-Vi: PPR logged [${reason} (device=${text} pasid=0x${x(pasid, 5)} address=0x${x(at)} flags=0x0000 tag=0x${x(tag, 3)}]`], values: { deviceId: rid, pasid, address: at, prgIndex: tag & 0x1ff, last: (tag & 0x200) !== 0 } }
    },
  })),
]

const smmu: readonly Printer[] = [
  { name: 'event', print: (next) => { const w = [(u64(next) & ~0xffn) | 0x10n, u64(next), u64(next), u64(next)]; return { lines: ['arm-smmu-v3 arm-smmu-v3.0.auto: event 0x10 received:', ...w.map((v) => `arm-smmu-v3 arm-smmu-v3.0.auto: \t0x${x(v, 16)}`)], bytes: little(8, w, 32) } } },
  { name: 'event of which a word is torn', print: (next) => { const w = [(u64(next) & ~0xffn) | 0x10n, u64(next), u64(next), u64(next)]; return { lines: ['arm-smmu-v3 arm-smmu-v3.0.auto: event 0x10 received:', ...w.map((v, i) => `arm-smmu-v3 arm-smmu-v3.0.auto: \t0x${x(v, 16).replace(/(?<=^.{8})/, i === 0 ? ' ' : '')}`)], bytes: little(8, w, 32) } } },
  { name: 'event without its first line', print: (next) => { const w = [(u64(next) & ~0xffn) | 0x10n, u64(next), u64(next), u64(next)]; return { lines: w.map((v) => `arm-smmu-v3 fc900000.iommu:      0x${x(v, 16)}`), bytes: little(8, w, 32) } } },
  { name: 'skipped command', print: (next) => { const w = [u64(next), u64(next)]; return { lines: ['arm-smmu-v3 arm-smmu-v3.0.auto: skipping command in error state:', ...w.map((v) => `arm-smmu-v3 arm-smmu-v3.0.auto: \t0x${x(v, 16)}`)], bytes: little(8, w, 16) } } },
  { name: 'CMDQ error', print: (next) => { const [error, index] = [below(next, 4), below(next, 1 << 20)]; return { lines: [`arm-smmu-v3 arm-smmu-v3.0.auto: CMDQ error (cons 0x${x((error << 24) | index, 8)}): words of it`], values: { error, index } } } },
  { name: 'CMD_SYNC timeout', print: (next) => { const cons = x(u32(next), 8); return { lines: [`arm-smmu-v3 arm-smmu-v3.0.auto: CMD_SYNC timeout at 0x00000010 [hwprod 0x00000010, hwcons 0x${cons}]`], values: { hwcons: `0x${cons}`, iommu: 'arm-smmu-v3.0.auto' } } } },
  { name: 'global error', print: (next) => { const value = below(next, 512); return { lines: [`arm-smmu-v3 arm-smmu-v3.0.auto: unexpected global error reported (0x${x(value, 8)}), this could be serious`], bytes: little(4, [value], 4) } } },
  ...[true, false].map((whole): Printer => ({
    name: whole ? 'PRI request' : 'PRI request without its first line', print: (next) => {
      const [streamId, substreamId, prgIndex, at] = [u32(next), 1 + below(next, 0xfffff), below(next, 512), address(next)]
      const [last, un, read, write, execute] = [1, 2, 3, 4, 5].map(() => flag(next)) as [boolean, boolean, boolean, boolean, boolean]
      return { lines: [...(whole ? ['arm-smmu-v3 arm-smmu-v3.0.auto: unexpected PRI request received:'] : []), `arm-smmu-v3 arm-smmu-v3.0.auto: \tsid 0x${x(streamId, 8)}.0x${x(substreamId, 5)}: [${prgIndex}${last ? 'L' : ''}] ${un ? 'un' : ''}privileged ${read ? 'R' : ''}${write ? 'W' : ''}${execute ? 'X' : ''} access at iova 0x${x(at, 16)}`], values: { streamId, substreamId, prgIndex, last, privileged: !un, read, write, execute, address: at } }
    },
  })),
  {
    name: 'event by name', print: (next) => {
      const [sid, at] = [below(next, 65536), address(next)]
      return { lines: [`arm-smmu-v3 arm-smmu-v3.0.auto: event: F_TRANSLATION client: 0000:01:00.0 sid: 0x${x(sid)} ssid: 0x1 iova: 0x${x(at)} ipa: 0x0`, 'arm-smmu-v3 arm-smmu-v3.0.auto: unpriv data write s1 "Input address caused fault" stag: 0x7'], values: { streamId: sid, substreamId: 1, stag: 7, inputAddress: at, class: 2, stage2: false, privileged: false, read: false } }
    },
  },
]

const others: readonly Printer[] = [
  { name: 'RISC-V fault', print: (next) => { const [cause, devid, iotval, iotval2] = [below(next, 300), below(next, 1 << 24), u64(next), u64(next)]; return { lines: [`riscv-iommu 10000.iommu: Fault ${cause} devid: 0x${x(devid)} iotval: ${x(iotval)} iotval2: ${x(iotval2)}`], values: { cause, deviceId: devid, iotval, iotval2 } } } },
  { name: 'RISC-V fault with ttyp', print: (next) => { const devid = below(next, 65536); return { lines: [`Fault 13 devid: ${devid} ttyp 9 iotval: 0 iotval2: 0`], values: { cause: 13, deviceId: devid, ttyp: 9 } } } },
  { name: 'RISC-V queue', print: (next) => { const queue = below(next, 4); return { lines: [`Queue #${queue} error; fault:0 timeout:1 illegal:0 fence_w_ip:0`], values: { queue, timeout: 1 } } } },
  { name: 'virtio fault', print: (next) => { const [endpoint, at] = [below(next, 65536), address(next)]; return { lines: [`virtio_iommu virtio1: ${pick(next, ['domain', 'page', 'unknown'])} fault from EP ${endpoint} at 0x${x(at)} [RW]`], values: { endpoint, address: at, access: 'RW' } } } },
  { name: 'io_page_fault', print: (next) => { const [{ text, rid }, at] = [bdf(next), address(next)]; return { lines: [`io_page_fault: IOMMU:[drvname] ${text} iova=0x${x(at, 16)} flags=0x0001`], values: { rid, address: at, flags: 1 } } } },
  { name: 'generic page request', print: (next) => { const [{ text }, at, group] = [bdf(next), address(next), below(next, 512)]; return { lines: [`dev_fault: IOMMU:${text} type=2 reason=0 addr=0x${x(at, 16)} pasid=3 group=${group} last=1 prot=3`], values: { address: at, group, pasid: 3, last: true } } } },
  { name: 'generic page response', print: (next) => { const [{ text }, at, group] = [bdf(next), address(next), below(next, 512)]; return { lines: [`dev_page_response: IOMMU:${text} code=1 addr=0x${x(at, 16)} pasid=3 group=${group}`], values: { address: at, group, code: 1 } } } },
  { name: 'QEMU page request', print: (next) => { const [{ text, rid }, payload] = [bdf(next, false), u64(next)]; return { lines: [`riscv_iommu_pri riscv-iommu-pci: page request 00${text} iova: 0x${x(payload)}`], values: { device: `00${text}`, deviceId: rid } } } },
  { name: 'QEMU invalid descriptor', print: (next) => { const w = [u64(next), u64(next)]; return { lines: [`qemu-system-x86_64: vtd_process_wait_desc: invalid ${pick(next, ['wait ', '', 'dev-iotlb inv ', 'cc inv '])}desc: hi=${x(w[1]!)}, lo=${x(w[0]!)} (reserved nonzero)`], bytes: little(8, w, 32) } } },
  { name: 'QEMU DMA fault', print: (next) => { const [rid, at, faultReason] = [below(next, 65536), address(next), below(next, 60)]; return { lines: [`vtd_dmar_fault sid 0x${x(rid)} fault ${faultReason} addr 0x${x(at)} write 0`], values: { sid: rid, faultInfo: at, faultReason, type1: true } } } },
  { name: 'QEMU SMMU event', print: (next) => { const sid = below(next, 65536); return { lines: [`smmuv3_record_event F_TRANSLATION sid=${pick(next, [`0x${x(sid)}`, String(sid)])}`], values: { streamId: sid, eventNumber: 16 } } } },
  { name: 'QEMU command', print: (next) => { const w = [u64(next), u64(next)]; return { lines: [`riscv_iommu_cmd riscv-iommu-pci: command 0x${x(w[0]!)} 0x${x(w[1]!)}`], bytes: little(8, w, 16) } } },
  { name: 'QEMU fault', print: (next) => { const [{ text }, w] = [bdf(next), [u64(next), u64(next)]]; return { lines: [`riscv_iommu_flt riscv-iommu-pci: fault ${text} reason: 0x${x(w[0]!)} iova: 0x${x(w[1]!)}`], bytes: `${little(8, [w[0]!], 8)}${'?'.repeat(16)}${little(8, [w[1]!], 8)}${'?'.repeat(16)}` } } },
  { name: 'QEMU translation request', print: (next) => { const [{ text }, at] = [bdf(next), address(next)]; return { lines: [`riscv_iommu_ats riscv-iommu-pci: translate request ${text} iova: 0x${x(at)}`], values: { device: text, address: at } } } },
  { name: 'QEMU descriptor', print: (next) => { const w = [u64(next), u64(next)]; return { lines: [`vtd_inv_desc invalidate desc type ${pick(next, ['page group response', 'wait', 'device-iotlb'])} high 0x${x(w[1]!)} low 0x${x(w[0]!)}`], bytes: little(8, w, 32) } } },
  { name: 'QEMU fault register', print: (next) => { const w = [u64(next), u64(next)]; return { lines: [`vtd_frr_new index 0 high 0x${x(w[1]!)} low 0x${x(w[0]!)}`], bytes: little(8, w, 16) } } },
  { name: 'PAGE_REQ', print: (next) => { const [page, index, lwr] = [below(next, 2 ** 30), below(next, 512), below(next, 8)]; return { lines: [`  + PAGE_REQ:      tag 0x${x(below(next, 256))} addr 0x${x(page)}000 gidx 0x${x(index)} lwr 0b${lwr.toString(2).padStart(3, '0')}`], values: { address: BigInt(page) << 12n, prgIndex: index, last: (lwr & 4) !== 0, write: (lwr & 2) !== 0, read: (lwr & 1) !== 0 } } } },
  { name: 'ATS_INVAL_CPL', print: (next) => { const [id, cc, itag] = [below(next, 65536), below(next, 8), u32(next)]; return { lines: [`  + ATS_INVAL_CPL: dev_id 0x${x(id)} cc ${cc} itag_vec ${itag.toString(2)}`], values: { destinationId: id, completionCount: cc, itagVector: itag } } } },
  { name: 'ATS_INVAL_REQ', print: (next) => { const [id, itag] = [below(next, 65536), below(next, 32)]; return { lines: [`  + ATS_INVAL_REQ: dev_id 0x${x(id)} itag 0x${x(itag)}`], values: { destinationId: id, itag } } } },
]

/** A header of a memory read, memory write, or Page Request, in four DWs. */
function header(next: Next): number[] {
  const rid = below(next, 65536) * 65536
  return pick(next, [[0x0000_0001, rid + 0x10f, next() & ~3, 0], [0x4000_0001, rid + 0x20f, next() & ~3, 0], [0x2000_0001, rid + 0x30f, below(next, 256), next() & ~3], [0x3000_0000, rid + 0x04, next(), (next() & ~0xfff) | 7]].map((dws) => dws.map((dw) => dw >>> 0)))
}
const wire = (dws: readonly number[]): string => dws.map((dw) => x(dw, 8)).join('')
const ofHeader = (dws: readonly number[]): string => wire(dws[0] === 0x2000_0001 || dws[0] === 0x3000_0000 ? dws : dws.slice(0, 3))

const headers: readonly Printer[] = [
  ...([['of today', (d) => `pcieport 0000:00:01.0: AER:   TLP Header: ${d.map((v) => `0x${x(v, 8)}`).join(' ')}`], ['before 6.15', (d) => `pcieport 0000:00:01.0:   TLP Header: ${d.map((v) => x(v, 8)).join(' ')}`], ['of CPER', (d) => `{1}[Hardware Error]:   TLP Header: ${d.map((v) => x(v, 8)).join(' ')}`], ['of lspci', (d) => `\t\tHeaderLog: ${d.map((v) => x(v, 8)).join(' ')}`], ['of rasdaemon', (d) => `\t1 Uncorrected (Non-Fatal) errors: Completer Abort TLP Header: ${d.map((v) => x(v, 8)).join(' ')}`], ['of aer-inject', (d) => `HEADER_LOG ${d.map((v) => `0x${x(v)}`).join(' ')}`], ['of aer_event', (d) => `aer_event: 0000:01:00.0 PCIe Bus Error: severity=Uncorrected, non-fatal, Unsupported Request, TLP Header={${d.map((v) => `0x${x(v)}`).join(',')}}`], ['of aer_event, 14 values', (d) => `aer_event: 0000:01:00.0 PCIe Bus Error: severity=Uncorrected, non-fatal, Unsupported Request, TLP Header={${[...d, ...Array<number>(10).fill(0)].map((v) => `0x${x(v)}`).join(',')}}`]] as readonly (readonly [string, (dws: readonly number[]) => string])[]).map(([name, line]): Printer => ({
    name: `header log ${name}`, print: (next) => { const dws = header(next); return { lines: [line(dws)], bytes: ofHeader(dws) } },
  })),
  { name: 'header log with a prefix', print: (next) => { const [dws, pasid] = [header(next), (0x9100_0000 | below(next, 1 << 20)) >>> 0]; return { lines: [`AER:   TLP Header: ${dws.map((v) => `0x${x(v, 8)}`).join(' ')} E-E Prefixes: 0x${x(pasid, 8)}`], bytes: wire([pasid]) + ofHeader(dws), values: { pasid: pasid & 0xfffff } } } },
  { name: 'header log with a prefix on a line of its own', print: (next) => { const [dws, pasid] = [header(next), (0x9100_0000 | below(next, 1 << 20)) >>> 0]; return { lines: [`pcieport 0000:3a:00.0: DPC: TLP Header: ${dws.map((v) => `0x${x(v, 8)}`).join(' ')}`, 'pcieport 0000:3a:00.0: DPC: RP PIO ImpSpec Log 0x00000000', `pcieport 0000:3a:00.0: DPC: TLP Prefix Header: dw0, 0x${x(pasid, 8)}`, 'pcieport 0000:3a:00.0: DPC: TLP Prefix Header: dw1, 0x00000000'], bytes: wire([pasid]) + ofHeader(dws), values: { pasid: pasid & 0xfffff, device: '0000:3a:00.0' } } } },
  { name: 'header log of flit mode', print: (next) => { const dws = [0x0300_0001, (below(next, 65536) * 65536 + 0xaff) >>> 0, (next() & ~3) >>> 0]; return { lines: [`AER:   TLP Header (Flit): ${dws.map((v) => `0x${x(v, 8)}`).join(' ')} 0x00000000`], bytes: wire(dws) } } },
  { name: 'pcileech', print: (next) => { const dws = header(next).slice(0, 3); dws[0] = 1; return { lines: [`./pcileech tlp -vvv -in ${wire(dws)}`], bytes: wire(dws) } } },
]

const sign = (on: boolean): string => (on ? '+' : '-')
const lspci: readonly Printer[] = ['\t', '        ', ', '].map((spelling): Printer => ({
  name: `lspci, ${JSON.stringify(spelling)}`, print: (next) => {
    const [depth, unit, enable] = [below(next, 32), below(next, 32), flag(next)]
    const [tab, comma] = spelling === ', ' ? ['\t', ', '] : [spelling, ' ']
    return {
      lines: [`${tab}Capabilities: [220 v1] Address Translation Service (ATS)`, `${tab}${tab}ATSCap:${comma === ', ' ? ' ' : '\t'}Invalidate Queue Depth: ${x(depth, 2)}`, `${tab}${tab}ATSCtl:\tEnable${sign(enable)}, Smallest Translation Unit: ${x(unit, 2)}`],
      values: { invalidateQueueDepth: depth, smallestTranslationUnit: unit, enable, offset: 0x220 },
    }
  },
}))

const qemu: readonly Printer[] = [
  ...([['iotlb_pages', 'iotlb invalidate domain 0x5 addr 0x1187a9000 mask 0x2', { granularity: 3, domainId: 5, address: 0x1187a9000n, addressMask: 2 }], ['iotlb_domain', 'iotlb invalidate whole domain 0x5', { granularity: 2, domainId: 5 }], ['iotlb_global', 'iotlb invalidate global', { granularity: 1 }],
    ['iotlb_pasid_pages', 'iotlb invalidate domain 0x5 addr 0x1000 mask 0x0 pasid 0x3', { granularity: 3, domainId: 5, address: 0x1000n, pasid: 3 }], ['iotlb_pasid', 'iotlb invalidate domain 0x5 pasid 0x3', { granularity: 2, domainId: 5, pasid: 3 }], ['cc_device', 'context invalidate device 6a:02.00', { granularity: 3, sid: 0x6a10 }],
    ['cc_devices', 'context invalidate devices sid 0x6a10 fmask 0x3', { granularity: 3, sid: 0x6a10, functionMask: 3 }], ['cc_domain', 'context invalidate domain 0x5', { granularity: 2, domainId: 5 }], ['cc_global', 'context invalidate globally', { granularity: 1 }], ['wait_sw', 'wait invalidate status write addr 0x10005f634 data 0x2', { statusWrite: true, statusAddress: 0x10005f634n, statusData: 2 }],
    ['pasid_cache_dsi', 'Domain selective PC invalidation domain 0x5', { granularity: 0, domainId: 5 }], ['pasid_cache_psi', 'PASID selective PC invalidation domain 0x5 pasid 0x3', { granularity: 1, domainId: 5, pasid: 3 }]] as const).map(([name, text, values]): Printer => ({ name: `vtd_inv_desc_${name}`, print: () => ({ lines: [`vtd_inv_desc_${name} ${text}`], values }) })),
  { name: 'translation failure of QEMU', print: (next) => { const [{ text, rid }, at] = [bdf(next, false), address(next)]; return { lines: [`qemu-system-x86_64: vtd_iommu_translate: detected translation failure (dev=${text.replace('.', ':0')}, iova=0x${x(at)})`], values: { rid, address: at } } } },
  { name: 'walk of QEMU', print: (next) => { const at = address(next); return { lines: [`qemu-system-x86_64: vtd_iova_to_slpte: detected slpte permission error (iova=0x${x(at)}, level=0x3, slpte=0x0, write=1)`], values: { address: at, level: 3, write: 1 } } } },
  {
    name: 'cache_tag_flush_range', print: (next) => {
      const [{ text, rid }, at, order, pasid, domain] = [bdf(next), address(next), below(next, 60), below(next, 1 << 20), below(next, 1 << 16)]
      const all = order >= 52
      return { lines: [`cache_tag_flush_range: dmar3 ${text}[${pasid}] type ${pick(next, ['devtlb', 'nesting_devtlb'])} did ${domain} [0x${x(at)}-0x${x(at + 0xfffn)}] addr 0x${x(at)} pages 0x1 mask 0x${x(order)}`], values: { rid, begin: at, pages: all ? undefined : 2n ** BigInt(order), ...(pasid !== 0 && { pasid }), domain, iommu: 'dmar3' } }
    },
  },
]

const lspciPasted: readonly Printer[] = [
  { name: 'lspci, -PP, a line of which is broken', print: (next) => { const [allocation, device] = [u32(next), bdf(next, false)]; return { lines: [`00:01.0/01:00.0/${device.text} VGA compatible controller: words`, '\tCapabilities: [2c0 v1] Page Request Interface (PRI)', '\t\tPRICtl: Enable- Reset-', '\t\tPRISta: RF- UPRGI- Stopped+', '\t\tPage Request Capacity: 00000100, Page Request Allocation:', x(allocation, 8)], values: { rid: device.rid, pageRequestCapacity: 0x100, pageRequestAllocation: allocation, stopped: true } } } },
  { name: 'lspci, in Markdown, with blank lines', print: (next) => { const width = below(next, 21); return { lines: ['Capabilities: \\[230 v1\\] Process Address Space ID (PASID)', '', `PASIDCap: Exec- Priv+, Max PASID Width: ${x(width, 2)}`, '', 'PASIDCtl: Enable+ Exec- Priv+'], values: { maxPasidWidth: width, enable: true, privilegedModeEnable: true, offset: 0x230 } } } },
]

const freebsd: readonly Printer[] = [
  { name: 'event of FreeBSD', print: (next) => { const w = [0x10, ...[1, 2, 3, 4, 5, 6, 7].map(() => u32(next))]; return { lines: ['smmu0: Event F_TRANSLATION (Translation fault.) received.', `smmu0: SID ${x(w[1]!)}, Input Address: ${x((BigInt(w[5]!) << 32n) | BigInt(w[4]!))}`, ...w.map((v, i) => `smmu0: evt[${i}] ${x(v)}`)], bytes: little(4, w, 32), values: { iommu: 'smmu0' } } } },
]

const refused: readonly Printer[] = [
  ...(['decimal', 'hexadecimal'] as const).map((base): Printer => ({
    name: `PPR that the driver of a GPU refuses, the PASID in ${base}`, print: (next) => {
      const [bus, device, fn, at, pasid, flags] = [base === 'decimal' ? 0 : 1 + below(next, 255), below(next, 32), below(next, 8), address(next), 1 + below(next, 65535), below(next, 4096)]
      const name = `${x(bus)}:${x(device)}.${fn}`
      return { lines: [`kfd kfd: amdgpu: Invalid PPR device ${name} pasid ${base === 'decimal' ? pasid : `0x${x(pasid)}`} address 0x${x(at).toUpperCase()} flags 0x${x(flags).toUpperCase()}`], values: { pasid, address: at, device: name, deviceId: base === 'decimal' ? undefined : (bus << 8) | (device << 3) | fn, guest: (flags & 0x100) !== 0, read: (flags & 4) !== 0, write: (flags & 0x20) !== 0, last: undefined } }
    },
  })),
  { name: 'RISC-V queue of the IOMMU', print: (next) => { const [queue, fault] = [1 + below(next, 3), below(next, 2)]; return { lines: [`riscv-iommu 10000.iommu: Queue #${queue} error; memory fault:${fault} overflow:1`], values: { queue, memory_fault: fault, overflow: 1 } } } },
]

/** `trace-cmd report -R`, and the option `fields` of ftrace. */
const raw: readonly Printer[] = (['decimal', 'both bases'] as const).flatMap((base): Printer[] => {
  const field = (name: string, value: bigint): string => `${name}=${base === 'decimal' ? value : `0x${x(value)} (${BigInt.asIntN(64, value)})`}`
  return [
    { name: `fields of prq_report in ${base}`, print: (next) => { const q = [(u64(next) & ~0xffn) | 1n, u64(next), u64(next), u64(next)]; return { lines: [`prq_report:            ${q.map((w, i) => field(`dw${i}`, w)).join(' ')} seq=0x7 iommu=dmar2 dev=0000:6a:02.0 buff=ARRAY[00, 00]`], bytes: little(8, q, 32), values: { iommu: 'dmar2', sequence: 7 } } } },
    { name: `fields of qi_submit in ${base}`, print: (next) => { const q = [1, 2, 3, 4].map(() => u64(next)); return { lines: [`qi_submit:             ${q.map((w, i) => field(`qw${i}`, w)).join(' ')} iommu=dmar2`], bytes: little(8, q, 32), values: { iommu: 'dmar2' } } } },
  ]
})

export const printers: readonly Printer[] = [...intel, ...amd, ...smmu, ...others, ...headers, ...qemu, ...virtual, ...lspci, ...lspciPasted, ...freebsd, ...refused, ...raw]

/** Whether an item is what was printed: every byte and value of it, and nothing more. */
export function mistakeOf(item: Pick<LinkedItem, 'record' | 'data' | 'message' | 'said'>, { bytes, values = {}, record }: Printed): string | undefined {
  if (record !== undefined && item.record !== record) return `a ${item.record}`
  const found = item.data ? [...item.data.bytes].map((byte, i) => (item.data!.known[i] === 0xff ? x(byte, 2) : '??')).join('') : undefined
  if (bytes !== undefined && found !== bytes) return `bytes ${found}`
  for (const [name, value] of Object.entries(values)) {
    const is = Object.hasOwn(item.message, name) ? item.message[name] : item.said[name]
    if (String(is) !== String(value)) return `${name} ${String(is)}, not ${String(value)}`
  }
  return undefined
}
