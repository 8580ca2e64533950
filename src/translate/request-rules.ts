import type { Context } from './context.ts'
import type { Identity, PageRequest } from './generic.ts'

type Flags = Pick<PageRequest, 'execute' | 'privileged'>

/** Execute and privileged, read from a format in which both are 0 without a PASID. */
export function readFlagsWithPasid({ execute, privileged }: Flags, pasidPresent: boolean, context: Context): Flags {
  if (pasidPresent) return { execute, privileged }
  if (execute || privileged) context.note('execute and privileged mean nothing without a PASID and are not carried')
  return { execute: false, privileged: false }
}

/** Execute and privileged, for a format in which they go with a PASID only. */
export function writeFlagsWithPasid({ pasidPresent, execute, privileged }: PageRequest, context: Context): Flags {
  if (pasidPresent) return { execute, privileged }
  const reason = 'in this format it goes with a PASID only'
  context.loseUnless('execute', execute, reason)
  context.loseUnless('privileged', privileged, reason)
  return { execute: false, privileged: false }
}

/** A format without the stream requests and the batches of VT-d 2.x. */
export function groupRequestOnly({ streamResponseRequested, batchOfFaults }: Identity, context: Context): void {
  context.loseUnless('streamResponseRequested', streamResponseRequested, 'the format has no stream requests')
  context.loseUnless('batchOfFaults', batchOfFaults, 'the format has no batches')
}

/** A StreamID or device ID as Requester ID and segment; a segment of 0 may as well be none. */
export function identityOf(id: number): Identity {
  const segment = id >>> 16
  return { rid: id & 0xffff, ...(segment !== 0 && { segment }) }
}
