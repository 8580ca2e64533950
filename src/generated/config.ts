// Generated from src/spec/config.ts by `npm run generate`; do not edit.
import { record as atsCapabilityRecord } from './config/ats-capability.ts'
/**
 * Address Translation Service capability, `config.ats-capability`: 8 bytes. PCIe Base Specification, 10.5.1, ATS Extended Capability.
 *
 * ```text
 *     3 3                   2                   1                   0
 *     1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *    +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +0 |         next          |version|            id=0xf             |
 *    +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +4 |a|  atsCtlBits14to5  |    b    |      c      |d|e|f|g|    h    |
 *    +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *    a  enable
 *    b  smallestTranslationUnit
 *    c  atsCapBits15to9
 *    d  memoryAttributesSupported
 *    e  relaxedOrderingSupported
 *    f  globalInvalidateSupported
 *    g  pageAlignedRequest
 *    h  invalidateQueueDepth
 * ```
 * Sources: Linux include/uapi/linux/pci_regs.h, pcics, OpenVMM, AMD AM012 (Memory Attributes Supported).
 */
export const atsCapability = atsCapabilityRecord
export type { ConfigAtsCapability, ConfigAtsCapabilityColumns, ConfigAtsCapabilityInit } from './config/ats-capability.ts'
import { record as priCapabilityRecord } from './config/pri-capability.ts'
/**
 * Page Request Interface capability, `config.pri-capability`: 16 bytes. PCIe Base Specification, 10.5.2, Page Request Extended Capability.
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +0  |         next          |version|            id=0x13            |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +4  |a| reserved  |b| reserved  |c|d|         reserved          |e|f|
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +8  |                      pageRequestCapacity                      |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +12 |                     pageRequestAllocation                     |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *     a  prgResponsePasidRequired
 *     b  stopped
 *     c  unexpectedPrgIndex
 *     d  responseFailure
 *     e  reset
 *     f  enable
 * ```
 * Sources: Linux include/uapi/linux/pci_regs.h, pciutils.
 */
export const priCapability = priCapabilityRecord
export type { ConfigPriCapability, ConfigPriCapabilityColumns, ConfigPriCapabilityInit } from './config/pri-capability.ts'
import { record as pasidCapabilityRecord } from './config/pasid-capability.ts'
/**
 * Process Address Space ID capability, `config.pasid-capability`: 8 bytes. PCIe Base Specification, 7.8, PASID Extended Capability.
 *
 * ```text
 *     3 3                   2                   1                   0
 *     1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *    +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +0 |         next          |version|            id=0x1b            |
 *    +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * +4 |       reserved        |a|b|c|d|     |    e    |       |f|g|h| |
 *    +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *    a  translatedRequestsEnable
 *    b  privilegedModeEnable
 *    c  executePermissionEnable
 *    d  enable
 *    e  maxPasidWidth
 *    f  translatedRequestsSupported
 *    g  privilegedModeSupported
 *    h  executePermissionSupported
 * ```
 * Sources: Linux include/uapi/linux/pci_regs.h, pcics, pciutils.
 */
export const pasidCapability = pasidCapabilityRecord
export type { ConfigPasidCapability, ConfigPasidCapabilityColumns, ConfigPasidCapabilityInit } from './config/pasid-capability.ts'
