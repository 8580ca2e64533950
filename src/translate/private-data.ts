import type { AnyMessage, Value } from '../codec/message.ts'
import type { Layout } from '../spec/vocabulary.ts'
import type { Context } from './context.ts'
import { bitsOf, has, reader, writer } from './fields.ts'
import type { Packet } from '../packet/carried.ts'

/** Private data, as one number; in VT-d 3.x and the UAPI of Linux 5.3, with a bit that says whether it is there. */
export interface PrivateDataFields {
  /** 0n for none. */
  read(packet: Packet, context: Context): bigint
  /** @throws {CodecError} `translate` where it does not fit; where there is no place for it, unless loss is allowed */
  write(value: bigint, packet: AnyMessage, context: Context): void
}

export function privateDataOf(layout: Layout): PrivateDataFields {
  if (!has(layout, 'privateData')) {
    return {
      read: () => 0n,
      write: (value, _packet, context) => context.loseUnless('privateData', value, 'the format has no place for private data'),
    }
  }
  const data = reader<Value>(layout, 'privateData', 0n)
  const write = writer(layout, 'privateData')
  const bits = bitsOf(layout, 'privateData')
  const valid = has(layout, 'privateDataValid') ? reader(layout, 'privateDataValid', true) : undefined
  const writeValid = writer(layout, 'privateDataValid')
  return {
    read(packet, context) {
      const value = BigInt(data(packet))
      if (valid === undefined) return value
      const present = valid(packet)
      if (present && value === 0n) context.note('the private data is 0, which is carried as none')
      if (!present && value !== 0n) context.note('private data means nothing, as the record says that it has none, and is not carried')
      return present ? value : 0n
    },
    write(value, packet, context) {
      write(packet, context.fitBig('privateData', value, bits))
      writeValid(packet, value !== 0n)
    },
  }
}
