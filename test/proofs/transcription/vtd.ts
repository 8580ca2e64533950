import { record, type Transcription } from './wire.ts';

export const vtd: Record<string, Transcription> = {
  // VT-d 4.0, page request descriptor
  'vtd.page-request': record(
    'little', 32,
    [
      ['reserved', 10], ['privilegedModeRequested', 1], ['executeRequested', 1], ['pasid', 20],
      ['rid', 16], ['reserved', 6], ['reserved', 1], ['pasidPresent', 1], ['type', 8, 'fixed'],
    ],
    [['address[63:12]', 52], ['prgIndex', 9], ['last', 1], ['write', 1], ['read', 1]],
    [['reserved', 64]],
    [['reserved', 64]],
  ),

  // VT-d 3.x, page request descriptor
  'vtd.page-request-v3': record(
    'little', 32,
    [
      ['reserved', 10], ['privilegedModeRequested', 1], ['executeRequested', 1], ['pasid', 20],
      ['rid', 16], ['reserved', 6], ['privateDataPresent', 1], ['pasidPresent', 1], ['type', 8, 'fixed'],
    ],
    [['address[63:12]', 52], ['prgIndex', 9], ['last', 1], ['write', 1], ['read', 1]],
    [['privateData0', 64]],
    [['privateData1', 64]],
  ),

  // VT-d 2.x, page request descriptor
  'vtd.page-request-v2': record(
    'little', 16,
    [
      ['prgIndex', 9], ['privateData', 23],
      ['bus', 8], ['pasid', 20], ['last', 1], ['pasidPresent', 1], ['batchOfFaults', 1], ['streamResponseRequested', 1],
    ],
    [
      ['address[63:12]', 52],
      ['devfn', 8], ['privilegedModeRequested', 1], ['executeRequested', 1], ['write', 1], ['read', 1],
    ],
  ),

  // VT-d 4.0, page group response descriptor
  'vtd.page-group-response': record(
    'little', 32,
    [
      ['reserved', 12], ['pasid', 20],
      ['rid', 16], ['respCode', 4], ['type[6:4]', 3, 'fixed'],
      ['reserved', 3], ['reserved', 1], ['pasidPresent', 1], ['type[3:0]', 4, 'fixed'],
    ],
    [['reserved', 52], ['prgIndex', 9], ['last', 1], ['reserved', 2]],
    [['reserved', 64]],
    [['reserved', 64]],
  ),

  // VT-d 3.x, page group response descriptor
  'vtd.page-group-response-v3': record(
    'little', 32,
    [
      ['reserved', 12], ['pasid', 20],
      ['rid', 16], ['respCode', 4], ['type[6:4]', 3, 'fixed'],
      ['reserved', 3], ['privateDataPresent', 1], ['pasidPresent', 1], ['type[3:0]', 4, 'fixed'],
    ],
    [['reserved', 52], ['prgIndex', 9], ['last', 1], ['reserved', 2]],
    [['privateData0', 64]],
    [['privateData1', 64]],
  ),

  // VT-d 2.x, page group response descriptor
  'vtd.page-group-response-v2': record(
    'little', 16,
    [
      ['reserved', 12], ['pasid', 20],
      ['rid', 16], ['reserved', 11], ['pasidPresent', 1], ['type', 4, 'fixed'],
    ],
    [['prgIndex', 9], ['privateData', 23], ['reserved', 28], ['respCode', 4]],
  ),

  // VT-d 2.x, page stream response descriptor
  'vtd.page-stream-response-v2': record(
    'little', 16,
    [['prgIndex', 9], ['privateData', 23], ['bus', 8], ['pasid', 20], ['type', 4, 'fixed']],
    [['address[63:12]', 52], ['devfn', 8], ['respCode', 4]],
  ),

  // VT-d 4.0, device-TLB invalidate descriptor
  'vtd.device-tlb-invalidate': record(
    'little', 32,
    [
      ['pfsid[15:4]', 12], ['reserved', 4], ['sid', 16],
      ['reserved', 11], ['queueDepth', 5], ['pfsid[3:0]', 4], ['type[6:4]', 3, 'fixed'], ['reserved', 5], ['type[3:0]', 4, 'fixed'],
    ],
    [['address[63:12]', 52], ['reserved', 11], ['size', 1]],
    [['reserved', 64]],
    [['reserved', 64]],
  ),

  // VT-d 4.0, PASID-based device-TLB invalidate descriptor
  'vtd.pasid-device-tlb-invalidate': record(
    'little', 32,
    [
      ['pfsid[15:4]', 12], ['pasid', 20],
      ['sid', 16], ['pfsid[3:0]', 4], ['type[6:4]', 3, 'fixed'], ['queueDepth', 5], ['type[3:0]', 4, 'fixed'],
    ],
    [['address[63:12]', 52], ['size', 1], ['reserved', 10], ['global', 1]],
    [['reserved', 64]],
    [['reserved', 64]],
  ),

  // VT-d 5.10, 6.5.2.5: device-TLB invalidate in a queue of 128-bit entries
  'vtd.device-tlb-invalidate-128': record(
    'little', 16,
    [
      ['pfsid[15:4]', 12], ['reserved', 4], ['sid', 16],
      ['reserved', 11], ['queueDepth', 5], ['pfsid[3:0]', 4], ['type[6:4]', 3, 'fixed'], ['reserved', 5], ['type[3:0]', 4, 'fixed'],
    ],
    [['address[63:12]', 52], ['reserved', 11], ['size', 1]],
  ),

  // VT-d 2.x: extended device-TLB invalidate, in a queue of 128-bit entries
  'vtd.pasid-device-tlb-invalidate-128': record(
    'little', 16,
    [
      ['pfsid[15:4]', 12], ['pasid', 20],
      ['sid', 16], ['pfsid[3:0]', 4], ['type[6:4]', 3, 'fixed'], ['queueDepth', 5], ['type[3:0]', 4, 'fixed'],
    ],
    [['address[63:12]', 52], ['size', 1], ['reserved', 10], ['global', 1]],
  ),
};
