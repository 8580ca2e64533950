import { hex } from './facts.ts'
import type { FactRule } from './facts.ts'

/** PASIDs, wherever a record carries one, and segments. */

type Facts = {
  pasidValid: boolean
  pasid: number
}

export const pasidTooWide: FactRule<Facts> = {
  id: 'pasid-too-wide',
  severity: 'error',
  clause: 'PCIe Base Specification, 7.8.9.2',
  since: 'PASID ECN, 2011',
  needs: ['pasidValid', 'pasid'],
  field: 'pasid',
  test({ pasidValid, pasid }, { capabilities }) {
    const width = capabilities?.pasid?.maxPasidWidth
    if (!pasidValid || width === undefined || pasid < 2 ** width) return undefined
    return `PASID ${hex(pasid)} does not fit the function's Max PASID Width of ${width} bits: no PASID of this function is meant`
  },
}

/** For records that say whether their PASID is there. */
export const pasidRules: readonly FactRule<Facts>[] = [
  pasidTooWide,
  {
    id: 'pasid-not-valid',
    severity: 'note',
    clause: 'PCIe Base Specification, 6.20',
    since: 'PASID ECN, 2011',
    needs: ['pasidValid', 'pasid'],
    field: 'pasid',
    test: ({ pasidValid, pasid }) =>
      !pasidValid && pasid !== 0
        ? `PASID ${hex(pasid)} stands in a record that is said to have none: it means nothing, and 0 belongs there`
        : undefined,
  },
]

/** For records whose PASID field is wider than a PASID. */
export const widePasidRules: readonly FactRule<Facts>[] = [
  {
    id: 'pasid-above-20-bits',
    severity: 'error',
    clause: 'PCIe Base Specification, 6.20',
    since: 'PASID ECN, 2011',
    needs: ['pasidValid', 'pasid'],
    field: 'pasid',
    test: ({ pasidValid, pasid }) =>
      pasidValid && pasid > 0xfffff
        ? `PASID ${hex(pasid)} has more than 20 bits: no device has it, and where it is not masked it corrupts the fields beside it`
        : undefined,
  },
]

type FlagFacts = {
  execute: boolean
  privileged: boolean
}

/** For messages to a function, whose PASID comes with flags that only its own requests use. */
export const flagsOnAnswer: FactRule<FlagFacts> = {
  id: 'flags-on-answer',
  severity: 'warning',
  clause: 'PCIe Base Specification, 6.20.2',
  since: 'PASID ECN, 2011',
  needs: ['execute', 'privileged'],
  test: ({ execute, privileged }) =>
    execute || privileged
      ? 'Execute Requested and Privileged Mode Requested mean something on requests of a function only: send 0 with this message'
      : undefined,
}

type SegmentFacts = {
  segmentValid: boolean
  segment: number
}

export const segmentRules: readonly FactRule<SegmentFacts>[] = [
  {
    id: 'segment-not-valid',
    severity: 'note',
    clause: 'PCIe Base Specification 6.x, OHC-A4; RISC-V IOMMU Architecture Specification, IOMMU ATS commands',
    since: 'PCIe 6.0',
    needs: ['segmentValid', 'segment'],
    field: 'segment',
    test: ({ segmentValid, segment }) =>
      !segmentValid && segment !== 0
        ? `segment ${hex(segment)} stands in a record that is said to have none: it is ignored, and 0 belongs there`
        : undefined,
  },
]
