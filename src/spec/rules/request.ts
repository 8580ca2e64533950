import { hex, unitOf } from './facts.ts'
import type { FactRule } from './facts.ts'

/** Page requests. */

type Facts = {
  pasidValid: boolean
  execute: boolean
  privileged: boolean
  read: boolean
  write: boolean
  last: boolean
  address: bigint
}

export const executeWithoutPasid: FactRule<Facts> = {
  id: 'execute-without-pasid',
  severity: 'error',
  clause: 'PCIe Base Specification, 10.4.1.1',
  since: 'PASID ECN, 2011',
  needs: ['execute', 'pasidValid'],
  field: 'execute',
  test: ({ execute, pasidValid }) =>
    execute && !pasidValid ? 'execute access is requested without a PASID: the bit comes with a PASID only, and has to be 0 here' : undefined,
}

/** For records that have a flag for the PASID, and others that go with it. */
export const pasidFlagRules: readonly FactRule<Facts>[] = [
  executeWithoutPasid,
  {
    id: 'privileged-without-pasid',
    severity: 'error',
    clause: 'PCIe Base Specification, 10.4.1.1',
    since: 'PASID ECN, 2011',
    needs: ['privileged', 'pasidValid'],
    field: 'privileged',
    test: ({ privileged, pasidValid }) =>
      privileged && !pasidValid
        ? 'privileged access is requested without a PASID: the bit comes with a PASID only, and has to be 0 here'
        : undefined,
  },
]

export const executeWithoutRead: FactRule<Facts> = {
  id: 'execute-without-read',
  severity: 'warning',
  clause: 'PCIe Base Specification, 10.2.3.6',
  since: 'PASID ECN, 2011',
  needs: ['execute', 'read'],
  field: 'execute',
  test: ({ execute, read }) =>
    execute && !read
      ? 'execute access is requested without read: no translation grants the one without the other, and QEMU refuses such a request; ask for both'
      : undefined,
}

/** Whether a request is a Stop Marker. */
export const stopMarkerNotes: readonly FactRule<Facts>[] = [
  {
    id: 'stop-marker',
    severity: 'note',
    clause: 'PCIe Base Specification, 10.4.1.2.1',
    since: 'PASID ECN, 2011',
    needs: ['pasidValid', 'last', 'read', 'write'],
    field: 'last',
    test: ({ pasidValid, last, read, write }) =>
      pasidValid && last && !read && !write ? 'the function has stopped using this PASID: a Stop Marker, which is never answered' : undefined,
  },
  {
    id: 'stop-marker-without-pasid',
    severity: 'warning',
    clause: 'PCIe Base Specification, 10.4.1.2.1; Arm IHI 0070, 8.1',
    since: 'PASID ECN, 2011',
    needs: ['pasidValid', 'last', 'read', 'write'],
    field: 'last',
    test: ({ pasidValid, last, read, write }) =>
      !pasidValid && last && !read && !write
        ? 'the shape of a Stop Marker, without a PASID: by the prose of Arm IHI 0070 and of the RISC-V IOMMU specification an ordinary request, which is answered; '
          + 'Linux (VT-d) and the RISC-V models look at L, W and R alone and drop it'
        : undefined,
  },
]

export const pageRequestRules: readonly (FactRule<Facts> | readonly FactRule<Facts>[])[] = [
  executeWithoutRead,
  stopMarkerNotes,
  {
    id: 'address-inside-page',
    severity: 'note',
    clause: 'PCIe Base Specification, 10.4.1',
    since: 'ATS 1.1',
    needs: ['address'],
    field: 'address',
    test({ address }, context) {
      const unit = unitOf(context)
      if (unit === undefined || address % BigInt(unit) === 0n) return undefined
      return `address ${hex(address)} is no multiple of the page size, ${hex(unit)} bytes: its low bits carry nothing, and the whole page is asked for`
    },
  },
]

type MarkerFacts = {
  markerType: number
  dw2: number
  dw3Bits31to8: number
}

export const stopMarkerRules: readonly FactRule<MarkerFacts>[] = [
  {
    id: 'marker-type',
    severity: 'warning',
    clause: 'PCIe Base Specification, 10.4.1.2.1',
    since: 'PASID ECN, 2011',
    needs: ['markerType'],
    field: 'markerType',
    test: ({ markerType }) => (markerType === 0 ? undefined : `Marker Type ${hex(markerType)}, where a Stop Marker is held to have 0`),
  },
  {
    id: 'address-in-stop-marker',
    severity: 'warning',
    clause: 'PCIe Base Specification, 10.4.1.2.1',
    since: 'PASID ECN, 2011',
    needs: ['dw2', 'dw3Bits31to8'],
    field: 'dw2',
    test: ({ dw2, dw3Bits31to8 }) =>
      dw2 !== 0 || dw3Bits31to8 !== 0 ? 'bits stand where a Page Request has its address; they are held to be reserved in a Stop Marker' : undefined,
  },
]
