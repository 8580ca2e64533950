import { both, pasidRequired, pasidWidth, prefix, request } from './case.ts'
import type { Case } from './case.ts'

/** How each format names what its page responses say; the code is that of Response Failure. */
const FORMATS = [
  { records: ['vtd.page-group-response', 'vtd.page-group-response-v3', 'vtd.page-group-response-v2'], present: 'pasidPresent', pasid: 'pasid', group: 'prgIndex', rid: 'rid', code: 'respCode', failure: 0xf },
  { records: ['amd.complete-ppr-request'], present: 'guest', pasid: 'pasid', group: 'prgIndex', rid: 'deviceId', code: 'respCode', failure: 0xf },
  { records: both('riscv.ats-prgr'), present: 'processIdValid', pasid: 'processId', group: 'prgIndex', rid: 'rid', code: 'respCode', failure: 0xf },
  { records: ['smmuv3.cmd-pri-resp'], present: 'substreamValid', pasid: 'substreamId', group: 'prgIndex', rid: 'streamId', code: 'resp', failure: 0, success: 2 },
] as const

const STREAM = ['vtd.page-stream-response-v2']
const TLPS = ['pcie.prg-response', 'pcie-flit.prg-response']
const MSG = both('linux.page-response-msg')
const UAPI = both('linux.iommu-page-response', 'linux.iommu-page-response-v5.3')
const KERNEL = both('linux.iommu-page-response-v6.10')

const commands = FORMATS.flatMap(({ records, present, pasid, group, rid, code, failure, ...format }): Case[] => {
  const success = 'success' in format ? format.success : 0
  const whole = { [present]: true, [pasid]: 7, [group]: 3, [rid]: 0x300, [code]: success }
  return [
    ...(code === 'respCode' ? [{ rule: 'unused-response-code', records, field: code, fires: { [code]: 0xe }, but: { message: { [code]: 0xf } } }] : []),
    { rule: 'pasid-not-taken', records, field: present, fires: whole, context: pasidRequired(false), but: { context: pasidRequired(true) } },
    { rule: 'pasid-not-taken', records, field: present, fires: whole, context: pasidRequired(false), but: { message: { [present]: false } } },
    { rule: 'pasid-not-taken', records, field: present, fires: whole, context: pasidRequired(false), but: { message: { [code]: failure } } },
    // Linux writes 2 for a failure, and every number from 2 to 0xE is taken for one.
    ...(code === 'respCode' ? [2, 0xe].map((unused): Case => ({ rule: 'pasid-not-taken', records, field: present, fires: whole, context: pasidRequired(false), but: { message: { [code]: unused } } })) : []),
    { rule: 'pasid-required', records, field: present, fires: { [group]: 3 }, context: { ...pasidRequired(true), ...request({}) }, but: { message: { [present]: true } } },
    { rule: 'pasid-required', records, field: present, fires: { [group]: 3 }, context: { ...pasidRequired(true), ...request({}) }, but: { context: { ...pasidRequired(false), ...request({}) } } },
    { rule: 'pasid-required', records, field: present, fires: { [group]: 3 }, context: { ...pasidRequired(true), ...request({}) }, but: { context: { ...pasidRequired(true), ...request({ pasidPresent: false }) } } },
    { rule: 'response-before-last', records, field: group, fires: whole, context: request({ last: false }), but: { context: request({}) } },
    { rule: 'response-to-stop-marker', records, field: group, fires: whole, context: request({ read: false }), but: { context: request({}) } },
    { rule: 'response-to-other-group', records, field: group, fires: { ...whole, [group]: 4 }, context: request({}), but: { message: { [group]: 3 } } },
    { rule: 'response-to-other-group', records, field: group, fires: { ...whole, [group]: 4 }, context: request({}), but: { message: { [code]: failure } } },
    { rule: 'response-to-other-pasid', records, field: pasid, fires: { ...whole, [pasid]: 8 }, context: request({}), but: { message: { [pasid]: 7 } } },
    { rule: 'response-to-other-pasid', records, field: pasid, fires: whole, context: request({ pasidPresent: false }), but: { message: { [present]: false } } },
    { rule: 'response-to-other-device', records, field: rid, fires: { ...whole, [rid]: 0x301 }, context: request({}), but: { message: { [rid]: 0x300 } } },
    { rule: 'pasid-not-valid', records, field: pasid, fires: { [pasid]: 7 }, but: { message: { [present]: true } } },
    { rule: 'pasid-too-wide', records, field: pasid, fires: whole, context: pasidWidth(2), but: { context: pasidWidth(3) } },
  ]
})

const answers = { respCode: 0, prgIndex: 3, bus: 3, devfn: 0, pasid: 7 }

export const responseCases: readonly Case[] = [
  ...commands,
  { rule: 'linux-failure-code', records: ['vtd.page-group-response', 'vtd.page-group-response-v3', 'amd.complete-ppr-request'], field: 'respCode', fires: { respCode: 2 }, but: { message: { respCode: 3 } } },
  { rule: 'linux-lpig', records: ['vtd.page-group-response'], field: 'last', fires: { last: true }, but: { message: { last: false } } },
  { rule: 'illegal-resp', records: ['smmuv3.cmd-pri-resp'], field: 'resp', fires: { resp: 3 }, but: { message: { resp: 2 } } },
  { rule: 'abort-ignored', records: ['smmuv3.cmd-resume'], field: 'abort', fires: { action: true, abort: true }, but: { message: { action: false } } },
  { rule: 'segment-not-valid', records: both('riscv.ats-prgr'), field: 'segment', fires: { segment: 1 }, but: { message: { segmentValid: true } } },
  { rule: 'destination-id-in-payload', records: both('riscv.ats-prgr'), field: 'destinationId', fires: { destinationId: 0x300 }, but: { message: { destinationId: 0 } } },

  { rule: 'unused-response-code', records: STREAM, field: 'respCode', fires: { respCode: 2 }, but: { message: { respCode: 1 } } },
  { rule: 'pasid-not-taken', records: STREAM, field: undefined, context: pasidRequired(false), but: { context: {} } },
  { rule: 'pasid-not-taken', records: STREAM, field: undefined, context: pasidRequired(false), but: { message: { respCode: 0xf } } },
  { rule: 'response-before-last', records: STREAM, field: 'prgIndex', fires: answers, context: request({ last: false }), but: { context: request({}) } },
  { rule: 'response-to-stop-marker', records: STREAM, field: 'prgIndex', fires: answers, context: request({ read: false }), but: { context: request({ read: false, write: true }) } },
  { rule: 'response-to-other-group', records: STREAM, field: 'prgIndex', fires: { ...answers, prgIndex: 4 }, context: request({}), but: { message: { prgIndex: 3 } } },
  { rule: 'response-to-other-pasid', records: STREAM, field: 'pasid', fires: { ...answers, pasid: 8 }, context: request({}), but: { message: { pasid: 7 } } },
  { rule: 'response-to-other-device', records: STREAM, field: undefined, fires: { ...answers, devfn: 1 }, context: request({}), but: { message: { devfn: 0 } } },
  { rule: 'pasid-too-wide', records: STREAM, field: 'pasid', fires: answers, context: pasidWidth(2), but: { context: pasidWidth(3) } },

  { rule: 'unused-response-code', records: TLPS, field: 'respCode', fires: { respCode: 2 }, but: { message: { respCode: 0xf } } },
  { rule: 'pasid-not-taken', records: TLPS, field: undefined, context: { ...prefix(), ...pasidRequired(false) }, but: { context: { pasidPrefix: null, ...pasidRequired(false) } } },
  { rule: 'pasid-not-taken', records: TLPS, field: undefined, context: { ...prefix(), ...pasidRequired(false) }, but: { message: { respCode: 0xf } } },
  { rule: 'pasid-required', records: TLPS, field: undefined, context: { pasidPrefix: null, ...request({}), ...pasidRequired(true) }, but: { context: { ...request({}), ...pasidRequired(true) } } },
  { rule: 'response-before-last', records: TLPS, field: 'prgIndex', fires: { prgIndex: 3 }, context: request({ last: false }), but: { context: request({}) } },
  { rule: 'response-to-stop-marker', records: TLPS, field: 'prgIndex', fires: { prgIndex: 3 }, context: request({ read: false }), but: { context: request({ read: false, pasidPresent: false }) } },
  { rule: 'response-to-other-group', records: TLPS, field: 'prgIndex', fires: { prgIndex: 4 }, context: request({}), but: { message: { respCode: 0xf } } },
  { rule: 'response-to-other-pasid', records: TLPS, field: undefined, context: { ...request({ pasid: 8 }), ...prefix() }, but: { context: { ...request({ pasid: 7 }), ...prefix() } } },
  { rule: 'response-to-other-device', records: TLPS, field: 'destinationId', fires: { destinationId: 0x301 }, context: request({}), but: { message: { destinationId: 0x300 } } },
  { rule: 'flags-on-answer', records: TLPS, field: undefined, context: prefix(true), but: { context: prefix() } },
  { rule: 'flags-on-answer', records: TLPS, field: undefined, context: prefix(false, true), but: { context: { pasidPrefix: null } } },

  { rule: 'unused-response-code', records: MSG, field: 'respCode', fires: { respCode: 2 }, but: { message: { respCode: 1 } } },
  { rule: 'private-data-above-23-bits', records: MSG, field: 'privateData', fires: { privateData: 0x800000 }, but: { message: { privateData: 0x7fffff } } },
  { rule: 'response-before-last', records: MSG, field: 'pageReqGroupId', fires: { pageReqGroupId: 3 }, context: request({ last: false }), but: { context: request({}) } },
  { rule: 'response-to-stop-marker', records: MSG, field: 'pageReqGroupId', fires: { pageReqGroupId: 3 }, context: request({ read: false }), but: { context: request({}) } },
  { rule: 'response-to-other-group', records: MSG, field: 'pageReqGroupId', fires: { pageReqGroupId: 4 }, context: request({}), but: { message: { respCode: 0xf } } },
  { rule: 'response-to-other-pasid', records: MSG, field: 'pasid', fires: { pasid: 8, pasidPresent: true }, context: request({}), but: { message: { pasid: 7 } } },
  { rule: 'pasid-not-valid', records: MSG, field: 'pasid', fires: { pasid: 7 }, but: { message: { pasidPresent: true } } },
  { rule: 'pasid-above-20-bits', records: MSG, field: 'pasid', fires: { pasid: 0x100000, pasidPresent: true }, but: { message: { pasid: 0xfffff } } },
  { rule: 'pasid-too-wide', records: MSG, field: 'pasid', fires: { pasid: 4, pasidPresent: true }, context: pasidWidth(2), but: { message: { pasid: 3 } } },

  { rule: 'linux-version', records: UAPI, field: 'version', fires: { version: 2 }, but: { message: { version: 1 } } },
  { rule: 'linux-flags', records: UAPI, field: 'flags', fires: { flags: 2 }, but: { message: { flags: 1 } } },
  { rule: 'linux-flags', records: UAPI, field: 'flags', fires: { flags: 0x80000001 }, but: { message: { flags: 1 } } },
  { rule: 'linux-code', records: UAPI, field: 'code', fires: { code: 3 }, but: { message: { code: 2 } } },
  { rule: 'linux-code', records: both('linux.iommufd-page-response'), field: 'code', fires: { code: 2 }, but: { message: { code: 1 } } },
  { rule: 'response-before-last', records: UAPI, field: 'grpid', fires: { grpid: 3 }, context: request({ last: false }), but: { context: request({}) } },
  { rule: 'response-to-stop-marker', records: UAPI, field: 'grpid', fires: { grpid: 3 }, context: request({ read: false }), but: { context: request({}) } },
  { rule: 'response-to-other-group', records: UAPI, field: 'grpid', fires: { grpid: 4 }, context: request({}), but: { message: { code: 2 } } },
  { rule: 'response-to-other-pasid', records: UAPI, field: 'pasid', fires: { pasid: 8, flags: 1 }, context: request({}), but: { message: { pasid: 7 } } },
  { rule: 'pasid-not-valid', records: UAPI, field: 'pasid', fires: { pasid: 7 }, but: { message: { flags: 1 } } },
  { rule: 'pasid-above-20-bits', records: UAPI, field: 'pasid', fires: { pasid: 0x100000, flags: 1 }, but: { message: { pasid: 0xfffff } } },
  { rule: 'pasid-too-wide', records: UAPI, field: 'pasid', fires: { pasid: 4, flags: 1 }, context: pasidWidth(2), but: { message: { pasid: 3 } } },

  { rule: 'linux-code', records: KERNEL, field: 'code', fires: { code: 3 }, but: { message: { code: 2 } } },
  { rule: 'response-before-last', records: KERNEL, field: 'grpid', fires: { grpid: 3 }, context: request({ last: false }), but: { context: request({}) } },
  { rule: 'response-to-stop-marker', records: KERNEL, field: 'grpid', fires: { grpid: 3 }, context: request({ read: false }), but: { context: request({}) } },
  { rule: 'response-to-other-group', records: KERNEL, field: 'grpid', fires: { grpid: 4 }, context: request({}), but: { message: { code: 2 } } },
  { rule: 'response-to-other-pasid', records: KERNEL, field: 'pasid', fires: { pasid: 8 }, context: request({}), but: { message: { pasid: 7 } } },
  { rule: 'response-to-other-pasid', records: KERNEL, field: 'pasid', fires: { pasid: 8 }, context: request({ pasidPresent: false }), but: { message: { pasid: 0 } } },
  { rule: 'pasid-above-20-bits', records: KERNEL, field: 'pasid', fires: { pasid: 0x100000 }, but: { message: { pasid: 0xfffff } } },
  { rule: 'pasid-too-wide', records: KERNEL, field: 'pasid', fires: { pasid: 4 }, context: pasidWidth(2), but: { message: { pasid: 3 } } },

  { rule: 'linux-flags', records: both('linux.iommufd-vevent-header'), field: 'flags', fires: { flags: 2 }, but: { message: { flags: 1 } } },
  { rule: 'events-lost', records: both('linux.iommufd-vevent-header'), field: 'flags', fires: { flags: 3 }, but: { message: { flags: 2 } } },
  { rule: 'sequence-above-31-bits', records: both('linux.iommufd-vevent-header'), field: 'sequence', fires: { sequence: 0x80000000 }, but: { message: { sequence: 0x7fffffff } } },
  ...[0x07n, 0x24n, 0x05n].map((evt0) => ({ rule: 'event-not-for-guests', records: both('linux.iommu-vevent-arm-smmuv3'), field: 'evt0', fires: { evt0: 0x100n + evt0 }, but: { message: { evt0: 0x113n } } })),
  ...[0x04n, 0x06n, 0x08n, 0x0an, 0x10n, 0x11n, 0x12n, 0x13n].map((evt0) => ({ rule: 'event-not-for-guests', records: both('linux.iommu-vevent-arm-smmuv3'), field: 'evt0', fires: { evt0: 0x25n }, but: { message: { evt0 } } })),
  ...[0x30n, 0x12n, 0x13n, 0x10n, 0x11n, 0x40n, 0x05n, 0x06n].map((cmd0) => ({ rule: 'command-not-for-guests', records: both('linux.iommu-viommu-arm-smmuv3-invalidate'), field: 'cmd0', fires: { cmd0: 0x41n }, but: { message: { cmd0 } } })),
  { rule: 'fault-with-gpcf', records: ['smmuv3.stall-event'], field: 'granuleProtectionFault', fires: { eventNumber: 0x10, granuleProtectionFault: true }, but: { message: { eventNumber: 0x0f } } },
  { rule: 'fault-with-gpcf', records: ['smmuv3.stall-event'], field: 'granuleProtectionFault', fires: { eventNumber: 0x13, granuleProtectionFault: true }, but: { message: { eventNumber: 0x14 } } },
]
