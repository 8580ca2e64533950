import { problemsOfRoles } from '../spec/complete.ts'
import type { Layout } from '../spec/vocabulary.ts'
import { bitsOf, widthOf, zerosOf } from './message.ts'
import { shapeOf } from './shape.ts'

/** Problems that a message names; `problems` has them all. */
const SHOWN = 20

/** A layout that cannot be built, and every reason why. */
export class LayoutError extends Error {
  override readonly name = 'LayoutError'
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super([...problems.slice(0, SHOWN), ...(problems.length > SHOWN ? [`and ${problems.length - SHOWN} more`] : [])].join('\n'))
    this.problems = problems
  }
}

/** @throws {LayoutError} if `lint` finds anything */
export function checkLayout(layout: Layout, siblings: readonly Layout[] = []): void {
  if (!Array.isArray(siblings)) throw new LayoutError(['siblings must be a list of layouts'])
  const own = lint(layout)
  const problems = own.length > 0 ? own : siblings.flatMap((sibling) => collision(layout, sibling))
  if (problems.length > 0) throw new LayoutError(problems)
}

type Claim = readonly [name: string, at: readonly (readonly [word: number, hi: number, lo: number, note?: string])[]]

const RESERVED_NAMES = ['moveTo', 'offset', 'layout', 'bytes', 'memory']

/** Everything that is wrong with a layout, one sentence each; empty if it can be built. */
export function lint(layout: Layout): string[] {
  const malformed = shapeOf(layout)
  if (malformed.length > 0) return malformed
  const { id } = layout
  const problems: string[] = []
  const say = (text: string): void => void problems.push(`${id}: ${text}`)

  if (!/^[a-z0-9]+(-[a-z0-9]+)*\.[a-z0-9]+([.-][a-z0-9]+)*$/.test(id)) say('the id is not of the form family.record')
  if (!Number.isInteger(layout.size) || layout.size <= 0 || layout.size % layout.word !== 0) {
    say(`${layout.size} bytes are not a whole number of words of ${layout.word}`)
    return problems
  }

  for (const [name, field] of Object.entries(layout.fields)) {
    const { as, at, zeros, codes, masks } = field
    const width = widthOf(at)
    const widest = as === 'flag' ? 1 : as === 'uint' ? 32 : 64 - zerosOf(field)
    if (!/^[a-z][A-Za-z0-9]*$/.test(name)) say(`${name} is no camelCase name`)
    if (RESERVED_NAMES.includes(name)) say(`${name} is a name that every view has`)
    if (name in Object.prototype) say(`${name} is a name that every object has`)
    if (at.length === 0) say(`${name} has no bits`)
    else if (as === 'flag' ? width !== 1 : width > widest) say(`${name} has ${width} bits, but ${as === 'address' ? 'an' : 'a'} ${as} has ${as === 'flag' ? '' : 'at most '}${widest}`)
    if (as === 'address' ? !Number.isInteger(zeros) || zeros! < 1 || zeros! > 63 : zeros !== undefined) say(`${name}: zeros = ${zeros}, but an address has 1 to 63, and nothing else has any`)
    for (const [code, value] of Object.entries({ ...codes, ...masks })) if (!fits(value, width)) say(`${name}: ${code} = ${value} does not fit ${width} bits`)
  }
  for (const [name, { at, value }] of Object.entries(layout.fixed ?? {})) {
    const width = widthOf(at)
    if (at.length === 0) say(`${name} has no bits`)
    if (Object.hasOwn(layout.fields, name)) say(`${name} is both a field and a fixed value`)
    if (width > 32) say(`${name} has ${width} bits, but a fixed value has at most 32`)
    if (!fits(value, width)) say(`${name}: fixed value ${value} does not fit ${width} bits`)
  }
  for (const problem of claims(layout)) say(problem)
  for (const problem of problemsOfRoles(layout)) say(problem)
  return problems
}

function fits(value: number, width: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < 2 ** width
}

function claimsOf(layout: Layout): Claim[] {
  return [
    ...Object.entries(layout.fields).map(([name, { at }]): Claim => [name, at]),
    ...Object.entries(layout.fixed ?? {}).map(([name, { at }]): Claim => [name, at]),
    ...(layout.reserved ?? []).map((slice): Claim => ['reserved', [slice]]),
  ]
}

/** Every bit is claimed exactly once. */
function claims(layout: Layout): string[] {
  const problems: string[] = []
  const size = layout.word * 8
  const claimed = Array<string | undefined>(layout.size * 8)
  for (const [name, at] of claimsOf(layout)) {
    for (const slice of at) {
      const [word, hi, lo] = slice
      if (![word, hi, lo].every(Number.isInteger) || lo < 0 || lo > hi || hi >= size || word < 0 || word * layout.word >= layout.size) {
        problems.push(`${name} claims ${bitsOf(layout, [slice])}, which is outside the record`)
        continue
      }
      for (let bit = lo; bit <= hi; bit++) {
        const other = claimed[word * size + bit]
        if (other === undefined) claimed[word * size + bit] = name
        else problems.push(`${bitsOf(layout, [[word, bit, bit]])} is claimed by ${other} and by ${name}`)
      }
    }
  }
  for (let n = 0; n < claimed.length; n++) {
    if (claimed[n] === undefined) problems.push(`${bitsOf(layout, [[Math.floor(n / size), n % size, n % size]])} is claimed by nothing`)
  }
  return problems
}

/** Whether two layouts of one place fit the same bytes. */
export function collision(a: Layout, b: Layout): string[] {
  if (a.place === undefined || a.place !== b.place || a.size !== b.size || a.id === b.id) return []
  if (a.refines === b.id || b.refines === a.id) return []
  const left = identity(a)
  const right = identity(b)
  for (const [bit, value] of left) if (right.has(bit) && right.get(bit) !== value) return []
  return [`${a.id}: no fixed bit tells it from ${b.id}; both are found in the ${a.place}`]
}

/** The fixed bits of a layout, by position in memory. */
function identity(layout: Layout): Map<number, number> {
  const bits = new Map<number, number>()
  for (const { at, value } of Object.values(layout.fixed ?? {})) {
    let n = widthOf(at)
    for (const [word, hi, lo] of at) {
      for (let bit = hi; bit >= lo; bit--) {
        n--
        const inWord = layout.order === 'little' ? bit >> 3 : layout.word - 1 - (bit >> 3)
        bits.set((word * layout.word + inWord) * 8 + (bit & 7), Math.floor(value / 2 ** n) % 2)
      }
    }
  }
  return bits
}

/** Every pair of the list that fits the same bytes. */
export function collisions(layouts: readonly Layout[]): string[] {
  return layouts.flatMap((layout, i) => layouts.slice(i + 1).flatMap((other) => collision(layout, other)))
}
