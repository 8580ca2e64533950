import type { FactRule } from './facts.ts'

/** The rules of the ATS, PRI and PASID capabilities, over their fields. */

type AtsFacts = {
  invalidateQueueDepth: number
}

export const atsCapability: readonly FactRule<AtsFacts>[] = [
  {
    id: 'queue-depth-32',
    severity: 'note',
    clause: 'PCIe Base Specification, 10.5.1.2',
    since: 'ATS 1.0',
    needs: ['invalidateQueueDepth'],
    field: 'invalidateQueueDepth',
    test: ({ invalidateQueueDepth }) => (invalidateQueueDepth === 0 ? 'Invalidate Queue Depth 0 means 32 requests; lspci prints 00' : undefined),
  },
]

type PriFacts = {
  enable: boolean
  stopped: boolean
  responseFailure: boolean
  unexpectedPrgIndex: boolean
  pageRequestCapacity: number
  pageRequestAllocation: number
}

export const priCapability: readonly FactRule<PriFacts>[] = [
  {
    id: 'enabled-without-capacity',
    severity: 'error',
    clause: 'PCIe Base Specification, 10.5.2.4',
    since: 'ATS 1.1',
    needs: ['enable', 'pageRequestCapacity'],
    field: 'pageRequestCapacity',
    test: ({ enable, pageRequestCapacity }) =>
      enable && pageRequestCapacity === 0 ? 'page requests are enabled, but the function has capacity for none' : undefined,
  },
  {
    id: 'enabled-without-allocation',
    severity: 'error',
    clause: 'PCIe Base Specification, 10.5.2.5',
    since: 'ATS 1.1',
    needs: ['enable', 'pageRequestAllocation'],
    field: 'pageRequestAllocation',
    test: ({ enable, pageRequestAllocation }) =>
      enable && pageRequestAllocation === 0
        ? 'page requests are enabled, but the function may have none outstanding: allocate some before enabling'
        : undefined,
  },
  {
    id: 'allocation-above-capacity',
    severity: 'error',
    clause: 'PCIe Base Specification, 10.5.2.5',
    since: 'ATS 1.1',
    needs: ['pageRequestAllocation', 'pageRequestCapacity'],
    field: 'pageRequestAllocation',
    test: ({ pageRequestAllocation, pageRequestCapacity }) =>
      pageRequestAllocation > pageRequestCapacity
        ? `${pageRequestAllocation} requests are allocated to a function with capacity for ${pageRequestCapacity}: allocate no more than that`
        : undefined,
  },
  {
    id: 'enabled-without-ats',
    severity: 'error',
    clause: 'PCIe Base Specification, 10.4',
    since: 'ATS 1.1',
    needs: ['enable'],
    field: 'enable',
    test: ({ enable }, { capabilities }) =>
      enable && capabilities?.ats !== undefined && !capabilities.ats?.enable
        ? `page requests are enabled, but ${capabilities.ats ? 'ATS is not' : 'the function has no ATS capability'}: it cannot ask for the translation of a page that it was given`
        : undefined,
  },
  {
    id: 'disabled-not-stopped',
    severity: 'warning',
    clause: 'PCIe Base Specification, 10.5.2.3',
    since: 'ATS 1.1',
    needs: ['enable', 'stopped'],
    field: 'stopped',
    test: ({ enable, stopped }) =>
      !enable && !stopped
        ? 'page requests are disabled, but Stopped is clear, as if some were still outstanding: Linux refuses to enable them until it is set (EBUSY)'
        : undefined,
  },
  {
    id: 'response-failure',
    severity: 'note',
    clause: 'PCIe Base Specification, 10.5.2.3',
    since: 'ATS 1.1',
    needs: ['responseFailure'],
    field: 'responseFailure',
    test: ({ responseFailure }) => (responseFailure ? 'the function was answered with Response Failure; write 1 to clear the bit' : undefined),
  },
  {
    id: 'unexpected-prg-index',
    severity: 'note',
    clause: 'PCIe Base Specification, 10.5.2.3',
    since: 'ATS 1.1',
    needs: ['unexpectedPrgIndex'],
    field: 'unexpectedPrgIndex',
    test: ({ unexpectedPrgIndex }) =>
      unexpectedPrgIndex ? 'the function was sent a response to a group that it had not outstanding; write 1 to clear the bit' : undefined,
  },
]

type PasidFacts = {
  executePermissionSupported: boolean
  executePermissionEnable: boolean
  privilegedModeSupported: boolean
  privilegedModeEnable: boolean
  translatedRequestsSupported: boolean
  translatedRequestsEnable: boolean
  maxPasidWidth: number
}

const CONTROL = 'PCIe Base Specification, 7.8.9.3'

export const pasidCapability: readonly FactRule<PasidFacts>[] = [
  {
    id: 'pasid-width-above-20',
    severity: 'error',
    clause: 'PCIe Base Specification, 7.8.9.2',
    since: 'PASID ECN, 2011',
    needs: ['maxPasidWidth'],
    field: 'maxPasidWidth',
    test: ({ maxPasidWidth }) => (maxPasidWidth > 20 ? `Max PASID Width is ${maxPasidWidth}, but a PASID has at most 20 bits` : undefined),
  },
  {
    id: 'execute-enabled-unsupported',
    severity: 'error',
    clause: CONTROL,
    since: 'PASID ECN, 2011',
    needs: ['executePermissionEnable', 'executePermissionSupported'],
    field: 'executePermissionEnable',
    test: ({ executePermissionEnable, executePermissionSupported }) =>
      executePermissionEnable && !executePermissionSupported ? 'Execute Permission is enabled, but the function does not support it' : undefined,
  },
  {
    id: 'privileged-enabled-unsupported',
    severity: 'error',
    clause: CONTROL,
    since: 'PASID ECN, 2011',
    needs: ['privilegedModeEnable', 'privilegedModeSupported'],
    field: 'privilegedModeEnable',
    test: ({ privilegedModeEnable, privilegedModeSupported }) =>
      privilegedModeEnable && !privilegedModeSupported ? 'Privileged Mode is enabled, but the function does not support it' : undefined,
  },
  {
    id: 'translated-enabled-unsupported',
    severity: 'error',
    clause: CONTROL,
    since: 'PCIe 6.0',
    needs: ['translatedRequestsEnable', 'translatedRequestsSupported'],
    field: 'translatedRequestsEnable',
    test: ({ translatedRequestsEnable, translatedRequestsSupported }) =>
      translatedRequestsEnable && !translatedRequestsSupported
        ? 'Translated Requests with PASID are enabled, but the function does not support them'
        : undefined,
  },
]
