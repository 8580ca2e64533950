// Generated from src/spec/riscv.ts by `npm run generate`; do not edit.
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
export * as pageRequest from '../codec/records/riscv.page-request.ts'
export type { RiscvPageRequest, RiscvPageRequestColumns, RiscvPageRequestInit } from '../codec/records/riscv.page-request.ts'
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
export * as pageRequestBe from '../codec/records/riscv.page-request-be.ts'
export type { RiscvPageRequestBe, RiscvPageRequestBeColumns, RiscvPageRequestBeInit } from '../codec/records/riscv.page-request-be.ts'
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
export * as atsPrgr from '../codec/records/riscv.ats-prgr.ts'
export type { RiscvAtsPrgr, RiscvAtsPrgrColumns, RiscvAtsPrgrInit } from '../codec/records/riscv.ats-prgr.ts'
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
export * as atsPrgrBe from '../codec/records/riscv.ats-prgr-be.ts'
export type { RiscvAtsPrgrBe, RiscvAtsPrgrBeColumns, RiscvAtsPrgrBeInit } from '../codec/records/riscv.ats-prgr-be.ts'
