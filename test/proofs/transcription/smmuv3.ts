import { record, type Transcription } from './wire.ts';

export const smmuv3: Record<string, Transcription> = {
  // SMMUv3 (Arm IHI 0070) chapter 8, PRI queue entry
  'smmuv3.pri-queue-entry': record(
    'little', 16,
    [
      ['substreamValid', 1], ['last', 1], ['write', 1], ['read', 1], ['execute', 1], ['privileged', 1],
      ['reserved', 6], ['substreamId', 20], ['streamId', 32],
    ],
    [['address[63:12]', 52], ['reserved', 3], ['prgIndex', 9]],
  ),

  // SMMUv3 4.5.2, CMD_PRI_RESP
  'smmuv3.cmd-pri-resp': record(
    'little', 16,
    [['streamId', 32], ['substreamId', 20], ['substreamValid', 1], ['reserved', 3], ['opcode', 8, 'fixed']],
    [['reserved', 50], ['resp', 2], ['reserved', 3], ['prgIndex', 9]],
  ),

  // SMMUv3 7.3, event records 0x10 to 0x13; bits that other events use are kept by their place
  'smmuv3.stall-event': record(
    'little', 32,
    [['streamId', 32], ['substreamId', 20], ['substreamValid', 1], ['reserved', 3], ['eventNumber', 8]],
    [
      ['impdef', 16], ['q1Bits47to45', 3], ['ttrnw', 1], ['q1Bits43to42', 2], ['class', 2],
      ['stage2', 1], ['nonSecureIpa', 1], ['q1Bits37to36', 2], ['read', 1], ['instruction', 1], ['privileged', 1], ['q1Bit32', 1],
      ['stall', 1], ['q1Bits30to17', 14], ['granuleProtectionFault', 1], ['stag', 16],
    ],
    [['inputAddress', 64]],
    [['reserved', 8], ['ipa[55:12]', 44], ['q3Bits11to0', 12]],
  ),

  // SMMUv3 4.7.1, CMD_RESUME
  'smmuv3.cmd-resume': record(
    'little', 16,
    [
      ['streamId', 32],
      ['reserved', 18], ['abort', 1], ['action', 1], ['reserved', 1], ['secureStream', 1], ['reserved', 2],
      ['opcode', 8, 'fixed'],
    ],
    [['reserved', 48], ['stag', 16]],
  ),

  // SMMUv3 4.5.1, CMD_ATC_INV
  'smmuv3.cmd-atc-inv': record(
    'little', 16,
    [
      ['streamId', 32], ['substreamId', 20], ['substreamValid', 1], ['reserved', 1], ['global', 1], ['reserved', 1],
      ['opcode', 8, 'fixed'],
    ],
    [['address[63:12]', 52], ['reserved', 6], ['size', 6]],
  ),
};
