import type { PageRequest } from '../translate/index.ts'
import type { Device } from './device.ts'
import type { BadRequest } from './event.ts'

/** What a device may not ask, if it is that. */
export function badness({ init, count }: Device, { pasid, pasidPresent }: PageRequest, stream: boolean): BadRequest | undefined {
  if (init.domain === null) return 'no-domain'
  if (!init.pri.enable) return 'pri-disabled'
  if (pasidPresent && !init.pasid.enable) return 'pasid-disabled'
  if (pasid >= 2 ** init.pasid.maxPasidWidth) return 'pasid-too-wide'
  if (stream && !pasidPresent) return 'stream-without-pasid'
  if (count.requests >= (init.pri.pageRequestAllocation ?? Infinity)) return 'over-allocation'
  return undefined
}
