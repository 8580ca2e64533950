import { EMPTY } from '../hit.ts'
import type { Hit, Known } from '../hit.ts'

/** Bytes that are all there. */
export const whole = (bytes: Uint8Array): Known => ({ bytes, known: new Uint8Array(bytes.length).fill(0xff), spans: [] })

/** Bytes of a file, of which nothing more is known. */
export const hitOf = (source: string, offset: bigint, bytes: Uint8Array): Hit => ({ source, line: 0, lastLine: 0, offset, data: whole(bytes), said: EMPTY, notes: [] })
