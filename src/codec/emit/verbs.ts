import type { Layout } from '../../spec/vocabulary.ts'

/**
 * The public functions of a record. They are flat functions of the record's own file, for two reasons: a bundler
 * leaves out those that are not used, and, as measured, V8 inlines them where it would not inline shared closures.
 */
export function emitVerbs(layout: Layout, type: string): string {
  return `export { layout }

/** Id of the record. */
export const id = '${layout.id}'

/** Size of the record in bytes. */
export const bytes = ${layout.bytes}

/**
 * Decodes the ${layout.title} at \`offset\`. What it accepts, \`encode\` gives back bit for bit.
 * @param offset in bytes, from 0; no alignment is asked for
 * @throws {CodecError} \`truncated\`, \`fixed\`, \`reserved\`; \`type\` or \`range\` for wrong arguments
 */
export function decode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): ${type} {
  return read(bytes, offset, options) ?? (reference.decode(bits(), bytes, offset, options) as unknown as ${type})
}

/** \`decode\`, with its error as a result. Never throws. */
export function tryDecode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): Result<${type}> {
  const message = ArrayBuffer.isView(bytes) ? read(bytes, offset, options) : undefined
  return message === undefined ? reference.tryDecode(bits(), bytes, offset, options) : { ok: true, message }
}

/** Takes the record apart: every bit, and what is wrong with it. Never throws; short input gives what is there. */
export function inspect(bytes: Uint8Array, offset = 0): Inspection {
  return inspectRecord(layout, bytes, offset)
}

/**
 * Encodes a message into a fresh array of ${layout.bytes} bytes.
 * @throws {CodecError} \`type\` or \`range\`, naming field, bits, limit and value; nothing is truncated
 */
export function encode(message: ${type}Init): Uint8Array {
  const bytes = new Uint8Array(${layout.bytes})
  return write(message, bytes, 0) ? bytes : reference.encode(bits(), message)
}

/**
 * Writes all ${layout.bytes} bytes of the record at \`offset\` of \`target\`, or throws before the first.
 * @returns ${layout.bytes}
 * @throws {CodecError} as \`encode\`; \`truncated\` where \`target\` has no room
 */
export function encodeInto(message: ${type}Init, target: Uint8Array, offset = 0): number {
  return write(message, target, offset) ? ${layout.bytes} : reference.encodeInto(bits(), message, target, offset)
}

let Class: ViewClass | undefined

/**
 * A view with a getter per field, which reads when it is asked. Nothing is copied, and nothing but the length is checked.
 * @throws {CodecError} \`truncated\`, \`type\` or \`range\`
 */
export function view(bytes: Uint8Array, offset = 0): Readonly<${type}> & View {
  return new (Class ??= viewClass())(bits(), bytes, offset) as unknown as Readonly<${type}> & View
}

let loop: ColumnKernel | undefined

/**
 * Decodes many consecutive records into typed arrays, one per field.
 * @throws {CodecError} \`truncated\` where \`count\` records are not there; \`type\` or \`range\` for wrong options
 */
export function columns(bytes: Uint8Array, options: ColumnsOptions<${type}Columns> = {}): ColumnsResult<${type}Columns> {
  return decodeColumns(bits(), bytes, options, (block) => (loop ??= kernel(block)))
}

/** The generated codec before it declines to the reference, for proofs that it really ran. */
export const generated = { read, write }
`
}
