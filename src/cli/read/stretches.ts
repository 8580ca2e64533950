import { CodecError } from '../../codec/errors.ts'
import type { LinkedItem } from '../../ingest/index.ts'
import { layoutOf } from '../../neighbours/index.ts'
import { stretchesOf } from '../../packet/index.ts'
import type { Stretch } from '../../packet/index.ts'

/** What the bytes of an item are made of. */
export function stretchesOfItem({ record, mode, data }: LinkedItem): readonly Stretch[] {
  const { bytes } = data!
  const all = { at: 0, size: bytes.length }
  if (mode !== undefined) {
    try {
      return stretchesOf(bytes, mode)
    } catch (error) {
      if (!(error instanceof CodecError)) throw error
    }
  }
  return [record === null || mode !== undefined ? all : { ...all, layout: layoutOf(record) }]
}
