import { deviceOf } from '../device.ts'
import { cutOff, sentence } from '../source.ts'

const JAILHOUSE = /^VT-d fault event reported by IOMMU \d{1,3}: Source Identifier \S{14}: (\S{7}) Fault Reason: 0x([0-9a-f]{1,2}) Fault Info: ([0-9a-f]{1,13}) Type ([01])/i

/** Characters of the three lines at the most. */
const LONGEST = 240

/** A fault of VT-d as Jailhouse prints it: three lines, with values of fields, of the address the page. */
export const jailhouseFault = sentence({
  id: 'jailhouse.vtd.fault',
  anchors: ['VT-d fault event reported by IOMMU '],
  read(text, _passage, last) {
    const match = JAILHOUSE.exec(text.slice(0, LONGEST).replace(/\s+/g, ' '))
    const device = match && deviceOf(match[1]!)
    if (!device) return cutOff(text, last, LONGEST)
    return { record: 'vtd.fault-record', fields: { sid: device.rid, faultReason: Number.parseInt(match[2]!, 16), faultInfo: BigInt(`0x${match[3]!}`) << 12n, type1: match[4] === '1' }, said: {}, notes: [] }
  },
})
