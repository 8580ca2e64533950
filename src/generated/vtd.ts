// Generated from src/spec/vtd.ts by `npm run generate`; do not edit.
import { record as pageRequestRecord } from './vtd/page-request.ts'
/**
 * Page Request Descriptor, `vtd.page-request`: 32 bytes. Intel VT-d Architecture Specification 4.0, Page Request Descriptor.
 *
 * ```text
 *            3 3                   2                   1                   0
 *            1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q0[63:32] |     reserved      |a|b|                 pasid                 |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q0[31:0]  |              rid              | reserved  | |c|    type=1     |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q1[63:32] |                            address                            |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q1[31:0]  |                address                |    prgIndex     |d|W|R|
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q2[63:32] |                           reserved                            |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q2[31:0]  |                           reserved                            |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q3[63:32] |                           reserved                            |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q3[31:0]  |                           reserved                            |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *           a  privilegedModeRequested
 *           b  executeRequested
 *           c  pasidPresent
 *           d  last
 * ```
 * Sources: Intel VT-d 5.10 (D51397-018), 7.4; Linux drivers/iommu/intel/prq.c, QEMU hw/i386/intel_iommu.
 */
export const pageRequest = pageRequestRecord
export type { VtdPageRequest, VtdPageRequestColumns, VtdPageRequestInit } from './vtd/page-request.ts'
import { record as pageRequestV3Record } from './vtd/page-request-v3.ts'
/**
 * Page Request Descriptor, revision 3.x, `vtd.page-request-v3`: 32 bytes. Intel VT-d Architecture Specification 3.x, Page Request Descriptor.
 *
 * ```text
 *            3 3                   2                   1                   0
 *            1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q0[63:32] |     reserved      |a|b|                 pasid                 |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q0[31:0]  |              rid              | reserved  |c|d|    type=1     |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q1[63:32] |                            address                            |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q1[31:0]  |                address                |    prgIndex     |e|W|R|
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q2[63:32] |                         privateData0                          |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q2[31:0]  |                         privateData0                          |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q3[63:32] |                         privateData1                          |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q3[31:0]  |                         privateData1                          |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *           a  privilegedModeRequested
 *           b  executeRequested
 *           c  privateDataPresent
 *           d  pasidPresent
 *           e  last
 * ```
 * Sources: Linux 5.1 to 6.9, drivers/iommu/intel/svm.c.
 */
export const pageRequestV3 = pageRequestV3Record
export type { VtdPageRequestV3, VtdPageRequestV3Columns, VtdPageRequestV3Init } from './vtd/page-request-v3.ts'
import { record as pageRequestV2Record } from './vtd/page-request-v2.ts'
/**
 * Page Request Descriptor, revision 2.x (ECS), `vtd.page-request-v2`: 16 bytes. Intel VT-d Architecture Specification 2.x, Page Request Descriptor.
 *
 * ```text
 *            3 3                   2                   1                   0
 *            1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q0[63:32] |    prgIndex     |                 privateData                 |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q0[31:0]  |      bus      |                 pasid                 |a|b|c|d|
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q1[63:32] |                            address                            |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q1[31:0]  |                address                |     devfn     |e|f|g|h|
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *           a  last
 *           b  pasidPresent
 *           c  batchOfFaults
 *           d  streamResponseRequested
 *           e  privilegedModeRequested
 *           f  executeRequested
 *           g  write
 *           h  read
 * ```
 * Sources: Linux 4.4 to 5.0, drivers/iommu/intel-svm.c (one source).
 */
export const pageRequestV2 = pageRequestV2Record
export type { VtdPageRequestV2, VtdPageRequestV2Columns, VtdPageRequestV2Init } from './vtd/page-request-v2.ts'
import { record as pageGroupResponseRecord } from './vtd/page-group-response.ts'
/**
 * Page Group Response Descriptor, `vtd.page-group-response`: 32 bytes. Intel VT-d Architecture Specification 4.0, Page Group Response Descriptor.
 *
 * ```text
 *            3 3                   2                   1                   0
 *            1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q0[63:32] |       reserved        |                 pasid                 |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q0[31:0]  |              rid              |   a   |Type |     | |b|type=9 |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q1[63:32] |                           reserved                            |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q1[31:0]  |               reserved                |    prgIndex     |c|   |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q2[63:32] |                           reserved                            |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q2[31:0]  |                           reserved                            |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q3[63:32] |                           reserved                            |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q3[31:0]  |                           reserved                            |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *           a  respCode
 *           b  pasidPresent
 *           c  last
 * ```
 * Sources: Intel VT-d 5.10 (D51397-018), 7.6.1; Linux drivers/iommu/intel/iommu.h, QEMU hw/i386/intel_iommu_internal.h.
 */
export const pageGroupResponse = pageGroupResponseRecord
export type { VtdPageGroupResponse, VtdPageGroupResponseColumns, VtdPageGroupResponseInit } from './vtd/page-group-response.ts'
import { record as pageGroupResponseV3Record } from './vtd/page-group-response-v3.ts'
/**
 * Page Group Response Descriptor, revision 3.x, `vtd.page-group-response-v3`: 32 bytes. Intel VT-d Architecture Specification 3.x, Page Group Response Descriptor.
 *
 * ```text
 *            3 3                   2                   1                   0
 *            1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q0[63:32] |       reserved        |                 pasid                 |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q0[31:0]  |              rid              |   a   |Type |     |b|c|type=9 |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q1[63:32] |                           reserved                            |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q1[31:0]  |               reserved                |    prgIndex     |d|   |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q2[63:32] |                         privateData0                          |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q2[31:0]  |                         privateData0                          |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q3[63:32] |                         privateData1                          |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q3[31:0]  |                         privateData1                          |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *           a  respCode
 *           b  privateDataPresent
 *           c  pasidPresent
 *           d  last
 * ```
 * Sources: Linux 5.1 to 6.9, include/linux/intel-iommu.h.
 */
export const pageGroupResponseV3 = pageGroupResponseV3Record
export type { VtdPageGroupResponseV3, VtdPageGroupResponseV3Columns, VtdPageGroupResponseV3Init } from './vtd/page-group-response-v3.ts'
import { record as pageGroupResponseV2Record } from './vtd/page-group-response-v2.ts'
/**
 * Page Group Response Descriptor, revision 2.x (ECS), `vtd.page-group-response-v2`: 16 bytes. Intel VT-d Architecture Specification 2.x, Page Group Response Descriptor.
 *
 * ```text
 *            3 3                   2                   1                   0
 *            1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q0[63:32] |       reserved        |                 pasid                 |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q0[31:0]  |              rid              |      reserved       |a|type=9 |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q1[63:32] |    prgIndex     |                 privateData                 |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q1[31:0]  |                       reserved                        |   b   |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *           a  pasidPresent
 *           b  respCode
 * ```
 * Sources: Linux 4.4 to 5.0, include/linux/intel-iommu.h (one source).
 */
export const pageGroupResponseV2 = pageGroupResponseV2Record
export type { VtdPageGroupResponseV2, VtdPageGroupResponseV2Columns, VtdPageGroupResponseV2Init } from './vtd/page-group-response-v2.ts'
import { record as pageStreamResponseV2Record } from './vtd/page-stream-response-v2.ts'
/**
 * Page Stream Response Descriptor, revision 2.x (ECS), `vtd.page-stream-response-v2`: 16 bytes. Intel VT-d Architecture Specification 2.x, Page Stream Response Descriptor.
 *
 * ```text
 *            3 3                   2                   1                   0
 *            1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q0[63:32] |    prgIndex     |                 privateData                 |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q0[31:0]  |      bus      |                 pasid                 | Type  |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q1[63:32] |                            address                            |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q1[31:0]  |                address                |     devfn     |   a   |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *           a  respCode
 * ```
 * Sources: Linux 4.4 to 5.0, include/linux/intel-iommu.h (one source).
 */
export const pageStreamResponseV2 = pageStreamResponseV2Record
export type { VtdPageStreamResponseV2, VtdPageStreamResponseV2Columns, VtdPageStreamResponseV2Init } from './vtd/page-stream-response-v2.ts'
import { record as deviceTlbInvalidateRecord } from './vtd/device-tlb-invalidate.ts'
/**
 * Device-TLB Invalidate Descriptor, `vtd.device-tlb-invalidate`: 32 bytes. Intel VT-d Architecture Specification 4.0, Device-TLB Invalidate Descriptor.
 *
 * ```text
 *            3 3                   2                   1                   0
 *            1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q0[63:32] |         pfsid         |       |              sid              |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q0[31:0]  |      reserved       |    a    | pfsid |Type |reserved |type=3 |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q1[63:32] |                            address                            |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q1[31:0]  |                address                |      reserved       |S|
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q2[63:32] |                           reserved                            |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q2[31:0]  |                           reserved                            |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q3[63:32] |                           reserved                            |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q3[31:0]  |                           reserved                            |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *           a  queueDepth
 * ```
 * Sources: Intel VT-d 5.10 (D51397-018), 6.5.2; Linux drivers/iommu/intel, QEMU hw/i386/intel_iommu_internal.h, Xen drivers/passthrough/vtd.
 */
export const deviceTlbInvalidate = deviceTlbInvalidateRecord
export type { VtdDeviceTlbInvalidate, VtdDeviceTlbInvalidateColumns, VtdDeviceTlbInvalidateInit } from './vtd/device-tlb-invalidate.ts'
import { record as pasidDeviceTlbInvalidateRecord } from './vtd/pasid-device-tlb-invalidate.ts'
/**
 * PASID-based Device-TLB Invalidate Descriptor, `vtd.pasid-device-tlb-invalidate`: 32 bytes. Intel VT-d Architecture Specification 4.0, PASID-based Device-TLB Invalidate Descriptor.
 *
 * ```text
 *            3 3                   2                   1                   0
 *            1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q0[63:32] |         pfsid         |                 pasid                 |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q0[31:0]  |              sid              | pfsid |Type |    a    |type=8 |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q1[63:32] |                            address                            |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q1[31:0]  |                address                |S|     reserved      |G|
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q2[63:32] |                           reserved                            |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q2[31:0]  |                           reserved                            |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q3[63:32] |                           reserved                            |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q3[31:0]  |                           reserved                            |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *           a  queueDepth
 * ```
 * Sources: Intel VT-d 5.10 (D51397-018), 6.5.2; Linux drivers/iommu/intel, QEMU hw/i386/intel_iommu_internal.h, Xen drivers/passthrough/vtd.
 */
export const pasidDeviceTlbInvalidate = pasidDeviceTlbInvalidateRecord
export type { VtdPasidDeviceTlbInvalidate, VtdPasidDeviceTlbInvalidateColumns, VtdPasidDeviceTlbInvalidateInit } from './vtd/pasid-device-tlb-invalidate.ts'
import { record as deviceTlbInvalidate128Record } from './vtd/device-tlb-invalidate-128.ts'
/**
 * Device-TLB Invalidate Descriptor of 128 bits, `vtd.device-tlb-invalidate-128`: 16 bytes. Intel VT-d Architecture Specification 4.0, Device-TLB Invalidate Descriptor.
 *
 * ```text
 *            3 3                   2                   1                   0
 *            1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q0[63:32] |         pfsid         |       |              sid              |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q0[31:0]  |      reserved       |    a    | pfsid |Type |reserved |type=3 |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q1[63:32] |                            address                            |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q1[31:0]  |                address                |      reserved       |S|
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *           a  queueDepth
 * ```
 * Sources: Intel VT-d 5.10 (D51397-018), 6.5.2; Linux drivers/iommu/intel, QEMU hw/i386/intel_iommu_internal.h, Xen drivers/passthrough/vtd.
 */
export const deviceTlbInvalidate128 = deviceTlbInvalidate128Record
export type { VtdDeviceTlbInvalidate128, VtdDeviceTlbInvalidate128Columns, VtdDeviceTlbInvalidate128Init } from './vtd/device-tlb-invalidate-128.ts'
import { record as pasidDeviceTlbInvalidate128Record } from './vtd/pasid-device-tlb-invalidate-128.ts'
/**
 * PASID-based Device-TLB Invalidate Descriptor of 128 bits, revision 2.x (ECS), `vtd.pasid-device-tlb-invalidate-128`: 16 bytes. Intel VT-d Architecture Specification 2.x, Extended Device-TLB Invalidate Descriptor.
 *
 * ```text
 *            3 3                   2                   1                   0
 *            1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q0[63:32] |         pfsid         |                 pasid                 |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q0[31:0]  |              sid              | pfsid |Type |    a    |type=8 |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q1[63:32] |                            address                            |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q1[31:0]  |                address                |S|     reserved      |G|
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *           a  queueDepth
 * ```
 * Sources: Linux 4.4 to 5.0, include/linux/intel-iommu.h (one source, for a queue of 128-bit entries).
 */
export const pasidDeviceTlbInvalidate128 = pasidDeviceTlbInvalidate128Record
export type { VtdPasidDeviceTlbInvalidate128, VtdPasidDeviceTlbInvalidate128Columns, VtdPasidDeviceTlbInvalidate128Init } from './vtd/pasid-device-tlb-invalidate-128.ts'
