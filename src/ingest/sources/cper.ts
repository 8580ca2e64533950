import { deviceOf } from '../device.ts'
import type { Hit } from '../hit.ts'
import type { Line } from '../line.ts'
import { joinedLine } from '../line.ts'
import type { Session, Source } from '../source.ts'

const ID = 'linux.cper.pcie-section'

/** What stands before each line: the number of the report, and that the hardware has the word. */
const SPEAKER = /(\{\d{1,6}\})?\[Hardware Error\]:\s{0,8}/

type Values = readonly string[]

/** A line of the section: what it says of fields, and beside them. */
interface Says {
  readonly pattern: RegExp
  fields?(values: Values): NonNullable<Hit['fields']>
  slices?(values: Values): NonNullable<Hit['slices']>
  said?(values: Values): Hit['said']
}

const [X2, X4, X8] = [2, 4, 8].map((digits) => `0x([0-9a-f]{${digits}})(?![0-9a-f])`) as [string, string, string]
const hex = (digits: string | undefined): number => Number.parseInt(digits ?? '', 16)
const line = (pattern: string): RegExp => new RegExp(`^${pattern}\\s*$`, 'i')

const LINES: readonly Says[] = [
  { pattern: line('port_type: (\\d{1,5}), ([\\w /-]{1,60})'), fields: ([type]) => ({ portType: Number(type) }), said: ([, name]) => ({ portType: name!.trim() }) },
  { pattern: line('version: (\\d{1,3})\\.(\\d{1,3})'), fields: ([major, minor]) => ({ versionMajor: Number(major), versionMinor: Number(minor) }) },
  { pattern: line(`command: ${X4},\\s+status: ${X4}`), fields: ([command, status]) => ({ command: hex(command), status: hex(status) }) },
  {
    pattern: line('device_id: ([0-9a-f]{4}:[0-9a-f]{2}:[01][0-9a-f]\\.[0-7])'),
    fields: ([name]) => {
      const { rid, segment } = deviceOf(name!)!
      return { segment: segment!, bus: rid >> 8, deviceNumber: (rid >> 3) & 31, functionNumber: rid & 7 }
    },
  },
  // The lowest three bits of the field are none of the number.
  { pattern: line('slot: (\\d{1,4})'), slices: ([slot]) => [[9, 23, 11, BigInt(slot!)]], said: ([slot]) => ({ slot: Number(slot) }) },
  { pattern: line(`secondary_bus: ${X2}`), fields: ([bus]) => ({ secondaryBus: hex(bus) }) },
  { pattern: line(`vendor_id: ${X4},\\s+device_id: ${X4}`), fields: ([vendor, device]) => ({ vendorId: hex(vendor), deviceId: hex(device) }) },
  // Some kernels print it byte by byte from the wrong end, which the line does not tell.
  { pattern: line('class_code: ([0-9a-f]{6})'), said: ([classCode]) => ({ classCode: classCode! }) },
  { pattern: line(`serial number: ${X4},\\s+${X4}`), fields: ([low, high]) => ({ serialLow: hex(low), serialHigh: hex(high) }) },
  { pattern: line(`bridge: secondary_status: ${X4},\\s+control: ${X4}`), fields: ([status, control]) => ({ bridgeSecondaryStatus: hex(status), bridgeControl: hex(control) }) },
  { pattern: line(`aer_cor_status: ${X8},\\s+aer_cor_mask: ${X8}`), fields: ([status, mask]) => ({ correctableStatus: hex(status), correctableMask: hex(mask) }) },
  { pattern: line(`aer_uncor_status: ${X8},\\s+aer_uncor_mask: ${X8}`), fields: ([status, mask]) => ({ uncorrectableStatus: hex(status), uncorrectableMask: hex(mask) }) },
  { pattern: line(`aer_uncor_severity: ${X8}`), fields: ([severity]) => ({ uncorrectableSeverity: hex(severity) }) },
]

/** The log of a header, which is an item of its own: here it is a part of the section. */
const HEADER = /^TLP Header:\s+([0-9a-f]{8})\s+([0-9a-f]{8})\s+([0-9a-f]{8})\s+([0-9a-f]{8})\s*$/di

const BEGINS = /^(?:section_type: PCIe|(?:port_type|device_id|slot|secondary_bus|vendor_id|bridge|aer_(?:cor|uncor)_(?:status|severity)):(?:\s|$))/i

/** A line of the section may be broken once. */
const LONGEST = 200

/** The PCI Express section of a report of the firmware, a line for each few fields, from whichever line on the log has it. */
export const cperPcie: Source = {
  id: ID,
  anchors: ['[Hardware Error]: '],
  open(first) {
    const text = textOf(first)
    return text !== undefined && BEGINS.test(text.text) ? new Section(first) : undefined
  },
}

/** What a line says behind the words that all of them begin with. */
function textOf({ text }: Line): { readonly text: string; readonly report: string; readonly column: number } | undefined {
  const match = text.length > LONGEST ? null : SPEAKER.exec(text)
  return match ? { text: text.slice(match.index + match[0].length), report: match[1] ?? '', column: match.index + match[0].length } : undefined
}

class Section implements Session {
  readonly patience = 2
  done = false
  private readonly first: Line
  private last: number
  private readonly report: string
  private readonly fields: Record<string, boolean | number | bigint> = {}
  private readonly slices: (NonNullable<Hit['slices']>[number])[] = []
  private readonly said: Record<string, string | number | bigint | boolean> = {}
  private readonly seen = new Set<Says>()
  /** A line that is not whole, which a mail client may have broken. */
  private open: { readonly line: Line; readonly column: number } | undefined

  constructor(first: Line) {
    const { report } = textOf(first)!
    this.first = first
    this.last = first.number
    this.report = report
    if (report !== '') this.said.report = Number(report.slice(1, -1))
    this.take(first)
  }

  take(line: Line): boolean {
    const found = textOf(line)
    if (found === undefined) return this.mended(line)
    this.open = undefined
    const { text, report, column } = found
    if (report !== this.report || (line !== this.first && /^section_type: |^Error \d{1,4}, type: /i.test(text))) {
      this.done = true
      return false
    }
    if (/^section_type: /i.test(text)) return true
    const header = HEADER.exec(text)
    if (header) {
      // Its own source reads it as a packet.
      header.slice(1).forEach((digits, i) => { this.fields[`headerLog${i + 1}`] = Number.parseInt(digits, 16) })
      this.last = line.number
      return false
    }
    const said = this.says(text)
    if (said === 'again') {
      // It begins another section.
      this.done = true
      return false
    }
    if (said !== undefined) {
      this.last = line.number
      return true
    }
    if (/^TLP Header/i.test(text)) return false
    this.open = { line, column }
    return /^[a-z_ ]{4,24}:/i.test(text)
  }

  /** A line without its beginning: what the line before lacks, if both together are one of the section. */
  private mended(line: Line): boolean {
    const { open } = this
    this.open = undefined
    if (!open || line.stamped || line.text.trim() === '') return false
    if (!([' ', ''] as const).some((glue) => this.says(joinedLine(open.line, line, glue).text.slice(open.column)) === 'new')) return false
    this.last = line.number
    return true
  }

  /** Takes what a line says, unless another has said it. */
  private says(text: string): 'new' | 'again' | undefined {
    for (const one of LINES) {
      const match = one.pattern.exec(text)
      if (!match) continue
      if (this.seen.has(one)) return 'again'
      const values = match.slice(1)
      this.seen.add(one)
      Object.assign(this.fields, one.fields?.(values))
      Object.assign(this.said, one.said?.(values))
      this.slices.push(...(one.slices?.(values) ?? []))
      return 'new'
    }
    return undefined
  }

  hits(): readonly Hit[] {
    const { first, last, fields, slices, said } = this
    if (this.seen.size === 0) return []
    return [{ source: ID, line: first.number, lastLine: last, record: 'config.cper-pcie-section', fields, slices, said, notes: [] }]
  }
}
