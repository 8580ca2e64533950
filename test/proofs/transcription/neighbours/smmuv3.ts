import { record, type Field, type Transcription, type Word } from '../wire.ts';

const R = (width: number): Field => ['reserved', width];
const NUMBER = ['eventNumber', 8, 'fixed'] as const;
const NOTHING: Word = [R(64)];
const event = (q0: Word, q1: Word = NOTHING, q2: Word = NOTHING, q3: Word = NOTHING): Transcription => record('little', 32, q0, q1, q2, q3);

/** The common first word, and the one of events without a substream. */
const common: Word = [['streamId', 32], ['substreamId', 20], ['substreamValid', 1], R(3), NUMBER];
const bare: Word = [['streamId', 32], R(24), NUMBER];

const ACCESS: Word = [['read', 1], ['instruction', 1], ['privileged', 1]];
const input: Word = [['inputAddress', 64]];
const inputPage: Word = [['inputAddress[63:12]', 52], R(12)];
const fetched: Word = [R(8), ['fetchAddress[55:3]', 53], R(3)];
const fetch = (): Transcription => event(common, [R(47), ['granuleProtectionFault', 1], ['reason', 16]], NOTHING, fetched);

export const smmuv3: Record<string, Transcription> = {
  'smmuv3.event-uut': event(common, [R(28), ...ACCESS, R(17), ['reason', 16]], input),
  'smmuv3.event-bad-streamid': event(common),
  'smmuv3.event-ste-fetch': fetch(),
  'smmuv3.event-bad-ste': event(common),
  'smmuv3.event-bad-ats-treq': event(common, [R(32), ['read', 1], ['write', 1], ['execute', 1], ['privileged', 1], R(24), ['span', 4]], inputPage),
  'smmuv3.event-stream-disabled': event(bare),
  'smmuv3.event-transl-forbidden': event(bare, [R(28), ['read', 1], R(35)], input),
  'smmuv3.event-bad-substreamid': event([['streamId', 32], ['substreamId', 20], R(4), NUMBER]),
  'smmuv3.event-cd-fetch': fetch(),
  'smmuv3.event-bad-cd': event(common),
  'smmuv3.event-walk-eabt': event(
    common,
    [R(22), ['class', 2], ['stage2', 1], ['nonSecureIpa', 1], R(2), ...ACCESS, R(16), ['granuleProtectionFault', 1], ['reason', 16]],
    input,
    fetched,
  ),
  'smmuv3.event-tlb-conflict': event(
    common,
    [R(24), ['stage2', 1], ['nonSecureIpa', 1], R(2), ...ACCESS, R(1), ['reason', 32]],
    input,
    [R(8), ['ipa[55:12]', 44], R(12)],
  ),
  'smmuv3.event-cfg-conflict': event(common, [R(32), ['reason', 32]]),
  'smmuv3.event-page-request': event(
    common,
    [
      R(12), ['span', 8], R(4), ['privilegedRead', 1], ['privilegedWrite', 1], ['privilegedExecute', 1], R(1),
      ['userRead', 1], ['userWrite', 1], ['userExecute', 1], R(33),
    ],
    inputPage,
  ),
  'smmuv3.event-vms-fetch': fetch(),

  'smmuv3.cmdq-prod': record('little', 4, [R(12), ['write', 20]]),
  'smmuv3.cmdq-cons': record('little', 4, [R(1), ['error', 7], R(4), ['read', 20]]),
  'smmuv3.queue-prod': record('little', 4, [['overflow', 1], R(11), ['write', 20]]),
  'smmuv3.queue-cons': record('little', 4, [['overflowAcknowledged', 1], R(11), ['read', 20]]),
  'smmuv3.gerror': record('little', 4, [
    R(21), ['dptError', 1], ['cmdqpError', 1], ['serviceFailure', 1], ['msiGerrorAbort', 1], ['msiPriqAbort', 1], ['msiEventqAbort', 1],
    ['msiCmdqAbort', 1], ['priqAbort', 1], ['eventqAbort', 1], R(1), ['cmdqError', 1],
  ]),
  'smmuv3.cr0': record('little', 4, [
    R(21), ['dptWalkEnable', 1], R(1), ['vmidWildcard', 3], R(1), ['atsCheck', 1], ['cmdqEnable', 1], ['eventqEnable', 1], ['priqEnable', 1],
    ['smmuEnable', 1],
  ]),
  'smmuv3.cr2': record('little', 4, [R(28), ['recordAtsConfig', 1], ['privateTlbMaintenance', 1], ['recordInvalidStreamId', 1], ['e2h', 1]]),
  'smmuv3.stream-table-entry': record(
    'little', 24,
    [['s1CdMax', 5], ['q0Bits58to32', 27], ['q0Bits31to4', 28], ['config', 3], ['valid', 1]],
    [
      ['q1Bits63to32', 32], ['strw', 2], ['eats', 2], ['s1StallDisabled', 1], ['q1Bits26to20', 7], ['mev', 1], ['ppar', 1], ['q1Bits17to2', 16],
      ['s1Dss', 2],
    ],
    [['q2Bits63to59', 5], ['s2Record', 1], ['s2Stall', 1], ['q2Bits56to32', 25], ['q2Bits31to0', 32]],
  ),
};
