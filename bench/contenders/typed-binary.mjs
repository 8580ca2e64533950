/** typed-binary: it has no bit fields, so an object of 32-bit words, and the fields by hand. Nothing is checked. */
import { BufferReader, BufferWriter, object, u32 } from 'typed-binary'
import { records } from '../records.mjs'
import { asked, decode as fields, each, encode as words } from './words.mjs'

const schemaOf = (count) => object(Object.fromEntries(Array.from({ length: count }, (_, n) => [`w${n}`, u32])))

/** The reader is kept while the buffer stays the same. */
export const decode = each((id, endianness) => {
  const schema = schemaOf(asked[id])
  const fieldsOf = fields[id]
  let reader, last
  return (bytes, offset) => {
    if (bytes !== last) {
      reader = new BufferReader(bytes.buffer, { endianness })
      last = bytes
    }
    reader.seekTo(bytes.byteOffset + offset)
    return fieldsOf(schema.read(reader))
  }
})

export const encode = each((id, endianness) => {
  const schema = schemaOf(records[id].bytes / 4)
  const wordsOf = words[id]
  return (message) => {
    const buffer = new ArrayBuffer(records[id].bytes)
    schema.write(new BufferWriter(buffer, { endianness }), wordsOf(message))
    return new Uint8Array(buffer)
  }
})

export const encodeInto = each((id, endianness) => {
  const schema = schemaOf(records[id].bytes / 4)
  const wordsOf = words[id]
  let writer, last
  return (message, target, offset) => {
    if (target !== last) {
      writer = new BufferWriter(target.buffer, { endianness })
      last = target
    }
    writer.seekTo(target.byteOffset + offset)
    schema.write(writer, wordsOf(message))
    return records[id].bytes
  }
})
