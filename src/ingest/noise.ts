/** What stands before a message in a log: each may occur, in any order. All of them are linear in the length of the line. */
const PREFIXES: readonly RegExp[] = [
  /\s*<\d{1,3}>/y, // kernel level
  /\s*(?:kern|user|daemon|syslog)\s{0,4}:\s?(?:emerg|alert|crit|err|warn|notice|info|debug)\s{0,4}:/y, // dmesg -x
  /\s*\[\s*\+?\d{1,10}\.\d{3,9}(?:<?[^\]\n]{0,24})\]/y, // dmesg, absolute or relative, perhaps with the caller
  /\s*\[[A-Z][a-z]{2}[ \d]\d \d\d:\d\d\]/y, // dmesg -e
  /\s*\[(?:\d{4}-\d\d-\d\d[ T])?\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?\]/y, // a program that logs a console
  /\s*\[[^\s[\]\d]{1,12} [^[\]\n]{1,24} \d\d:\d\d:\d\d(?:[.:]\d{1,9})?(?: \d{4})?\]/y, // dmesg -T, in any language
  /\s*(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]?\d \d\d:\d\d:\d\d(?:\.\d{1,9})?(?: \d{4})? {1,3}(?:[\w.:-]{0,63}[\w.-] )?(?:(?:kern|user|daemon|syslog|auth|local\d)\.[a-z]{3,7} )?[^\s:[]{1,32}(?:\[\d{1,8}\])?:(?=\s|$)/y, // syslog, journal
  /\s*\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d,\d{1,9}(?:Z|[+-]\d\d:?\d\d)?/y, // dmesg --time-format iso: no host stands behind it
  /\s*(?:[A-Z][a-z]{2} )?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d| [A-Z]{1,3}T(?= ))?(?:(?: [\w.:-]{0,63}[\w.-])?(?: (?:kern|user|daemon|syslog|auth|local\d)\.[a-z]{3,7})? [^\s:[]{1,32}(?:\[\d{1,8}\])?:(?=\s|$))?/y, // ISO 8601
  /\s*1 \d{4}-\d\d-\d\dT[\d:.]{8,18}(?:Z|[+-]\d\d:\d\d) \S{1,64} \S{1,48} \S{1,48} \S{1,32} (?:-|(?:\[[^\]\n]{0,120}\]){1,4})/y, // RFC 5424
  /\s*\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d(?:\.\d{1,9})?(?: [\w.\/-]{1,120}\.go:\d{1,7}:)?(?=\s|$)/y, // log of Go
  /\s*\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}\s{1,6}\d{1,7}\s{1,6}\d{1,7} [VDIWEF](?=\s)/y, // logcat of Android
  /\s*\d{1,4},\d{1,12},\d{1,16},[-c](?:,[^;\n]{0,60})?;/y, // /dev/kmsg, netconsole
  /\s*(?:[\w.\/+~-]{1,120}\.(?:txt|log|out|dmesg|trace|\d{1,2})[:-])?\d{1,9}(?:[:-]|\t)(?=\s{0,4}(?:\[\s{0,6}\d{1,8}\.\d|<\d{1,3}>|[A-Z][a-z]{2} [ \d]\d \d\d:|\d{4}-\d\d-\d\d[T ]))/y, // grep -n, cat -n
  /\s*[\w.\/+~-]{1,120}\.(?:txt|log|out|dmesg|trace)[:-]\d{1,9}[:-]/y, // grep -n
  /\s*\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?= )/y, // time of day
  /\s*[\w.-]{1,64} (?=kernel: )/y, // the host alone, of a journal without its times
  /\s*\(XEN\)(?: \[[ \d:.-]{5,28}\])?/y, // Xen, perhaps with the time
  /\s*kernel:/y,
  /\s*[A-Z]{4,8}\s?\| \[std(?:out|err)\]/y, // a test that logs a command
  /\s{0,8}MESSAGE=/y, // journalctl -o export and verbose
  /\s*\[\s{0,6}(?:pid:[^\]\n]|[TC]\d)[^\]\n]{0,60}\]/y, // who printed it
  /\s*[^\s[]\S{0,40}(?:-|\s{1,8})\d{1,10}\s{1,8}(?:\(\s{0,6}[-\d]{1,10}\)\s{1,4})?\[\d{3}\]\s{1,8}(?:[\w.]{4,6}\s{1,8})?\d{1,10}\.\d{6,9}:/y, // ftrace, trace-cmd, perf
]

/** A time stamp of the kernel inside the line: what stands before it is another program's output. */
const INNER_STAMP = /\[\s{0,8}\d{1,8}\.\d{6}\]/

/** Of all that may stand before a message, each has one of these. */
const MARK = /^[+-][ \t]|[\]:;>)|`=]/

const NOTHING = { column: 0, stamped: false }

const QUOTE = /[+-](?=[ \t])|(?:[ \t]*[>|`])+ ?/y

/**
 * Where the message begins in a line: behind quote marks, time stamps, host and program names.
 * @returns the column, and whether there was a time stamp or a name; and from where on other text stands before it
 */
export function messageAt(line: string): { readonly column: number; readonly stamped: boolean; readonly other?: readonly [from: number, to: number] } {
  if (!MARK.test(line)) return NOTHING
  QUOTE.lastIndex = 0
  const quote = QUOTE.exec(line)?.[0].length ?? 0
  const end = behindPrefixes(line, quote)
  if (end !== quote) return { column: end, stamped: true }
  const inner = INNER_STAMP.exec(line.slice(quote, quote + 400))
  return inner ? { column: behindPrefixes(line, quote + inner.index), stamped: true, other: [quote, quote + inner.index] } : { column: quote, stamped: false }
}

function behindPrefixes(line: string, from: number): number {
  let at = from
  for (let found = true; found; ) {
    found = false
    for (const prefix of PREFIXES) {
      prefix.lastIndex = at
      const match = prefix.exec(line)
      if (!match) continue
      at += match[0].length
      found = true
    }
  }
  return at
}

/** Whether a line is quoted-printable beyond doubt: it says so of `=`, of a blank that does not break or of one at the end, or breaks off in the way of it. */
export const isQuotedPrintable = (line: string): boolean => /=3D|=C2=A0/.test(line) || ((/=(?:0A|20|09)=?$/.test(line) || (line.length >= 60 && line.length <= 76 && line.endsWith('='))) && mayBeQuotedPrintable(line))

/** Whether a line can be quoted-printable at all. */
export const mayBeQuotedPrintable = (line: string): boolean => !/=(?![0-9A-F]{2}|$)/.test(line)
