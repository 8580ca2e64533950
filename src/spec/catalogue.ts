import * as amd from './amd.ts'
import * as linux from './linux.ts'
import * as pcie from './pcie.ts'
import * as riscv from './riscv.ts'
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

  pcie.pageRequest,
  pcie.stopMarker,
  pcie.prgResponse,
  pcie.pasidPrefix,

  vtd.pageRequest,
  vtd.pageRequestV3,
  vtd.pageRequestV2,
  vtd.pageGroupResponse,
  vtd.pageGroupResponseV3,
  vtd.pageGroupResponseV2,
  vtd.pageStreamResponseV2,

  amd.pprLog,
  amd.completePprRequest,

  smmuv3.priQueueEntry,
  smmuv3.cmdPriResp,
  smmuv3.stallEvent,
  smmuv3.cmdResume,

  riscv.pageRequest,
  riscv.pageRequestBe,
  riscv.atsPrgr,
  riscv.atsPrgrBe,
]

/** The files that hold the tables, by family. */
export const families: Readonly<Record<string, Readonly<Record<string, unknown>>>> = { linux, pcie, vtd, amd, smmuv3, riscv }
