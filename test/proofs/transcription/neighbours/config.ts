import { record, type Field, type Transcription, type Word } from '../wire.ts';

const R = (width: number): Field => ['reserved', width];
const dwords = (...names: readonly string[]): Word[] => names.map((name) => [[name, 32]]);

/** 96 bytes of the AER capability, offsets 0x00 to 0x5f. */
const aer = (id: Field): Word[] => [
  [['next', 12], ['version', 4], id],
  ...dwords('uncorrectableStatus', 'uncorrectableMask', 'uncorrectableSeverity', 'correctableStatus', 'correctableMask'),
  [
    R(8), ['loggedSize', 5], ['loggedInFlitMode', 1], R(5), ['completionTimeoutLogCapable', 1], ['prefixLogPresent', 1],
    ['multipleHeaderEnable', 1], ['multipleHeaderCapable', 1], ['ecrcCheckEnable', 1], ['ecrcCheckCapable', 1],
    ['ecrcGenerationEnable', 1], ['ecrcGenerationCapable', 1], ['firstErrorPointer', 5],
  ],
  ...dwords('headerLog1', 'headerLog2', 'headerLog3', 'headerLog4', 'rootCommand', 'rootStatus'),
  [['uncorrectableSource', 16], ['correctableSource', 16]],
  ...dwords('prefixLog1', 'prefixLog2', 'prefixLog3', 'prefixLog4'),
  ...dwords('headerLog9', 'headerLog10', 'headerLog11', 'headerLog12', 'headerLog13', 'headerLog14'),
];

export const config: Record<string, Transcription> = {
  'config.aer-capability': record('little', 96, ...aer(['id', 16, 'fixed'])),

  // RP PIO log, 0x20 to 0x43 of the DPC capability
  'config.dpc-rp-pio-log': record(
    'little', 36,
    ...dwords('headerLog1', 'headerLog2', 'headerLog3', 'headerLog4', 'implementationSpecific', 'prefixLog1', 'prefixLog2', 'prefixLog3', 'prefixLog4'),
  ),

  'config.cper-pcie-section': record(
    'little', 208,
    [['validation', 32]], // 0
    [R(32)],
    [['portType', 32]], // 8
    [R(16), ['versionMajor', 8], ['versionMinor', 8]], // 12
    [['status', 16], ['command', 16]], // 16
    [R(32)], // 20
    [['deviceId', 16], ['vendorId', 16]], // 24
    [['functionNumber', 8], ['classCode', 24]], // 28
    [['bus', 8], ['segment', 16], ['deviceNumber', 8]], // 32
    [R(8), ['slot', 13], R(3), ['secondaryBus', 8]], // 36
    [['serialLow', 32]], // 40
    [['serialHigh', 32]],
    [['bridgeControl', 16], ['bridgeSecondaryStatus', 16]], // 48
    ...dwords(
      'capability0', 'capability4', 'capability8', 'capability12', 'capability16', 'capability20', 'capability24', 'capability28',
      'capability32', 'capability36', 'capability40', 'capability44', 'capability48', 'capability52', 'capability56',
    ), // 52
    ...aer(['aerId', 16]), // 112
  ),
};
