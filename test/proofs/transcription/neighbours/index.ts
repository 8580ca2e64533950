import type { Transcription } from '../wire.ts';
import { amd } from './amd.ts';
import { config } from './config.ts';
import { linux } from './linux.ts';
import { riscv } from './riscv.ts';
import { smmuv3 } from './smmuv3.ts';
import { smmuv3Commands } from './smmuv3-commands.ts';
import { vtd } from './vtd.ts';

/** The neighbours once more: typed from the specifications by width, in the order of their bits from the highest down. */
export const neighbourTranscriptions: Record<string, Transcription> = {
  ...vtd, ...amd, ...smmuv3, ...smmuv3Commands, ...riscv, ...linux, ...config,
};
