import { PRG_RESPONSE_CODE } from './codes.ts'
import { PLACE } from './place-names.ts'
import type { Carries, Roles } from './roles.ts'
import * as rules from './rules/riscv.ts'
import type { Field, Layout } from './vocabulary.ts'

/**
 * RISC-V IOMMU queue records and commands, in QWORDs: little-endian, or each QWORD byte-swapped where `fctl.BE` is 1.
 */

const QWORDS = { word: 8, order: 'little', label: 'q' } as const
const SPEC = 'RISC-V IOMMU Architecture Specification 1.0'
const SOURCE = 'RISC-V IOMMU specification and reference model, Whisper, QEMU, Linux drivers/iommu/riscv/iommu-bits.h'

const process = {
  processId: { at: [[0, 31, 12]], as: 'uint', doc: 'PID: process ID (the PASID); means nothing unless PV' },
  processIdValid: { at: [[0, 32, 32]], as: 'flag', doc: 'PV: the process ID is valid' },
} as const satisfies Record<string, Field>

const processRoles = { pasid: 'processId', pasidValid: 'processIdValid' } as const satisfies Roles
const commandRoles = { device: 'rid', segment: 'segment', segmentValid: 'segmentValid', ...processRoles } as const satisfies Roles

/** The models do not look at the PASID of a Stop Marker. What a full queue answers: chapter on ATS and PRI. */
const requestWith = (group: string): Carries => ({
  what: 'page request',
  permissionsWithPasid: true,
  stopMarker: 'by shape',
  answer: { group, overflow: { respCode: PRG_RESPONSE_CODE.Success, unknownRespCode: PRG_RESPONSE_CODE.ResponseFailure, unknownPasid: true } },
})

export const pageRequest = {
  id: 'riscv.page-request',
  title: 'Page-request-queue record',
  clause: `${SPEC}, Page-Request-Queue`,
  source: SOURCE,
  ...QWORDS,
  size: 16,
  place: PLACE.riscvPageRequestQueue,
  fields: {
    ...process,
    privileged: { at: [[0, 33, 33]], as: 'flag', doc: 'PRIV: Privileged Mode Requested; 0 unless PV' },
    execute: { at: [[0, 34, 34]], as: 'flag', doc: 'EXEC: Execute Requested; 0 unless PV' },
    deviceId: { at: [[0, 63, 40]], as: 'uint', doc: 'DID: device ID, segment in its high byte if any, then the Requester ID' },
    read: { at: [[1, 0, 0]], as: 'flag', doc: 'R: read access requested' },
    write: { at: [[1, 1, 1]], as: 'flag', doc: 'W: write access requested' },
    last: { at: [[1, 2, 2]], as: 'flag', doc: 'L: last request of its group' },
    prgIndex: { at: [[1, 11, 3]], as: 'uint', doc: 'PRGI: Page Request Group Index' },
    address: { at: [[1, 63, 12]], as: 'page', unit: 'byte address', doc: 'page address' },
  },
  reserved: [[0, 11, 0], [0, 39, 35]],
  roles: {
    device: 'deviceId', ...processRoles, group: 'prgIndex', address: 'address',
    read: 'read', write: 'write', execute: 'execute', privileged: 'privileged', last: 'last',
  },
  carries: requestWith('riscv.ats-prgr'),
  rules: rules.pageRequest,
} as const satisfies Layout

const command = {
  ...process,
  segmentValid: { at: [[0, 33, 33]], as: 'flag', doc: 'DSV: DSEG is valid' },
  rid: { at: [[0, 55, 40]], as: 'uint', doc: 'RID: Requester ID of the device' },
  segment: { at: [[0, 63, 56]], as: 'uint', doc: 'DSEG: segment of the device; ignored unless DSV' },
} as const satisfies Record<string, Field>

export const atsPrgr = {
  id: 'riscv.ats-prgr',
  title: 'ATS.PRGR command',
  clause: `${SPEC}, IOMMU ATS commands`,
  source: SOURCE,
  ...QWORDS,
  size: 16,
  place: PLACE.riscvCommandQueue,
  fields: {
    ...command,
    prgIndex: { at: [[1, 40, 32]], as: 'uint', doc: 'PRGI: Page Request Group Index of the group that is answered' },
    respCode: { at: [[1, 47, 44]], as: 'uint', codes: PRG_RESPONSE_CODE, doc: 'Response Code' },
    destinationId: {
      at: [[1, 63, 48]], as: 'uint', optional: true,
      doc: 'Destination ID of revision 1.0.0; 0 since 1.0.1, when the hardware fills it in',
    },
  },
  fixed: {
    opcode: { at: [[0, 6, 0]], value: 4, doc: 'opcode: ATS' },
    func3: { at: [[0, 9, 7]], value: 1, doc: 'func3: PRGR' },
  },
  reserved: [[0, 11, 10], [0, 39, 34], [1, 31, 0], [1, 43, 41]],
  roles: { ...commandRoles, group: 'prgIndex', code: 'respCode' },
  carries: { what: 'page response', codes: 'PCIe' },
  rules: rules.atsPrgr,
} as const satisfies Layout

export const atsInval = {
  id: 'riscv.ats-inval',
  title: 'ATS.INVAL command',
  clause: `${SPEC}, IOMMU ATS commands`,
  source: SOURCE,
  ...QWORDS,
  size: 16,
  place: PLACE.riscvCommandQueue,
  fields: {
    ...command,
    global: { at: [[1, 0, 0]], as: 'flag', doc: 'G, Global Invalidate: hits every process ID' },
    size: { at: [[1, 11, 11]], as: 'flag', doc: 'S: the range is larger than 4 KiB' },
    address: {
      at: [[1, 63, 12]], as: 'page', unit: 'byte address',
      doc: 'untranslated address [63:12]; with S, its low bits that are 1 give the size of the range',
    },
  },
  fixed: {
    opcode: { at: [[0, 6, 0]], value: 4, doc: 'opcode: ATS' },
    func3: { at: [[0, 9, 7]], value: 0, doc: 'func3: INVAL' },
  },
  reserved: [[0, 11, 10], [0, 39, 34], [1, 10, 1]],
  roles: { ...commandRoles, global: 'global', size: 'size', address: 'address' },
  rules: rules.atsInval,
} as const satisfies Layout

/** What the name of a place ends in where each QWORD is byte-swapped. */
export const BIG_ENDIAN = ', fctl.BE = 1'

/** The same record with the bytes of each QWORD swapped. */
export function bigEndian<const L extends Layout>(layout: L): Omit<Layout, 'fields'> & Pick<L, 'fields'> {
  return {
    ...layout,
    id: `${layout.id}-be`,
    title: `${layout.title}, fctl.BE = 1`,
    order: 'big',
    ...(layout.place !== undefined && { place: `${layout.place}${BIG_ENDIAN}` }),
    ...(layout.carries?.answer && { carries: { ...layout.carries, answer: { ...layout.carries.answer, group: `${layout.carries.answer.group}-be` } } }),
  }
}

export const pageRequestBe = /* @__PURE__ */ bigEndian(pageRequest)
export const atsPrgrBe = /* @__PURE__ */ bigEndian(atsPrgr)
export const atsInvalBe = /* @__PURE__ */ bigEndian(atsInval)
