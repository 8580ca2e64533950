import type { AnyRecord } from '../registry.ts'
import type { PageRequest } from './generic.ts'

/**
 * Whether a request read from a format is a Stop Marker: L=1, W=R=0, with a PASID. It asks for nothing, and is never
 * answered. PCIe Base Specification, 10.4.1.2.1. The models and drivers of some formats do not look at the PASID: see docs/spec-notes.md.
 */
export function isStopMarker({ layout }: AnyRecord, { last, read, write, pasidPresent }: PageRequest): boolean {
  return last && !read && !write && (pasidPresent || layout.carries?.stopMarker === 'by shape')
}
