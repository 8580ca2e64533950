import type { AnyMessage } from '../codec/message.ts'
import { inspectPacket } from '../packet/inspect.ts'
import { resolve } from '../registry.ts'
import { modeOf, pasidBeside, recordsAt } from '../packet/carried.ts'
import type { FormatArgument } from '../registry.ts'
import { describe } from './index.ts'
import type { Phrase } from './index.ts'

/**
 * What the packet at `offset` says, in one sentence. Of a record that is cut short only the fields that are there are spoken of.
 * @throws {CodecError} `type` for an unknown id; what stands in the bytes makes it never throw
 */
export function describePacket<const S extends string>(format: FormatArgument<S>, bytes: Uint8Array, offset = 0): readonly Phrase[] {
  const codec = resolve(format)
  const own = inspectPacket(codec, bytes, offset).parts.find(({ id }) => id === codec.id)!
  const message: AnyMessage = {}
  for (const { name, value } of own.inspection.parts) if (value !== undefined) message[name] = value
  const pasid = modeOf(codec) === undefined ? undefined : pasidBeside(codec, recordsAt(codec, bytes, offset).parts, bytes)
  return describe(codec.layout, message, pasid === undefined ? {} : { pasidPrefix: pasid })
}
