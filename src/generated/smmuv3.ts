// Generated from src/spec/smmuv3.ts by `npm run generate`; do not edit.
import { record as priQueueEntryRecord } from './smmuv3/pri-queue-entry.ts'
/**
 * PRI queue entry, `smmuv3.pri-queue-entry`: 16 bytes. Arm IHI 0070, 8.2.
 *
 * ```text
 *            3 3                   2                   1                   0
 *            1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q0[63:32] |a|b|W|R|X|c| reserved  |              substreamId              |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q0[31:0]  |                           streamId                            |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q1[63:32] |                            address                            |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q1[31:0]  |                address                |     |    prgIndex     |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *           a  substreamValid
 *           b  last
 *           c  privileged
 * ```
 * Sources: Linux drivers/iommu/arm/arm-smmu-v3/arm-smmu-v3.h, Arm IHI 0070 H.a, chapter 8.
 */
export const priQueueEntry = priQueueEntryRecord
export type { Smmuv3PriQueueEntry, Smmuv3PriQueueEntryColumns, Smmuv3PriQueueEntryInit } from './smmuv3/pri-queue-entry.ts'
import { record as cmdPriRespRecord } from './smmuv3/cmd-pri-resp.ts'
/**
 * CMD_PRI_RESP, `smmuv3.cmd-pri-resp`: 16 bytes. Arm IHI 0070, 4.5.2.
 *
 * ```text
 *            3 3                   2                   1                   0
 *            1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q0[63:32] |                           streamId                            |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q0[31:0]  |              substreamId              |a|     |  opcode=0x41  |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q1[63:32] |                           reserved                            |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q1[31:0]  |             reserved              | b |     |    prgIndex     |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *           a  substreamValid
 *           b  resp
 * ```
 * Sources: Linux drivers/iommu/arm/arm-smmu-v3/arm-smmu-v3.h, Arm IHI 0070.
 */
export const cmdPriResp = cmdPriRespRecord
export type { Smmuv3CmdPriResp, Smmuv3CmdPriRespColumns, Smmuv3CmdPriRespInit } from './smmuv3/cmd-pri-resp.ts'
import { record as cmdAtcInvRecord } from './smmuv3/cmd-atc-inv.ts'
/**
 * CMD_ATC_INV, `smmuv3.cmd-atc-inv`: 16 bytes. Arm IHI 0070, 4.5.1.
 *
 * ```text
 *            3 3                   2                   1                   0
 *            1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q0[63:32] |                           streamId                            |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q0[31:0]  |              substreamId              |a| |b| |  opcode=0x40  |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q1[63:32] |                            address                            |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q1[31:0]  |                address                | reserved  |   size    |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *           a  substreamValid
 *           b  global
 * ```
 * Sources: Linux drivers/iommu/arm/arm-smmu-v3/arm-smmu-v3.h, Arm IHI 0070.
 */
export const cmdAtcInv = cmdAtcInvRecord
export type { Smmuv3CmdAtcInv, Smmuv3CmdAtcInvColumns, Smmuv3CmdAtcInvInit } from './smmuv3/cmd-atc-inv.ts'
import { record as stallEventRecord } from './smmuv3/stall-event.ts'
/**
 * Event record of a fault that can stall, `smmuv3.stall-event`: 32 bytes. Arm IHI 0070, 7.3.
 *
 * ```text
 *            3 3                   2                   1                   0
 *            1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q0[63:32] |                           streamId                            |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q0[31:0]  |              substreamId              |a|     |  eventNumber  |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q1[63:32] |            impdef             |  b  |c| d | e |f|g| h |i|j|k|l|
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q1[31:0]  |m|       q1Bits30to17        |n|             stag              |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q2[63:32] |                         inputAddress                          |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q2[31:0]  |                         inputAddress                          |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q3[63:32] |   reserved    |                      ipa                      |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q3[31:0]  |                  ipa                  |      q3Bits11to0      |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *           a  substreamValid
 *           b  q1Bits47to45
 *           c  ttrnw
 *           d  q1Bits43to42
 *           e  class
 *           f  stage2
 *           g  nonSecureIpa
 *           h  q1Bits37to36
 *           i  read
 *           j  instruction
 *           k  privileged
 *           l  q1Bit32
 *           m  stall
 *           n  granuleProtectionFault
 * ```
 * Sources: Arm IHI 0070 G.b, 7.3; gem5 smmu_v3_defs.hh, Microsoft Mu SmmuV3Registers.h, Linux arm-smmu-v3.h; captured events decode sensibly.
 */
export const stallEvent = stallEventRecord
export type { Smmuv3StallEvent, Smmuv3StallEventColumns, Smmuv3StallEventInit } from './smmuv3/stall-event.ts'
import { record as cmdResumeRecord } from './smmuv3/cmd-resume.ts'
/**
 * CMD_RESUME, `smmuv3.cmd-resume`: 16 bytes. Arm IHI 0070, 4.7.1.
 *
 * ```text
 *            3 3                   2                   1                   0
 *            1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q0[63:32] |                           streamId                            |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q0[31:0]  |             reserved              |a|b| |c|   |  opcode=0x44  |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q1[63:32] |                           reserved                            |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q1[31:0]  |           reserved            |             stag              |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *           a  abort
 *           b  action
 *           c  secureStream
 * ```
 * Sources: Linux drivers/iommu/arm/arm-smmu-v3/arm-smmu-v3.h, Arm IHI 0070; QEMU, gem5.
 */
export const cmdResume = cmdResumeRecord
export type { Smmuv3CmdResume, Smmuv3CmdResumeColumns, Smmuv3CmdResumeInit } from './smmuv3/cmd-resume.ts'
