// Generated from src/spec/pcie-flit.ts by `npm run generate`; do not edit.
import { record as pageRequestRecord } from './pcie-flit/page-request.ts'
/**
 * Page Request Message in flit mode, header base, `pcie-flit.page-request`: 16 bytes. PCIe Base Specification 6.x, 10.4.1.
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW0 |   type=0x30   | tc  |   ohc   | ts  |attr |     reserved      |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW1 |          requesterId          |a|  reserved   | messageCode=4 |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW2 |                            address                            |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW3 |                address                |    prgIndex     |L|W|R|
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *     a  ep
 * ```
 * Sources: published notes on PCIe 6.x headers (one source), and the same message in non-flit mode.
 */
export const pageRequest = pageRequestRecord
export type { PcieFlitPageRequest, PcieFlitPageRequestColumns, PcieFlitPageRequestInit } from './pcie-flit/page-request.ts'
import { record as stopMarkerRecord } from './pcie-flit/stop-marker.ts'
/**
 * Stop Marker Message in flit mode, header base, `pcie-flit.stop-marker`: 16 bytes. PCIe Base Specification 6.x, 10.4.1.2.1.
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW0 |   type=0x30   | tc  |   ohc   | ts  |attr |     reserved      |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW1 |          requesterId          |a|  reserved   | messageCode=4 |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW2 |                              dw2                              |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW3 |                 dw3Bits31to8                  |    b    |c|d|e|
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *     a  ep
 *     b  markerType
 *     c  last=1
 *     d  write=0
 *     e  read=0
 * ```
 * Sources: published notes on PCIe 6.x headers (one source), and the same message in non-flit mode; Marker Type and the reserved bits are unconfirmed.
 */
export const stopMarker = stopMarkerRecord
export type { PcieFlitStopMarker, PcieFlitStopMarkerColumns, PcieFlitStopMarkerInit } from './pcie-flit/stop-marker.ts'
import { record as prgResponseRecord } from './pcie-flit/prg-response.ts'
/**
 * PRG Response Message in flit mode, header base, `pcie-flit.prg-response`: 16 bytes. PCIe Base Specification 6.x, 10.4.2.
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW0 |   type=0x32   | tc  |   ohc   | ts  |attr |     reserved      |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW1 |          requesterId          |a|  reserved   | messageCode=5 |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW2 |         destinationId         |   b   |     |    prgIndex     |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW3 |                           reserved                            |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *     a  ep
 *     b  respCode
 * ```
 * Sources: published notes on PCIe 6.x headers (one source), and the same message in non-flit mode.
 */
export const prgResponse = prgResponseRecord
export type { PcieFlitPrgResponse, PcieFlitPrgResponseColumns, PcieFlitPrgResponseInit } from './pcie-flit/prg-response.ts'
import { record as translationRequest32Record } from './pcie-flit/translation-request-32.ts'
/**
 * Translation Request in flit mode, 32-bit address, header base, `pcie-flit.translation-request-32`: 12 bytes. PCIe Base Specification 6.x, 10.2.2.
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW0 |    type=3     | tc  |   ohc   | ts  |attr |      length       |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW1 |          requesterId          |a| |            tag            |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW2 |                address                |   reserved    |b| |AT |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *     a  ep
 *     b  cxlSource
 * ```
 * Sources: published notes on PCIe 6.x headers (one source), and the same message in non-flit mode.
 */
export const translationRequest32 = translationRequest32Record
export type { PcieFlitTranslationRequest32, PcieFlitTranslationRequest32Columns, PcieFlitTranslationRequest32Init } from './pcie-flit/translation-request-32.ts'
import { record as translationRequest64Record } from './pcie-flit/translation-request-64.ts'
/**
 * Translation Request in flit mode, 64-bit address, header base, `pcie-flit.translation-request-64`: 16 bytes. PCIe Base Specification 6.x, 10.2.2.
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW0 |   type=0x20   | tc  |   ohc   | ts  |attr |      length       |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW1 |          requesterId          |a| |            tag            |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW2 |                            address                            |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW3 |                address                |   reserved    |b| |AT |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *     a  ep
 *     b  cxlSource
 * ```
 * Sources: published notes on PCIe 6.x headers (one source), and the same message in non-flit mode.
 */
export const translationRequest64 = translationRequest64Record
export type { PcieFlitTranslationRequest64, PcieFlitTranslationRequest64Columns, PcieFlitTranslationRequest64Init } from './pcie-flit/translation-request-64.ts'
import { record as translationCompletionRecord } from './pcie-flit/translation-completion.ts'
/**
 * Translation Completion in flit mode, header base, `pcie-flit.translation-completion`: 12 bytes. PCIe Base Specification 6.x, 10.2.3 and 2.2.9.
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW0 |a|b| type=0xa  | tc  |   ohc   | ts  |attr |      length       |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW1 |          completerId          |c|d|            tag            |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW2 |          requesterId          |   d   |       byteCount       |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *     a  type=0xa
 *     b  withData
 *     c  ep
 *     d  lowerAddress6to2
 * ```
 * Sources: published notes on PCIe 6.x headers (one source).
 */
export const translationCompletion = translationCompletionRecord
export type { PcieFlitTranslationCompletion, PcieFlitTranslationCompletionColumns, PcieFlitTranslationCompletionInit } from './pcie-flit/translation-completion.ts'
import { record as invalidateRequestRecord } from './pcie-flit/invalidate-request.ts'
/**
 * Invalidate Request Message in flit mode, header base, `pcie-flit.invalidate-request`: 16 bytes. PCIe Base Specification 6.x, 10.3.1.
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW0 |   type=0x72   | tc  |   ohc   | ts  |attr |     length=2      |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW1 |          requesterId          |a|   |  itag   | messageCode=1 |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW2 |         destinationId         |           reserved            |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW3 |                           reserved                            |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *     a  ep
 * ```
 * Sources: published notes on PCIe 6.x headers (one source), and the same message in non-flit mode.
 */
export const invalidateRequest = invalidateRequestRecord
export type { PcieFlitInvalidateRequest, PcieFlitInvalidateRequestColumns, PcieFlitInvalidateRequestInit } from './pcie-flit/invalidate-request.ts'
import { record as invalidateRequestDataRecord } from './pcie-flit/invalidate-request-data.ts'
/**
 * Invalidate Request Message in flit mode, data, `pcie-flit.invalidate-request-data`: 8 bytes. PCIe Base Specification 6.x, 10.3.1.
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW0 |                            address                            |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW1 |                address                |S|     reserved      |a|
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *     a  global
 * ```
 * Sources: the same message in non-flit mode.
 */
export const invalidateRequestData = invalidateRequestDataRecord
export type { PcieFlitInvalidateRequestData, PcieFlitInvalidateRequestDataColumns, PcieFlitInvalidateRequestDataInit } from './pcie-flit/invalidate-request-data.ts'
import { record as invalidateCompletionRecord } from './pcie-flit/invalidate-completion.ts'
/**
 * Invalidate Completion Message in flit mode, header base, `pcie-flit.invalidate-completion`: 16 bytes. PCIe Base Specification 6.x, 10.3.2.
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW0 |   type=0x32   | tc  |   ohc   | ts  |attr |     reserved      |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW1 |          requesterId          |a|  reserved   | messageCode=2 |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW2 |         destinationId         |        reserved         | CC  |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW3 |                          itagVector                           |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *     a  ep
 * ```
 * Sources: published notes on PCIe 6.x headers (one source), and the same message in non-flit mode.
 */
export const invalidateCompletion = invalidateCompletionRecord
export type { PcieFlitInvalidateCompletion, PcieFlitInvalidateCompletionColumns, PcieFlitInvalidateCompletionInit } from './pcie-flit/invalidate-completion.ts'
import { record as ohcA1Record } from './pcie-flit/ohc-a1.ts'
/**
 * OHC-A1: PASID and byte enables of a memory request, PASID of a Page Request, `pcie-flit.ohc-a1`: 4 bytes. PCIe Base Specification 6.x, Orthogonal Header Content.
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW0 |a|b|c|d|                 pasid                 |lastBe |firstBe|
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *     a  noWrite
 *     b  pasidValid
 *     c  privilegedModeRequested
 *     d  executeRequested
 * ```
 * Sources: published notes on PCIe 6.x headers, RISC-V IOMMU specification.
 */
export const ohcA1 = ohcA1Record
export type { PcieFlitOhcA1, PcieFlitOhcA1Columns, PcieFlitOhcA1Init } from './pcie-flit/ohc-a1.ts'
import { record as ohcA2Record } from './pcie-flit/ohc-a2.ts'
/**
 * OHC-A2: byte enables of an I/O request, `pcie-flit.ohc-a2`: 4 bytes. PCIe Base Specification 6.x, Orthogonal Header Content.
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW0 |                   reserved                    |lastBe |firstBe|
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * ```
 * Sources: published notes on PCIe 6.x headers (one source).
 */
export const ohcA2 = ohcA2Record
export type { PcieFlitOhcA2, PcieFlitOhcA2Columns, PcieFlitOhcA2Init } from './pcie-flit/ohc-a2.ts'
import { record as ohcA3Record } from './pcie-flit/ohc-a3.ts'
/**
 * OHC-A3: destination segment and byte enables of a configuration request, `pcie-flit.ohc-a3`: 4 bytes. PCIe Base Specification 6.x, Orthogonal Header Content.
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW0 |       a       |   reserved    |b|  reserved   |lastBe |firstBe|
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *     a  destinationSegment
 *     b  destinationSegmentValid
 * ```
 * Sources: published notes on PCIe 6.x headers (one source).
 */
export const ohcA3 = ohcA3Record
export type { PcieFlitOhcA3, PcieFlitOhcA3Columns, PcieFlitOhcA3Init } from './pcie-flit/ohc-a3.ts'
import { record as ohcA4Record } from './pcie-flit/ohc-a4.ts'
/**
 * OHC-A4: destination segment and PASID of a message routed by ID, `pcie-flit.ohc-a4`: 4 bytes. PCIe Base Specification 6.x, Orthogonal Header Content.
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW0 |       a       |     pasid     |b|c|   | pasid |     pasid     |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *     a  destinationSegment
 *     b  destinationSegmentValid
 *     c  pasidValid
 * ```
 * Sources: published notes on PCIe 6.x headers (one source); RISC-V IOMMU specification models the same segment.
 */
export const ohcA4 = ohcA4Record
export type { PcieFlitOhcA4, PcieFlitOhcA4Columns, PcieFlitOhcA4Init } from './pcie-flit/ohc-a4.ts'
import { record as ohcA5Record } from './pcie-flit/ohc-a5.ts'
/**
 * OHC-A5: segments and status of a completion, `pcie-flit.ohc-a5`: 4 bytes. PCIe Base Specification 6.x, Orthogonal Header Content.
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW0 |       a       |       b       |c|  reserved   |     | d |  e  |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *     a  destinationSegment
 *     b  completerSegment
 *     c  destinationSegmentValid
 *     d  lowerAddress1to0
 *     e  status
 * ```
 * Sources: published notes on PCIe 6.x headers (one source).
 */
export const ohcA5 = ohcA5Record
export type { PcieFlitOhcA5, PcieFlitOhcA5Columns, PcieFlitOhcA5Init } from './pcie-flit/ohc-a5.ts'
import { record as ohcBRecord } from './pcie-flit/ohc-b.ts'
/**
 * OHC-B: processing hints and memory attributes, `pcie-flit.ohc-b`: 4 bytes. PCIe Base Specification 6.x, Orthogonal Header Content.
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW0 |   reserved    |          steeringTag          | a | b |  c  |d|
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *     a  processingHint
 *     b  hintValid
 *     c  memoryAttributes
 *     d  memoryAttributesValid
 * ```
 * Sources: published notes on PCIe 6.x headers (one source).
 */
export const ohcB = ohcBRecord
export type { PcieFlitOhcB, PcieFlitOhcBColumns, PcieFlitOhcBInit } from './pcie-flit/ohc-b.ts'
import { record as ohcCRecord } from './pcie-flit/ohc-c.ts'
/**
 * OHC-C: requester segment and IDE, `pcie-flit.ohc-c`: 4 bytes. PCIe Base Specification 6.x, Orthogonal Header Content.
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW0 |       a       |    prSent     |   streamId    |   b   |   |K|T|
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *     a  requesterSegment
 *     b  subStream
 * ```
 * Sources: published notes on PCIe 6.x headers (one source).
 */
export const ohcC = ohcCRecord
export type { PcieFlitOhcC, PcieFlitOhcCColumns, PcieFlitOhcCInit } from './pcie-flit/ohc-c.ts'
