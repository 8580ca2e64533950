import { invalidateCompletionRules, invalidationRules, itagAboveQueueDepth } from './invalidation.ts'
import { flagsOnAnswer, pasidTooWide } from './pasid.ts'
import { pageRequestRules, stopMarkerNotes, stopMarkerRules } from './request.ts'
import { answerRules, codeRules, pasidOnResponseRules } from './response.ts'
import { pastAddressSpace, successWithoutEntries, translationCompletionRules, translationEntryRules, translationRequestRules } from './translation.ts'

/** Which rules the TLPs have. Their PASID stands in a prefix, or in OHC in flit mode. */

export const pageRequest = [pageRequestRules]
export const stopMarker = [stopMarkerNotes, stopMarkerRules]
export const prgResponse = [codeRules, pasidOnResponseRules, answerRules, flagsOnAnswer]
export const pasidPrefix = [pasidTooWide]

export const translationRequest32 = [translationRequestRules]
export const translationRequest64 = [translationRequestRules, pastAddressSpace]
export const translationCompletion = [translationCompletionRules, successWithoutEntries]
export const translationEntry = [translationEntryRules]

export const invalidateRequest = [invalidationRules, itagAboveQueueDepth, flagsOnAnswer]
export const invalidateCompletion = [invalidateCompletionRules]
