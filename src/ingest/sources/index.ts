import { blindToMasks } from '../masked-digits.ts'
import { notInCode } from '../source.ts'
import type { Source } from '../source.ts'
import { amdEvent } from './amd-event.ts'
import { amdPpr, amdPprUnknown, kfdInvalidPpr } from './amd-ppr.ts'
import { amdControl, amdOverflow, amdTimeout } from './amd-queue.ts'
import { amdCommand, amdCommandBuffer, amdDeviceTable, amdDeviceTableEntry, amdUnknownEvent } from './amd-words.ts'
import { axiStream } from './axi-stream.ts'
import { base64File } from './base64-file.ts'
import { base64 } from './base64.ts'
import { byteLiterals } from './byte-literals.ts'
import { cperPcie } from './cper.ts'
import { devmem } from './devmem.ts'
import { eehAer } from './eeh.ts'
import { escapedBytes } from './escaped-bytes.ts'
import { esxiFault, esxiPassthru } from './esxi.ts'
import { freebsdSmmuEvent } from './freebsd-smmu.ts'
import { headedDump } from './headed-dump.ts'
import { hexValues } from './hex-values.ts'
import { hex, labelledWords, prefixedRows } from './hex.ts'
import { intelCacheTag } from './intel-cache-tag.ts'
import { intelDebugfsRows } from './intel-debugfs-rows.ts'
import { intelDebugfs } from './intel-debugfs.ts'
import { freebsdFault, intelFault, intelFaultStatus } from './intel-fault.ts'
import { intelOverflow } from './intel-overflow.ts'
import { intelPageRequest } from './intel-page-request.ts'
import { intelPrqReport } from './intel-prq-report.ts'
import { intelQiSubmit } from './intel-qi-submit.ts'
import { intelInvalidDescriptor, intelQueueError, intelQueueStop } from './intel-queue-error.ts'
import { jailhouseFault } from './jailhouse.ts'
import { lists } from './lists.ts'
import { lspciCapability, lspciFunction } from './lspci.ts'
import { namedColumns } from './named-columns.ts'
import { numberedWords } from './numbered-words.ts'
import { ofsInvalidate, ofsPageRequest, ofsPageResponse } from './ofs.ts'
import { ownJson } from './own-json.ts'
import { pcileechInput } from './pcileech.ts'
import { namedStruct, printedStruct } from './printed-structs.ts'
import { qemuSmmuCommand, qemuSmmuOpcode, qemuSmmuSteRange, qemuSmmuTranslation } from './qemu-smmu.ts'
import { qemuVtdFailure, qemuVtdInvalidation, qemuVtdWalk } from './qemu-vtd.ts'
import { qemuDmarFault, qemuInvalidDescriptor, qemuRiscvAts, qemuRiscvCommand, qemuRiscvFault, qemuRiscvPri, qemuSmmuEvent, qemuVtdDescriptor, qemuVtdFault } from './qemu.ts'
import { riscvFault, riscvQueueError, riscvTimeout } from './riscv.ts'
import { setpci } from './setpci.ts'
import { simulator } from './simulator.ts'
import { smmuCommandError, smmuGlobalError, smmuOverflow, smmuSkippedCommand, smmuTimeout } from './smmu-command.ts'
import { smmuEvent, smmuEventNamed, smmuEventWords } from './smmu-event.ts'
import { smmuPri, smmuPriLine } from './smmu-pri.ts'
import { strace } from './strace.ts'
import { structs } from './structs.ts'
import { aerEvent, aerInject, headerLog } from './tlp-header.ts'
import { genericTrace, ioPageFault, virtioFault } from './trace-fault.ts'
import { tshark } from './tshark.ts'
import { iommufdFailure, iommufdTrace, vfioHidden, vfioMapping } from './vfio.ts'
import { verilogWords } from './verilog-words.ts'
import { intelWalk, xenWalk } from './vtd-walk.ts'
import { whea } from './whea.ts'
import { dmaViolation } from './windows.ts'
import { xenFault, xenFaultStatus, xenQueueRegister, xenWaitTimeout } from './xen-vtd.ts'
import { xenAmdEvent, xenAmdFault, xenAtsTimeout } from './xen.ts'

/** Texts of drivers and tools, in which somebody may have masked digits. */
const texts: readonly Source[] = [
  intelPageRequest, intelQueueStop, intelQueueError, intelInvalidDescriptor, intelQiSubmit, intelPrqReport, intelFault, intelFaultStatus, intelOverflow, intelDebugfs, intelDebugfsRows, intelCacheTag, intelWalk,
  amdEvent, amdUnknownEvent, amdPpr, amdPprUnknown, kfdInvalidPpr, amdCommand, amdDeviceTableEntry, amdDeviceTable, amdCommandBuffer, amdTimeout, amdOverflow, amdControl,
  smmuEvent, smmuEventNamed, smmuEventWords, smmuPri, smmuPriLine, smmuCommandError, smmuSkippedCommand, smmuOverflow, smmuTimeout, smmuGlobalError,
  riscvFault, riscvQueueError, riscvTimeout,
  xenAmdFault, xenAmdEvent, xenAtsTimeout, xenFault, xenFaultStatus, xenWaitTimeout, xenQueueRegister, xenWalk, freebsdFault, freebsdSmmuEvent, jailhouseFault, dmaViolation, whea, esxiFault, esxiPassthru,
  cperPcie, eehAer, headerLog, aerEvent, aerInject, lspciFunction, lspciCapability, setpci,
  ioPageFault, genericTrace, virtioFault, vfioHidden, vfioMapping, iommufdFailure, iommufdTrace,
  qemuRiscvPri, qemuRiscvCommand, qemuRiscvFault, qemuRiscvAts, qemuVtdDescriptor, qemuVtdFault, qemuInvalidDescriptor, qemuDmarFault, qemuSmmuEvent, qemuVtdInvalidation, qemuVtdFailure, qemuVtdWalk, qemuSmmuTranslation, qemuSmmuCommand, qemuSmmuSteRange, qemuSmmuOpcode,
  ofsPageRequest, ofsPageResponse, ofsInvalidate, pcileechInput,
  structs, printedStruct, namedStruct, simulator, axiStream, tshark, devmem, numberedWords,
]

/** Bytes in every shape, in which any character may stand for itself. */
const shapes: readonly Source[] = [strace, ownJson, base64File, byteLiterals, escapedBytes, lists, base64, headedDump, hex, prefixedRows, labelledWords, verilogWords, hexValues, namedColumns]

/** Every kind of text that is known. */
export const sources: readonly Source[] = [...texts.map(notInCode).map(blindToMasks), ...shapes.map(notInCode)]
