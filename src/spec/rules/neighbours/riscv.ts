import { RISCV_ATS_SILENT_CAUSES, RISCV_CAUSES } from '../../neighbours/riscv-codes.ts'
import type { Rule } from '../../vocabulary.ts'
import { note } from './note.ts'

/** Records of the RISC-V IOMMU that are healthy and look as if they were not, and what their fields do not say of themselves. */

const SPEC = 'RISC-V IOMMU Architecture Specification 1.0'
const FAULTS = `${SPEC}, Fault/Event-Queue`

export const iofence: readonly Rule[] = [
  note({
    id: 'fence-data-not-asked', clause: `${SPEC}, IOFENCE.C`, since: 'RISC-V IOMMU 1.0', field: 'data',
    test: ({ addressValid, data, address }) => !addressValid && (data !== 0 || address !== 0n) && 'AV is clear: DATA and ADDR mean nothing',
  }),
]

export const iotinval: readonly Rule[] = [
  note({
    id: 'pscid-not-valid', clause: `${SPEC}, IOTINVAL`, since: 'RISC-V IOMMU 1.0', field: 'pscid',
    test: ({ pscidValid, pscid }) => !pscidValid && pscid !== 0 && 'PSCV is clear: the PSCID means nothing',
  }),
  note({
    id: 'gscid-not-valid', clause: `${SPEC}, IOTINVAL`, since: 'RISC-V IOMMU 1.0', field: 'gscid',
    test: ({ gscidValid, gscid }) => !gscidValid && gscid !== 0 && 'GV is clear: the GSCID means nothing',
  }),
  note({
    id: 'address-not-valid', clause: `${SPEC}, IOTINVAL`, since: 'RISC-V IOMMU 1.0', field: 'address',
    test: ({ addressValid, address }) => !addressValid && address !== 0n && 'AV is clear: the address means nothing',
  }),
]

export const iotinvalGvma: readonly Rule[] = [
  ...iotinval,
  note({
    id: 'pscid-with-gvma', clause: `${SPEC}, IOTINVAL`, since: 'RISC-V IOMMU 1.0', field: 'pscidValid', severity: 'error',
    test: ({ pscidValid }) => pscidValid === true && 'PSCV makes an IOTINVAL.GVMA illegal',
  }),
]

export const iodirInvalDdt: readonly Rule[] = [
  note({
    id: 'every-device', clause: `${SPEC}, IODIR`, since: 'RISC-V IOMMU 1.0', field: 'deviceIdValid',
    test: ({ deviceIdValid, deviceId }) => !deviceIdValid && (deviceId === 0 ? 'every device, since DV is clear' : 'DV is clear: the device ID means nothing, and every device is meant'),
  }),
]

export const iodirInvalPdt: readonly Rule[] = [
  note({
    id: 'pdt-without-device', clause: `${SPEC}, IODIR`, since: 'RISC-V IOMMU 1.0', field: 'deviceIdValid', severity: 'error',
    test: ({ deviceIdValid }) => !deviceIdValid && 'DV must be set in an IODIR.INVAL_PDT',
  }),
]

const causes = new Map(RISCV_CAUSES.map(({ code, meaning }) => [code, meaning]))
const TRANSLATION_REQUEST = 8
const MESSAGE = 9
const PAGE_REQUEST = 4n

export const faultRecord: readonly Rule[] = [
  note({
    id: 'fault-cause', clause: FAULTS, since: 'RISC-V IOMMU 1.0', field: 'cause',
    test: ({ cause }) => causes.get(Number(cause)),
  }),
  note({
    id: 'page-request-refused', clause: FAULTS, since: 'RISC-V IOMMU 1.0', field: 'iotval',
    test: ({ ttyp, iotval }) => ttyp === MESSAGE && iotval === PAGE_REQUEST && 'a page request that the IOMMU refused: 4 is the code of its message, not an address',
  }),
  note({
    id: 'translation-request-answered', clause: FAULTS, since: 'RISC-V IOMMU 1.0', field: 'cause', severity: 'warning',
    test: ({ ttyp, cause }) => ttyp === TRANSLATION_REQUEST && RISCV_ATS_SILENT_CAUSES.includes(Number(cause))
      && 'a translation request with this cause is answered with success and R = W = 0, and leaves no record: this one contradicts the specification',
  }),
  note({
    id: 'process-not-valid', clause: FAULTS, since: 'RISC-V IOMMU 1.0', field: 'processId',
    test: ({ processIdValid, processId, privileged }) => !processIdValid && (processId !== 0 || privileged === true) && 'PV is clear: PID and PRIV mean nothing',
  }),
  note({
    id: 'ttyp-31', clause: FAULTS, since: 'RISC-V IOMMU 1.0', field: 'ttyp',
    test: ({ ttyp }) => ttyp === 31 && 'TTYP 31 is called reserved and custom by the specification',
  }),
]

export const cqcsr: readonly Rule[] = [
  note({
    id: 'fence-timed-out', clause: `${SPEC}, cqcsr`, since: 'RISC-V IOMMU 1.0', field: 'commandTimeout',
    test: ({ commandTimeout }) => commandTimeout === true && 'cqh stands on the IOFENCE.C: the ATS.INVAL that was not answered stands before it',
  }),
]

export const translationControl: readonly Rule[] = [
  note({
    id: 'context-misconfigured', clause: `${SPEC}, Device-context configuration checks`, since: 'RISC-V IOMMU 1.0', severity: 'error',
    test: ({ atsEnable, priEnable, guestPhysical, prgResponsePasid }) =>
      (!atsEnable && (guestPhysical === true || priEnable === true) && 'T2GPA or EN_PRI without EN_ATS: misconfigured, cause 259')
      || (!priEnable && prgResponsePasid === true && 'PRPR without EN_PRI: misconfigured, cause 259'),
  }),
  note({
    id: 'faults-disabled', clause: `${SPEC}, Device-context fields`, since: 'RISC-V IOMMU 1.0', field: 'faultsDisabled',
    test: ({ faultsDisabled }) => faultsDisabled === true && 'DTF is set: only causes 256 to 259, 268, 272 and 273 leave a record',
  }),
]
