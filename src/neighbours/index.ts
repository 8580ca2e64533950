/**
 * What stands beside the records of the main entry: in their queues, in the logs that quote them, in dumps.
 * Its records have the same verbs, by the reference codec.
 */
export { identifyEntry, placeOf } from './identify.ts'
export type { IdentifiedEntry, PlaceArgument } from './identify.ts'
export { layoutOf, readEntry } from './read.ts'
export type { EntryReading } from './read.ts'
export { amd, config, headers, linux, neighbours, riscv, smmuv3, vtd } from './records.ts'
export { places } from '../spec/places/index.ts'
export type { PlaceId } from '../spec/places/index.ts'
export type { Entry, Place } from '../spec/places/place.ts'
export * from '../spec/neighbours/aer-codes.ts'
export * from '../spec/neighbours/amd-codes.ts'
export * from '../spec/neighbours/linux-codes.ts'
export * from '../spec/neighbours/riscv-codes.ts'
export * from '../spec/neighbours/smmuv3-codes.ts'
export * from '../spec/neighbours/vtd-codes.ts'
export type { CodeRow, Typed } from '../spec/neighbours/words.ts'
export type { RecordsOf } from './records.ts'
