import { HexError, orderOf, quoted } from './row.ts'
import type { Order, Places } from './row.ts'
import { isTextIn, isTextOf } from './text-column.ts'

/** Bytes of a row of nearly all tools. */
const ROW = 16

/** The data columns of a dump line, and what they are. */
export interface Columns {
  readonly groups: readonly string[]
  readonly places: Places
  readonly prefixed: boolean
  readonly order: Order
  /** Whether the text of the bytes stands beside them: then the row is read as it was written. */
  readonly told: boolean
}

/**
 * Takes the part of a dump line that comes after its offset: groups of one width (the last may be shorter), and perhaps a
 * text column. A text column is told by its marks (`|…|`, `>…<`) or by being the text of the bytes before it; it tells
 * in turn whether the groups are bytes or numbers. It is never data.
 * @throws {HexError} for anything else
 */
export function columnsOf(rest: string): Columns {
  const { groups, gaps, starts, ends, prefixed, tail } = groupsOf(rest)
  const placesOf = (count: number): Places => ({ starts: starts.slice(0, count), ends: ends.slice(0, count) })
  const none = { groups, places: placesOf(groups.length), prefixed, order: prefixed && groups[0]!.length > 2 ? 'number' as const : orderOf(groups), told: false }
  if (groups.length === 0) {
    if (tail !== '' && !tail.startsWith('#')) throw new HexError(`${quoted(tail)} is not hexadecimal`)
    return none
  }
  // Where one blank stands before the text, it may begin with two digits.
  const isFull = gaps.length === 0 && groups.length > ROW && groups[0]!.length === 2
  const cuts = [...(isFull ? [ROW] : gaps), ...(tail === '' ? [] : [groups.length])]
  const textsBy = (isText: typeof isTextOf): Columns[] => cuts.flatMap((cut) => {
    const data = groups.slice(0, cut)
    const column = rest.slice(ends[cut - 1])
    const order = textOrder(data, column, isText) ?? (isMarked(column.trim()) ? textOrder(data, column.trim().slice(1, -1), isText) : undefined)
    return order === undefined ? [] : [{ groups: data, places: placesOf(cut), prefixed, order: prefixed ? ('number' as const) : order, told: true }]
  })
  const inAscii = textsBy(isTextOf)
  const texts = inAscii.length > 0 ? inAscii : textsBy(isTextIn)
  if (texts.length === 0 && (tail.startsWith('#') || tail.startsWith('//') || isMarked(tail))) return none
  // Some tools leave a gap after eight bytes, or after each eight or four; groups of any other kind have none.
  const whole = tail === '' && (gaps.length === 0 || (groups[0]!.length === 2 && isRegular(gaps, groups.length)))
  if (texts.length + Number(whole) > 1 && !(gaps.length === 0)) throw new HexError(`${quoted(rest.trim())} may end in a text column or in data: leave the text column out`)
  if (texts[0]) return texts[0]
  if (whole) return none
  throw new HexError(`${quoted(rest.slice(ends[cuts[0]! - 1]).trim())} is neither hexadecimal nor the text of the bytes before it`)
}

function isRegular(gaps: readonly number[], count: number): boolean {
  const [step] = gaps
  if (gaps.length === 1 && step === 8) return true
  return (step === 4 || step === 8) && gaps.every((gap, i) => gap === step * (i + 1)) && count - gaps.at(-1)! <= step
}

function groupsOf(rest: string): { groups: string[]; gaps: number[]; starts: number[]; ends: number[]; prefixed: boolean; tail: string } {
  // WinDbg writes a tick in the middle of 64 bits, and it and EDK II a dash in the middle of 16 bytes.
  const pattern = /(\s*|(?<=[0-9a-f]{2})-(?=[0-9a-f]{2}(?:\s|$)))(0x)?([0-9a-f]{8}`[0-9a-f]{8}|[0-9a-f]+)(?=\s|-[0-9a-f]{2}(?:\s|$)|$)/iy
  const groups: string[] = []
  const blanks: number[] = []
  const starts: number[] = []
  const ends: number[] = []
  let prefixed = false
  let end = 0
  for (let found = pattern.exec(rest); found !== null; found = pattern.exec(rest)) {
    const [, blank, prefix, written] = found as unknown as [string, string, string | undefined, string]
    const digits = written.replace('`', '')
    const first = groups[0]
    // A group that is wider than the first, or follows a shorter one, is of another column.
    if (first !== undefined && (digits.length > first.length || groups.at(-1)!.length < first.length || prefixed !== (prefix !== undefined))) break
    if (first !== undefined) blanks.push(blank.length)
    prefixed = prefix !== undefined
    groups.push(digits)
    starts.push(pattern.lastIndex - written.length)
    ends.push(pattern.lastIndex)
    end = pattern.lastIndex
  }
  // `hexdump -x` leaves four blanks everywhere. Of a few groups the last may be text.
  const usual = blanks.length < 3 ? 1 : Math.max(1, Math.min(...blanks))
  const gaps = blanks.flatMap((blank, i) => (blank > usual ? [i + 1] : []))
  return { groups, gaps, starts, ends, prefixed, tail: rest.slice(end).trim() }
}

function isMarked(tail: string): boolean {
  return tail.length > 1 && ((tail.startsWith('|') && tail.endsWith('|')) || (tail.startsWith('>') && tail.endsWith('<')) || (tail.startsWith('*') && tail.endsWith('*')) || (tail.startsWith('"') && tail.endsWith('"')))
}

/** What the groups are by the text beside them, or undefined where it is not their text. */
function textOrder(groups: readonly string[], column: string, isText: typeof isTextOf): Order | undefined {
  for (const { length } of groups) if (length % 2 !== 0) return undefined
  const shown = column.trim()
  const asBytes = isText(shown, groups, false)
  if (groups[0]!.length === 2) return asBytes ? 'bytes' : undefined
  const asNumbers = isText(shown, groups, true)
  return asBytes ? (asNumbers ? 'either' : 'bytes') : asNumbers ? 'number' : undefined
}
