import { PRG_RESPONSE_CODE, SMMU_EVENT, SMMU_EVENT_CLASS, SMMU_PRI_RESP } from './codes.ts'
import { PLACE } from './place-names.ts'
import type { Roles } from './roles.ts'
import * as rules from './rules/smmuv3.ts'
import type { Field, Layout } from './vocabulary.ts'

/** Arm SMMUv3 queue entries and commands, in little-endian QWORDs. */

const QWORDS = { word: 8, order: 'little', label: 'q' } as const
const LINUX = 'Linux drivers/iommu/arm/arm-smmu-v3/arm-smmu-v3.h, Arm IHI 0070'

const substream = {
  substreamValid: { at: [[0, 11, 11]], as: 'flag', doc: 'SSV: SubstreamID is valid' },
  substreamId: { at: [[0, 31, 12]], as: 'uint', doc: 'SubstreamID (the PASID), if SSV' },
  streamId: { at: [[0, 63, 32]], as: 'uint', doc: 'StreamID; for PCIe its low 16 bits are the Requester ID' },
} as const satisfies Record<string, Field>

const pasidRoles = { pasid: 'substreamId', pasidValid: 'substreamValid' } as const satisfies Roles

export const priQueueEntry = {
  id: 'smmuv3.pri-queue-entry',
  title: 'PRI queue entry',
  clause: 'Arm IHI 0070, 8.2',
  source: `${LINUX} H.a, chapter 8`,
  ...QWORDS,
  size: 16,
  place: PLACE.smmuPriQueue,
  fields: {
    streamId: { at: [[0, 31, 0]], as: 'uint', doc: 'StreamID; its low 16 bits are the Requester ID' },
    substreamId: { at: [[0, 51, 32]], as: 'uint', doc: 'SubstreamID (the PASID); unknown unless SSV' },
    privileged: { at: [[0, 58, 58]], as: 'flag', doc: 'Priv: privileged access requested; 0 unless SSV' },
    execute: { at: [[0, 59, 59]], as: 'flag', doc: 'X: execute access requested; 0 unless SSV' },
    read: { at: [[0, 60, 60]], as: 'flag', doc: 'R: read access requested' },
    write: { at: [[0, 61, 61]], as: 'flag', doc: 'W: write access requested' },
    last: { at: [[0, 62, 62]], as: 'flag', doc: 'Last: last request of its group' },
    substreamValid: { at: [[0, 63, 63]], as: 'flag', doc: 'SSV: the request carries a PASID' },
    prgIndex: { at: [[1, 8, 0]], as: 'uint', doc: 'Page Request Group Index' },
    address: { at: [[1, 63, 12]], as: 'page', unit: 'byte address', doc: 'PageAddr[63:12]' },
  },
  reserved: [[0, 57, 52], [1, 11, 9]],
  roles: {
    device: 'streamId', ...pasidRoles, group: 'prgIndex', address: 'address',
    read: 'read', write: 'write', execute: 'execute', privileged: 'privileged', last: 'last',
  },
  carries: {
    what: 'page request',
    permissionsWithPasid: true,
    answer: {
      group: 'smmuv3.cmd-pri-resp',
      // Arm IHI 0070, 8.1 and 8.2.
      overflow: { respCode: PRG_RESPONSE_CODE.Success, unknownRespCode: PRG_RESPONSE_CODE.ResponseFailure, unknownPasid: false },
    },
  },
  rules: rules.priQueueEntry,
} as const satisfies Layout

export const cmdPriResp = {
  id: 'smmuv3.cmd-pri-resp',
  title: 'CMD_PRI_RESP',
  clause: 'Arm IHI 0070, 4.5.2',
  source: LINUX,
  ...QWORDS,
  size: 16,
  place: PLACE.smmuCommandQueue,
  fields: {
    ...substream,
    prgIndex: { at: [[1, 8, 0]], as: 'uint', doc: 'PRGIndex of the group that is answered' },
    resp: { at: [[1, 13, 12]], as: 'uint', codes: SMMU_PRI_RESP, doc: 'Resp: 3 is an illegal command; the order is not PCIe\'s' },
  },
  fixed: { opcode: { at: [[0, 7, 0]], value: 0x41, doc: 'opcode: CMD_PRI_RESP' } },
  reserved: [[0, 10, 8], [1, 11, 9], [1, 63, 14]],
  roles: { device: 'streamId', ...pasidRoles, group: 'prgIndex', code: 'resp' },
  carries: { what: 'page response', codes: 'CMD_PRI_RESP' },
  rules: rules.cmdPriResp,
} as const satisfies Layout

const unused = 'RES0 in a fault event; another event may use it, and it is kept as it is'
const unplaced = 'RES0, but newer bits of F_PERMISSION stand somewhere here; kept as it is'

export const stallEvent = {
  id: 'smmuv3.stall-event',
  title: 'Event record of a fault that can stall',
  clause: 'Arm IHI 0070, 7.3',
  source: 'Arm IHI 0070 G.b, 7.3; gem5 smmu_v3_defs.hh, Microsoft Mu SmmuV3Registers.h, Linux arm-smmu-v3.h; captured events decode sensibly',
  ...QWORDS,
  size: 32,
  place: PLACE.smmuEventQueue,
  fields: {
    eventNumber: { at: [[0, 7, 0]], as: 'uint', codes: SMMU_EVENT, doc: 'event number; 0x10 to 0x13 are the faults that can stall' },
    ...substream,
    stag: { at: [[1, 15, 0]], as: 'uint', doc: 'STAG: stall tag, to be given back in CMD_RESUME; unknown unless Stall. Reason, in fetch and walk events' },
    granuleProtectionFault: { at: [[1, 16, 16]], as: 'flag', optional: true, doc: 'GPCF, in fetch and walk events only; RES0 before RME' },
    q1Bits30to17: { at: [[1, 30, 17]], as: 'uint', optional: true, doc: unused },
    stall: { at: [[1, 31, 31]], as: 'flag', doc: 'Stall: the transaction waits for CMD_RESUME' },
    q1Bit32: { at: [[1, 32, 32]], as: 'flag', optional: true, doc: unused },
    privileged: { at: [[1, 33, 33]], as: 'flag', doc: 'PnU: privileged, not unprivileged' },
    instruction: { at: [[1, 34, 34]], as: 'flag', doc: 'InD: instruction, not data' },
    read: { at: [[1, 35, 35]], as: 'flag', doc: 'RnW: read, not write' },
    q1Bits37to36: { at: [[1, 37, 36]], as: 'uint', optional: true, doc: unused },
    nonSecureIpa: { at: [[1, 38, 38]], as: 'flag', optional: true, doc: 'NSIPA: IPA is a Non-secure one; in the Secure event queue only' },
    stage2: { at: [[1, 39, 39]], as: 'flag', doc: 'S2: the fault is of stage 2' },
    class: { at: [[1, 41, 40]], as: 'uint', codes: SMMU_EVENT_CLASS, doc: 'CLASS: what was being done when the fault arose' },
    q1Bits43to42: { at: [[1, 43, 42]], as: 'uint', optional: true, confidence: 'confirm', doc: unplaced },
    ttrnw: { at: [[1, 44, 44]], as: 'flag', confidence: 'one source', doc: 'TTRnW: the table access was a read; for CLASS TTD' },
    q1Bits47to45: { at: [[1, 47, 45]], as: 'uint', optional: true, confidence: 'confirm', doc: unplaced },
    impdef: { at: [[1, 63, 48]], as: 'uint', optional: true, confidence: 'one source', doc: 'implementation defined' },
    inputAddress: { at: [[2, 63, 0]], as: 'bigint', unit: 'byte address', doc: 'InputAddr: the address of the transaction' },
    q3Bits11to0: { at: [[3, 11, 0]], as: 'uint', optional: true, doc: 'RES0; FetchAddr[11:3] in fetch and walk events. Hardware is known to repeat InputAddr in q3 unless S2, and it is kept as it is' },
    ipa: { at: [[3, 55, 12]], as: 'page', unit: 'byte address', doc: 'IPA[55:12], if S2; [51:12] before SMMUv3.4' },
  },
  reserved: [[0, 10, 8], [3, 63, 56]],
  roles: {
    device: 'streamId', ...pasidRoles, tag: 'stag', address: 'inputAddress',
    read: 'read', write: { not: 'read' }, execute: 'instruction', privileged: 'privileged',
  },
  carries: {
    what: 'page request',
    unlike: 'stalled transaction',
    others: {
      eventNumber: { is: SMMU_EVENT.F_TRANSLATION },
      stall: { is: true, expected: 'true: a transaction that does not stall waits for no answer' },
      stage2: { is: false },
      class: { is: SMMU_EVENT_CLASS.IN },
      ttrnw: { is: false },
      ipa: { is: 0 },
    },
    answer: { group: 'smmuv3.cmd-resume' },
  },
  rules: rules.stallEvent,
} as const satisfies Layout

export const cmdResume = {
  id: 'smmuv3.cmd-resume',
  title: 'CMD_RESUME',
  clause: 'Arm IHI 0070, 4.7.1',
  source: `${LINUX}; QEMU, gem5`,
  ...QWORDS,
  size: 16,
  place: PLACE.smmuCommandQueue,
  fields: {
    secureStream: { at: [[0, 10, 10]], as: 'flag', optional: true, doc: 'SSec: StreamID is a Secure one' },
    action: { at: [[0, 12, 12]], as: 'flag', doc: 'Ac: 1 retry the transaction, 0 terminate it' },
    abort: { at: [[0, 13, 13]], as: 'flag', doc: 'Ab: a terminated transaction reports an abort; ignored on retry' },
    streamId: { at: [[0, 63, 32]], as: 'uint', doc: 'StreamID of the event' },
    stag: { at: [[1, 15, 0]], as: 'uint', doc: 'STAG of the event' },
  },
  fixed: { opcode: { at: [[0, 7, 0]], value: 0x44, doc: 'opcode: CMD_RESUME' } },
  reserved: [[0, 9, 8], [0, 11, 11], [0, 31, 14], [1, 63, 16]],
  roles: { device: 'streamId', tag: 'stag' },
  carries: { what: 'page response', unlike: 'answer to a stalled transaction' },
  rules: rules.cmdResume,
} as const satisfies Layout

export const cmdAtcInv = {
  id: 'smmuv3.cmd-atc-inv',
  title: 'CMD_ATC_INV',
  clause: 'Arm IHI 0070, 4.5.1',
  source: LINUX,
  ...QWORDS,
  size: 16,
  place: PLACE.smmuCommandQueue,
  fields: {
    ...substream,
    global: { at: [[0, 9, 9]], as: 'flag', doc: 'Global: hits every PASID; ignored unless SSV' },
    size: { at: [[1, 5, 0]], as: 'uint', doc: 'Size: the range is 4096 << Size bytes; 52 is everything; above it an implementation may call the command illegal' },
    address: { at: [[1, 63, 12]], as: 'page', unit: 'byte address', doc: 'Address[63:12]; its bits below the size of the range are taken as 0' },
  },
  fixed: { opcode: { at: [[0, 7, 0]], value: 0x40, doc: 'opcode: CMD_ATC_INV' } },
  reserved: [[0, 8, 8], [0, 10, 10], [1, 11, 6]],
  roles: { device: 'streamId', ...pasidRoles, global: 'global', size: 'size', address: 'address' },
  rules: rules.cmdAtcInv,
} as const satisfies Layout
