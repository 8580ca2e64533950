import { both } from './rows.ts'
import type { Rows } from './rows.ts'

const GROUP = { soft: { type: 2 } } as const

/** PCIe, VT-d, AMD, RISC-V and the struct of 2017 have the numbers of a PRG Response; Arm's run the other way. */
const WIRE = { 0: 0, 1: 1, 15: 15 }
const PRI_RESP = { 0: 2, 1: 1, 15: 0 }
const LINUX = { 0: 0, 1: 1, 15: 2 }

const pasid = { pasidPresent: 'pasidPresent', pasid: 'pasid[19:0]' }
const wire = { respCode: 'respCode[3:0]', pageReqGroupId: 'prgIndex[8:0]' }

const uapi = {
  places: { pasidPresent: 'flags[0]', pasid: 'pasid[31:0]', pageReqGroupId: 'grpid[31:0]', respCode: 'code[31:0]' },
  constants: { version: 1 },
  codes: LINUX,
  ...GROUP,
}

/** Every format that carries a page response. */
export const responseRows: Rows = {
  'pcie.prg-response': {
    places: { ...wire, pasidPresent: 'pasidPrefix', pasid: 'pasidPrefix.pasid[19:0]', rid: 'destinationId[15:0]', iommuRid: 'requesterId[15:0]' },
    codes: WIRE,
    pasidAsRequired: true,
    ...GROUP,
  },
  'pcie-flit.prg-response': {
    words: ['pcie-flit.ohc-a4', 'pcie-flit.ohc-b', 'pcie-flit.ohc-c'],
    places: {
      ...wire, pasidPresent: 'pasidValid', pasid: 'pasid[19:0]', rid: 'destinationId[15:0]', iommuRid: 'requesterId[15:0]',
      segmentGiven: 'destinationSegmentValid', segment: 'destinationSegment[7:0]',
    },
    codes: WIRE,
    pasidAsRequired: true,
    ...GROUP,
  },
  'vtd.page-group-response': { places: { ...wire, ...pasid, rid: 'rid[15:0]' }, codes: WIRE, pasidAsRequired: true, ...GROUP },
  'vtd.page-group-response-v3': {
    places: { ...wire, ...pasid, rid: 'rid[15:0]', privateDataPresent: 'privateDataPresent', privateData: 'privateData1[63:0] privateData0[63:0]' },
    constants: { last: true },
    codes: WIRE,
    pasidAsRequired: true,
    ...GROUP,
  },
  'vtd.page-group-response-v2': {
    places: { ...wire, ...pasid, rid: 'rid[15:0]', privateData: 'privateData[22:0]' },
    codes: WIRE,
    pasidAsRequired: true,
    ...GROUP,
  },
  'vtd.page-stream-response-v2': {
    places: { ...wire, pasid: 'pasid[19:0]', rid: 'bus[7:0] devfn[7:0]', privateData: 'privateData[22:0]', addr: 'address[63:12]' },
    codes: WIRE,
    only: { pasidPresent: true },
    soft: { type: 1 },
  },
  'amd.complete-ppr-request': {
    places: { ...wire, pasidPresent: 'guest', pasid: 'pasid[19:0]', rid: 'deviceId[15:0]' },
    codes: WIRE,
    pasidAsRequired: true,
    ...GROUP,
  },
  'smmuv3.cmd-pri-resp': {
    places: {
      pasidPresent: 'substreamValid',
      pasid: 'substreamId[19:0]',
      rid: 'streamId[15:0]',
      segment: 'streamId[31:16]',
      pageReqGroupId: 'prgIndex[8:0]',
      respCode: 'resp[1:0]',
    },
    codes: PRI_RESP,
    pasidAsRequired: true,
    ...GROUP,
  },
  'smmuv3.cmd-resume': {
    places: { rid: 'streamId[15:0]', segment: 'streamId[31:16]', pageReqGroupId: 'stag[15:0]', respCode: 'abort[0] action[0]' },
    codes: { 0: 1, 1: 2 },
    mergedCodes: { 15: 2 },
    byReference: true,
    ...GROUP,
  },
  ...both('riscv.ats-prgr', {
    places: {
      ...wire,
      pasidPresent: 'processIdValid',
      pasid: 'processId[19:0]',
      rid: 'rid[15:0]',
      segmentGiven: 'segmentValid',
      segment: 'segment[7:0]',
    },
    codes: WIRE,
    pasidAsRequired: true,
    ...GROUP,
  }),
  ...both('linux.page-response-msg', {
    places: {
      addr: 'addr[63:0]',
      pasidPresent: 'pasidPresent',
      pasid: 'pasid[31:0]',
      respCode: 'respCode[3:0]',
      pageReqGroupId: 'pageReqGroupId[8:0]',
      type: 'type[31:0]',
      privateData: 'privateData[31:0]',
    },
    codes: WIRE,
  }),
  ...both('linux.iommu-page-response-v5.3', uapi),
  ...both('linux.iommu-page-response', { ...uapi, constants: { ...uapi.constants, argsz: 24 } }),
  ...both('linux.iommu-page-response-v6.10', {
    places: { pasid: 'pasid[31:0]', pageReqGroupId: 'grpid[31:0]', respCode: 'code[31:0]' },
    codes: LINUX,
    pasidZeroIsNone: true,
    ...GROUP,
  }),
  ...both('linux.iommufd-page-response', {
    places: { cookie: 'cookie[31:0]', respCode: 'code[31:0]' },
    codes: { 0: 0, 1: 1 },
    byReference: true,
    ...GROUP,
  }),
}
