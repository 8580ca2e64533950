import type { Context } from './context.ts'
import type { Identity, PageRequest } from './generic.ts'

/** Execute and privileged, for a format in which they go with a PASID only. */
export function flagsWithPasid({ pasidPresent, execute, privileged }: PageRequest, context: Context): { execute: boolean; privileged: boolean } {
  if (pasidPresent) return { execute, privileged }
  const reason = 'in this format it goes with a PASID only'
  context.loseUnless('execute', execute, reason)
  context.loseUnless('privileged', privileged, reason)
  return { execute: false, privileged: false }
}

/** A StreamID or device ID as Requester ID and segment; a segment of 0 may as well be none. */
export function identityOf(id: number): Identity {
  const segment = id >>> 16
  return { rid: id & 0xffff, ...(segment !== 0 && { segment }) }
}
