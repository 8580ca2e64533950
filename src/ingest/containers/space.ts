import { interpret } from '../interpret.ts'
import { isSpace } from '../is-space.ts'
import type { Item } from '../item.ts'
import { checkBytes } from '../options.ts'
import { plainItem } from '../record-item.ts'
import { hitOf } from './bytes-hit.ts'

/** Sizes of a file that may be the configuration space of a function: without and with the extended capabilities. */
export const SPACE_SIZES = [256, 4096] as const

/** Whether a file is a configuration space. @throws {CodecError} `type` for what are no bytes */
export function isSpaceFile(bytes: Uint8Array): boolean {
  checkBytes(bytes)
  return (SPACE_SIZES as readonly number[]).includes(bytes.length) && isSpace(bytes)
}

/** The ATS, PRI and PASID capabilities of a configuration space, or that it has none. @throws {CodecError} `type` for what are no bytes */
export function spaceItems(bytes: Uint8Array): readonly Item[] {
  checkBytes(bytes)
  const hit = { ...hitOf('configuration-space', 0n, bytes), place: 'configuration-space' }
  const items = bytes.length > SPACE_SIZES[0] ? [...interpret(hit)] : []
  if (items.length > 0) return items
  const note = bytes.length > SPACE_SIZES[0]
    ? 'the function has no ATS, PRI or PASID capability'
    : 'these 256 bytes end before the extended capabilities, among which ATS, PRI and PASID stand'
  return [plainItem({ ...hit, name: 'configuration space', notes: [note] })]
}
