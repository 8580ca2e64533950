import type { AnyMessage, AnyRecord, DecodeOptions } from '../../../src/index.ts'

/** The generated path of a record before it declines to the reference codec. */
export interface Generated {
  /** Answers, or declines with `undefined`. */
  read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): AnyMessage | undefined
  /** Writes and says `true`, or declines with `false`. */
  write(message: object, target: Uint8Array, offset: number): boolean
}

export function generatedOf(record: AnyRecord): Generated {
  return (record as AnyRecord & { generated: Generated }).generated
}
