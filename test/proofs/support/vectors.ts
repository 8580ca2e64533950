import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { AnyMessage, Value } from '../../../src/index.ts'
import { fromHex } from '../../support/bytes.ts'

/** Bytes whose meaning is known from elsewhere than from the tables. */
export interface Vector {
  readonly record: string
  /** Where it stands, for the report of a failure. */
  readonly where: string
  readonly bytes: Uint8Array
  /** What the bytes mean, every field, if they are accepted. */
  readonly message?: AnyMessage
  /** The code of the error, if they are refused. */
  readonly refused?: 'fixed' | 'reserved' | 'truncated'
  /** What they mean, every field, if reserved bits are read over. */
  readonly ignoring?: AnyMessage
  /** Masks of the bits that identify the record and of those that must be 0; every other bit belongs to a field. */
  readonly fixed?: Uint8Array
  readonly reserved?: Uint8Array
}

interface Row {
  readonly record: string
  readonly kind: 'captured' | 'derived' | 'synthetic'
  readonly source: string
  readonly note?: string
  readonly hex: string
  readonly message: Readonly<Record<string, boolean | number | string>>
  readonly fixed?: string
  readonly reserved?: string
}

const folder = fileURLToPath(new URL('../vectors/', import.meta.url))

const rowsIn = (subfolder: string): (Row & { readonly where: string })[] =>
  readdirSync(folder + subfolder)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => (JSON.parse(readFileSync(folder + subfolder + file, 'utf8')) as Row[]).map((row, i) => ({ ...row, where: `test/proofs/vectors/${subfolder}${file} row ${i}` })))

const vectorOf = ({ record, where, hex, message, fixed, reserved }: Row & { readonly where: string }): Vector => ({
  record,
  where,
  bytes: fromHex(hex),
  message: Object.fromEntries(Object.entries(message).map(([name, value]) => [name, typeof value === 'string' ? BigInt(value) : value] as [string, Value])),
  ...(fixed !== undefined && { fixed: fromHex(fixed) }),
  ...(reserved !== undefined && { reserved: fromHex(reserved) }),
})

/** The project's own rows, as they stand in the files. */
export const ownRows = rowsIn('')

/** The project's own vectors. */
export const ownVectors: readonly Vector[] = ownRows.map(vectorOf)

/** Those of the neighbours. */
export const neighbourRows = rowsIn('neighbours/')
export const neighbourVectors: readonly Vector[] = neighbourRows.map(vectorOf)
