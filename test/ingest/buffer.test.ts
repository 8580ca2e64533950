import { expect, it } from 'vitest'
import { ringItems } from '../../src/ingest/containers/index.ts'
import { hexOf } from '../../src/ingest/index.ts'
import { records } from '../../src/registry.ts'
import { numbers, randomBytes, toHex } from '../support/bytes.ts'

/** `slice` of a Buffer shares its memory: what takes it for a copy changes the bytes of its caller. */

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

it.each(records)('bytes are read from a Buffer as they are, and stay: $id', async ({ id, size, layout }) => {
  const next = numbers(size)
  for (let n = 0; n < 25; n++) {
    const bytes = randomBytes(next, size)
    for (const { at, value } of Object.values(layout.fixed ?? {})) {
      // A fixed value in the low byte is enough for the records that can hardly be meant as they stand.
      if (at.length === 1 && at[0]![2] === 0) bytes[layout.order === 'little' ? at[0]![0] * layout.word : (at[0]![0] + 1) * layout.word - 1] = value & 0xff
    }
    const buffer = Buffer.from(bytes)
    for await (const items of ringItems(one(buffer), { as: id })) {
      for (const { data } of items) expect(hexOf(data!)).toBe(toHex(bytes))
    }
    expect(toHex(buffer)).toBe(toHex(bytes))
  }
})
