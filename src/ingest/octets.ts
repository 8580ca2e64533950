/**
 * Text as bytes, one for each character, so that lines of a file and those of a page are looked at in the same way. A
 * character beyond Latin-1 is told from all others by none: it becomes one that nothing looks for. Hyphens of a page stand for those of a log.
 */

const OTHER = 0xff
const HYPHEN = 0x2d

/** Bytes that stand for the characters of a text; what stands behind them is of others. They hold until the next are asked for. */
export function octetsOf(text: string): Uint8Array {
  if (text === last) return scratch
  if (text.length > scratch.length) scratch = new Uint8Array(2 * text.length)
  writeOctets(text, scratch)
  last = text
  return scratch
}

let scratch: Uint8Array = /* @__PURE__ */ new Uint8Array(4096)
let last = ''

function writeOctets(text: string, to: Uint8Array): void {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    to[i] = code === 0x2010 || code === 0x2011 ? HYPHEN : code > OTHER ? OTHER : code
  }
}

/** A piece of the input: its bytes, and as much of its text as is asked for. */
export interface Block {
  readonly bytes: Uint8Array
  text(from: number, to?: number): string
}

/** Characters of the byte order mark with which an input begins. */
export const markOf = (piece: string | Uint8Array): number => (typeof piece === 'string' ? Number(piece.startsWith('\uFEFF')) : piece[0] === 0xef && piece[1] === 0xbb && piece[2] === 0xbf ? 3 : 0)

/** @param piece text, or bytes of which each is a character */
export function blockOf(piece: string | Uint8Array): Block {
  if (typeof piece !== 'string') return { bytes: piece, text: (from, to) => textOf(piece.subarray(from, to)) }
  const bytes = new Uint8Array(piece.length)
  writeOctets(piece, bytes)
  return { bytes, text: (from, to) => piece.slice(from, to) }
}

/** Characters that are made at a time: more arguments than a function takes would be too many. */
const AT_A_TIME = 4096

/** The text of bytes, a character for each. */
function textOf(bytes: Uint8Array): string {
  if (bytes.length <= AT_A_TIME) return String.fromCharCode.apply(null, bytes as unknown as number[])
  let text = ''
  for (let at = 0; at < bytes.length; at += AT_A_TIME) text += textOf(bytes.subarray(at, at + AT_A_TIME))
  return text
}
