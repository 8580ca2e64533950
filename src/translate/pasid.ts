import type { Context } from './context.ts'
import type { PageRequest } from './generic.ts'

/** What both generic shapes say about a PASID. */
export type Pasid = Pick<PageRequest, 'pasid' | 'pasidPresent'>

/** The PASID of a record, which may hold bits of one and say that it has none. */
export function readPasid(pasidPresent: boolean, pasid: number, context: Context): Pasid {
  if (!pasidPresent && pasid !== 0) {
    context.note(`PASID 0x${pasid.toString(16)} means nothing, as the record says that it has none, and is not carried`)
  }
  return { pasid: pasidPresent ? pasid : 0, pasidPresent }
}

/**
 * The number to write for a PASID of `bits` bits.
 * @throws {CodecError} `translate` where it does not fit; and for one in a message that says that it has none, unless loss is allowed
 */
export function writePasid({ pasid, pasidPresent }: Pasid, bits: number, context: Context): number {
  if (pasidPresent) return context.fit('pasid', pasid, bits)
  context.loseUnless('pasid', pasid, 'it means nothing where pasidPresent is false')
  return 0
}
