import * as rules from '../rules/neighbours/smmuv3.ts'
import type { Field, Layout } from '../vocabulary.ts'
import { SMMU_SHAREABILITY, SMMU_SYNC_SIGNAL } from './smmuv3-codes.ts'
import { command } from './smmuv3-words.ts'
import { address, flag, page, uint } from './words.ts'

/** Commands of the SMMUv3 that are not of ATS, PRI or stalls, but for the TLB ones, and those that end stalls. */

const secureStream = flag(0, 10, 'SSec: StreamID is a Secure one')
const streamId = uint([[0, 63, 32]], 'StreamID; for PCIe its low 16 bits are the Requester ID')
const substreamId = uint([[0, 31, 12]], 'SubstreamID (the PASID)')
const leaf = flag(1, 0, 'Leaf: the last level alone')

const substream = {
  secureStream,
  substreamValid: flag(0, 11, 'SSV: SubstreamID is valid'),
  substreamId: { ...substreamId, doc: 'SubstreamID (the PASID), if SSV' },
  streamId,
} as const satisfies Record<string, Field>

export const cmdSync = {
  id: 'smmuv3.cmd-sync',
  ...command('CMD_SYNC', '4.7', 'Arm IHI 0070, Linux drivers/iommu/arm/arm-smmu-v3, Mu SmmuV3Registers.h, OpenVMM'),
  fields: {
    completionSignal: uint([[0, 13, 12]], 'CS: how completion is signalled; 1 interrupts, by MSI if an address is given; 3 is illegal', { codes: SMMU_SYNC_SIGNAL }),
    msiShareability: uint([[0, 23, 22]], 'MSH: shareability of the MSI', { codes: SMMU_SHAREABILITY }),
    msiAttributes: uint([[0, 27, 24]], 'MSIAttr: memory type of the MSI'),
    msiData: uint([[0, 63, 32]], 'MSIData'),
    msiAddress: address([[1, 55, 2]], 2, 'MSIAddress[55:2]; [51:2] before 56-bit addresses'),
  },
  reserved: [[0, 11, 8], [0, 21, 14], [0, 31, 28], [1, 1, 0, '[0] may be MSI_NS in a Realm queue'], [1, 63, 56]],
  rules: rules.cmdSync,
} as const satisfies Layout

export const cmdStallTerm = {
  id: 'smmuv3.cmd-stall-term',
  ...command('CMD_STALL_TERM', '4.7', 'Arm IHI 0070, Mu SmmuV3Registers.h'),
  fields: { secureStream, streamId: { ...streamId, doc: 'StreamID: every stall of the stream ends' } },
  reserved: [[0, 9, 8], [0, 31, 11], [1, 63, 0]],
  roles: { device: 'streamId' },
} as const satisfies Layout

export const cmdPrefetchConfig = {
  id: 'smmuv3.cmd-prefetch-config',
  ...command('CMD_PREFETCH_CONFIG', '4.2'),
  fields: substream,
  reserved: [[0, 9, 8], [1, 63, 0]],
  roles: { device: 'streamId', pasid: 'substreamId', pasidValid: 'substreamValid' },
  rules: rules.substreamNotValid,
} as const satisfies Layout

export const cmdPrefetchAddr = {
  id: 'smmuv3.cmd-prefetch-addr',
  ...command('CMD_PREFETCH_ADDR', '4.2'),
  fields: { ...substream, address: page([[1, 63, 12]], 'Addr[63:12]') },
  reserved: [[0, 9, 8, 'the place of Size, Stride and NS is not known here'], [1, 11, 0, 'the place of Size, Stride and NS is not known here']],
  roles: { device: 'streamId', pasid: 'substreamId', pasidValid: 'substreamValid', address: 'address' },
  rules: rules.substreamNotValid,
} as const satisfies Layout

export const cmdCfgiSte = {
  id: 'smmuv3.cmd-cfgi-ste',
  ...command('CMD_CFGI_STE', '4.3'),
  fields: { secureStream, streamId, leaf },
  reserved: [[0, 9, 8], [0, 31, 11], [1, 63, 1]],
  roles: { device: 'streamId' },
} as const satisfies Layout

export const cmdCfgiSteRange = {
  id: 'smmuv3.cmd-cfgi-ste-range',
  ...command('CMD_CFGI_STE_RANGE', '4.3'),
  fields: { secureStream, streamId, range: uint([[1, 4, 0]], 'Range: 2^(Range+1) streams; 31 is CMD_CFGI_ALL') },
  reserved: [[0, 9, 8], [0, 31, 11], [1, 63, 5]],
  roles: { device: 'streamId' },
  rules: rules.cfgiSteRange,
} as const satisfies Layout

export const cmdCfgiCd = {
  id: 'smmuv3.cmd-cfgi-cd',
  ...command('CMD_CFGI_CD', '4.3'),
  fields: { secureStream, substreamId, streamId, leaf },
  reserved: [[0, 9, 8], [0, 11, 11], [1, 63, 1]],
  roles: { device: 'streamId', pasid: 'substreamId' },
} as const satisfies Layout

export const cmdCfgiCdAll = {
  id: 'smmuv3.cmd-cfgi-cd-all',
  ...command('CMD_CFGI_CD_ALL', '4.3'),
  fields: { secureStream, streamId },
  reserved: [[0, 9, 8], [0, 31, 11], [1, 63, 0]],
  roles: { device: 'streamId' },
} as const satisfies Layout
