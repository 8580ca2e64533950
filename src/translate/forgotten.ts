import type { AnyRecord } from '../registry.ts'
import { has } from './fields.ts'
import { packetLayout } from './flit.ts'
import type { Identity } from './generic.ts'

/** Sentences about what a source says of an identity, of which a target keeps nothing. */
export type Forgotten = (said: Identity, known: Identity) => string[]

/**
 * What a format has no place for, and what would be read back as something else. The caller knows what the caller gives;
 * and names that a format needs (`rid`, `devId`, `cookie`) are asked for by whoever carries a message back.
 */
export function forgottenBy(codec: AnyRecord): Forgotten {
  const layout = packetLayout(codec)
  const [sender, segment, required] = [has(layout, 'sender'), has(layout, 'segment'), has(layout, 'pasidRequired')]
  return (said, known) => {
    const notes: string[] = []
    const { iommuRid = 0, segment: segmentSaid, pasidRequired = false } = said
    if (!sender && iommuRid !== 0 && known.iommuRid === undefined) notes.push(`the Requester ID 0x${iommuRid.toString(16)} that sent the response is not carried: ${codec.id} has no place for it`)
    if (!segment && segmentSaid === 0 && known.segment === undefined) notes.push(`that the segment is said to be 0 is not carried: in ${codec.id} that is as good as none`)
    if (!required && pasidRequired && known.pasidRequired === undefined) notes.push(`that the device requires a PASID on responses is not carried: ${codec.id} has no place for it`)
    return notes
  }
}
