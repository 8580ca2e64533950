import { decode, encode } from '../../../src/codec/reference.ts'
import type { Layout } from '../../../src/spec/vocabulary.ts'
import { Counterexample } from './claims.ts'
import { fieldsOf } from './table.ts'

/** Why a proof failed, with the inputs for which the code is wrong: as bytes, and as the message that they are. */
export function explain(layout: Layout, error: unknown): string {
  if (!(error instanceof Counterexample)) return error instanceof Error ? error.message : String(error)
  const others = [...error.inputs].filter(([name, holds]) => holds && !/\.\d+$/.test(name)).map(([name]) => name)
  const { bytes, message } = error.inputs.has('message is object') ? written(layout, error) : { bytes: hex(error.bytes(layout.size)), message: messageOf(layout, error.bytes(layout.size)) }
  return [error.message, `bytes: ${bytes}`, `message: ${message}`, ...(others.length > 0 ? [`where: ${others.join(', ')}`] : [])].join('\n  ')
}

/** The message of an example for `write`, and the bytes that it is by the table. */
function written(layout: Layout, { inputs }: Counterexample): { readonly bytes: string; readonly message: string } {
  const entries = fieldsOf(layout).map(({ name, kind }) => {
    const type = ['number', 'negative', 'other number', 'boolean', 'bigint', 'undefined', 'null', 'string', 'symbol', 'function'].find((type) => inputs.get(`${name} is ${type}`))
    const bits = Array.from({ length: 64 }, (_, i) => (inputs.get(`${name}.${i}`) ? 1n << BigInt(i) : 0n)).reduce((sum, bit) => sum | bit)
    // What does not matter is what it should be.
    const taken = type ?? (kind === 'flag' ? 'boolean' : kind === 'uint' ? 'number' : 'bigint')
    const value = taken === 'number' ? Number(BigInt.asUintN(32, bits)) : taken === 'negative' ? Number(BigInt.asUintN(31, bits)) - 2 ** 31
      : taken === 'boolean' ? (inputs.get(`${name} is true`) ?? false) : taken === 'bigint' ? bits : taken === 'undefined' ? undefined : taken
    return [name, value] as const
  })
  const message = Object.fromEntries(entries)
  let bytes: string
  try {
    bytes = hex(encode(layout, message))
  } catch (error) {
    bytes = `none by the table: ${(error as Error).message}`
  }
  return { bytes, message: textOf(message) }
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const textOf = (message: object): string => JSON.stringify(message, (_, value: unknown) => (typeof value === 'bigint' ? `0x${value.toString(16)}` : value))

/** The message of the bytes by the table. */
export function messageOf(layout: Layout, bytes: Uint8Array): string {
  try {
    return textOf(decode(layout, bytes, 0, { reserved: 'ignore' }))
  } catch (error) {
    return `none by the table: ${(error as Error).message}`
  }
}
