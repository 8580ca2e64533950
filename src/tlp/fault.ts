import { CodecError } from '../codec/errors.ts'
import type { Fault } from '../codec/errors.ts'

/** @throws {CodecError} */
export function fail(fault: Omit<Fault, 'record'>): never {
  throw new CodecError({ record: 'tlp', ...fault })
}

/** Runs `call`; an error of a record also says where the packet begins. */
export function atOffset<T>(offset: number, call: () => T): T {
  try {
    return call()
  } catch (error) {
    throw error instanceof CodecError ? new CodecError({ ...error, offset }) : error
  }
}

export function hex(value: number): string {
  return `0x${value.toString(16).padStart(2, '0')}`
}
