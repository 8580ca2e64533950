import { referenceRecord } from '../codec/define.ts'
import type { ColumnsOf, InitOf, MessageOf } from '../codec/message.ts'
import type { AnyRecord, RecordCodec } from '../codec/record.ts'
import { neighbourLayouts, neighbourTables } from '../spec/neighbours/index.ts'
import * as flitHeaders from '../spec/tlp-headers-flit.ts'
import * as tlpHeaders from '../spec/tlp-headers.ts'
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

/** Headers of packets that are no record of their own: memory requests, completions, other messages; both modes of a link. */
export const headers: readonly AnyRecord[] = [tlpHeaders, flitHeaders].flatMap((tables) => Object.values<Layout>(tables).map((layout) => referenceRecord(layout) as unknown as AnyRecord))

const families = [vtd, amd, smmuv3, riscv, linux, config].flatMap((family) => Object.values(family) as unknown as AnyRecord[])
const byId = new Map(families.map((record) => [record.id, record]))

/** Every neighbour, by family and id. */
export const neighbours: readonly AnyRecord[] = neighbourLayouts.map(({ id }) => byId.get(id)!)
