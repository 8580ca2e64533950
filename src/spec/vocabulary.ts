import type { Carries, Roles } from './roles.ts'
import type { CheckContext, Values } from './rules/context.ts'

/**
 * The words in which a layout is written. Types only: a table made of them is plain data, its rules apart.
 */

/**
 * Bits `hi` down to `lo` of word `word`, in the numbering of the source that the table cites.
 * Bit 0 is the least significant bit of the word.
 */
export type Slice = readonly [word: number, hi: number, lo: number]

/** A reserved slice; the fourth element says what some producers put there. */
export type ReservedSlice = readonly [word: number, hi: number, lo: number, note?: string]

/**
 * How the bits of a field read:
 * `flag` one bit, a boolean; `uint` up to 32 bits, a number; `bigint` up to 64 bits, a bigint;
 * `address` the upper bits of a byte address, which reads as that address (a bigint whose low `zeros` bits are 0);
 * `page` an address of a 4 KiB page: the case of 12 zeros.
 */
export type As = 'flag' | 'uint' | 'bigint' | 'address' | 'page'

/** How well a fact is supported: see docs/spec-notes.md. */
export type Confidence = 'sure' | 'one source' | 'confirm'

/** Names of numbers, as the field's own specification spells them. */
export type Codes = Readonly<Record<string, number>>

/** One field of a message: an ordered list of slices, most significant first, and what they mean. */
export interface Field {
  readonly at: readonly Slice[]
  readonly as: As
  /** Of an `address`: how many of its low bits are not in the record, and are 0. */
  readonly zeros?: number
  /** What the field says; begins with the specification's own short name where it has one. */
  readonly doc: string
  readonly unit?: string
  /** Names of the values. A value without a name is legal on the wire and survives. */
  readonly codes?: Codes
  /** What the values mean, where their names do not tell. */
  readonly meanings?: Readonly<Record<number, string>>
  /** Names of single bits of the value. */
  readonly masks?: Codes
  /** May be left out on encode, and is 0 (or false) then. */
  readonly optional?: true
  /** The clause, where it is another than the record's. */
  readonly clause?: string
  readonly confidence?: Confidence
}

/** Bits that every record of the layout has alike: what identifies it. */
export interface Fixed {
  readonly at: readonly Slice[]
  readonly value: number
  readonly doc: string
  readonly confidence?: Confidence
}

/**
 * How bad it is where a rule is broken: `error` the specification forbids it, ignores it or leaves undefined what follows;
 * `warning` allowed or not settled, but hardly meant, or refused by software that is in use; `note` right, and easily misread.
 */
export type Severity = 'error' | 'warning' | 'note'

/** What a well-formed record may or may not say. */
export interface Rule {
  /** Stable name, the same for all records that have the rule. */
  readonly id: string
  readonly severity: Severity
  readonly clause: string
  /** Revision of the specification from which the rule holds. */
  readonly since: string
  /** The field that is wrong, by its own name or by its role. */
  readonly field?: string
  /** What `test` looks at: roles, or fields by their own names. A record that does not have all of it does not have the rule. */
  readonly needs?: readonly string[]
  /**
   * A sentence that a person can act on where the message breaks the rule; undefined where it does not, or where the context does not tell.
   * @param facts what `needs` names; without `needs`, the message itself
   */
  test(facts: Values, context: CheckContext): string | undefined
}

/** Rules, and lists of them. */
export type Rules = readonly (Rule | Rules)[]

/** A record's bits. Every bit of its `size` bytes is claimed exactly once, by a field, a fixed value or a reserved slice. */
export interface Layout {
  /** `family.record`. */
  readonly id: string
  readonly title: string
  /** What it tells of itself, beside its fields: of an event what has happened. */
  readonly meaning?: string
  /** The clause that defines the record. */
  readonly clause: string
  /** The public sources that the bits were taken from and compared with. */
  readonly source: string
  /** Size of the record in bytes. */
  readonly size: number
  /** Size of a word in bytes; slices count words of this size. */
  readonly word: 1 | 2 | 4 | 8
  /** Byte order inside a word. Words follow each other in ascending order. */
  readonly order: 'little' | 'big'
  /** What the source calls a word: `q` makes `q1[11:3]`; `+` labels words by byte offset. */
  readonly label: string
  /**
   * The place in which records are told apart by their fixed values: a queue, a link.
   * Two layouts of one place must not fit the same bytes, unless one `refines` the other.
   */
  readonly place?: string
  /** The id of a layout of the same place that this one is a special case of. */
  readonly refines?: string
  readonly fields: Readonly<Record<string, Field>>
  readonly fixed?: Readonly<Record<string, Fixed>>
  readonly reserved?: readonly ReservedSlice[]
  /** What its fields are for. */
  readonly roles?: Roles
  /** How it says the size of a range, where that is not as in PCIe; see `encodeRange`. */
  readonly rangeCode?: 'AMD'
  /** The page request or page response that it carries, if it carries one. */
  readonly carries?: Carries
  /** What a well-formed record may or may not say. */
  readonly rules?: Rules
}

/** Where the bits of a layout are, without the words about them: what it takes to decode and to encode. */
export interface Bits extends Pick<Layout, 'id' | 'size' | 'word' | 'order' | 'label'> {
  readonly fields: Readonly<Record<string, Pick<Field, 'at' | 'as' | 'zeros' | 'optional'>>>
  readonly fixed?: Readonly<Record<string, Pick<Fixed, 'at' | 'value'>>>
  readonly reserved?: readonly ReservedSlice[]
}

/** A member of a C struct. Without `bits` it is a whole object of its type; with `bits` a bit-field. */
export interface Member {
  /** The member's name in C. */
  readonly c: string
  readonly type: 'u8' | 'u16' | 'u32' | 'u64'
  readonly bits?: number
  readonly as?: As
  readonly zeros?: number
  readonly doc: string
  readonly unit?: string
  readonly codes?: Codes
  readonly masks?: Codes
  readonly optional?: true
  readonly confidence?: Confidence
  /** The value that identifies the struct; such a member is no field of the message. */
  readonly value?: number
  /** Padding that the source declares; no field of the message. */
  readonly padding?: true
}

/** A C struct, as its members in the order of the source. The ABI places the bits: see `systemV`. */
export interface CStruct {
  readonly id: string
  readonly title: string
  readonly clause: string
  readonly source: string
  /** The struct's tag in C. */
  readonly struct: string
  /** `sizeof`. No member may end past it; what is behind the last one is padding, as where a larger union ends the struct. */
  readonly size: number
  /** Byte order of the members, if the struct has the same bytes on every target (`__le64`). Default: that of the target. */
  readonly order?: 'little'
  readonly members: Readonly<Record<string, Member>>
  readonly roles?: Roles
  readonly carries?: Carries
  readonly rules?: Rules
}
