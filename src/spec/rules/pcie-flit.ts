import { rulesFor } from './facts.ts'
import { invalidationRules } from './invalidation.ts'
import { pasidRules, segmentRules } from './pasid.ts'
import { pasidFlagRules } from './request.ts'
import { pastAddressSpace, translationCompletionRules, translationRequestRules } from './translation.ts'

/** Which rules the parts of a TLP in flit mode have, where they differ from those of non-flit mode. */

const asked = { length: 'length', address: 'address' } as const

export const translationRequest32 = rulesFor(asked, translationRequestRules)
export const translationRequest64 = rulesFor(asked, translationRequestRules, [pastAddressSpace])

export const translationCompletion = rulesFor({
  withData: 'withData',
  length: 'length',
  byteCount: 'byteCount',
  // The status of a completion with OHC-A5 stands there.
  succeeds: { of: ({ ohc }) => ((Number(ohc) & 1) === 0 ? true : undefined) },
}, translationCompletionRules)

export const invalidateRequest = rulesFor({ itag: 'itag' }, invalidationRules)
export const invalidateRequestData = rulesFor({ address: 'address', size: 'size', global: 'global' }, invalidationRules)

export const ohcA1 = rulesFor({
  pasidPresent: 'pasidValid',
  pasid: 'pasid',
  execute: 'executeRequested',
  privileged: 'privilegedModeRequested',
}, pasidFlagRules, pasidRules)

export const ohcA4 = rulesFor({
  pasidPresent: 'pasidValid',
  pasid: 'pasid',
  segmentValid: 'destinationSegmentValid',
  segment: 'destinationSegment',
}, pasidRules, segmentRules)
