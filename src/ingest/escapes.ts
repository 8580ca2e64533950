import type { Piece } from './line.ts'

/** Characters that a terminal, a log daemon, a viewer or a page of HTML writes in another way. */

const ENTITIES: Readonly<Record<string, string>> = { gt: '>', lt: '<', amp: '&', quot: '"', apos: '\'', nbsp: ' ' }

/**
 * Sequences that a terminal obeys, as they are, as `cat -v` shows them and as rsyslog writes them; tabs as `^I` and `#011`;
 * characters of HTML, and its marks; blanks and hyphens that do not break, also where UTF-8 was read as Latin-1; what LaTeX and Markdown
 * write with a backslash before it.
 */
const SEQUENCE = /<\/?(?:a|b|i|p|u|em|li|ol|td|th|tr|tt|ul|br|div|pre|code|span|font|samp|mark|table|tbody|thead|strong|blockquote|summary|details)(?:\s[^<>]{0,400})?\/?>|(?:\x1b|\^\[|#033)(?:\[[0-?]{0,40}[ -/]{0,8}[@-~]|[@-Z\\-_])|\^I|#011|\xc2?\xa0|[\u2010\u2011]|\xe2\x80[\x90\x91]|(?<!\\)\\[_[\]#&%*<>]/ // eslint-disable-line no-control-regex

/** What ends a line of a page, and of a string of a program. */
const BREAK = /^<(?:br|\/(?:p|li|tr|div|pre))\b|^\\n$/i

const ENTITY = /&(gt|lt|amp|quot|apos|nbsp|#\d{1,4}|#x[0-9a-f]{1,4});/gi
const ESCAPE = new RegExp(`${SEQUENCE.source}|${ENTITY.source}`, 'gi')
const ESCAPE_OF_STRING = new RegExp(`${SEQUENCE.source}|(?<!\\\\)\\\\n(?=[^"'\\s]|["']?\\s*$)|${ENTITY.source}`, 'gi')
/** Where a string is of bytes, a line feed is one of them. */
const OF_BYTES = /\\x[0-9a-f]{2}/i

/** Whether a line has anything of the kind: nearly none has. */
const MAY = /[\x1b\xa0\u2010\u2011&^]|\x80[\x90\x91]|#0[13]|<\/?[a-z]|\\[_[n]/i // eslint-disable-line no-control-regex

function meaningOf(escape: string, entity: string | undefined): string {
  if (entity?.startsWith('#') === true) return String.fromCharCode(Number(entity.replace(/^#x/i, '0x').replace(/^#/, '')))
  if (entity !== undefined) return ENTITIES[entity.toLowerCase()] ?? ''
  if (escape === '^I' || escape === '#011') return '\t'
  if (BREAK.test(escape)) return '\n'
  if (escape.startsWith('\\')) return escape.slice(1)
  return escape.endsWith('\xa0') ? ' ' : /[\x90\x91\u2010\u2011]$/.test(escape) ? '-' : ''
}

/** The text without such writing, and where each piece of it stands; undefined where there is none. */
export function unescaped(raw: string, at: number): { readonly text: string; readonly pieces: Piece[] } | undefined {
  return MAY.test(raw) ? replaced(raw, at, raw.includes('\\n') && !OF_BYTES.test(raw) ? ESCAPE_OF_STRING : ESCAPE, meaningOf) : undefined
}

/** The text with the characters of HTML alone put back; undefined where it has none. */
export const withoutEntities = (raw: string, at: number): ReturnType<typeof unescaped> => replaced(raw, at, ENTITY, meaningOf)

/** A text with what `pattern` finds put in other words, and where each piece of it stands; undefined where it finds nothing. */
function replaced(raw: string, at: number, pattern: RegExp, put: (found: string, group: string | undefined) => string): { readonly text: string; readonly pieces: Piece[] } | undefined {
  const pieces: Piece[] = []
  let text = ''
  let from = 0
  for (const { 0: found, 1: group, index } of raw.matchAll(pattern)) {
    if (index > from || text === '') pieces.push({ column: text.length, at: at + from })
    text += raw.slice(from, index)
    const instead = put(found, group)
    if (instead !== '') pieces.push({ column: text.length, at: at + index })
    text += instead
    from = index + found.length
  }
  if (from === 0) return undefined
  pieces.push({ column: text.length, at: at + from })
  return { text: text + raw.slice(from), pieces }
}

/** The member of an object of JSON that holds the message, as journalctl, dmesg and collectors of logs write it; and that of logfmt. */
const MESSAGE = /"(?:MESSAGE|message|msg|log|_MESSAGE|short_message)"\s{0,4}(?::|=>)\s{0,4}"|(?:^|\s)(?:message|msg|_raw)="/

const STRING_END = /"(?=\s{0,4}[,}\]]|\s{0,4}$|\s\w{1,32}=)/g
const JSON_ESCAPE = /\\(?:(["\\/bfnrt])|u[0-9a-f]{4})/gi
const PLAIN: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '', b: '', f: '' }

/** A member of such a line, and where its value stands in it. */
interface Member {
  readonly text: string
  readonly pieces: Piece[]
  readonly from: number
  readonly to: number
}

/** The message of a line of JSON; undefined where the line is none. */
export function messageOfJson(raw: string, at: number): Member | undefined {
  const begin = raw.includes('"') ? MESSAGE.exec(raw) : null
  if (!begin) return undefined
  const from = begin.index + begin[0].length
  STRING_END.lastIndex = from
  let end = STRING_END.exec(raw)
  while (end && isEscaped(raw, end.index)) end = STRING_END.exec(raw)
  const inner = raw.slice(from, end?.index ?? raw.length)
  const put = (found: string, plain: string | undefined): string => (plain === undefined ? String.fromCharCode(Number.parseInt(found.slice(2), 16)) : (PLAIN[plain] ?? plain))
  return { ...(replaced(inner, at + from, JSON_ESCAPE, put) ?? { text: inner, pieces: [{ column: 0, at: at + from }] }), from, to: from + inner.length }
}

/** Another member of such a line, with a long run of hex or bytes as its value; nearly no line has one. */
const MAY_BE_HEX = /[0-9a-f]{32}|(?:[0-9a-f]{2} ){7}/i
const HEX = /["']?([\w.-]{1,40})["']?\s{0,2}[:=]\s{0,2}["']?((?:0x)?(?:[0-9a-f]{2}){16,2048}|(?:[0-9a-f]{2} ){7,255}[0-9a-f]{2})(?![\w./+-])/gi

/** The members of a line of JSON or logfmt that are hex, each with its name, but for its message. */
export const hexMembers = (raw: string, at: number, { from, to }: Member): readonly { readonly text: string; readonly pieces: Piece[] }[] =>
  !MAY_BE_HEX.test(raw) ? [] : [...raw.matchAll(HEX)].flatMap(({ 0: all, 1: name, 2: value, index }) => {
    const column = index + all.length - value!.length
    if (isOfName(name!) || (column >= from && column < to)) return []
    return [{ text: `${name}: ${value}`, pieces: [{ column: 0, at: at + index }, { column: name!.length + 2, at: at + column }] }]
  })

/** What names something by its digits, which are no bytes. */
export const isOfName = (label: string): boolean => /(?:id|hash|sha[-_]?\d{0,3}|md5|uuid|guid|digest|token|key|commit|tree|parent|index|merge|signature|etag|checksum|nonce|span|trace|fingerprint)["']?[\s:=]{0,3}["']?$/i.test(label)

/** Whether an odd number of backslashes stands before a character. A few are looked at. */
function isEscaped(text: string, index: number): boolean {
  let count = 0
  while (count < 64 && text[index - 1 - count] === '\\') count++
  return count % 2 === 1
}

/** What stands between the messages of `dmesg --json`, of `/dev/kmsg` and of `journalctl -o export` and `verbose`, and is no line of the log. */
export const isScaffold = (raw: string): boolean => /^\s{0,16}(?:(?![[\]]\s{0,16}$)[[\]{}]{1,2},?(?:\{)?|"(?:pri|time|fac|caller|dmesg)"\s{0,4}:[^"]{0,80}|"caller"\s{0,4}:.{0,40}| (?:SUBSYSTEM|DEVICE)=\S{0,80}|(?:_[A-Z_]{2,40}|PRIORITY|SYSLOG_[A-Z]{2,20})=.{0,200})\s{0,16}$/.test(raw)
