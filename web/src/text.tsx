/** The words of the tables put C names in backquotes. */
export const prose = (text: string) => text.split('`').map((piece, i) => (i % 2 ? <code key={i}>{piece}</code> : piece))

export const hex = (value: bigint | number): string => `0x${value.toString(16)}`

/** What is wrong with a value, as a sentence. */
export function faultText({ field, expected, actual }: { field?: string | undefined; expected: string; actual: unknown }): string {
  const got = typeof actual === 'bigint' || typeof actual === 'number' ? hex(actual) : actual === undefined ? 'unknown' : String(actual)
  return `${field === undefined ? '' : `${field}: `}${expected}; here ${got}`
}

/** The beginning of a sentence; a name of a field keeps its own. */
export const upper = (text: string): string => (/^[a-z][a-z-]*[ ,]/.test(text) ? text[0]!.toUpperCase() + text.slice(1) : text)
