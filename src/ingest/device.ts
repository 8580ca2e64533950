import { speakerBefore } from './speaker.ts'

/** A PCI device as a text names it. */
export interface Device {
  readonly rid: number
  /** Where the text says one. */
  readonly segment?: number
}

const NAME = /^\[{0,2}(?:(?:0x)?([0-9a-f]{4,8}):)?(?:0x)?([0-9a-f]{1,2}):(?:0x)?([01]?[0-9a-f])\.(?:0x)?([0-7])\]?$/i

/** A device in one of the spellings of logs: `0000:3b:00.1`, `3b:00.1`, `[0x00:0x02.0]`. */
export function deviceOf(text: string): Device | undefined {
  const match = NAME.exec(text)
  if (!match) return undefined
  const [, segment, bus, device, fn] = match as unknown as [string, string | undefined, string, string, string]
  const rid = (Number.parseInt(bus, 16) << 8) | (Number.parseInt(device, 16) << 3) | Number(fn)
  return segment === undefined ? { rid } : { rid, segment: Number.parseInt(segment, 16) }
}

/** The segment of a device, where its text says one. */
export const segmentIn = (device: Partial<Device> | undefined): { readonly segment?: number } => (device?.segment === undefined ? {} : { segment: device.segment })

/** Names of drivers that stand between a device and its message. */
const DRIVER = /(?:(?:AMD-Vi|DMAR|IOMMU|AER|DPC):\s*){1,3}$/

/** Who writes every line of a log is nobody. */
const NOBODY = /^(?:kernel|hypervisor|klogd|vmunix|\(XEN\))$/

/**
 * Who speaks: the word before a message, such as `0000:80:10.0` of `nvme 0000:80:10.0: AMD-Vi: `. Undefined where none stands
 * there, and where it begins the line: a terminal may have broken it.
 */
export function speakerOf(before: string): string | undefined {
  const speaker = speakerBefore(before.slice(-120).trimEnd().replace(DRIVER, ''))
  return speaker === undefined || !speaker.isWhole || NOBODY.test(speaker.name) ? undefined : speaker.name
}
