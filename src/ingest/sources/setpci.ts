import { layoutOf } from '../../neighbours/index.ts'
import { deviceOf } from '../device.ts'
import { unknown } from '../hit.ts'
import type { Hit } from '../hit.ts'
import { placesOf } from '../line.ts'
import type { Line } from '../line.ts'
import type { Session, Source } from '../source.ts'

const ID = 'setpci.register'

const RECORDS: Readonly<Record<string, string>> = { ats: 'config.ats-capability', pri: 'config.pri-capability', pasid: 'config.pasid-capability' }
/** The same by the number that `setpci -v` prints. */
const BY_NUMBER = new Map(Object.entries(RECORDS).map(([name, id]) => [layoutOf(id).fixed!['id']!.value, name]))
const WIDTHS: Readonly<Record<string, number>> = { b: 1, w: 2, l: 4 }

const REGISTER = '\\bECAP_(ATS|PRI|PASID)(?:\\+(?:0x)?([0-9a-f]{1,2}))?\\.([bwl])'
const ARGUMENT = new RegExp(`^${REGISTER}$`, 'i')
/** A register and its value in one line, as a script prints them. */
const NAMED = new RegExp(`${REGISTER}["']?(?:\\s{0,4}(?::|=>?|->)\\s{1,4}|\\s{1,8})(?:0x)?([0-9a-f]{2,8})\\s*$`, 'di')
/** What `setpci -v` prints. */
const VERBOSE = /^((?:[0-9a-f]{4}:)?[0-9a-f]{2}:[0-9a-f]{2}\.[0-7]) \(ecap (000f|0013|001b) @([0-9a-f]{1,3})\) @([0-9a-f]{1,3}) = ([0-9a-f]{2,8})\s*$/di
/** The function, where it stands before a register. */
const FUNCTION = /(?:^|[\s"'])((?:[0-9a-f]{4}:)?[0-9a-f]{2}:[0-9a-f]{2}\.[0-7])[\s:,"']{1,4}$/i
/** A value alone. */
const VALUE = /^\s*(?:0x)?([0-9a-f]{2}|[0-9a-f]{4}|[0-9a-f]{8})\s*$/di
const COMMAND = /\bsetpci\s(.{1,200})/
const LONGEST = 400
/** Registers of one command, and capabilities of one text, at the most. */
const MOST = 32

/** A register, as the capability and the bytes of it, and whose it is. */
interface Register {
  readonly capability: string
  readonly at: number
  readonly width: number
  readonly device?: string | undefined
  readonly offset?: number
}

/** Registers of the capabilities of ATS, PRI and PASID as setpci prints them: beside their names, below a command that names them, or with `-v`. */
export const setpci: Source = {
  id: ID,
  anchors: ['ECAP_ATS', 'ECAP_PRI', 'ECAP_PASID', 'ecap_ats', 'ecap_pri', 'ecap_pasid', '(ecap 000f @', '(ecap 0013 @', '(ecap 001b @'],
  open(line, column) {
    // Of several registers in a line the first begins it.
    if (line.text.length > LONGEST || /ECAP_(?:ATS|PRI|PASID)|\(ecap /i.test(line.text.slice(0, column))) return undefined
    const session = new Registers()
    return session.take(line) ? session : undefined
  },
}

const registerOf = (name: string, at: string | undefined, width: string, device?: string): Register => ({ capability: name.toLowerCase(), at: Number.parseInt(at ?? '0', 16), width: WIDTHS[width.toLowerCase()]!, device })

/** The registers that a command reads, and of which function; those that it writes have a value. */
function asked(text: string): { readonly device: string | undefined; readonly registers: readonly Register[] } | undefined {
  const words = COMMAND.exec(text)?.[1]!.split(/\s+/)
  if (!words) return undefined
  const device = words[words.indexOf('-s') + 1]
  const named = device !== undefined && deviceOf(device) ? device : undefined
  return { device: named, registers: words.flatMap((word) => {
    const match = ARGUMENT.exec(word)
    return match ? [registerOf(match[1]!, match[2], match[3]!, named)] : []
  }) }
}

class Registers implements Session {
  readonly patience = 0
  readonly done = false
  private readonly found: Hit[] = []
  private device: string | undefined
  /** Registers whose values come in the next lines. */
  private awaited: readonly Register[] = []

  take(line: Line): boolean {
    const { text } = line
    if (text.length > LONGEST) return false
    const command = asked(text)
    if (command) {
      this.device = command.device ?? this.device
      this.awaited = command.registers.slice(0, MOST)
      return true
    }
    const verbose = VERBOSE.exec(text)
    if (verbose) {
      const offset = Number.parseInt(verbose[3]!, 16)
      return this.add({ capability: BY_NUMBER.get(Number.parseInt(verbose[2]!, 16))!, at: Number.parseInt(verbose[4]!, 16) - offset, width: verbose[5]!.length / 2, device: verbose[1]!, offset }, verbose, 5, line)
    }
    const named = NAMED.exec(text)
    if (named) return this.add(registerOf(named[1]!, named[2], named[3]!, FUNCTION.exec(text.slice(0, named.index))?.[1] ?? this.device), named, 4, line)
    const [next, ...others] = this.awaited
    const value = next && VALUE.exec(text)
    if (!value || value[1]!.length !== 2 * next.width) return false
    this.awaited = others
    return this.add(next, value, 1, line)
  }

  /** Puts a value into the capability of which the others before it are. */
  private add({ capability, at, width, device, offset }: Register, match: RegExpExecArray, group: number, { pieces, number }: Line): boolean {
    const record = RECORDS[capability]!
    const { size } = layoutOf(record)
    const digits = match[group]!
    if (digits.length !== 2 * width || at < 0 || at + width > size) return false
    let hit = this.found.find((one) => one.record === record && one.said.device === device && one.data!.known.subarray(at, at + width).every((mask) => mask === 0))
    if (!hit && this.found.length === MOST) return false
    if (!hit) {
      hit = { source: ID, line: number, lastLine: number, record, data: unknown(size), said: { capability, ...(device !== undefined && { device }), ...(offset !== undefined && { offset }) }, notes: [] }
      this.found.push(hit)
    }
    const { bytes, known, spans } = hit.data!
    for (let i = 0; i < width; i++) {
      bytes[at + i] = Number.parseInt(digits.slice(digits.length - 2 * i - 2, digits.length - 2 * i), 16)
      known[at + i] = 0xff
    }
    const span = { ...placesOf(pieces, match.indices![group]![0], digits.length), offset: at, size: width, order: 'number' as const }
    this.found[this.found.indexOf(hit)] = { ...hit, lastLine: number, data: { bytes, known, spans: [...spans, span].sort((a, b) => a.offset - b.offset) } }
    return true
  }

  hits(): readonly Hit[] {
    return this.found
  }
}
