import fc from 'fast-check'
import { formatBytes } from '../codec/numbers.ts'
import { record } from '../registry.ts'
import { legalMessages } from './legal.ts'
import { numbers } from './edges.ts'
import { shown } from './shown.ts'

/** A configuration space with extended capabilities, and what stands in it. */
export interface ConfigSpace {
  /** 4096 bytes. */
  readonly bytes: Uint8Array
  /** The capabilities in the order of the list. */
  readonly list: readonly { readonly offset: number; readonly id: number }[]
  /** What is wrong with the list. */
  readonly fault: 'none' | 'loop' | 'overlap' | 'beyond the end'
}

const SIZE = 4096
const FIRST = 0x100

const KNOWN = [
  ['config.ats-capability', 0x0f], ['config.pri-capability', 0x13], ['config.pasid-capability', 0x1b],
] as const

/** Extended capabilities that have nothing to do with address translation; of each only the header is written. */
const OTHERS = [0x01, 0x02, 0x03, 0x0b, 0x0d, 0x10, 0x15, 0x19, 0x1e, 0x25]

interface Placed {
  readonly id: number
  readonly bytes: Uint8Array
  readonly gap: number
}

/**
 * Configuration spaces: ATS, PRI and PASID capabilities that break no rule of their own, between others, in any order.
 * @param faulty also lists that run in a circle, overlap, or lead out of the space
 */
export function configSpaces(faulty = false): fc.Arbitrary<ConfigSpace> {
  const gap = fc.nat(16)
  const known = KNOWN.map(([name, id]) => {
    const codec = record(name as 'config.ats-capability')
    return fc.tuple(legalMessages(codec), gap).map(([message, free]): Placed => ({ id, bytes: codec.encode(message), gap: free }))
  })
  const other = fc.tuple(fc.constantFrom(...OTHERS), numbers(15), fc.integer({ min: 1, max: 20 }), gap).map(([id, version, words, free]): Placed => {
    const bytes = new Uint8Array(4 * words)
    new DataView(bytes.buffer).setUint32(0, id | (version << 16), true)
    return { id, bytes, gap: free }
  })
  const mine = fc.subarray([0, 1, 2]).chain((which) => fc.tuple(...which.map((i) => known[i]!)))
  const all = fc.tuple(mine, fc.array(other, { maxLength: 6 })).chain(([a, b]) => fc.shuffledSubarray([...a, ...b], { minLength: a.length + b.length }))
  return fc.tuple(all, faulty ? fc.constantFrom<ConfigSpace['fault']>('none', 'loop', 'overlap', 'beyond the end') : fc.constant<ConfigSpace['fault']>('none')).map(([placed, fault]) => showSpace(built(placed, fault)))
}

/** As `lspci -xxxx` prints it, without the rows of zeros. */
function showSpace(space: ConfigSpace): ConfigSpace {
  const rows = (): string[] => Array.from({ length: SIZE / 16 }, (_, i) => 16 * i).flatMap((at) => {
    const row = space.bytes.subarray(at, at + 16)
    return row.some((byte) => byte !== 0) ? [`${at.toString(16)}: ${formatBytes(row).replace(/..(?=.)/g, '$& ')}`] : []
  })
  return shown(space, () => [`a list with the fault ${space.fault}`, ...rows()].join('\n'))
}

function built(placed: readonly Placed[], wanted: ConfigSpace['fault']): ConfigSpace {
  const bytes = new Uint8Array(SIZE)
  const view = new DataView(bytes.buffer)
  const list: { offset: number; id: number }[] = []
  let at = FIRST
  for (const { id, bytes: own, gap } of placed) {
    bytes.set(own, at)
    list.push({ offset: at, id })
    at += own.length + 4 * gap
  }
  const link = (offset: number, next: number): void => view.setUint32(offset, (view.getUint32(offset, true) & 0xfffff) | (next << 20), true)
  list.forEach(({ offset }, i) => link(offset, list[i + 1]?.offset ?? 0))
  const [before, last] = [list.at(-2), list.at(-1)]
  // A capability of one DW has nothing that another could overlap.
  if (!last || (wanted === 'overlap' && (!before || before.offset + 4 >= last.offset))) return { bytes, list, fault: 'none' }
  if (wanted === 'loop') link(last.offset, list[0]!.offset)
  if (wanted === 'beyond the end') link(last.offset, 0xffc)
  if (wanted === 'overlap') link(before!.offset, before!.offset + 4)
  return { bytes, list, fault: wanted }
}
