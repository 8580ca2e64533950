import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Vector } from '../vectors.ts'
import { linuxMacros } from './linux-macros.ts'
import { pcie } from './pcie.ts'
import { riscvReferenceModel } from './riscv-reference-model.ts'
import { secondSource } from './second-source.ts'

/** A row of another project's vectors, in the terms of the records here. */
export interface SharedRow {
  readonly where: string
  readonly vectors: readonly Vector[]
  /** What the row is about, where no record is. */
  readonly about?: string
}

/** What a reader of a file makes of one row of it. */
export type Meaning = { readonly vectors: readonly Omit<Vector, 'where'>[] } | { readonly about: string }

export const sharedFolder = '../shared/vectors'

const folder = fileURLToPath(new URL(`../../../../${sharedFolder}/`, import.meta.url))

const readers: Readonly<Record<string, (row: never) => Meaning>> = {
  'linux-macros.json': linuxMacros,
  'pcie.json': pcie,
  'second-source.json': secondSource,
  'riscv-reference-model.json': riscvReferenceModel,
}

/** Every row of every file, or `undefined` where the folder is not there: a clone of the project alone has none. */
export const sharedRows: readonly SharedRow[] | undefined = existsSync(folder)
  ? Object.entries(readers).flatMap(([file, read]) =>
      (JSON.parse(readFileSync(folder + file, 'utf8')) as never[]).map((row, i): SharedRow => {
        const where = `${file} row ${i}`
        const meaning = read(row)
        return 'about' in meaning ? { where, vectors: [], ...meaning } : { where, vectors: meaning.vectors.map((vector) => ({ ...vector, where })) }
      }),
    )
  : undefined
