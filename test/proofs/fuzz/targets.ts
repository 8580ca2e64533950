import { capabilities, CodecError, decodeTlp, encodeTlp, Iommu, RefusedError, records, tlps } from '../../../src/index.ts'
import { InputError, UsageError } from '../../../src/cli/errors.ts'
import { openInputs } from '../../../src/cli/input.ts'
import { read, Reader } from '../../../src/ingest/index.ts'
import { readEntry, places } from '../../../src/neighbours/index.ts'
import * as reference from '../../../src/codec/reference.ts'

/**
 * What a fuzzer feeds: each takes any bytes, and throws only where the library is wrong. They are run over the corpus by
 * the tests, and over what the fuzzer makes of it by `npm run fuzz`.
 */

export type Target = (bytes: Uint8Array) => void | Promise<void>

const same = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, i) => byte === b[i])

/** What may be thrown for hostile bytes; anything else is a mistake of the library. */
function tolerant(run: () => void): void {
  try {
    run()
  } catch (error) {
    if (!(error instanceof CodecError) && !(error instanceof RefusedError)) throw error
  }
}

export const targets: Readonly<Record<string, Target>> = {
  /** The first byte chooses the record: both codecs agree, and what is accepted is given back. */
  decode(bytes) {
    const codec = records[(bytes[0] ?? 0) % records.length]!
    const rest = bytes.subarray(1)
    const fast = codec.tryDecode(rest)
    const slow = reference.tryDecode(codec.layout, rest)
    if (fast.ok !== slow.ok) throw new Error(`${codec.id}: one codec accepts what the other refuses`)
    if (fast.ok && !same(codec.encode(fast.message), rest.subarray(0, codec.size))) throw new Error(`${codec.id}: another record came back`)
    codec.inspect(rest)
    codec.columns(rest.subarray(0, rest.length - (rest.length % codec.size)))
  },
  /** The first byte chooses the mode: every packet that is read is written back. */
  packets(bytes) {
    const mode = ((bytes[0] ?? 0) & 1) === 0 ? 'non-flit' : 'flit'
    const rest = bytes.subarray(1)
    tolerant(() => {
      for (const tlp of tlps(rest, { mode })) if (!same(encodeTlp(tlp), rest.subarray(tlp.offset, tlp.offset + tlp.size))) throw new Error('another packet came back')
    })
    tolerant(() => void decodeTlp(rest, { mode, headerOnly: true }))
  },
  /** Text of any kind is read, and read in two pieces gives the same. */
  ingest(bytes) {
    const text = Buffer.from(bytes).toString('latin1')
    const { items } = read(text)
    const reader = new Reader()
    const pieces = [...reader.push(text.slice(0, text.length >> 1)), ...reader.push(text.slice(text.length >> 1)), ...reader.end().items]
    if (pieces.map(({ summary }) => summary).join() !== items.map(({ summary }) => summary).join()) throw new Error('in two pieces it is read as something else')
    for (const { data, summary } of items) if (data && data.bytes.length !== data.known.length) throw new Error(`${summary}: bytes and what is known of them differ in length`)
  },
  capabilities(bytes) {
    capabilities(bytes)
  },
  /** The first byte chooses the place. */
  neighbours(bytes) {
    readEntry(places[(bytes[0] ?? 0) % places.length]!, bytes.subarray(1))
  },
  /** Records of a queue, one behind the other, as a hostile device sends them. */
  responder(bytes) {
    const iommu = new Iommu({ format: 'vtd.page-request', clock: () => 0 })
    const device = iommu.attach({ rid: 0x300 })
    for (let at = 0; at + 32 <= bytes.length; at += 32) tolerant(() => void iommu.receive(bytes.subarray(at, at + 32)))
    for (const { pasid, pageReqGroupId } of iommu.snapshot().pending) {
      tolerant(() => void iommu.respond(device, { addr: 0n, pasid: pasid ?? 0, respCode: 0, pasidPresent: pasid !== null, pageReqGroupId, type: 2, privateData: 0n }))
    }
    const { requests, groups } = iommu.outstanding
    if (requests < 0 || groups < 0) throw new Error('a count is below zero')
  },
  /** The first byte chooses the record, the rest is text, as the command reads it: in every way in which it can be read. */
  async command(bytes) {
    const codec = records[(bytes[0] ?? 0) % records.length]!
    const lines = Buffer.from(bytes.subarray(1)).toString('latin1').split('\n')
    try {
      for (const { pieces } of await openInputs(lines, {}, codec, { note: () => undefined } as never)) for await (const piece of pieces) codec.tryDecode(piece)
    } catch (error) {
      if (!(error instanceof InputError) && !(error instanceof UsageError)) throw error
    }
  },
}
