import type { Hit, Known, Reading, Said } from './hit.ts'
import type { Line } from './line.ts'
import type { Session, Source } from './source.ts'

/**
 * Digits that somebody has made unreadable: `0x12xxx000`, `8e43????`, `[xx:00.0]`. A text that has some is read several
 * times, with another digit in their place: what differs is not in it.
 */

const MAY = /xx|[?]{2}|[0-9a-f](?:[?*][0-9a-f*]|#|--|\.{3}|<[a-z]|[\u2026\u2588\u25cf]|\xe2[\x80\x96\x97])/i
/** Stars are those of Markdown, unless three stand behind a digit. */
const MASKED = /(?<![0-9a-z?/_-])(?:0x)?(?=[0-9a-f]|xx|\?\?)[0-9a-f]*(?:x{2,}|\?{2,}|\?(?=[0-9a-f])|(?<=[0-9a-f])\*{3,})(?:[0-9a-fx?]|\*{3,})*(?![0-9a-z])/gi
/** Digits behind which other marks, or a word in brackets, stand for some: how many there were is not known, and so none of them is. */
const CUT = /(?<![0-9a-z?/_-])(?:0x)?[0-9a-f]{1,16}(?=#|--|\.{3}|<[a-z]|[\u2026\u2588\u25cf]|\xe2[\x80\x96\x97])/gi

/** Lines of a text that are kept for the case that a later one is masked. */
const KEPT = 40

const NOTE = 'digits that are masked in the log are not known'

/** What is put in the place of digits: values that no field takes for the same, also where some of them are all ones. */
const DIGITS = ['0', '1', 'f'] as const
const F = 2

/** A digit, or a number of letters alone. */
const DIGIT = /\d|(?<![a-z])[a-f]{4,16}(?![a-z])/i

/** Characters before the words by which a text is found in which a name may stand. */
const NAME = 24

/** A line is offered to many texts. */
let asked = ''
let answer: readonly string[] | undefined

/** The line with each digit in the place of those that are masked; undefined where none is. */
function unmasked(line: Line): readonly Line[] | undefined {
  if (line.text !== asked) {
    asked = line.text
    answer = isMaskedIn(asked) ? DIGITS.map((digit) => asked.replaceAll(MASKED, (token) => withDigit(token, digit)).replaceAll(CUT, (token) => token.replaceAll(/(?<!^)[0-9a-f]|^[0-9a-f](?!x)/gi, digit))) : undefined
  }
  return answer?.map((text) => ({ ...line, text }))
}

const isMaskedIn = (text: string): boolean => MAY.test(text) && (text.search(MASKED) >= 0 || text.search(CUT) >= 0)

function withDigit(token: string, digit: string): string {
  const prefix = /^0x./i.test(token) ? 2 : 0
  return token.slice(0, prefix) + token.slice(prefix).replaceAll(/[x?*]/gi, digit)
}

/** The source, which takes no digit for another that nobody can read. */
export const blindToMasks = (source: Source): Source => ({
  ...source,
  open(line, column) {
    const lines = unmasked(line)
    if (lines === undefined || !isMaskedIn(line.text.slice(Math.max(0, column - NAME)))) {
      const session = source.open(line, column)
      return session && new Unmasked(source, column, session, line)
    }
    // What has no digit but such is a form to fill in.
    const text = line.text.slice(column)
    if (isMaskedIn(text) && !DIGIT.test(text.replaceAll(/0x/gi, ''))) return undefined
    const readings = lines.flatMap((one, digit): readonly Reader[] => {
      const session = source.open(one, column)
      return session ? [{ session, digit }] : []
    })
    return readings.length > 1 ? new Masked(readings, [[lines[readings[0]!.digit]!, line]]) : undefined
  },
})

/** A reading of a text with one of the digits. */
interface Reader {
  readonly session: Session
  readonly digit: number
}

/** What a reading of a text says of it, to whoever offers it lines. */
abstract class Around {
  protected abstract readonly session: Session

  get done(): boolean { return this.session.done }
  get mayBeNothing(): boolean { return this.session.mayBeNothing === true }
  get hasBrackets(): boolean { return this.session.hasBrackets === true }
  get tornOf(): string | undefined { return this.session.tornOf }
  get patience(): number { return this.session.patience }
  get lost(): readonly Line[] | undefined { return this.session.lost }
  get others(): readonly Line[] | undefined { return this.session.others }
  needs(line: Line): boolean { return this.session.needs?.(line) === true }
}

/** A text of which no line was masked yet. */
class Unmasked extends Around implements Session {
  private readonly source: Source
  private readonly column: number
  protected session: Session
  private readonly lines: Line[]

  constructor(source: Source, column: number, session: Session, first: Line) {
    super()
    this.source = source
    this.column = column
    this.session = session
    this.lines = [first]
  }

  next(line: Line): Session | undefined { return this.session.next?.(line) }
  hits(): readonly Hit[] { return this.session.hits() }

  take(line: Line): boolean {
    if (this.lines.length < KEPT && !(this.session instanceof Masked) && unmasked(line) !== undefined) {
      this.session = new Masked(DIGITS.flatMap((_, digit) => {
        const session = digit === 0 ? this.session : this.again()
        return session ? [{ session, digit }] : []
      }), [])
    }
    const taken = this.session.take(line)
    if (taken && this.lines.length < KEPT) this.lines.push(line)
    return taken
  }

  /** The same text as far as it has come, once more. */
  private again(): Session | undefined {
    const [first, ...others] = this.lines as [Line, ...Line[]]
    const session = this.source.open(first, this.column)
    return others.every((line) => session?.take(line) === true) ? session : undefined
  }
}

/** A text of which a line was masked: a reading with each digit. */
class Masked extends Around implements Session {
  private readonly readers: readonly Reader[]
  /** The first of them. */
  protected readonly session: Session
  /** The lines as they were, by those that the first reading took. */
  private readonly lines: Map<Line, Line>

  constructor(readers: readonly Reader[], lines: readonly (readonly [read: Line, line: Line])[]) {
    super()
    this.readers = readers
    this.session = readers[0]!.session
    this.lines = new Map(lines)
  }

  override get lost(): readonly Line[] | undefined { return this.asTheyWere(super.lost) }
  override get others(): readonly Line[] | undefined { return this.asTheyWere(super.others) }

  private asTheyWere(lines: readonly Line[] | undefined): readonly Line[] | undefined {
    return lines?.map((line) => this.lines.get(line) ?? line)
  }

  take(line: Line): boolean {
    const lines = unmasked(line)
    if (lines) this.lines.set(lines[this.readers[0]!.digit]!, line)
    const [taken] = this.readers.map(({ session, digit }) => session.take(lines?.[digit] ?? line))
    return taken!
  }

  hits(): readonly Hit[] {
    const [hits, ...all] = this.readers.map(({ session }) => session.hits())
    // A number in decimal has no digit `f`.
    const others = all.filter((other, i) => this.readers[i + 1]!.digit !== F || other.length > 0)
    const [hit] = hits!
    if (hit === undefined) return []
    const isAlike = others.every((other) => other.length === hits!.length && other.every(({ record, place }, i) => record === hits![i]!.record && place === hits![i]!.place))
    if (!isAlike) return [{ source: hit.source, line: hit.line, lastLine: hits!.at(-1)!.lastLine, name: 'a text whose digits are masked', said: {}, notes: [NOTE] }]
    return hits!.map((one, i) => {
      const common = others.reduce((shared, other) => commonOf(shared, other[i]!), one)
      return isSame(one, common) ? one : { ...common, notes: [...common.notes, NOTE] }
    })
  }
}

/** What two readings of a text have in common. */
const commonOf = (one: Hit, other: Hit): Hit => ({
  ...one,
  said: sharedOf(one.said, other.said),
  notes: one.notes.filter((note) => other.notes.includes(note)),
  ...(one.fields && { fields: sharedOf(one.fields, other.fields ?? {}) }),
  ...(one.slices && { slices: one.slices.filter((slice) => other.slices?.some((same) => String(same) === String(slice)) === true) }),
  ...(one.data && other.data && { data: knownOf(one.data, other.data) }),
  ...(one.readings && { readings: one.readings.map((reading, i): Reading => ({ ...reading, data: knownOf(reading.data, other.readings![i]!.data) })) }),
})

const isSame = (one: Hit, shared: Hit): boolean =>
  one.notes.length === shared.notes.length && sizeOf(one.said) === sizeOf(shared.said) && sizeOf(one.fields) === sizeOf(shared.fields) && one.slices?.length === shared.slices?.length && one.data === shared.data && one.readings?.every(({ data }, i) => data === shared.readings![i]!.data) !== false
const sizeOf = (values: object = {}): number => Object.keys(values).length

const sharedOf = <T extends NonNullable<Hit['fields']> | Said>(one: T, other: T): T => Object.fromEntries(Object.entries(one).filter(([name, value]) => (other as Said)[name] === value)) as unknown as T

/** The bits of bytes but for those of the digits that differ. What such a digit stands among cannot be written back. */
function knownOf(one: Known, other: Known): Known {
  const masks = one.bytes.map((byte, i) => {
    const differs = byte ^ (other.bytes[i] ?? ~byte)
    return ((differs & 0x0f) === 0 ? 0 : 0x0f) | ((differs & 0xf0) === 0 ? 0 : 0xf0)
  })
  if (masks.every((mask) => mask === 0)) return one
  return {
    bytes: one.bytes.map((byte, i) => byte & ~masks[i]!), known: one.known.map((mask, i) => mask & ~masks[i]!),
    spans: one.spans.filter(({ offset, size }) => masks.subarray(offset, offset + size).every((mask) => mask === 0)),
  }
}
