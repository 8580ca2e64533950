/**
 * Arbitraries for fast-check, for tests of code that handles records: one of each kind for every record, and traffic of
 * devices and a host. fast-check is an optional peer dependency: install it beside this package.
 */
export { faults, messageFaults, nearlyValidBytes } from './faults.ts'
export type { Fault, MessageFault } from './faults.ts'
export { legalMessages } from './legal.ts'
export { messages, validBytes } from './messages.ts'
export type { TestedRecord } from './messages.ts'
export { configSpaces } from './config-space.ts'
export type { ConfigSpace } from './config-space.ts'
export { serviceRuns, ServiceMismatch } from './service.ts'
export type { ServiceModel, ServiceRun, ServiceUnderTest } from './service.ts'
export { asRecords, asRing, traffic } from './traffic.ts'
export type { Formats, Ring, Traffic, TrafficDevice, TrafficEvent, TrafficGroup, TrafficOptions } from './traffic.ts'
export { asTlps, exchanges } from './exchanges.ts'
export type { Exchange, TlpStream } from './exchanges.ts'
export { seeds } from './seeds.ts'
