import type { Rule } from '../../vocabulary.ts'
import { note } from './note.ts'

/** What is easily misread in Linux's structs. */

const UAPI = 'include/uapi/linux/iommufd.h'
const ALL_ONES = 2n ** 64n - 1n

export const hwptVtdS1Invalidate: readonly Rule[] = [
  note({
    id: 'everything', clause: UAPI, since: 'Linux 6.8', field: 'npages',
    test: ({ addr, npages }) => addr === 0n && npages === ALL_ONES && 'everything: the whole address space',
  }),
  note({
    id: 'address-not-aligned', clause: UAPI, since: 'Linux 6.8', field: 'addr', severity: 'error',
    test: ({ addr }) => BigInt(addr!) % 4096n !== 0n && 'addr must be a multiple of 4096',
  }),
]
