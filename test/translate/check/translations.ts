import type { CheckContext } from '../../../src/index.ts'
import { ats, both, pasidWidth, prefix } from './case.ts'
import type { Case } from './case.ts'

const REQUESTS_64 = ['pcie.translation-request-64', 'pcie-flit.translation-request-64']
const NON_FLIT_REQUESTS = ['pcie.translation-request-32', 'pcie.translation-request-64']
const REQUESTS = [...NON_FLIT_REQUESTS, 'pcie-flit.translation-request-32', 'pcie-flit.translation-request-64']
const COMPLETIONS = ['pcie.translation-completion', 'pcie-flit.translation-completion']
const ENTRY = ['pcie.translation-entry']
const INVALIDATE_COMPLETIONS = ['pcie.invalidate-completion', 'pcie-flit.invalidate-completion']

/** Records with an address whose low ones give the size of the range. */
const LOW_ONES = [
  'pcie.invalidate-request', 'pcie-flit.invalidate-request-data', 'vtd.device-tlb-invalidate', 'vtd.pasid-device-tlb-invalidate',
  'vtd.device-tlb-invalidate-128', 'vtd.pasid-device-tlb-invalidate-128', ...both('riscv.ats-inval'), ...ENTRY,
]
const GLOBAL = ['pcie.invalidate-request', 'pcie-flit.invalidate-request-data', 'vtd.pasid-device-tlb-invalidate', 'vtd.pasid-device-tlb-invalidate-128', 'smmuv3.cmd-atc-inv', ...both('riscv.ats-inval')]
const VTD_PASID = ['vtd.pasid-device-tlb-invalidate', 'vtd.pasid-device-tlb-invalidate-128']
const VTD = ['vtd.device-tlb-invalidate', 'vtd.device-tlb-invalidate-128', ...VTD_PASID]
const AMD = ['amd.invalidate-iotlb-pages', 'amd.invalidate-iotlb-pages-v1']
const SMMU = ['smmuv3.cmd-atc-inv']
const RISCV = both('riscv.ats-inval')

const WHOLE_LINE = { lastBe: 0xf, firstBe: 0xf }
const ALL_ONES = 0xffff_ffff_ffff_f000n

/** The Translation Request that is answered, in a context. */
const asked = (pasid: CheckContext = {}): CheckContext => ({ translationRequest: { length: 4, ...pasid } })

export const translationCases: readonly Case[] = [
  { rule: 'length-odd', records: REQUESTS, field: 'length', fires: { length: 3 }, but: { message: { length: 4 } } },
  { rule: 'length-above-boundary', records: REQUESTS, field: 'length', says: '136 bytes, past the Read Completion Boundary of 128: ask for at most 16 translations', fires: { length: 34 }, but: { message: { length: 32 } } },
  { rule: 'length-above-boundary', records: REQUESTS, field: 'length', says: '72 bytes, past the Read Completion Boundary of 64: ask for at most 8 translations', fires: { length: 18 }, context: { readCompletionBoundary: 64 }, but: { message: { length: 16 } } },
  { rule: 'length-above-boundary', records: REQUESTS, field: 'length', says: '4096 bytes, past', fires: { length: 0 }, but: { message: { length: 2 } } },
  { rule: 'byte-enables', records: NON_FLIT_REQUESTS, field: 'firstBe', fires: { ...WHOLE_LINE, firstBe: 7 }, but: { message: { firstBe: 0xf } } },
  { rule: 'byte-enables', records: NON_FLIT_REQUESTS, field: 'firstBe', fires: { ...WHOLE_LINE, lastBe: 0 }, but: { message: { lastBe: 0xf } } },
  { rule: 'past-address-space', records: REQUESTS_64, field: 'address', says: '2 translations from 0xfffffffffffff000 up', fires: { address: ALL_ONES, length: 4 }, but: { message: { length: 2 } } },
  { rule: 'past-address-space', records: REQUESTS_64, field: 'address', fires: { address: ALL_ONES - 0x1000n, length: 6 }, but: { message: { length: 4 } } },
  { rule: 'past-address-space', records: REQUESTS_64, field: 'address', fires: { address: ALL_ONES - 0x1000n, length: 4 }, context: { pageSize: 8192 }, but: { context: { pageSize: 4096 } } },

  { rule: 'translation-status', records: ['pcie.translation-completion'], field: 'status', fires: { status: 2 }, but: { message: { status: 4 } } },
  { rule: 'translation-status', records: ['pcie.translation-completion'], field: 'status', fires: { status: 3 }, but: { message: { status: 1 } } },
  { rule: 'entries-with-failure', records: ['pcie.translation-completion'], field: 'withData', fires: { status: 1, withData: true }, but: { message: { withData: false } } },
  { rule: 'success-without-entries', records: COMPLETIONS, field: 'withData', fires: { withData: false }, but: { message: { withData: true } } },
  { rule: 'success-without-entries', records: ['pcie-flit.translation-completion'], field: 'withData', fires: { withData: false }, but: { message: { ohc: 1 } } },
  { rule: 'length-odd', records: COMPLETIONS, field: 'length', fires: { withData: true, length: 3, byteCount: 12 }, but: { message: { length: 2 } } },
  { rule: 'length-odd', records: COMPLETIONS, field: 'length', fires: { withData: true, length: 3, byteCount: 12 }, but: { message: { withData: false } } },
  { rule: 'more-than-asked', records: COMPLETIONS, field: 'length', says: 'carries 3 translations, the request asked for 2', fires: { withData: true, length: 6, byteCount: 24 }, context: asked(), but: { message: { length: 4 } } },
  { rule: 'byte-count-short', records: COMPLETIONS, field: 'byteCount', says: '15 bytes are left, but this packet alone carries 16', fires: { withData: true, length: 4, byteCount: 15 }, but: { message: { byteCount: 16 } } },
  { rule: 'byte-count-short', records: COMPLETIONS, field: 'byteCount', fires: { withData: true, length: 4, byteCount: 8 }, but: { message: { byteCount: 0 } } },

  { rule: 'execute-without-read', records: ENTRY, field: 'execute', fires: { execute: true, write: true }, but: { message: { read: true } } },
  { rule: 'write-without-read', records: ENTRY, field: 'write', fires: { write: true }, but: { message: { read: true } } },
  { rule: 'no-access', records: ENTRY, field: 'read', fires: {}, but: { message: { write: true } } },
  { rule: 'no-access', records: ENTRY, field: 'read', fires: {}, but: { message: { read: true } } },
  { rule: 'execute-not-requested', records: ENTRY, field: 'execute', fires: { execute: true, read: true }, context: asked(prefix()), but: { context: asked(prefix(true)) } },
  { rule: 'execute-not-requested', records: ENTRY, field: 'execute', fires: { execute: true, read: true }, context: asked({ pasidPrefix: null }), but: { context: asked() } },
  { rule: 'privileged-not-as-requested', records: ENTRY, field: 'privileged', says: 'Priv is set, but it repeats Privileged Mode Requested of the request, which was clear', fires: { privileged: true, read: true }, context: asked(prefix()), but: { context: asked(prefix(false, true)) } },
  { rule: 'privileged-not-as-requested', records: ENTRY, field: 'privileged', says: 'Priv is clear, but it repeats Privileged Mode Requested of the request, which was set', fires: { read: true }, context: asked(prefix(false, true)), but: { context: asked(prefix()) } },
  { rule: 'privileged-not-as-requested', records: ENTRY, field: 'privileged', fires: { privileged: true, read: true }, context: asked({ pasidPrefix: null }), but: { message: { privileged: false } } },
  { rule: 'global-without-pasid', records: ENTRY, field: 'global', fires: { global: true, read: true }, context: asked({ pasidPrefix: null }), but: { context: asked(prefix()) } },

  { rule: 'past-address-space', records: LOW_ONES, field: 'address', fires: { address: ALL_ONES, size: true }, but: { message: { address: ALL_ONES >> 1n & ~0xfffn } } },
  { rule: 'past-address-space', records: LOW_ONES, field: 'address', fires: { address: ALL_ONES, size: true }, but: { message: { size: false } } },
  { rule: 'range-below-unit', records: [...LOW_ONES, ...AMD], field: 'size', says: 'the range has 8192 bytes, less than the smallest unit of translation, 16384 bytes', fires: { address: 0x2000n, size: true }, context: { pageSize: 0x4000 }, but: { message: { address: 0x1000n } } },
  { rule: 'range-below-unit', records: [...LOW_ONES, ...AMD], field: 'size', fires: { address: 0x1000n, size: true }, context: ats({ smallestTranslationUnit: 3 }), but: { context: ats({ smallestTranslationUnit: 2 }) } },
  { rule: 'range-below-unit', records: [...LOW_ONES, ...AMD], field: 'size', context: ats({ smallestTranslationUnit: 1 }), but: { context: ats({ smallestTranslationUnit: 0 }) } },

  { rule: 'global-not-supported', records: GLOBAL, field: 'global', fires: { global: true }, context: ats({ globalInvalidateSupported: false }), but: { context: ats({}) } },
  { rule: 'itag-above-queue-depth', records: ['pcie.invalidate-request', 'pcie-flit.invalidate-request'], field: 'itag', says: 'ITag 8, where the function takes 8 requests at a time: tags from 0 to 7 are enough', fires: { itag: 8 }, context: ats({ invalidateQueueDepth: 8 }), but: { message: { itag: 7 } } },
  { rule: 'itag-above-queue-depth', records: ['pcie.invalidate-request', 'pcie-flit.invalidate-request'], field: 'itag', fires: { itag: 31 }, context: ats({ invalidateQueueDepth: 31 }), but: { context: ats({}) } },
  { rule: 'flags-on-answer', records: ['pcie.invalidate-request'], field: undefined, context: prefix(true), but: { context: prefix() } },
  { rule: 'queue-depth-32', records: VTD, field: 'queueDepth', fires: { queueDepth: 0 }, but: { message: { queueDepth: 1 } } },
  { rule: 'pending-above-queue-depth', records: VTD, field: 'queueDepth', fires: { queueDepth: 9 }, context: ats({ invalidateQueueDepth: 8 }), but: { message: { queueDepth: 8 } } },
  { rule: 'pending-above-queue-depth', records: VTD, field: 'queueDepth', says: '32 invalidations may be pending, but the function takes 8 at a time', fires: { queueDepth: 0 }, context: ats({ invalidateQueueDepth: 8 }), but: { context: ats({}) } },
  { rule: 'pending-above-queue-depth', records: AMD, field: 'maxPending', fires: { maxPending: 33 }, context: ats({}), but: { message: { maxPending: 32 } } },
  { rule: 'pasid-too-wide', records: VTD_PASID, field: 'pasid', fires: { pasid: 4 }, context: pasidWidth(2), but: { message: { pasid: 3 } } },
  { rule: 'pasid-too-wide', records: AMD, field: 'pasid', fires: { pasid: 4, guest: true }, context: pasidWidth(2), but: { message: { pasid: 3 } } },
  { rule: 'pasid-not-valid', records: AMD, field: 'pasid', fires: { pasid: 4 }, but: { message: { guest: true } } },
  { rule: 'pasid-too-wide', records: RISCV, field: 'processId', fires: { processId: 4, processIdValid: true }, context: pasidWidth(2), but: { message: { processId: 3 } } },
  { rule: 'pasid-not-valid', records: RISCV, field: 'processId', fires: { processId: 4 }, but: { message: { processIdValid: true } } },
  { rule: 'segment-not-valid', records: RISCV, field: 'segment', fires: { segment: 1 }, but: { message: { segmentValid: true } } },

  { rule: 'first-zero-above-50', records: AMD, field: 'address', says: '0xbffffffffffff000 are all 1, which means everything', fires: { address: 0xbfff_ffff_ffff_f000n, size: true }, but: { message: { address: 0x7fff_ffff_ffff_f000n } } },
  { rule: 'first-zero-above-50', records: AMD, field: 'address', fires: { address: ALL_ONES, size: true }, but: { message: { size: false } } },
  { rule: 'first-zero-above-50', records: AMD, field: 'address', fires: { address: 0x7_ffff_ffff_f000n, size: true }, but: { message: { address: 0x3_ffff_ffff_f000n } } },
  { rule: 'size-above-52', records: SMMU, field: 'size', says: 'an implementation may stop the queue', fires: { size: 53 }, but: { message: { size: 52 } } },
  { rule: 'range-not-aligned', records: SMMU, field: 'address', says: '2097152 bytes: its low bits are taken as 0, so that the range begins at 0x0', fires: { size: 9, address: 0x101000n }, but: { message: { address: 0x200000n } } },
  { rule: 'range-not-aligned', records: SMMU, field: 'address', fires: { size: 52, address: 0x1000n }, but: { message: { address: 0n } } },
  { rule: 'range-not-aligned', records: SMMU, field: 'address', says: 'the range\'s 18446744073709551616 bytes', fires: { size: 63, address: 0x1000n }, but: { message: { address: 0n } } },
  { rule: 'range-below-unit', records: SMMU, field: 'size', fires: { size: 3 }, context: { pageSize: 0x10000 }, but: { message: { size: 4 } } },
  { rule: 'global-without-pasid', records: SMMU, field: 'global', fires: { global: true }, but: { message: { substreamValid: true } } },
  { rule: 'pasid-too-wide', records: SMMU, field: 'substreamId', fires: { substreamId: 4, substreamValid: true }, context: pasidWidth(2), but: { message: { substreamId: 3 } } },
  { rule: 'pasid-not-valid', records: SMMU, field: 'substreamId', fires: { substreamId: 4 }, but: { message: { substreamValid: true } } },

  { rule: 'completion-count-8', records: INVALIDATE_COMPLETIONS, field: 'completionCount', fires: { itagVector: 1 }, but: { message: { completionCount: 1 } } },
  { rule: 'empty-itag-vector', records: INVALIDATE_COMPLETIONS, field: 'itagVector', fires: { completionCount: 1 }, but: { message: { itagVector: 0x80000000 } } },
  { rule: 'itag-not-completed', records: INVALIDATE_COMPLETIONS, field: 'itagVector', says: 'bit 31 of the ITag Vector 0x7fffffff is clear', fires: { itagVector: 0x7fffffff }, context: { invalidateRequest: { itag: 31 } }, but: { message: { itagVector: 0x80000000 } } },
]

const ENABLED = { enable: true, pageRequestCapacity: 32, pageRequestAllocation: 32 }

export const capabilityCases: readonly Case[] = [
  { rule: 'queue-depth-32', records: ['config.ats-capability'], field: 'invalidateQueueDepth', fires: {}, but: { message: { invalidateQueueDepth: 31 } } },
  ...([
    { rule: 'enabled-without-capacity', field: 'pageRequestCapacity', fires: { ...ENABLED, pageRequestCapacity: 0 }, but: { message: { pageRequestCapacity: 1 } } },
    { rule: 'enabled-without-capacity', field: 'pageRequestCapacity', fires: { ...ENABLED, pageRequestCapacity: 0 }, but: { message: { enable: false } } },
    { rule: 'enabled-without-allocation', field: 'pageRequestAllocation', fires: { ...ENABLED, pageRequestAllocation: 0 }, but: { message: { pageRequestAllocation: 1 } } },
    { rule: 'enabled-without-allocation', field: 'pageRequestAllocation', fires: { ...ENABLED, pageRequestAllocation: 0 }, but: { message: { enable: false } } },
    { rule: 'allocation-above-capacity', field: 'pageRequestAllocation', fires: { ...ENABLED, pageRequestAllocation: 33 }, but: { message: { pageRequestAllocation: 32 } } },
    { rule: 'enabled-without-ats', field: 'enable', fires: ENABLED, context: { capabilities: { ats: null } }, but: { context: {} } },
    { rule: 'enabled-without-ats', field: 'enable', fires: ENABLED, context: ats({ enable: false }), but: { context: ats({}) } },
    { rule: 'enabled-without-ats', field: 'enable', fires: ENABLED, context: ats({ enable: false }), but: { message: { enable: false } } },
    { rule: 'disabled-not-stopped', field: 'stopped', fires: {}, but: { message: { stopped: true } } },
    { rule: 'disabled-not-stopped', field: 'stopped', fires: {}, but: { message: { enable: true } } },
    { rule: 'response-failure', field: 'responseFailure', fires: { responseFailure: true }, but: { message: { responseFailure: false } } },
    { rule: 'unexpected-prg-index', field: 'unexpectedPrgIndex', fires: { unexpectedPrgIndex: true }, but: { message: { unexpectedPrgIndex: false } } },
  ] as const).map((one): Case => ({ records: ['config.pri-capability'], ...one })),
  ...([
    { rule: 'pasid-width-above-20', field: 'maxPasidWidth', fires: { maxPasidWidth: 21 }, but: { message: { maxPasidWidth: 20 } } },
    { rule: 'execute-enabled-unsupported', field: 'executePermissionEnable', fires: { executePermissionEnable: true }, but: { message: { executePermissionSupported: true } } },
    { rule: 'privileged-enabled-unsupported', field: 'privilegedModeEnable', fires: { privilegedModeEnable: true }, but: { message: { privilegedModeSupported: true } } },
    { rule: 'translated-enabled-unsupported', field: 'translatedRequestsEnable', fires: { translatedRequestsEnable: true }, but: { message: { translatedRequestsSupported: true } } },
  ] as const).map((one): Case => ({ records: ['config.pasid-capability'], ...one })),
]
