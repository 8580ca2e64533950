import type { Hit } from './hit.ts'
import { joinedLine, Passage } from './line.ts'
import type { Line } from './line.ts'

/**
 * One kind of text that holds records. A source is found by its anchors, which are plain words, so that a log of any
 * size is searched for all of them at once.
 */
export interface Source {
  /** Such as `linux.intel.queue-error`. */
  readonly id: string
  /** Words of which one stands in the first line of the text. */
  readonly anchors: readonly string[]
  /** For a text without such words: what its first line looks like. It is asked of lines only that begin with hexadecimal digits or end in a word of them. */
  readonly shape?: RegExp
  /** Looks at a line that has an anchor at `column`, or the shape from 0 on. Undefined where it is something else after all. */
  open(line: Line, column: number): Session | undefined
}

/** A text that has begun, and may go on in further lines. */
export interface Session {
  /** Whether the whole text is there. */
  readonly done: boolean
  /** Whether the line may be of something else: then others look at it as well. */
  readonly mayBeNothing?: boolean
  /** Whether lines of brackets alone are a part of it. */
  readonly hasBrackets?: boolean
  /** The source of a text that breaks off in the midst of a line: one of another source that begins in the next is none of it. */
  readonly tornOf?: string | undefined
  /** How many lines of something else may stand between its lines. */
  readonly patience: number
  /** Whether the line is what comes next, from end to end: then no further line goes on with it. */
  needs?(line: Line): boolean
  /** Offers the next line; whether it belongs to the text. */
  take(line: Line): boolean
  /** What goes on with a line that was not taken because the text is too long to be kept: it has taken the line. */
  next?(line: Line): Session | undefined
  /** What was found, whole or cut short. */
  hits(): readonly Hit[]
  /** Where nothing was found: lines that it took and that are of something else after all. */
  readonly lost?: readonly Line[] | undefined
  /** Where something was found: the last lines that it took, if they are of something else. */
  readonly others?: readonly Line[] | undefined
}

/** What a text of one line gives. */
export type Found = Omit<Hit, 'source' | 'line' | 'lastLine'>

/** How a text of one line is read; a mail client may have broken it. */
export interface Sentence {
  readonly id: string
  readonly anchors: readonly string[]
  readonly shape?: RegExp
  /** What belongs to the text and stands before the anchor, where the text begins with something that varies. It ends in `$`. */
  readonly before?: RegExp
  /**
   * Reads the text from the anchor on. `undefined` where it is something else, `'more'` where the line breaks off in
   * the middle: then the next line is added, unless it begins a message of its own; `'nothing'` where the text is what it
   * seems and holds no record, so that no other source need look at it.
   * @param last whether there is no further line: what is there has to do
   */
  read(text: string, passage: Passage, last: boolean): Found | 'more' | 'nothing' | undefined
  /** How many lines of others may stand where the text is broken. Default: none. */
  readonly patience?: number
  /** Whether the next line goes on with the text. Default: unless it begins a message of its own. */
  goesOn?(text: string, next: Line, passage: Passage): boolean
}

/** What comes of a text that is not (yet) what was looked for: it may go on in the next line, while it is no longer than `longest` characters. */
export const cutOff = (text: string, last: boolean, longest: number): 'more' | undefined => (last || text.length > longest ? undefined : 'more')

/** Who may stand before a message: nothing, or a name and a colon. */
const SPEAKER = /^(?:[^"'`]{0,160}:)?\s*$/

/** Whether a text that holds no value is a message of a log, and not words about one: it has the line for itself, but for who speaks. */
export const standsAlone = (before: string, behind: string): boolean => SPEAKER.test(before.slice(-160)) && behind.trim() === ''

/** A conversion of `printf`: where it stands, a program prints a message, and nothing has printed one. */
const CONVERSION = /(?<!%)%(?:[-+#0]{0,3}\d{0,2}(?:\.\d{1,2})?(?:hh|h|ll|l|z)?[diuxXscp](?![A-Za-z])|p[A-Za-z]{1,4}\b)|\$\{|\{\w{0,40}:#?\d{0,2}x\}/

/** Characters before and behind an anchor in which a conversion is looked for. */
const NEAR = 200

/** The source, blind to the code that prints its texts. */
export const notInCode = (source: Source): Source => ({
  ...source,
  open: (line, column) => (source.anchors.length > 0 && CONVERSION.test(line.text.slice(Math.max(0, column - NEAR), column + NEAR)) ? undefined : source.open(line, column)),
})

/** Lines over which a broken text may go on. */
const BREAKS = 6

/** Characters of a text before its anchor, and of one that may go on in the next line, at the most. */
const LONGEST_BEFORE = 120
const LONGEST_PART = 320

/** Ways to put the lines of a text together that are kept. */
const MOST_PARTS = 8

/** The lines of a text as one, and what it is from the anchor on. */
interface Part {
  readonly line: Line
  readonly passage: Passage
}

/** Whether a text was read to its end. */
const isWhole = (found: ReturnType<Sentence['read']>): boolean => typeof found === 'object' && (found.record !== undefined || found.data !== undefined)

/** How much of a record a text holds; less than 0 for none. */
export function amountOf(found: ReturnType<Sentence['read']>): number {
  if (typeof found !== 'object') return -1
  const { data, fields = {}, slices = [], said } = found
  return Object.keys(fields).length + slices.length + Object.keys(said).length + (data ? data.known.reduce((sum, mask) => sum + (mask === 0xff ? 1 : 0), 0) : 0)
}

/**
 * What follows the first word of a line, if it looks like the words of something else: a text whose value is missing would take
 * that first word for it, as `42` of `42 packets captured`, `added` of `added 3 files`, or the bus of a device.
 */
export function wordsBehind(line: string): string {
  const [, device] = /^\s*[0-9a-f]{2,4}(:[0-9a-f]{2}[:.].*)$/i.exec(line.trimEnd()) ?? []
  if (device !== undefined) return device
  const [, first, rest = ''] = /^\s*(\S{1,40})(\s.*)?$/.exec(line.trimEnd()) ?? []
  return first !== undefined && /^(?:0x)?[0-9a-f]{1,16}[.,;:]?$/i.test(first) && rest.trim() !== '' && (/^[a-f]+$/i.test(first) || /^\s+[A-Za-z][a-z'-]+(?:[\s.,:;!?]|$)/.test(rest)) ? rest : ''
}

/** All that was found, to be compared. */
export const shownOf = (found: readonly (Found | Hit)[]): string => JSON.stringify(found.map(({ data, ...rest }) => [rest, data?.bytes, data?.known]), (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value))

/** A source whose texts are one line each, where nobody broke them. */
export function sentence({ id, anchors, shape, before, read, patience = 0, goesOn = (_text, next) => !next.stamped }: Sentence): Source {
  return {
    id,
    anchors,
    ...(shape && { shape }),
    open(line, anchor) {
      // What belongs to the text is short; looking through the whole line for each anchor of it would take too long.
      const from = Math.max(0, anchor - LONGEST_BEFORE)
      const start = before === undefined ? anchor - from : line.text.slice(from, anchor).search(before)
      if (start < 0) return undefined
      const column = from + start
      let whole: readonly Part[] = [{ line, passage: new Passage(line, column) }]
      let found = read(whole[0]!.passage.text, whole[0]!.passage, false)
      // Nothing may come of it; but where the line is broken, what is missing stands in the next.
      let isOpen = found === undefined && whole[0]!.passage.text.length <= LONGEST_PART
      if (found === undefined && !isOpen) return undefined
      let breaks = 0
      const taken: Line[] = []
      /** The text as it was before each of those lines. */
      const history: (readonly Part[])[] = []
      let others: readonly Line[] = []
      /** The text with the next line, broken between words or in one. */
      const joined = (part: Part, next: Line): readonly Part[] => ([' ', ''] as const).map((glue) => {
        const both = joinedLine(part.line, next, glue)
        return { line: both, passage: new Passage(both, column) }
      })
      /**
       * Whether the next line is what is missing. One that begins a message of its own, by what stands before it, is taken only
       * where the text is whole with it: some tools repeat the prefix where they break a line.
       */
      const mends = (next: Line): boolean => {
        if (breaks > 0) return false
        for (const part of joined(whole[0]!, next)) {
          const all = read(part.passage.text, part.passage, false)
          if (all === undefined || all === 'nothing' || (next.stamped && !isWhole(all)) || hasRest(part, next, all)) continue
          found = all
          whole = [part]
          isOpen = false
          breaks++
          taken.push(next)
          return true
        }
        return false
      }
      /** Whether no more than the first word of the line is a part of the text: then it is of something else. */
      const hasRest = ({ passage }: Part, next: Line, all: ReturnType<Sentence['read']>, last = false): boolean => {
        // In a log, a line without a time goes on with the one before it.
        const rest = line.stamped ? '' : wordsBehind(next.text)
        if (rest === '' || typeof all !== 'object') return false
        const other = read(`${passage.text.trimEnd().slice(0, -rest.length)} ~`, passage, last)
        return typeof other === 'object' && shownOf([other]) === shownOf([all])
      }
      /** Whether the next line goes on with the text: where nothing tells whether it was broken in a word, both are kept. */
      const goOn = (next: Line): boolean => {
        const ways = whole.flatMap((part) => joined(part, next)).map((part) => {
          const now = read(part.passage.text, part.passage, false)
          return { part, now, amount: amountOf(now === 'more' ? read(part.passage.text, part.passage, true) : now) }
        })
        const most = Math.max(...ways.map(({ amount }) => amount))
        const done = ways.find(({ now, amount }) => typeof now === 'object' && amount === most)
        // Where one of them would do as it is, those that would not are put together wrongly.
        const open = ways.filter(({ now, amount }) => now === 'more' && (amount >= 0 || most < 0)).slice(0, MOST_PARTS)
        if (done && hasRest(done.part, next, done.now)) return false
        history.push(whole)
        whole = done ? [done.part] : open.length > 0 ? open.map(({ part }) => part) : [ways[0]!.part]
        found = done ? done.now : open.length > 0 ? 'more' : ways[0]!.now
        breaks++
        taken.push(next)
        return true
      }
      /** What the text says, though it breaks off. */
      const best = (): { readonly part: Part; readonly all: ReturnType<Sentence['read']> } => {
        const ways = whole.map((part) => ({ part, all: read(part.passage.text, part.passage, true) }))
        const most = Math.max(...ways.map(({ all }) => amountOf(all)))
        return ways.find(({ all }) => amountOf(all) === most)!
      }
      return {
        patience,
        lost: taken,
        get others() {
          return others
        },
        get done() {
          return !isOpen && found !== 'more'
        },
        get mayBeNothing() {
          return isOpen
        },
        get tornOf() {
          return found === 'more' ? id : undefined
        },
        // What is missing may be no more than the bracket that ends it.
        get hasBrackets() {
          return isOpen || found === 'more'
        },
        take(next) {
          if (next.text.trim() === '') return false
          if (isOpen) return mends(next)
          if (found !== 'more' || breaks === BREAKS || (!next.stamped && anchors.some((anchor) => next.text.includes(anchor)))) return false
          // Where lines of others may stand between, a line that begins a message of its own is one of them.
          if (!whole.some(({ passage }) => goesOn(passage.text, next, passage))) return patience === 0 && next.stamped && mends(next)
          return goOn(next)
        },
        hits() {
          let [part] = whole as [Part]
          if (found === 'more') {
            let said = best()
            while (history.length > 0 && hasRest(said.part, taken.at(-1)!, said.all, true)) {
              whole = history.pop()!
              others = [taken.pop()!, ...others]
              said = best()
            }
            ({ part, all: found } = said)
          }
          return typeof found === 'object' ? [{ source: id, line: part.passage.line, lastLine: part.passage.last, ...found }] : []
        },
      }
    },
  }
}
