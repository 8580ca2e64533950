import { formatDevice } from '../../describe/index.ts'
import { layoutOf } from '../../neighbours/index.ts'
import type { Hit } from '../hit.ts'
import { cutOff, sentence } from '../source.ts'
import type { Found } from '../source.ts'

/** What QEMU's SMMUv3 traces: translations, and commands that its guest gives. Old versions print numbers of streams in decimal. */

const NUMBER = '(0x[0-9a-f]{1,16}|-?\\d{1,10})(?![0-9a-z])'

const TRANSLATION = new RegExp(`^smmuv3_translate_(success|abort|bypass|disable) \\S{1,80} sid=${NUMBER}(?: bypass \\(smmu disabled\\)| STE bypass| abort on)? iova[:=](0x[0-9a-f]{1,16})(?: translated=(0x[0-9a-f]{1,16}))?`, 'i')

const OUTCOMES: Readonly<Record<string, { readonly name: string; readonly reason?: string }>> = {
  success: { name: 'translation' },
  abort: { name: 'translation aborted' },
  bypass: { name: 'translation bypassed', reason: 'the stream table entry says so' },
  disable: { name: 'translation bypassed', reason: 'the SMMU is disabled' },
}

/** A translation and what came of it. Streams of QEMU are devices by their Requester IDs. */
export const qemuSmmuTranslation = sentence({
  id: 'qemu.smmuv3.translation',
  anchors: Object.keys(OUTCOMES).map((outcome) => `smmuv3_translate_${outcome} `),
  read(text, _passage, last) {
    const match = TRANSLATION.exec(text)
    if (!match) return cutOff(text, last, 200)
    const [, outcome, sid, iova, translated] = match as unknown as [string, string, string, string, string | undefined]
    if (outcome.toLowerCase() === 'success' && translated === undefined) return last ? undefined : 'more'
    const { name, reason } = OUTCOMES[outcome.toLowerCase()]!
    const rid = Number(sid)
    return { name, said: { event: 'translation', device: formatDevice(rid), rid, ...(reason !== undefined && { reason }), address: BigInt(iova), ...(translated !== undefined && { translated: BigInt(translated) }) }, notes: [] }
  },
})

interface Command {
  readonly event: string
  readonly pattern: RegExp
  /** The record; a function where the values tell it. */
  readonly record: string | ((values: readonly (string | undefined)[]) => string | undefined)
  fields(values: readonly (string | undefined)[]): Readonly<Record<string, string | undefined>>
}

const at = (pattern: string): RegExp => new RegExp(`^${pattern}`, 'i')
const RANGE = at(`vmid ?=${NUMBER} asid ?=${NUMBER} addr=(0x[0-9a-f]{1,16}) tg=(\\d) num_pages=(0x[0-9a-f]{1,16}) ttl=(\\d) leaf=([01])(?: stage=(\\d))?`)

/** Without the stage, an invalidation of no ASID may be of either. */
function ofRange([, asid, , , , , , stage]: readonly (string | undefined)[]): string | undefined {
  if (stage === '2') return 'smmuv3.cmd-tlbi-s2-ipa'
  if (!asid!.startsWith('-')) return 'smmuv3.cmd-tlbi-nh-va'
  return stage === '1' ? 'smmuv3.cmd-tlbi-nh-vaa' : undefined
}
const rangeFields = ([vmid, asid, addr, tg, , ttl, leaf, stage]: readonly (string | undefined)[]): Readonly<Record<string, string | undefined>> => ({ vmid, ...(stage === '2' ? { ipa: addr } : { asid, address: addr }), tg, ttl, leaf })

const COMMANDS: readonly Command[] = [
  { event: 'smmuv3_cmdq_cfgi_ste ', pattern: at(`streamid ?= ?${NUMBER}`), record: 'smmuv3.cmd-cfgi-ste', fields: ([streamId]) => ({ streamId }) },
  { event: 'smmuv3_cmdq_cfgi_cd ', pattern: at(`(?:streamid|sid) ?= ?${NUMBER}`), record: 'smmuv3.cmd-cfgi-cd', fields: ([streamId]) => ({ streamId }) },
  { event: 'smmuv3_cmdq_tlbi_nh_asid ', pattern: at(`asid ?=${NUMBER}`), record: 'smmuv3.cmd-tlbi-nh-asid', fields: ([asid]) => ({ asid }) },
  { event: 'smmuv3_cmdq_tlbi_nh_va ', pattern: at(`vmid ?=${NUMBER} asid ?=${NUMBER} addr=(0x[0-9a-f]{1,16})[^\\n]{0,60}? leaf=([01])`), record: 'smmuv3.cmd-tlbi-nh-va', fields: ([vmid, asid, address, leaf]) => ({ vmid, asid, address, leaf }) },
  { event: 'smmuv3_cmdq_tlbi_nh_vaa ', pattern: at(`vmid ?=${NUMBER} addr=(0x[0-9a-f]{1,16})(?![0-9a-f])`), record: 'smmuv3.cmd-tlbi-nh-vaa', fields: ([vmid, address]) => ({ vmid, address }) },
  { event: 'smmuv3_cmdq_tlbi_nh ', pattern: at(`vmid ?=${NUMBER}`), record: 'smmuv3.cmd-tlbi-nh-all', fields: ([vmid]) => ({ vmid }) },
  { event: 'smmuv3_cmdq_tlbi_s12_vmid ', pattern: at(`vmid ?=${NUMBER}`), record: 'smmuv3.cmd-tlbi-s12-vmall', fields: ([vmid]) => ({ vmid }) },
  { event: 'smmuv3_range_inval ', pattern: RANGE, record: ofRange, fields: rangeFields },
  { event: 'smmuv3_s1_range_inval ', pattern: RANGE, record: (values) => ofRange([...values.slice(0, 7), '1']), fields: rangeFields },
]

/** What the text does not say and the name of the command does: its opcode. */
const opcodeOf = (record: string): NonNullable<Hit['slices']> => Object.values(layoutOf(record).fixed ?? {}).flatMap(({ at: places, value }) => places.map(([word, hi, lo]) => [word, hi, lo, BigInt(value)] as const))

/** Values of fields as they are printed; one below 0 stands for none, and of an address the page counts. */
function fieldsOf(given: Readonly<Record<string, string | undefined>>): NonNullable<Hit['fields']> {
  return Object.fromEntries(Object.entries(given).flatMap(([name, digits]) => {
    if (digits === undefined || digits.startsWith('-')) return []
    const value = BigInt(digits)
    return [[name, name === 'leaf' ? value === 1n : name === 'address' || name === 'ipa' ? value & ~0xfffn : value] as const]
  }))
}

/** Commands of which the values are traced. */
export const qemuSmmuCommand = sentence({
  id: 'qemu.smmuv3.command',
  anchors: COMMANDS.map(({ event }) => event),
  read(text, _passage, last): Found | 'more' | undefined {
    const { event, pattern, record, fields } = COMMANDS.find((one) => text.startsWith(one.event))!
    const rest = text.slice(event.length)
    const match = pattern.exec(rest)
    if (!match) return last || !/^[a-z_]{0,10}(?: ?=| |$)[\w= -]{0,100}$/i.test(rest) ? undefined : 'more'
    const values = match.slice(1)
    const id = typeof record === 'string' ? record : record(values)
    if (id === undefined) return { name: 'TLB invalidation', said: { event: 'invalidation', address: BigInt(values[2]!) }, notes: ['the line does not tell the stage of the addresses'] }
    return { record: id, fields: fieldsOf(fields(values)), slices: opcodeOf(id), said: {}, notes: [] }
  },
})

const STE_RANGE = /^smmuv3_cmdq_cfgi_ste_range start=(0x[0-9a-f]{1,8}) - end=(0x[0-9a-f]{1,8})(?!\w|[:.]\w|: |\.\.)/i

/** An invalidation of many streams: QEMU prints where they begin and end, and not the StreamID of the command, which is any of them. */
export const qemuSmmuSteRange = sentence({
  id: 'qemu.smmuv3.command',
  anchors: ['smmuv3_cmdq_cfgi_ste_range '],
  read(text, _passage, last) {
    const [, from, to] = STE_RANGE.exec(text) ?? []
    if (to === undefined) return cutOff(text, last, 80)
    const [start, size] = [BigInt(from!), BigInt(to) - BigInt(from!) + 1n]
    const low = size.toString(2).length - 1
    // The first versions print decimal numbers behind 0x, which are seldom so many.
    if (low < 1 || size !== 1n << BigInt(low)) return undefined
    const id = 'smmuv3.cmd-cfgi-ste-range'
    return {
      record: id, fields: { range: low - 1 }, slices: [...opcodeOf(id), ...(low < 32 ? [[0, 63, 32 + low, start >> BigInt(low)] as const] : [])],
      said: { streams: `${from} to ${to}` }, notes: [`StreamIDs ${from} to ${to}`],
    }
  },
})

/** Commands of which QEMU traces the name alone, and the records that they are. */
const NAMES: Readonly<Record<string, string>> = {
  ATC_INV: 'smmuv3.cmd-atc-inv', PRI_RESP: 'smmuv3.cmd-pri-resp', RESUME: 'smmuv3.cmd-resume', STALL_TERM: 'smmuv3.cmd-stall-term',
  PREFETCH_CONFIG: 'smmuv3.cmd-prefetch-config', PREFETCH_ADDR: 'smmuv3.cmd-prefetch-addr',
}

const NAMED = /^(?:smmuv3_cmdq_opcode <--- |smmuv3_cmdq_consume_error Error on )SMMU_CMD_([A-Z_0-9]{3,24})(?: command execution: (\d{1,3}))?/

export const qemuSmmuOpcode = sentence({
  id: 'qemu.smmuv3.opcode',
  anchors: ['smmuv3_cmdq_opcode ', 'smmuv3_cmdq_consume_error Error on '],
  read(text, _passage, last) {
    const [, name, error] = NAMED.exec(text) ?? []
    if (name === undefined) return undefined
    if (text.startsWith('smmuv3_cmdq_consume_error')) {
      if (error === undefined) return last ? undefined : 'more'
      return { name: 'CMDQ error', said: { event: 'command-queue-error', error: Number(error), reason: `CMD_${name}` }, notes: [] }
    }
    const record = NAMES[name]
    return record === undefined ? 'nothing' : { record, fields: {}, slices: opcodeOf(record), said: {}, notes: ['the line holds the name of the command only'] }
  },
})
