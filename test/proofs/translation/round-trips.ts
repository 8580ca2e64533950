import type { AnyMessage } from '../../../src/codec/message.ts'
import type { Packet } from '../../../src/packet/carried.ts'
import type { AnyRecord } from '../../../src/registry.ts'
import type { Layout } from '../../../src/spec/vocabulary.ts'
import type { Context } from '../../../src/translate/context.ts'
import type { Forgotten } from '../../../src/translate/forgotten.ts'
import type { RequestFormat, ResponseFormat } from '../../../src/translate/format.ts'
import type { Identity, PageRequest, PageResponseMsg } from '../../../src/translate/generic.ts'
import { load } from '../forks/load.ts'
import { Forks, Refusal } from '../forks/unknown.ts'
import { NO, YES } from '../symbolic/formulas.ts'
import type { Bit } from '../symbolic/formulas.ts'
import { fieldsOf } from '../symbolic/table.ts'
import type { FieldBits } from '../symbolic/table.ts'

/**
 * Each message that is carried into another format, and read there with no word of loss, comes back as it was: for every
 * pair of formats and all values. The code of the translation is run with every bit of the message unknown.
 */

const NEEDED = `
  export { carriers } from './src/generated/registry.ts'
  export { pasidPrefix } from './src/generated/pcie.ts'
  export { modeOf, recordsOf } from './src/packet/carried.ts'
  export { record } from './src/registry.ts'
  export { Context } from './src/translate/context.ts'
  export { forgottenBy } from './src/translate/forgotten.ts'
  export { requestFormatOf, responseFormatOf } from './src/translate/exceptions.ts'`

/** What is executed with unknown bits: all that touches a value. */
const EXECUTED = /^src\/(translate\/|spec\/(role-fields|numbering)\.ts)/

interface Code {
  readonly carriers: Readonly<Record<'page request' | 'page response', readonly string[]>>
  readonly pasidPrefix: { readonly layout: Layout }
  modeOf(codec: AnyRecord): string | undefined
  recordsOf(codec: AnyRecord): readonly AnyRecord[]
  record(id: string): AnyRecord
  forgottenBy(codec: AnyRecord): Forgotten
  readonly Context: new (id: string) => Context
  requestFormatOf(codec: AnyRecord): RequestFormat<Packet>
  responseFormatOf(codec: AnyRecord): ResponseFormat<Packet>
}

interface Read {
  readonly generic: PageRequest | PageResponseMsg
  readonly identity: Identity
}

/** A format of either kind, in the same words. */
interface Format {
  readonly id: string
  readonly codec: AnyRecord
  /** Reads a packet. Whatever it would note is a refusal: it has lost something, and says so. */
  read(packet: Packet, answered: PageRequest | undefined): Read
  /** What may stand in a packet, by name; under `pasidPrefix` what stands in that. */
  readonly fields: ReadonlyMap<string, FieldBits>
  write(generic: Read['generic'], identity: Identity): Packet
  /** What is said of what it does not keep of an identity. */
  forgotten(identity: Identity): readonly string[]
}

/** The notes that tell of a loss, by the field that loses it. */
const TELLS: Readonly<Record<string, RegExp>> = {
  flags: /requires a PASID on responses is not carried/,
  requesterId: /that sent the response is not carried/,
  segmentValid: /that the segment is said to be 0 is not carried/,
  destinationSegmentValid: /that the segment is said to be 0 is not carried/,
}

export interface RoundTrips {
  readonly pairs: number
  /** Ways that the code can go, over all pairs, of which so many come back. */
  readonly ways: number
  readonly back: number
  readonly wrong: readonly string[]
  /** Fields that lose something without a word where the identity is not given again, with their records; and those of which a note tells. */
  readonly lost: ReadonlySet<string>
  readonly told: ReadonlySet<string>
}

/** Proves all pairs of formats. @param change a mistake on purpose: what is made of the text of a file */
export async function roundTrips(change?: (file: string, text: string) => string): Promise<RoundTrips> {
  const forks = new Forks()
  const code = await load<Code>(forks, NEEDED, EXECUTED, change)
  const found = { pairs: 0, ways: 0, back: 0, wrong: [] as string[], lost: new Set<string>(), told: new Set<string>() }
  for (const what of ['page request', 'page response'] as const) {
    const formats = different(code.carriers[what].map((id) => code.record(id))).map((codec) => formatOf(code, codec, what))
    for (const from of formats) {
      forks.renew()
      // With a mistake made on purpose, one that is found is enough.
      if (change && found.wrong.length > 0) return found
      for (const packet of packetsOf(forks, code, from.codec)) fromOne(forks, from, packet, what === 'page response', formats, found)
      found.pairs += formats.length
    }
  }
  return found
}

/** A record and the one of the other byte order are the same to a translation. */
function different(codecs: readonly AnyRecord[]): AnyRecord[] {
  const seen = new Map(codecs.map((codec) => [sameFor(codec.layout), codec]).reverse() as [string, AnyRecord][])
  return [...seen.values()].reverse()
}

function sameFor({ fields, fixed = {}, roles, carries, place, id }: Layout): string {
  const widths = (at: readonly (readonly [number, number, number, string?])[]): number[] => at.map(([, hi, lo]) => hi - lo)
  const parts = [Object.entries(fields).map(([name, field]) => [name, { ...field, at: widths(field.at), doc: '' }]), Object.entries(fixed).map(([name, { at, value }]) => [name, widths(at), value]), roles, carries]
  return `${id.split('.')[0]} ${place?.replace(/, (big|little)-endian/, '')} ${JSON.stringify(parts)}`
}

function formatOf(code: Code, codec: AnyRecord, what: 'page request' | 'page response'): Format {
  const { id } = codec
  const fields = new Map([
    ...code.recordsOf(codec).flatMap(({ layout }) => fieldsOf(layout)).map((field) => [field.name, field] as const),
    ...fieldsOf(code.pasidPrefix.layout).map((field) => [`pasidPrefix.${field.name}`, field] as const),
  ])
  class Silent extends code.Context {
    override note(text: string): never {
      throw new Refusal({ told: text })
    }
  }
  const forgotten = code.forgottenBy(codec)
  if (what === 'page request') {
    const format = code.requestFormatOf(codec)
    return {
      id, codec, fields, forgotten: (identity) => forgotten(identity, {}),
      read(packet) {
        const { request, identity } = format.toRequest(packet, new Silent(id))
        return { generic: request, identity }
      },
      write: (generic, identity) => format.fromRequest(generic as PageRequest, identity, new code.Context(id)),
    }
  }
  const format = code.responseFormatOf(codec)
  return {
    id, codec, fields, forgotten: (identity) => forgotten(identity, {}),
    read(packet, answered) {
      const { response, identity } = format.toResponse(packet, new Silent(id), answered)
      return { generic: response, identity }
    },
    write: (generic, identity) => format.fromResponse(generic as PageResponseMsg, identity, new code.Context(id)),
  }
}

/** Any packets of a record: with and without each thing that can stand beside it. */
function* packetsOf(forks: Forks, code: Code, codec: AnyRecord): Generator<Packet> {
  const any = ({ layout }: { readonly layout: Layout }): AnyMessage => Object.fromEntries(fieldsOf(layout).map(({ name, kind, from }) => {
    const zeros = from.findIndex((bit) => bit !== undefined)
    return [name, kind === 'flag' ? forks.flag(name) : forks.whole(kind === 'uint' ? 'number' : 'bigint', name, from.length, zeros)]
  })) as never
  if (code.modeOf(codec) === 'non-flit') {
    yield any(codec)
    yield { ...any(codec), pasidPrefix: any(code.pasidPrefix) as never }
    return
  }
  const [, ...words] = code.recordsOf(codec)
  for (let present = 0; present < 2 ** words.length; present++) yield Object.assign(any(codec), ...words.map((word, i) => ((present >> i) & 1 ? any(word) : {})))
}

/** The request that is answered, where a response does not say all of it. */
function answeredBy(forks: Forks, generic: Pick<PageRequest, 'pasid' | 'pasidPresent' | 'pageReqGroupId'>): PageRequest {
  const { pasid, pasidPresent, pageReqGroupId } = generic
  return { addr: forks.whole('bigint', 'answered.addr', 64) as never, pasid, pasidPresent, pageReqGroupId, last: true, read: true, write: false, execute: false, privileged: false, privateData: 0n }
}

function fromOne(forks: Forks, from: Format, packet: Packet, answers: boolean, formats: readonly Format[], found: { ways: number; back: number; wrong: string[]; lost: Set<string>; told: Set<string> }): void {
  const any = { pasid: forks.whole('number', 'answered.pasid', 20), pasidPresent: forks.flag('answered.pasidPresent'), pageReqGroupId: forks.whole('number', 'answered.group', 32) }
  const answered = answers ? answeredBy(forks, any as never) : undefined
  for (const { when, result } of forks.explore(YES, () => from.read(packet, answered))) {
    found.ways++
    if (result instanceof Refusal) continue
    const { generic, identity } = result
    for (const over of formats) {
      const again = answers ? answeredBy(forks, generic) : undefined
      const there = (): Read & { readonly notes: readonly string[] } => {
        const written = over.write(generic, identity)
        const missing = fieldsOf(over.codec.layout).filter(({ name, optional }) => !optional && written[name] === undefined)
        for (const name of [...unfit(forks, over.fields, written), ...missing.map(({ name }) => name)]) found.wrong.push(`${from.id} over ${over.id}: ${name} does not fit`)
        return { ...over.read(written, again), notes: over.forgotten(identity) }
      }
      for (const way of forks.explore(when, there)) {
        found.ways++
        // It cannot be carried, or something of it is lost, and that is said.
        if (way.result instanceof Refusal) continue
        const other = way.result
        const back = (given: Identity, differs: (name: string, where: Bit) => void): void => {
          for (const last of forks.explore(way.when, () => from.write(other.generic, { ...other.identity, ...given }))) {
            found.ways++
            if (last.result instanceof Refusal) differs(`refused, ${last.result.message}`, last.when)
            else compare(forks, packet, last.result, (name, where) => differs(name, forks.f.and(last.when, where)))
            found.back++
          }
        }
        back(identity, (name, where) => where !== NO && found.wrong.push(`${from.id} over ${over.id}: ${name} does not come back; where ${exampleOf(forks, where)}`))
        // What a format has no place for, of who asks or answers, comes back only if it is given again; a note on the way there or a refusal says so.
        back({}, (name, where) => where !== NO && !name.startsWith('refused') && (other.notes.some((note) => TELLS[name]?.test(note)) ? found.told : found.lost).add(`${from.id} ${name}`))
      }
    }
  }
}

/** Names in a packet of what is no field of it, or what it has no room for here: `encode` refuses that. */
function* unfit(forks: Forks, fields: Format['fields'], packet: object, before = ''): Generator<string> {
  for (const [name, value] of Object.entries(packet)) {
    if (name === 'pasidPrefix') yield* unfit(forks, fields, value as object, 'pasidPrefix.')
    else {
      const field = fields.get(before + name)
      const type = field?.kind === 'flag' ? 'boolean' : field?.kind === 'uint' ? 'number' : 'bigint'
      if (!field || forks.typeOf(value) !== type || forks.f.and(forks.path, forks.outside(value, field.from.map((bit) => bit !== undefined))) !== NO) yield before + name
    }
  }
}

/** A field that is left out is 0; `ohc` says which words a packet has, and is written with them. */
function compare(forks: Forks, a: Packet, b: Packet, differs: (name: string, where: Bit) => void): void {
  for (const name of new Set([...Object.keys(a), ...Object.keys(b)])) {
    if (name === 'ohc') continue
    if (name !== 'pasidPrefix') differs(name, forks.differ(a[name], b[name]))
    else if ((a[name] === undefined) !== (b[name] === undefined)) differs(name, YES)
    else compare(forks, a[name] as never, b[name] as never, differs)
  }
}

function exampleOf(forks: Forks, where: Bit): string {
  return [...forks.f.example(where)].filter(([, holds]) => holds).map(([name]) => name).join(', ') || 'all is 0'
}
