// Generated from src/spec/pcie.ts by `npm run generate`; do not edit.
import { record as pageRequestRecord } from './pcie/page-request.ts'
/**
 * Page Request Message, `pcie.page-request`: 16 bytes. PCIe Base Specification, 10.4.1.
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW0 |fmt=1|type=0x10|a| tc  |b|c|d|e|f|g| c |   |     reserved      |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW1 |          requesterId          |      tag      | messageCode=4 |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW2 |                            address                            |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW3 |                address                |    prgIndex     |L|W|R|
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *     a  t9
 *     b  t8
 *     c  attr
 *     d  ln
 *     e  th
 *     f  td
 *     g  ep
 * ```
 * Sources: RISC-V IOMMU reference model, Whisper, OFS/opae-sim, Linux, Intel Simics' public header.
 */
export const pageRequest = pageRequestRecord
export type { PciePageRequest, PciePageRequestColumns, PciePageRequestInit } from './pcie/page-request.ts'
import { record as stopMarkerRecord } from './pcie/stop-marker.ts'
/**
 * Stop Marker Message, `pcie.stop-marker`: 16 bytes. PCIe Base Specification, 10.4.1.2.1.
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW0 |fmt=1|type=0x10|a| tc  |b|c|d|e|f|g| c |   |     reserved      |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW1 |          requesterId          |      tag      | messageCode=4 |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW2 |                              dw2                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW3 |                 dw3Bits31to8                  |    h    |i|j|k|
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *     a  t9
 *     b  t8
 *     c  attr
 *     d  ln
 *     e  th
 *     f  td
 *     g  ep
 *     h  markerType
 *     i  last=1
 *     j  write=0
 *     k  read=0
 * ```
 * Sources: RISC-V IOMMU specification, Arm IHI 0070 (the shape); Marker Type and the reserved bits are unconfirmed.
 */
export const stopMarker = stopMarkerRecord
export type { PcieStopMarker, PcieStopMarkerColumns, PcieStopMarkerInit } from './pcie/stop-marker.ts'
import { record as prgResponseRecord } from './pcie/prg-response.ts'
/**
 * PRG Response Message, `pcie.prg-response`: 16 bytes. PCIe Base Specification, 10.4.2.
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW0 |fmt=1|type=0x12|a| tc  |b|c|d|e|f|g| c |   |     reserved      |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW1 |          requesterId          |      tag      | messageCode=5 |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW2 |         destinationId         |   h   |     |    prgIndex     |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW3 |                           reserved                            |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *     a  t9
 *     b  t8
 *     c  attr
 *     d  ln
 *     e  th
 *     f  td
 *     g  ep
 *     h  respCode
 * ```
 * Sources: RISC-V IOMMU reference model, Whisper, OFS/opae-sim, Efinix controller guide, Intel Simics' public header.
 */
export const prgResponse = prgResponseRecord
export type { PciePrgResponse, PciePrgResponseColumns, PciePrgResponseInit } from './pcie/prg-response.ts'
import { record as pasidPrefixRecord } from './pcie/pasid-prefix.ts'
/**
 * PASID TLP Prefix, `pcie.pasid-prefix`: 4 bytes. PCIe Base Specification, 6.20.2.
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW0 |fmt=4|type=0x11|a|b|   |                 pasid                 |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *     a  privilegedModeRequested
 *     b  executeRequested
 * ```
 * Sources: OFS/ofs-fim-common, Linux, RISC-V IOMMU reference model; PMR and ER by the Base Specification.
 */
export const pasidPrefix = pasidPrefixRecord
export type { PciePasidPrefix, PciePasidPrefixColumns, PciePasidPrefixInit } from './pcie/pasid-prefix.ts'
import { record as translationRequest32Record } from './pcie/translation-request-32.ts'
/**
 * Translation Request, 32-bit address, `pcie.translation-request-32`: 12 bytes. PCIe Base Specification, 10.2.2.
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW0 |fmt=0| type=0  |a| tc  |b|c|d|e|f|g| c |AT |      length       |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW1 |          requesterId          |      tag      |lastBe |firstBe|
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW2 |                address                |   reserved    |h|   |i|
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *     a  t9
 *     b  t8
 *     c  attr
 *     d  ln
 *     e  th
 *     f  td
 *     g  ep
 *     h  cxlSource
 *     i  noWrite
 * ```
 * Sources: OFS/opae-sim, Simics documentation (No Write, CXL source); the place of NW by the Base Specification.
 */
export const translationRequest32 = translationRequest32Record
export type { PcieTranslationRequest32, PcieTranslationRequest32Columns, PcieTranslationRequest32Init } from './pcie/translation-request-32.ts'
import { record as translationRequest64Record } from './pcie/translation-request-64.ts'
/**
 * Translation Request, 64-bit address, `pcie.translation-request-64`: 16 bytes. PCIe Base Specification, 10.2.2.
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW0 |fmt=1| type=0  |a| tc  |b|c|d|e|f|g| c |AT |      length       |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW1 |          requesterId          |      tag      |lastBe |firstBe|
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW2 |                            address                            |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW3 |                address                |   reserved    |h|   |i|
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *     a  t9
 *     b  t8
 *     c  attr
 *     d  ln
 *     e  th
 *     f  td
 *     g  ep
 *     h  cxlSource
 *     i  noWrite
 * ```
 * Sources: OFS/opae-sim, Simics documentation (No Write, CXL source); the place of NW by the Base Specification.
 */
export const translationRequest64 = translationRequest64Record
export type { PcieTranslationRequest64, PcieTranslationRequest64Columns, PcieTranslationRequest64Init } from './pcie/translation-request-64.ts'
import { record as translationCompletionRecord } from './pcie/translation-completion.ts'
/**
 * Translation Completion, header, `pcie.translation-completion`: 12 bytes. PCIe Base Specification, 10.2.3 and 2.2.9.
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW0 |a|b|a|type=0xa |c| tc  |d|e|f|g|h|i| e |   |      length       |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW1 |          completerId          |  j  |k|       byteCount       |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW2 |          requesterId          |      tag      | |lowerAddress |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *     a  fmt=0
 *     b  withData
 *     c  t9
 *     d  t8
 *     e  attr
 *     f  ln
 *     g  th
 *     h  td
 *     i  ep
 *     j  status
 *     k  bcm
 * ```
 * Sources: OFS/opae-sim, cocotbext-pcie, Linux; Byte Count and Lower Address of a split completion are unconfirmed.
 */
export const translationCompletion = translationCompletionRecord
export type { PcieTranslationCompletion, PcieTranslationCompletionColumns, PcieTranslationCompletionInit } from './pcie/translation-completion.ts'
import { record as translationEntryRecord } from './pcie/translation-entry.ts'
/**
 * Translation Completion data entry, `pcie.translation-entry`: 8 bytes. PCIe Base Specification, 10.2.3.
 *
 * ```text
 *            3 3                   2                   1                   0
 *            1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q0[63:32] |                            address                            |
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * q0[31:0]  |                address                |S|N|a|  b  |c|d|e|U|W|R|
 *           +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *           a  cxlIo
 *           b  memoryAttributes
 *           c  global
 *           d  privileged
 *           e  execute
 * ```
 * Sources: OFS/opae-sim, RISC-V IOMMU reference model, Whisper, Intel Simics' public header (bits 10:0).
 */
export const translationEntry = translationEntryRecord
export type { PcieTranslationEntry, PcieTranslationEntryColumns, PcieTranslationEntryInit } from './pcie/translation-entry.ts'
import { record as invalidateRequestRecord } from './pcie/invalidate-request.ts'
/**
 * Invalidate Request Message, `pcie.invalidate-request`: 24 bytes. PCIe Base Specification, 10.3.1.
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW0 |fmt=3|type=0x12|a| tc  |b|c|d|e|f|g| c |   |     length=2      |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW1 |          requesterId          |     |  itag   | messageCode=1 |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW2 |         destinationId         |           reserved            |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW3 |                           reserved                            |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW4 |                            address                            |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW5 |                address                |S|     reserved      |h|
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *     a  t9
 *     b  t8
 *     c  attr
 *     d  ln
 *     e  th
 *     f  td
 *     g  ep
 *     h  global
 * ```
 * Sources: OFS/ofs-fim-common, RISC-V IOMMU reference model, Efinix controller guide, Intel Simics' public header.
 */
export const invalidateRequest = invalidateRequestRecord
export type { PcieInvalidateRequest, PcieInvalidateRequestColumns, PcieInvalidateRequestInit } from './pcie/invalidate-request.ts'
import { record as invalidateCompletionRecord } from './pcie/invalidate-completion.ts'
/**
 * Invalidate Completion Message, `pcie.invalidate-completion`: 16 bytes. PCIe Base Specification, 10.3.2.
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW0 |fmt=1|type=0x12|a| tc  |b|c|d|e|f|g| c |   |     reserved      |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW1 |          requesterId          |      tag      | messageCode=2 |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW2 |         destinationId         |        reserved         | CC  |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW3 |                          itagVector                           |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *     a  t9
 *     b  t8
 *     c  attr
 *     d  ln
 *     e  th
 *     f  td
 *     g  ep
 * ```
 * Sources: OFS/ofs-fim-common, RISC-V IOMMU reference model, Efinix controller guide, Intel Simics' public header.
 */
export const invalidateCompletion = invalidateCompletionRecord
export type { PcieInvalidateCompletion, PcieInvalidateCompletionColumns, PcieInvalidateCompletionInit } from './pcie/invalidate-completion.ts'
