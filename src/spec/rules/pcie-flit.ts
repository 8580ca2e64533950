import type { FactRule } from './facts.ts'
import { invalidationRules, itagAboveQueueDepth } from './invalidation.ts'
import { pasidRules, segmentRules } from './pasid.ts'
import { pasidFlagRules } from './request.ts'
import { successWithoutEntries, translationCompletionRules } from './translation.ts'

/** Which rules the parts of a TLP in flit mode have, where they differ from those of non-flit mode. */

type CompletionFacts = {
  ohc: number
  withData: boolean
}

/** The status of a completion with OHC-A5 stands there; without it, the completion succeeds. */
const successWithoutEntriesOrOhc: FactRule<CompletionFacts> = {
  ...successWithoutEntries,
  needs: ['ohc', 'withData'],
  test: ({ ohc, withData }, context) => ((ohc & 1) === 0 ? successWithoutEntries.test({ status: 0, withData }, context) : undefined),
}

export const translationCompletion = [translationCompletionRules, successWithoutEntriesOrOhc]

export const invalidateRequest = [itagAboveQueueDepth]
export const invalidateRequestData = [invalidationRules]

export const ohcA1 = [pasidFlagRules, pasidRules]
export const ohcA4 = [pasidRules, segmentRules]
