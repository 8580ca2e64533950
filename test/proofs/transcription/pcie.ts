import { record, type Transcription, type Word } from './wire.ts';

// PCIe Base Specification, message request header in non-flit mode. Each line is a byte.
const dw0: Word = [
  ['fmt', 3, 'fixed'], ['type', 5, 'fixed'],
  ['t9', 1], ['tc', 3], ['t8', 1], ['attr[2]', 1], ['ln', 1], ['th', 1],
  ['td', 1], ['ep', 1], ['attr[1:0]', 2], /* AT */ ['reserved', 2], /* Length */ ['reserved', 2],
  ['reserved', 8],
];

const dw1: Word = [['requesterId', 16], ['tag', 8], ['messageCode', 8, 'fixed']];

// Memory read request with AT = 01; its byte enables are where a message has its code.
const translationRequestDw0: Word = [
  ['fmt', 3, 'fixed'], ['type', 5, 'fixed'],
  ['t9', 1], ['tc', 3], ['t8', 1], ['attr[2]', 1], ['ln', 1], ['th', 1],
  ['td', 1], ['ep', 1], ['attr[1:0]', 2], ['at', 2, 'fixed'], ['length', 10],
];

const translationRequestDw1: Word = [['requesterId', 16], ['tag', 8], ['lastBe', 4], ['firstBe', 4]];

const translationRequestLow: Word = [['reserved', 8], ['cxlSource', 1], ['reserved', 2], ['noWrite', 1]];

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

  // ATS, Translation Request: MRd with AT = 01, three and four doublewords
  'pcie.translation-request-32': record(
    'big', 12, translationRequestDw0, translationRequestDw1,
    [['address[31:12]', 20], ...translationRequestLow],
  ),
  'pcie.translation-request-64': record(
    'big', 16, translationRequestDw0, translationRequestDw1,
    [['address[63:32]', 32]],
    [['address[31:12]', 20], ...translationRequestLow],
  ),

  // completion header; CplD has Fmt 010 and Cpl Fmt 000, so the outer two bits of Fmt identify it
  'pcie.translation-completion': record(
    'big', 12,
    [
      ['fmt[1]', 1, 'fixed'], ['withData', 1], ['fmt[0]', 1, 'fixed'], ['type', 5, 'fixed'],
      ['t9', 1], ['tc', 3], ['t8', 1], ['attr[2]', 1], ['ln', 1], ['th', 1],
      ['td', 1], ['ep', 1], ['attr[1:0]', 2], /* AT */ ['reserved', 2], ['length', 10],
    ],
    [['completerId', 16], ['status', 3], ['bcm', 1], ['byteCount', 12]],
    [['requesterId', 16], ['tag', 8], ['reserved', 1], ['lowerAddress', 7]],
  ),

  // ATS, one translation in the data of a completion
  'pcie.translation-entry': record(
    'big', 8,
    [
      ['address[63:12]', 52], ['size', 1], ['nonSnooped', 1], ['cxlIo', 1], ['memoryAttributes', 3],
      ['global', 1], ['privileged', 1], ['execute', 1], ['untranslatedOnly', 1], ['write', 1], ['read', 1],
    ],
  ),

  // ATS, Invalidate Request Message, with its body of two doublewords
  'pcie.invalidate-request': record(
    'big', 24,
    [
      ['fmt', 3, 'fixed'], ['type', 5, 'fixed'],
      ['t9', 1], ['tc', 3], ['t8', 1], ['attr[2]', 1], ['ln', 1], ['th', 1],
      ['td', 1], ['ep', 1], ['attr[1:0]', 2], /* AT */ ['reserved', 2], ['length', 10, 'fixed'],
    ],
    [['requesterId', 16], ['reserved', 3], ['itag', 5], ['messageCode', 8, 'fixed']],
    [['destinationId', 16], ['reserved', 16]],
    [['reserved', 32]],
    [['address[63:32]', 32]],
    [['address[31:12]', 20], ['size', 1], ['reserved', 10], ['global', 1]],
  ),

  // ATS, Invalidate Completion Message
  'pcie.invalidate-completion': record(
    'big', 16, dw0, dw1,
    [['destinationId', 16], ['reserved', 13], ['completionCount', 3]],
    [['itagVector', 32]],
  ),
};
