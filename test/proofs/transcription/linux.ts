import { type ByteOrder, type Field, inBothOrders, record, type Transcription, type Word } from './wire.ts';

type Member = (order: ByteOrder) => Word;

const u32 = (name: string, role?: 'fixed'): Member => () => [role ? [name, 32, role] : [name, 32]];

const u64 = (name: string): Member => () => [[name, 64]];

/** The bit-fields of one u32, first declared first: the ABI fills from the bottom, or on big-endian from the top. */
const bitFields = (...fields: Field[]): Member => (order) => (order === 'big' ? fields : fields.toReversed());

const struct = (bytes: number, ...members: Member[]) => (order: ByteOrder): Transcription =>
  record(order, bytes, ...members.map((member) => member(order)));

/** Members of type __le64, whatever the order of the host. */
const littleEndian = (bytes: number, ...names: string[]) => (): Transcription =>
  record('little', bytes, ...names.map((name): Word => [[name, 64]]));

export const linux = inBothOrders({
  // struct page_response_msg, series of 2017, v3
  'linux.page-response-msg': struct(
    24,
    u64('addr'),
    u32('pasid'),
    bitFields(['respCode', 4], ['pasidPresent', 1], ['pageReqGroupId', 9], ['reserved', 18]),
    u32('type'),
    u32('privateData'),
  ),

  // struct iommu_fault_event, series of 2017, v3
  'linux.fault-event': struct(
    48,
    u32('type'),
    u32('reason'),
    u64('addr'),
    u32('pasid'),
    bitFields(['pageReqGroupId', 9], ['lastReq', 1], ['pasidValid', 1], ['reserved', 21]),
    u32('prot'),
    u32('reserved'),
    u64('devicePrivate'),
    u64('iommuPrivate'),
  ),

  // struct iommu_fault with its page request, include/uapi/linux/iommu.h of v5.3 to v6.8
  'linux.iommu-fault-page-request': struct(
    64,
    u32('type', 'fixed'),
    u32('reserved'),
    u32('flags'),
    u32('pasid'),
    u32('grpid'),
    u32('perm'),
    u64('addr'),
    u64('privateData0'),
    u64('privateData1'),
    u64('reserved'),
    u64('reserved'),
  ),

  // struct iommu_page_response, include/uapi/linux/iommu.h of v5.3 to v5.9
  'linux.iommu-page-response-v5.3': struct(
    20,
    u32('version'),
    u32('flags'),
    u32('pasid'),
    u32('grpid'),
    u32('code'),
  ),

  // the same, v5.10 to v6.8
  'linux.iommu-page-response': struct(
    24,
    u32('argsz'),
    u32('version'),
    u32('flags'),
    u32('pasid'),
    u32('grpid'),
    u32('code'),
  ),

  // struct iommu_hwpt_pgfault, include/uapi/linux/iommufd.h since v6.11
  'linux.iommufd-pgfault': struct(
    40,
    u32('flags'),
    u32('devId'),
    u32('pasid'),
    u32('grpid'),
    u32('perm'),
    u32('reserved'),
    u64('addr'),
    u32('length'),
    u32('cookie'),
  ),

  // struct iommu_hwpt_page_response
  'linux.iommufd-page-response': struct(8, u32('cookie'), u32('code')),

  // struct iommu_fault, include/linux/iommu.h since v6.10: its page request is no union any more
  'linux.iommu-fault-v6.10': struct(
    48,
    u32('type', 'fixed'),
    u32('reserved'),
    u32('flags'),
    u32('pasid'),
    u32('grpid'),
    u32('perm'),
    u64('addr'),
    u64('privateData0'),
    u64('privateData1'),
  ),

  // struct iommu_page_response, include/linux/iommu.h since v6.9
  'linux.iommu-page-response-v6.10': struct(12, u32('pasid'), u32('grpid'), u32('code')),

  // struct iommufd_vevent_header, include/uapi/linux/iommufd.h since v6.15
  'linux.iommufd-vevent-header': struct(8, u32('flags'), u32('sequence')),

  // struct iommu_vevent_arm_smmuv3, __aligned_le64 evt[4]: the same bytes on every host
  'linux.iommu-vevent-arm-smmuv3': littleEndian(32, 'evt0', 'evt1', 'evt2', 'evt3'),

  // struct iommu_viommu_arm_smmuv3_invalidate, __aligned_le64 cmd[2]
  'linux.iommu-viommu-arm-smmuv3-invalidate': littleEndian(16, 'cmd0', 'cmd1'),
});
