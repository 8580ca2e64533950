import { record, type Transcription, type Word } from '../wire.ts';

/** dw1[31:28] of commands and events. */
const OPCODE = ['opcode', 4, 'fixed'] as const;
const CODE = ['code', 4, 'fixed'] as const;
const EMPTY: Word = [['reserved', 32]];

/** dw2 and dw3 as one address of 64 bits. */
const ADDRESS: readonly [Word, Word] = [[['address[31:0]', 32]], [['address[63:32]', 32]]];

const command = (dw0: Word, dw1: Word, dw2: Word = EMPTY, dw3: Word = EMPTY): Transcription => record('little', 16, dw0, dw1, dw2, dw3);
const event = command;

const ofDevice: Word = [['reserved', 16], ['deviceId', 16]];
const pages: readonly [Word, Word] = [
  [['address[31:12]', 20], ['reserved', 9], ['guest', 1], ['pageDirectoryEntries', 1], ['size', 1]],
  [['address[63:32]', 32]],
];

export const amd: Record<string, Transcription> = {
  'amd.completion-wait': command(
    [['storeAddress[31:3]', 29], ['flush', 1], ['interrupt', 1], ['store', 1]],
    [OPCODE, ['reserved', 8], ['storeAddress[51:32]', 20]],
    [['storeData[31:0]', 32]],
    [['storeData[63:32]', 32]],
  ),
  'amd.invalidate-iommu-pages': command([['reserved', 12], ['pasid', 20]], [OPCODE, ['reserved', 12], ['domainId', 16]], ...pages),
  'amd.invalidate-devtab-entry': command(ofDevice, [OPCODE, ['reserved', 28]]),
  'amd.invalidate-interrupt-table': command(ofDevice, [OPCODE, ['reserved', 28]]),
  'amd.prefetch-iommu-pages': command(
    [['prefetchCount', 8], ['reserved', 8], ['deviceId', 16]],
    [OPCODE, ['reserved', 8], ['pasid', 20]],
    [['address[31:12]', 20], ['reserved', 7], ['invalidate', 1], ['reserved', 1], ['guest', 1], ['reserved', 1], ['size', 1]],
    [['address[63:32]', 32]],
  ),
  'amd.invalidate-iommu-all': command(EMPTY, [OPCODE, ['reserved', 28]]),

  'amd.event-illegal-dev-table-entry': event(
    [['vCmd', 1], ['vPtr', 1], ['vEvent', 1], ['reserved', 1], ['vnr', 1], ['reserved', 7], ['pasid[19:16]', 4], ['deviceId', 16]],
    [
      CODE, ['reserved', 3], ['translation', 1], ['reservedBitsSet', 1], ['reserved', 1], ['write', 1], ['reserved', 1],
      ['interrupt', 1], ['reserved', 2], ['guest', 1], ['pasid[15:0]', 16],
    ],
    [['address[31:2]', 30], ['addressLow', 2]],
    [['address[63:32]', 32]],
  ),
  'amd.event-io-page-fault': event(
    [['reserved', 12], ['pasidHigh', 4], ['deviceId', 16]],
    [
      CODE, ['reserved', 3], ['translation', 1], ['reservedBitsSet', 1], ['permission', 1], ['write', 1], ['present', 1],
      ['interrupt', 1], ['user', 1], ['noExecute', 1], ['guest', 1], ['domainIdOrPasidLow', 16],
    ],
    ...ADDRESS,
  ),
  'amd.event-dev-tab-hardware-error': event(
    ofDevice,
    [CODE, ['reserved', 1], ['type', 2], ['translation', 1], ['reserved', 2], ['write', 1], ['reserved', 1], ['interrupt', 1], ['reserved', 19]],
    ...ADDRESS,
  ),
  'amd.event-page-tab-hardware-error': event(
    [['reserved', 12], ['pasidHigh', 4], ['deviceId', 16]],
    [
      CODE, ['reserved', 1], ['type', 2], ['translation', 1], ['reserved', 2], ['write', 1], ['reserved', 1], ['interrupt', 1],
      ['reserved', 2], ['guest', 1], ['domainIdOrPasidLow', 16],
    ],
    ...ADDRESS,
  ),
  'amd.event-illegal-command-error': event(EMPTY, [CODE, ['reserved', 28]], ...ADDRESS),
  'amd.event-command-hardware-error': event(EMPTY, [CODE, ['reserved', 1], ['type', 2], ['reserved', 25]], ...ADDRESS),
  'amd.event-iotlb-inv-timeout': event(
    ofDevice,
    [CODE, ['reserved', 28]],
    [['commandAddress[31:4]', 28], ['reserved', 4]],
    [['commandAddress[63:32]', 32]],
  ),
  'amd.event-invalid-device-request': event(
    [['reserved', 12], ['pasid[19:16]', 4], ['deviceId', 16]],
    [CODE, ['type', 3], ['translation', 1], ['reserved', 6], ['user', 1], ['guest', 1], ['pasid[15:0]', 16]],
    ...ADDRESS,
  ),
  // 64-bit words, as the PPR log
  'amd.event-invalid-ppr-request': record(
    'little', 16,
    [['code', 4, 'fixed'], ['flags', 12], ['reserved', 2], ['pasid[19:16]', 4], ['last', 1], ['prgIndex', 9], ['pasid[15:0]', 16], ['deviceId', 16]],
    [['address[63:0]', 64]],
  ),
  'amd.event-counter-zero': event(EMPTY, [CODE, ['reserved', 28]], [['reserved', 12], ['counterNote[51:32]', 20]], [['counterNote[31:0]', 32]]),
  'amd.event-rmp-page-fault': event([['reserved', 8], ['rmpFlags', 8], ['deviceId', 16]], [CODE, ['flags', 12], ['vmgTag', 16]], ...ADDRESS),
  'amd.event-rmp-hardware-error': event(
    ofDevice,
    [CODE, ['flags', 12], ['vmgTag', 16]],
    [['address[31:3]', 29], ['reserved', 3]],
    [['address[63:32]', 32]],
  ),

  'amd.device-table-entry': record(
    'little', 32,
    [
      ['reserved', 1], ['writable', 1], ['readable', 1], ['guestCr3[14:12]', 3], ['guestLevels', 2], ['guestValid', 1], ['guestIoValid', 1],
      ['pasidOnResponse', 1], ['pprEnable', 1], ['root[51:12]', 40], ['mode', 3], ['hostAccessDirty', 2], ['reserved', 5],
      ['translationValid', 1], ['valid', 1],
    ],
    [
      ['guestCr3[51:31]', 21], ['secureAts', 1], ['systemManagement', 2], ['exclusion', 1], ['snoopDisable', 1], ['cache', 1], ['ioControl', 2],
      ['suppressAll', 1], ['suppressOne', 1], ['iotlbEnable', 1], ['guestCr3[30:15]', 16], ['domainId', 16],
    ],
    [
      ['lint1Pass', 1], ['lint0Pass', 1], ['interruptControl', 2], ['reserved', 1], ['nmiPass', 1], ['extIntPass', 1], ['initPass', 1],
      ['guestPagingMode', 2], ['reserved', 2], ['interruptTable[51:6]', 46], ['ignoreInterrupts', 1], ['interruptTableLength', 4], ['interruptValid', 1],
    ],
    [['q3', 64]],
  ),
  'amd.control-register': record('little', 8, [
    ['bits63to46', 18], ['enhancedPprEnable', 1], ['bits44to43', 2], ['pprAutoResponseAlwaysOn', 1], ['blockStopMarkers', 1], ['bit40', 1],
    ['pprAutoResponseEnable', 1], ['bits38to17', 22], ['guestTranslationEnable', 1], ['pprEnable', 1], ['pprInterruptEnable', 1],
    ['pprLogEnable', 1], ['commandBufferEnable', 1], ['bits11to8', 4], ['invalidationTimeout', 3], ['completionWaitInterruptEnable', 1],
    ['bit3', 1], ['eventLogEnable', 1], ['bits1to0', 2],
  ]),
  'amd.status-register': record('little', 8, [
    ['bits63to8', 56], ['pprLogRunning', 1], ['pprInterrupt', 1], ['pprOverflow', 1], ['commandBufferRunning', 1], ['eventLogRunning', 1],
    ['completionWaitInterrupt', 1], ['eventInterrupt', 1], ['eventOverflow', 1],
  ]),
};
