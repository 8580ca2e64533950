import type { As, CStruct, Field, Fixed, Layout, Member, ReservedSlice, Slice } from './vocabulary.ts'

const SIZE = { u8: 1, u16: 2, u32: 4, u64: 8 } as const

type DefaultAs<M extends Member> = M extends { as: infer A extends As } ? A : M['type'] extends 'u64' ? 'bigint' : 'uint'

/** The members of a struct that are fields of its message: neither padding nor an identifying value. */
export type FieldsOfStruct<S extends CStruct> = {
  readonly [K in keyof S['members'] as S['members'][K] extends { padding: true } | { value: number } ? never : K]:
    Omit<Field, 'codes'> & { readonly as: DefaultAs<S['members'][K]> } & (S['members'][K] extends { codes: infer C } ? { readonly codes: C } : unknown) & (S['members'][K] extends { optional: true } ? { readonly optional: true } : unknown)
}

export type PlacedStruct<S extends CStruct> = Omit<Layout, 'fields'> & { readonly fields: FieldsOfStruct<S> }

/**
 * Places the members of a C struct as the System V ABI does (AMD64 and s390x supplements: "Bit-Fields").
 *
 * A member lies at the next multiple of its size. A bit-field lies in the next unit of its declared type that
 * holds it whole; bit-fields fill a unit from its least significant bit where bytes are little-endian and from its
 * most significant bit where they are big-endian. Bytes that no member takes are padding, which is reserved here.
 *
 * @param target byte order of the target; a struct that has an order of its own keeps it
 * @throws {RangeError} where a member ends past `size`, or the target is none
 * @returns a layout of 4-byte words, labelled by byte offset; its id ends in `-be` for the big-endian ABI
 */
export function systemV<const S extends CStruct>(struct: S, target: 'little' | 'big'): PlacedStruct<S> {
  if (target !== 'little' && target !== 'big') throw new RangeError(`struct ${struct.struct}: the target must be "little" or "big"`)
  const order = struct.order ?? target
  const claimed = new Uint8Array(struct.size * 8)
  const fields: Record<string, Field> = {}
  const fixed: Record<string, Fixed> = {}
  let next = 0

  for (const [name, member] of Object.entries(struct.members)) {
    const unit = SIZE[member.type] * 8
    const width = member.bits ?? unit
    const startsUnit = member.bits === undefined || Math.floor(next / unit) !== Math.floor((next + width - 1) / unit)
    const start = startsUnit ? Math.ceil(next / unit) * unit : next
    next = start + width
    if (next > claimed.length) throw new RangeError(`struct ${struct.struct}: ${member.c} ends past its ${struct.size} bytes`)
    if (member.padding) continue
    claimed.fill(1, start, next)
    const at = slices(start, width, unit, order)
    const { c, type: _type, bits: _bits, value, as, doc, ...rest } = member
    if (value === undefined) fields[name] = { at, as: as ?? (unit === 64 ? 'bigint' : 'uint'), doc: `\`${c}\`: ${doc}`, ...rest }
    else fixed[name] = { at, value, doc: `\`${c}\`: ${doc}` }
  }

  return {
    id: target === 'big' ? `${struct.id}-be` : struct.id,
    title: target === 'little' ? struct.title : `${struct.title}, big-endian ABI${order === 'little' ? ' (the same bytes: its words are little-endian everywhere)' : ''}`,
    clause: struct.clause,
    source: struct.source,
    size: struct.size,
    word: 4,
    order,
    label: '+',
    fields: fields as FieldsOfStruct<S>,
    ...(Object.keys(fixed).length > 0 && { fixed }),
    reserved: unclaimed(claimed, order),
    ...(struct.roles && { roles: struct.roles }),
    ...(struct.carries && { carries: struct.carries }),
    ...(struct.rules && { rules: struct.rules }),
  }
}

/** Bit `n` of the struct, counted in the order in which the ABI fills it, as a word and a bit of that word. */
function place(n: number, order: 'little' | 'big'): readonly [word: number, bit: number] {
  return [n >> 5, order === 'little' ? n & 31 : 31 - (n & 31)]
}

function slices(start: number, width: number, unit: number, order: 'little' | 'big'): Slice[] {
  const pieces: Slice[] = []
  for (let n = start; n < start + width; ) {
    const end = Math.min(start + width, (n | 31) + 1)
    const [word, first] = place(n, order)
    const [, last] = place(end - 1, order)
    pieces.push([word, Math.max(first, last), Math.min(first, last)])
    n = end
  }
  // Only a member of 64 bits spans two words; its high half comes second in memory where bytes are little-endian.
  return order === 'little' && unit === 64 ? pieces.reverse() : pieces
}

function unclaimed(claimed: Uint8Array, order: 'little' | 'big'): ReservedSlice[] {
  const gaps: ReservedSlice[] = []
  for (let n = 0; n < claimed.length; ) {
    if (claimed[n]) {
      n++
      continue
    }
    let end = n
    while (end < claimed.length && !claimed[end] && end >> 5 === n >> 5) end++
    const [word, first] = place(n, order)
    const [, last] = place(end - 1, order)
    gaps.push([word, Math.max(first, last), Math.min(first, last), 'padding'])
    n = end
  }
  return gaps
}
