import type { Finding } from '../codec/check.ts'
import { tryDecode } from '../codec/reference.ts'
import { doubtsOf } from '../plausible.ts'
import type { Values } from '../spec/rules/context.ts'
import type { Layout } from '../spec/vocabulary.ts'

/**
 * Says so where a record can hardly be meant as it stands, and with the bytes of each DW in reverse order it is clean:
 * captures of words in the order of the host look like that.
 * @param from the first byte that may be reversed: captures keep header and data apart
 * @param doubts about the record as it stands, where they are known
 */
export function swappedFinding(layout: Layout, bytes: Uint8Array, from = 0, doubts = doubtsAbout(layout, bytes)): Finding | undefined {
  if (doubts === undefined || doubts.length === 0 || layout.size % 4 !== 0) return undefined
  const turned = Uint8Array.from(bytes)
  for (let at = from; at < turned.length; at += 4) turned.subarray(at, at + 4).reverse()
  const exchanged = turned.slice()
  if (turned.length - from === 8) {
    exchanged.set(turned.subarray(from + 4), from)
    exchanged.set(turned.subarray(from, from + 4), from + 4)
  }
  const how = doubtsAbout(layout, turned)?.length === 0 ? 'the bytes of each DW in reverse order' : doubtsAbout(layout, exchanged)?.length === 0 ? 'the bytes of each DW in reverse order and the DWs exchanged' : undefined
  if (how === undefined) return undefined
  return { id: 'swapped', severity: 'warning', clause: layout.clause, message: `hardly meant as it stands (${doubts[0]}); with ${how}${from === 0 ? '' : `, from byte ${from} on,`} it is clean` }
}

/** What makes a record unlikely; undefined where it is none at all. */
function doubtsAbout(layout: Layout, bytes: Uint8Array): readonly string[] | undefined {
  const result = tryDecode<Values>(layout, bytes)
  return result.ok ? doubtsOf(layout, result.message) : undefined
}
