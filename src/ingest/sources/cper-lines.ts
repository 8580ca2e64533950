import { deviceOf } from '../device.ts'
import type { Hit } from '../hit.ts'

/** What the lines of a PCI Express section say, whatever the log has made of them. */

type Values = readonly string[]

/** A line of the section: what it says of fields, and beside them. */
interface Says {
  readonly pattern: RegExp
  fields?(values: Values): NonNullable<Hit['fields']>
  said?(values: Values): Hit['said']
  readonly note?: string
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
  { pattern: line('slot: (\\d{1,4})'), fields: ([slot]) => ({ slot: Number(slot) }) },
  { pattern: line(`secondary_bus: ${X2}`), fields: ([bus]) => ({ secondaryBus: hex(bus) }) },
  { pattern: line(`vendor_id: ${X4},\\s+device_id: ${X4}`), fields: ([vendor, device]) => ({ vendorId: hex(vendor), deviceId: hex(device) }) },
  { pattern: line('class_code: ([0-9a-f]{6})'), said: ([classCode]) => ({ classCode: classCode! }), note: 'class_code is in the log, but not from which end: older kernels print its bytes the other way round' },
  { pattern: line(`serial number: ${X4},\\s+${X4}`), fields: ([low, high]) => ({ serialLow: hex(low), serialHigh: hex(high) }) },
  { pattern: line(`bridge: secondary_status: ${X4},\\s+control: ${X4}`), fields: ([status, control]) => ({ bridgeSecondaryStatus: hex(status), bridgeControl: hex(control) }) },
  { pattern: line(`aer_cor_status: ${X8},\\s+aer_cor_mask: ${X8}`), fields: ([status, mask]) => ({ correctableStatus: hex(status), correctableMask: hex(mask) }) },
  { pattern: line(`aer_uncor_status: ${X8},\\s+aer_uncor_mask: ${X8}`), fields: ([status, mask]) => ({ uncorrectableStatus: hex(status), uncorrectableMask: hex(mask) }) },
  { pattern: line(`aer_uncor_severity: ${X8}`), fields: ([severity]) => ({ uncorrectableSeverity: hex(severity) }) },
]

/** The log of a header, which is an item of its own: here it is a part of the section. */
const HEADER = /^TLP Header:\s+([0-9a-f]{8})\s+([0-9a-f]{8})\s+([0-9a-f]{8})\s+([0-9a-f]{8})\s*$/di

/** Whether Linux takes the error for corrected: the type of the section, or that of the whole report, which none in it is worse than. */
const SEVERITY = /^(?:Error \d{1,4}, type|(event severity)): (corrected|recoverable|fatal|info)\s*$/i

/** What the AER driver prints of the section: one register of status, which of the two depends on the type of the error. */
const AER = /(?:^|\s)([0-9a-f]{4}:[0-9a-f]{2}:[01][0-9a-f]\.[0-7]): (?:AER: )?aer_status: 0x([0-9a-f]{8}), aer_mask: 0x([0-9a-f]{8})(?![0-9a-f])/i

/** What is known of a section. */
export class Report {
  private readonly fields: Record<string, boolean | number | bigint> = {}
  private readonly said: Record<string, string | number | bigint | boolean> = {}
  private readonly notes: string[] = []
  private readonly seen = new Set<Says>()

  constructor(report: string) {
    if (report !== '') this.said.report = Number(report.slice(1, -1))
  }

  get isEmpty(): boolean {
    return this.seen.size === 0
  }

  /** Takes what a line says, unless another has said it. */
  says(text: string): 'new' | 'again' | undefined {
    for (const one of LINES) {
      const match = one.pattern.exec(text)
      if (!match) continue
      if (this.seen.has(one)) return 'again'
      const values = match.slice(1)
      this.seen.add(one)
      Object.assign(this.fields, one.fields?.(values))
      Object.assign(this.said, one.said?.(values))
      if (one.note !== undefined) this.notes.push(one.note)
      return 'new'
    }
    return undefined
  }

  /** Takes the log of a header, which is an item of its own: here it is a part of the section. */
  header(text: string): boolean {
    const header = HEADER.exec(text)
    header?.slice(1).forEach((digits, i) => { this.fields[`headerLog${i + 1}`] = Number.parseInt(digits, 16) })
    return header !== null
  }

  severity(text: string): boolean {
    const match = SEVERITY.exec(text)
    if (match && (match[1] === undefined || /^corrected$/i.test(match[2]!))) this.said.severity = match[2]!.toLowerCase()
    return match !== null
  }

  /** Takes what the AER driver prints of the device of the section, where the section does not hold it. */
  aer(text: string): boolean {
    const { fields, said } = this
    const [, name, status, mask] = AER.exec(text) ?? []
    const device = name === undefined ? undefined : deviceOf(name)
    if (!device || fields.bus === undefined || said.aerStatus !== undefined || fields.uncorrectableStatus !== undefined || fields.correctableStatus !== undefined) return false
    if (device.segment !== fields.segment || device.rid !== ((Number(fields.bus) << 8) | (Number(fields.deviceNumber) << 3) | Number(fields.functionNumber))) return false
    Object.assign(said, { aerStatus: hex(status), aerMask: hex(mask) })
    return true
  }

  hit(source: string, line: number, lastLine: number): Hit {
    const { fields, said, notes } = this
    return { source, line, lastLine, record: 'config.cper-pcie-section', fields, said, notes }
  }
}
