// Generated from src/spec/linux.ts by `npm run generate`; do not edit.
import { record as pageResponseMsgRecord } from './linux/page-response-msg.ts'
/**
 * Page response of the 2017 series, `linux.page-response-msg`: 24 bytes. include/linux/iommu.h of the 2017 series (v3).
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +0  |                             addr                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +4  |                             addr                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +8  |                             pasid                             |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +12 |             reserved              | pageReqGroupId  |a|   b   |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +16 |                             type                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +20 |                          privateData                          |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *     a  pasidPresent
 *     b  respCode
 * ```
 * Sources: linux-iommu list, "[PATCH v3 15/16] iommu: introduce page response function", December 2017; a tree built on the series.
 */
export const pageResponseMsg = pageResponseMsgRecord
export type { LinuxPageResponseMsg, LinuxPageResponseMsgColumns, LinuxPageResponseMsgInit } from './linux/page-response-msg.ts'
import { record as pageResponseMsgBeRecord } from './linux/page-response-msg-be.ts'
/**
 * Page response of the 2017 series, big-endian ABI, `linux.page-response-msg-be`: 24 bytes. include/linux/iommu.h of the 2017 series (v3).
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +0  |                             addr                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +4  |                             addr                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +8  |                             pasid                             |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +12 |   a   |b| pageReqGroupId  |             reserved              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +16 |                             type                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +20 |                          privateData                          |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *     a  respCode
 *     b  pasidPresent
 * ```
 * Sources: linux-iommu list, "[PATCH v3 15/16] iommu: introduce page response function", December 2017; a tree built on the series.
 */
export const pageResponseMsgBe = pageResponseMsgBeRecord
export type { LinuxPageResponseMsgBe, LinuxPageResponseMsgBeColumns, LinuxPageResponseMsgBeInit } from './linux/page-response-msg-be.ts'
import { record as faultEventRecord } from './linux/fault-event.ts'
/**
 * Fault event of the 2017 series, `linux.fault-event`: 48 bytes. include/linux/iommu.h of the 2017 series (v3).
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +0  |                             type                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +4  |                            reason                             |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +8  |                             addr                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +12 |                             addr                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +16 |                             pasid                             |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +20 |                reserved                 |a|b| pageReqGroupId  |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +24 |                             prot                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +28 |                           reserved                            |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +32 |                         devicePrivate                         |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +36 |                         devicePrivate                         |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +40 |                         iommuPrivate                          |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +44 |                         iommuPrivate                          |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *     a  pasidValid
 *     b  lastReq
 * ```
 * Sources: a tree built on the 2017 series (one source).
 */
export const faultEvent = faultEventRecord
export type { LinuxFaultEvent, LinuxFaultEventColumns, LinuxFaultEventInit } from './linux/fault-event.ts'
import { record as faultEventBeRecord } from './linux/fault-event-be.ts'
/**
 * Fault event of the 2017 series, big-endian ABI, `linux.fault-event-be`: 48 bytes. include/linux/iommu.h of the 2017 series (v3).
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +0  |                             type                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +4  |                            reason                             |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +8  |                             addr                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +12 |                             addr                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +16 |                             pasid                             |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +20 | pageReqGroupId  |a|b|                reserved                 |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +24 |                             prot                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +28 |                           reserved                            |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +32 |                         devicePrivate                         |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +36 |                         devicePrivate                         |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +40 |                         iommuPrivate                          |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +44 |                         iommuPrivate                          |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *     a  lastReq
 *     b  pasidValid
 * ```
 * Sources: a tree built on the 2017 series (one source).
 */
export const faultEventBe = faultEventBeRecord
export type { LinuxFaultEventBe, LinuxFaultEventBeColumns, LinuxFaultEventBeInit } from './linux/fault-event-be.ts'
import { record as iommuFaultPageRequestRecord } from './linux/iommu-fault-page-request.ts'
/**
 * Page request in struct iommu_fault, UAPI of Linux 5.3 to 6.8, `linux.iommu-fault-page-request`: 64 bytes. include/uapi/linux/iommu.h, Linux 5.3 to 6.8.
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +0  |                            type=2                             |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +4  |                           reserved                            |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +8  |                             flags                             |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +12 |                             pasid                             |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +16 |                             grpid                             |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +20 |                             perm                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +24 |                             addr                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +28 |                             addr                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +32 |                         privateData0                          |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +36 |                         privateData0                          |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +40 |                         privateData1                          |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +44 |                         privateData1                          |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +48 |                           reserved                            |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +52 |                           reserved                            |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +56 |                           reserved                            |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +60 |                           reserved                            |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * ```
 * Sources: Linux 5.3 to 6.8.
 */
export const iommuFaultPageRequest = iommuFaultPageRequestRecord
export type { LinuxIommuFaultPageRequest, LinuxIommuFaultPageRequestColumns, LinuxIommuFaultPageRequestInit } from './linux/iommu-fault-page-request.ts'
import { record as iommuFaultPageRequestBeRecord } from './linux/iommu-fault-page-request-be.ts'
/**
 * Page request in struct iommu_fault, UAPI of Linux 5.3 to 6.8, big-endian ABI, `linux.iommu-fault-page-request-be`: 64 bytes. include/uapi/linux/iommu.h, Linux 5.3 to 6.8.
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +0  |                            type=2                             |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +4  |                           reserved                            |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +8  |                             flags                             |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +12 |                             pasid                             |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +16 |                             grpid                             |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +20 |                             perm                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +24 |                             addr                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +28 |                             addr                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +32 |                         privateData0                          |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +36 |                         privateData0                          |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +40 |                         privateData1                          |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +44 |                         privateData1                          |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +48 |                           reserved                            |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +52 |                           reserved                            |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +56 |                           reserved                            |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +60 |                           reserved                            |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * ```
 * Sources: Linux 5.3 to 6.8.
 */
export const iommuFaultPageRequestBe = iommuFaultPageRequestBeRecord
export type { LinuxIommuFaultPageRequestBe, LinuxIommuFaultPageRequestBeColumns, LinuxIommuFaultPageRequestBeInit } from './linux/iommu-fault-page-request-be.ts'
import { record as iommuPageResponseV5_3Record } from './linux/iommu-page-response-v5.3.ts'
/**
 * Page response, UAPI of Linux 5.3 to 5.9, `linux.iommu-page-response-v5.3`: 20 bytes. include/uapi/linux/iommu.h, Linux 5.3 to 5.9.
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +0  |                            version                            |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +4  |                             flags                             |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +8  |                             pasid                             |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +12 |                             grpid                             |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +16 |                             code                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * ```
 * Sources: Linux 5.3 to 5.9.
 */
export const iommuPageResponseV5_3 = iommuPageResponseV5_3Record
export type { LinuxIommuPageResponseV5_3, LinuxIommuPageResponseV5_3Columns, LinuxIommuPageResponseV5_3Init } from './linux/iommu-page-response-v5.3.ts'
import { record as iommuPageResponseV5_3BeRecord } from './linux/iommu-page-response-v5.3-be.ts'
/**
 * Page response, UAPI of Linux 5.3 to 5.9, big-endian ABI, `linux.iommu-page-response-v5.3-be`: 20 bytes. include/uapi/linux/iommu.h, Linux 5.3 to 5.9.
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +0  |                            version                            |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +4  |                             flags                             |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +8  |                             pasid                             |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +12 |                             grpid                             |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +16 |                             code                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * ```
 * Sources: Linux 5.3 to 5.9.
 */
export const iommuPageResponseV5_3Be = iommuPageResponseV5_3BeRecord
export type { LinuxIommuPageResponseV5_3Be, LinuxIommuPageResponseV5_3BeColumns, LinuxIommuPageResponseV5_3BeInit } from './linux/iommu-page-response-v5.3-be.ts'
import { record as iommuPageResponseRecord } from './linux/iommu-page-response.ts'
/**
 * Page response, UAPI of Linux 5.10 to 6.8, `linux.iommu-page-response`: 24 bytes. include/uapi/linux/iommu.h, Linux 5.10 to 6.8.
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +0  |                             argsz                             |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +4  |                            version                            |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +8  |                             flags                             |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +12 |                             pasid                             |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +16 |                             grpid                             |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +20 |                             code                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * ```
 * Sources: Linux 5.10 to 6.8.
 */
export const iommuPageResponse = iommuPageResponseRecord
export type { LinuxIommuPageResponse, LinuxIommuPageResponseColumns, LinuxIommuPageResponseInit } from './linux/iommu-page-response.ts'
import { record as iommuPageResponseBeRecord } from './linux/iommu-page-response-be.ts'
/**
 * Page response, UAPI of Linux 5.10 to 6.8, big-endian ABI, `linux.iommu-page-response-be`: 24 bytes. include/uapi/linux/iommu.h, Linux 5.10 to 6.8.
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +0  |                             argsz                             |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +4  |                            version                            |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +8  |                             flags                             |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +12 |                             pasid                             |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +16 |                             grpid                             |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +20 |                             code                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * ```
 * Sources: Linux 5.10 to 6.8.
 */
export const iommuPageResponseBe = iommuPageResponseBeRecord
export type { LinuxIommuPageResponseBe, LinuxIommuPageResponseBeColumns, LinuxIommuPageResponseBeInit } from './linux/iommu-page-response-be.ts'
import { record as iommufdPgfaultRecord } from './linux/iommufd-pgfault.ts'
/**
 * Page fault read from an iommufd fault queue, `linux.iommufd-pgfault`: 40 bytes. include/uapi/linux/iommufd.h, Linux 6.11 and later.
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +0  |                             flags                             |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +4  |                             devId                             |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +8  |                             pasid                             |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +12 |                             grpid                             |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +16 |                             perm                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +20 |                           reserved                            |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +24 |                             addr                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +28 |                             addr                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +32 |                            length                             |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +36 |                            cookie                             |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * ```
 * Sources: Linux 6.11 to 7.0.
 */
export const iommufdPgfault = iommufdPgfaultRecord
export type { LinuxIommufdPgfault, LinuxIommufdPgfaultColumns, LinuxIommufdPgfaultInit } from './linux/iommufd-pgfault.ts'
import { record as iommufdPgfaultBeRecord } from './linux/iommufd-pgfault-be.ts'
/**
 * Page fault read from an iommufd fault queue, big-endian ABI, `linux.iommufd-pgfault-be`: 40 bytes. include/uapi/linux/iommufd.h, Linux 6.11 and later.
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +0  |                             flags                             |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +4  |                             devId                             |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +8  |                             pasid                             |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +12 |                             grpid                             |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +16 |                             perm                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +20 |                           reserved                            |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +24 |                             addr                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +28 |                             addr                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +32 |                            length                             |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +36 |                            cookie                             |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * ```
 * Sources: Linux 6.11 to 7.0.
 */
export const iommufdPgfaultBe = iommufdPgfaultBeRecord
export type { LinuxIommufdPgfaultBe, LinuxIommufdPgfaultBeColumns, LinuxIommufdPgfaultBeInit } from './linux/iommufd-pgfault-be.ts'
import { record as iommufdPageResponseRecord } from './linux/iommufd-page-response.ts'
/**
 * Page response written to an iommufd fault queue, `linux.iommufd-page-response`: 8 bytes. include/uapi/linux/iommufd.h, Linux 6.11 and later.
 *
 * ```text
 *     3 3                   2                   1                   0
 *     1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *    +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +0 |                            cookie                             |
 *    +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +4 |                             code                              |
 *    +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * ```
 * Sources: Linux 6.11 to 7.0.
 */
export const iommufdPageResponse = iommufdPageResponseRecord
export type { LinuxIommufdPageResponse, LinuxIommufdPageResponseColumns, LinuxIommufdPageResponseInit } from './linux/iommufd-page-response.ts'
import { record as iommufdPageResponseBeRecord } from './linux/iommufd-page-response-be.ts'
/**
 * Page response written to an iommufd fault queue, big-endian ABI, `linux.iommufd-page-response-be`: 8 bytes. include/uapi/linux/iommufd.h, Linux 6.11 and later.
 *
 * ```text
 *     3 3                   2                   1                   0
 *     1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *    +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +0 |                            cookie                             |
 *    +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +4 |                             code                              |
 *    +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * ```
 * Sources: Linux 6.11 to 7.0.
 */
export const iommufdPageResponseBe = iommufdPageResponseBeRecord
export type { LinuxIommufdPageResponseBe, LinuxIommufdPageResponseBeColumns, LinuxIommufdPageResponseBeInit } from './linux/iommufd-page-response-be.ts'
