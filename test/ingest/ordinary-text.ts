import { below, pick } from './printers.ts'
import type { Next } from './printers.ts'

/**
 * What logs, mails and consoles are full of, and holds no record of ATS, PRI or their neighbours, though much of it is hex.
 * All of it is synthetic: the shape is that of the kernel or of a tool, the values are random.
 */
export interface Ordinary {
  readonly name: string
  /** Lines of one kind. */
  lines(next: Next): readonly string[]
}

const digits = (next: Next, count: number): string => Array.from({ length: count }, () => below(next, 16).toString(16)).join('')
const bytes = (next: Next, count: number, gap = ' '): string => Array.from({ length: count }, () => digits(next, 2)).join(gap)
const words = (next: Next, count: number, width: number, gap = ' '): string => Array.from({ length: count }, () => digits(next, width)).join(gap)
/** Of the direct map, and of the text of a kernel. */
const pointer = (next: Next): string => `ffff${pick(next, ['8', '9', 'a', 'c'])}${digits(next, 11)}`
const text = (next: Next): string => `ffffffff${pick(next, ['8', '9', 'a', 'b', 'c'])}${digits(next, 7)}`
const ZERO = '0000000000000000'
const small = (next: Next): string => digits(next, pick(next, [1, 2, 4])).padStart(16, '0')
const word = (next: Next): string => pick(next, [pointer, text, small, () => ZERO, () => `00000000${digits(next, 8)}`, () => `00007f${digits(next, 10)}`, () => `000055${digits(next, 10)}`])(next)
const words32 = (next: Next, count: number): string => Array.from({ length: count }, () => pick(next, ['00000000', digits(next, 8), `c0${digits(next, 6)}`, `0000${digits(next, 4)}`])).join(' ')
const offset = (index: number, width: number): string => (16 * index).toString(16).padStart(width, '0')
const times = (count: number, line: (index: number) => string): string[] => Array.from({ length: count }, (_, index) => line(index))
const dots = '.'.repeat(16)

const kind = (name: string, lines: Ordinary['lines']): Ordinary => ({ name, lines })

export const ordinaryText: readonly Ordinary[] = [
  kind('registers of a network card', (next) => ['Offset\t\tValues', '------\t\t------', ...times(40, (i) => `0x${offset(i, 4)}:\t\t${times(16, () => pick(next, ['00', '00', digits(next, 2)])).join(' ')} `)]),
  kind('a stack of 64 bits', (next) => ['Stack:', ...times(200, () => ` ${word(next)} ${pointer(next)} ${text(next)} ${word(next)}`)]),
  kind('a stack of any words', (next) => ['Stack:', ...times(200, () => ` ${word(next)} ${word(next)} ${word(next)} ${pick(next, [text, pointer])(next)}`)]),
  kind('a stack of 32 bits', (next) => ['Stack: (0xde5f1e58 to 0xde5f2000)', ...times(200, () => `${digits(next, 3)}0: ${words32(next, 8)}`)]),
  kind('registers', (next) => [
    ...times(20, () => `RAX: ${word(next)} RBX: ${word(next)} RCX: ${word(next)}`), ...times(20, () => `x29: ${word(next)} x28: ${word(next)} x27: ${word(next)}`),
    ...times(20, (i) => `GPR${String(4 * (i % 8)).padStart(2, '0')}: ${word(next)} ${word(next)} ${word(next)} ${word(next)} `), ...times(20, (i) => `$ ${4 * (i % 8)}   : ${word(next)} ${word(next)} ${word(next)} ${word(next)}`),
    ...times(20, (i) => `$ ${4 * (i % 8)}   : ${words32(next, 4)}`), ...times(20, () => `Krnl GPRS: ${word(next)} ${word(next)} ${word(next)} ${word(next)}`), ...times(20, () => `           ${word(next)} ${word(next)} ${word(next)} ${text(next)}`),
    'RIP: 0010:do_one_initcall+0x59/0x2c0', 'CR2: ffffa0b1c0de1000 CR3: 000000010a20a006 CR4: 0000000000770ee0', 'r7 : c0a81234  r6 : 00000000  r5 : c1234567  r4 : de5f1c00', `epc : ${text(next)} ra : ${text(next)} sp : ${pointer(next)}`,
  ]),
  kind('code around a fault', (next) => [
    ...times(20, () => `Code: ${bytes(next, 42)} <${digits(next, 2)}> ${bytes(next, 20)}`), ...times(60, () => `Code: ${words(next, 4, 8)} (${digits(next, 8)})`),
    'Instruction dump:', ...times(60, () => `${words(next, 4, 8)} <${digits(next, 8)}> ${words(next, 2, 8)}`), ...times(60, () => words(next, 8, 8)),
  ]),
  kind('names of hardware', (next) => [
    bytes(next, 6, ':'), bytes(next, 6, '-'), bytes(next, 8, ':'), `    link/ether ${bytes(next, 6, ':')} brd ff:ff:ff:ff:ff:ff`, `  node guid: 0x${digits(next, 16)}`, `\tnode_guid:\t\t\t${words(next, 4, 4, ':')}`,
    `    link/infiniband 80:00:00:48:fe:80:00:00:00:00:00:00:${bytes(next, 8, ':')} brd 00:ff:ff:ff:ff:12:40:1b:ff:ff:00:00:00:00:00:00:ff:ff:ff:ff`, `ata1.00: WWN 5${digits(next, 15)}`, `naa.5${digits(next, 15)}`,
    `IN=eth0 OUT= MAC=${bytes(next, 14, ':')} SRC=10.0.0.1`, `fe80::${words(next, 4, 4, ':')}`, `client-id ${bytes(next, 7, ':')}`, `GUID: ${words(next, 4, 8, '-')}`,
  ]),
  kind('hashes and ids', (next) => [
    ...times(20, () => [digits(next, 8), words(next, 3, 4, '-'), digits(next, 12)].join('-')), ...times(20, () => digits(next, 40)), ...times(20, () => `${words(next, 2, 40)} A U Thor <a@b.c> 1234567890 +0100`), `commit ${digits(next, 40)}`,
    ...[8, 32, 40, 56, 64, 96, 128].flatMap((size) => [`${digits(next, size)}  file.txt`, digits(next, size)]), `index ${digits(next, 7)}..${digits(next, 7)} 100644`, `Fixes: ${digits(next, 12)} ("iommu: something")`, `SHA256 (f) = ${digits(next, 64)}`, `sha256:${digits(next, 64)}`,
    `SHA1 Fingerprint=${bytes(next, 20, ':').toUpperCase()}`, `2048 ${bytes(next, 16, ':')} a@b (RSA)`, ...times(20, () => `                    ${bytes(next, 15, ':')}:`), `10 ${digits(next, 40)} ima-ng sha256:${digits(next, 64)} /usr/bin/x`, `PCR-00: ${bytes(next, 20).toUpperCase()}`,
    ...times(24, (i) => `  ${i} : 0x${digits(next, 64).toUpperCase()}`), `proctitle=${digits(next, 40)}`, `EXT4-fs (sda1): mounted filesystem ${digits(next, 8)}-${words(next, 3, 4, '-')}-${digits(next, 12)} r/w`,
  ]),
  kind('maps of memory', (next) => [
    `pci 0000:00:02.0: reg 0x10: [mem 0x${digits(next, 16)}-0x${digits(next, 16)} 64bit]`, `BIOS-e820: [mem 0x${digits(next, 16)}-0x${digits(next, 16)}] usable`, `${digits(next, 8)}-${digits(next, 8)} : System RAM`, `  node   0: [mem 0x${digits(next, 16)}-0x${digits(next, 16)}]`,
    ...times(30, () => `7f${digits(next, 10)}-7f${digits(next, 10)} r-xp ${digits(next, 8)} 08:01 ${below(next, 99999)}  /usr/lib/x.so`), ...times(30, () => `7f${digits(next, 10)}-7f${digits(next, 10)} rw-p 00000000 00:00 0 `),
    ...times(30, () => `${text(next)} T some_symbol`), ...times(30, () => `${word(next)} ${word(next)} R __ksymtab_x`), `page:${text(next)} refcount:1 mapcount:0 mapping:0000000000000000 index:0x0 pfn:0x${digits(next, 6)}`,
  ]),
  kind('tables of ACPI', (next) => [
    `ACPI: DMAR 0x${digits(next, 16)} 0000A8 (v01 INTEL  EDK2     00000002      01000013)`, 'DMAR: DRHD base: 0x000000fed90000 flags: 0x0', 'DMAR: dmar0: reg_base_addr fed90000 ver 1:0 cap 1c0000c40660462 ecap 19e2ff0505e', 'DMAR: RMRR base: 0x0000006cd05000 end: 0x0000006cd24fff',
    'DMAR-IR: IOAPIC id 2 under DRHD base  0xfed91000 IOMMU 1', 'AMD-Vi: Extended features (0x58f77ef22294ade, 0x0): PPR X2APIC NX GT IA GA PC GA_vAPIC', 'AMD-Vi: ivhd: device: 00:02.0 cap: 0040 seg: 0 flags: b0 info 0000',
    'arm-smmu-v3 arm-smmu-v3.0.auto: ias 44-bit, oas 44-bit (features 0x00000fef)', 'arm-smmu-v3 arm-smmu-v3.0.auto: allocated 65536 entries for cmdq', 'iommu: Default domain type: Translated', 'pci 0000:00:02.0: Adding to iommu group 0', 'vfio-pci 0000:01:00.0: vfio_ecap_init: hiding ecap 0x1e@0x160',
  ]),
  kind('processors', (next) => [
    'flags\t\t: fpu vme de pse tsc msr pae mce cx8 apic', ...times(40, (i) => `   0x${i.toString(16).padStart(8, '0')} 0x00: eax=0x${digits(next, 8)} ebx=0x${digits(next, 8)} ecx=0x${digits(next, 8)} edx=0x${digits(next, 8)}`), ...times(40, () => `CPUID ${words(next, 1, 8)}: ${words(next, 4, 8, '-')}`),
    ...times(40, (i) => `MSR 0x${i.toString(16)}: 0x${digits(next, 16)}`), `MCE: CPU 0: Machine Check: 0 Bank 4: ${digits(next, 16)}`, `TSC 0 ADDR ${digits(next, 16)} MISC ${digits(next, 16)} `, `[Hardware Error]: IPID: 0x${digits(next, 16)}, Syndrome: 0x${digits(next, 16)}`,
  ]),
  kind('interrupts and counters', (next) => [
    '            CPU0       CPU1', ...times(40, (i) => `${String(i).padStart(3)}: ${times(4, () => String(10_000_000 + below(next, 89_999_999))).join(' ')}`), ...times(40, (i) => `${String(i).padStart(4)}: ${String(below(next, 1e8)).padStart(10)} ${String(below(next, 1e8)).padStart(10)}   PCI-MSI ${i}-edge      eth${i}`),
    'LOC:   12345678   23456789   Local timer interrupts', ...times(40, () => times(4, () => String(10_000_000 + below(next, 89_999_999))).join(' ')), ...times(40, () => `${digits(next, 8)} 00000000 000000${digits(next, 2)} ${'00000000 '.repeat(8).trim()}`),
    ...times(40, () => times(4, () => pick(next, ['00000000', 'ffffffff', '0000000f'])).join(',')), 'Cpus_allowed:\tffffffff,ffffffff', `CapEff:\t${digits(next, 16)}`, 'RxErr 0', 'BadTLP 12', 'TOTAL_ERR_COR 12', '20240102 03040506', '1600000000.123456 1600000001.123456',
  ]),
  kind('traces of functions', () => [' 0)               |  do_syscall_64() {', ' 1)   0.123 us    |    _raw_spin_lock();', ' 3) + 12.345 us   |  }', ' 0)   sshd-1234   =>    idle-0  ', '          <idle>-0       [001] d..2.  104.123456: sched_switch: prev_comm=swapper/1 prev_pid=0 prev_prio=120 prev_state=R ==> next_comm=kworker next_pid=12 next_prio=120', '           bash-1234    [000] .....   12.345678: map: IOMMU: iova=0x00000000ffffe000 - 0x00000000fffff000 paddr=0x0000000103f1c000 size=4096', '  modprobe-99    [000] .....   12.345679: attach_device_to_domain: IOMMU: device=0000:00:03.0']),
  kind('errors of links', () => ['pcieport 0000:00:1c.0: AER: Corrected error received: 0000:01:00.0', 'nvme 0000:01:00.0: PCIe Bus Error: severity=Corrected, type=Physical Layer, (Receiver ID)', 'nvme 0000:01:00.0:   device [144d:a808] error status/mask=00000001/0000e000', 'nvme 0000:01:00.0:    [ 0] RxErr                  (First)', 'pcieport 0000:00:01.0: DPC: containment event, status:0x1f01 source:0x0000', 'aer_event: 0000:01:00.0 PCIe Bus Error: severity=Corrected, Receiver Error, TLP Header=Not available', '\t\tHeaderLog: 00000000 00000000 00000000 00000000', '\tRegion 0: Memory at f7d00000 (64-bit, non-prefetchable) [size=1M]', '\t\tAddress: 00000000fee00438  Data: 0000', '\tCapabilities: [140 v1] Device Serial Number 00-00-c9-ff-ff-00-00-00', '00:1f.3 Audio device: Intel Corporation Device a0c8 (rev 20)', '\t\tUESta:\tDLP- SDES- TLP- FCP- CmpltTO-']),
  kind('dumps of USB, Bluetooth and input', (next) => [
    ...times(40, () => `${pointer(next)} 3575914560 C Ii:1:001:1 0:2048 8 = ${words(next, 2, 8)}`), ...times(40, () => `${pointer(next)} 3575914560 C Bi:1:001:1 0 16 = ${words(next, 4, 8)}`), `    ** UNRECOGNIZED:  ${bytes(next, 9)}`,
    ...times(40, (i) => `E: 000${String(i).padStart(3, '0')}.000000 16 ${bytes(next, 16)}`), `        ${bytes(next, 8)}                          ........`, '> HCI Event: 0x0e plen 4', `  ${bytes(next, 12)}`, 'B: KEY=402000000 3803078f800d001 feffffdfffefffff fffffffffffffffe', 'I: Bus=0011 Vendor=0001 Product=0001 Version=ab41',
  ]),
  kind('debuggers', (next) => [
    `#0  0x00007f${digits(next, 10)} in raise () from /lib64/libc.so.6`, `rax            0x${digits(next, 12)}  ${below(next, 1e9)}`, `=> 0x0000${digits(next, 12)} <+4>:\tmov    $0x0,%eax`, ...times(40, () => `  ${digits(next, 6)}:\t${bytes(next, 4)}          \tmov    %eax,%ebx`),
    'Contents of section .rodata:', ...times(40, (i) => ` ${offset(i, 4)} ${words(next, 4, 8)}  ................`), '  Magic:   7f 45 4c 46 02 01 01 00 00 00 00 00 00 00 00 00 ', ...times(20, () => `  LOAD           0x${small(next)} 0x${small(next)} 0x${small(next)}`),
    ` #0 [${pointer(next)}] machine_kexec at ${text(next)}`, ...times(60, () => `    ${pointer(next)}: ${pointer(next)} ${text(next)} `), 'RAX=0000000000000000 RBX=ffffffff82a1c480 RCX=0000000000000001 RDX=0000000000000000', 'CS =0010 0000000000000000 ffffffff 00a09b00 DPL=0 CS64 [-RA]', 'GDT=     fffffe0000001000 0000007f',
    ...times(10, () => `YMM00=${words(next, 4, 16)}`), ...times(10, () => `XMM00=${words(next, 2, 16)} XMM01=${words(next, 2, 16)}`),
  ]),
  kind('memory around a bug', (next) => [
    'Memory state around the buggy address:', ...times(60, () => ` ${pointer(next)}: ${times(16, () => pick(next, ['00', 'fc', 'fb', 'fa'])).join(' ')}`), '                   ^', ...times(20, () => `Object ${pointer(next)}: 6b 6b 6b 6b 6b 6b 6b 6b 6b 6b 6b 6b 6b 6b 6b a5  kkkkkkkkkkkkkkk.`),
    ...times(100, () => `raw: 0017ffffc0000${digits(next, 3)} ${pick(next, ['dead000000000100', ZERO, pointer(next)])} ${pick(next, ['dead000000000122', `00000000${digits(next, 8)}`, pointer(next)])} ${word(next)}`), 'raw: 0000000000000000 0000000080400040 00000001ffffffff 0000000000000000', 'page dumped because: bad pte',
  ]),
  kind('dumps of drivers', (next) => [
    'fw dump:', ...times(60, (i) => `${offset(i, 8)}: ${words(next, 4, 8)}`), ...times(60, (i) => `ath10k: [${4 * i}]: 0x${words(next, 4, 8, ' 0x')}`), 'infiniband mlx5_0: dump error cqe', ...times(40, (i) => `${offset(i, 3)}: ${words(next, 4, 8)}`),
    ...times(40, (i) => `  [${offset(i, 4)}] ${words(next, 4, 8)}`), ...times(40, (i) => `[drm]  0x${words(next, 4, 8, ' 0x')} ${i}`), ...times(20, (i) => `T  [0x${i.toString(16).padStart(3, '0')}]    ${words(next, 3, 16)} 0040    0 ${words(next, 2, 16)}`), `RDT[0-3]        ${words(next, 4, 8)}`,
    'amdgpu 0000:0b:00.0: amdgpu: [gfxhub0] retry page fault (src_id:0 ring:0 vmid:8 pasid:32769, for process x pid 1 thread y pid 2)', 'NVRM: Xid (PCI:0000:01:00): 31, pid=1234, Ch 00000010, intr 10000000. MMU Fault', 'nvme nvme0: I/O 12 QID 3 timeout, aborting', 'i915 0000:00:02.0: [drm] *ERROR* GT0: TLB invalidation response timed out for seqno 644',
    'arm-smmu 15000000.iommu: Unhandled context fault: fsr=0x402, iova=0x00000000, fsynr=0x1, cbfrsynra=0x800, cb=1', ...times(20, (i) => `sd 0:0:0:0: [sda] tag#${i} CDB: Read(10) 28 00 ${bytes(next, 4)} 00 00 08 00`),
  ]),
  kind('bytes of screens, firmware and disks', (next) => [
    '[drm] EDID:', ...times(8, () => `\t${bytes(next, 16)}`), '     0  1  2  3  4  5  6  7  8  9  a  b  c  d  e  f    0123456789abcdef', ...times(40, (i) => `${offset(i % 16, 2)}: ${bytes(next, 16)}    ${dots}`), ...times(40, (i) => `    ${offset(i, 4).toUpperCase()}: ${bytes(next, 16).toUpperCase()}  ${dots}`),
    ...times(40, (i) => `${offset(i, 4)}: ${bytes(next, 16)} "${dots}"`), ...times(40, () => `:10${digits(next, 4)}00${digits(next, 34)}`.toUpperCase()), ...times(40, () => `S113${digits(next, 38)}`.toUpperCase()), '  40 51 00 12 34 56 07  Error: UNC at LBA', 'Sense Key : Medium Error [current]', `Inquiry: 00 00 05 02 ${bytes(next, 12)}`,
  ]),
  kind('packets of networks', (next) => ['12:34:56.789012 IP 10.0.0.1.22 > 10.0.0.2.1234: Flags [P.], seq 1:2, ack 3', ...times(40, (i) => `\t0x${offset(i, 4)}:  ${words(next, 8, 4)}`), `wlan0: RX EAPOL - hexdump(len=121): ${bytes(next, 60)}`, `Key Nonce - hexdump(len=32): ${bytes(next, 32)}`, `   0: 0100007F:0277 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 12345 1 ${pointer(next)} 100 0 0 10 0`, 'eth0\t0000000A\t0100A8C0\t0003\t0\t0\t100\t00000000\t0\t0\t0']),
  kind('tables of programs', (next) => [
    'static const u32 table[] = {', ...times(60, () => `\t0x${words(next, 4, 8, ', 0x')},`), ...times(60, () => `    0x${words(next, 8, 2, ', 0x')},`), ...times(60, () => `  0x${words(next, 4, 16, ', 0x')},`), '};', '#define FOO 0xdeadbeef', '@@ -1,5 +1,7 @@', '\t\treg = <0x0 0xfed00000 0x0 0x1000>;', 'iommu-map = <0x0 0x5 0x0 0x10000>;',
  ]),
]
