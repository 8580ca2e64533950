import type { Bits, Slice } from '../spec/vocabulary.ts'

/**
 * The bits of a record as a line of text, which is how a generated file holds them: the least to load, for what only an
 * error asks for. `id size word order label|name kind numbers,…|name value numbers,…|numbers`, where numbers are the
 * words, high and low bits of the slices; a capital kind is optional, and an address has its zeros after the kind.
 */

const KINDS = { f: 'flag', u: 'uint', b: 'bigint', a: 'address', p: 'page' } as const

export function textOfBits({ id, size, word, order, label, fields, fixed = {}, reserved = [] }: Bits): string {
  const numbers = (at: readonly (readonly [number, number, number, string?])[]): string => at.map(([w, hi, lo]) => `${w} ${hi} ${lo}`).join(' ')
  const kind = ({ as, zeros, optional }: Bits['fields'][string]): string => (optional ? as[0]!.toUpperCase() : as[0]!) + (zeros ?? '')
  return [
    [id, size, word, order, label].join(' '),
    Object.entries(fields).map(([name, field]) => `${name} ${kind(field)} ${numbers(field.at)}`).join(','),
    Object.entries(fixed).map(([name, { at, value }]) => `${name} ${value} ${numbers(at)}`).join(','),
    numbers(reserved),
  ].join('|')
}

/** The bits that `textOfBits` wrote, made when they are first asked for. */
export function bitsOfText(text: string): () => Bits {
  let bits: Bits | undefined
  return () => (bits ??= parse(text))
}

function parse(text: string): Bits {
  const [head, fields, fixed, reserved] = text.split('|') as [string, string, string, string]
  const [id, size, word, order, label] = head.split(' ') as [string, string, string, Bits['order'], string]
  return {
    id,
    size: Number(size),
    word: Number(word) as Bits['word'],
    order,
    label,
    fields: Object.fromEntries(entries(fields).map(([name, kind, ...numbers]) => [name!, { at: slices(numbers), ...kindOf(kind!) }])),
    fixed: Object.fromEntries(entries(fixed).map(([name, value, ...numbers]) => [name!, { at: slices(numbers), value: Number(value) }])),
    reserved: slices(reserved === '' ? [] : reserved.split(' ')),
  }
}

const entries = (part: string): string[][] => (part === '' ? [] : part.split(',').map((entry) => entry.split(' ')))

function slices(numbers: readonly string[]): Slice[] {
  return Array.from({ length: numbers.length / 3 }, (_, i) => [Number(numbers[3 * i]), Number(numbers[3 * i + 1]), Number(numbers[3 * i + 2])])
}

function kindOf(text: string): Pick<Bits['fields'][string], 'as' | 'zeros' | 'optional'> {
  const letter = text[0]!.toLowerCase() as keyof typeof KINDS
  return { as: KINDS[letter], ...(text.length > 1 && { zeros: Number(text.slice(1)) }), ...(letter !== text[0] && { optional: true as const }) }
}
