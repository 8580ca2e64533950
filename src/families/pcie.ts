// Generated from src/spec/pcie.ts by `npm run generate`; do not edit.
/**
 * Page Request Message, `pcie.page-request`: 16 bytes. PCIe Base Specification, 10.4.1.
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW0 |fmt=1| type=16 |a| tc  |b|c|d|e|f|g| c |   |     reserved      |
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
 * Sources: RISC-V IOMMU reference model, Whisper, OFS/opae-sim, Linux.
 */
export * as pageRequest from '../codec/records/pcie.page-request.ts'
export type { PciePageRequest, PciePageRequestColumns, PciePageRequestInit } from '../codec/records/pcie.page-request.ts'
/**
 * Stop Marker Message, `pcie.stop-marker`: 16 bytes. PCIe Base Specification, 10.4.1.2.1.
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW0 |fmt=1| type=16 |a| tc  |b|c|d|e|f|g| c |   |     reserved      |
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
export * as stopMarker from '../codec/records/pcie.stop-marker.ts'
export type { PcieStopMarker, PcieStopMarkerColumns, PcieStopMarkerInit } from '../codec/records/pcie.stop-marker.ts'
/**
 * PRG Response Message, `pcie.prg-response`: 16 bytes. PCIe Base Specification, 10.4.2.
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW0 |fmt=1| type=18 |a| tc  |b|c|d|e|f|g| c |   |     reserved      |
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
 * Sources: RISC-V IOMMU reference model, Whisper, OFS/opae-sim, Efinix controller guide.
 */
export * as prgResponse from '../codec/records/pcie.prg-response.ts'
export type { PciePrgResponse, PciePrgResponseColumns, PciePrgResponseInit } from '../codec/records/pcie.prg-response.ts'
/**
 * PASID TLP Prefix, `pcie.pasid-prefix`: 4 bytes. PCIe Base Specification, 6.20.2.
 *
 * ```text
 *      3 3                   2                   1                   0
 *      1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * DW0 |fmt=4| type=17 |a|b|   |                 pasid                 |
 *     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *     a  privilegedModeRequested
 *     b  executeRequested
 * ```
 * Sources: OFS/ofs-fim-common, Linux, RISC-V IOMMU reference model; PMR and ER by the Base Specification.
 */
export * as pasidPrefix from '../codec/records/pcie.pasid-prefix.ts'
export type { PciePasidPrefix, PciePasidPrefixColumns, PciePasidPrefixInit } from '../codec/records/pcie.pasid-prefix.ts'
