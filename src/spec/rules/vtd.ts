import { hex } from './facts.ts'
import type { FactRule } from './facts.ts'
import { depth32, depthOf, invalidationRules, pendingAboveQueueDepth } from './invalidation.ts'
import { pasidRules, pasidTooWide } from './pasid.ts'
import { pageRequestRules, pasidFlagRules } from './request.ts'
import { answerRules, codeRules, linuxFailureCode, pasidNotTaken, pasidOnResponseRules } from './response.ts'

/** Which rules the records of VT-d have. */

interface Asked {
  address: bigint
  read: boolean
  write: boolean
  execute: boolean
  privileged: boolean
}

const LINUX = 'Linux, drivers/iommu/intel/prq.c'

/** What Linux refuses of requests that VT-d lets through: it logs the request, and answers the last of a group with Invalid Request. */
const linuxRefuses: readonly FactRule<Asked>[] = [
  {
    id: 'linux-refuses-address',
    severity: 'warning',
    clause: LINUX,
    since: 'Linux 5.1',
    needs: ['address'],
    field: 'address',
    // Of 57 bits, the widest that there are; with fewer levels Linux asks for fewer.
    test: ({ address }) => (address < 0x100_0000_0000_0000n || address >= 0xff00_0000_0000_0000n ? undefined : `address ${hex(address)} is not canonical: Linux refuses the request`),
  },
  {
    id: 'linux-refuses-privileged',
    severity: 'warning',
    clause: LINUX,
    since: 'Linux 5.12',
    needs: ['privileged', 'read', 'write'],
    field: 'privileged',
    test: ({ privileged, read, write }) => (privileged && (read || write) ? 'privileged read or write access: Linux refuses the request ("Page request in Privilege Mode")' : undefined),
  },
  {
    id: 'linux-refuses-execute',
    severity: 'warning',
    clause: LINUX,
    since: 'Linux 5.12',
    needs: ['execute', 'read'],
    field: 'execute',
    test: ({ execute, read }) => (execute && read ? 'execute access: Linux refuses the request ("Execution request not supported")' : undefined),
  },
]

export const pageRequest = [pasidFlagRules, pageRequestRules, pasidRules, linuxRefuses]

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
