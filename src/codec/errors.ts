/** What kind of thing is wrong. */
export type ErrorCode = 'truncated' | 'fixed' | 'reserved' | 'range' | 'type' | 'translate'

/** Where and how a value differs from what the layout asks for. */
export interface Fault {
  readonly code: ErrorCode
  /** Id of the record. */
  readonly record: string
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
  override readonly name = 'CodecError'
  readonly code: ErrorCode
  readonly record: string
  readonly field?: string
  readonly bits?: string
  readonly expected: string
  readonly actual: unknown

  /** The main entry and the single records are bundled apart, so the class can exist twice; its instances are told by name. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'CodecError'
  }

  constructor(fault: Fault) {
    super(compose(fault))
    this.code = fault.code
    this.record = fault.record
    if (fault.field !== undefined) this.field = fault.field
    if (fault.bits !== undefined) this.bits = fault.bits
    this.expected = fault.expected
    this.actual = fault.actual
  }
}

function compose({ code, record, field, bits, expected, actual }: Fault): string {
  const where = [record, field, bits].filter((part) => part !== undefined).join(' ')
  return `${where}: ${code}: expected ${expected}, got ${show(actual)}`
}

/** A value as a short text that tells its type: `5`, `5n`, `"5"`, `Array(3)`. */
export function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value)
  if (typeof value === 'bigint') return `${value}n`
  if (typeof value === 'function') return 'a function'
  if (typeof value === 'symbol') return 'a symbol'
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? '-0' : String(value)
  const name = Object.getPrototypeOf(value)?.constructor?.name ?? 'object'
  return 'length' in value ? `${name}(${String(value.length)})` : `an ${name}`
}
