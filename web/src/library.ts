import { headers, neighbours } from '../../src/neighbours/index.ts'
import { records } from '../../src/index.ts'
import type { AnyRecord, Layout } from '../../src/index.ts'

/** Every record of the catalogue and of the neighbours, and the headers of other packets, by their ids. */
const byId: ReadonlyMap<string, AnyRecord> = new Map([...records, ...neighbours, ...headers].map((one) => [one.id, one]))

export const everyRecord: readonly AnyRecord[] = [...byId.values()]

export const isKnown = (id: string): boolean => byId.has(id)

export const recordOf = (id: string): AnyRecord => byId.get(id)!

export const layoutOf = (id: string): Layout => recordOf(id).layout

const pages: ReadonlyMap<string, string> = new Map([...records.map(({ id }) => [id, 'formats'] as const), ...neighbours.map(({ id }) => [id, 'neighbours'] as const)])

/** Where the documentation, beside the page, has all of a record. */
export function docsOf(id: string): string | undefined {
  const page = pages.get(id)
  return page && `../docs/${page}.md#${id.replaceAll('.', '')}`
}

export type { AnyRecord, Layout }
