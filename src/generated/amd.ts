// Generated from src/spec/amd.ts by `npm run generate`; do not edit.
import { record as pprLogRecord } from './amd/ppr-log.ts'
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
export const pprLog = pprLogRecord
export type { AmdPprLog, AmdPprLogColumns, AmdPprLogInit } from './amd/ppr-log.ts'
import { record as completePprRequestRecord } from './amd/complete-ppr-request.ts'
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
 * dw3 |           reserved            |   b   |  c  |    prgIndex     |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *     a  guest
 *     b  respCode
 *     c  completionTag11to9
 * ```
 * Sources: FreeBSD sys/x86/iommu/amd_reg.h, VirtualBox include/VBox/iommu-amd.h, QEMU, Linux.
 */
export const completePprRequest = completePprRequestRecord
export type { AmdCompletePprRequest, AmdCompletePprRequestColumns, AmdCompletePprRequestInit } from './amd/complete-ppr-request.ts'
import { record as invalidateIotlbPagesRecord } from './amd/invalidate-iotlb-pages.ts'
/**
 * INVALIDATE_IOTLB_PAGES command, `amd.invalidate-iotlb-pages`: 16 bytes. AMD I/O Virtualization Technology (IOMMU) Specification, INVALIDATE_IOTLB_PAGES.
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * dw0 |  maxPending   |     pasid     |           deviceId            |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * dw1 |opcode | pasid |     pasid     |            queueId            |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * dw2 |                address                | reserved  | a | |b| |S|
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * dw3 |                            address                            |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *     a  type
 *     b  guest
 * ```
 * Sources: FreeBSD sys/x86/iommu/amd_reg.h, Linux drivers/iommu/amd; Linux never writes PASID[19:16].
 */
export const invalidateIotlbPages = invalidateIotlbPagesRecord
export type { AmdInvalidateIotlbPages, AmdInvalidateIotlbPagesColumns, AmdInvalidateIotlbPagesInit } from './amd/invalidate-iotlb-pages.ts'
import { record as invalidateIotlbPagesV1Record } from './amd/invalidate-iotlb-pages-v1.ts'
/**
 * INVALIDATE_IOTLB_PAGES command, older split of the PASID, `amd.invalidate-iotlb-pages-v1`: 16 bytes. AMD I/O Virtualization Technology (IOMMU) Specification, INVALIDATE_IOTLB_PAGES.
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * dw0 |  maxPending   |     pasid     |           deviceId            |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * dw1 |opcode |         pasid         |            queueId            |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * dw2 |                address                | reserved  | a | |b| |S|
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * dw3 |                            address                            |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *     a  type
 *     b  guest
 * ```
 * Sources: Xen, VirtualBox include/VBox/iommu-amd.h, Linux 3.3 to 3.14.
 */
export const invalidateIotlbPagesV1 = invalidateIotlbPagesV1Record
export type { AmdInvalidateIotlbPagesV1, AmdInvalidateIotlbPagesV1Columns, AmdInvalidateIotlbPagesV1Init } from './amd/invalidate-iotlb-pages-v1.ts'
