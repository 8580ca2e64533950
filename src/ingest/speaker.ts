import type { Line } from './line.ts'

/** The name and colon before a message; where the name begins the line, a terminal may have broken it. */
const NAME = /(^|\s)(\S{1,80}):\s*$/

/** Who says a message, by the name before it: `arm-smmu-v3.2.auto` of `arm-smmu-v3 arm-smmu-v3.2.auto: `. */
export interface Speaker {
  readonly name: string
  /** Whether the beginning of the name is there. */
  readonly isWhole: boolean
}

/** The speaker of what stands behind `before`. Undefined where no name stands there. */
export function speakerBefore(before: string): Speaker | undefined {
  const [, blank, name] = NAME.exec(before.slice(-120)) ?? []
  return name === undefined ? undefined : { name, isWhole: blank !== '' }
}

/**
 * Whether a line goes on with what a speaker said: it has the same name before its text, or nothing, as what is broken or cut has.
 * @param speaker undefined where nobody is known to have spoken: then any name will do
 * @param before what stands before the text in the line
 */
export function goesOnFor(speaker: Speaker | undefined, before: string): boolean {
  if (before.trim() === '') return true
  const other = speakerBefore(before)
  if (speaker === undefined || other === undefined) return other !== undefined
  return other.name === speaker.name || (!other.isWhole && speaker.name.endsWith(other.name)) || (!speaker.isWhole && other.name.endsWith(speaker.name))
}

/** Whether a text begins in a line, and nobody else than who spoke behind `before` says it. */
export function isSaidBehind(before: string, begin: RegExp, { text }: Line): boolean {
  const match = begin.exec(text)
  return match !== null && goesOnFor(speakerBefore(before), text.slice(0, match.index + 1))
}
