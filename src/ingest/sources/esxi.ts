import { deviceOf, segmentIn } from '../device.ts'
import { MASKED, maskedNote } from '../masked.ts'
import { cutOff, sentence } from '../source.ts'
import type { Found } from '../source.ts'

/** What VMware ESXi prints of a fault of an IOMMU: in the kernel, and for a device that a guest has. It prints no record. */

const DETECTED = /^IOMMU Fault detected for (?:([0-9a-f:.]{7,16}) )?\(([^()]{1,60})\)(?: IOaddr: 0x([0-9a-f]{1,16})(?!\w))?(?: Mask: (0x[0-9a-f]{1,8})(?!\w))?(?: Domain: (0x[0-9a-f]{1,16})(?!\w))?\.?(?: Reason: (0x[0-9a-f]{1,2}) \(([^()]{1,80})\))?/i
const PASSTHRU = new RegExp(`^PCI passthru device (\\S{7,16}) caused an IOMMU fault type (\\d{1,3}) at address (?:0x([0-9a-f]{1,16})(?!\\w|[:.]\\w|: |\\.\\.)|(${MASKED}))`, 'i')

function about(name: string | undefined, address: string | undefined): Found['said'] {
  const device = name === undefined ? undefined : deviceOf(name)
  return { event: 'fault', ...(device && { device: name!, rid: device.rid, ...segmentIn(device) }), ...(address !== undefined && { address: BigInt(`0x${address}`) }) }
}

export const esxiFault = sentence({
  id: 'esxi.iommu-fault',
  anchors: ['IOMMU Fault detected for '],
  read(text, _passage, last) {
    const match = DETECTED.exec(text)
    if (!match) return cutOff(text, last, 100)
    const [, name, driver, address, mask, domain, code, reason] = match
    return { name: 'IOMMU fault', said: { ...about(name, address), driver: driver!, ...(mask !== undefined && { mask }), ...(domain !== undefined && { domain }), ...(reason !== undefined && { reason, faultReason: Number(code) }) }, notes: [] }
  },
})

export const esxiPassthru = sentence({
  id: 'esxi.passthru-fault',
  anchors: ['PCI passthru device '],
  read(text, _passage, last) {
    const match = PASSTHRU.exec(text)
    if (!match) return cutOff(text, last, 100)
    const [, name, type, address] = match as unknown as [string, string, string, string | undefined]
    return { name: 'IOMMU fault of a device that a guest has', said: { ...about(name, address), faultType: Number(type) }, notes: ['the fault type is a number of ESXi', ...maskedNote({ device: deviceOf(name) === undefined, address: address === undefined })] }
  },
})
