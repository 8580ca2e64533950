import { readFile } from 'node:fs/promises'
import type { Asked } from './ask.ts'
import { dumpOf } from './program.ts'

/** A struct or union of a header, as a compiler places it. */
export interface Measured {
  readonly type: string
  /** In bytes. */
  readonly size: number
  /** Its members, those of inner structs by their path, and the bytes in hexadecimal of a struct in which all their bits are set. */
  readonly members: readonly { readonly name: string; readonly hex: string }[]
}

/** No record is longer; what is shorter than a DW is no part of one. */
const [SHORTEST, LONGEST] = [4, 128]

/** How far structs within structs are looked into. */
const DEPTH = 5

/**
 * The types of headers and their members. Nothing is parsed: the words that stand where names of types and of members can stand
 * are tried, and the compiler says which are.
 */
export async function structsMeasured(asked: Asked, headers: readonly string[]): Promise<Measured[]> {
  const text = (await Promise.all(headers.map((file) => readFile(file, 'utf8')))).join('\n').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ' ')
  const types = await typesOf(asked, text)
  const words = wordsOf(text, /\b([A-Za-z_]\w*)(?=\s*(?:[:;,[]|__))/g)
  const leaves = await leavesOf(asked, types.map(({ type }) => ({ type, path: '' })), words, DEPTH)
  const said = await asked.answers(leaves.map(({ type, path }, i) => dumpOf(type, path, i)))
  const all: Measured[] = []
  for (const { type, size } of types) {
    const members = leaves.flatMap(({ type: of, path }, i) => (of === type ? [{ name: path, hex: said[i]![0]! }] : []))
    // A type and a typedef of it are one.
    if (members.length > 0 && !all.some((other) => other.size === size && JSON.stringify(other.members) === JSON.stringify(members))) all.push({ type, size, members })
  }
  return all
}

const wordsOf = (text: string, pattern: RegExp): string[] => [...new Set([...text.matchAll(pattern)].map(([, word]) => word!))]

async function typesOf(asked: Asked, text: string): Promise<{ type: string; size: number }[]> {
  const tags = ['struct', 'union'].flatMap((kind) => wordsOf(text, new RegExp(`\\b${kind}\\b[^{};]*?(\\w+)\\s*\\{`, 'g')).map((word) => `${kind} ${word}`))
  const names = [...tags, ...wordsOf(text, /\}[^{};:=]*?\b([A-Za-z_]\w*)\s*[,;]/g)]
  const statement = (type: string): string => `{ ${type} s; printf("0 %llx\\n", (unsigned long long)sizeof s); }`
  const taken = await asked.taken(names.map(statement))
  const types = names.filter((_, i) => taken[i])
  const sizes = await asked.answers(types.map(statement))
  return types.map((type, i) => ({ type, size: Number.parseInt(sizes[i]![0]!, 16) })).filter(({ size }) => size >= SHORTEST && size <= LONGEST)
}

interface Place {
  readonly type: string
  /** From the type to a member, or '' for the type itself. */
  readonly path: string
}

/** The members below places that are numbers or bit-fields, those of inner structs and elements of arrays among them. */
async function leavesOf(asked: Asked, places: readonly Place[], words: readonly string[], depth: number): Promise<Place[]> {
  if (places.length === 0 || depth === 0) return []
  const members = await those(asked, places.flatMap(({ type, path }) => words.map((word) => ({ type, path: path === '' ? word : `${path}.${word}` }))), (path) => `s.${path};`)
  const leaves = await those(asked, members, (path) => `s.${path} = -1;`)
  const inner = members.filter((member) => !leaves.includes(member))
  const arrays = await those(asked, inner, (path) => `s.${path}[0];`)
  const counts = await asked.answers(arrays.map(({ type, path }) => `{ ${type} s; printf("0 %llx\\n", (unsigned long long)(sizeof s.${path} / sizeof s.${path}[0])); }`))
  const elements = arrays.flatMap(({ type, path }, i) => Array.from({ length: Math.min(Number.parseInt(counts[i]![0]!, 16), LONGEST) }, (_, n) => ({ type, path: `${path}[${n}]` })))
  const numbers = await those(asked, elements, (path) => `s.${path} = -1;`)
  const structs = [...inner.filter((member) => !arrays.includes(member)), ...elements.filter((element) => !numbers.includes(element))]
  return [...leaves, ...numbers, ...(await leavesOf(asked, structs, words, depth - 1))]
}

async function those(asked: Asked, places: readonly Place[], use: (path: string) => string): Promise<Place[]> {
  const taken = await asked.taken(places.map(({ type, path }) => `{ ${type} s; ${use(path)} }`))
  return places.filter((_, i) => taken[i])
}
