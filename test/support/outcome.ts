import { isDeepStrictEqual } from 'node:util'
import { expect } from 'vitest'
import { CodecError } from '../../src/index.ts'

/** What a call gave or how it failed, in a form that can be compared. */
export type Outcome = { readonly value: unknown } | { readonly error: Readonly<Record<string, unknown>> }

/** Anything but a CodecError is thrown on: no test expects one. */
export function outcome(call: () => unknown): Outcome {
  try {
    return { value: call() }
  } catch (error) {
    return { error: faultOf(error) }
  }
}

/** The CodecError that a call throws, without what follows from the rest: bits and message. `undefined` if it throws none. */
export function refusal(call: () => unknown): unknown {
  const result = outcome(call)
  if ('value' in result) return undefined
  const { code, record, field, expected, actual } = result.error
  return { code, record, field, expected, actual }
}

/** All that a CodecError says. */
export function faultOf(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof CodecError)) throw error
  const { code, record, field, bits, expected, actual, message } = error
  return { code, record, field, bits, expected, actual, message }
}

/** Equal in value and in the order of keys. Asked so often that `expect` is called only to explain a difference; it counts as an assertion all the same. */
export function same(actual: unknown, expected: unknown, about: string): void {
  if (expect.getState().assertionCalls === 0) expect.setState({ assertionCalls: 1 })
  if (isDeepStrictEqual(actual, expected) && isDeepStrictEqual(keysOf(actual), keysOf(expected))) return
  expect(actual, about).toStrictEqual(expected)
  expect(keysOf(actual), `${about}, order of keys`).toStrictEqual(keysOf(expected))
  throw new Error(`${about}: differs`)
}

function keysOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return undefined
  return [Object.keys(value), ...Object.values(value).map(keysOf)]
}
