import { record, type Transcription, type Word } from './wire.ts';

const iotlbAddress: Word[] = [
  [['address[31:12]', 20], ['reserved', 6], ['type', 2], ['reserved', 1], ['guest', 1], ['reserved', 1], ['size', 1]],
  [['address[63:32]', 32]],
];

export const amd: Record<string, Transcription> = {
  // AMD IOMMU specification, peripheral page service request (PPR) log entry
  'amd.ppr-log': record(
    'little', 16,
    [
      ['code', 4],
      ['reserved', 3], ['guest', 1], ['reservedBitsSet', 1], ['user', 1], ['write', 1],
      ['reserved', 2], ['read', 1], ['execute', 1], ['reserved', 1],
      ['reserved', 2], ['pasid[19:16]', 4], ['last', 1], ['prgIndex', 9],
      ['pasid[15:0]', 16], ['deviceId', 16],
    ],
    [['address[63:12]', 52], ['reserved', 12]],
  ),

  // AMD IOMMU specification, COMPLETE_PPR_REQUEST; the parts of the completion tag as Linux and PCIe place them
  'amd.complete-ppr-request': record(
    'little', 16,
    [['reserved', 16], ['deviceId', 16]],
    [['opcode', 4, 'fixed'], ['reserved', 8], ['pasid', 20]],
    [['reserved', 29], ['guest', 1], ['reserved', 2]],
    [['reserved', 16], ['respCode', 4], ['completionTag11to9', 3], ['prgIndex', 9]],
  ),

  // AMD IOMMU specification, INVALIDATE_IOTLB_PAGES; the split of the PASID as FreeBSD and current Linux have it
  'amd.invalidate-iotlb-pages': record(
    'little', 16,
    [['maxPending', 8], ['pasid[15:8]', 8], ['deviceId', 16]],
    [['opcode', 4, 'fixed'], ['pasid[19:16]', 4], ['pasid[7:0]', 8], ['queueId', 16]],
    ...iotlbAddress,
  ),

  // the same with the split of Xen, VirtualBox and Linux 3.3 to 3.14
  'amd.invalidate-iotlb-pages-v1': record(
    'little', 16,
    [['maxPending', 8], ['pasid[7:0]', 8], ['deviceId', 16]],
    [['opcode', 4, 'fixed'], ['pasid[19:8]', 12], ['queueId', 16]],
    ...iotlbAddress,
  ),
};
