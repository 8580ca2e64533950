import type { AnyMessage } from '../../../src/index.ts'
import { compile, recordIds, walkingBits } from '../oracle/oracle.ts'
import type { Abi } from '../oracle/oracle.ts'
import { records as oracleRecords } from '../oracle/records.ts'
import { numbers } from '../../support/bytes.ts'

/** A message, and what the compiler made of it. */
export interface Sample {
  readonly message: AnyMessage
  readonly bytes: Uint8Array
}

/** A value as the messages have it, told by the width of the C member alone. */
const valueOf = (bits: number, raw: bigint): boolean | number | bigint => (bits === 1 ? raw === 1n : bits === 64 ? raw : Number(raw))

/** By record: every bit alone, and random messages. One run of the compiler. */
export function oracleSamples(abi: Abi, random: number): Record<string, Sample[]> {
  const next = numbers(2017)
  const messages = (id: string): AnyMessage[] => {
    const { members } = oracleRecords[id]!
    const any = (bits: number): bigint => BigInt.asUintN(bits, (BigInt(next()) << 32n) | BigInt(next()))
    const raw = [...walkingBits(id), ...Array.from({ length: random }, () => Object.fromEntries(members.map(([field, , bits]) => [field, any(bits)])))]
    return raw.map((message) => Object.fromEntries(members.map(([field, , bits]) => [field, valueOf(bits, BigInt(message[field]!))])))
  }
  const given = Object.fromEntries(recordIds.map((id) => [id, messages(id)]))
  const compiled = compile(abi, given)
  return Object.fromEntries(recordIds.map((id) => [id, given[id]!.map((message, i) => ({ message, bytes: compiled[id]![i]! }))]))
}
