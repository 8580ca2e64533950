import { RISCV_TTYP } from '../neighbours/riscv-codes.ts'
import { PLACE } from '../place-names.ts'
import { BIG_ENDIAN } from '../riscv.ts'
import type { Entry, Place } from './place.ts'

/** The queues of the RISC-V IOMMU. */

const SPEC = 'RISC-V IOMMU Architecture Specification 1.0'
const QWORDS = { word: 8, order: 'little', label: 'q', zero: 'empty slot' } as const

const func3 = (value: number) => ({ where: { at: [[0, 9, 7]], value } }) as const

export const commandQueue = {
  id: 'riscv.command-queue',
  title: PLACE.riscvCommandQueue,
  clause: `${SPEC}, Command-Queue`,
  ...QWORDS,
  size: 16,
  tells: [[0, 6, 0]],
  zero: 'empty slot; opcode 0 is reserved, and illegal if consumed',
  entries: [
    { name: 'IOTINVAL.VMA', code: 1, ...func3(0), id: 'riscv.iotinval-vma' },
    { name: 'IOTINVAL.GVMA', code: 1, ...func3(1), id: 'riscv.iotinval-gvma' },
    { name: 'IOFENCE.C', code: 2, ...func3(0), id: 'riscv.iofence-c' },
    { name: 'IODIR.INVAL_DDT', code: 3, ...func3(0), id: 'riscv.iodir-inval-ddt' },
    { name: 'IODIR.INVAL_PDT', code: 3, ...func3(1), id: 'riscv.iodir-inval-pdt' },
    { name: 'ATS.INVAL', code: 4, ...func3(0), id: 'riscv.ats-inval' },
    { name: 'ATS.PRGR', code: 4, ...func3(1), id: 'riscv.ats-prgr' },
    { name: 'custom', code: 64, upTo: 127 },
  ],
} as const satisfies Place

export const faultQueue = {
  id: 'riscv.fault-queue',
  title: PLACE.riscvFaultQueue,
  clause: `${SPEC}, Fault/Event-Queue`,
  ...QWORDS,
  size: 32,
  tells: [[0, 39, 34]],
  entries: [
    ...Object.entries(RISCV_TTYP).map(([name, code]): Entry => ({ name: `Fault record, ${name}`, code, id: 'riscv.fault-record' })),
    { name: 'Fault record, TTYP 31', code: 31, id: 'riscv.fault-record' },
    { name: 'Fault record, custom', code: 32, upTo: 63, id: 'riscv.fault-record' },
    // Whatever its TTYP, what stands in this queue is laid out so.
    { name: 'Fault record', code: 0, upTo: 63, id: 'riscv.fault-record' },
  ],
} as const satisfies Place

export const pageRequestQueue = {
  id: 'riscv.page-request-queue',
  title: PLACE.riscvPageRequestQueue,
  clause: `${SPEC}, Page-Request-Queue`,
  ...QWORDS,
  size: 16,
  tells: [],
  entries: [{ name: 'Page request', id: 'riscv.page-request' }],
} as const satisfies Place

const bigEndian = <const Id extends string>(place: Place & { readonly id: Id }): Place & { readonly id: `${Id}-be` } => ({
  ...place,
  id: `${place.id}-be`,
  title: `${place.title}${BIG_ENDIAN}`,
  order: 'big',
  entries: place.entries.map((entry) => (entry.id === undefined ? entry : { ...entry, id: `${entry.id}-be` })),
})

export const commandQueueBe = bigEndian(commandQueue)
export const faultQueueBe = bigEndian(faultQueue)
export const pageRequestQueueBe = bigEndian(pageRequestQueue)
