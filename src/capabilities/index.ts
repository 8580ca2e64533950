import { check } from '../codec/check.ts'
import type { Finding } from '../codec/check.ts'
import { CodecError } from '../codec/errors.ts'
import type { Inspection } from '../codec/inspect.ts'
import { isBytes, lengthOf } from '../codec/arguments.ts'
import type { DecodeOptions, Result } from '../codec/read-write.ts'
import { atsCapability, pasidCapability, priCapability } from '../generated/config.ts'
import type { ConfigAtsCapability, ConfigPasidCapability, ConfigPriCapability } from '../generated/config.ts'
import { depthOf } from '../spec/rules/invalidation.ts'
import type { Layout } from '../spec/vocabulary.ts'
import { conflicts, END, hex, walk } from './walk.ts'
import type { CapabilityFinding, ExtendedCapability } from './walk.ts'

export type { CapabilityFinding, ExtendedCapability } from './walk.ts'

/** What a function says of address translation, and everything that its list of extended capabilities names. */
export interface Capabilities {
  /** Every extended capability, in the order of the list. */
  readonly list: readonly ExtendedCapability[]
  /** The ATS capability; null if the function has none that can be read. */
  readonly ats: ConfigAtsCapability | null
  /** Invalidate Queue Depth as a number of requests, 1 to 32; null without ATS. */
  readonly queueDepth: number | null
  /** The PRI capability; null if the function has none that can be read. */
  readonly pri: ConfigPriCapability | null
  /** The PASID capability; null if the function has none that can be read. */
  readonly pasid: ConfigPasidCapability | null
  /** What is wrong with the list, and which rules the three capabilities break, held against each other. */
  readonly findings: readonly CapabilityFinding[]
}

interface Readable<M> {
  readonly layout: Layout
  inspect(bytes: Uint8Array, offset: number): Inspection
  tryDecode(bytes: Uint8Array, offset: number, options: DecodeOptions): Result<M>
}

const idOf = ({ fixed }: Layout): number => fixed!['id']!.value

/**
 * Reads the extended capabilities of a function, reserved bits included. The result can stand as `capabilities` in the
 * context of `check`.
 * @param configSpace its configuration space from offset 0: 4096 bytes, or as many of them as there are
 * @throws {CodecError} `type` unless it is a Uint8Array; nothing that stands in the bytes makes it throw
 */
export function capabilities(configSpace: Uint8Array): Capabilities {
  if (!isBytes(configSpace)) throw new CodecError({ code: 'type', record: 'capabilities', field: 'configSpace', expected: 'a Uint8Array', actual: configSpace })
  if (lengthOf(configSpace) === 0) configSpace = new Uint8Array()
  const { list, findings } = walk(configSpace)
  const space = configSpace.subarray(0, END)
  const sizes = new Map([atsCapability, priCapability, pasidCapability].map(({ layout }) => [idOf(layout), layout.size]))
  findings.push(...conflicts(list, sizes))

  const read = <M>(record: Readable<M>): { message: M; offset: number } | undefined => {
    const [first, ...others] = list.filter(({ id }) => id === idOf(record.layout))
    for (const { offset } of others) {
      const message = `a second ${record.layout.title}; the one at ${hex(first!.offset)} counts`
      findings.push({ offset, id: 'capability-twice', severity: 'error', message, clause: record.layout.clause, since: 'PCIe 1.0' })
    }
    if (first === undefined) return undefined
    const { offset } = first
    // The rules come later, when the capabilities can be held against each other.
    add(offset, record.inspect(space, offset).findings.filter(({ since }) => since === undefined))
    const result = record.tryDecode(space, offset, { reserved: 'ignore' })
    return result.ok ? { message: result.message, offset } : undefined
  }
  const add = (offset: number, found: readonly Finding[]): void => void findings.push(...found.map((finding) => ({ offset, ...finding })))

  const ats = read(atsCapability)
  const pri = read(priCapability)
  const pasid = read(pasidCapability)
  const found = { ats: ats?.message ?? null, pri: pri?.message ?? null, pasid: pasid?.message ?? null }
  if (ats) add(ats.offset, check(atsCapability, ats.message, { capabilities: found }))
  if (pri) add(pri.offset, check(priCapability, pri.message, { capabilities: found }))
  if (pasid) add(pasid.offset, check(pasidCapability, pasid.message, { capabilities: found }))
  return { list, ...found, queueDepth: found.ats && depthOf(found.ats.invalidateQueueDepth), findings }
}
