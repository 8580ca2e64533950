/** Values that people put other characters in the place of, so as not to show them. Nothing is known of such a value: not even how long it is. */

/** Digits of which some, or all, have another character in their place than those of `masked-digits.ts`; or dots, or words in brackets, for the whole value. */
export const MASKED = String.raw`(?:(?:0x)?[0-9a-f]{0,16}(?:[?*]{1,16}|[yz#_-]{2,16}|\.{3}|…|\xe2\x80\xa6)[0-9a-fxyz?*#]{0,16}|<[a-z][a-z _-]{1,30}>|\[(?:redacted|removed|masked|hidden|snip)\])`

const WHOLE = new RegExp(`^${MASKED}$`, 'i')

/** Whether a value is one that somebody has masked. */
export const isMasked = (text: string): boolean => WHOLE.test(text)

/** Which values are masked, in a note; none where none is. */
export function maskedNote(values: Readonly<Record<string, boolean>>): string[] {
  const names = Object.keys(values).filter((name) => values[name])
  return names.length === 0 ? [] : [`masked in the log: ${names.join(', ')}`]
}
