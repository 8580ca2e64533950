import { CodecError } from './errors.ts'
import { didYouMean } from './suggest.ts'

/** Checks of what a caller passes, apart from fields of messages. */

const typed = /* @__PURE__ */ Object.getPrototypeOf(Uint8Array.prototype) as object
const getterOf = (name: string | symbol): (() => unknown) => Object.getOwnPropertyDescriptor(typed, name)!.get!
const tagOf = /* @__PURE__ */ getterOf(Symbol.toStringTag)
const sizeOf = /* @__PURE__ */ getterOf('length')

/** Whether `value` is a Uint8Array: of any realm and any subclass, and not merely an object that inherits from one. */
export function isBytes(value: unknown): value is Uint8Array {
  return tagOf.call(value) === 'Uint8Array'
}

/** The kind of a typed array, such as `Uint8Array`, as `isBytes` tells it; nothing of anything else. */
export function kindOf(value: unknown): string | undefined {
  return tagOf.call(value) as string | undefined
}

/** How many elements a typed array has, whatever a subclass says of it. */
export function lengthOf(array: ArrayBufferView): number {
  return sizeOf.call(array) as number
}

/**
 * Refuses options that are not an object, that have an unknown name, or that cannot be read.
 * @throws {CodecError} `type`, with the nearest known name
 */
export function checkOptions(record: string, options: unknown, known: readonly string[], field = 'options'): void {
  const refuse = (name: string, expected: string, actual: unknown): never => {
    throw new CodecError({ code: 'type', record, field: name, expected, actual })
  }
  if (typeof options !== 'object' || options === null) refuse(field, 'an object', options)
  const given = options as Readonly<Record<string, unknown>>
  for (const name of attempt(() => Object.keys(given)) ?? refuse(field, 'an object that can be read', given)) {
    if (!known.includes(name)) refuse(`${field}.${name}`, `one of the options ${known.join(', ')}${didYouMean(name, known)}`, attempt(() => given[name]))
  }
}

/** The value of an option. @throws {CodecError} `type` where it cannot be read */
export function optionOf(record: string, options: object, name: string): unknown {
  try {
    return (options as Readonly<Record<string, unknown>>)[name]
  } catch {
    throw new CodecError({ code: 'type', record, field: `options.${name}`, expected: 'an option that can be read', actual: 'a getter that throws' })
  }
}

/** Whether `list` is an array of what passes the test, its holes too: `Array.prototype.every` passes over them. */
export function isListOf(list: unknown, test: (one: unknown) => boolean): list is readonly unknown[] {
  if (!Array.isArray(list)) return false
  for (const one of list as readonly unknown[]) if (!test(one)) return false
  return true
}

/** What a function gives; nothing where it throws. */
function attempt<T>(ask: () => T): T | undefined {
  try {
    return ask()
  } catch {
    return undefined
  }
}
