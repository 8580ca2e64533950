import { record, type Transcription, type Word } from './wire.ts';

// PCIe Base Specification, message request header in non-flit mode. Each line is a byte.
const dw0: Word = [
  ['fmt', 3, 'fixed'], ['type', 5, 'fixed'],
  ['t9', 1], ['tc', 3], ['t8', 1], ['attr[2]', 1], ['ln', 1], ['th', 1],
  ['td', 1], ['ep', 1], ['attr[1:0]', 2], /* AT */ ['reserved', 2], /* Length */ ['reserved', 2],
  ['reserved', 8],
];

const dw1: Word = [['requesterId', 16], ['tag', 8], ['messageCode', 8, 'fixed']];

export const pcie: Record<string, Transcription> = {
  // ATS, Page Request Message
  'pcie.page-request': record(
    'big', 16, dw0, dw1,
    [['address[63:32]', 32]],
    [['address[31:12]', 20], ['prgIndex', 9], ['last', 1], ['write', 1], ['read', 1]],
  ),

  // ATS, Stop Marker Message: a Page Request with L, W, R = 1, 0, 0
  'pcie.stop-marker': record(
    'big', 16, dw0, dw1,
    [['dw2', 32]],
    [['dw3Bits31to8', 24], ['markerType', 5], ['last', 1, 'fixed'], ['write', 1, 'fixed'], ['read', 1, 'fixed']],
  ),

  // ATS, PRG Response Message
  'pcie.prg-response': record(
    'big', 16, dw0, dw1,
    [['destinationId', 16], ['respCode', 4], ['reserved', 3], ['prgIndex', 9]],
    [['reserved', 32]],
  ),

  // PASID TLP Prefix
  'pcie.pasid-prefix': record(
    'big', 4,
    [
      ['fmt', 3, 'fixed'], ['type', 5, 'fixed'],
      ['privilegedModeRequested', 1], ['executeRequested', 1], ['reserved', 2], ['pasid', 20],
    ],
  ),
};
