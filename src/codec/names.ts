import { CodecError } from './errors.ts'
import { didYouMean } from './suggest.ts'

/**
 * Refuses an unknown name: it is a slip, and ignoring it would silently drop what it was meant to say.
 * @param record what the error names as its record
 * @param what what the names are, such as `option`
 * @throws {CodecError} `type`, with the nearest known name
 */
export function checkNames(record: string, what: string, given: object, known: ReadonlySet<string>): void {
  for (const name in given) {
    if (known.has(name)) continue
    const expected = `one of the ${what}s ${[...known].join(', ')}${didYouMean(name, known)}`
    throw new CodecError({ code: 'type', record, field: name, expected, actual: (given as Record<string, unknown>)[name] })
  }
}
