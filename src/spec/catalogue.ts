import * as amd from './amd.ts'
import * as config from './config.ts'
import * as linux from './linux.ts'
import * as pcie from './pcie.ts'
import * as pcieFlit from './pcie-flit.ts'
import * as riscv from './riscv.ts'
import * as amdRules from './rules/amd.ts'
import * as configRules from './rules/config.ts'
import * as linuxRules from './rules/linux.ts'
import * as pcieRules from './rules/pcie.ts'
import * as pcieFlitRules from './rules/pcie-flit.ts'
import * as riscvRules from './rules/riscv.ts'
import * as smmuv3Rules from './rules/smmuv3.ts'
import * as vtdRules from './rules/vtd.ts'
import * as smmuv3 from './smmuv3.ts'
import type { Layout } from './vocabulary.ts'
import * as vtd from './vtd.ts'

/** Every record of the project. */
export const catalogue: readonly Layout[] = [
  linux.pageResponseMsgLe,
  linux.pageResponseMsgBe,
  linux.faultEventLe,
  linux.faultEventBe,
  linux.iommuFaultPageRequestLe,
  linux.iommuFaultPageRequestBe,
  linux.iommuPageResponseV5_3Le,
  linux.iommuPageResponseV5_3Be,
  linux.iommuPageResponseLe,
  linux.iommuPageResponseBe,
  linux.iommufdPgfaultLe,
  linux.iommufdPgfaultBe,
  linux.iommufdPageResponseLe,
  linux.iommufdPageResponseBe,
  linux.iommuFaultV6_10Le,
  linux.iommuFaultV6_10Be,
  linux.iommuPageResponseV6_10Le,
  linux.iommuPageResponseV6_10Be,
  linux.iommufdVeventHeaderLe,
  linux.iommufdVeventHeaderBe,
  linux.iommuVeventArmSmmuv3Le,
  linux.iommuVeventArmSmmuv3Be,
  linux.iommuViommuArmSmmuv3InvalidateLe,
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
]

/** The files that hold the tables, by family. */
export const families: Readonly<Record<string, Readonly<Record<string, unknown>>>> = { linux, pcie, 'pcie-flit': pcieFlit, vtd, amd, smmuv3, riscv, config }

/** The files that hold what is legal, by family. */
export const rules: typeof families = {
  linux: linuxRules, pcie: pcieRules, 'pcie-flit': pcieFlitRules, vtd: vtdRules, amd: amdRules, smmuv3: smmuv3Rules, riscv: riscvRules, config: configRules,
}
