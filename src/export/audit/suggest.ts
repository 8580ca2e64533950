import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formOf } from '../form.ts'
import type { Form, FormField } from '../form.ts'
import { snake } from '../names.ts'
import type { ExportedRecord } from '../options.ts'
import { compare } from './compare.ts'
import { compile, macrosOf, run } from './compiler.ts'
import type { AuditMapping, Item } from './mapping.ts'
import type { AuditOptions } from './index.ts'
import { auditProgram } from './program.ts'

/** A line of a mapping that names suggest. */
export interface Suggestion {
  readonly record: string
  readonly kind: 'masks' | 'gets' | 'puts'
  /** The header's name. */
  readonly name: string
  readonly field: string
  /** Whether the macro has the bits of the field, in the word of the field or in another. */
  readonly sameBits: boolean
}

interface Macro {
  readonly name: string
  readonly call: boolean
}

/**
 * Proposes which macros of headers mean which fields: those with the same bits and a like name first, then those with a like name.
 * A person has to confirm each. Structs are not proposed: only a compiler knows their members.
 * @throws {AuditError} for headers that cannot be preprocessed
 */
export async function suggest(records: readonly ExportedRecord[], headers: readonly string[], { cc = 'cc', include = [], define = [] }: AuditOptions = {}): Promise<{ mapping: AuditMapping; suggestions: readonly Suggestion[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'pci-ats-pri-audit-'))
  try {
    const flags = [...include.map((path) => `-I${path}`), ...define.map((name) => `-D${name}`)]
    const definitions = await macrosOf(cc, flags, headers, folder)
    const macros = definitions.split('\n').flatMap((line): Macro[] => {
      const [, name, call] = /^#define ([A-Za-z_]\w*)(\(\w+\))? ./.exec(line) ?? []
      return name === undefined ? [] : [{ name, call: call !== undefined }]
    })
    const said = await answersOf(cc, flags, definitions, macros, folder)
    const suggestions = records.flatMap(({ layout }) => ofRecord(formOf(layout), macros, said))
    return { mapping: mappingOf(suggestions), suggestions }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What the compiler says of each macro that is an expression. Whatever it refuses is no expression, and is left out. */
async function answersOf(cc: string, flags: readonly string[], definitions: string, macros: readonly Macro[], folder: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const [source, program] = [join(folder, 'suggest.c'), join(folder, 'suggest')]
  let left = macros
  for (;;) {
    const lines = left.map(({ name, call }, i) => `printf("${i}"); for (int b = 0; b < ${call ? 64 : 1}; b++) printf(" %llx", (unsigned long long)(${call ? `${name}(1ull << b)` : name})); puts("");`)
    const text = auditProgram({}, definitions, []).replace('    return 0;', () => `${lines.join('\n')}\n    return 0;`)
    const first = text.slice(0, text.indexOf('printf("0");')).split('\n').length
    await writeFile(source, text)
    const failure = await compile(cc, [...flags, '-Werror=implicit-function-declaration', '-o', program, source]).then(() => undefined, (error: Error) => error)
    if (failure === undefined) break
    const refused = linesRefused(failure.message).map((line) => line - first)
    const kept = left.filter((_, i) => !refused.includes(i))
    if (kept.length === left.length) throw failure
    left = kept
  }
  const { stdout } = await run(program, [], { maxBuffer: 1e8 })
  return new Map(stdout.trimEnd().split('\n').map((line, i) => [left[i]?.name ?? '', line.split(' ').slice(1)]))
}

/** Lines of errors. One may stand where a macro was defined, with a note where it is used. */
function linesRefused(message: string): number[] {
  let error = false
  return [...message.matchAll(/:(\d+):\d+: (error|warning|note)/g)].flatMap(([, line, severity]) => {
    if (severity !== 'note') error = severity === 'error'
    return error ? [Number(line)] : []
  })
}

interface Candidate extends Suggestion {
  readonly like: number
}

function ofRecord(form: Form, macros: readonly Macro[], said: ReadonlyMap<string, readonly string[]>): Suggestion[] {
  const all = macros.flatMap(({ name, call }) => {
    const answer = said.get(name)
    if (answer === undefined) return []
    return form.fields.flatMap((field): Candidate[] => {
      if (field.words.some(({ word }) => word !== field.words[0]!.word)) return []
      const like = likeness(name, field)
      const kinds = call ? (['gets', 'puts'] as const) : (['masks'] as const)
      return kinds.flatMap((kind) => {
        const item = { kind: kind.slice(0, -1) as 'mask' | 'get' | 'put', form, name, owner: field, nth: 0, of: 1 } satisfies Item
        const sameBits = compare(item, answer) === undefined
        // One bit that is the same is no sign: half of all macros are one bit.
        return like >= 0.5 || (sameBits && field.width > 1) ? [{ record: form.id, kind, name, field: field.name, sameBits, like }] : []
      })
    })
  })
  // A header begins the names of one record alike: the longer the beginning, and the more fields it has right, the better.
  const beginnings = new Map<string, Set<string>>()
  for (const { name, field, sameBits } of all) if (sameBits) for (const one of beginningsOf(name)) beginnings.set(one, (beginnings.get(one) ?? new Set()).add(field))
  const weight = (one: string, n: number): number => (beginnings.get(one)?.size ?? 0) * (n + 1)
  const most = Math.max(1, ...[...beginnings.keys()].map((one) => weight(one, one.split('_').length - 1)))
  const kin = ({ name }: Candidate): number => Math.max(0, ...beginningsOf(name).map(weight)) / most
  const rank = (one: Candidate): number => one.like + (one.sameBits ? 1 : 0) + kin(one)
  const likely = (one: Candidate): boolean => (one.sameBits && one.like >= 0.5) || ((one.sameBits || one.like === 1) && kin(one) >= 0.5)
  const taken = new Set<string>()
  const chosen: Suggestion[] = []
  for (const { like: _, ...one } of all.filter(likely).sort((a, b) => rank(b) - rank(a) || (a.name < b.name ? -1 : 1))) {
    if (taken.has(one.name) || taken.has(`field ${one.field}`)) continue
    taken.add(one.name).add(`field ${one.field}`)
    chosen.push(one)
  }
  return chosen
}

/** `A`, `A_B` of `A_B_C`. */
const beginningsOf = (name: string): string[] => name.split('_').slice(0, -1).map((_, n, parts) => parts.slice(0, n + 1).join('_'))
const partsOf = (name: string): string[] => snake(name).split('_').filter((part) => part !== '')

/** How much of the name of a field a macro has in its own, from 0 to 1; the abbreviation of the source counts as the whole. */
function likeness(macro: string, { name, doc }: FormField): number {
  const own = partsOf(macro)
  const wanted = partsOf(name)
  const [, short] = /^([A-Z][A-Za-z0-9]*)(?::|,|\[)/.exec(doc) ?? []
  const initials = wanted.map((part) => part[0]).join('')
  if (own.some((part) => part === short?.toLowerCase() || (part.length > 2 && alike(part, wanted.join(''))) || (part.length > 1 && part === initials))) return 1
  const found = wanted.filter((part) => own.some((other) => alike(part, other)))
  return found.length / wanted.length
}

/** `idx` and `index`, `sid` and `streamid`: one is in the other, in its order, from the same letter. */
function alike(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short === long) return true
  if (short.length < (long.length > 5 ? 3 : 2) || short[0] !== long[0]) return false
  let at = 0
  for (const letter of long) if (letter === short[at]) at++
  return at === short.length
}

function mappingOf(suggestions: readonly Suggestion[]): AuditMapping {
  const kinds: { masks?: Record<string, Record<string, string>>; gets?: Record<string, Record<string, string>>; puts?: Record<string, Record<string, string>> } = {}
  for (const { kind, record, name, field } of suggestions) ((kinds[kind] ??= {})[record] ??= {})[name] = field
  return { title: 'draft of audit --suggest: confirm each line', read: 'macros', ...kinds }
}
