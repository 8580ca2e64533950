import type { FactRule } from './facts.ts'
import { depth32, depthOf, invalidationRules, pendingAboveQueueDepth } from './invalidation.ts'
import { pasidRules, pasidTooWide } from './pasid.ts'
import { pageRequestRules, pasidFlagRules } from './request.ts'
import { answerRules, codeRules, linuxFailureCode, pasidNotTaken, pasidOnResponseRules } from './response.ts'

/** Which rules the records of VT-d have. */

export const pageRequest = [pasidFlagRules, pageRequestRules, pasidRules]

const linuxLpig: FactRule<{ last: boolean }> = {
  id: 'linux-lpig',
  severity: 'note',
  clause: 'Intel VT-d 5.10 (D51397-018), 7.6.1; Linux commit 4402e8f39d0b',
  since: 'VT-d 4.0',
  needs: ['last'],
  field: 'last',
  test: ({ last }) => (last ? 'this bit is LPIG of older revisions, which Linux 5.1 to 6.17 sets in every response; hardware ignores it' : undefined),
}

const linuxFailure = /* @__PURE__ */ linuxFailureCode('Linux 5.14')

export const pageGroupResponse = [codeRules, linuxFailure, linuxLpig, pasidOnResponseRules, answerRules, pasidRules]
export const pageGroupResponseV3 = [codeRules, linuxFailure, pasidOnResponseRules, answerRules, pasidRules]
export const pageGroupResponseV2 = [codeRules, pasidOnResponseRules, answerRules, pasidRules]
export const pageStreamResponseV2 = [codeRules, pasidNotTaken, answerRules, pasidTooWide]

export const deviceTlbInvalidate = [invalidationRules, depth32, /* @__PURE__ */ pendingAboveQueueDepth(depthOf)]
export const pasidDeviceTlbInvalidate = [deviceTlbInvalidate, pasidTooWide]
