import type { Context } from './context.ts'

/** Private data of 128 bits, as VT-d 3.x and the UAPI of Linux 5.3 have it: two halves and a bit that says that they are there. */
export interface PrivateData {
  privateDataPresent: boolean
  privateData0: bigint
  privateData1: bigint
}

const LOW = (1n << 64n) - 1n

/** The halves as one number; 0n for none. */
export function readPrivateData({ privateDataPresent, privateData0, privateData1 }: PrivateData, context: Context): bigint {
  const value = (privateData1 << 64n) | privateData0
  if (privateDataPresent && value === 0n) context.note('the private data is 0, which is carried as none')
  if (!privateDataPresent && value !== 0n) context.note('private data means nothing, as the record says that it has none, and is not carried')
  return privateDataPresent ? value : 0n
}

export function writePrivateData(value: bigint, context: Context): PrivateData {
  context.fitBig('privateData', value, 128)
  return { privateDataPresent: value !== 0n, privateData0: value & LOW, privateData1: value >> 64n }
}
