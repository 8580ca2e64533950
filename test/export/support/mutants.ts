import { referenceRecord } from '../../../src/codec/define.ts'
import { formOf } from '../../../src/export/form.ts'
import type { Vector } from '../../../src/export/index.ts'
import { textsOf } from '../../../src/export/kit/vectors.ts'
import type { Layout } from '../../../src/index.ts'

/** Whether a decoder of a wrong table answers one of the vectors otherwise. */
export function caughtBy(vectors: readonly Vector[], layout: Layout): boolean {
  const record = referenceRecord<object, object, object>(layout)
  return vectors.some(({ hex, reserved, values, error }) => {
    const result = record.tryDecode(Buffer.from(hex!, 'hex'), 0, { reserved: reserved ?? 'reject' })
    if (result.ok !== (error === undefined)) return true
    // The field of an error is advice; the code is what must be right.
    if (!result.ok) return result.error.code !== error!.code
    const texts = textsOf(result.message)
    return Object.entries(values!).some(([name, value]) => texts[name] !== value)
  })
}

/** Whether two layouts accept the same bytes as the same messages; they may call a fixed bit by another name. */
export function meansTheSame(a: Layout, b: Layout): boolean {
  return meaningOf(a) === meaningOf(b)
}

function meaningOf(layout: Layout): string {
  const { order, fields, fixed, reserved } = formOf(layout)
  const bits = fixed.flatMap(({ flat, value }) => flat.flatMap(({ lo, width, to }) => Array.from({ length: width }, (_, n) => `${lo + n}=${(value >> BigInt(to + n)) & 1n}`)))
  const zeros = reserved.flatMap(({ flat }) => flat.flatMap(({ lo, width }) => Array.from({ length: width }, (_, n) => lo + n)))
  return JSON.stringify([order, fields.map(({ name, as, zeros: low, flat }) => [name, as, low, flat]), bits.sort(), zeros.sort()])
}
