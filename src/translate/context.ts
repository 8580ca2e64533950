import { CodecError } from '../codec/errors.ts'
import type { Dropped, Identity } from './generic.ts'

/** What is known and found out while one message is carried into or out of a format. */
export class Context {
  readonly notes: string[] = []
  readonly dropped: Dropped[] = []
  readonly record: string
  private readonly allowLoss: boolean

  constructor(record: string, allowLoss = false) {
    this.record = record
    this.allowLoss = allowLoss
  }

  note(text: string): void {
    this.notes.push(text)
  }

  /** @throws {CodecError} `translate` */
  refuse(field: string, expected: string, actual: unknown): never {
    throw new CodecError({ code: 'translate', record: this.record, field, expected, actual })
  }

  /** The format has no place for a value. @throws {CodecError} `translate` unless the caller allowed loss */
  lose(field: string, value: unknown, reason: string, expected = 'none'): void {
    if (!this.allowLoss) this.refuse(field, `${expected} (${reason})`, value)
    this.dropped.push({ field, value, reason })
  }

  /** `lose`, where there is anything to lose. */
  loseUnless(field: string, value: bigint | number | boolean | undefined, reason: string): void {
    if (value !== undefined && Number(value) !== 0) this.lose(field, value, reason)
  }

  /** A number that must fit a field of the format. @throws {CodecError} `translate`, naming field, width and value */
  fit(field: string, value: number, bits: number): number {
    if (Number.isInteger(value) && value >= 0 && value <= mostOf(bits)) return value
    return this.refuse(field, `at most ${bits} bits (0 to 0x${mostOf(bits).toString(16)})`, value)
  }

  /** The same for a bigint. */
  fitBig(field: string, value: bigint, bits: number): bigint {
    if (value === 0n || (value >= 0n && BigInt.asUintN(bits, value) === value)) return value
    return this.refuse(field, `at most ${bits} bits`, value)
  }

  /** An address of which the format holds the page only. */
  page(addr: bigint): bigint {
    this.fitBig('addr', addr, 64)
    const inPage = addr & 0xfffn
    if (inPage !== 0n) this.lose('addr', addr, 'the format holds the address of a 4 KiB page', 'a multiple of 4096')
    return addr - inPage
  }

  /** Something that the format needs and the generic shape does not have. */
  need(field: keyof Identity, value: number | undefined, bits: number): number {
    if (value === undefined) return this.refuse(field, `a number of ${bits} bits in the identity, which the format needs`, value)
    return this.fit(field, value, bits)
  }

  /** The Requester ID for a format that has no place for a segment. */
  ridOnly({ rid, segment }: Identity): number {
    this.loseUnless('segment', segment, 'the format has no place for a segment')
    return this.need('rid', rid, 16)
  }
}

/** The greatest number of up to 32 bits. Powers of a number that is not known beforehand are slow. */
const mostOf = (bits: number): number => (bits < 32 ? ((1 << bits) >>> 0) - 1 : 0xffff_ffff)
