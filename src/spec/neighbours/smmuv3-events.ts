import { SMMU_EVENT, SMMU_EVENT_CLASS } from '../codes.ts'
import { PLACE } from '../place-names.ts'
import type { Roles } from '../roles.ts'
import * as rules from '../rules/neighbours/smmuv3.ts'
import type { Field, Layout, ReservedSlice } from '../vocabulary.ts'
import { address, big, fixed, flag, one, page, uint } from './words.ts'

/** Events of the SMMUv3, but for the four that can stall: those are `smmuv3.stall-event`. */

const ARM = 'Arm IHI 0070 G.b, Mu SmmuV3Registers.h, FreeBSD sys/arm64/iommu/smmu.c, QEMU hw/arm/smmuv3-internal.h'

/** What has happened, in a few words. */
const MEANINGS: Partial<Record<keyof typeof SMMU_EVENT, string>> = {
  F_UUT: 'a transaction that is not supported',
  C_BAD_STREAMID: 'the stream table has no entry for the device',
  F_STE_FETCH: 'its stream table entry cannot be fetched',
  C_BAD_STE: 'its stream table entry is not valid',
  F_BAD_ATS_TREQ: 'a translation request that is not allowed',
  F_STREAM_DISABLED: 'its stream is disabled',
  F_TRANSL_FORBIDDEN: 'a translated transaction that the stream table does not allow',
  C_BAD_SUBSTREAMID: 'the PASID is none that the device may use',
  F_CD_FETCH: 'its context descriptor cannot be fetched',
  C_BAD_CD: 'its context descriptor is not valid',
  F_WALK_EABT: 'an external abort of a table walk',
  F_TLB_CONFLICT: 'TLB entries that contradict each other',
  F_CFG_CONFLICT: 'cached configurations that contradict each other',
  F_VMS_FETCH: 'its VM structure cannot be fetched',
}

const event = (name: keyof typeof SMMU_EVENT, source = ARM) => ({
  title: `${name} event`,
  ...(MEANINGS[name] !== undefined && { meaning: MEANINGS[name] }),
  clause: `Arm IHI 0070, 7.3, ${name}`,
  source,
  word: 8, order: 'little', label: 'q', size: 32, place: PLACE.smmuEventQueue,
  fixed: { eventNumber: fixed([[0, 7, 0]], SMMU_EVENT[name], `event number: ${name}`) },
}) as const

const streamId = uint([[0, 63, 32]], 'StreamID; for PCIe its low 16 bits are the Requester ID')
const substream = {
  substreamValid: flag(0, 11, 'SSV: SubstreamID is valid'),
  substreamId: uint([[0, 31, 12]], 'SubstreamID (the PASID), if SSV'),
  streamId,
} as const satisfies Record<string, Field>

const reason = uint([[1, 15, 0]], 'Reason: implementation defined')
const wideReason = uint([[1, 31, 0]], 'Reason: implementation defined')
const granuleProtectionFault = flag(1, 16, 'GPCF: granule protection fault; reserved before RME')
const access = {
  privileged: flag(1, 33, 'PnU: privileged, not unprivileged'),
  instruction: flag(1, 34, 'InD: instruction, not data; 0 on writes'),
  read: flag(1, 35, 'RnW: read, not write'),
} as const satisfies Record<string, Field>
const inputAddress = big([[2, 63, 0]], 'InputAddr: the address of the transaction', { unit: 'byte address' })
const fetchAddress = address([[3, 55, 3]], 3, 'FetchAddr[55:3]: the address that was fetched')

const substreamRoles = { device: 'streamId', pasid: 'substreamId', pasidValid: 'substreamValid' } as const satisfies Roles
const transactionRoles = {
  ...substreamRoles, address: 'inputAddress', read: 'read', write: { not: 'read' }, execute: 'instruction', privileged: 'privileged',
} as const satisfies Roles

/** q0[10:8] and, where nothing else is in the record, the rest. */
const Q0: ReservedSlice = [0, 10, 8]
const REST: readonly ReservedSlice[] = [[1, 63, 0], [2, 63, 0], [3, 63, 0]]

export const eventUut = {
  id: 'smmuv3.event-uut', ...event('F_UUT'),
  fields: { ...substream, reason, ...access, inputAddress },
  reserved: [Q0, [1, 32, 16], [1, 63, 36], [3, 63, 0]],
  roles: transactionRoles,
  rules: rules.substreamNotValid,
} as const satisfies Layout

const config = { fields: substream, reserved: [Q0, ...REST], roles: substreamRoles, rules: rules.substreamNotValid } as const

export const eventBadStreamid = { id: 'smmuv3.event-bad-streamid', ...event('C_BAD_STREAMID'), ...config } as const satisfies Layout
export const eventBadSte = { id: 'smmuv3.event-bad-ste', ...event('C_BAD_STE'), ...config } as const satisfies Layout
export const eventBadCd = { id: 'smmuv3.event-bad-cd', ...event('C_BAD_CD'), ...config } as const satisfies Layout

const fetch = {
  fields: { ...substream, reason, granuleProtectionFault, fetchAddress },
  reserved: [Q0, [1, 63, 17], [2, 63, 0], [3, 2, 0], [3, 63, 56]],
  roles: substreamRoles,
  rules: rules.substreamNotValid,
} as const

export const eventSteFetch = { id: 'smmuv3.event-ste-fetch', ...event('F_STE_FETCH'), ...fetch } as const satisfies Layout
export const eventCdFetch = { id: 'smmuv3.event-cd-fetch', ...event('F_CD_FETCH'), ...fetch } as const satisfies Layout
export const eventVmsFetch = { id: 'smmuv3.event-vms-fetch', ...event('F_VMS_FETCH'), ...fetch } as const satisfies Layout

export const eventBadAtsTreq = {
  id: 'smmuv3.event-bad-ats-treq',
  ...event('F_BAD_ATS_TREQ', 'Arm IHI 0070 G.b (names), Mu SmmuV3Registers.h (positions, one source)'),
  fields: {
    ...substream,
    span: uint([[1, 3, 0]], 'Span: translation units asked for', one),
    privileged: flag(1, 28, 'Priv: privileged mode requested', one),
    execute: flag(1, 29, 'Execute: execute requested', one),
    write: flag(1, 30, 'Write: the request had No Write clear', one),
    read: flag(1, 31, 'Read: always 1', one),
    inputAddress: page([[2, 63, 12]], 'InputAddr[63:12]', one),
  },
  reserved: [Q0, [1, 27, 4], [1, 63, 32], [2, 11, 0], [3, 63, 0]],
  roles: { ...substreamRoles, address: 'inputAddress', read: 'read', write: 'write', execute: 'execute', privileged: 'privileged' },
  rules: rules.badAtsTreq,
} as const satisfies Layout

export const eventStreamDisabled = {
  id: 'smmuv3.event-stream-disabled', ...event('F_STREAM_DISABLED'),
  fields: { streamId }, reserved: [[0, 31, 8], ...REST], rules: rules.noSubstream,
  roles: { device: 'streamId' },
} as const satisfies Layout

export const eventTranslForbidden = {
  id: 'smmuv3.event-transl-forbidden', ...event('F_TRANSL_FORBIDDEN'),
  fields: { streamId, read: access.read, inputAddress: { ...inputAddress, doc: 'InputAddr; its low 12 bits rest on one source' } },
  reserved: [[0, 31, 8], [1, 34, 0], [1, 63, 36], [3, 63, 0]],
  roles: { device: 'streamId', address: 'inputAddress', read: 'read', write: { not: 'read' } },
  rules: rules.translForbidden,
} as const satisfies Layout

export const eventBadSubstreamid = {
  id: 'smmuv3.event-bad-substreamid', ...event('C_BAD_SUBSTREAMID'),
  fields: { substreamId: uint([[0, 31, 12]], 'SubstreamID (the PASID), always valid'), streamId },
  reserved: [[0, 11, 8], ...REST],
  roles: { device: 'streamId', pasid: 'substreamId' },
} as const satisfies Layout

const nonSecureIpa = flag(1, 38, 'NSIPA: the IPA is a Non-secure one; in the Secure queue alone', one)
const stage2 = flag(1, 39, 'S2: the fault is of stage 2')

export const eventWalkEabt = {
  id: 'smmuv3.event-walk-eabt', ...event('F_WALK_EABT'),
  fields: {
    ...substream, reason, granuleProtectionFault: { ...granuleProtectionFault, ...one }, ...access, nonSecureIpa, stage2,
    class: uint([[1, 41, 40]], 'CLASS: what was being done when the fault arose', { codes: SMMU_EVENT_CLASS }),
    inputAddress, fetchAddress,
  },
  reserved: [Q0, [1, 32, 17], [1, 37, 36], [1, 63, 42], [3, 2, 0], [3, 63, 56]],
  roles: transactionRoles,
  rules: rules.substreamNotValid,
} as const satisfies Layout

export const eventTlbConflict = {
  id: 'smmuv3.event-tlb-conflict', ...event('F_TLB_CONFLICT', 'Mu SmmuV3Registers.h (one source)'),
  fields: {
    ...substream,
    reason: { ...wideReason, ...one },
    privileged: { ...access.privileged, ...one },
    instruction: { ...access.instruction, ...one },
    read: { ...access.read, ...one },
    nonSecureIpa,
    stage2: { ...stage2, ...one },
    inputAddress: { ...inputAddress, ...one },
    ipa: page([[3, 55, 12]], 'IPA[55:12], if S2', one),
  },
  reserved: [Q0, [1, 32, 32], [1, 37, 36], [1, 63, 40], [3, 11, 0], [3, 63, 56]],
  roles: transactionRoles,
  rules: [rules.substreamNotValid, rules.strayIpa],
} as const satisfies Layout

export const eventCfgConflict = {
  id: 'smmuv3.event-cfg-conflict', ...event('F_CFG_CONFLICT'),
  fields: { ...substream, reason: wideReason },
  reserved: [Q0, [1, 63, 32], [2, 63, 0], [3, 63, 0]],
  roles: substreamRoles,
  rules: rules.substreamNotValid,
} as const satisfies Layout

export const eventPageRequest = {
  id: 'smmuv3.event-page-request', ...event('E_PAGE_REQUEST'),
  fields: {
    ...substream,
    userExecute: flag(1, 33, 'uX: unprivileged execute'),
    userWrite: flag(1, 34, 'uW: unprivileged write'),
    userRead: flag(1, 35, 'uR: unprivileged read'),
    privilegedExecute: flag(1, 37, 'pX: privileged execute'),
    privilegedWrite: flag(1, 38, 'pW: privileged write'),
    privilegedRead: flag(1, 39, 'pR: privileged read'),
    span: uint([[1, 51, 44]], 'Span: how much is asked for', { unit: '4 KiB' }),
    inputAddress: page([[2, 63, 12]], 'InputAddr[63:12]'),
  },
  reserved: [Q0, [1, 32, 0], [1, 36, 36], [1, 43, 40], [1, 63, 52], [2, 11, 0], [3, 63, 0]],
  roles: { ...substreamRoles, address: 'inputAddress' },
  rules: [rules.substreamNotValid, rules.pageRequestEvent],
} as const satisfies Layout
