import type { Line } from './line.ts'

/** Lines that a terminal or a mail client has broken in a word or a number. */

/** Columns of a terminal, at which it breaks lines in the middle of a word. */
export const TERMINAL = 80

/** The same of larger ones, of which fewer are in use: there both lines have to be one that is known. */
export const LARGER: ReadonlySet<number | undefined> = new Set([100, 120, 132, 160])

/** Lines are seldom broken before this column. */
const LIKELY = 60

const AT_END = /(?:^|[^0-9a-z])(?:0x[0-9a-f]{0,15}|(?=[0-9a-f]{0,31}[0-9])(?!(?:[0-9a-f]{8}|[0-9a-f]{16})$)[0-9a-f]{4,31}|f{4,15})$|[:=]\s?[0-9a-f]{1,15}$/i

/** What the next line begins with. */
const NUMBER_GOES_ON = /^[0-9a-f]{1,31}\s*$|^(?=[0-9a-f]{0,15}[0-9]|f{1,15}(?![0-9a-z]))[0-9a-f]{1,16}(?![0-9a-z])/i

/** What stands behind the rest of a number in texts that would be whole without it. */
const MORE = /^[0-9a-f]{1,31}(?:\s*$|\s*[\])},;([]|\s+(?:\w+[=:]|at\s|(?:0x)?[0-9a-f]{1,16}(?![\w:.])))/i

/** Whether a number at the end of a line may be torn. */
const endsInNumber = ({ text, width = 0 }: Line): boolean => width >= LIKELY && AT_END.test(text.slice(-40))

/** Whether a line may go on with a text that would be whole without it. With a device or a word of another kind something else begins. */
export function goesOnInText(wide: Line, { text }: Line): boolean {
  const [, digits, letters] = /^([0-9a-f]*)(\w*)/i.exec(text)!
  if (digits === '') return true
  return letters === '' ? MORE.test(text) : !endsInNumber(wide)
}

/** Whether a line is as wide as a terminal. */
export const isOfTerminal = ({ width }: Line): boolean => width === TERMINAL || LARGER.has(width)

/** Whether a line may go on in the next. */
export const isWide = (line: Line): boolean => isOfTerminal(line) || endsInNumber(line)

/** Whether what a wide line may go on in stands here. */
export const mayGoOn = (wide: Line, line: Line): boolean => !line.stamped && (isOfTerminal(wide) ? line.text !== '' : NUMBER_GOES_ON.test(line.text))

/** Whether a number at the end of a line ends there, since a letter follows that is no digit. */
export const endsNumber = (wide: Line, { text }: Line): boolean => /(?:^|[^0-9a-z])0x[0-9a-f]+$/i.test(wide.text.slice(-40)) && /^[0-9a-f]*[g-z]/i.test(text)
