import { PRG_RESPONSE_CODE } from '../codes.ts'
import { always, rulesFor } from './facts.ts'
import type { FactRule, Source } from './facts.ts'
import { invalidationRules } from './invalidation.ts'
import { pasidRules, pasidTooWide } from './pasid.ts'
import { pageRequestRules, pasidFlagRules } from './request.ts'
import { answerRules, codeRules, linuxFailureCode, pasidNotTaken, pasidOnResponseRules } from './response.ts'

/** Which rules the records of VT-d have, and where they have the facts. */

export const pageRequest = rulesFor({
  pasidPresent: 'pasidPresent',
  pasid: 'pasid',
  execute: 'executeRequested',
  privileged: 'privilegedModeRequested',
  read: 'read',
  write: 'write',
  last: 'last',
  address: 'address',
}, pasidFlagRules, pageRequestRules, pasidRules)

const response = {
  pasidPresent: 'pasidPresent',
  pasid: 'pasid',
  code: 'respCode',
  failure: { of: ({ respCode }) => respCode === PRG_RESPONSE_CODE.ResponseFailure },
  prgIndex: 'prgIndex',
  rid: 'rid',
} as const satisfies Record<string, Source>

const linuxLpig: FactRule<{ lpig: boolean }> = {
  id: 'linux-lpig',
  severity: 'note',
  clause: 'Intel VT-d 5.10 (D51397-018), 7.6.1; Linux commit 4402e8f39d0b',
  since: 'VT-d 4.0',
  needs: ['lpig'],
  field: 'lpig',
  test: ({ lpig }) => (lpig ? 'this bit is LPIG of older revisions, which Linux 5.1 to 6.17 sets in every response; hardware ignores it' : undefined),
}

const linuxFailure = linuxFailureCode('Linux 5.14')

export const pageGroupResponse = rulesFor({ ...response, lpig: 'last' }, codeRules, [linuxFailure, linuxLpig], pasidOnResponseRules, answerRules, pasidRules)
export const pageGroupResponseV3 = rulesFor(response, codeRules, [linuxFailure], pasidOnResponseRules, answerRules, pasidRules)
export const pageGroupResponseV2 = rulesFor(response, codeRules, pasidOnResponseRules, answerRules, pasidRules)

export const pageStreamResponseV2 = rulesFor({
  ...response,
  pasidPresent: always(true),
  rid: { of: ({ bus, devfn }) => Number(bus) * 256 + Number(devfn) },
}, codeRules, [pasidNotTaken], answerRules, [pasidTooWide])

const invalidation = {
  address: 'address',
  size: 'size',
  pendingField: 'queueDepth',
  pending: { field: 'queueDepth', of: ({ queueDepth }) => queueDepth || 32 },
} as const satisfies Record<string, Source>

export const deviceTlbInvalidate = rulesFor(invalidation, invalidationRules)
export const pasidDeviceTlbInvalidate = rulesFor({
  ...invalidation,
  global: 'global',
  pasidPresent: always(true),
  pasid: 'pasid',
}, invalidationRules, [pasidTooWide])
