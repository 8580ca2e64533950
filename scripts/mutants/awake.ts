import { configureGlobal } from 'fast-check'

/** What files with mutants call. It stands in the worker of the tests, once for all of their files. */
export interface Mutants {
  /** Whether this mutant is awake. */
  (number: number): boolean
  tick(): void
  awake: number
  ticks: number
  /** Those that were asked for since it was emptied. */
  readonly asked: Set<number>
  /** Each that a test noticed, with the name of the test. */
  readonly noticed: Map<number, string>
  readonly seen: Set<number>
}

/** One that is awake from the start, before anything is made and kept; 0 for none. */
export const alone = Number(process.env['MUTANT_AWAKE'] ?? 0)

const MOST_TICKS = 5_000_000

export function mutants(): Mutants {
  const world = globalThis as { $m?: Mutants }
  if (world.$m) return world.$m
  const m: Mutants = Object.assign((number: number) => {
    if (m.awake === 0) m.asked.add(number)
    return m.awake === number
  }, {
    tick: () => {
      if (m.awake !== 0 && ++m.ticks > MOST_TICKS) throw new Error('a loop that does not end')
    },
    awake: alone, ticks: 0, asked: new Set<number>(), noticed: new Map<number, string>(), seen: new Set<number>(),
  })
  return (world.$m = m)
}

// Each time the same examples, so that a mutant that is noticed is always noticed.
configureGlobal({ seed: 42 })
mutants()
