import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { instrumented } from './instrument.ts'
import type { SourceMutant } from './instrument.ts'

/** Which mutants of a folder are made: the same for the same seed. */

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** The folders, each with the tests that are asked. */
export const folders: Readonly<Record<string, { readonly files: RegExp; readonly tests: readonly string[] }>> = {
  codec: { files: /^src\/codec\/(?!emit\/)/, tests: ['test/codec/', 'test/proofs/agreement', 'test/proofs/diagram', 'test/proofs/memory', 'test/proofs/round-trip', 'test/proofs/vectors', 'test/proofs/walking-ones', 'test/translate/check'] },
  emit: { files: /^src\/codec\/emit\//, tests: ['test/codec/emitter', 'test/proofs/generated-files'] },
  translate: { files: /^src\/translate\//, tests: ['test/translate/'] },
  packet: { files: /^src\/packet\//, tests: ['test/packet/', 'test/translate/packet'] },
  responder: { files: /^src\/responder\//, tests: ['test/responder/'] },
  ingest: { files: /^src\/ingest\//, tests: ['test/ingest/', 'test/cli/hex'] },
}

export interface Plan {
  /** The text of each file with its mutants, by its name from the root. */
  readonly texts: ReadonlyMap<string, string>
  readonly mutants: readonly SourceMutant[]
  /** How many there would be. */
  readonly all: number
}

/** The mutants of a folder, `sample` of them. */
export function planOf(folder: string, sample: number, seed: number): Plan {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).map((file) => join('src', file)).filter((file) => file.endsWith('.ts') && folders[folder]!.files.test(file)).sort()
  const read = (file: string): string => readFileSync(join(root, file), 'utf8')
  const ranks = new Map(files.map((file) => [file, Array.from({ length: instrumented(file, read(file), () => false, 0).all }, (_, n) => hash(`${seed} ${file} ${n}`))]))
  const sorted = [...ranks.values()].flat().sort((a, b) => a - b)
  const least = sorted[sample] ?? Infinity
  const texts = new Map<string, string>()
  const mutants: SourceMutant[] = []
  for (const file of files) {
    const made = instrumented(file, read(file), (n) => ranks.get(file)![n]! < least, mutants.length + 1)
    texts.set(relative(root, join(root, file)), made.text)
    mutants.push(...made.mutants)
  }
  return { texts, mutants, all: sorted.length }
}

/** FNV-1a, and stirred once more: names that differ at their end only are far apart. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const c of text) value = Math.imul(value ^ c.charCodeAt(0), 0x01000193)
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d)
  return (value ^ (value >>> 13)) >>> 0
}
