import { record, type Transcription, type Word } from './wire.ts';

// PCIe extended capability header, least significant dword first in memory
const header: Word = [['next', 12], ['version', 4], ['id', 16, 'fixed']];

// Each dword after it: the register at the higher offset is its upper half.
export const config: Record<string, Transcription> = {
  // ATS: capability register at 4, control register at 6
  'config.ats-capability': record(
    'little', 8, header,
    [
      ['enable', 1], ['atsCtlBits14to5', 10], ['smallestTranslationUnit', 5],
      ['atsCapBits15to9', 7], ['memoryAttributesSupported', 1], ['relaxedOrderingSupported', 1],
      ['globalInvalidateSupported', 1], ['pageAlignedRequest', 1], ['invalidateQueueDepth', 5],
    ],
  ),

  // PRI: control register at 4, status register at 6
  'config.pri-capability': record(
    'little', 16, header,
    [
      ['prgResponsePasidRequired', 1], ['reserved', 6], ['stopped', 1],
      ['reserved', 6], ['unexpectedPrgIndex', 1], ['responseFailure', 1],
      ['reserved', 14], ['reset', 1], ['enable', 1],
    ],
    [['pageRequestCapacity', 32]],
    [['pageRequestAllocation', 32]],
  ),

  // PASID: capability register at 4, control register at 6
  'config.pasid-capability': record(
    'little', 8, header,
    [
      ['reserved', 12], ['translatedRequestsEnable', 1], ['privilegedModeEnable', 1], ['executePermissionEnable', 1], ['enable', 1],
      ['reserved', 3], ['maxPasidWidth', 5],
      ['reserved', 4], ['translatedRequestsSupported', 1], ['privilegedModeSupported', 1], ['executePermissionSupported', 1], ['reserved', 1],
    ],
  ),
};
