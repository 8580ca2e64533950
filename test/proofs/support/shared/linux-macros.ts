import type { AnyMessage, Value } from '../../../../src/index.ts'
import { fromHex } from '../../../support/bytes.ts'
import type { Meaning } from './index.ts'
import { EVERYTHING, range } from './tlp.ts'

/** Records packed by the macros, bit-fields and builder functions of the Linux kernel. */

interface Row {
  readonly format: string
  readonly fields: Fields
  readonly hex: string
}

type Fields = Readonly<Record<string, number | string>> & { readonly private_data?: readonly string[] }

/** Ours for theirs: `name` where a number or a boolean stands, `name!` for a flag, `name:` for a bigint. */
function rename(fields: Fields, names: Readonly<Record<string, string>>): AnyMessage {
  return Object.fromEntries(
    Object.entries(names).map(([ours, theirs]): [string, Value] => {
      const value = fields[theirs.replace(/[!:]$/, '')]!
      return [ours, theirs.endsWith('!') ? value === 1 : theirs.endsWith(':') ? BigInt(value) : Number(value)]
    }),
  )
}

const same = (...names: string[]): Record<string, string> => Object.fromEntries(names.map((name) => [name, name]))

const vtdRequest = {
  pasidPresent: 'pasid_present!', rid: 'rid', pasid: 'pasid', executeRequested: 'exe_req!', privilegedModeRequested: 'pm_req!',
  read: 'rd_req!', write: 'wr_req!', last: 'lpig!', prgIndex: 'prg_index', address: 'addr:',
}
const noPrivateData = { privateDataPresent: false, privateData0: 0n, privateData1: 0n }
const vtdResponse = { pasidPresent: 'pasid_present!', respCode: 'resp_code', rid: 'did', pasid: 'pasid', prgIndex: 'prg_index' }
const riscvCommand = { processId: 'pid', processIdValid: 'pv!', segmentValid: 'dsv!', rid: 'rid', segment: 'dseg' }
const deviceTlb = (f: Fields): AnyMessage => ({
  ...rename(f, { sid: 'sid', pfsid: 'pfsid' }),
  queueDepth: Number(f['qdep']) % 32,
  ...(f['size_order'] === 52 ? EVERYTHING : range(BigInt(f['addr']!), 4096n << BigInt(f['size_order']!))),
})

/** What a row of each format means, by record. */
const formats: Readonly<Record<string, (f: Fields) => Readonly<Record<string, AnyMessage>>>> = {
  'intel-vtd.page_req_dsc.256': (f) => ({
    'vtd.page-request': rename(f, vtdRequest),
    'vtd.page-request-v3': { ...rename(f, vtdRequest), ...noPrivateData },
  }),
  'intel-vtd.page_req_dsc.128-legacy': (f) => ({
    'vtd.page-request-v2': rename(f, {
      streamResponseRequested: 'srr!', batchOfFaults: 'bof!', pasidPresent: 'pasid_present!', last: 'lpig!', pasid: 'pasid', bus: 'bus', privateData: 'private',
      prgIndex: 'prg_index', read: 'rd_req!', write: 'wr_req!', executeRequested: 'exe_req!', privilegedModeRequested: 'priv_req!', devfn: 'devfn', address: 'addr:',
    }),
  }),
  'intel-vtd.page_grp_resp.256': (f) => ({
    'vtd.page-group-response': { ...rename(f, vtdResponse), last: false },
    'vtd.page-group-response-v3': { ...rename(f, vtdResponse), last: false, ...noPrivateData },
  }),
  'intel-vtd.page_grp_resp.256-lpig': (f) => ({
    ...(f['pdp'] === 0 && { 'vtd.page-group-response': rename(f, { ...vtdResponse, last: 'lpig!' }) }),
    'vtd.page-group-response-v3': rename(f, { ...vtdResponse, last: 'lpig!', privateDataPresent: 'pdp!', privateData0: 'priv_data_0:', privateData1: 'priv_data_1:' }),
  }),
  'intel-vtd.page_grp_resp.128-legacy': (f) => ({ 'vtd.page-group-response-v2': rename(f, { ...vtdResponse, privateData: 'private' }) }),
  'intel-vtd.page_strm_resp.128-legacy': (f) => ({
    'vtd.page-stream-response-v2': rename(f, { ...same('pasid', 'bus', 'devfn'), privateData: 'private', prgIndex: 'prg_index', respCode: 'resp_code', address: 'addr:' }),
  }),
  'intel-vtd.dev_iotlb_inv': (f) => ({ 'vtd.device-tlb-invalidate': deviceTlb(f) }),
  'intel-vtd.dev_eiotlb_inv': (f) => ({ 'vtd.pasid-device-tlb-invalidate': { ...deviceTlb(f), pasid: Number(f['pasid']), global: false } }),

  'amd.ppr_log_entry': (f) => {
    const flags = Number(f['flags'])
    const flag = (bit: number): boolean => ((flags >> bit) & 1) === 1
    return {
      'amd.ppr-log': {
        ...rename(f, { deviceId: 'device_id', pasid: 'pasid', prgIndex: 'tag', last: 'last!', code: 'type', address: 'addr:' }),
        execute: flag(1), read: flag(2), write: flag(5), user: flag(6), reservedBitsSet: flag(7), guest: flag(8),
      },
    }
  },
  // The builder leaves the PASID out where GN is 0.
  'amd.cmd_complete_ppr': (f) => ({
    'amd.complete-ppr-request': { ...rename(f, { deviceId: 'device_id', guest: 'gn!', prgIndex: 'tag', respCode: 'status' }), completionTag11to9: 0, pasid: f['gn'] === 1 ? Number(f['pasid']) : 0 },
  }),
  // The builder writes neither PASID[19:16] nor a queue of its own.
  'amd.cmd_inv_iotlb_pages': (f) => ({
    'amd.invalidate-iotlb-pages': {
      ...rename(f, { deviceId: 'device_id', queueId: 'device_id', maxPending: 'qdep', guest: 'gn!' }),
      pasid: Number(f['pasid']) & 0xffff,
      type: 0,
      ...(f['size'] === '0x7ffffffffffff000' ? EVERYTHING : range(BigInt(f['addr']!), BigInt(f['size']!))),
    },
  }),

  'arm-smmuv3.priq_entry': (f) => ({
    'smmuv3.pri-queue-entry': rename(f, {
      streamId: 'sid', substreamId: 'ssid', privileged: 'perm_priv!', execute: 'perm_exec!', read: 'perm_read!', write: 'perm_write!',
      last: 'last!', substreamValid: 'ssv!', prgIndex: 'prg_index', address: 'addr:',
    }),
  }),
  'arm-smmuv3.cmd_pri_resp': (f) => ({ 'smmuv3.cmd-pri-resp': rename(f, { substreamValid: 'ssv!', substreamId: 'ssid', streamId: 'sid', prgIndex: 'grpid', resp: 'resp' }) }),
  'arm-smmuv3.cmd_atc_inv': (f) => ({
    'smmuv3.cmd-atc-inv': rename(f, { substreamValid: 'ssv!', substreamId: 'ssid', streamId: 'sid', size: 'size', address: 'addr:', global: 'global!' }),
  }),
  // The builder writes both bits as one field: 0 terminate, 1 retry, 2 abort.
  'arm-smmuv3.cmd_resume': (f) => ({
    'smmuv3.cmd-resume': { ...rename(f, { streamId: 'sid', stag: 'stag' }), secureStream: false, action: f['resp'] === 1, abort: f['resp'] === 2 },
  }),
  'arm-smmuv3.evtq_entry': (f) => ({
    'smmuv3.stall-event': {
      ...rename(f, {
        eventNumber: 'id', substreamValid: 'ssv!', substreamId: 'ssid', streamId: 'sid', stag: 'stag', stall: 'stall!', privileged: 'pnu!', instruction: 'ind!',
        read: 'rnw!', stage2: 's2!', ttrnw: 'ttrnw!', class: 'class', inputAddress: 'addr:', ipa: 'ipa:',
      }),
      granuleProtectionFault: false, q1Bits30to17: 0, q1Bit32: false, q1Bits37to36: 0, nonSecureIpa: false, q1Bits43to42: 0, q1Bits47to45: 0, impdef: 0, q3Bits11to0: 0,
    },
  }),

  'riscv-iommu.page_request_record': (f) => ({
    'riscv.page-request': rename(f, {
      processId: 'pid', processIdValid: 'pv!', privileged: 'priv!', execute: 'exec!', deviceId: 'did', read: 'r!', write: 'w!', last: 'l!', prgIndex: 'prgi', address: 'addr:',
    }),
  }),
  'riscv-iommu.cmd_ats_prgr': (f) => ({ 'riscv.ats-prgr': rename(f, { ...riscvCommand, prgIndex: 'prg_index', respCode: 'resp_code', destinationId: 'dst_id' }) }),
  'riscv-iommu.cmd_ats_inval': (f) => ({ 'riscv.ats-inval': rename(f, { ...riscvCommand, global: 'g!', size: 's!', address: 'uaddr:' }) }),

  'pci.ext_cap.ats': (f) => ({
    'config.ats-capability': {
      ...rename(f, { version: 'version', next: 'next', invalidateQueueDepth: 'qdep', pageAlignedRequest: 'page_aligned!', smallestTranslationUnit: 'stu', enable: 'enable!' }),
      globalInvalidateSupported: false, relaxedOrderingSupported: false, memoryAttributesSupported: false, atsCapBits15to9: 0, atsCtlBits14to5: 0,
    },
  }),
  'pci.ext_cap.pri': (f) => ({
    'config.pri-capability': rename(f, {
      version: 'version', next: 'next', enable: 'enable!', reset: 'reset!', responseFailure: 'rf!', unexpectedPrgIndex: 'uprgi!', stopped: 'stopped!',
      prgResponsePasidRequired: 'prg_resp_pasid_required!', pageRequestCapacity: 'max_req', pageRequestAllocation: 'alloc_req',
    }),
  }),
  'pci.ext_cap.pasid': (f) => ({
    'config.pasid-capability': {
      ...rename(f, {
        version: 'version', next: 'next', executePermissionSupported: 'cap_exec!', privilegedModeSupported: 'cap_priv!', maxPasidWidth: 'width',
        enable: 'enable!', executePermissionEnable: 'ctl_exec!', privilegedModeEnable: 'ctl_priv!',
      }),
      translatedRequestsSupported: false, translatedRequestsEnable: false,
    },
  }),

  'linux.page_response_msg.2017v3': (f) => ({
    'linux.page-response-msg': rename(f, {
      addr: 'addr:', pasid: 'pasid', respCode: 'resp_code', pasidPresent: 'pasid_present!', pageReqGroupId: 'page_req_group_id', type: 'type', privateData: 'private_data',
    }),
  }),
  'linux.iommu_fault_event.2017v3': (f) => ({
    'linux.fault-event': rename(f, {
      ...same('type', 'reason', 'pasid', 'prot'), addr: 'addr:', pageReqGroupId: 'page_req_group_id', lastReq: 'last_req!', pasidValid: 'pasid_valid!',
      devicePrivate: 'device_private:', iommuPrivate: 'iommu_private:',
    }),
  }),
  'linux-uapi.iommu_fault.page_req': (f) => ({
    'linux.iommu-fault-page-request': {
      ...rename(f, { ...same('flags', 'pasid', 'grpid', 'perm'), addr: 'addr:' }), privateData0: BigInt(f.private_data![0]!), privateData1: BigInt(f.private_data![1]!),
    },
  }),
  'linux-uapi.iommu_page_response.v5_3': (f) => ({ 'linux.iommu-page-response-v5.3': rename(f, same('version', 'flags', 'pasid', 'grpid', 'code')) }),
  'linux-uapi.iommu_page_response.v5_10': (f) => ({ 'linux.iommu-page-response': rename(f, same('argsz', 'version', 'flags', 'pasid', 'grpid', 'code')) }),
  'linux-uapi.iommu_hwpt_pgfault': (f) => ({
    'linux.iommufd-pgfault': rename(f, { ...same('flags', 'pasid', 'grpid', 'perm', 'length', 'cookie'), devId: 'dev_id', addr: 'addr:' }),
  }),
  'linux-uapi.iommu_hwpt_page_response': (f) => ({ 'linux.iommufd-page-response': rename(f, same('cookie', 'code')) }),
}

/** Formats that have no record here. */
const others: Readonly<Record<string, string>> = {
  'intel-vtd.inv_wait': 'the wait descriptor of VT-d',
  'amd.event_log.invalid_ppr_request': 'the event log of AMD',
  'riscv-iommu.fault_record': 'the fault record of RISC-V',
  'virtio-iommu.fault': 'virtio-iommu',
  'virtio-iommu.rfc2021.page_resp': 'virtio-iommu',
}

export function linuxMacros({ format, fields, hex }: Row): Meaning {
  const other = others[format]
  if (other !== undefined) return { about: other }
  const meaning = formats[format]
  if (!meaning) throw new Error(`no reader for ${format}`)
  return { vectors: Object.entries(meaning(fields)).map(([record, message]) => ({ record, bytes: fromHex(hex), message })) }
}
