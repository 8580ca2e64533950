import { CodecError } from '../../codec/errors.ts'
import { concat } from '../../packet/bytes.ts'
import { tlps } from '../../packet/index.ts'
import { fromBytes, identityOf } from '../bytes.ts'
import { interpret } from '../interpret.ts'
import type { Item } from '../item.ts'
import { whole } from '../hit.ts'
import { checkReadOptions } from '../options.ts'
import type { ReadOptions } from '../options.ts'
import { unitOf, WHOLE_RECORDS } from '../unit.ts'
import { hitOf } from './bytes-hit.ts'

/** Bytes of a ring that are looked at to find out what they are. */
const HEAD = 1 << 16

/** Records that are handed out together. */
const AT_A_TIME = 64

/**
 * Records that follow each other in a file of bytes: of `options.as`, or of what the first of them turn out to be.
 * Nothing is kept but the record that is not yet whole.
 * @param start where the first byte stands in the file
 * @throws {CodecError} `type` for options that are none, and for an unknown id
 */
export async function* ringItems(pieces: AsyncIterable<Uint8Array>, options: ReadOptions, start = 0n): AsyncGenerator<readonly Item[]> {
  let pending: Uint8Array = new Uint8Array(0)
  let at = start
  const given = checkReadOptions(options)
  let known = given
  let unit = sizeOf(known)
  for await (const piece of pieces) {
    pending = pending.length === 0 ? piece : concat([pending, piece])
    if (known.as === 'tlp') {
      if (pending.length < HEAD) continue
      const [end, broken] = wholePackets(pending, known)
      yield packetsOf(pending.slice(0, broken ? pending.length : end), at, known)
      if (broken) return
      pending = pending.slice(end)
      at += BigInt(end)
      continue
    }
    if (unit === undefined) {
      if (pending.length < HEAD) continue
      known = settled(pending.subarray(0, WHOLE_RECORDS), given)
      unit = sizeOf(known)
      if (known.as === 'tlp') continue
      if (known.as === undefined) {
        // Nothing decides; what follows would be read in as many ways.
        yield [...fromBytes({ ...hitOf('bytes', at, pending), notes: [`the first ${pending.length} bytes; --as says what they are`] }, [{ reading: 'bytes', data: whole(pending) }], known)]
        return
      }
    }
    if (unit === undefined || pending.length < unit) continue
    // A few at a time, so that what is made of them is gone before the next are made.
    const most = unit * AT_A_TIME
    let from = 0
    for (let size = 0; (size = Math.min(most, pending.length - from - ((pending.length - from) % unit))) > 0; from += size) {
      const bytes = pending.subarray(from, from + size)
      yield [...fromBytes(hitOf('bytes', at + BigInt(from), bytes), [{ reading: 'bytes', data: whole(bytes) }], known)]
    }
    pending = pending.slice(from)
    at += BigInt(from)
  }
  if (pending.length === 0) return
  yield known.as === 'tlp' ? packetsOf(pending, at, known) : [...fromBytes(hitOf('bytes', at, pending), [{ reading: 'bytes', data: whole(pending) }], known)]
}

const packetsOf = (bytes: Uint8Array, at: bigint, { mode }: ReadOptions): readonly Item[] => [...interpret({ ...hitOf('bytes', at, bytes), place: mode === 'flit' ? 'tlp-flit' : 'tlp' }, mode ? { mode } : {})]

/** Where the last whole packet ends, and whether something else than the end of the bytes stands behind it. */
function wholePackets(bytes: Uint8Array, { mode = 'non-flit' }: ReadOptions): readonly [end: number, broken: boolean] {
  let end = 0
  try {
    for (const tlp of tlps(bytes, { mode, reserved: 'ignore' })) end = tlp.offset + tlp.size
  } catch (error) {
    if (!(error instanceof CodecError)) throw error
    return [end, error.code !== 'truncated']
  }
  return [end, false]
}

/** The size of the records, where it is known which they are; packets have no size of their own. */
const sizeOf = ({ as }: ReadOptions): number | undefined => (as === undefined || as === 'tlp' ? undefined : unitOf(as).size)

/** The record, or the queue, that the head of a file is, where that is beyond doubt. */
function settled(bytes: Uint8Array, options: ReadOptions): ReadOptions {
  try {
    const as = identityOf(bytes, options)
    return as === undefined ? options : { ...options, as }
  } catch (error) {
    if (error instanceof CodecError) return options
    throw error
  }
}
