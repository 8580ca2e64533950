import type { Confidence } from '../../spec/vocabulary.ts'
import type { Form } from '../form.ts'
import { bytesOf, indexOf } from '../kit/images.ts'
import { dueOf, flatOf, note, placesText, sameSources, textOf } from '../sources.ts'
import type { Sources } from '../sources.ts'
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
export function compare(item: Item, said: readonly string[]): Finding | undefined {
  const { form, name } = item
  const finding = (has: string, due: string, owner?: Owner): Finding => ({
    record: form.id, name, field: owner?.name ?? 'size', has, due,
    clause: (owner && 'clause' in owner ? owner.clause : undefined) ?? form.layout.clause,
    confidence: owner ? (form.layout.fields[owner.name] ?? form.layout.fixed![owner.name])!.confidence ?? 'sure' : 'sure',
  })
  const [first = ''] = said
  if (first === 'absent') return 'owner' in item ? finding('not defined', item.owner.bits, item.owner) : finding('not defined', '')
  if (item.kind === 'size') return numberOf(first) === form.size ? undefined : finding(`${numberOf(first)} bytes`, `${form.size} bytes`)
  if (item.kind === 'code') return numberOf(first) === item.value ? undefined : finding(`0x${first}`, `0x${item.value.toString(16)}, ${item.code}`, item.owner)
  if (item.kind === 'member') {
    const has = bitsOfMember(item, first)
    const due = item.owner.words.length === 0 ? [] : partsOf(item.owner.flat, item).flatMap(({ lo, width }) => Array.from({ length: width }, (_, n) => lo + n))
    return sameBits(has, due) ? undefined : finding(bitsText(form, has), bitsText(form, due), item.owner)
  }
  const { base, due } = placeOf(item, said)
  const places = due.flatMap((set) => [...set])
  if (item.kind === 'shift') {
    const lowest = Math.min(...places) - base
    return numberOf(first) === lowest ? undefined : finding(`shift ${numberOf(first)}`, `shift ${lowest}`, item.owner)
  }
  if (item.kind === 'mask') {
    const has = bitsOfNumber(first).map((bit) => base + bit)
    return sameBits(has, places) ? undefined : finding(bitsText(form, has), bitsText(form, places), item.owner)
  }
  const has: Sources = []
  said.slice(0, 64).forEach((text, asked) => {
    for (const bit of bitsOfNumber(text)) {
      if (item.kind === 'get' && base + asked < 8 * form.size) note(has, bit, base + asked)
      if (item.kind === 'put' && (due[asked]?.size ?? 0) > 0) note(has, asked, base + bit)
    }
  })
  return sameSources(has, due) ? undefined : finding(textOf(form, has, due), textOf(form, due, due), item.owner)
}

/**
 * From which bit of the record a macro counts, and which bits it means.
 * @throws {RangeError} where its field is not in one word, or its register is no place in the record
 */
function placeOf(item: Extract<Item, { kind: 'mask' | 'shift' | 'get' | 'put' }>, said: readonly string[]): { base: number; due: Sources } {
  const { form, owner, of, at } = item
  const pieces = partsOf(owner.words, item)
  const zeros = 'zeros' in owner && (of === 1 || pieces[0]!.to === 0) ? owner.zeros : 0
  const { word } = pieces[0]!
  if (pieces.some((piece) => piece.word !== word)) throw new RangeError(`mapping: ${form.id} ${owner.name} stands in several words, and ${item.name} is of one`)
  const flat = pieces.map(({ lo, width, to }) => ({ lo: flatOf(form, word, lo), width, to: of === 1 ? to : 0 }))
  const due = dueOf({ flat, zeros })
  if (at === undefined) return { base: flatOf(form, word, 0), due }
  const offset = numberOf(said.at(-1)!)
  const whole = form.order === 'little' || offset % form.word === 0
  if (offset >= form.size || !whole) throw new RangeError(`mapping: ${form.id} has no word at byte ${offset}, where ${item.name} is said to be`)
  return { base: form.order === 'little' ? 8 * offset : flatOf(form, offset / form.word, 0), due }
}

/**
 * The pieces that one of several names of a field means, the most significant first; a single name means them all.
 * @throws {RangeError} where there are neither one nor as many names as pieces
 */
function partsOf<P>(pieces: readonly P[], { nth, of }: { readonly nth: number; readonly of: number }): readonly P[] {
  if (of === 1) return pieces
  if (of !== pieces.length) throw new RangeError(`mapping: a field has ${pieces.length} pieces, and ${of} names`)
  return [[...pieces].reverse()[nth]!]
}

const numberOf = (hex: string): number => Number.parseInt(hex, 16)

function bitsOfNumber(hex: string): number[] {
  const value = BigInt(`0x${hex}`)
  return Array.from({ length: 64 }, (_, bit) => bit).filter((bit) => (value >> BigInt(bit)) & 1n)
}

/** The bits of the record that a member is, from what the compiler printed of it. */
export function bitsOfMember({ form, at }: Extract<Item, { kind: 'member' }>, hex: string): number[] {
  return bitsSet(form, '00'.repeat(at) + hex)
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

/** Bits of the record as one integer, the most significant first; a mask may have some that are beyond it. */
function bitsText(form: Form, bits: readonly number[]): string {
  const inside = bits.filter((bit) => bit < 8 * form.size)
  const text = placesText(form, inside.toSorted((a, b) => b - a)) || 'no bits of the record'
  return inside.length === bits.length ? text : `${text} and ${bits.length - inside.length} beyond it`
}
