import { CodecError } from '../codec/errors.ts'
import type { PageResponseMsg } from '../translate/index.ts'
import { NO_PASID } from './by-pasid.ts'
import type { Device, Group } from './device.ts'

/** A release of Linux, such as `5.10`. */
export type LinuxRelease = `${number}.${number}`

/** Finds the pending group that a response answers. */
export type Match = (device: Device, message: PageResponseMsg) => Group | undefined

/** The group is of the response's PASID, or of none: where the request had a PASID, the response must have the same. */
const strict: Match = ({ groups }, { pasid, pasidPresent, pageReqGroupId }) =>
  (pasidPresent ? groups.get(pasid, pageReqGroupId) : undefined) ?? groups.get(NO_PASID, pageReqGroupId)

/** Linux 5.3 to 5.8: where the request had a PASID, the number in the response must be the same, whether it is marked as present or not. */
const linux5_3: Match = ({ groups }, { pasid, pageReqGroupId }) => elder(groups.get(pasid, pageReqGroupId), groups.get(NO_PASID, pageReqGroupId))

/** Linux 5.9 to 6.8: only where the device needs a PASID on responses, and the request had one, must the response have the same. */
const linux5_9: Match = (device, { pasid, pasidPresent, pageReqGroupId }) => {
  const { groups, identity } = device
  if (!identity.pasidRequired) return device.eldestWith(pageReqGroupId)
  return elder(pasidPresent ? groups.get(pasid, pageReqGroupId) : undefined, groups.get(NO_PASID, pageReqGroupId))
}

/** Linux takes the first of its list that fits. */
function elder(a: Group | undefined, b: Group | undefined): Group | undefined {
  return a && b ? (a.order < b.order ? a : b) : (a ?? b)
}

/**
 * The rule of a release of Linux, or the service's own.
 * @throws {CodecError} `range` for a release whose `iommu_page_response` does not look for a pending request, or does not exist
 */
export function matchOf(release: LinuxRelease | undefined): Match {
  if (release === undefined) return strict
  const [, major, minor] = /^(\d+)\.(\d+)$/.exec(String(release)) ?? []
  const number = Number(major) * 1000 + Number(minor)
  if (number >= 5003 && number <= 5008) return linux5_3
  if (number >= 5009 && number <= 6008) return linux5_9
  throw new CodecError({ code: 'range', record: 'iommu', field: 'linux', expected: 'a release from 5.3 to 6.8', actual: release })
}
