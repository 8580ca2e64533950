import * as amd from './amd.ts'
import type { Place } from './place.ts'
import * as riscv from './riscv.ts'
import * as smmuv3 from './smmuv3.ts'
import * as vtd from './vtd.ts'

/** Every place whose entries are known by name, by family and id. */
export const places: readonly Place[] = [vtd, amd, smmuv3, riscv].flatMap((family) => Object.values<Place>(family).sort((a, b) => (a.id < b.id ? -1 : 1)))
