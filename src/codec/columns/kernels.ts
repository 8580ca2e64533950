import type { Bits } from '../../spec/vocabulary.ts'
import { LARGE } from '../memory.ts'
import { planOf } from '../plan.ts'
import { compile } from '../wasm/engine.ts'
import type { Loop, Memory } from '../wasm/engine.ts'
import { gather } from '../wasm/gather.ts'
import type { Program } from '../wasm/operations.ts'
import { scatter } from '../wasm/scatter.ts'
import { unitOf } from './arrays.ts'
import { stageOf } from './stage.ts'
import type { Stage } from './stage.ts'

/** The assembled loops of a record, one for each choice of fields, made when there is enough to do. */

export interface Kernel {
  readonly stage: Stage
  loop(memory: Memory): Loop
}

/** What a loop does: makes columns, with or without a look at fixed and reserved bits; makes records; only looks whether columns fit. */
export type Task = 'gather' | 'gather strictly' | 'scatter' | 'look'

/**
 * From how many records on, in all calls together, a loop is assembled: a plain loop that runs for the first time takes about as
 * long for so many as it takes to assemble one and to run it (`npm run bench -- --only first`).
 */
export const ASSEMBLE_FROM = 2048
/** From how many records on it is used once it is there: there it takes nine tenths of the time of a warm plain loop, at 16 as long. */
export const USE_FROM = 32

/** Choices that are kept for a record; the oldest gives way. */
const KEPT = 16
/** More fields than any record has, so that a stage has room for a block of them. */
const MOST_FIELDS = 128

interface Entry {
  asked: number
  kernel?: Kernel | undefined
}

const entries = new WeakMap<Bits, Map<string, Entry>>()

/** The loop for `count` records; nothing where a plain loop takes less time, or where there is no other. */
export function kernelOf(bits: Bits, task: Task, names: readonly string[], count: number): Kernel | undefined {
  if (count < USE_FROM) return undefined
  let own = entries.get(bits)
  if (!own) entries.set(bits, (own = new Map()))
  const key = `${task} ${names.join(' ')}`
  let entry = own.get(key)
  if (!entry) {
    if (own.size === KEPT) own.delete(own.keys().next().value!)
    own.set(key, (entry = { asked: 0 }))
  }
  if (entry.asked < ASSEMBLE_FROM) {
    entry.asked += count
    if (entry.asked >= ASSEMBLE_FROM) entry.kernel = assemble(bits, task, names)
  }
  return entry.kernel
}

/** Assembles and compiles a loop; nothing where WebAssembly is missing or forbidden, or the record too large. */
export function assemble(bits: Bits, task: Task, names: readonly string[]): Kernel | undefined {
  if (bits.size > LARGE || names.length > MOST_FIELDS) return undefined
  const loop = compile(() => programOf(bits, task, names))
  return loop && { stage: stageOf(bits.size, names.map((name) => unitOf(bits.fields[name]!))), loop }
}

/** The operations of a loop, for the proofs as well. */
export function programOf(bits: Bits, task: Task, names: readonly string[]): Program {
  const plan = planOf(bits)
  const fields = names.map((name) => plan.fields.find((field) => field.name === name)!)
  return task === 'gather' || task === 'gather strictly' ? gather(bits, plan, fields, task === 'gather strictly') : scatter(bits, plan, fields, task === 'scatter')
}
