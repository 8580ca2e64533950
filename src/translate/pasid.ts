import type { Context } from './context.ts'
import type { Identity, PageRequest, PageResponseMsg } from './generic.ts'

/** What both generic shapes say about a PASID. */
export type Pasid = Pick<PageRequest, 'pasid' | 'pasidPresent'>

/** The PASID of a record, which may hold bits of one and say that it has none. */
export function readPasid(pasidPresent: boolean, pasid: number, context: Context): number {
  if (pasidPresent) return pasid
  if (pasid !== 0) context.note(`PASID 0x${pasid.toString(16)} means nothing, as the record says that it has none, and is not carried`)
  return 0
}

/**
 * The number to write for a PASID of `bits` bits.
 * @param zeroIsNone 0 stands for no PASID in the record
 * @throws {CodecError} `translate` where it does not fit; and, unless loss is allowed, for one in a message that says that it has none, and for a PASID 0 that would read as none
 */
export function writePasid({ pasid, pasidPresent }: Pasid, bits: number, context: Context, zeroIsNone = false): number {
  if (pasidPresent && pasid === 0 && zeroIsNone) context.lose('pasidPresent', true, '0 stands for no PASID in this format', 'a PASID other than 0')
  if (pasidPresent) return context.fit('pasid', pasid, bits)
  context.loseUnless('pasid', pasid, 'it means nothing where pasidPresent is false')
  return 0
}

/**
 * Whether the PASID of a response goes to a PCIe device: only if the device asks for it and the request had one.
 * PCIe Base Specification, 10.4.2.2 and PRI Status bit 15, "PRG Response PASID Required". A function's behaviour is
 * undefined where the response carries one against that bit.
 */
export function pasidIsTaken({ pasidPresent }: PageResponseMsg, { pasidRequired }: Identity, context: Context): boolean {
  if (!pasidPresent && pasidRequired) {
    context.note('the device requires a PASID on responses; the message has none, which is right only if the request had none')
  }
  if (pasidPresent && pasidRequired === false) {
    context.note('the device does not take a PASID on responses (PRG Response PASID Required is clear); it was left out')
    return false
  }
  return pasidPresent
}
