import type { PageRequest } from './generic.ts'

/** Formats in whose models and drivers L, W and R alone make a Stop Marker, whether or not there is a PASID: see docs/spec-notes.md. */
const BY_SHAPE = /^(vtd|riscv)\./

/**
 * Whether a request read from the format `id` is a Stop Marker: L=1, W=R=0, with a PASID. It asks for nothing, and is never
 * answered. PCIe Base Specification, 10.4.1.2.1.
 */
export function isStopMarker(id: string, { last, read, write, pasidPresent }: PageRequest): boolean {
  return last && !read && !write && (pasidPresent || BY_SHAPE.test(id))
}
