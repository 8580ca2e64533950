import { hex, unitOf } from './facts.ts'
import type { FactRule } from './facts.ts'
import { belowUnit, PAST_ADDRESS_SPACE, sizeOf } from './size-code.ts'

/** Invalidations of a device's translations, and their completions. */

type Facts = {
  /** Address with low ones, and whether they count. */
  address: bigint
  size: boolean
  global: boolean
  /** ITag. */
  tag: number
  /** How many invalidations may be pending. */
  depth: number
}

/** An Invalidate Queue Depth as a number of requests. */
export const depthOf = (field: number): number => field || 32

const INVALIDATE_REQUEST = 'PCIe Base Specification, 10.3.1'
const FLOW_CONTROL = 'PCIe Base Specification, 10.3.5 and 10.5.1.2'

export const globalNotSupported: FactRule<Facts> = {
  id: 'global-not-supported',
  severity: 'error',
  clause: 'PCIe Base Specification, 10.3.8 and 10.5.1.2',
  since: 'PASID ECN, 2011',
  needs: ['global'],
  field: 'global',
  test: ({ global }, { capabilities }) =>
    global && capabilities?.ats?.globalInvalidateSupported === false
      ? 'Global Invalidate, but the function does not support it and ignores the bit: invalidate for each PASID'
      : undefined,
}

const pastAddressSpace: FactRule<Facts> = {
  id: 'past-address-space',
  severity: 'error',
  clause: INVALIDATE_REQUEST,
  since: 'ATS 1.0',
  needs: ['address', 'size'],
  field: 'address',
  test: ({ address, size }) => (size && sizeOf(address) === undefined ? PAST_ADDRESS_SPACE : undefined),
}

/** For every size code. */
export const commonInvalidationRules: readonly FactRule<Facts>[] = [
  {
    id: 'range-below-unit',
    severity: 'error',
    clause: 'PCIe Base Specification, 10.3.1 and 10.5.1.3',
    since: 'ATS 1.0',
    needs: ['address', 'size'],
    field: 'size',
    test: ({ address, size }, context) => belowUnit(size ? sizeOf(address) : 4096n, unitOf(context)),
  },
  globalNotSupported,
]

/** For the size code of PCIe. */
export const invalidationRules = [pastAddressSpace, commonInvalidationRules]

export const itagAboveQueueDepth: FactRule<Facts> = {
  id: 'itag-above-queue-depth',
  severity: 'warning',
  clause: FLOW_CONTROL,
  since: 'ATS 1.0',
  needs: ['tag'],
  field: 'tag',
  test({ tag }, { capabilities }) {
    const depth = capabilities?.ats && depthOf(capabilities.ats.invalidateQueueDepth)
    if (!depth || tag < depth) return undefined
    return `ITag ${tag}, where the function takes ${depth} requests at a time: tags from 0 to ${depth - 1} are enough; see that no more are outstanding`
  },
}

/** For a field in which 0 means 32. */
export const depth32: FactRule<Facts> = {
  id: 'queue-depth-32',
  severity: 'note',
  clause: FLOW_CONTROL,
  since: 'ATS 1.0',
  needs: ['depth'],
  field: 'depth',
  test: ({ depth }) => (depth === 0 ? '0 means that 32 invalidations may be pending' : undefined),
}

/** @param requests the number of requests that the field stands for */
export const pendingAboveQueueDepth = (requests: (field: number) => number): FactRule<Facts> => ({
  id: 'pending-above-queue-depth',
  severity: 'warning',
  clause: FLOW_CONTROL,
  since: 'ATS 1.0',
  needs: ['depth'],
  field: 'depth',
  test({ depth: field }, { capabilities }) {
    const pending = requests(field)
    const depth = capabilities?.ats && depthOf(capabilities.ats.invalidateQueueDepth)
    if (!depth || pending <= depth) return undefined
    return `${pending} invalidations may be pending, but the function takes ${depth} at a time: more than that hold up the link`
  },
})

type CompletionFacts = {
  completionCount: number
  itagVector: number
}

export const invalidateCompletionRules: readonly FactRule<CompletionFacts>[] = [
  {
    id: 'completion-count-8',
    severity: 'note',
    clause: 'PCIe Base Specification, 10.3.2',
    since: 'ATS 1.0',
    needs: ['completionCount'],
    field: 'completionCount',
    test: ({ completionCount }) => (completionCount === 0 ? 'CC 0 means 8: the ITag is released when eight completions have come' : undefined),
  },
  {
    id: 'empty-itag-vector',
    severity: 'error',
    clause: 'PCIe Base Specification, 10.3.2',
    since: 'ATS 1.0',
    needs: ['itagVector'],
    field: 'itagVector',
    test: ({ itagVector }) =>
      itagVector === 0 ? 'the ITag Vector is empty: the completion releases no request; set the bit of each ITag that is done' : undefined,
  },
  {
    id: 'itag-not-completed',
    severity: 'error',
    clause: 'PCIe Base Specification, 10.3.2',
    since: 'ATS 1.0',
    needs: ['itagVector'],
    field: 'itagVector',
    test({ itagVector }, { invalidateRequest }) {
      if (!invalidateRequest || ((itagVector >>> invalidateRequest.itag) & 1) === 1) return undefined
      return `bit ${invalidateRequest.itag} of the ITag Vector ${hex(itagVector)} is clear: this does not complete the request with that ITag`
    },
  },
]
