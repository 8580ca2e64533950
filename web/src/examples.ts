/** Inputs to begin with. Each text is built anew from the driver's own message or the published words. */
export interface Example { readonly title: string; readonly what: string; readonly kind: 'derived' | 'synthetic'; readonly record: string; readonly text: string }

/** Entries of which the second halves are 0. */
const QUEUE = ['0101000345230100596d4523017f0000', '01010003452301005b7d4523017f0000', '0100013b000000002d0020fe00000000', '010100034523310061fd7fffff7f0000', '01010003452301000400000000000000', '01010003540000005e0ddec0d0550000']
const queue = QUEUE.flatMap((hex) => [hex, '0'.repeat(32)]).map((hex, i) => `${(16 * i).toString(16).padStart(4, '0')}: ${hex.match(/../g)!.join(' ')}`).join('\n')

export const examples: readonly Example[] = [
  { title: 'Linux refuses a VT-d page request', what: 'Invalid page request, of which the driver prints q0 and q1', kind: 'derived', record: 'vtd.page-request', text: '[  100.000001] IOMMU: dmar3: Page request in Privilege Mode\n[  100.000006] dmar3: Invalid page request: 1234503000101 7f0123456d5d' },
  { title: 'An Arm SMMU stalls a transaction', what: 'Event 0x10, four words', kind: 'derived', record: 'smmuv3.stall-event', text: '[   77.000001] arm-smmu-v3 arm-smmu-v3.3.auto: event 0x10 received:\n[   77.000002] arm-smmu-v3 arm-smmu-v3.3.auto: \t0x0000750100001810\n[   77.000003] arm-smmu-v3 arm-smmu-v3.3.auto: \t0x0000120080000176\n[   77.000004] arm-smmu-v3 arm-smmu-v3.3.auto: \t0x0000aaaada7af000\n[   77.000005] arm-smmu-v3 arm-smmu-v3.3.auto: \t0x0000aaaada7af000' },
  { title: 'An ATC invalidation times out', what: 'The head of the invalidation queue, as Linux prints it', kind: 'derived', record: 'vtd.device-tlb-invalidate', text: 'DMAR: VT-d detected Invalidation Time-out Error: SID 300\nDMAR: QI HEAD: Device-TLB Invalidation qw0 = 0x300000100003, qw1 = 0x7ffffffffffff001' },
  { title: 'A page request on the wire', what: 'TLP with a PASID prefix', kind: 'derived', record: 'pcie.page-request', text: '91012345 30000000 03000004 00007f01 23456d5d' },
  { title: 'A VT-d page request queue', what: 'Six entries of 32 bytes, as they lie in memory', kind: 'synthetic', record: 'vtd.page-request', text: queue },
  { title: 'A PRG Response on the wire', what: 'Response Failure for group 0x1ab', kind: 'derived', record: 'pcie.prg-response', text: '32000000 00000005 0300f1ab 00000000' },
  { title: 'A fault read from iommufd', what: 'struct iommu_hwpt_pgfault, 40 bytes', kind: 'derived', record: 'linux.iommufd-pgfault', text: '03000000 01000000 01000000 02000000 03000000 00000000 00f0adde 00000000 00000000 01000000' },
  { title: 'A response that Linux sends', what: 'VT-d, failure as code 2, LPIG set', kind: 'synthetic', record: 'vtd.page-group-response', text: '1920000345230100 5c0d000000000000 0000000000000000 0000000000000000' },
]
