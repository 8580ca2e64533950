import { InputError } from './errors.ts'

/** Deepest nesting that a line may have; what the command reads has four levels. */
const DEEPEST = 32

/** Strings and numbers of JSON text; what is in a string is no number. A string that does not end is left to `JSON.parse`. */
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/gs

/**
 * JSON text in which every number that `JSON.parse` would round stands as a string of its digits.
 * @throws {InputError} for text that is nested too deep
 */
export function exactJson(text: string): string {
  let depth = 0
  for (const mark of text.replace(TOKENS, '')) {
    if (mark === '[' || mark === '{') depth++
    if (mark === ']' || mark === '}') depth--
    if (depth > DEEPEST) throw new InputError(`the JSON is nested deeper than ${DEEPEST} levels`)
  }
  return text.replace(TOKENS, (token) => (token.startsWith('"') || isExact(token) ? token : `"${token}"`))
}

/** Whether a number is what `JSON.parse` makes of it. Fractions are left to those who take none. */
function isExact(token: string): boolean {
  const value = Number(token)
  if (!Number.isFinite(value)) return Number.isNaN(value)
  if (/^-?\d+(?:\.0+)?$/.test(token)) return Number.isSafeInteger(value)
  return !Number.isInteger(value)
}

/** @throws {InputError} for text that is not JSON */
export function parseJson(text: string): unknown {
  const exact = exactJson(text)
  try {
    return JSON.parse(exact)
  } catch {
    throw new InputError('this is not JSON')
  }
}
