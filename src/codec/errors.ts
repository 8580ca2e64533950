/** What kind of thing is wrong. */
export type ErrorCode = 'truncated' | 'fixed' | 'reserved' | 'range' | 'type' | 'translate'

/** Where and how a value differs from what the layout asks for. */
export interface Fault {
  readonly code: ErrorCode
  /** Id of the record. */
  readonly record: string
  /** In a walk over packets: the byte offset at which it stands. */
  readonly offset?: number
  /** Name of the field, argument or option concerned. */
  readonly field?: string
  /** The bits concerned, as the source numbers them, such as `q1[11:3]`. */
  readonly bits?: string
  readonly expected: string
  readonly actual: unknown
}

/**
 * The one error that this library throws for bytes and values that it cannot accept.
 * Its message is composed from its data: it is short, and what it quotes of the input is escaped.
 */
export class CodecError extends Error implements Fault {
  declare readonly code: ErrorCode
  declare readonly record: string
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

  /** An error that is handed over and not thrown. It has no stack, which costs more than all the rest of it. */
  static of(fault: Fault): CodecError {
    const { stackTraceLimit } = Error
    Error.stackTraceLimit = 0
    try {
      return new CodecError(fault)
    } finally {
      Error.stackTraceLimit = stackTraceLimit
    }
  }

  constructor(fault: Fault) {
    super(compose(fault))
    Object.assign(this, fault)
  }

  // Of the class and not of each error: the stack is headed by it, and it is no part of what is printed of an error.
  override get name(): string {
    return 'CodecError'
  }
}

function compose({ code, record, offset, field, bits, expected, actual }: Fault): string {
  const where = [shortened(String(record), 80), offset === undefined ? offset : `at offset ${offset}`, field && shortened(String(field), 80), bits].filter((part) => part !== undefined).join(' ')
  // Bits are quoted as the hexadecimal number that they are.
  const got = code === 'fixed' || code === 'reserved' ? shortened(String(actual)) : show(actual)
  return `${where}: ${code}: expected ${escaped(expected)}, got ${got}`
}

const LONGEST = 40

/** The text with everything that a terminal would act on written as an escape. */
export function escaped(text: string): string {
  return text.replace(/[\0-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

function shortened(text: string, longest = LONGEST): string {
  return escaped(text.length > longest ? `${text.slice(0, longest)}…` : text)
}

/** A value as a short text that tells its type: `5`, `5n`, `"5"`, `Array(3)`. */
function show(value: unknown): string {
  if (typeof value === 'string') return escaped(JSON.stringify(value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value))
  // A bigint is not written out before it is known to be short.
  if (typeof value === 'bigint') return BigInt.asIntN(128, value) === value ? `${value}n` : 'a bigint of more than 128 bits'
  if (typeof value === 'function') return 'a function'
  if (typeof value !== 'object' || value === null) return shortened(String(value))
  try {
    const name = Object.prototype.toString.call(value).slice(8, -1)
    return shortened('length' in value ? `${name}(${String(value.length)})` : name)
  } catch {
    // A proxy or a getter threw; the error that this text is for must come all the same.
    return 'an object'
  }
}
