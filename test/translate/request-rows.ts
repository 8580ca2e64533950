import { both } from './rows.ts'
import type { Rows } from './rows.ts'

const pasidPrefix = {
  pasidPresent: 'pasidPrefix',
  pasid: 'pasidPrefix.pasid[19:0]',
  execute: 'pasidPrefix.executeRequested',
  privileged: 'pasidPrefix.privilegedModeRequested',
}

/** In flit mode the PASID and the segment stand in words behind the header, whose fields are those of the packet. */
const flit = {
  words: ['pcie-flit.ohc-a1', 'pcie-flit.ohc-b', 'pcie-flit.ohc-c'],
  permissionsWithPasid: true,
} as const
const flitPlaces = {
  pasidPresent: 'pasidValid', pasid: 'pasid[19:0]', execute: 'executeRequested', privileged: 'privilegedModeRequested',
  rid: 'requesterId[15:0]', segment: 'requesterSegment[7:0]',
}

/** The low half of a Page Request Message, which most formats have in this form. */
const message = { addr: 'address[63:12]', pageReqGroupId: 'prgIndex[8:0]', last: 'last', read: 'read', write: 'write' }

const vtd = {
  ...message,
  pasidPresent: 'pasidPresent',
  pasid: 'pasid[19:0]',
  execute: 'executeRequested',
  privileged: 'privilegedModeRequested',
}

const perm = (field: string) => ({ read: `${field}[0]`, write: `${field}[1]`, execute: `${field}[2]`, privileged: `${field}[3]` })

/** Every format that carries a page request. */
export const requestRows: Rows = {
  'pcie.page-request': { places: { ...message, ...pasidPrefix, rid: 'requesterId[15:0]' }, permissionsWithPasid: true },
  'pcie.stop-marker': {
    places: { ...pasidPrefix, rid: 'requesterId[15:0]' },
    only: { pasidPresent: true, last: true, read: false, write: false },
    permissionsWithPasid: true,
  },
  'pcie-flit.page-request': { ...flit, places: { ...message, ...flitPlaces } },
  'pcie-flit.stop-marker': { ...flit, places: flitPlaces, only: { pasidPresent: true, last: true, read: false, write: false } },
  'vtd.page-request': { places: { ...vtd, rid: 'rid[15:0]' } },
  'vtd.page-request-v3': {
    places: { ...vtd, rid: 'rid[15:0]', privateDataPresent: 'privateDataPresent', privateData: 'privateData1[63:0] privateData0[63:0]' },
  },
  'vtd.page-request-v2': {
    places: {
      ...vtd,
      rid: 'bus[7:0] devfn[7:0]',
      privateData: 'privateData[22:0]',
      streamResponseRequested: 'streamResponseRequested',
      batchOfFaults: 'batchOfFaults',
    },
  },
  'amd.ppr-log': {
    places: { ...message, rid: 'deviceId[15:0]', pasidPresent: 'guest', pasid: 'pasid[19:0]', execute: 'execute', privileged: '!user' },
    constants: { code: 1, reservedBitsSet: false },
  },
  'smmuv3.pri-queue-entry': {
    places: {
      ...message,
      rid: 'streamId[15:0]',
      segment: 'streamId[31:16]',
      pasidPresent: 'substreamValid',
      pasid: 'substreamId[19:0]',
      execute: 'execute',
      privileged: 'privileged',
    },
    permissionsWithPasid: true,
  },
  'smmuv3.stall-event': {
    places: {
      addr: 'inputAddress[63:0]',
      pageReqGroupId: 'stag[15:0]',
      rid: 'streamId[15:0]',
      segment: 'streamId[31:16]',
      pasidPresent: 'substreamValid',
      pasid: 'substreamId[19:0]',
      read: 'read',
      execute: 'instruction',
      privileged: 'privileged',
    },
    constants: { eventNumber: 0x10, stall: true, stage2: false, class: 2, ttrnw: false, ipa: 0n },
    only: { last: true },
    readOrWrite: true,
  },
  ...both('riscv.page-request', {
    places: {
      ...message,
      rid: 'deviceId[15:0]',
      segment: 'deviceId[23:16]',
      pasidPresent: 'processIdValid',
      pasid: 'processId[19:0]',
      execute: 'execute',
      privileged: 'privileged',
    },
    permissionsWithPasid: true,
  }),
  ...both('linux.fault-event', {
    places: {
      addr: 'addr[63:0]',
      pasidPresent: 'pasidValid',
      pasid: 'pasid[31:0]',
      pageReqGroupId: 'pageReqGroupId[8:0]',
      last: 'lastReq',
      ...perm('prot'),
      privateData: 'devicePrivate[63:0]',
    },
    constants: { type: 2, reason: 0, iommuPrivate: 0n },
  }),
  ...both('linux.iommu-fault-page-request', {
    places: {
      addr: 'addr[63:0]',
      pasidPresent: 'flags[0]',
      pasid: 'pasid[31:0]',
      pageReqGroupId: 'grpid[31:0]',
      last: 'flags[1]',
      ...perm('perm'),
      privateDataPresent: 'flags[2]',
      privateData: 'privateData1[63:0] privateData0[63:0]',
      pasidRequired: 'flags[3]',
    },
  }),
  ...both('linux.iommu-fault-v6.10', {
    places: {
      addr: 'addr[63:0]',
      pasidPresent: 'flags[0]',
      pasid: 'pasid[31:0]',
      pageReqGroupId: 'grpid[31:0]',
      last: 'flags[1]',
      ...perm('perm'),
      pasidRequired: 'flags[2]',
    },
  }),
  ...both('linux.iommufd-pgfault', {
    places: {
      addr: 'addr[63:0]',
      pasidPresent: 'flags[0]',
      pasid: 'pasid[31:0]',
      pageReqGroupId: 'grpid[31:0]',
      last: 'flags[1]',
      ...perm('perm'),
      devId: 'devId[31:0]',
      cookie: 'cookie[31:0]',
    },
    constants: { length: 0 },
  }),
}
