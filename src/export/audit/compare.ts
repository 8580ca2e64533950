import { bitsOf } from '../../codec/message.ts'
import type { Confidence } from '../../spec/vocabulary.ts'
import { ones } from '../form.ts'
import type { Form } from '../form.ts'
import { bytesOf, indexOf } from '../kit/images.ts'
import type { Item, Owner } from './mapping.ts'

/** A difference between a header and a table. */
export interface Finding {
  readonly record: string
  /** The header's own name. */
  readonly name: string
  /** The table's name. */
  readonly field: string
  readonly has: string
  readonly due: string
  readonly clause: string
  /** How well the table is supported; unless `sure`, the table may be the one that is wrong. */
  readonly confidence: Confidence
}

/** What the compiler printed for an item against the table: undefined where they agree, a finding where they differ. */
export function compare(item: Item, said: string): Finding | undefined {
  const { form, name } = item
  const finding = (has: string, due: string, owner?: Owner): Finding => ({
    record: form.id, name, field: owner?.name ?? 'size', has, due,
    clause: (owner && 'clause' in owner ? owner.clause : undefined) ?? form.layout.clause,
    confidence: owner ? (form.layout.fields[owner.name] ?? form.layout.fixed![owner.name])!.confidence ?? 'sure' : 'sure',
  })
  if (said === 'absent') return finding('not defined', `${'owner' in item ? item.owner.bits : ''}`, 'owner' in item ? item.owner : undefined)
  if (item.kind === 'size') return BigInt(`0x${said}`) === BigInt(form.size) ? undefined : finding(`${BigInt(`0x${said}`)} bytes`, `${form.size} bytes`)
  if (item.kind === 'code') return BigInt(`0x${said}`) === BigInt(item.value) ? undefined : finding(`0x${said}`, `0x${item.value.toString(16)}, ${item.code}`, item.owner)
  if (item.kind === 'member') {
    const has = bitsSet(form, said)
    const due = flatBits(item.owner, item.nth, item.of)
    return sameBits(has, due) ? undefined : finding(textOf(form, has), textOf(form, due), item.owner)
  }
  const pieces = partsOf(item.owner.words, item.nth, item.of)
  if (item.kind === 'shift') {
    const due = Math.min(...pieces.map(({ lo }) => lo))
    return BigInt(`0x${said}`) === BigInt(due) ? undefined : finding(`shift ${BigInt(`0x${said}`)}`, `shift ${due}`, item.owner)
  }
  const mask = BigInt(`0x${said}`)
  const due = pieces.reduce((sum, { lo, width }) => sum | (ones(width) << BigInt(lo)), 0n)
  return mask === due ? undefined : finding(maskText(mask), `${maskText(due)} of ${wordsText(form, pieces)}`, item.owner)
}

/**
 * The pieces that one of several names of a field means, the most significant first; a single name means them all.
 * @throws {RangeError} where there are neither one nor as many names as pieces
 */
function partsOf<P>(pieces: readonly P[], nth: number, of: number): readonly P[] {
  if (of === 1) return pieces
  if (of !== pieces.length) throw new RangeError(`mapping: a field has ${pieces.length} pieces, and ${of} names`)
  return [[...pieces].reverse()[nth]!]
}

/** The bits of a member of several: it has as many as it has, and in their order. */
function flatBits({ flat, words }: Owner, nth: number, of: number): number[] {
  if (of > 1 && of !== flat.length) throw new RangeError(`mapping: a field has ${flat.length} pieces, and ${of} names`)
  return (words.length === 0 ? [] : partsOf(flat, nth, of)).flatMap(({ lo, width }) => Array.from({ length: width }, (_, n) => lo + n))
}

function bitsSet(form: Form, hex: string): number[] {
  const bytes = bytesOf(hex)!
  return Array.from({ length: 8 * form.size }, (_, lo) => lo).filter((lo) => {
    const index = indexOf(form, lo)
    return ((bytes[index >> 3] ?? 0) >> (index & 7)) & 1
  })
}

function sameBits(a: readonly number[], b: readonly number[]): boolean {
  const sorted = (bits: readonly number[]): string => bits.toSorted((x, y) => x - y).join()
  return sorted(a) === sorted(b)
}

/** Bits of the record as one integer, in the words of the source. */
function textOf(form: Form, bits: readonly number[]): string {
  const wordBits = 8 * form.word
  const slices: [number, number, number][] = []
  for (const bit of bits.toSorted((a, b) => b - a)) {
    const n = Math.floor(bit / wordBits)
    const word = form.order === 'little' ? n : form.size / form.word - 1 - n
    const last = slices.at(-1)
    if (last && last[0] === word && last[2] === (bit % wordBits) + 1) last[2] = bit % wordBits
    else slices.push([word, bit % wordBits, bit % wordBits])
  }
  return bitsOf(form.layout, slices) || 'no bits of the record'
}

function wordsText({ layout }: Form, pieces: Owner['words']): string {
  return [...new Set(pieces.map(({ word }) => bitsOf(layout, [[word, 0, 0]]).replace(/\[.*/, '')))].join(' ')
}

/** `0xff8` as `[11:3]`. */
function maskText(mask: bigint): string {
  const runs: string[] = []
  for (let hi = 63; hi >= 0; hi--) {
    if (!((mask >> BigInt(hi)) & 1n)) continue
    let lo = hi
    while (lo > 0 && (mask >> BigInt(lo - 1)) & 1n) lo--
    runs.push(hi === lo ? `[${hi}]` : `[${hi}:${lo}]`)
    hi = lo
  }
  return runs.join('') || '0'
}
