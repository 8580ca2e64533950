import { CodecError } from './codec/errors.ts'
import { didYouMean } from './codec/suggest.ts'
import { ranges } from './generated/registry.ts'
import { amdSizeOf, sizeOf } from './spec/rules/size-code.ts'

/** A range of addresses. */
export interface AddressRange {
  /** Address of its first byte. */
  readonly address: bigint
  /** How many bytes; 2n ** 64n is the whole space. */
  readonly size: bigint
}

/** All of the 64-bit space. */
export const WHOLE_SPACE: AddressRange = { address: 0n, size: 0x1_0000_0000_0000_0000n }

/**
 * How a record writes a range, by the roles of its fields.
 *
 * `low ones`: the size is a flag, S. Without it the range is a page of 4 KiB. With it, the range is 2 ** (k + 1) bytes,
 * where k is the lowest bit of the address, from bit 12 up, that is 0 (PCIe Base Specification, 10.2.3.2). The records
 * differ only in where S stands.
 * `AMD`: low ones, but a first 0 at or above bit 51 means everything, so that ranges end at 2 ** 51 bytes (AMD IOMMU
 * specification, table 14, as QEMU cites it). Of the addresses that mean everything, Linux and this library write
 * 0x7ffffffffffff000.
 * `log2`: the size is a number, and the range is 4096 << size bytes (Arm IHI 0070, 4.5.1).
 *
 * The header of an Invalidate Request of flit mode has its range in the data that follow; `decodeTlp` makes one message of both.
 */
const ENCODINGS = { ...ranges, 'pcie-flit.invalidate-request': ranges['pcie-flit.invalidate-request-data'] } as const

/** Id of a record that holds a range. */
export type RangeId = keyof typeof ENCODINGS

/** A record that holds a range, or its id. */
export type RangeArgument<Id extends RangeId> = Id | { readonly id: Id }

/** Ids of the records that hold a range. */
export const rangeIds: readonly RangeId[] = /* @__PURE__ */ Object.keys(ENCODINGS) as RangeId[]

/** The fields of a record that hold its range. */
export interface RangeFields<Id extends RangeId> {
  readonly address: bigint
  readonly size: (typeof ENCODINGS)[Id] extends 'log2' ? number : boolean
}

/** A range as a record holds it. */
export interface EncodedRange<Id extends RangeId> {
  readonly fields: RangeFields<Id>
  /** The range that the fields stand for. */
  readonly range: AddressRange
  /** Whether it is more than was asked for. */
  readonly widened: boolean
}

const PAGE = 4096n
/** The largest range but everything that AMD's size code has, in bytes. */
const AMD_LARGEST = 1n << 51n
/** Size of CMD_ATC_INV for the whole space. */
const LARGEST_LOG2 = 52

/**
 * Puts a range into the fields of a record: a power of two of at least 4 KiB, at a multiple of its size.
 * @param options.widen takes the smallest such range that covers one which is not, as drivers do. Default: it is refused
 * @throws {CodecError} `range` for a range that the record cannot express, or that leaves the 64-bit space; `type`
 */
export function encodeRange<Id extends RangeId>(format: RangeArgument<Id>, range: AddressRange, options: { readonly widen?: boolean } = {}): EncodedRange<Id> {
  const id = idOf(format)
  const encoding = ENCODINGS[id]
  const { address, size } = checked(id, range)
  const smallest = cover(address, size)
  const covering = encoding === 'AMD' && smallest.size > AMD_LARGEST ? WHOLE_SPACE : smallest
  const widened = covering.address !== address || covering.size !== size
  if (widened && !options.widen) refuse(id, address, size)
  const log2 = (covering.size / PAGE).toString(2).length - 1
  // The bits of the address that stand for the size: from 12 up to the one below the highest of the range.
  const ones = (covering.size / 2n - 1n) & -PAGE
  const fields = encoding === 'log2' ? { address: covering.address, size: log2 } : { address: covering.address | ones, size: log2 > 0 }
  return { fields: fields as RangeFields<Id>, range: covering, widened }
}

/**
 * The range that the fields of a record stand for.
 * @throws {CodecError} `range` for a size without a meaning; `type`
 */
export function decodeRange<Id extends RangeId>(format: RangeArgument<Id>, fields: RangeFields<Id>): AddressRange {
  const id = idOf(format)
  const encoding = ENCODINGS[id]
  if (typeof fields !== 'object' || fields === null) fail(id, 'type', 'fields', 'an address and a size', fields)
  const { address, size } = fields as { address: unknown; size: unknown }
  if (typeof address !== 'bigint') fail(id, 'type', 'address', 'a bigint', address)
  if (BigInt.asUintN(64, address) !== address || address % PAGE !== 0n) fail(id, 'range', 'address', 'a multiple of 4096 within 64 bits', address)
  const bytes = encoding === 'log2' ? bytesOfLog2(id, size) : bytesOfLowOnes(id, encoding, address, size)
  return { address: address - (address % bytes), size: bytes }
}

function bytesOfLog2(id: RangeId, size: unknown): bigint {
  if (typeof size !== 'number') fail(id, 'type', 'size', 'a number', size)
  if (!Number.isInteger(size) || size < 0 || size > LARGEST_LOG2) fail(id, 'range', 'size', `0 to ${LARGEST_LOG2}`, size)
  return PAGE << BigInt(size)
}

function bytesOfLowOnes(id: RangeId, encoding: 'low ones' | 'AMD', address: bigint, size: unknown): bigint {
  if (typeof size !== 'boolean') fail(id, 'type', 'size', 'a boolean', size)
  if (!size) return PAGE
  if (encoding === 'AMD') return amdSizeOf(address)
  return sizeOf(address) ?? fail(id, 'range', 'address', 'at least one 0 among bits 63:12: the lowest 0 ends the size', address)
}

/** The smallest range of a power of two, at a multiple of its size, that covers `bytes` bytes from `address`. */
function cover(address: bigint, bytes: bigint): AddressRange {
  let size = PAGE
  while (address / size !== (address + bytes - 1n) / size) size *= 2n
  return { address: address - (address % size), size }
}

function checked(id: RangeId, range: AddressRange): AddressRange {
  if (typeof range !== 'object' || range === null) fail(id, 'type', 'range', 'an address and a number of bytes', range)
  const { address, size } = range
  if (typeof address !== 'bigint') fail(id, 'type', 'address', 'a bigint', address)
  if (typeof size !== 'bigint') fail(id, 'type', 'size', 'a bigint', size)
  if (address < 0n) fail(id, 'range', 'address', 'an address from 0', address)
  if (size <= 0n) fail(id, 'range', 'size', 'at least one byte', size)
  if (address + size > WHOLE_SPACE.size) fail(id, 'range', 'size', 'a range that ends within 64 bits', size)
  return range
}

function refuse(id: RangeId, address: bigint, size: bigint): never {
  if (size < PAGE || (size & (size - 1n)) !== 0n) fail(id, 'range', 'size', 'a power of two from 4096, or the option widen', size)
  if (address % size === 0n) fail(id, 'range', 'size', `at most 0x${AMD_LARGEST.toString(16)}, or everything, or the option widen`, size)
  fail(id, 'range', 'address', `a multiple of the size 0x${size.toString(16)}, or the option widen`, address)
}

function idOf<Id extends RangeId>(format: RangeArgument<Id>): Id {
  const id = typeof format === 'object' && format !== null ? format.id : format
  if (Object.hasOwn(ENCODINGS, id)) return id
  return fail(id, 'type', 'id', `the id of a record that holds a range${didYouMean(id, rangeIds)}`, id)
}

function fail(id: string, code: 'type' | 'range', field: string, expected: string, actual: unknown): never {
  throw new CodecError({ code, record: String(id), field, expected, actual })
}
