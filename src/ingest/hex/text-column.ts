import { digitAt } from './digits.ts'

/** The text column of a dump: what it shows of the bytes beside it. Blanks at the ends of a text are not to be told from those about its column. */

const isPlain = (byte: number): boolean => byte >= 0x20 && byte < 0x7f

/** The bytes of groups in the order in which their text shows them. */
function bytesOf(groups: readonly string[], areNumbers: boolean): number[] {
  const bytes: number[] = []
  for (const digits of groups) {
    for (let i = 0; i < digits.length; i += 2) {
      const at = areNumbers ? digits.length - 2 - i : i
      bytes.push((digitAt(digits, at) << 4) | digitAt(digits, at + 1))
    }
  }
  return bytes
}

/** Whether it is the text of the bytes in ASCII, with a dot for each that cannot be printed. */
export function isTextOf(shown: string, groups: readonly string[], areNumbers: boolean): boolean {
  let text = ''
  for (const byte of bytesOf(groups, areNumbers)) text += isPlain(byte) ? String.fromCharCode(byte) : '.'
  return shown !== '' && text.trim() === shown
}

/** Bytes of a row at the most. */
const MOST = 64

/** What stands for a byte that is none of ASCII: a dot, a blank, or a character of another table, perhaps in UTF-8 that is read byte by byte. */
const OTHER = /[. ?_]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[^\x00-\x7f]/y // eslint-disable-line no-control-regex

/** Whether it is the text of the bytes in another table, as HxD, WinHex and PowerShell show it. */
export function isTextIn(shown: string, groups: readonly string[], areNumbers: boolean): boolean {
  if (shown === '' || groups.length > MOST) return false
  const bytes = bytesOf(groups, areNumbers)
  // A byte that is shown as a blank may be the first.
  for (let first = 0; first < bytes.length; first++) {
    if (isTextFrom(shown, bytes, first)) return true
    if (isPlain(bytes[first]!) && bytes[first] !== 0x20) return false
  }
  return false
}

function isTextFrom(shown: string, bytes: readonly number[], first: number): boolean {
  let at = 0
  let i = first
  for (; i < bytes.length && at < shown.length; i++) {
    const byte = bytes[i]!
    OTHER.lastIndex = at
    if (isPlain(byte) ? shown.charCodeAt(at) !== byte : !OTHER.test(shown)) return false
    at = isPlain(byte) ? at + 1 : OTHER.lastIndex
  }
  return at === shown.length && bytes.slice(i).every((byte) => !isPlain(byte) || byte === 0x20)
}
