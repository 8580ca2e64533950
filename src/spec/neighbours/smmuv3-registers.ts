import * as rules from '../rules/neighbours/smmuv3.ts'
import type { Layout } from '../vocabulary.ts'
import { SMMU_CMDQ_ERROR, SMMU_EATS, SMMU_S1DSS, SMMU_STE_CONFIG } from './smmuv3-codes.ts'
import { flag, one, uint } from './words.ts'

/** Registers of the SMMUv3 that come with a log or a dump of its queues. Arm IHI 0070, 6.3. */

const register = (id: string, name: string) => ({
  id: `smmuv3.${id}`,
  title: name,
  clause: `Arm IHI 0070, 6.3, ${name}`,
  source: 'Arm IHI 0070 G.b, Linux drivers/iommu/arm/arm-smmu-v3, Mu SmmuV3Registers.h',
  word: 4, order: 'little', label: 'r', size: 4,
}) as const

const read = uint([[0, 19, 0]], 'RD: index in [QS-1:0], wrap flag in bit QS, of a queue of 2^QS entries')
const write = uint([[0, 19, 0]], 'WR: index in [QS-1:0], wrap flag in bit QS, of a queue of 2^QS entries')

export const cmdqProd = {
  ...register('cmdq-prod', 'SMMU_CMDQ_PROD'),
  fields: { write }, reserved: [[0, 31, 20]],
} as const satisfies Layout

export const cmdqCons = {
  ...register('cmdq-cons', 'SMMU_CMDQ_CONS'),
  fields: { read, error: uint([[0, 30, 24]], 'ERR: why the queue stopped', { codes: SMMU_CMDQ_ERROR }) },
  reserved: [[0, 23, 20], [0, 31, 31]],
  rules: rules.cmdqCons,
} as const satisfies Layout

/** SMMU_EVENTQ_PROD and SMMU_PRIQ_PROD. */
export const queueProd = {
  ...register('queue-prod', 'SMMU_EVENTQ_PROD and SMMU_PRIQ_PROD'),
  fields: { write, overflow: flag(0, 31, 'OVFLG: entries were lost where it is unlike OVACKFLG') },
  reserved: [[0, 30, 20]],
} as const satisfies Layout

/** SMMU_EVENTQ_CONS and SMMU_PRIQ_CONS. */
export const queueCons = {
  ...register('queue-cons', 'SMMU_EVENTQ_CONS and SMMU_PRIQ_CONS'),
  fields: { read, overflowAcknowledged: flag(0, 31, 'OVACKFLG: entries were lost where it is unlike OVFLG') },
  reserved: [[0, 30, 20]],
} as const satisfies Layout

export const gerror = {
  ...register('gerror', 'SMMU_GERROR and SMMU_GERRORN'),
  fields: {
    cmdqError: flag(0, 0, 'CMDQ_ERR: the command queue stopped; SMMU_CMDQ_CONS says why'),
    eventqAbort: flag(0, 2, 'EVENTQ_ABT_ERR: an event could not be written'),
    priqAbort: flag(0, 3, 'PRIQ_ABT_ERR: a page request could not be written'),
    msiCmdqAbort: flag(0, 4, 'MSI_CMDQ_ABT_ERR: the MSI of a CMD_SYNC could not be written'),
    msiEventqAbort: flag(0, 5, 'MSI_EVENTQ_ABT_ERR: the MSI of the event queue could not be written'),
    msiPriqAbort: flag(0, 6, 'MSI_PRIQ_ABT_ERR: the MSI of the PRI queue could not be written'),
    msiGerrorAbort: flag(0, 7, 'MSI_GERROR_ABT_ERR: the MSI of a global error could not be written'),
    serviceFailure: flag(0, 8, 'SFM_ERR: service failure mode'),
    cmdqpError: flag(0, 9, 'CMDQP_ERR: error of a command queue control page', one),
    dptError: flag(0, 10, 'DPT_ERR: error of a device permission table', one),
  },
  reserved: [[0, 1, 1], [0, 31, 11]],
  rules: rules.gerror,
} as const satisfies Layout

export const cr0 = {
  ...register('cr0', 'SMMU_CR0'),
  fields: {
    smmuEnable: flag(0, 0, 'SMMUEN: translation; without it translation requests get UR, and page requests are discarded'),
    priqEnable: flag(0, 1, 'PRIQEN: page requests are queued'),
    eventqEnable: flag(0, 2, 'EVENTQEN: events are queued'),
    cmdqEnable: flag(0, 3, 'CMDQEN: commands are read'),
    atsCheck: flag(0, 4, 'ATSCHK: translated transactions are checked against the stream table'),
    vmidWildcard: uint([[0, 8, 6]], 'VMW: VMID wildcard'),
    dptWalkEnable: flag(0, 10, 'DPT_WALK_EN: device permission tables are walked'),
  },
  reserved: [[0, 5, 5], [0, 9, 9], [0, 31, 11]],
} as const satisfies Layout

export const cr2 = {
  ...register('cr2', 'SMMU_CR2'),
  fields: {
    e2h: flag(0, 0, 'E2H: EL2 streams are of the E2H regime'),
    recordInvalidStreamId: flag(0, 1, 'RECINVSID: record C_BAD_STREAMID'),
    privateTlbMaintenance: flag(0, 2, 'PTM: broadcast TLB maintenance is ignored'),
    recordAtsConfig: flag(0, 3, 'REC_CFG_ATS: translation requests record configuration errors as well'),
  },
  reserved: [[0, 31, 4]],
} as const satisfies Layout

const NOT_LOOKED_AT = 'not looked at here; kept as it is'

/** The bits that decide ATS, PRI and stalls; the others are kept. */
export const streamTableEntry = {
  id: 'smmuv3.stream-table-entry',
  title: 'Stream Table Entry, q0 to q2',
  clause: 'Arm IHI 0070, 5.2, Stream Table Entry',
  source: 'Arm IHI 0070 G.b, Mu SmmuV3Registers.h, Linux drivers/iommu/arm/arm-smmu-v3',
  word: 8, order: 'little', label: 'q', size: 24,
  fields: {
    valid: flag(0, 0, 'V: the entry is valid'),
    config: uint([[0, 3, 1]], 'Config: abort, bypass, or which stages translate', { codes: SMMU_STE_CONFIG }),
    q0Bits31to4: uint([[0, 31, 4]], NOT_LOOKED_AT),
    q0Bits58to32: uint([[0, 58, 32]], NOT_LOOKED_AT),
    s1CdMax: uint([[0, 63, 59]], 'S1CDMax: log2 of the substreams; 0 for none'),
    s1Dss: uint([[1, 1, 0]], 'S1DSS: what becomes of traffic without a substream', { codes: SMMU_S1DSS }),
    q1Bits17to2: uint([[1, 17, 2]], NOT_LOOKED_AT),
    ppar: flag(1, 18, 'PPAR: responses that the hardware makes itself keep the PASID', one),
    mev: flag(1, 19, 'MEV: events may be merged'),
    q1Bits26to20: uint([[1, 26, 20]], NOT_LOOKED_AT),
    s1StallDisabled: flag(1, 27, 'S1STALLD: stage 1 must not stall'),
    eats: uint([[1, 29, 28]], 'EATS: off, full, split-stage, or full with a DPT check', { codes: SMMU_EATS }),
    strw: uint([[1, 31, 30]], 'STRW: exception level of the stream'),
    q1Bits63to32: uint([[1, 63, 32]], NOT_LOOKED_AT),
    q2Bits31to0: uint([[2, 31, 0]], NOT_LOOKED_AT),
    q2Bits56to32: uint([[2, 56, 32]], NOT_LOOKED_AT),
    s2Stall: flag(2, 57, 'S2S: stage 2 stalls'),
    s2Record: flag(2, 58, 'S2R: stage 2 records faults'),
    q2Bits63to59: uint([[2, 63, 59]], NOT_LOOKED_AT),
  },
  rules: rules.streamTableEntry,
} as const satisfies Layout
