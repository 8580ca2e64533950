import type { Outstanding } from './count.ts'
import type { FullDeviceInit } from './device-init.ts'
import { nameOf } from './event.ts'
import type { GroupName } from './event.ts'
import type { Machine } from './machine.ts'

/** The whole state of a service, as plain data. */
export interface IommuSnapshot {
  readonly outstanding: Outstanding
  /** The devices that are attached, in the order of `attach`. */
  readonly devices: readonly { readonly device: number; readonly init: FullDeviceInit; readonly outstanding: Outstanding }[]
  /** The pending groups, oldest first. */
  readonly pending: readonly (GroupName & { readonly stream: boolean; readonly requests: number; readonly since: number })[]
  /** The groups whose last request has not come, by device. */
  readonly partial: readonly (GroupName & { readonly requests: number })[]
}

export function snapshotOf({ count, devices, pending }: Machine): IommuSnapshot {
  const all = [...devices.values()]
  return {
    outstanding: count.now(),
    devices: all.map(({ number, init, count: own }) => ({ device: number, init, outstanding: own.now() })),
    pending: [...pending].map(({ device, pasid, index, stream, requests, since }) => ({ ...nameOf(device, pasid, index), stream, requests, since })),
    partial: all.flatMap((device) => [...device.partial].map(([pasid, index, requests]) => ({ ...nameOf(device, pasid, index), requests: requests.length }))),
  }
}
