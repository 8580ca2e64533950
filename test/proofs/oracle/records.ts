/**
 * The records that the C oracle knows. A new record takes a struct in linux.h
 * and an entry here; nothing else in this folder names a struct or a member.
 */

/** One member: the codec's field name, the C designator below the struct, the width in bits. */
export type Member = readonly [field: string, designator: string, bits: number];

export interface OracleRecord {
  /** The C type as declared in linux.h. */
  readonly type: string;
  readonly members: readonly Member[];
  /** Members that the codec does not expose because the record implies their value. */
  readonly implied?: string;
}

/** Keys are format ids in their little-endian form; the big-endian ids add `-be`. */
export const records: Readonly<Record<string, OracleRecord>> = {
  'linux.page-response-msg': {
    type: 'struct page_response_msg',
    members: [
      ['addr', 'addr', 64],
      ['pasid', 'pasid', 32],
      ['respCode', 'resp_code', 4],
      ['pasidPresent', 'pasid_present', 1],
      ['pageReqGroupId', 'page_req_group_id', 9],
      ['type', 'type', 32],
      ['privateData', 'private_data', 32],
    ],
  },
  'linux.fault-event': {
    type: 'struct iommu_fault_event',
    members: [
      ['type', 'type', 32],
      ['reason', 'reason', 32],
      ['addr', 'addr', 64],
      ['pasid', 'pasid', 32],
      ['pageReqGroupId', 'page_req_group_id', 9],
      ['lastReq', 'last_req', 1],
      ['pasidValid', 'pasid_valid', 1],
      ['prot', 'prot', 32],
      ['devicePrivate', 'device_private', 64],
      ['iommuPrivate', 'iommu_private', 64],
    ],
  },
  'linux.iommu-fault-page-request': {
    type: 'struct iommu_fault',
    // Any other type would select the other member of the union.
    implied: '.type = IOMMU_FAULT_PAGE_REQ',
    members: [
      ['flags', 'prm.flags', 32],
      ['pasid', 'prm.pasid', 32],
      ['grpid', 'prm.grpid', 32],
      ['perm', 'prm.perm', 32],
      ['addr', 'prm.addr', 64],
      ['privateData0', 'prm.private_data[0]', 64],
      ['privateData1', 'prm.private_data[1]', 64],
    ],
  },
  'linux.iommu-page-response-v5.3': {
    type: 'struct iommu_page_response_v5_3',
    members: [
      ['version', 'version', 32],
      ['flags', 'flags', 32],
      ['pasid', 'pasid', 32],
      ['grpid', 'grpid', 32],
      ['code', 'code', 32],
    ],
  },
  'linux.iommu-page-response': {
    type: 'struct iommu_page_response',
    members: [
      ['argsz', 'argsz', 32],
      ['version', 'version', 32],
      ['flags', 'flags', 32],
      ['pasid', 'pasid', 32],
      ['grpid', 'grpid', 32],
      ['code', 'code', 32],
    ],
  },
  'linux.iommufd-pgfault': {
    type: 'struct iommu_hwpt_pgfault',
    members: [
      ['flags', 'flags', 32],
      ['devId', 'dev_id', 32],
      ['pasid', 'pasid', 32],
      ['grpid', 'grpid', 32],
      ['perm', 'perm', 32],
      ['addr', 'addr', 64],
      ['length', 'length', 32],
      ['cookie', 'cookie', 32],
    ],
  },
  'linux.iommufd-page-response': {
    type: 'struct iommu_hwpt_page_response',
    members: [
      ['cookie', 'cookie', 32],
      ['code', 'code', 32],
    ],
  },
  'linux.iommu-fault-v6.10': {
    type: 'struct iommu_fault_v6_10',
    implied: '.type = ORACLE_FAULT_PAGE_REQ_6_10',
    members: [
      ['flags', 'prm.flags', 32],
      ['pasid', 'prm.pasid', 32],
      ['grpid', 'prm.grpid', 32],
      ['perm', 'prm.perm', 32],
      ['addr', 'prm.addr', 64],
      ['privateData0', 'prm.private_data[0]', 64],
      ['privateData1', 'prm.private_data[1]', 64],
    ],
  },
  'linux.iommu-page-response-v6.10': {
    type: 'struct iommu_page_response_v6_10',
    members: [
      ['pasid', 'pasid', 32],
      ['grpid', 'grpid', 32],
      ['code', 'code', 32],
    ],
  },
  'linux.iommufd-vevent-header': {
    type: 'struct iommufd_vevent_header',
    members: [
      ['flags', 'flags', 32],
      ['sequence', 'sequence', 32],
    ],
  },
  'linux.iommu-vevent-arm-smmuv3': {
    type: 'struct iommu_vevent_arm_smmuv3',
    members: [
      ['evt0', 'evt[0].value', 64],
      ['evt1', 'evt[1].value', 64],
      ['evt2', 'evt[2].value', 64],
      ['evt3', 'evt[3].value', 64],
    ],
  },
  'linux.iommu-viommu-arm-smmuv3-invalidate': {
    type: 'struct iommu_viommu_arm_smmuv3_invalidate',
    members: [
      ['cmd0', 'cmd[0].value', 64],
      ['cmd1', 'cmd[1].value', 64],
    ],
  },
};
