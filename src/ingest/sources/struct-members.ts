import { layoutOf } from '../../neighbours/index.ts'
import * as linux from '../../spec/linux.ts'
import type { CStruct, Member, ReservedSlice } from '../../spec/vocabulary.ts'
import { words } from '../hit.ts'
import type { Digits, Hit } from '../hit.ts'
import type { Passage } from '../line.ts'
import { readingsOf } from '../word-list.ts'

/** What the members of a struct of Linux are, by their names. */

/** Structs that are the words of an entry: where it stands, the size of a word, and the words in their order. */
const WORDS: readonly (readonly [struct: string, place: string, size: number, members: readonly string[]])[] = [
  ['page_req_dsc', 'vtd.page-request-queue', 8, ['qw_0', 'qw_1', 'qw_2', 'qw_3']],
  ['page_req_dsc', 'vtd.page-request-queue-v3', 8, ['qw_0', 'qw_1', 'priv_data[0]', 'priv_data[1]']],
  ['qi_desc', 'vtd.invalidation-queue', 8, ['qw0', 'qw1', 'qw2', 'qw3']],
  ['qi_desc', 'vtd.invalidation-queue-128', 8, ['low', 'high']],
  ['iommu_cmd', 'amd.command-buffer', 4, ['data[0]', 'data[1]', 'data[2]', 'data[3]']],
  ['riscv_iommu_command', 'riscv.command-queue', 8, ['dword0', 'dword1']],
  ['riscv_iommu_fq_record', 'riscv.fault-queue', 8, ['hdr', '_reserved', 'iotval', 'iotval2']],
  ['riscv_iommu_pq_record', 'riscv.page-request-queue', 8, ['hdr', 'payload']],
]

export const STRUCTS: readonly CStruct[] = [
  linux.iommuFaultV6_10, linux.iommuFaultPageRequest, linux.iommuPageResponse, linux.iommuPageResponseV5_3, linux.iommuPageResponseV6_10,
  linux.iommufdPgfault, linux.iommufdPageResponse, linux.faultEvent, linux.pageResponseMsg,
  linux.iommufdVeventHeader, linux.iommuVeventArmSmmuv3, linux.iommuViommuArmSmmuv3Invalidate,
]

/** Commands of an SMMUv3 before Linux makes words of them: the part of the union, and what its members are. */
const COMMANDS: Readonly<Record<string, readonly [record: string, part: string, members: Readonly<Record<string, string>>]>> = {
  64: ['smmuv3.cmd-atc-inv', 'atc', { sid: 'streamId', ssid: 'substreamId', addr: 'address', size: 'size', global: 'global' }],
  65: ['smmuv3.cmd-pri-resp', 'pri', { sid: 'streamId', ssid: 'substreamId', grpid: 'prgIndex', resp: 'resp' }],
  68: ['smmuv3.cmd-resume', 'resume', { sid: 'streamId', stag: 'stag' }],
}
const RESPONSES = ['PRI_RESP_DENY', 'PRI_RESP_FAIL', 'PRI_RESP_SUCC']

/** Members that only a page request or its response has; of other structs the name has to be there. */
const TELLING = ['prm.grpid', 'grpid', 'page_req_group_id']

/** A number of a debugger, or a name of one; and the digits, if they are hexadecimal. */
export interface Value extends Digits {
  readonly word?: string
}

export type Found = Pick<Hit, 'place' | 'data' | 'readings' | 'record' | 'fields' | 'slices' | 'said' | 'doubtful' | 'ambiguous'>

export function wordsIn(members: ReadonlyMap<string, Value>, type: string, passage: Passage): readonly Found[] | undefined {
  const amount = ([, , , names]: (typeof WORDS)[number]): number => names.filter((name) => members.has(name)).length
  const [best] = WORDS.filter((one) => (type === one[0] || (one[0] === 'page_req_dsc' && ((members.get('qw_0')?.value ?? 0n) & 0xffn) === 1n)) && members.has(one[3][0]!)).sort((a, b) => amount(b) - amount(a))
  if (!best) return queueWordsIn(members)
  const [, place, size, names] = best
  const values = names.map((name) => members.get(name))
  if (values.some((value) => value !== undefined && value.value >> BigInt(8 * size) > 0n)) return undefined
  const { bytes, known, spans } = words(size * names.length, size, 'number', values, passage.pieces)
  return [{ place, data: { bytes, known, spans: spans.filter(({ start, end }) => end > start) }, said: {} }]
}

/** Words that have the names of a descriptor of VT-d, of a struct whose name is not there. */
function queueWordsIn(members: ReadonlyMap<string, Value>): readonly Found[] | undefined {
  const values = WORDS[2]![3].flatMap((name) => members.get(name) ?? [])
  return values.length === 4 && values.every(({ value }) => value >> 64n === 0n) ? [{ readings: readingsOf(values, 8).slice(1), said: {}, doubtful: 'prose' }] : undefined
}

/** A command of an SMMUv3 by its members: those of the union that its opcode means. */
export function commandIn(members: ReadonlyMap<string, Value>): readonly Found[] | undefined {
  const known = members.has('substream_valid') ? COMMANDS[String(members.get('opcode')?.value)] : undefined
  if (!known) return undefined
  const [record, part, names] = known
  const fields = Object.fromEntries(Object.entries({ substreamValid: 'substream_valid', ...Object.fromEntries(Object.entries(names).map(([name, field]) => [field, `${part}.${name}`])) }).flatMap(([field, path]) => {
    const { word, value } = members.get(path) ?? {}
    const number = word === undefined || !RESPONSES.includes(word) ? value : BigInt(RESPONSES.indexOf(word))
    return number === undefined || (part === 'resume' && field === 'substreamValid') ? [] : [[field, field === 'address' ? number & ~0xfffn : number] as const]
  }))
  const action = part === 'resume' ? members.get('resume.resp')?.value : undefined
  return [{ record, fields, said: {}, slices: action === undefined ? [] : [[0, 13, 12, action]] }]
}

/** A page request as the union of a fault has it, without the fault around it. */
export const REQUEST = 'iommu_fault_page_request'

export function fieldsIn(all: ReadonlyMap<string, Value>, name: string, asked: string): readonly Found[] | undefined {
  const isPart = asked === REQUEST || (asked === '' && name === 'prm')
  const members = isPart ? new Map([...all].map(([path, value]) => [`prm.${path}`, value])) : all
  const type = isPart ? 'iommu_fault' : asked
  // A fault of which nobody can ask for a page has members of its own.
  const isOld = members.has('event.reason') || members.has('padding')
  const ways = STRUCTS.filter(({ struct, id }) => (type === '' || type === struct) && !(isOld && id === linux.iommuFaultV6_10.id)).flatMap(({ id, struct, members: own }) => {
    const fields: Record<string, bigint> = {}
    const slices: (NonNullable<Hit['slices']>[number])[] = []
    const reserved = [...(layoutOf(id).reserved ?? [])]
    for (const [field, member] of Object.entries<Member>(own)) {
      const value = members.get(member.c)
      const padding = member.padding ? paddingOf(reserved, member) : []
      if (value === undefined && (member.padding || member.optional || type !== '')) continue
      const number = value && numberOf(value, member)
      if (number === undefined || (member.value !== undefined && number !== BigInt(member.value)) || number >> BigInt(sizeOf(member)) > 0n) return []
      if (member.padding) slices.push(...padding.map(([word, hi, lo, from]) => [word, hi, lo, BigInt.asUintN(hi - lo + 1, number >> BigInt(from))] as const))
      else if (member.value === undefined) fields[field] = number
      else slices.push([...layoutOf(id).fixed![field]!.at[0]!, number])
    }
    const amount = Object.keys(fields).length
    // A flag that only the other kernel has tells which it is.
    const isKnown = Object.entries<Member>(own).every(([field, { masks }]) => !masks || ((fields[field] ?? 0n) & ~BigInt(Object.values(masks).reduce((all, mask) => all | mask, 0))) === 0n)
    return amount > 1 && (type === struct || TELLING.some((one) => members.has(one))) ? [{ record: id, fields, slices, said: {}, amount: isKnown ? amount + 1 : amount }] : []
  })
  const most = Math.max(...ways.map(({ amount }) => amount))
  const best = ways.filter(({ amount }) => amount === most)
  return best.length === 0 ? undefined : best.map(({ amount: _, ...found }) => ({ ...found, ...(best.length > 1 && { ambiguous: true }) }))
}

const sizeOf = ({ bits, type }: Member): number => bits ?? Number(type.slice(1))

/** Where padding stands, the lowest bits first: the next of the reserved slices, which are in the order of the members; and which of its bits each has. */
function paddingOf(reserved: ReservedSlice[], member: Member): readonly (readonly [word: number, hi: number, lo: number, from: number])[] {
  const slices: [number, number, number, number][] = []
  for (let from = 0; from < sizeOf(member);) {
    const [word, hi, lo] = reserved.shift()!
    slices.push([word, hi, lo, from])
    from += hi - lo + 1
  }
  return slices
}

/** A value as a number; of an enumerator, if the member has it. */
function numberOf({ word, value }: Value, { codes, value: fixed }: Member): bigint | undefined {
  if (word === undefined || /^(?:true|false)$/i.test(word)) return value
  const code = word === 'IOMMU_FAULT_PAGE_REQ' ? fixed : codes && Object.hasOwn(codes, word) ? codes[word] : undefined
  return code === undefined ? undefined : BigInt(code)
}
