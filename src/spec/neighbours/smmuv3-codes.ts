/** Numbers of the SMMUv3's command and event queues. Arm IHI 0070, 4.1.1, 6.3 and 7.3. */

/** Opcode of a command, q0[7:0]; 0x80 to 0x8F are implementation defined, the rest is reserved. */
export const SMMU_COMMAND = {
  CMD_PREFETCH_CONFIG: 0x01,
  CMD_PREFETCH_ADDR: 0x02,
  CMD_CFGI_STE: 0x03,
  CMD_CFGI_STE_RANGE: 0x04,
  CMD_CFGI_CD: 0x05,
  CMD_CFGI_CD_ALL: 0x06,
  CMD_CFGI_VMS_PIDM: 0x07,
  CMD_TLBI_NH_ALL: 0x10,
  CMD_TLBI_NH_ASID: 0x11,
  CMD_TLBI_NH_VA: 0x12,
  CMD_TLBI_NH_VAA: 0x13,
  CMD_TLBI_EL3_ALL: 0x18,
  CMD_TLBI_EL3_VA: 0x1a,
  CMD_TLBI_EL2_ALL: 0x20,
  CMD_TLBI_EL2_ASID: 0x21,
  CMD_TLBI_EL2_VA: 0x22,
  CMD_TLBI_EL2_VAA: 0x23,
  CMD_TLBI_S12_VMALL: 0x28,
  CMD_TLBI_S2_IPA: 0x2a,
  CMD_TLBI_NSNH_ALL: 0x30,
  CMD_ATC_INV: 0x40,
  CMD_PRI_RESP: 0x41,
  CMD_RESUME: 0x44,
  CMD_STALL_TERM: 0x45,
  CMD_SYNC: 0x46,
  CMD_TLBI_S_EL2_ALL: 0x50,
  CMD_TLBI_S_EL2_ASID: 0x51,
  CMD_TLBI_S_EL2_VA: 0x52,
  CMD_TLBI_S_EL2_VAA: 0x53,
  CMD_TLBI_S_S12_VMALL: 0x58,
  CMD_TLBI_S_S2_IPA: 0x5a,
  CMD_TLBI_SNH_ALL: 0x60,
  CMD_DPTI_ALL: 0x70,
  CMD_DPTI_PA: 0x73,
} as const

/** CS of CMD_SYNC: how completion is signalled; 3 is illegal. */
export const SMMU_SYNC_SIGNAL = { SIG_NONE: 0, SIG_IRQ: 1, SIG_SEV: 2 } as const

/** MSH of CMD_SYNC. */
export const SMMU_SHAREABILITY = { 'Non-shareable': 0, 'Outer Shareable': 2, 'Inner Shareable': 3 } as const

/** ERR of SMMU_CMDQ_CONS. */
export const SMMU_CMDQ_ERROR = { CERROR_NONE: 0, CERROR_ILL: 1, CERROR_ABT: 2, CERROR_ATC_INV_SYNC: 3 } as const

/** Bits of SMMU_GERROR; an error is active where GERROR and GERRORN differ. Linux prints the bits that differ. */
export const SMMU_GERROR = {
  CMDQ_ERR: 0x1,
  EVENTQ_ABT_ERR: 0x4,
  PRIQ_ABT_ERR: 0x8,
  MSI_CMDQ_ABT_ERR: 0x10,
  MSI_EVENTQ_ABT_ERR: 0x20,
  MSI_PRIQ_ABT_ERR: 0x40,
  MSI_GERROR_ABT_ERR: 0x80,
  SFM_ERR: 0x100,
  CMDQP_ERR: 0x200,
  DPT_ERR: 0x400,
} as const

/** Config of a stream table entry. */
export const SMMU_STE_CONFIG = { Abort: 0, Bypass: 4, Stage1: 5, Stage2: 6, Both: 7 } as const

/** EATS of a stream table entry: what becomes of ATS. */
export const SMMU_EATS = { Off: 0, Full: 1, SplitStage: 2, FullWithDptCheck: 3 } as const

/** S1DSS of a stream table entry: what becomes of traffic without a substream. */
export const SMMU_S1DSS = { Terminate: 0, Bypass: 1, SubstreamZero: 2 } as const
