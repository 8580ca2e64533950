import { VSMMU_OPCODE } from '../codes.ts'
import { hex } from './facts.ts'
import type { FactRule } from './facts.ts'
import { pasidRules, pasidTooWide, widePasidRules } from './pasid.ts'
import { executeWithoutRead, stopMarkerNotes } from './request.ts'
import { answerRules, codeRules } from './response.ts'

/** Which rules the structs of Linux have: what it refuses or lets through itself, and what holds of requests and responses. */

type ResponseFacts = {
  version: number
  flags: number
  code: number
}

const CORE = 'Linux, drivers/iommu/iommu.c, iommu_page_response()'

/** `struct iommu_page_response`. */
const iommuPageResponseRules: readonly FactRule<ResponseFacts>[] = [
  {
    id: 'linux-version',
    severity: 'error',
    clause: CORE,
    since: 'Linux 5.3',
    needs: ['version'],
    field: 'version',
    test: ({ version }) => (version === 1 ? undefined : `version is ${version}: Linux refuses any but 1 (EINVAL)`),
  },
  {
    id: 'linux-flags',
    severity: 'error',
    clause: CORE,
    since: 'Linux 5.3',
    needs: ['flags'],
    field: 'flags',
    test: ({ flags }) => ((flags & ~1) !== 0 ? `flags are ${hex(flags)}: Linux refuses any but IOMMU_PAGE_RESP_PASID_VALID (EINVAL)` : undefined),
  },
  {
    id: 'linux-code',
    severity: 'warning',
    clause: CORE,
    since: 'Linux 5.3',
    needs: ['code'],
    field: 'code',
    test: ({ code }) =>
      code > 2 ? `code ${hex(code)} is none of Linux's: its core does not look, and a driver may pass it to the hardware as it is` : undefined,
  },
]

export const iommuPageResponse = [iommuPageResponseRules, answerRules, pasidRules, widePasidRules]

// Its PASID has no flag beside it: 0 is IOMMU_NO_PASID.
export const iommuPageResponseV6_10 = [iommuPageResponseRules, answerRules, pasidTooWide, widePasidRules]

/** `struct iommu_hwpt_page_response`. */
export const iommufdPageResponse: readonly FactRule<ResponseFacts>[] = [
  {
    id: 'linux-code',
    severity: 'error',
    clause: 'Linux, drivers/iommu/iommufd, write to a fault queue',
    since: 'Linux 6.11',
    needs: ['code'],
    field: 'code',
    test: ({ code }) => (code > 1 ? `code ${hex(code)}: iommufd takes success (0) and invalid (1) only (EINVAL)` : undefined),
  },
]

type FaultFacts = {
  flags: number
}

const leakedFlag: FactRule<FaultFacts> = {
  id: 'linux-flags',
  severity: 'note',
  clause: 'Linux, include/linux/iommu.h, IOMMU_FAULT_PAGE_RESPONSE_NEEDS_PASID',
  since: 'Linux 6.11',
  needs: ['flags'],
  field: 'flags',
  test: ({ flags }) =>
    (flags & 4) !== 0 ? "bit 2 is the kernel's own RESPONSE_NEEDS_PASID, which leaks through; it is no flag of this struct" : undefined,
}

const unlikelyFault: readonly FactRule<{ devId: number; group: number }>[] = [
  {
    id: 'object-0',
    severity: 'warning',
    clause: 'Linux, drivers/iommu/iommufd/main.c, iommufd_fops_open()',
    since: 'Linux 6.11',
    needs: ['devId'],
    field: 'devId',
    test: ({ devId }) => (devId === 0 ? 'iommufd counts its objects from 1, so that no device is 0' : undefined),
  },
  {
    id: 'group-above-16-bits',
    severity: 'warning',
    clause: 'PCIe Base Specification, 10.4.1; Arm IHI 0070, 7.3',
    since: 'Linux 6.11',
    needs: ['group'],
    field: 'group',
    test: ({ group }) => (group > 0xffff ? `the group is ${hex(group)}: the index of PCIe has 9 bits, and the STAG of SMMUv3 16` : undefined),
  },
]

// A fault of a stalled transaction has the address itself, so that one inside a page is nothing to speak of.
export const faultEvent = [executeWithoutRead, stopMarkerNotes, pasidRules, widePasidRules]
export const iommuFaultPageRequest = faultEvent
export const iommufdPgfault = [faultEvent, leakedFlag, unlikelyFault]

export const iommuFaultV6_10 = faultEvent

const VEVENTQ = 'Linux, include/uapi/linux/iommufd.h, struct iommufd_vevent_header'

type HeaderFacts = {
  flags: number
  sequence: number
}

export const iommufdVeventHeader: readonly FactRule<HeaderFacts>[] = [
  {
    id: 'linux-flags',
    severity: 'warning',
    clause: VEVENTQ,
    since: 'Linux 6.15',
    needs: ['flags'],
    field: 'flags',
    test: ({ flags }) => ((flags & ~1) !== 0 ? `flags are ${hex(flags)}: the kernel sets none but LOST_EVENTS` : undefined),
  },
  {
    id: 'events-lost',
    severity: 'note',
    clause: VEVENTQ,
    since: 'Linux 6.15',
    needs: ['flags'],
    field: 'flags',
    test: ({ flags }) => ((flags & 1) !== 0 ? 'events were lost, and no data follow this header' : undefined),
  },
  {
    id: 'sequence-above-31-bits',
    severity: 'warning',
    clause: VEVENTQ,
    since: 'Linux 6.15',
    needs: ['sequence'],
    field: 'sequence',
    test: ({ sequence }) => (sequence > 0x7fffffff ? `sequence ${hex(sequence)}: the kernel begins again at 0 after 0x7fffffff` : undefined),
  },
]

type EventFacts = {
  evt0: bigint
}

/** Faults of stage 1, and what is wrong with the tables of the guest. The host keeps the others for itself. */
const GUEST_EVENTS = [0x04, 0x06, 0x08, 0x0a, 0x10, 0x11, 0x12, 0x13]

export const iommuVeventArmSmmuv3: readonly FactRule<EventFacts>[] = [
  {
    id: 'event-not-for-guests',
    severity: 'warning',
    clause: 'Linux, drivers/iommu/arm/arm-smmu-v3/arm-smmu-v3.c, arm_smmu_handle_event()',
    since: 'Linux 6.15',
    needs: ['evt0'],
    field: 'evt0',
    test({ evt0 }) {
      const event = Number(evt0 & 0xffn)
      return GUEST_EVENTS.includes(event) ? undefined : `event ${hex(event)} is none that Linux gives to a guest: those are ${GUEST_EVENTS.map(hex).join(', ')}`
    },
  },
]

type CommandFacts = {
  cmd0: bigint
}

const GUEST_COMMANDS: readonly number[] = Object.values(VSMMU_OPCODE)

export const iommuViommuArmSmmuv3Invalidate: readonly FactRule<CommandFacts>[] = [
  {
    id: 'command-not-for-guests',
    severity: 'error',
    clause: 'Linux, include/uapi/linux/iommufd.h, struct iommu_viommu_arm_smmuv3_invalidate',
    since: 'Linux 6.13',
    needs: ['cmd0'],
    field: 'cmd0',
    test({ cmd0 }) {
      const opcode = Number(cmd0 & 0xffn)
      return GUEST_COMMANDS.includes(opcode) ? undefined : `opcode ${hex(opcode)}: iommufd takes ${GUEST_COMMANDS.map(hex).join(', ')} only (EIO)`
    },
  },
]

type MessageFacts = {
  privateData: number
}

const privateDataTooWide: FactRule<MessageFacts> = {
  id: 'private-data-above-23-bits',
  severity: 'warning',
  clause: 'Intel VT-d Architecture Specification 2.x, Page Group Response Descriptor',
  since: 'VT-d 2.x',
  needs: ['privateData'],
  field: 'privateData',
  test: ({ privateData }) =>
    privateData > 0x7fffff ? `private data ${hex(privateData)} has more than the 23 bits that VT-d 2.x gives back to the device` : undefined,
}

export const pageResponseMsg = [codeRules, answerRules, pasidRules, widePasidRules, privateDataTooWide]
