import { interpret } from '../interpret.ts'
import type { Item } from '../item.ts'
import { plainItem } from '../record-item.ts'
import { hitOf } from './bytes-hit.ts'

/** Sizes of a file that may be the configuration space of a function: without and with the extended capabilities. */
export const SPACE_SIZES = [256, 4096] as const

const STATUS = 0x06
const CAPABILITIES_LIST = 0x10
const POINTER = 0x34
/** The highest id of a capability that PCI-SIG has given out. */
const LAST_ID = 0x15

/** Whether bytes are a configuration space: of such a size, with a vendor and a list of capabilities that holds together. */
export function isSpace(bytes: Uint8Array): boolean {
  if (!(SPACE_SIZES as readonly number[]).includes(bytes.length)) return false
  const vendor = bytes[0]! | (bytes[1]! << 8)
  if (vendor === 0 || vendor === 0xffff || (bytes[STATUS]! & CAPABILITIES_LIST) === 0) return false
  let at = bytes[POINTER]! & 0xfc
  for (let steps = 0; steps < 48; steps++) {
    if (at < 0x40 || bytes[at]! === 0 || bytes[at]! > LAST_ID) return false
    at = bytes[at + 1]! & 0xfc
    if (at === 0) return true
  }
  return false
}

/** The ATS, PRI and PASID capabilities of a configuration space, or that it has none. */
export function spaceItems(bytes: Uint8Array): readonly Item[] {
  const hit = { ...hitOf('configuration-space', 0n, bytes), place: 'configuration-space' }
  const items = bytes.length > SPACE_SIZES[0] ? [...interpret(hit)] : []
  if (items.length > 0) return items
  const note = bytes.length > SPACE_SIZES[0]
    ? 'the function has no ATS, PRI or PASID capability'
    : 'these 256 bytes end before the extended capabilities, among which ATS, PRI and PASID stand'
  return [plainItem({ ...hit, name: 'configuration space', notes: [note] })]
}
