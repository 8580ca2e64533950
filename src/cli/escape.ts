/** Text from the input may hold what a terminal obeys. It is shown, and never sent. */

/** Control characters, marks that turn the direction of text, marks without a width, and halves of characters. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu

/** The text in one line, with every character that does not simply stand there as an escape: `\n`, `\x1b`, `\u{202e}`. */
export function escaped(text: string): string {
  return text.replace(UNSAFE, (character) => {
    const code = character.codePointAt(0)!
    const named = { 9: '\\t', 10: '\\n', 13: '\\r' }[code]
    return named ?? (code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`)
  })
}

/** The same for text of several lines, whose line breaks are ours. */
export const escapedLines = (text: string): string => text.split('\n').map(escaped).join('\n')

/** Longest message. */
const LONGEST = 2000

/** The text, or its beginning and how long it is. */
export function bounded(text: string, most = LONGEST): string {
  return text.length <= most ? text : `${text.slice(0, most)}… (${text.length} characters)`
}
