import { EMPTY, whole } from '../hit.ts'
import type { Hit } from '../hit.ts'

/** Bytes of a file, of which nothing more is known. */
export const hitOf = (source: string, offset: bigint, bytes: Uint8Array): Hit => ({ source, line: 0, lastLine: 0, offset, data: whole(bytes), said: EMPTY, notes: [] })
