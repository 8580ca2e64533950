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
import { record as iommuFaultV6_10Record } from './linux/iommu-fault-v6.10.ts'
/**
 * Page request in struct iommu_fault, inside Linux 6.10 and later, `linux.iommu-fault-v6.10`: 48 bytes. include/linux/iommu.h, Linux 6.10 and later.
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +0  |                            type=1                             |
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
 * ```
 * Sources: Linux 6.10 to 7.0.
 */
export const iommuFaultV6_10 = iommuFaultV6_10Record
export type { LinuxIommuFaultV6_10, LinuxIommuFaultV6_10Columns, LinuxIommuFaultV6_10Init } from './linux/iommu-fault-v6.10.ts'
import { record as iommuFaultV6_10BeRecord } from './linux/iommu-fault-v6.10-be.ts'
/**
 * Page request in struct iommu_fault, inside Linux 6.10 and later, big-endian ABI, `linux.iommu-fault-v6.10-be`: 48 bytes. include/linux/iommu.h, Linux 6.10 and later.
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +0  |                            type=1                             |
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
 * ```
 * Sources: Linux 6.10 to 7.0.
 */
export const iommuFaultV6_10Be = iommuFaultV6_10BeRecord
export type { LinuxIommuFaultV6_10Be, LinuxIommuFaultV6_10BeColumns, LinuxIommuFaultV6_10BeInit } from './linux/iommu-fault-v6.10-be.ts'
import { record as iommuPageResponseV6_10Record } from './linux/iommu-page-response-v6.10.ts'
/**
 * Page response, inside Linux 6.9 and later, `linux.iommu-page-response-v6.10`: 12 bytes. include/linux/iommu.h, Linux 6.9 and later.
 *
 * ```text
 *     3 3                   2                   1                   0
 *     1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *    +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +0 |                             pasid                             |
 *    +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +4 |                             grpid                             |
 *    +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +8 |                             code                              |
 *    +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * ```
 * Sources: Linux 6.9 to 7.0.
 */
export const iommuPageResponseV6_10 = iommuPageResponseV6_10Record
export type { LinuxIommuPageResponseV6_10, LinuxIommuPageResponseV6_10Columns, LinuxIommuPageResponseV6_10Init } from './linux/iommu-page-response-v6.10.ts'
import { record as iommuPageResponseV6_10BeRecord } from './linux/iommu-page-response-v6.10-be.ts'
/**
 * Page response, inside Linux 6.9 and later, big-endian ABI, `linux.iommu-page-response-v6.10-be`: 12 bytes. include/linux/iommu.h, Linux 6.9 and later.
 *
 * ```text
 *     3 3                   2                   1                   0
 *     1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *    +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +0 |                             pasid                             |
 *    +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +4 |                             grpid                             |
 *    +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +8 |                             code                              |
 *    +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * ```
 * Sources: Linux 6.9 to 7.0.
 */
export const iommuPageResponseV6_10Be = iommuPageResponseV6_10BeRecord
export type { LinuxIommuPageResponseV6_10Be, LinuxIommuPageResponseV6_10BeColumns, LinuxIommuPageResponseV6_10BeInit } from './linux/iommu-page-response-v6.10-be.ts'
import { record as iommufdVeventHeaderRecord } from './linux/iommufd-vevent-header.ts'
/**
 * Header of an event read from an iommufd virtual event queue, `linux.iommufd-vevent-header`: 8 bytes. include/uapi/linux/iommufd.h, Linux 6.15 and later.
 *
 * ```text
 *     3 3                   2                   1                   0
 *     1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *    +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +0 |                             flags                             |
 *    +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +4 |                           sequence                            |
 *    +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * ```
 * Sources: Linux 6.15 to 7.0.
 */
export const iommufdVeventHeader = iommufdVeventHeaderRecord
export type { LinuxIommufdVeventHeader, LinuxIommufdVeventHeaderColumns, LinuxIommufdVeventHeaderInit } from './linux/iommufd-vevent-header.ts'
import { record as iommufdVeventHeaderBeRecord } from './linux/iommufd-vevent-header-be.ts'
/**
 * Header of an event read from an iommufd virtual event queue, big-endian ABI, `linux.iommufd-vevent-header-be`: 8 bytes. include/uapi/linux/iommufd.h, Linux 6.15 and later.
 *
 * ```text
 *     3 3                   2                   1                   0
 *     1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *    +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +0 |                             flags                             |
 *    +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +4 |                           sequence                            |
 *    +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * ```
 * Sources: Linux 6.15 to 7.0.
 */
export const iommufdVeventHeaderBe = iommufdVeventHeaderBeRecord
export type { LinuxIommufdVeventHeaderBe, LinuxIommufdVeventHeaderBeColumns, LinuxIommufdVeventHeaderBeInit } from './linux/iommufd-vevent-header-be.ts'
import { record as iommuVeventArmSmmuv3Record } from './linux/iommu-vevent-arm-smmuv3.ts'
/**
 * SMMUv3 event read from an iommufd virtual event queue, `linux.iommu-vevent-arm-smmuv3`: 32 bytes. include/uapi/linux/iommufd.h, Linux 6.15 and later.
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +0  |                             evt0                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +4  |                             evt0                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +8  |                             evt1                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +12 |                             evt1                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +16 |                             evt2                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +20 |                             evt2                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +24 |                             evt3                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +28 |                             evt3                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * ```
 * Sources: Linux 6.15 to 7.0.
 */
export const iommuVeventArmSmmuv3 = iommuVeventArmSmmuv3Record
export type { LinuxIommuVeventArmSmmuv3, LinuxIommuVeventArmSmmuv3Columns, LinuxIommuVeventArmSmmuv3Init } from './linux/iommu-vevent-arm-smmuv3.ts'
import { record as iommuVeventArmSmmuv3BeRecord } from './linux/iommu-vevent-arm-smmuv3-be.ts'
/**
 * SMMUv3 event read from an iommufd virtual event queue, big-endian ABI (the same bytes: its words are little-endian everywhere), `linux.iommu-vevent-arm-smmuv3-be`: 32 bytes. include/uapi/linux/iommufd.h, Linux 6.15 and later.
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +0  |                             evt0                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +4  |                             evt0                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +8  |                             evt1                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +12 |                             evt1                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +16 |                             evt2                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +20 |                             evt2                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +24 |                             evt3                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +28 |                             evt3                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * ```
 * Sources: Linux 6.15 to 7.0.
 */
export const iommuVeventArmSmmuv3Be = iommuVeventArmSmmuv3BeRecord
export type { LinuxIommuVeventArmSmmuv3Be, LinuxIommuVeventArmSmmuv3BeColumns, LinuxIommuVeventArmSmmuv3BeInit } from './linux/iommu-vevent-arm-smmuv3-be.ts'
import { record as iommuViommuArmSmmuv3InvalidateRecord } from './linux/iommu-viommu-arm-smmuv3-invalidate.ts'
/**
 * SMMUv3 command that iommufd runs for a guest, `linux.iommu-viommu-arm-smmuv3-invalidate`: 16 bytes. include/uapi/linux/iommufd.h, Linux 6.13 and later.
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +0  |                             cmd0                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +4  |                             cmd0                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +8  |                             cmd1                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +12 |                             cmd1                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * ```
 * Sources: Linux 6.13 to 7.0.
 */
export const iommuViommuArmSmmuv3Invalidate = iommuViommuArmSmmuv3InvalidateRecord
export type { LinuxIommuViommuArmSmmuv3Invalidate, LinuxIommuViommuArmSmmuv3InvalidateColumns, LinuxIommuViommuArmSmmuv3InvalidateInit } from './linux/iommu-viommu-arm-smmuv3-invalidate.ts'
import { record as iommuViommuArmSmmuv3InvalidateBeRecord } from './linux/iommu-viommu-arm-smmuv3-invalidate-be.ts'
/**
 * SMMUv3 command that iommufd runs for a guest, big-endian ABI (the same bytes: its words are little-endian everywhere), `linux.iommu-viommu-arm-smmuv3-invalidate-be`: 16 bytes. include/uapi/linux/iommufd.h, Linux 6.13 and later.
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +0  |                             cmd0                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +4  |                             cmd0                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +8  |                             cmd1                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +12 |                             cmd1                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * ```
 * Sources: Linux 6.13 to 7.0.
 */
export const iommuViommuArmSmmuv3InvalidateBe = iommuViommuArmSmmuv3InvalidateBeRecord
export type { LinuxIommuViommuArmSmmuv3InvalidateBe, LinuxIommuViommuArmSmmuv3InvalidateBeColumns, LinuxIommuViommuArmSmmuv3InvalidateBeInit } from './linux/iommu-viommu-arm-smmuv3-invalidate-be.ts'
