import { moduleOf } from './binary.ts'
import type { Program } from './operations.ts'

/** WebAssembly itself, which may be missing, forbidden by a content security policy, or without vectors. */

export interface Memory {
  readonly buffer: ArrayBuffer
}

/** A program over a memory: see `Program`. Addresses are those of bytes. */
export type Loop = (rounds: number, records: number, ...columns: readonly number[]) => number

interface Engine {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object, imports: object) => { readonly exports: { readonly run: Loop } }
  readonly Memory: new (pages: { initial: number; maximum: number }) => Memory
}

export const PAGE = 65536

function engine(): Engine | undefined {
  return (globalThis as unknown as { readonly WebAssembly?: Engine }).WebAssembly
}

/** Whether the smallest program with a vector can be made. Asked only where another could not: to make it takes half a millisecond. */
function hasVectors({ Module }: Engine): boolean {
  try {
    return new Module(moduleOf({ parameters: 1, vectors: 1, before: [['v128.const', [0, 0, 0, 0]], ['local.set', 1]], loop: [], after: [['i32.const', 0]] })) instanceof Module
  } catch {
    // What forbids it is told by errors of several kinds, and none of them is the caller's concern.
    return false
  }
}

/**
 * A memory of at least `size` bytes, all 0; nothing where there is no room for it. A memory takes far more addresses than
 * bytes, so that there can be some dozens of them before the collector has to take those that are no longer used.
 */
export function memoryOf(size: number): Memory | undefined {
  const some = engine()
  const pages = Math.ceil(size / PAGE)
  if (!some || pages > PAGE) return undefined
  try {
    return new some.Memory({ initial: pages, maximum: pages })
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** Compiles a program. Gives the loop over any memory; nothing where it cannot be compiled here. */
export function compile(program: () => Program): ((memory: Memory) => Loop) | undefined {
  const some = engine()
  if (!some) return undefined
  let module: object
  try {
    module = new some.Module(moduleOf(program()))
  } catch (error) {
    // Some browsers compile only small modules at once in the thread of a page.
    if (error instanceof RangeError || !hasVectors(some)) return undefined
    throw error
  }
  const loops = new WeakMap<Memory, Loop>()
  return (memory) => {
    let loop = loops.get(memory)
    if (!loop) loops.set(memory, (loop = new some.Instance(module, { m: { m: memory } }).exports.run))
    return loop
  }
}
