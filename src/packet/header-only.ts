import type { AnyMessage } from '../codec/message.ts'
import type { DecodeOptions } from '../codec/read-write.ts'
import type { AnyRecord } from '../registry.ts'
import { swapDwords } from './bytes.ts'
import { fail, withOffset } from './fault.ts'
import { frameAt, nameOf, ohcPlaces } from './frame.ts'
import type { Frame } from './frame.ts'
import { headerFields } from './header-fields.ts'
import { addWords, dataRecord, messageRecord, ownNameOf } from './messages.ts'
import type { CheckedOptions } from './options.ts'
import { prefixesOf } from './prefixes.ts'
import type { TlpHeader } from './types.ts'

/** The header at `options.offset`, whatever follows it. @throws {CodecError} as `decodeTlp` */
export function headerAt(bytes: Uint8Array, { offset, mode, swap, translation = false, reserved }: CheckedOptions): TlpHeader {
  const frame = frameAt(bytes, offset, mode, swap)
  if (frame.code !== undefined) fail(frame)
  const { kind, header, payload, trailer, size } = frame
  const there = bytes.length - offset
  if (payload > there) fail({ code: 'truncated', offset, expected: `a header of ${payload} bytes, with its prefixes`, actual: there })
  const wire = swap ? swapDwords(bytes.subarray(offset, offset + payload)) : bytes
  const start = swap ? 0 : offset
  try {
    const codec = messageRecord(wire, start, frame, translation)
    const tlp = {
      mode, kind,
      name: (codec && ownNameOf(codec)) ?? nameOf(frame, wire[start + header + 7]!),
      offset,
      size: payload,
      prefixes: prefixesOf(wire, start, header, mode, reserved),
      header: wire.subarray(start + header, start + payload),
      ...(mode === 'flit' && { ohc: ohcPlaces(frame) }),
      absent: { payload: trailer - payload, trailer: size - trailer },
      beyond: there - payload,
      ...(codec ? messageFields(wire, start, frame, codec, reserved) : { fields: headerFields(wire, start, frame) }),
    }
    // Fields and message are those that the types give for the id and the kind; that is beyond the compiler.
    return tlp as unknown as TlpHeader
  } catch (error) {
    throw withOffset(error, offset)
  }
}

/** What the header of a message of ATS or PRI says, and the whole message where nothing of it is in the data. */
function messageFields(wire: Uint8Array, start: number, frame: Frame, codec: AnyRecord, options: DecodeOptions | undefined): object {
  const { header, ohc, payload, words } = frame
  const dwords = (payload - header) / 4
  const complete = payload - header >= codec.size
  // Where the record goes on in the data, those are taken for 0 while the header is judged, and then left out.
  const part = new Uint8Array(Math.max(codec.size, payload - header))
  part.set(wire.subarray(start + header, start + payload))
  const fields: AnyMessage = codec.decode(part, 0, options)
  if (!complete) {
    for (const [name, { at }] of Object.entries(codec.layout.fields)) if (at.some(([dword]) => dword >= dwords)) delete fields[name]
  }
  addWords(fields, wire, start + ohc, words, options)
  return { id: codec.id, fields, ...(complete && dataRecord(codec) === undefined && { message: fields }) }
}
