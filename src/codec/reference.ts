import type { Bits } from '../spec/vocabulary.ts'
import { checkedMessage, decodeSlowly, encodeSlowly, tryDecodeSlowly } from './explain.ts'
import { modeOf, outside } from './memory.ts'
import { zerosOf } from './message.ts'
import type { AnyMessage, Value } from './message.ts'
import { bitPositions, writeBits } from './positions.ts'
import { isWrong, rawAt } from './raw.ts'
import type { DecodeOptions, Read, Result, Write } from './read-write.ts'

/**
 * The reference codec: `read` and `write` of a table, in the plainest possible code.
 * The generated codecs are proved equal to it.
 */

/** What the raw bits of a field mean as a property of a message. */
export function valueOf(field: Bits['fields'][string], raw: bigint): Value {
  if (field.as === 'flag') return raw === 1n
  if (field.as === 'uint') return Number(raw)
  return raw << BigInt(zerosOf(field))
}

export function readerOf(layout: Bits): Read<AnyMessage> {
  return (bytes, offset, options) => {
    if (outside(bytes, offset, layout.size)) return undefined
    const mode = options === undefined ? 0 : modeOf(options)
    if (mode < 0 || isWrong(layout, bytes, offset, mode === 1)) return undefined
    const message: AnyMessage = {}
    for (const [name, field] of Object.entries(layout.fields)) message[name] = valueOf(field, rawAt(layout, bytes, offset, field.at))
    return message
  }
}

export function writerOf(layout: Bits): Write<object> {
  return (message, target, offset) => {
    let checked: AnyMessage
    try {
      checked = checkedMessage(layout, message)
    } catch {
      return false
    }
    if (outside(target, offset, layout.size)) return false
    for (let i = 0; i < layout.size; i++) target[offset + i] = 0
    for (const { at, value } of Object.values(layout.fixed ?? {})) writeBits(target, offset, bitPositions(layout, at), BigInt(value))
    for (const [name, value] of Object.entries(checked)) {
      const field = layout.fields[name]!
      // An optional field that is left out is 0.
      if (value !== undefined) writeBits(target, offset, bitPositions(layout, field.at), BigInt(value) >> BigInt(zerosOf(field)))
    }
    return true
  }
}

export function decode(layout: Bits, bytes: Uint8Array, offset = 0, options?: DecodeOptions): AnyMessage {
  return decodeSlowly(layout, readerOf(layout), bytes, offset, options)
}

export function tryDecode<M>(layout: Bits, bytes: Uint8Array, offset = 0, options?: DecodeOptions): Result<M> {
  return tryDecodeSlowly(layout, readerOf(layout) as Read<M>, bytes, offset, options)
}

export function encodeInto(layout: Bits, message: object, target: Uint8Array, offset = 0): number {
  return encodeSlowly(layout, writerOf(layout), message, target, offset)
}

export function encode(layout: Bits, message: object): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(layout.size)
  encodeInto(layout, message, bytes)
  return bytes
}
