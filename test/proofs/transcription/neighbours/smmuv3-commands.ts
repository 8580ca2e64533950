import { record, type Field, type Transcription, type Word } from '../wire.ts';

const OP = ['opcode', 8, 'fixed'] as const;
const NOTHING: Word = [['reserved', 64]];
const command = (q0: Word, q1: Word = NOTHING): Transcription => record('little', 16, q0, q1);

const STREAM: Field = ['streamId', 32];
const SSEC: Field = ['secureStream', 1];
/** q0 of a command that names a stream and no substream. */
const ofStream: Word = [STREAM, ['reserved', 21], SSEC, ['reserved', 2], OP];
/** q0 of a prefetch. */
const ofSubstream: Word = [STREAM, ['substreamId', 20], ['substreamValid', 1], SSEC, ['reserved', 2], OP];
const LEAF: Word = [['reserved', 63], ['leaf', 1]];
/** From SCALE down. */
const range: Word = [['reserved', 7], ['scale', 5], ['reserved', 3], ['num', 5], ['reserved', 4], OP];
const pages: Word = [['address[63:12]', 52], ['tg', 2], ['ttl', 2], ['reserved', 7], ['leaf', 1]];
const R = (width: number): Field => ['reserved', width];

export const smmuv3Commands: Record<string, Transcription> = {
  'smmuv3.cmd-sync': command(
    [['msiData', 32], R(4), ['msiAttributes', 4], ['msiShareability', 2], R(8), ['completionSignal', 2], R(4), OP],
    [R(8), ['msiAddress[55:2]', 54], R(2)],
  ),
  'smmuv3.cmd-stall-term': command(ofStream),
  'smmuv3.cmd-prefetch-config': command(ofSubstream),
  'smmuv3.cmd-prefetch-addr': command(ofSubstream, [['address[63:12]', 52], R(12)]),
  'smmuv3.cmd-cfgi-ste': command(ofStream, LEAF),
  'smmuv3.cmd-cfgi-ste-range': command(ofStream, [R(59), ['range', 5]]),
  'smmuv3.cmd-cfgi-cd': command([STREAM, ['substreamId', 20], R(1), SSEC, R(2), OP], LEAF),
  'smmuv3.cmd-cfgi-cd-all': command(ofStream),

  'smmuv3.cmd-tlbi-nh-all': command([R(16), ['vmid', 16], R(24), OP]),
  'smmuv3.cmd-tlbi-s12-vmall': command([R(16), ['vmid', 16], R(24), OP]),
  'smmuv3.cmd-tlbi-nh-asid': command([['asid', 16], ['vmid', 16], R(24), OP]),
  'smmuv3.cmd-tlbi-nh-va': command([['asid', 16], ['vmid', 16], ...range], pages),
  'smmuv3.cmd-tlbi-nh-vaa': command([R(16), ['vmid', 16], ...range], pages),
  'smmuv3.cmd-tlbi-el2-va': command([['asid', 16], R(16), ...range], pages),
  'smmuv3.cmd-tlbi-el2-vaa': command([R(32), ...range], pages),
  'smmuv3.cmd-tlbi-el3-va': command([R(32), ...range], pages),
  'smmuv3.cmd-tlbi-el2-asid': command([['asid', 16], R(40), OP]),
  'smmuv3.cmd-tlbi-s2-ipa': command([R(16), ['vmid', 16], ...range], [R(8), ['ipa[55:12]', 44], ['tg', 2], ['ttl', 2], R(7), ['leaf', 1]]),
  'smmuv3.cmd-tlbi-nsnh-all': command([R(56), OP]),
  'smmuv3.cmd-tlbi-el2-all': command([R(56), OP]),
  'smmuv3.cmd-tlbi-el3-all': command([R(56), OP]),
  'smmuv3.cmd-tlbi-snh-all': command([R(56), OP]),
};
