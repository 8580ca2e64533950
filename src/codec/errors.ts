/** What kind of thing is wrong. */
export type ErrorCode = 'truncated' | 'fixed' | 'reserved' | 'range' | 'type' | 'translate'

/** Where and how a value differs from what the layout asks for. */
export interface Fault {
  readonly code: ErrorCode
  /** Id of the record. */
  readonly record: string
  /** In a walk over packets: the byte offset at which it stands. */
  readonly offset?: number | undefined
  /** Name of the field, argument or option concerned. */
  readonly field?: string | undefined
  /** The bits concerned, as the source numbers them, such as `q1[11:3]`. */
  readonly bits?: string | undefined
  readonly expected: string
  readonly actual: unknown
}

/**
 * The one error that this library throws for bytes and values that it cannot accept.
 * Its message is composed from its data: it is short, and what it quotes of the input is escaped.
 */
export class CodecError extends Error implements Fault {
  declare readonly code: ErrorCode
  declare record: string
  declare readonly offset?: number
  declare readonly field?: string
  declare readonly bits?: string
  declare readonly expected: string
  declare readonly actual: unknown

  /** Written out, because a bundler gives the class another name where it speaks of itself, and Node prints the name of the class. */
  static override readonly name = 'CodecError'

  /** The main entry and the single records are bundled apart, so the class can exist twice; its instances are told by name. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'CodecError'
  }

  constructor(fault: Fault) {
    super(compose(fault))
    for (const [name, value] of Object.entries(fault)) if (value !== undefined || name === 'actual') this[name as 'record'] = value
  }

  // Of the class and not of each error: the stack is headed by it, and it is no part of what is printed of an error.
  override get name(): string {
    return 'CodecError'
  }
}

/** An error that is handed over and not thrown. It has no stack, which costs more than all the rest of it. */
export function withoutStack(fault: Fault): CodecError {
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 0
  try {
    return new CodecError(fault)
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
}

function compose({ code, record, offset, field, bits, expected, actual }: Fault): string {
  const where = [shortened(record, 80), offset === undefined ? offset : `at offset ${offset}`, field && shortened(field, 80), bits].filter((part) => part !== undefined).join(' ')
  // Bits are quoted as the hexadecimal number that they are.
  return escaped(`${where}: ${code}: expected ${expected}, got ${code === 'fixed' || code === 'reserved' ? shortened(actual) : show(actual, expected.includes('0x'))}`)
}

/** The text with everything that a terminal would act on, or not show, written as an escape. */
export function escaped(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (c) => `\\u{${c.codePointAt(0)!.toString(16)}}`)
}

function shortened(value: unknown, longest = 40): string {
  const text = String(value)
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}

/**
 * A value as a short text that tells its type: `5`, `5n`, `"5"`, `Array(3)`.
 * @param hex the limit beside it is hexadecimal. A bigint is an address or a mask, and always so
 */
function show(value: unknown, hex: boolean): string {
  if (typeof value === 'string') return JSON.stringify(shortened(value))
  // A bigint is not written out before it is known to be short.
  if (typeof value === 'bigint') return BigInt.asIntN(129, value) !== value ? 'a bigint of more than 128 bits' : value < 10n ? `${value}n` : `0x${value.toString(16)}n`
  if (hex && Number.isInteger(value) && (value as number) > 9) return shortened(`0x${(value as number).toString(16)}`)
  if (Object(value) !== value) return shortened(value)
  try {
    const name = Object.prototype.toString.call(value).slice(8, -1)
    return shortened(typeof value === 'object' && 'length' in value! ? `${name}(${String(value.length)})` : name)
  } catch {
    // A proxy or a getter threw; the error that this text is for must come all the same.
    return 'an object'
  }
}
