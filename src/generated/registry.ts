// Generated from src/spec/catalogue.ts by `npm run generate`; do not edit.
import * as linux from './linux.ts'
import * as pcie from './pcie.ts'
import * as pcieFlit from './pcie-flit.ts'
import * as vtd from './vtd.ts'
import * as amd from './amd.ts'
import * as smmuv3 from './smmuv3.ts'
import * as riscv from './riscv.ts'
import * as config from './config.ts'

/** The records by their ids. */
export interface RecordsById {
  readonly 'linux.page-response-msg': typeof linux.pageResponseMsg
  readonly 'linux.page-response-msg-be': typeof linux.pageResponseMsgBe
  readonly 'linux.fault-event': typeof linux.faultEvent
  readonly 'linux.fault-event-be': typeof linux.faultEventBe
  readonly 'linux.iommu-fault-page-request': typeof linux.iommuFaultPageRequest
  readonly 'linux.iommu-fault-page-request-be': typeof linux.iommuFaultPageRequestBe
  readonly 'linux.iommu-page-response-v5.3': typeof linux.iommuPageResponseV5_3
  readonly 'linux.iommu-page-response-v5.3-be': typeof linux.iommuPageResponseV5_3Be
  readonly 'linux.iommu-page-response': typeof linux.iommuPageResponse
  readonly 'linux.iommu-page-response-be': typeof linux.iommuPageResponseBe
  readonly 'linux.iommufd-pgfault': typeof linux.iommufdPgfault
  readonly 'linux.iommufd-pgfault-be': typeof linux.iommufdPgfaultBe
  readonly 'linux.iommufd-page-response': typeof linux.iommufdPageResponse
  readonly 'linux.iommufd-page-response-be': typeof linux.iommufdPageResponseBe
  readonly 'linux.iommu-fault-v6.10': typeof linux.iommuFaultV6_10
  readonly 'linux.iommu-fault-v6.10-be': typeof linux.iommuFaultV6_10Be
  readonly 'linux.iommu-page-response-v6.10': typeof linux.iommuPageResponseV6_10
  readonly 'linux.iommu-page-response-v6.10-be': typeof linux.iommuPageResponseV6_10Be
  readonly 'linux.iommufd-vevent-header': typeof linux.iommufdVeventHeader
  readonly 'linux.iommufd-vevent-header-be': typeof linux.iommufdVeventHeaderBe
  readonly 'linux.iommu-vevent-arm-smmuv3': typeof linux.iommuVeventArmSmmuv3
  readonly 'linux.iommu-vevent-arm-smmuv3-be': typeof linux.iommuVeventArmSmmuv3Be
  readonly 'linux.iommu-viommu-arm-smmuv3-invalidate': typeof linux.iommuViommuArmSmmuv3Invalidate
  readonly 'linux.iommu-viommu-arm-smmuv3-invalidate-be': typeof linux.iommuViommuArmSmmuv3InvalidateBe
  readonly 'pcie.page-request': typeof pcie.pageRequest
  readonly 'pcie.stop-marker': typeof pcie.stopMarker
  readonly 'pcie.prg-response': typeof pcie.prgResponse
  readonly 'pcie.pasid-prefix': typeof pcie.pasidPrefix
  readonly 'pcie.translation-request-32': typeof pcie.translationRequest32
  readonly 'pcie.translation-request-64': typeof pcie.translationRequest64
  readonly 'pcie.translation-completion': typeof pcie.translationCompletion
  readonly 'pcie.translation-entry': typeof pcie.translationEntry
  readonly 'pcie.invalidate-request': typeof pcie.invalidateRequest
  readonly 'pcie.invalidate-completion': typeof pcie.invalidateCompletion
  readonly 'pcie-flit.page-request': typeof pcieFlit.pageRequest
  readonly 'pcie-flit.stop-marker': typeof pcieFlit.stopMarker
  readonly 'pcie-flit.prg-response': typeof pcieFlit.prgResponse
  readonly 'pcie-flit.translation-request-32': typeof pcieFlit.translationRequest32
  readonly 'pcie-flit.translation-request-64': typeof pcieFlit.translationRequest64
  readonly 'pcie-flit.translation-completion': typeof pcieFlit.translationCompletion
  readonly 'pcie-flit.invalidate-request': typeof pcieFlit.invalidateRequest
  readonly 'pcie-flit.invalidate-request-data': typeof pcieFlit.invalidateRequestData
  readonly 'pcie-flit.invalidate-completion': typeof pcieFlit.invalidateCompletion
  readonly 'pcie-flit.ohc-a1': typeof pcieFlit.ohcA1
  readonly 'pcie-flit.ohc-a2': typeof pcieFlit.ohcA2
  readonly 'pcie-flit.ohc-a3': typeof pcieFlit.ohcA3
  readonly 'pcie-flit.ohc-a4': typeof pcieFlit.ohcA4
  readonly 'pcie-flit.ohc-a5': typeof pcieFlit.ohcA5
  readonly 'pcie-flit.ohc-b': typeof pcieFlit.ohcB
  readonly 'pcie-flit.ohc-c': typeof pcieFlit.ohcC
  readonly 'vtd.page-request': typeof vtd.pageRequest
  readonly 'vtd.page-request-v3': typeof vtd.pageRequestV3
  readonly 'vtd.page-request-v2': typeof vtd.pageRequestV2
  readonly 'vtd.page-group-response': typeof vtd.pageGroupResponse
  readonly 'vtd.page-group-response-v3': typeof vtd.pageGroupResponseV3
  readonly 'vtd.page-group-response-v2': typeof vtd.pageGroupResponseV2
  readonly 'vtd.page-stream-response-v2': typeof vtd.pageStreamResponseV2
  readonly 'vtd.device-tlb-invalidate': typeof vtd.deviceTlbInvalidate
  readonly 'vtd.pasid-device-tlb-invalidate': typeof vtd.pasidDeviceTlbInvalidate
  readonly 'vtd.device-tlb-invalidate-128': typeof vtd.deviceTlbInvalidate128
  readonly 'vtd.pasid-device-tlb-invalidate-128': typeof vtd.pasidDeviceTlbInvalidate128
  readonly 'amd.ppr-log': typeof amd.pprLog
  readonly 'amd.complete-ppr-request': typeof amd.completePprRequest
  readonly 'amd.invalidate-iotlb-pages': typeof amd.invalidateIotlbPages
  readonly 'amd.invalidate-iotlb-pages-v1': typeof amd.invalidateIotlbPagesV1
  readonly 'smmuv3.pri-queue-entry': typeof smmuv3.priQueueEntry
  readonly 'smmuv3.cmd-pri-resp': typeof smmuv3.cmdPriResp
  readonly 'smmuv3.cmd-atc-inv': typeof smmuv3.cmdAtcInv
  readonly 'smmuv3.stall-event': typeof smmuv3.stallEvent
  readonly 'smmuv3.cmd-resume': typeof smmuv3.cmdResume
  readonly 'riscv.page-request': typeof riscv.pageRequest
  readonly 'riscv.page-request-be': typeof riscv.pageRequestBe
  readonly 'riscv.ats-prgr': typeof riscv.atsPrgr
  readonly 'riscv.ats-prgr-be': typeof riscv.atsPrgrBe
  readonly 'riscv.ats-inval': typeof riscv.atsInval
  readonly 'riscv.ats-inval-be': typeof riscv.atsInvalBe
  readonly 'config.ats-capability': typeof config.atsCapability
  readonly 'config.pri-capability': typeof config.priCapability
  readonly 'config.pasid-capability': typeof config.pasidCapability
}

/** Every record, in the order of the families and of their names. */
export const all = [
  linux.pageResponseMsg,
  linux.pageResponseMsgBe,
  linux.faultEvent,
  linux.faultEventBe,
  linux.iommuFaultPageRequest,
  linux.iommuFaultPageRequestBe,
  linux.iommuPageResponseV5_3,
  linux.iommuPageResponseV5_3Be,
  linux.iommuPageResponse,
  linux.iommuPageResponseBe,
  linux.iommufdPgfault,
  linux.iommufdPgfaultBe,
  linux.iommufdPageResponse,
  linux.iommufdPageResponseBe,
  linux.iommuFaultV6_10,
  linux.iommuFaultV6_10Be,
  linux.iommuPageResponseV6_10,
  linux.iommuPageResponseV6_10Be,
  linux.iommufdVeventHeader,
  linux.iommufdVeventHeaderBe,
  linux.iommuVeventArmSmmuv3,
  linux.iommuVeventArmSmmuv3Be,
  linux.iommuViommuArmSmmuv3Invalidate,
  linux.iommuViommuArmSmmuv3InvalidateBe,
  pcie.pageRequest,
  pcie.stopMarker,
  pcie.prgResponse,
  pcie.pasidPrefix,
  pcie.translationRequest32,
  pcie.translationRequest64,
  pcie.translationCompletion,
  pcie.translationEntry,
  pcie.invalidateRequest,
  pcie.invalidateCompletion,
  pcieFlit.pageRequest,
  pcieFlit.stopMarker,
  pcieFlit.prgResponse,
  pcieFlit.translationRequest32,
  pcieFlit.translationRequest64,
  pcieFlit.translationCompletion,
  pcieFlit.invalidateRequest,
  pcieFlit.invalidateRequestData,
  pcieFlit.invalidateCompletion,
  pcieFlit.ohcA1,
  pcieFlit.ohcA2,
  pcieFlit.ohcA3,
  pcieFlit.ohcA4,
  pcieFlit.ohcA5,
  pcieFlit.ohcB,
  pcieFlit.ohcC,
  vtd.pageRequest,
  vtd.pageRequestV3,
  vtd.pageRequestV2,
  vtd.pageGroupResponse,
  vtd.pageGroupResponseV3,
  vtd.pageGroupResponseV2,
  vtd.pageStreamResponseV2,
  vtd.deviceTlbInvalidate,
  vtd.pasidDeviceTlbInvalidate,
  vtd.deviceTlbInvalidate128,
  vtd.pasidDeviceTlbInvalidate128,
  amd.pprLog,
  amd.completePprRequest,
  amd.invalidateIotlbPages,
  amd.invalidateIotlbPagesV1,
  smmuv3.priQueueEntry,
  smmuv3.cmdPriResp,
  smmuv3.cmdAtcInv,
  smmuv3.stallEvent,
  smmuv3.cmdResume,
  riscv.pageRequest,
  riscv.pageRequestBe,
  riscv.atsPrgr,
  riscv.atsPrgrBe,
  riscv.atsInval,
  riscv.atsInvalBe,
  config.atsCapability,
  config.priCapability,
  config.pasidCapability,
] as const

/** Ids of the records that carry a page request, and of those that carry a page response. */
export const carriers = {
  'page request': [
    'linux.fault-event',
    'linux.fault-event-be',
    'linux.iommu-fault-page-request',
    'linux.iommu-fault-page-request-be',
    'linux.iommufd-pgfault',
    'linux.iommufd-pgfault-be',
    'linux.iommu-fault-v6.10',
    'linux.iommu-fault-v6.10-be',
    'pcie.page-request',
    'pcie.stop-marker',
    'pcie-flit.page-request',
    'pcie-flit.stop-marker',
    'vtd.page-request',
    'vtd.page-request-v3',
    'vtd.page-request-v2',
    'amd.ppr-log',
    'smmuv3.pri-queue-entry',
    'smmuv3.stall-event',
    'riscv.page-request',
    'riscv.page-request-be',
  ],
  'page response': [
    'linux.page-response-msg',
    'linux.page-response-msg-be',
    'linux.iommu-page-response-v5.3',
    'linux.iommu-page-response-v5.3-be',
    'linux.iommu-page-response',
    'linux.iommu-page-response-be',
    'linux.iommufd-page-response',
    'linux.iommufd-page-response-be',
    'linux.iommu-page-response-v6.10',
    'linux.iommu-page-response-v6.10-be',
    'pcie.prg-response',
    'pcie-flit.prg-response',
    'vtd.page-group-response',
    'vtd.page-group-response-v3',
    'vtd.page-group-response-v2',
    'vtd.page-stream-response-v2',
    'amd.complete-ppr-request',
    'smmuv3.cmd-pri-resp',
    'smmuv3.cmd-resume',
    'riscv.ats-prgr',
    'riscv.ats-prgr-be',
  ],
} as const

/** Ids of the page requests of IOMMUs, which say how they are answered. */
export const iommus = [
  'pcie.page-request',
  'pcie-flit.page-request',
  'vtd.page-request',
  'vtd.page-request-v3',
  'vtd.page-request-v2',
  'amd.ppr-log',
  'smmuv3.pri-queue-entry',
  'smmuv3.stall-event',
  'riscv.page-request',
  'riscv.page-request-be',
] as const

/** Ids of the page responses that an IOMMU is not given: structs that do not name the device. */
export const structs = [
  'linux.page-response-msg',
  'linux.page-response-msg-be',
  'linux.iommu-page-response-v5.3',
  'linux.iommu-page-response-v5.3-be',
  'linux.iommu-page-response',
  'linux.iommu-page-response-be',
  'linux.iommu-page-response-v6.10',
  'linux.iommu-page-response-v6.10-be',
] as const

/** The records that hold a range, and how they say its size. */
export const ranges = {
  'pcie.translation-entry': 'low ones',
  'pcie.invalidate-request': 'low ones',
  'pcie-flit.invalidate-request-data': 'low ones',
  'vtd.device-tlb-invalidate': 'low ones',
  'vtd.pasid-device-tlb-invalidate': 'low ones',
  'vtd.device-tlb-invalidate-128': 'low ones',
  'vtd.pasid-device-tlb-invalidate-128': 'low ones',
  'amd.invalidate-iotlb-pages': 'AMD',
  'amd.invalidate-iotlb-pages-v1': 'AMD',
  'smmuv3.cmd-atc-inv': 'log2',
  'riscv.ats-inval': 'low ones',
  'riscv.ats-inval-be': 'low ones',
} as const
