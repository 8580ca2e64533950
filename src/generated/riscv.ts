// Generated from src/spec/riscv.ts by `npm run generate`; do not edit.
import { record as pageRequestRecord } from './riscv/page-request.ts'
/**
 * Page-request-queue record, `riscv.page-request`: 16 bytes. RISC-V IOMMU Architecture Specification 1.0, Page-Request-Queue.
 *
 * ```text
 *            3 3                   2                   1                   0
 *            1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q0[63:32] |                   deviceId                    |reserved |a|b|c|
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q0[31:0]  |               processId               |       reserved        |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q1[63:32] |                            address                            |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q1[31:0]  |                address                |    prgIndex     |L|W|R|
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *           a  execute
 *           b  privileged
 *           c  processIdValid
 * ```
 * Sources: RISC-V IOMMU specification and reference model, Whisper, QEMU, Linux drivers/iommu/riscv/iommu-bits.h.
 */
export const pageRequest = pageRequestRecord
export type { RiscvPageRequest, RiscvPageRequestColumns, RiscvPageRequestInit } from './riscv/page-request.ts'
import { record as pageRequestBeRecord } from './riscv/page-request-be.ts'
/**
 * Page-request-queue record, fctl.BE = 1, `riscv.page-request-be`: 16 bytes. RISC-V IOMMU Architecture Specification 1.0, Page-Request-Queue.
 *
 * ```text
 *            3 3                   2                   1                   0
 *            1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q0[63:32] |                   deviceId                    |reserved |a|b|c|
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q0[31:0]  |               processId               |       reserved        |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q1[63:32] |                            address                            |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q1[31:0]  |                address                |    prgIndex     |L|W|R|
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *           a  execute
 *           b  privileged
 *           c  processIdValid
 * ```
 * Sources: RISC-V IOMMU specification and reference model, Whisper, QEMU, Linux drivers/iommu/riscv/iommu-bits.h.
 */
export const pageRequestBe = pageRequestBeRecord
export type { RiscvPageRequestBe, RiscvPageRequestBeColumns, RiscvPageRequestBeInit } from './riscv/page-request-be.ts'
import { record as atsPrgrRecord } from './riscv/ats-prgr.ts'
/**
 * ATS.PRGR command, `riscv.ats-prgr`: 16 bytes. RISC-V IOMMU Architecture Specification 1.0, IOMMU ATS commands.
 *
 * ```text
 *            3 3                   2                   1                   0
 *            1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q0[63:32] |    segment    |              rid              | reserved  |a|b|
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q0[31:0]  |               processId               |   |func3|  opcode=4   |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q1[63:32] |         destinationId         |   c   |     |    prgIndex     |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q1[31:0]  |                           reserved                            |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *           a  segmentValid
 *           b  processIdValid
 *           c  respCode
 * ```
 * Sources: RISC-V IOMMU specification and reference model, Whisper, QEMU, Linux drivers/iommu/riscv/iommu-bits.h.
 */
export const atsPrgr = atsPrgrRecord
export type { RiscvAtsPrgr, RiscvAtsPrgrColumns, RiscvAtsPrgrInit } from './riscv/ats-prgr.ts'
import { record as atsPrgrBeRecord } from './riscv/ats-prgr-be.ts'
/**
 * ATS.PRGR command, fctl.BE = 1, `riscv.ats-prgr-be`: 16 bytes. RISC-V IOMMU Architecture Specification 1.0, IOMMU ATS commands.
 *
 * ```text
 *            3 3                   2                   1                   0
 *            1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q0[63:32] |    segment    |              rid              | reserved  |a|b|
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q0[31:0]  |               processId               |   |func3|  opcode=4   |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q1[63:32] |         destinationId         |   c   |     |    prgIndex     |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q1[31:0]  |                           reserved                            |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *           a  segmentValid
 *           b  processIdValid
 *           c  respCode
 * ```
 * Sources: RISC-V IOMMU specification and reference model, Whisper, QEMU, Linux drivers/iommu/riscv/iommu-bits.h.
 */
export const atsPrgrBe = atsPrgrBeRecord
export type { RiscvAtsPrgrBe, RiscvAtsPrgrBeColumns, RiscvAtsPrgrBeInit } from './riscv/ats-prgr-be.ts'
import { record as atsInvalRecord } from './riscv/ats-inval.ts'
/**
 * ATS.INVAL command, `riscv.ats-inval`: 16 bytes. RISC-V IOMMU Architecture Specification 1.0, IOMMU ATS commands.
 *
 * ```text
 *            3 3                   2                   1                   0
 *            1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q0[63:32] |    segment    |              rid              | reserved  |a|b|
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q0[31:0]  |               processId               |   |func3|  opcode=4   |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q1[63:32] |                            address                            |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q1[31:0]  |                address                |S|     reserved      |c|
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *           a  segmentValid
 *           b  processIdValid
 *           c  global
 * ```
 * Sources: RISC-V IOMMU specification and reference model, Whisper, QEMU, Linux drivers/iommu/riscv/iommu-bits.h.
 */
export const atsInval = atsInvalRecord
export type { RiscvAtsInval, RiscvAtsInvalColumns, RiscvAtsInvalInit } from './riscv/ats-inval.ts'
import { record as atsInvalBeRecord } from './riscv/ats-inval-be.ts'
/**
 * ATS.INVAL command, fctl.BE = 1, `riscv.ats-inval-be`: 16 bytes. RISC-V IOMMU Architecture Specification 1.0, IOMMU ATS commands.
 *
 * ```text
 *            3 3                   2                   1                   0
 *            1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q0[63:32] |    segment    |              rid              | reserved  |a|b|
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q0[31:0]  |               processId               |   |func3|  opcode=4   |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q1[63:32] |                            address                            |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q1[31:0]  |                address                |S|     reserved      |c|
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *           a  segmentValid
 *           b  processIdValid
 *           c  global
 * ```
 * Sources: RISC-V IOMMU specification and reference model, Whisper, QEMU, Linux drivers/iommu/riscv/iommu-bits.h.
 */
export const atsInvalBe = atsInvalBeRecord
export type { RiscvAtsInvalBe, RiscvAtsInvalBeColumns, RiscvAtsInvalBeInit } from './riscv/ats-inval-be.ts'
