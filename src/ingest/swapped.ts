import type { Finding } from '../codec/check.ts'
import { doubtsOf } from '../plausible.ts'
import type { Values } from '../spec/rules/context.ts'
import type { Layout } from '../spec/vocabulary.ts'
import { recordFor } from './clean.ts'

/**
 * Says so where a record can hardly be meant as it stands, and with the bytes of each DW in reverse order it is clean:
 * captures of words in the order of the host look like that.
 * @param from the first byte that may be reversed: captures keep header and data apart
 * @param doubts about the record as it stands, where they are known
 */
export function swappedFinding(layout: Layout, bytes: Uint8Array, from = 0, doubts = doubtsAbout(layout, bytes)): Finding | undefined {
  if (doubts === undefined || doubts.length === 0 || layout.size % 4 !== 0) return undefined
  const turned = turnedFrom(bytes, from)
  let how = doubtsAbout(layout, turned)?.length === 0 ? 'the bytes of each DW in reverse order' : undefined
  if (how === undefined && turned.length - from === 8) {
    const exchanged = turned.slice()
    exchanged.set(turned.subarray(from + 4), from)
    exchanged.set(turned.subarray(from, from + 4), from + 4)
    if (doubtsAbout(layout, exchanged)?.length === 0) how = 'the bytes of each DW in reverse order and the DWs exchanged'
  }
  if (how === undefined) return undefined
  return { id: 'swapped', severity: 'warning', clause: layout.clause, message: `hardly meant as it stands (${doubts[0]}); with ${how}${from === 0 ? '' : `, from byte ${from} on,`} it is clean` }
}

/** The bytes with those of each DW in reverse order. */
function turnedFrom(bytes: Uint8Array, from: number): Uint8Array {
  const turned = new Uint8Array(bytes.length)
  for (let at = 0; at < bytes.length; at++) turned[at < from ? at : from + ((at - from) ^ 3)] = bytes[at]!
  return turned
}

/** What makes a record unlikely; undefined where it is none at all. */
function doubtsAbout(layout: Layout, bytes: Uint8Array): readonly string[] | undefined {
  const result = recordFor(layout).tryDecode(bytes)
  return result.ok ? doubtsOf(layout, result.message as Values) : undefined
}
