import { amd } from './amd.ts';
import { config } from './config.ts';
import { linux } from './linux.ts';
import { pcie } from './pcie.ts';
import { pcieFlit } from './pcie-flit.ts';
import { riscv } from './riscv.ts';
import { smmuv3 } from './smmuv3.ts';
import { vtd } from './vtd.ts';
import type { Transcription } from './wire.ts';

export type { Transcription };

/** Every record once more: typed from the specifications by width, in wire order, and read by binary-parser. */
export const transcriptions: Record<string, Transcription> = {
  ...linux, ...pcie, ...pcieFlit, ...vtd, ...amd, ...smmuv3, ...riscv, ...config,
};
