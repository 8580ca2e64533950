import { SMMU_EVENT } from '../codes.ts'
import { hex, unitOf } from './facts.ts'
import type { FactRule } from './facts.ts'
import { globalNotSupported } from './invalidation.ts'
import { pasidRules, pasidTooWide } from './pasid.ts'
import { pageRequestRules, pasidFlagRules } from './request.ts'
import { answerRules, pasidOnResponseRules } from './response.ts'
import { belowUnit } from './size-code.ts'

/** Which rules the records of SMMUv3 have. */

// The SubstreamID of a request without one is unknown, not 0: Arm IHI 0070, 8.2.
export const priQueueEntry = [pasidFlagRules, pageRequestRules, pasidTooWide]

const PRI_RESP = 'Arm IHI 0070, 4.5.2'
const ATC_INV = 'Arm IHI 0070, 4.5.1'

type PriRespFacts = {
  resp: number
}

const illegalResp: FactRule<PriRespFacts> = {
  id: 'illegal-resp',
  severity: 'error',
  clause: PRI_RESP,
  since: 'SMMUv3.0',
  needs: ['resp'],
  field: 'resp',
  test: ({ resp }) => (resp === 3 ? 'Resp 3 makes the command illegal: the queue stops with CERROR_ILL' : undefined),
}

export const cmdPriResp = [illegalResp, pasidOnResponseRules, answerRules, pasidRules]

type ResumeFacts = {
  action: boolean
  abort: boolean
}

export const cmdResume: readonly FactRule<ResumeFacts>[] = [
  {
    id: 'abort-ignored',
    severity: 'note',
    clause: 'Arm IHI 0070, 4.7.1',
    since: 'SMMUv3.0',
    needs: ['action', 'abort'],
    field: 'abort',
    test: ({ action, abort }) => (action && abort ? 'Ab is ignored where the transaction is tried again' : undefined),
  },
]

type EventFacts = {
  eventNumber: number
  granuleProtectionFault: boolean
}

export const stallEvent: readonly FactRule<EventFacts>[] = [
  {
    id: 'fault-with-gpcf',
    severity: 'warning',
    clause: 'Arm IHI 0070 G.b, 7.3',
    since: 'SMMUv3.0',
    needs: ['eventNumber', 'granuleProtectionFault'],
    field: 'granuleProtectionFault',
    test: ({ eventNumber, granuleProtectionFault }) =>
      granuleProtectionFault && eventNumber >= SMMU_EVENT.F_TRANSLATION && eventNumber <= SMMU_EVENT.F_PERMISSION
        ? 'q1[16] is GPCF, which fetch and walk events alone have; STAG ends at bit 15'
        : undefined,
  },
]

type AtcInvFacts = {
  pasidValid: boolean
  global: boolean
  size: number
  address: bigint
}

const atcInvRules: readonly FactRule<AtcInvFacts>[] = [
  {
    id: 'size-above-52',
    severity: 'error',
    clause: ATC_INV,
    since: 'SMMUv3.0',
    needs: ['size'],
    field: 'size',
    test: ({ size }) => (size > 52 ? `Size ${size}: 52 is the whole address space. Above it an implementation may stop the queue with CERROR_ILL, but need not: write 52` : undefined),
  },
  {
    id: 'range-not-aligned',
    severity: 'warning',
    clause: ATC_INV,
    since: 'SMMUv3.0',
    needs: ['size', 'address'],
    field: 'address',
    test({ size, address }) {
      const bytes = 4096n << BigInt(Math.min(size, 52))
      if (address % bytes === 0n) return undefined
      return `address ${hex(address)} is no multiple of the range's ${bytes} bytes: its low bits are taken as 0, so that the range begins at ${hex(address - (address % bytes))}`
    },
  },
  {
    id: 'range-below-unit',
    severity: 'error',
    clause: ATC_INV,
    since: 'SMMUv3.0',
    needs: ['size'],
    field: 'size',
    test: ({ size }, context) => belowUnit(4096n << BigInt(size), unitOf(context)),
  },
  {
    id: 'global-without-pasid',
    severity: 'warning',
    clause: ATC_INV,
    since: 'SMMUv3.0',
    needs: ['global', 'pasidValid'],
    field: 'global',
    test: ({ global, pasidValid }) => (global && !pasidValid ? 'Global is ignored without SSV: set SSV, or leave Global out' : undefined),
  },
]

export const cmdAtcInv = [atcInvRules, globalNotSupported, pasidRules]
