import type { Bits } from '../spec/vocabulary.ts'

/** The bits of a record as text, which is how a generated file holds them: the least to load, for what only an error asks for. */
export function textOfBits({ id, size, word, order, label, fields, fixed, reserved }: Bits): string {
  const mapped = <A, B>(entries: Readonly<Record<string, A>>, map: (entry: A) => B): Record<string, B> => Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, map(entry)]))
  return JSON.stringify({
    id, size, word, order, label,
    fields: mapped(fields, ({ at, as, zeros, optional }) => ({ at, as, zeros, optional })),
    ...(fixed && { fixed: mapped(fixed, ({ at, value }) => ({ at, value })) }),
    ...(reserved && { reserved: reserved.map(([word, hi, lo]) => [word, hi, lo]) }),
  })
}

/** The bits that `textOfBits` wrote, made when they are first asked for. */
export function bitsOfText(text: string): () => Bits {
  let bits: Bits | undefined
  return () => (bits ??= JSON.parse(text) as Bits)
}
