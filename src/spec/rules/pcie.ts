import { COMPLETION_STATUS, PRG_RESPONSE_CODE } from '../codes.ts'
import { always, prefix, rulesFor, rulesOver } from './facts.ts'
import { invalidateCompletionRules, invalidationRules } from './invalidation.ts'
import { flagsOnAnswer, pasidTooWide } from './pasid.ts'
import { pageRequestRules, stopMarkerRules } from './request.ts'
import { answerRules, codeRules, pasidOnResponseRules } from './response.ts'
import { pastAddressSpace, translationCompletionRules, translationEntryRules, translationRequestRules } from './translation.ts'

/** Which rules the TLPs have, and where they have the facts. Their PASID stands in a prefix, or in OHC in flit mode. */

export const pageRequest = rulesFor({
  pasidPresent: prefix.pasidPresent,
  execute: prefix.execute,
  read: 'read',
  write: 'write',
  last: 'last',
  address: 'address',
}, pageRequestRules)

export const stopMarker = rulesFor({
  pasidPresent: prefix.pasidPresent,
  read: always(false, 'read'),
  write: always(false, 'write'),
  last: always(true, 'last'),
  markerType: 'markerType',
  dw2: 'dw2',
  dw3Bits31to8: 'dw3Bits31to8',
}, pageRequestRules, stopMarkerRules)

export const prgResponse = rulesFor({
  ...prefix,
  code: 'respCode',
  failure: { of: ({ respCode }) => respCode === PRG_RESPONSE_CODE.ResponseFailure },
  prgIndex: 'prgIndex',
  rid: 'destinationId',
}, codeRules, pasidOnResponseRules, answerRules, [flagsOnAnswer])

export const pasidPrefix = rulesFor({ pasidPresent: always(true), pasid: 'pasid' }, [pasidTooWide])

const asked = { length: 'length', lastBe: 'lastBe', firstBe: 'firstBe', address: 'address' } as const

export const translationRequest32 = rulesFor(asked, translationRequestRules)
export const translationRequest64 = rulesFor(asked, translationRequestRules, [pastAddressSpace])
export const translationCompletion = rulesFor({
  withData: 'withData',
  status: 'status',
  succeeds: { field: 'status', of: ({ status }) => status === COMPLETION_STATUS.SuccessfulCompletion },
  length: 'length',
  byteCount: 'byteCount',
}, translationCompletionRules)
export const translationEntry = rulesOver(translationEntryRules)

export const invalidateRequest = rulesFor({
  execute: prefix.execute,
  privileged: prefix.privileged,
  itag: 'itag',
  address: 'address',
  size: 'size',
  global: 'global',
}, invalidationRules, [flagsOnAnswer])

export const invalidateCompletion = rulesOver(invalidateCompletionRules)
