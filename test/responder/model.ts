import type { PageRequest } from '../../src/index.ts'

/** The service in the plainest possible words: lists of groups, searched from the front. */

export interface ModelGroup {
  readonly device: ModelDevice
  readonly pasid: number | null
  readonly index: number
  readonly stream: boolean
  readonly requests: number
  readonly since: number
  /** How often it was answered. */
  responses: number
}

export interface ModelDevice {
  readonly id: number
  readonly pasidRequired: boolean
  readonly pasidWidth: number
  readonly allocation: number
  attached: boolean
  partial: { pasid: number | null; index: number }[]
  pending: ModelGroup[]
}

export interface ModelIommu {
  readonly format: string
  readonly devices: ModelDevice[]
  /** Every group that ever became pending. */
  readonly groups: ModelGroup[]
}

/** An answer that the service must give. */
export interface Expected {
  readonly device: ModelDevice
  readonly pasid: number | null
  readonly index: number
  readonly stream: boolean
  readonly code: number
}

/** Groups with this index are answered by the policy. */
export const AUTO_INDEX = 511

export const DEADLINE = 50

const MARKER_NEEDS_PASID = ['pcie.page-request', 'pcie-flit.page-request', 'amd.ppr-log', 'smmuv3.pri-queue-entry', 'smmuv3.stall-event']

export function pendingOf(iommu: ModelIommu): ModelGroup[] {
  return iommu.groups.filter(({ responses, device }) => responses === 0 && device.attached)
}

export function outstandingOf(devices: readonly ModelDevice[]): { groups: number; requests: number; partial: number } {
  const pending = devices.flatMap((device) => device.pending)
  const partial = devices.flatMap((device) => device.partial).length
  return { groups: pending.length, requests: partial + pending.reduce((sum, { requests }) => sum + requests, 0), partial }
}

function answer(group: ModelGroup, code: number): Expected {
  group.responses++
  group.device.pending = group.device.pending.filter((one) => one !== group)
  const { device, pasid, index, stream } = group
  return { device, pasid, index, stream, code }
}

export function receive(iommu: ModelIommu, id: number, request: PageRequest, stream: boolean, now: number): Expected[] {
  const device = iommu.devices.find((one) => one.attached && one.id === id)
  if (device === undefined) return []
  const { last, read, write, pageReqGroupId: index } = request
  const pasid = request.pasidPresent ? request.pasid : null
  const same = (one: { pasid: number | null; index: number }): boolean => one.pasid === pasid && one.index === index

  if (last && !read && !write && (pasid !== null || !MARKER_NEEDS_PASID.includes(iommu.format))) {
    if (pasid !== null) device.partial = device.partial.filter((one) => one.pasid !== pasid)
    return []
  }
  if (device.pending.some(same) || (stream && device.partial.some(same))) return []
  const tooMany = outstandingOf([device]).requests >= device.allocation
  const tooWide = pasid !== null && pasid >= 2 ** device.pasidWidth
  if (tooMany || tooWide || (stream && pasid === null)) {
    if (!last && !stream) return []
    if (stream && pasid === null && !tooWide) return []
    device.partial = device.partial.filter((one) => !same(one))
    return [{ device, pasid, index, stream, code: 1 }]
  }
  if (!last && !stream) {
    device.partial.push({ pasid, index })
    return []
  }
  const requests = 1 + device.partial.filter(same).length
  device.partial = device.partial.filter((one) => !same(one))
  const group = { device, pasid, index, stream, requests, since: now, responses: 0 }
  device.pending.push(group)
  iommu.groups.push(group)
  return index === AUTO_INDEX ? [answer(group, 0)] : []
}

/** The answer to a response, or that it is refused. */
export function respond(device: ModelDevice | undefined, pasid: number | null, index: number, stream: boolean, code: number): Expected | 'refused' {
  if (device === undefined || !device.attached || ![0, 1, 15].includes(code)) return 'refused'
  const group = device.pending.find((one) => one.index === index && one.pasid !== null && one.pasid === pasid) ?? device.pending.find((one) => one.index === index && one.pasid === null)
  return group === undefined || group.stream !== stream ? 'refused' : answer(group, code)
}

export function detach(device: ModelDevice): Expected[] {
  const expected = device.pending.map((group) => answer(group, 1))
  device.attached = false
  device.partial = []
  return expected
}

export function overflow(iommu: ModelIommu): number {
  const { partial } = outstandingOf(iommu.devices)
  for (const device of iommu.devices) device.partial = []
  return partial
}

export function expire(iommu: ModelIommu, now: number): Expected[] {
  return pendingOf(iommu).filter(({ since }) => now - since >= DEADLINE).map((group) => answer(group, 15))
}
