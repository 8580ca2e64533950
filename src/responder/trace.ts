import { CodecError } from '../codec/errors.ts'
import type { IommuEvent } from './event.ts'

/** Fields of events that JSON has no value for. */
const BYTES = ['bytes']
const BIGINTS = ['addr', 'privateData']

/** An event as a line of JSON, without the line break: bytes as hex digits, addresses and private data as `0x` numbers. */
export function formatEvent(event: IommuEvent): string {
  return JSON.stringify(event, (_name, value: unknown) => {
    if (value instanceof Uint8Array) return Array.from(value, (byte) => byte.toString(16).padStart(2, '0')).join('')
    return typeof value === 'bigint' ? `0x${value.toString(16)}` : value
  })
}

/**
 * The inverse of `formatEvent`. What the fields of an event hold is left to the service to check.
 * @throws {CodecError} `type` for a line that is no JSON object with a type, or hex that is none
 */
export function parseEvent(line: string): IommuEvent {
  const event: unknown = parse(line)
  if (typeof event !== 'object' || event === null || typeof (event as IommuEvent).type !== 'string') fail('event', 'a JSON object with a type', line)
  return event as IommuEvent
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line, (name, value: unknown) => {
      if (typeof value === 'string' && BYTES.includes(name)) return bytesOf(value)
      return typeof value === 'string' && BIGINTS.includes(name) && /^0x[0-9a-f]+$/i.test(value) ? BigInt(value) : value
    })
  } catch (error) {
    if (error instanceof SyntaxError) fail('event', 'a line of JSON', line)
    throw error
  }
}

function bytesOf(hex: string): Uint8Array {
  const digits = hex.replaceAll(/\s/g, '')
  if (digits.length % 2 !== 0 || /[^0-9a-f]/i.test(digits)) fail('bytes', 'whole bytes of hex digits', hex)
  return Uint8Array.from({ length: digits.length / 2 }, (_, i) => Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16))
}

function fail(field: string, expected: string, actual: unknown): never {
  throw new CodecError({ code: 'type', record: 'trace', field, expected, actual })
}
