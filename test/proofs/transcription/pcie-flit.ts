import { record, type Transcription, type Word } from './wire.ts';

// PCIe 6 flit mode, header bases. Each line is a byte, or the bytes of one field.
const dw0Of = (...length: Word): Word => [
  ['type', 8, 'fixed'],
  ['tc', 3], ['ohc', 5],
  ['ts', 3], ['attr', 3], ...length,
];

const noLength = ['reserved', 10] as const;

const messageDw1: Word = [['requesterId', 16], ['ep', 1], ['reserved', 7], ['messageCode', 8, 'fixed']];

const memoryDw1: Word = [['requesterId', 16], ['ep', 1], ['reserved', 1], ['tag', 14]];

const translationRequestLow: Word = [['address[31:12]', 20], ['reserved', 8], ['cxlSource', 1], ['reserved', 1], ['at', 2, 'fixed']];

const byteEnables: Word = [['lastBe', 4], ['firstBe', 4]];

export const pcieFlit: Record<string, Transcription> = {
  'pcie-flit.page-request': record(
    'big', 16, dw0Of(noLength), messageDw1,
    [['address[63:32]', 32]],
    [['address[31:12]', 20], ['prgIndex', 9], ['last', 1], ['write', 1], ['read', 1]],
  ),

  'pcie-flit.stop-marker': record(
    'big', 16, dw0Of(noLength), messageDw1,
    [['dw2', 32]],
    [['dw3Bits31to8', 24], ['markerType', 5], ['last', 1, 'fixed'], ['write', 1, 'fixed'], ['read', 1, 'fixed']],
  ),

  'pcie-flit.prg-response': record(
    'big', 16, dw0Of(noLength), messageDw1,
    [['destinationId', 16], ['respCode', 4], ['reserved', 3], ['prgIndex', 9]],
    [['reserved', 32]],
  ),

  'pcie-flit.invalidate-request': record(
    'big', 16, dw0Of(['length', 10, 'fixed']),
    [['requesterId', 16], ['ep', 1], ['reserved', 2], ['itag', 5], ['messageCode', 8, 'fixed']],
    [['destinationId', 16], ['reserved', 16]],
    [['reserved', 32]],
  ),

  'pcie-flit.invalidate-request-data': record(
    'big', 8,
    [['address[63:32]', 32]],
    [['address[31:12]', 20], ['size', 1], ['reserved', 10], ['global', 1]],
  ),

  'pcie-flit.invalidate-completion': record(
    'big', 16, dw0Of(noLength), messageDw1,
    [['destinationId', 16], ['reserved', 13], ['completionCount', 3]],
    [['itagVector', 32]],
  ),

  'pcie-flit.translation-request-32': record('big', 12, dw0Of(['length', 10]), memoryDw1, translationRequestLow),

  'pcie-flit.translation-request-64': record(
    'big', 16, dw0Of(['length', 10]), memoryDw1,
    [['address[63:32]', 32]],
    translationRequestLow,
  ),

  // type 0x0a or 0x4a: bit 6 says whether there is data
  'pcie-flit.translation-completion': record(
    'big', 12,
    [
      ['type[6]', 1, 'fixed'], ['withData', 1], ['type[5:0]', 6, 'fixed'],
      ['tc', 3], ['ohc', 5],
      ['ts', 3], ['attr', 3], ['length', 10],
    ],
    [['completerId', 16], ['ep', 1], ['lowerAddress6to2[4]', 1], ['tag', 14]],
    [['requesterId', 16], ['lowerAddress6to2[3:0]', 4], ['byteCount', 12]],
  ),

  'pcie-flit.ohc-a1': record(
    'big', 4,
    [
      ['noWrite', 1], ['pasidValid', 1], ['privilegedModeRequested', 1], ['executeRequested', 1],
      ['pasid', 20], ...byteEnables,
    ],
  ),

  'pcie-flit.ohc-a2': record('big', 4, [['reserved', 24], ...byteEnables]),

  'pcie-flit.ohc-a3': record(
    'big', 4,
    [['destinationSegment', 8], ['reserved', 8], ['destinationSegmentValid', 1], ['reserved', 7], ...byteEnables],
  ),

  'pcie-flit.ohc-a4': record(
    'big', 4,
    [
      ['destinationSegment', 8], ['pasid[15:8]', 8],
      ['destinationSegmentValid', 1], ['pasidValid', 1], ['reserved', 2], ['pasid[19:16]', 4],
      ['pasid[7:0]', 8],
    ],
  ),

  'pcie-flit.ohc-a5': record(
    'big', 4,
    [
      ['destinationSegment', 8], ['completerSegment', 8], ['destinationSegmentValid', 1], ['reserved', 7],
      ['reserved', 3], ['lowerAddress1to0', 2], ['status', 3],
    ],
  ),

  'pcie-flit.ohc-b': record(
    'big', 4,
    [
      ['reserved', 8], ['steeringTag', 16],
      ['processingHint', 2], ['hintValid', 2], ['memoryAttributes', 3], ['memoryAttributesValid', 1],
    ],
  ),

  'pcie-flit.ohc-c': record(
    'big', 4,
    [
      ['requesterSegment', 8], ['prSent', 8], ['streamId', 8],
      ['subStream', 4], ['reserved', 2], ['keySet', 1], ['trusted', 1],
    ],
  ),
};
