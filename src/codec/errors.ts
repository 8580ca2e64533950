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
 * Its message is composed from its data.
 */
export class CodecError extends Error implements Fault {
  declare readonly code: ErrorCode
  declare readonly record: string
  declare readonly offset?: number
  declare readonly field?: string
  declare readonly bits?: string
  declare readonly expected: string
  declare readonly actual: unknown

  /** The main entry and the single records are bundled apart, so the class can exist twice; its instances are told by name. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'CodecError'
  }

  constructor(fault: Fault) {
    super(compose(fault))
    Object.assign(this, { name: 'CodecError' }, fault)
  }
}

function compose({ code, record, offset, field, bits, expected, actual }: Fault): string {
  const where = [record, offset === undefined ? offset : `at offset ${offset}`, field, bits].filter((part) => part !== undefined).join(' ')
  // Bits are quoted as the hexadecimal number that they are.
  const got = code === 'fixed' || code === 'reserved' ? String(actual) : show(actual)
  return `${where}: ${code}: expected ${expected}, got ${got}`
}

/** A value as a short text that tells its type: `5`, `5n`, `"5"`, `Array(3)`. */
function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value)
  if (typeof value === 'bigint') return `${value}n`
  if (typeof value === 'function') return 'a function'
  if (typeof value !== 'object' || value === null) return String(value)
  try {
    const name = Object.prototype.toString.call(value).slice(8, -1)
    return 'length' in value ? `${name}(${String(value.length)})` : name
  } catch {
    // A proxy or a getter threw; the error that this text is for must come all the same.
    return 'an object'
  }
}
