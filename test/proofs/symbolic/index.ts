import { catalogue } from '../../../src/spec/catalogue.ts'
import type { Layout } from '../../../src/spec/vocabulary.ts'
import { sourceOf } from './modules.ts'
import { proveRead } from './read.ts'
import { proveView } from './view.ts'
import { proveWiring } from './wiring.ts'
import type { Module } from './world.ts'
import { proveWrite } from './write.ts'

/** The file that is generated from a table. */
export function fileOf({ id }: Layout): string {
  return `src/generated/${id.replace('.', '/')}.ts`
}

/** A record as it is proved; `text` stands in for its generated file. */
export function moduleOf(layout: Layout, text?: string): Module {
  return { file: fileOf(layout), source: sourceOf(fileOf(layout), text), layout }
}

export const modules: readonly Module[] = /* @__PURE__ */ catalogue.map((layout) => moduleOf(layout))

/** What is proved of a record, each as a function that gives the number of bits compared and throws where it fails. */
export const proofs = { read: proveRead, write: proveWrite, view: proveView, wiring: proveWiring } as const
