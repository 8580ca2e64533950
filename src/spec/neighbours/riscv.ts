import { PLACE } from '../place-names.ts'
import { bigEndian } from '../riscv.ts'
import * as rules from '../rules/neighbours/riscv.ts'
import type { Field, Layout } from '../vocabulary.ts'
import { RISCV_CAUSE, RISCV_CAUSES, RISCV_OPCODE, RISCV_TTYP } from './riscv-codes.ts'
import { address, big, fixed, flag, meaningsOf, page, uint } from './words.ts'

/** Commands and fault records of the RISC-V IOMMU that are not of ATS or PRI; `-be` where `fctl.BE` is 1. */

const SPEC = 'RISC-V IOMMU Architecture Specification 1.0'
const QWORDS = {
  source: 'RISC-V IOMMU specification and reference model, Whisper, QEMU hw/riscv/riscv-iommu-bits.h, Linux drivers/iommu/riscv',
  word: 8, order: 'little', label: 'q',
} as const

const command = (name: string, opcode: keyof typeof RISCV_OPCODE, func3: number) => ({
  title: `${name} command`,
  clause: `${SPEC}, ${name}`,
  ...QWORDS,
  size: 16,
  place: PLACE.riscvCommandQueue,
  fixed: {
    opcode: fixed([[0, 6, 0]], RISCV_OPCODE[opcode], `opcode: ${opcode}`),
    func3: fixed([[0, 9, 7]], func3, `func3: ${name.slice(name.indexOf('.') + 1)}`),
  },
}) as const

export const iofenceC = {
  id: 'riscv.iofence-c',
  ...command('IOFENCE.C', 'IOFENCE', 0),
  fields: {
    addressValid: flag(0, 10, 'AV: write DATA, 4 bytes, to the address'),
    wiredInterrupt: flag(0, 11, 'WSI: interrupt when done; reserved where the IOMMU signals by MSI'),
    previousReads: flag(0, 12, 'PR: order earlier reads of devices'),
    previousWrites: flag(0, 13, 'PW: order earlier writes of devices'),
    data: uint([[0, 63, 32]], 'DATA, if AV'),
    address: address([[1, 61, 0]], 2, 'ADDR[63:2], if AV; stands two bits lower in the word'),
  },
  reserved: [[0, 31, 14], [1, 63, 62]],
  rules: rules.iofence,
} as const satisfies Layout

const iotinval = {
  addressValid: flag(0, 10, 'AV: the address is valid'),
  pscid: uint([[0, 31, 12]], 'PSCID, if PSCV'),
  pscidValid: flag(0, 32, 'PSCV: PSCID is valid'),
  gscidValid: flag(0, 33, 'GV: GSCID is valid'),
  nonLeaf: flag(0, 34, 'NL: non-leaf entries too; reserved unless capabilities bit 42'),
  gscid: uint([[0, 59, 44]], 'GSCID, if GV'),
  size: flag(1, 9, 'S: the address gives a range by its low bits that are 1; reserved unless capabilities bit 43'),
  address: page([[1, 61, 10]], 'ADDR[63:12], if AV; stands two bits lower in the word'),
} as const satisfies Record<string, Field>

const IOTINVAL_RESERVED = [[0, 11, 11], [0, 43, 35], [0, 63, 60], [1, 8, 0], [1, 63, 62]] as const

export const iotinvalVma = {
  id: 'riscv.iotinval-vma',
  ...command('IOTINVAL.VMA', 'IOTINVAL', 0),
  fields: iotinval,
  reserved: IOTINVAL_RESERVED,
  roles: { address: 'address', size: 'size' },
  rules: rules.iotinval,
} as const satisfies Layout

export const iotinvalGvma = {
  id: 'riscv.iotinval-gvma',
  ...command('IOTINVAL.GVMA', 'IOTINVAL', 1),
  fields: { ...iotinval, pscidValid: { ...iotinval.pscidValid, doc: 'PSCV: illegal in this command' } },
  reserved: IOTINVAL_RESERVED,
  roles: { address: 'address', size: 'size' },
  rules: rules.iotinvalGvma,
} as const satisfies Layout

const device = {
  deviceIdValid: flag(0, 33, 'DV: the device ID is valid'),
  deviceId: uint([[0, 63, 40]], 'DID: device ID, segment in its high byte if any, then the Requester ID'),
} as const satisfies Record<string, Field>

export const iodirInvalDdt = {
  id: 'riscv.iodir-inval-ddt',
  ...command('IODIR.INVAL_DDT', 'IODIR', 0),
  fields: device,
  reserved: [[0, 11, 10], [0, 31, 12, 'PID of IODIR.INVAL_PDT'], [0, 32, 32], [0, 39, 34], [1, 63, 0]],
  roles: { device: 'deviceId' },
  rules: rules.iodirInvalDdt,
} as const satisfies Layout

export const iodirInvalPdt = {
  id: 'riscv.iodir-inval-pdt',
  ...command('IODIR.INVAL_PDT', 'IODIR', 1),
  fields: { processId: uint([[0, 31, 12]], 'PID: process ID (the PASID)'), ...device },
  reserved: [[0, 11, 10], [0, 32, 32], [0, 39, 34], [1, 63, 0]],
  roles: { device: 'deviceId', pasid: 'processId' },
  rules: rules.iodirInvalPdt,
} as const satisfies Layout

export const faultRecord = {
  id: 'riscv.fault-record',
  title: 'Fault-queue record',
  clause: `${SPEC}, Fault/Event-Queue`,
  ...QWORDS,
  size: 32,
  place: PLACE.riscvFaultQueue,
  fields: {
    cause: uint([[0, 11, 0]], 'CAUSE: what went wrong', { codes: RISCV_CAUSE, meanings: meaningsOf(RISCV_CAUSES) }),
    processId: uint([[0, 31, 12]], 'PID: process ID (the PASID); 0 unless PV'),
    processIdValid: flag(0, 32, 'PV: the process ID is valid'),
    privileged: flag(0, 33, 'PRIV: Privileged Mode Requested; 0 unless PV'),
    ttyp: uint([[0, 39, 34]], 'TTYP: what kind of transaction it was', { codes: RISCV_TTYP }),
    deviceId: uint([[0, 63, 40]], 'DID: device ID, segment in its high byte if any, then the Requester ID; 0 if TTYP is 0'),
    custom: uint([[1, 31, 0]], 'custom: any value is healthy'),
    iotval: big([[2, 63, 0]], 'iotval: the address; for TTYP 9 the message code (4 is a page request); its page offset may read 0'),
    iotval2: big([[3, 63, 0]], 'iotval2: of a guest page fault GPA[63:2], [1] implicit write, [0] implicit access; else 0 or as the cause says'),
  },
  reserved: [[1, 63, 32]],
  roles: { device: 'deviceId', pasid: 'processId', pasidValid: 'processIdValid', code: 'cause', privileged: 'privileged' },
  rules: rules.faultRecord,
} as const satisfies Layout

export const iofenceCBe = bigEndian(iofenceC)
export const iotinvalVmaBe = bigEndian(iotinvalVma)
export const iotinvalGvmaBe = bigEndian(iotinvalGvma)
export const iodirInvalDdtBe = bigEndian(iodirInvalDdt)
export const iodirInvalPdtBe = bigEndian(iodirInvalPdt)
export const faultRecordBe = bigEndian(faultRecord)
