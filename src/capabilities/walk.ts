import type { Finding } from '../codec/check.ts'
import { loadLittle } from '../codec/memory.ts'
import { EXTENDED_CAPABILITY } from '../spec/extended-capabilities.ts'
import type { Severity } from '../spec/vocabulary.ts'

/** An extended capability, as its header says. */
export interface ExtendedCapability {
  /** Where it lies in configuration space. */
  readonly offset: number
  /** Extended Capability ID. */
  readonly id: number
  /** What the ID stands for; empty if it is not known here. */
  readonly name: string
  readonly version: number
  /** Where the next one lies; 0 ends the list. */
  readonly next: number
}

/** Something about configuration space, and where in it. */
export interface CapabilityFinding extends Finding {
  readonly id: Finding['id'] | 'capability-twice' | 'capability-loop' | 'capabilities-overlap' | 'pointer-below-0x100' | 'pointer-out-of-range' | 'pointer-unaligned'
  readonly offset: number
}

const CLAUSE = 'PCIe Base Specification, 7.6.3'

/** Size of a capability's header, and of a capability of which no more is known here. */
const HEADER_BYTES = 4

/** Where extended configuration space begins. */
const FIRST = 0x100

/** Where it ends. */
export const END = 0x1000

/** Follows the list from 0x100. It ends where a pointer leads nowhere; what came before stands. */
export function walk(space: Uint8Array): { list: ExtendedCapability[]; findings: CapabilityFinding[] } {
  const list: ExtendedCapability[] = []
  const findings: CapabilityFinding[] = []
  const find = (offset: number, id: string, severity: Severity, message: string): void => {
    findings.push({ offset, id, severity, message, clause: CLAUSE, since: 'PCIe 1.0' })
  }
  if (space.length > END) find(END, 'space-too-long', 'error', `configuration space has 4096 bytes; the ${space.length - END} after them were left alone`)
  const length = Math.min(space.length, END)
  if (length < FIRST + HEADER_BYTES) {
    find(length, 'no-extended-space', 'note', `only the first ${length} bytes are there: extended capabilities begin at 0x100, and lspci shows them with -xxxx, as root`)
    return { list, findings }
  }

  const seen = new Set<number>()
  for (let offset = FIRST, from = FIRST; ; ) {
    seen.add(offset)
    const header = loadLittle(space, offset) >>> 0
    if (header === 0xffffffff) {
      find(offset, 'no-answer', 'error', 'all bits are 1: the function does not answer here')
      break
    }
    if (header === 0 && offset > FIRST) find(from, 'pointer-to-nothing', 'warning', `the next capability is said to lie at ${hex(offset)}, but nothing is there`)
    if (header === 0) break
    const pointer = header >>> 20
    const next = pointer & ~3
    const id = header & 0xffff
    list.push({ offset, id, name: EXTENDED_CAPABILITY[id] ?? '', version: (header >>> 16) & 0xf, next: pointer })
    if (pointer !== next) find(offset, 'pointer-unaligned', 'error', `the next capability is said to lie at ${hex(pointer)}, no multiple of 4; ${hex(next)} is taken`)
    if (next === 0) break
    const stop = whyStop(next, length, seen)
    if (stop) {
      find(offset, stop.id, 'error', `the next capability is said to lie at ${hex(next)}, ${stop.why}`)
      break
    }
    from = offset
    offset = next
  }
  return { list, findings }
}

/** Why a pointer is not followed. */
function whyStop(next: number, length: number, seen: ReadonlySet<number>): { id: string; why: string } | undefined {
  if (next < FIRST) return { id: 'pointer-below-0x100', why: 'which is not in extended configuration space' }
  if (next + HEADER_BYTES > length) return { id: 'pointer-out-of-range', why: `past the ${length} bytes that are there` }
  return seen.has(next) ? { id: 'capability-loop', why: 'which was passed already: the list does not end' } : undefined
}

/** Capabilities that lie in each other, as far as `sizes` knows them. */
export function conflicts(list: readonly ExtendedCapability[], sizes: ReadonlyMap<number, number>): CapabilityFinding[] {
  const sorted = [...list].sort((a, b) => a.offset - b.offset)
  return sorted.flatMap(({ offset, id }, i) => {
    const bytes = sizes.get(id) ?? HEADER_BYTES
    return sorted.slice(i + 1).filter((other) => other.offset < offset + bytes).map((other): CapabilityFinding => ({
      offset: other.offset,
      id: 'capabilities-overlap',
      severity: 'error',
      message: `the capability at ${hex(other.offset)} lies inside the one at ${hex(offset)}, which has ${bytes} bytes`,
      clause: CLAUSE,
      since: 'PCIe 1.0',
    }))
  })
}

export const hex = (value: number): string => `0x${value.toString(16)}`
