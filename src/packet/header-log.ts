import { CodecError } from '../codec/errors.ts'
import { PASID_PREFIX } from '../spec/tlp.ts'
import { concat } from './bytes.ts'

/**
 * The bytes of a header log in the order of the wire, for `decodeTlp` with `headerOnly`.
 * @param words the header, as DWs: four in non-flit mode, as many as were logged in flit mode
 * @param prefixes its end-to-end prefixes, as DWs. A log keeps them apart and prints them behind the header; on the wire they
 *   stand before it. In flit mode there are none: what stands in their place is more of the header
 * @throws {CodecError} `type` or `range` for a value that is not a DW, and for a prefix that is not an end-to-end prefix
 */
export function headerLog(words: readonly number[], prefixes: readonly number[] = []): Uint8Array<ArrayBuffer> {
  const before = dwords('prefixes', prefixes)
  for (let at = 0; at < before.length; at += 4) {
    // Fmt 100, and a Type of which the highest bit is set.
    if ((before[at]! & 0xf0) !== (PASID_PREFIX & 0xf0)) wrong('range', 'prefixes', 'end-to-end prefixes, 0x90000000 to 0x9fffffff', prefixes[at / 4])
  }
  return concat([before, dwords('words', words)])
}

function dwords(field: string, list: unknown): Uint8Array<ArrayBuffer> {
  if (!Array.isArray(list) && !(list instanceof Uint32Array)) wrong('type', field, 'an array of DWs', list)
  const bytes = new Uint8Array(4 * list.length)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < list.length; i++) {
    const word: unknown = list[i]
    if (typeof word !== 'number' || word >>> 0 !== word) wrong('range', field, 'DWs from 0 to 0xffffffff', word)
    view.setUint32(4 * i, word)
  }
  return bytes
}

function wrong(code: 'type' | 'range', field: string, expected: string, actual: unknown): never {
  throw new CodecError({ code, record: 'header log', field, expected, actual })
}
