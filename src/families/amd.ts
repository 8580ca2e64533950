// Generated from src/spec/amd.ts by `npm run generate`; do not edit.
/**
 * Peripheral Page Request Log Entry, `amd.ppr-log`: 16 bytes. AMD I/O Virtualization Technology (IOMMU) Specification, PPR log.
 *
 * ```text
 *            3 3                   2                   1                   0
 *            1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q0[63:32] | code  |     |a|b|c|d|   |e|f| |   | pasid |g|    prgIndex     |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q0[31:0]  |             pasid             |           deviceId            |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q1[63:32] |                            address                            |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q1[31:0]  |                address                |       reserved        |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *           a  guest
 *           b  reservedBitsSet
 *           c  user
 *           d  write
 *           e  read
 *           f  execute
 *           g  last
 * ```
 * Sources: Linux drivers/iommu/amd (one source); Xen confirms DeviceID, code and size.
 */
export * as pprLog from '../codec/records/amd.ppr-log.ts'
export type { AmdPprLog, AmdPprLogColumns, AmdPprLogInit } from '../codec/records/amd.ppr-log.ts'
/**
 * COMPLETE_PPR_REQUEST command, `amd.complete-ppr-request`: 16 bytes. AMD I/O Virtualization Technology (IOMMU) Specification, COMPLETE_PPR_REQUEST.
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * dw0 |           reserved            |           deviceId            |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * dw1 |opcode |   reserved    |                 pasid                 |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * dw2 |                        reserved                         |a|   |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * dw3 |           reserved            |   b   |     |    prgIndex     |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *     a  guest
 *     b  respCode
 * ```
 * Sources: FreeBSD sys/x86/iommu/amd_reg.h, VirtualBox include/VBox/iommu-amd.h, QEMU, Linux.
 */
export * as completePprRequest from '../codec/records/amd.complete-ppr-request.ts'
export type { AmdCompletePprRequest, AmdCompletePprRequestColumns, AmdCompletePprRequestInit } from '../codec/records/amd.complete-ppr-request.ts'
