import { COMPLETION_STATUS, PRG_RESPONSE_CODE } from '../codes.ts'
import { always, prefix, rulesFor, rulesOver } from './facts.ts'
import { invalidateCompletionRules, invalidationRules } from './invalidation.ts'
import { flagsOnAnswer, pasidTooWide } from './pasid.ts'
import { pageRequestRules, stopMarkerRules } from './request.ts'
import { answerRules, codeRules, pasidOnResponseRules } from './response.ts'
import { pastAddressSpace, translationCompletionRules, translationEntryRules, translationRequestRules } from './translation.ts'

/** Which rules the TLPs have, and where they have the facts. Their PASID stands in a prefix, or in OHC in flit mode. */

export const pageRequest = /* @__PURE__ */ rulesFor({
  pasidPresent: prefix.pasidPresent,
  execute: prefix.execute,
  read: 'read',
  write: 'write',
  last: 'last',
  address: 'address',
}, pageRequestRules)

export const stopMarker = /* @__PURE__ */ rulesFor({
  pasidPresent: prefix.pasidPresent,
  read: /* @__PURE__ */ always(false, 'read'),
  write: /* @__PURE__ */ always(false, 'write'),
  last: /* @__PURE__ */ always(true, 'last'),
  markerType: 'markerType',
  dw2: 'dw2',
  dw3Bits31to8: 'dw3Bits31to8',
}, pageRequestRules, stopMarkerRules)

export const prgResponse = /* @__PURE__ */ rulesFor({
  ...prefix,
  code: 'respCode',
  failure: { of: ({ respCode }) => respCode === PRG_RESPONSE_CODE.ResponseFailure },
  prgIndex: 'prgIndex',
  rid: 'destinationId',
}, codeRules, pasidOnResponseRules, answerRules, [flagsOnAnswer])

export const pasidPrefix = /* @__PURE__ */ rulesFor({ pasidPresent: /* @__PURE__ */ always(true), pasid: 'pasid' }, [pasidTooWide])

const asked = { length: 'length', lastBe: 'lastBe', firstBe: 'firstBe', address: 'address' } as const

export const translationRequest32 = /* @__PURE__ */ rulesFor(asked, translationRequestRules)
export const translationRequest64 = /* @__PURE__ */ rulesFor(asked, translationRequestRules, [pastAddressSpace])
export const translationCompletion = /* @__PURE__ */ rulesFor({
  withData: 'withData',
  status: 'status',
  succeeds: { field: 'status', of: ({ status }) => status === COMPLETION_STATUS.SuccessfulCompletion },
  length: 'length',
  byteCount: 'byteCount',
}, translationCompletionRules)
export const translationEntry = /* @__PURE__ */ rulesOver(translationEntryRules)

export const invalidateRequest = /* @__PURE__ */ rulesFor({
  execute: prefix.execute,
  privileged: prefix.privileged,
  itag: 'itag',
  address: 'address',
  size: 'size',
  global: 'global',
}, invalidationRules, [flagsOnAnswer])

export const invalidateCompletion = /* @__PURE__ */ rulesOver(invalidateCompletionRules)
