import type { Rule } from '../../vocabulary.ts'
import { hex } from '../facts.ts'
import { note } from './note.ts'

/** Records of the SMMUv3 that are healthy and look as if they were not, and what their fields do not say of themselves. */

const ARM = 'Arm IHI 0070'
const EVENT = `${ARM}, 7.3`

export const substreamNotValid: readonly Rule[] = [
  note({
    id: 'substream-not-valid', clause: ARM, since: 'SMMUv3.0', field: 'substreamId',
    test: ({ substreamValid, substreamId }) => !substreamValid && substreamId !== 0 && 'SSV is clear: the SubstreamID means nothing',
  }),
]

export const cmdSync: readonly Rule[] = [
  note({
    id: 'sync-illegal-signal', clause: `${ARM}, 4.7`, since: 'SMMUv3.0', field: 'completionSignal', severity: 'error',
    test: ({ completionSignal }) => completionSignal === 3 && 'CS 3 makes the command illegal: the queue stops with CERROR_ILL',
  }),
  note({
    id: 'sync-msi', clause: `${ARM}, 4.7; Linux drivers/iommu/arm/arm-smmu-v3`, since: 'SMMUv3.0', field: 'msiAddress',
    test: ({ completionSignal, msiAddress, msiData }) => completionSignal === 1 && msiAddress !== 0n && msiData === 0
      && 'if MSIAddress is the place of the command itself, as Linux writes it, a completed CMD_SYNC reads q0 = 0: opcode 0 behind CONS is healthy then',
  }),
]

export const cfgiSteRange: readonly Rule[] = [
  note({
    id: 'cfgi-all', clause: `${ARM}, 4.3`, since: 'SMMUv3.0', field: 'range',
    test: ({ range }) => (range === 31 ? 'CMD_CFGI_ALL: every stream, whatever StreamID says' : `${hex(2n ** BigInt(Number(range) + 1))} streams`),
  }),
]

export const strayIpa: readonly Rule[] = [
  note({
    id: 'stray-ipa', clause: EVENT, since: 'SMMUv3.0', field: 'ipa',
    test: ({ stage2, ipa }) => !stage2 && ipa !== 0n && 'S2 is clear: the IPA means nothing; hardware repeats InputAddr there',
  }),
]

export const noSubstream: readonly Rule[] = [
  note({
    id: 'no-substream', clause: EVENT, since: 'SMMUv3.0', field: 'streamId',
    test: () => 'this event has no SubstreamID, though the traffic may have one; Linux prints ssid: 0x0',
  }),
]

export const badAtsTreq: readonly Rule[] = [
  ...substreamNotValid,
  note({
    id: 'ats-refused', clause: EVENT, since: 'SMMUv3.0',
    test: () => 'an ATS translation request was refused with UR: SMMUEN is 0, or the effective EATS of its stream is 0',
  }),
  note({
    id: 'treq-without-read', clause: EVENT, since: 'SMMUv3.0', field: 'read',
    test: ({ read }) => !read && 'Read is always 1 in this event; its place rests on one source',
  }),
]

export const translForbidden: readonly Rule[] = [
  ...noSubstream,
  note({
    id: 'translated-refused', clause: EVENT, since: 'SMMUv3.0',
    test: () => 'a translated transaction was refused with an abort: ATSCHK is set and EATS 0, the stream is Secure, SMMUEN is 0, or a DPT denies it; a device that still uses its ATC after ATS was turned off does this',
  }),
  note({
    id: 'address-not-recorded', clause: EVENT, since: 'SMMUv3.0', field: 'inputAddress',
    test: ({ inputAddress }) => inputAddress === 0n && 'hardware is known to leave InputAddr 0 here',
  }),
]

export const pageRequestEvent: readonly Rule[] = [
  note({
    id: 'page-request-hint', clause: EVENT, since: 'SMMUv3.0', field: 'span',
    test: ({ span }) => `a hint for ${Number(span) * 4096} bytes, which nothing answers: no request of PRI`,
  }),
]

const STOPPED: Readonly<Record<number, string>> = {
  1: 'RD stands on the illegal command; Linux puts a CMD_SYNC in its place',
  2: 'the command at RD could not be read',
  3: 'RD stands on the CMD_SYNC: a CMD_ATC_INV before it was not answered in time',
}

export const cmdqCons: readonly Rule[] = [
  note({
    id: 'command-queue-stopped', clause: `${ARM}, 7.1`, since: 'SMMUv3.0', field: 'error',
    test: ({ error }) => STOPPED[Number(error)],
  }),
]

export const gerror: readonly Rule[] = [
  note({
    id: 'gerror-difference', clause: `${ARM}, 6.3`, since: 'SMMUv3.0',
    test: () => 'an error is active where GERROR and GERRORN differ; what Linux prints is that difference',
  }),
]

export const streamTableEntry: readonly Rule[] = [
  note({
    id: 'ats-off', clause: `${ARM}, 5.2`, since: 'SMMUv3.0', field: 'eats',
    test: ({ eats, valid }) => valid === true && eats === 0 && 'ATS is off: translation requests get UR and leave F_BAD_ATS_TREQ',
  }),
  note({
    id: 'split-stage-needs', clause: `${ARM}, 5.2`, since: 'SMMUv3.0', field: 'eats',
    test: ({ eats, config, s2Stall }) => eats === 2 && (config !== 7 || s2Stall === true) && 'split-stage ATS needs both stages (Config 7) and S2S 0',
  }),
]
