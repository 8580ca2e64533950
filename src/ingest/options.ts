import { checkOptions, isBytes, optionOf } from '../codec/arguments.ts'
import { CodecError } from '../codec/errors.ts'
import { unitOf } from './unit.ts'

/** What a reader says of an input that does not tell it itself. */
export interface ReadOptions {
  /** Bytes are records of this id, wherever the input does not say what they are. */
  readonly as?: string
  /** How words are read, where the input does not say it: as bytes in the order in which they stand, or as little-endian numbers. */
  readonly words?: 'bytes' | 'number'
  /** How links frame their packets, where the input does not say it. */
  readonly mode?: 'flit' | 'non-flit'
}

/** The value of an option, which is one of a few. */
function chosen<T extends string>(options: ReadOptions, name: string, known: readonly T[]): T | undefined {
  const value = optionOf('read', options, name)
  if (value === undefined || (known as readonly unknown[]).includes(value)) return value as T | undefined
  throw new CodecError({ code: 'type', record: 'read', field: `options.${name}`, expected: known.map((one) => `"${one}"`).join(' or '), actual: value })
}

/** Options of a reader, each read once. @throws {CodecError} `type` for what is none, with the nearest name */
export function checkReadOptions(options: ReadOptions): ReadOptions {
  checkOptions('read', options, ['as', 'words', 'mode'])
  const as = optionOf('read', options, 'as') as string | undefined
  if (as !== undefined && as !== 'tlp') unitOf(as)
  const words = chosen(options, 'words', ['bytes', 'number'])
  const mode = chosen(options, 'mode', ['flit', 'non-flit'])
  return { ...(as !== undefined && { as }), ...(words !== undefined && { words }), ...(mode !== undefined && { mode }) }
}

/** @throws {CodecError} `type` for what are no bytes */
export function checkBytes(bytes: unknown): void {
  if (!isBytes(bytes)) throw new CodecError({ code: 'type', record: 'read', field: 'bytes', expected: 'a Uint8Array', actual: bytes })
}

/** @throws {CodecError} `type` for what is neither text nor bytes */
export function checkText(text: unknown): void {
  if (typeof text !== 'string' && !isBytes(text)) throw new CodecError({ code: 'type', record: 'read', field: 'text', expected: 'a string or a Uint8Array', actual: text })
}
