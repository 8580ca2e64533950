import { PRG_RESPONSE_CODE } from '../codes.ts'
import type { Rule } from '../vocabulary.ts'
import { always, rulesFor } from './facts.ts'
import type { Source } from './facts.ts'
import { invalidationRules } from './invalidation.ts'
import { pasidRules, pasidTooWide } from './pasid.ts'
import { pageRequestRules, pasidFlagRules } from './request.ts'
import { answerRules, codeRules, linuxFailureCode, pasidNotTaken, pasidOnResponseRules } from './response.ts'

/** Which rules the records of VT-d have, and where they have the facts. */

export const pageRequest = /* @__PURE__ */ rulesFor({
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

const linuxLpig: Rule = {
  id: 'linux-lpig',
  severity: 'note',
  clause: 'Intel VT-d Architecture Specification 4.0, Page Group Response Descriptor; Linux commit 4402e8f39d0b',
  since: 'VT-d 4.0',
  test: (_message, { reserved }) =>
    reserved?.['q1[2]'] ? 'q1[2] is LPIG of revision 3.x, which Linux 5.1 to 6.17 sets in every response; hardware ignores it' : undefined,
}

export const pageGroupResponseV2 = /* @__PURE__ */ rulesFor(response, codeRules, pasidOnResponseRules, answerRules, pasidRules)
export const pageGroupResponseV3 = /* @__PURE__ */ pageGroupResponseV2.concat(/* @__PURE__ */ rulesFor(response, [/* @__PURE__ */ linuxFailureCode('Linux 5.14')]))
export const pageGroupResponse = /* @__PURE__ */ pageGroupResponseV3.concat(linuxLpig)

export const pageStreamResponseV2 = /* @__PURE__ */ rulesFor({
  ...response,
  pasidPresent: /* @__PURE__ */ always(true),
  rid: { of: ({ bus, devfn }) => Number(bus) * 256 + Number(devfn) },
}, codeRules, [pasidNotTaken], answerRules, [pasidTooWide])

const invalidation = {
  address: 'address',
  size: 'size',
  pendingField: 'queueDepth',
  pending: { field: 'queueDepth', of: ({ queueDepth }) => queueDepth || 32 },
} as const satisfies Record<string, Source>

export const deviceTlbInvalidate = /* @__PURE__ */ rulesFor(invalidation, invalidationRules)
export const pasidDeviceTlbInvalidate = /* @__PURE__ */ rulesFor({
  ...invalidation,
  global: 'global',
  pasidPresent: /* @__PURE__ */ always(true),
  pasid: 'pasid',
}, invalidationRules, [pasidTooWide])
