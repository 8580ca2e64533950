import fc from 'fast-check'
import { checkNumber } from '../responder/arguments.ts'
import type { TestedRecord } from './messages.ts'
import { validBytes } from './messages.ts'
import { nearlyValidBytes } from './faults.ts'

/**
 * A corpus for a fuzzer that is led by coverage: bytes of records, valid ones and ones that are wrong in one bit, the
 * same at every call. A fuzzer without them has to hit eight or more fixed bits by chance before it sees anything.
 * @param count how many of each kind
 */
export function seeds<M>(record: TestedRecord<M>, count = 16): readonly Uint8Array[] {
  checkNumber('testing', 'count', count, 2 ** 32 - 1)
  return [...fc.sample(validBytes(record), { numRuns: count, seed: 1 }), ...fc.sample(nearlyValidBytes(record), { numRuns: count, seed: 2 })].map((bytes) => bytes.slice())
}
