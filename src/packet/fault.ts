import { CodecError } from '../codec/errors.ts'
import type { Fault } from '../codec/errors.ts'

/** What is wrong with a packet, before it is thrown. */
export type PacketFault = Omit<Fault, 'record'>

/** @throws {CodecError} */
export function fail(fault: PacketFault): never {
  throw new CodecError({ record: 'tlp', ...fault })
}

/** The same error, which also says where the packet begins. */
export function withOffset(error: unknown, offset: number): unknown {
  return error instanceof CodecError ? new CodecError({ ...error, offset }) : error
}

export function hex(value: number): string {
  return `0x${value.toString(16).padStart(2, '0')}`
}
