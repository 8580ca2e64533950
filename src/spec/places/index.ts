import * as amd from './amd.ts'
import type { Place } from './place.ts'
import * as riscv from './riscv.ts'
import * as smmuv3 from './smmuv3.ts'
import * as vtd from './vtd.ts'

const families = { vtd, amd, smmuv3, riscv }

type Families = typeof families
/** Id of a place whose entries are known by name. */
export type PlaceId = { [F in keyof Families]: { [P in keyof Families[F]]: Families[F][P] extends { readonly id: infer Id } ? Id : never }[keyof Families[F]] }[keyof Families]

/** Every place whose entries are known by name, by family and id. */
export const places: readonly Place[] = Object.values(families).flatMap((family) => Object.values<Place>(family).sort((a, b) => (a.id < b.id ? -1 : 1)))
