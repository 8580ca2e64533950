import { referenceRecord } from '../codec/define.ts'
import type { ColumnsOf, InitOf, MessageOf } from '../codec/message.ts'
import type { AnyRecord, RecordCodec } from '../codec/record.ts'
import { neighbourLayouts, neighbourTables } from '../spec/neighbours/index.ts'
import type { Layout } from '../spec/vocabulary.ts'

/** The neighbours as records, read and written by the reference codec: they need no speed. */

/** Records of the tables of a family, by the names of the tables. */
export type RecordsOf<T extends Readonly<Record<string, Layout>>> = { readonly [K in keyof T]: RecordCodec<MessageOf<T[K]>, InitOf<T[K]>, ColumnsOf<T[K]>, T[K]> }

function recordsOf<T extends Readonly<Record<string, Layout>>>(tables: T): RecordsOf<T> {
  return Object.fromEntries(Object.entries(tables).map(([name, layout]) => [name, referenceRecord(layout)])) as unknown as RecordsOf<T>
}

export const vtd = recordsOf(neighbourTables.vtd)
export const amd = recordsOf(neighbourTables.amd)
export const smmuv3 = recordsOf(neighbourTables.smmuv3)
export const riscv = recordsOf(neighbourTables.riscv)
export const linux = recordsOf(neighbourTables.linux)
export const config = recordsOf(neighbourTables.config)

const families = [vtd, amd, smmuv3, riscv, linux, config].flatMap((family) => Object.values(family) as unknown as AnyRecord[])
const byId = new Map(families.map((record) => [record.id, record]))

/** Every neighbour, by family and id. */
export const neighbours: readonly AnyRecord[] = neighbourLayouts.map(({ id }) => byId.get(id)!)
