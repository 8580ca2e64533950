import { deviceOf } from '../device.ts'
import type { Hit, Span } from '../hit.ts'
import { doubtOf, placesOf } from '../line.ts'
import type { Line } from '../line.ts'
import type { Session, Source } from '../source.ts'

const ATS = 'Address Translation Service (ATS)'
const PRI = 'Page Request Interface (PRI)'
const PASID = 'Process Address Space ID (PASID)'

const RECORDS: Readonly<Record<string, string>> = { [ATS]: 'config.ats-capability', [PRI]: 'config.pri-capability', [PASID]: 'config.pasid-capability' }

const flag = (text: string, name: string): boolean | undefined => {
  const sign = new RegExp(`(?:^|[\\s,])${name}([+-])`).exec(text)?.[1]
  return sign === undefined ? undefined : sign === '+'
}

/** A line of a capability, and what it says, as far as it is there. */
interface CapabilityLine {
  readonly begins: string
  read(text: string): Record<string, boolean | number | undefined>
}

/** What each line of lspci says of a capability, in its own words. */
const LINES: Readonly<Record<string, readonly CapabilityLine[]>> = {
  [ATS]: [
    { begins: 'ATSCap:', read: (text) => ({ invalidateQueueDepth: hex(/Queue Depth: ([0-9a-f]{2})(?![\w:.])/i.exec(text)) }) },
    { begins: 'ATSCtl:', read: (text) => ({ enable: flag(text, 'Enable'), smallestTranslationUnit: hex(/Translation Unit: ([0-9a-f]{2})(?![\w:.])/i.exec(text)) }) },
  ],
  [PRI]: [
    { begins: 'PRICtl:', read: (text) => ({ enable: flag(text, 'Enable'), reset: flag(text, 'Reset') }) },
    {
      begins: 'PRISta:',
      read: (text) => ({ responseFailure: flag(text, 'RF'), unexpectedPrgIndex: flag(text, 'UPRGI'), stopped: flag(text, 'Stopped'), prgResponsePasidRequired: flag(text, 'PASID') }),
    },
    {
      begins: 'Page Request Capacity:',
      read: (text) => ({ pageRequestCapacity: hex(/Capacity: ([0-9a-f]{8})(?![\w:.])/i.exec(text)), pageRequestAllocation: hex(/Allocation: ([0-9a-f]{8})(?![\w:.])/i.exec(text)) }),
    },
  ],
  [PASID]: [
    {
      begins: 'PASIDCap:',
      read: (text) => ({ executePermissionSupported: flag(text, 'Exec'), privilegedModeSupported: flag(text, 'Priv'), maxPasidWidth: hex(/PASID Width: ([0-9a-f]{2})(?![\w:.])/i.exec(text)) }),
    },
    {
      begins: 'PASIDCtl:',
      read: (text) => ({ enable: flag(text, 'Enable'), executePermissionEnable: flag(text, 'Exec'), privilegedModeEnable: flag(text, 'Priv') }),
    },
  ],
}

function hex(match: RegExpExecArray | null): number | undefined {
  return match ? Number.parseInt(match[1]!, 16) : undefined
}

/** The beginnings of the lines that say it themselves of which capability they are. */
const ALONE = Object.entries(LINES).flatMap(([title, lines]) => lines.flatMap(({ begins }) => (begins.includes(' ') ? [] : [{ title, begins }])))

/** The ATS, PRI and PASID capabilities as `lspci -vv` writes them out, where the line that names the function is not there, or nothing but their own lines is. */
export const lspciCapability: Source = {
  id: 'lspci.capability',
  anchors: [...Object.keys(RECORDS), ...ALONE.map(({ begins }) => begins)],
  open: (line, column) => (line.text.slice(0, column).trim() === '' ? Capability.alone(line, {}) : undefined) ?? Capability.of(line, column, {}),
}

class Capability implements Session {
  readonly patience = 0
  private readonly title: string
  private readonly first: Line
  private last: number
  private readonly fields: Record<string, boolean | number> = {}
  private readonly said: Hit['said']
  private readonly left: Set<string>
  /** The line before, which a mail client may have broken. */
  private before: { readonly known: CapabilityLine; readonly text: string } | undefined

  private constructor(title: string, line: Line, said: Hit['said'], version: string | undefined) {
    this.title = title
    this.first = line
    this.last = line.number
    this.said = said
    this.left = new Set(LINES[title]!.map(({ begins }) => begins))
    if (version !== undefined) this.fields.version = Number(version)
  }

  static of(line: Line, column: number, said: Hit['said']): Capability | undefined {
    const title = Object.keys(RECORDS).find((name) => line.text.startsWith(name, column))
    // Markdown has backslashes before the brackets.
    const at = /Capabilities: \\?\[([0-9a-f]{3})(?: v(\d{1,2}))?\\?\] $/i.exec(line.text.slice(0, column))
    return title !== undefined && at ? new Capability(title, line, { ...said, offset: Number.parseInt(at[1]!, 16) }, at[2]) : undefined
  }

  /** A capability of which the line with its name is not there, as behind `grep`. */
  static alone(line: Line, said: Hit['said']): Capability | undefined {
    const own = ALONE.find(({ begins }) => line.text.trimStart().startsWith(begins))
    const found = own && new Capability(own.title, line, said, undefined)
    return found?.take(line) && Object.keys(found.fields).length > 0 ? found : undefined
  }

  get done(): boolean {
    return this.left.size === 0 && LINES[this.title]!.every(({ read }) => Object.keys(read('')).every((name) => Object.hasOwn(this.fields, name)))
  }

  take(line: Line): boolean {
    const text = line.text.trim()
    if (text === '') return true
    const known = LINES[this.title]!.find(({ begins }) => text.includes(begins))
    // The same line again is of another function.
    if (known && !this.left.has(known.begins)) return false
    if (known) {
      this.before = { known, text }
      this.left.delete(known.begins)
      this.read(known, text)
      this.last = line.number
      return true
    }
    const { before } = this
    this.before = undefined
    if (!before || line.stamped || !this.read(before.known, `${before.text} ${text}`)) return false
    this.last = line.number
    return true
  }

  /** Whether the text tells more than was known before. */
  private read(known: CapabilityLine, text: string): boolean {
    let more = false
    for (const [name, value] of Object.entries(known.read(text))) {
      if (value === undefined) continue
      more ||= !Object.hasOwn(this.fields, name)
      this.fields[name] = value
    }
    return more
  }

  hits(): readonly Hit[] {
    const { title, first, last, fields, said } = this
    // Without -vv, or without the rights to read the registers, lspci names the capability and nothing else.
    const notes = Object.keys(fields).some((name) => name !== 'version') ? [] : ['lspci says that the capability is there, and no more']
    return [{ source: 'lspci.capability', line: first.number, lastLine: last, name: title, record: RECORDS[title]!, fields, said, notes }]
  }
}

const DEVICE = '(?:[0-9a-f]{4,8}:)?[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]'
/** With -PP, lspci writes the bridges above a function before it. */
const TITLE = new RegExp(`^\\s{0,8}(?:${DEVICE}/){0,8}(${DEVICE}) +(?=\\S)(?!\\d{2} )`, 'i')
const ROW = /^\s{0,8}([0-9a-f]{2,3}):((?:\s[0-9a-f]{2}){1,16})\s*$/i

/** Where the extended capabilities begin. */
const EXTENDED = 0x100

/** Lines that lspci writes of one function at the most. */
const LONG = 2000

/** A function as lspci shows it: its capabilities in words, and with -x its configuration space as a dump, which then holds more. */
export const lspciFunction: Source = {
  id: 'lspci.function',
  anchors: [],
  shape: new RegExp(`${TITLE.source}|^\\s{0,8}(?:00{1,2}|100):(?:\\s[0-9a-f]{2}){16}\\s*$`, 'i'),
  open(line) {
    const title = TITLE.exec(line.text)?.[1]
    const found = new PciFunction(line, title)
    if (title === undefined) found.take(line)
    return found
  },
}

class PciFunction implements Session {
  readonly patience = LONG
  done = false
  private readonly said: Hit['said']
  private readonly first: Line
  private last: number
  private capability: Capability | undefined
  private readonly found: Capability[] = []
  private readonly bytes: number[] = []
  /** That the dump begins with the extended capabilities. */
  private without: string | undefined
  private readonly spans: Span[] = []
  /** Where the dump breaks off. */
  private problem: string | undefined

  constructor(line: Line, device: string | undefined) {
    const known = device === undefined ? undefined : deviceOf(device)
    this.first = line
    this.last = line.number
    this.said = { ...(device !== undefined && { device }), ...(known && { rid: known.rid }), ...(known?.segment !== undefined && { segment: known.segment }) }
  }

  take(line: Line): boolean {
    if (this.capability?.take(line)) return true
    const title = Object.keys(RECORDS).find((name) => line.text.includes(name))
    const begun = title === undefined ? Capability.alone(line, this.said) : Capability.of(line, line.text.indexOf(title), this.said)
    if (title !== undefined || begun) {
      this.capability = begun
      if (begun) this.found.push(begun)
      return begun !== undefined
    }
    const row = ROW.exec(line.text)
    if (row) return this.row(row, line)
    if (TITLE.test(line.text) || (line.text !== '' && !/^\s/.test(line.text) && this.bytes.length > 0)) this.done = true
    return false
  }

  private row([, at, digits]: RegExpExecArray, line: Line): boolean {
    const offset = Number.parseInt(at!, 16)
    // The extended capabilities are a list of their own: what stands before them need not be there.
    const missing = `line ${line.number}: the row at ${at}, where ${this.bytes.length.toString(16)} comes next: rows are missing or out of order`
    if (offset === EXTENDED && this.bytes.length === 0) {
      this.without = missing
      this.bytes.push(...new Uint8Array(EXTENDED))
    }
    if (offset !== this.bytes.length) {
      if (offset === 0) this.done = true
      else this.problem ??= missing
      return offset !== 0
    }
    if (this.problem === undefined) {
      for (const match of digits!.matchAll(/[0-9a-f]{2}/gi)) {
        this.spans.push({ ...placesOf(line.pieces, line.text.indexOf(':') + 1 + match.index, 2), offset: this.bytes.length, size: 1, order: 'memory' })
        this.bytes.push(Number.parseInt(match[0], 16))
      }
    }
    this.last = line.number
    return true
  }

  hits(): readonly Hit[] {
    const words = this.found.flatMap((capability) => capability.hits())
    if (this.bytes.length === 0 && this.problem === undefined) return words
    const bytes = Uint8Array.from(this.bytes)
    const data = { bytes, known: new Uint8Array(bytes.length).fill(0xff, this.without === undefined ? 0 : EXTENDED), spans: this.spans }
    const notes = [this.without, this.problem].filter((note) => note !== undefined)
    return [
      { source: 'lspci.function', line: this.first.number, lastLine: this.last, place: 'configuration-space', data, said: this.said, notes, ...(this.said.device === undefined && doubtOf(this.first)) },
      // What the dump does not reach is known from the words only.
      ...words.filter(({ said }) => Number(said.offset) >= bytes.length),
    ]
  }
}
