import { record, type Transcription, type Word } from '../wire.ts';

/** A descriptor of 128 bits, and the same in a 256-bit queue. */
const inBothSizes = (id: string, q0: Word, q1: Word): Record<string, Transcription> => ({
  [`${id}-128`]: record('little', 16, q0, q1),
  [id]: record('little', 32, q0, q1, [['reserved', 64]], [['reserved', 64]]),
});

const register = (size: 4 | 8, word: Word): Transcription => record('little', size, word);

export const vtd: Record<string, Transcription> = {
  ...inBothSizes(
    'vtd.invalidation-wait',
    [
      ['statusData', 32], ['reserved', 20], ['type[6:4]', 3, 'fixed'], ['reserved', 1],
      ['pageRequestDrain', 1], ['fence', 1], ['statusWrite', 1], ['interruptFlag', 1], ['type[3:0]', 4, 'fixed'],
    ],
    [['statusAddress[63:2]', 62], ['reserved', 2]],
  ),
  ...inBothSizes(
    'vtd.context-cache-invalidate',
    [
      ['reserved', 14], ['functionMask', 2], ['sid', 16], ['domainId', 16],
      ['reserved', 4], ['type[6:4]', 3, 'fixed'], ['reserved', 3], ['granularity', 2], ['type[3:0]', 4, 'fixed'],
    ],
    [['reserved', 64]],
  ),
  ...inBothSizes(
    'vtd.iotlb-invalidate',
    [
      ['reserved', 32], ['domainId', 16], ['reserved', 4], ['type[6:4]', 3, 'fixed'], ['reserved', 1],
      ['drainReads', 1], ['drainWrites', 1], ['granularity', 2], ['type[3:0]', 4, 'fixed'],
    ],
    [['address[63:12]', 52], ['reserved', 5], ['invalidationHint', 1], ['addressMask', 6]],
  ),
  ...inBothSizes(
    'vtd.iec-invalidate',
    [
      ['reserved', 16], ['interruptIndex', 16], ['indexMask', 5], ['reserved', 15],
      ['type[6:4]', 3, 'fixed'], ['reserved', 4], ['granularity', 1], ['type[3:0]', 4, 'fixed'],
    ],
    [['reserved', 64]],
  ),
  ...inBothSizes(
    'vtd.pasid-cache-invalidate',
    [
      ['reserved', 12], ['pasid', 20], ['domainId', 16],
      ['reserved', 4], ['type[6:4]', 3, 'fixed'], ['reserved', 3], ['granularity', 2], ['type[3:0]', 4, 'fixed'],
    ],
    [['reserved', 64]],
  ),

  // VT-d 2.x has GL
  'vtd.pasid-iotlb-invalidate-128': record(
    'little', 16,
    [
      ['reserved', 12], ['pasid', 20], ['domainId', 16],
      ['reserved', 4], ['type[6:4]', 3, 'fixed'], ['reserved', 3], ['granularity', 2], ['type[3:0]', 4, 'fixed'],
    ],
    [['address[63:12]', 52], ['reserved', 4], ['globalPages', 1], ['invalidationHint', 1], ['addressMask', 6]],
  ),
  'vtd.pasid-iotlb-invalidate': record(
    'little', 32,
    [
      ['reserved', 12], ['pasid', 20], ['domainId', 16],
      ['reserved', 4], ['type[6:4]', 3, 'fixed'], ['reserved', 3], ['granularity', 2], ['type[3:0]', 4, 'fixed'],
    ],
    [['address[63:12]', 52], ['reserved', 5], ['invalidationHint', 1], ['addressMask', 6]],
    [['reserved', 64]],
    [['reserved', 64]],
  ),

  'vtd.fault-record': record(
    'little', 16,
    [['faultInfo[63:12]', 52], ['reserved', 12]],
    [
      ['fault', 1], ['type1', 1], ['addressType', 2], ['pasid', 20], ['faultReason', 8],
      ['pasidPresent', 1], ['executeRequested', 1], ['privilegedModeRequested', 1], ['type2', 1], ['reserved', 12], ['sid', 16],
    ],
  ),

  // FSTS, IQERCD, ICS, IQH and IQT, IQA, PQH and PQT, PQA, PRS
  'vtd.fault-status': register(4, [
    ['reserved', 16], ['faultRecordIndex', 8], ['pageRequestOverflow', 1], ['timeout', 1], ['completionError', 1], ['queueError', 1],
    ['advancedPending', 1], ['advancedOverflow', 1], ['pending', 1], ['overflow', 1],
  ]),
  'vtd.invalidation-error-record': register(8, [['completionSid', 16], ['timeoutSid', 16], ['reserved', 28], ['queueErrorInfo', 4]]),
  'vtd.completion-status': register(4, [['reserved', 31], ['waitCompleted', 1]]),
  'vtd.queue-index': register(8, [['reserved', 45], ['index[18:4]', 15], ['reserved', 4]]),
  'vtd.invalidation-queue-address': register(8, [['address[63:12]', 52], ['descriptorWidth', 1], ['reserved', 8], ['queueSize', 3]]),
  'vtd.page-request-queue-index': register(8, [['reserved', 45], ['index[18:5]', 14], ['reserved', 5]]),
  'vtd.page-request-queue-address': register(8, [['address[63:12]', 52], ['reserved', 9], ['queueSize', 3]]),
  'vtd.page-request-status': register(4, [['reserved', 30], ['overflow', 1], ['pending', 1]]),
};
