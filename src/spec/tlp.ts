/**
 * Kinds and sizes of TLPs. Data only; `src/packet` reads it.
 *
 * Non-flit mode: Fmt gives the size of the header and says whether data follow. Flit mode: Type gives the size of the
 * header base; its bit 6 says that data follow and, but for NOP, its bit 5 that the base has 4 DW instead of 3.
 */

export type TlpKind = 'memory' | 'io' | 'configuration' | 'completion' | 'atomic' | 'message' | 'nop' | 'undefined'

/** Name and kind of a TLP that is no message. */
export type TlpType = readonly [name: string, kind: TlpKind]

const BOTH_MODES = {
  0x20: ['MRd64', 'memory'],
  0x01: ['MRdLk32', 'memory'],
  0x21: ['MRdLk64', 'memory'],
  0x40: ['MWr32', 'memory'],
  0x60: ['MWr64', 'memory'],
  0x02: ['IORd', 'io'],
  0x42: ['IOWr', 'io'],
  0x04: ['CfgRd0', 'configuration'],
  0x44: ['CfgWr0', 'configuration'],
  0x05: ['CfgRd1', 'configuration'],
  0x45: ['CfgWr1', 'configuration'],
  0x0a: ['Cpl', 'completion'],
  0x4a: ['CplD', 'completion'],
  0x0b: ['CplLk', 'completion'],
  0x4b: ['CplDLk', 'completion'],
  0x4c: ['FetchAdd32', 'atomic'],
  0x6c: ['FetchAdd64', 'atomic'],
  0x4d: ['Swap32', 'atomic'],
  0x6d: ['Swap64', 'atomic'],
  0x4e: ['CAS32', 'atomic'],
  0x6e: ['CAS64', 'atomic'],
  0x5b: ['DMWr32', 'memory'],
  0x7b: ['DMWr64', 'memory'],
} as const satisfies Record<number, TlpType>

/** Non-flit mode, by byte 0 of the header: Fmt and Type. Messages (0x30 and 0x70, plus routing) stand apart. */
export const NON_FLIT_TYPES: Readonly<Record<number, TlpType>> = { 0x00: ['MRd32', 'memory'], ...BOTH_MODES }

/** Flit mode, by Type. The completions of UIO are left out: the size of their base has no source. */
export const FLIT_TYPES: Readonly<Record<number, TlpType>> = {
  0x00: ['NOP', 'nop'],
  0x03: ['MRd32', 'memory'],
  0x22: ['UIOMRd', 'memory'],
  0x61: ['UIOMWr', 'memory'],
  ...BOTH_MODES,
}

/** Highest routing of a message: 0 to root complex, 1 by address, 2 by ID, 3 broadcast, 4 local, 5 gathered. */
export const LAST_ROUTE = 5

/** Byte 0 of the PASID prefix. */
export const PASID_PREFIX = 0x91

/** TLP prefixes of non-flit mode, by their byte 0; bit 4 of it marks an end-to-end prefix. */
export const PREFIXES: Readonly<Record<number, string>> = {
  0x80: 'MR-IOV',
  0x8e: 'VendPrefixL0',
  0x8f: 'VendPrefixL1',
  0x90: 'ExtTPH',
  [PASID_PREFIX]: 'PASID',
  0x92: 'IDE', // one source
  0x9e: 'VendPrefixE0',
  0x9f: 'VendPrefixE1',
}

/** Byte 0 of the local prefix of flit mode (one source). */
export const FLIT_LOCAL_PREFIX = 0x8d

/** DWs of OHC-E, by OHC[4:3]. */
export const OHC_E_DWORDS = [0, 1, 2, 4] as const

/** DWs of the trailer, by TS. */
export const TRAILER_DWORDS: Readonly<Record<number, number>> = {
  0: 0,
  1: 1, // ECRC; one source
  5: 3, // IDE MAC; its value of TS is unconfirmed
  6: 4, // IDE MAC and PCRC; its value of TS is unconfirmed
}
