import { isDeepStrictEqual } from 'node:util'
import type { AnyMessage, AnyRecord } from '../../../src/index.ts'
import type { Transcription } from '../transcription/index.ts'
import { flipped, toHex } from '../../support/bytes.ts'
import type { Vector } from './vectors.ts'

/**
 * What is known of a record from elsewhere than from its table. Each check compares a codec with it and says
 * the first thing that differs, or nothing. The tests ask it of the codecs; the mutation of the tables asks it
 * of codecs that are wrong on purpose.
 */
export type Check = (codec: AnyRecord) => string | undefined

const isSet = (mask: Uint8Array, bit: number): boolean => (mask[bit >> 3]! & (1 << (bit & 7))) !== 0

function text(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? `0x${part.toString(16)}` : part))
}

/** `undefined` if `codec` makes of `bytes` what it should, in both directions. */
function compare(codec: AnyRecord, bytes: Uint8Array, expected: { readonly message: AnyMessage } | { readonly code: string }, about: string): string | undefined {
  const result = codec.tryDecode(bytes)
  if ('code' in expected) {
    if (!result.ok && result.error.code === expected.code) return undefined
    return `${about}: ${toHex(bytes)} is ${result.ok ? 'accepted' : `refused as ${result.error.code}`}, not refused as ${expected.code}`
  }
  if (!result.ok) return `${about}: ${toHex(bytes)} is refused: ${result.error.message}`
  if (!isDeepStrictEqual(result.message, expected.message)) return `${about}: ${toHex(bytes)} means ${text(expected.message)}, not ${text(result.message)}`
  const encoded = toHex(codec.encode(expected.message))
  return encoded === toHex(bytes) ? undefined : `${about}: ${text(expected.message)} is ${toHex(bytes)}, not ${encoded}`
}

/** Bytes with known meaning. */
export function checkVectors(vectors: readonly Vector[]): Check {
  return (codec) => {
    for (const { bytes, where, message, refused, ignoring, fixed, reserved } of vectors) {
      const differs = message ? compare(codec, bytes, { message }, where) : refused ? compare(codec, bytes, { code: refused }, where) : undefined
      if (differs) return differs
      if (ignoring) {
        const result = codec.tryDecode(bytes, 0, { reserved: 'ignore' })
        const actual = result.ok ? result.message : result.error.message
        if (!isDeepStrictEqual(actual, ignoring)) return `${where}: ${toHex(bytes)} means ${text(ignoring)} without its reserved bits, not ${text(actual)}`
      }
      if (!fixed || !reserved) continue
      for (let bit = 0; bit < bytes.length * 8; bit++) {
        const result = codec.tryDecode(flipped(bytes, bit))
        const expected = isSet(fixed, bit) ? 'fixed' : isSet(reserved, bit) ? 'reserved' : 'accepted'
        const actual = result.ok ? 'accepted' : result.error.code
        if (actual !== expected) return `${where}: bit ${bit & 7} of byte ${bit >> 3} turned over is ${actual}, not ${expected}`
      }
    }
    return undefined
  }
}

/** The second transcription: on arbitrary bytes, and on bytes that are known to be valid, also with each bit turned over. */
export function checkTranscription(transcription: Transcription, arbitrary: readonly Uint8Array[], valid: readonly Uint8Array[]): Check {
  const read = arbitrary.map((bytes) => ({ bytes, ...transcription.parse(bytes) }))
  const around = valid.flatMap((bytes) => {
    const { fixed: identity } = transcription.parse(bytes)
    return [bytes, ...Array.from({ length: bytes.length * 8 }, (_, bit) => flipped(bytes, bit))].map((turned) => {
      const { message, fixed, reserved } = transcription.parse(turned)
      return { bytes: turned, expected: !isDeepStrictEqual(fixed, identity) ? { code: 'fixed' } : reserved !== 0n ? { code: 'reserved' } : { message } }
    })
  })
  return (codec) => {
    if (codec.size !== transcription.bytes) return `${codec.size} bytes, not ${transcription.bytes}`
    for (const { bytes, message, fixed, reserved } of read) {
      const { parts } = codec.inspect(bytes)
      const fields = Object.fromEntries(parts.flatMap(({ kind, name, value }) => (kind === 'field' ? [[name, value]] : [])))
      if (!isDeepStrictEqual(fields, message)) return `${toHex(bytes)}: ${text(message)}, not ${text(fields)}`
      const identity = Object.fromEntries(parts.flatMap(({ kind, name, raw }) => (kind === 'fixed' ? [[name, Number(raw)]] : [])))
      if (!isDeepStrictEqual(identity, fixed)) return `${toHex(bytes)}: fixed ${text(fixed)}, not ${text(identity)}`
      const set = parts.some(({ kind, raw }) => kind === 'reserved' && raw !== 0n)
      if (set !== (reserved !== 0n)) return `${toHex(bytes)}: a reserved bit is ${set ? '' : 'not '}set`
    }
    for (const { bytes, expected } of around) {
      const differs = compare(codec, bytes, expected, 'near valid bytes')
      if (differs) return differs
    }
    return undefined
  }
}

/** Bytes that a C compiler made of messages. */
export function checkSamples(samples: readonly { readonly message: AnyMessage; readonly bytes: Uint8Array }[]): Check {
  return (codec) => {
    for (const { message, bytes } of samples) {
      const differs = compare(codec, bytes, { message }, 'C compiler')
      if (differs) return differs
    }
    return undefined
  }
}
