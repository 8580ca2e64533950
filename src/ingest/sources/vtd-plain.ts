import { deviceOf } from '../device.ts'
import { digitsOf, words } from '../hit.ts'
import { sentence } from '../source.ts'

/** Fault records of VT-d, as Jailhouse and the firmware of EDK II print them. */

const JAILHOUSE = /^VT-d fault event reported by IOMMU \d{1,3}: Source Identifier \(bus:dev\.func\): (\S{7}) Fault Reason: 0x([0-9a-f]{1,2}) Fault Info: ([0-9a-f]{1,13}) Type ([01])/i

/** Characters of the three lines at the most. */
const LONGEST = 240

/** Three lines, of which the last has values of fields: of the address the page. */
export const jailhouseFault = sentence({
  id: 'jailhouse.vtd.fault',
  anchors: ['VT-d fault event reported by IOMMU '],
  read(text, _passage, last) {
    const match = JAILHOUSE.exec(text.slice(0, LONGEST).replace(/\s+/g, ' '))
    const device = match && deviceOf(match[1]!)
    if (!device) return last || text.length > LONGEST ? undefined : 'more'
    return { record: 'vtd.fault-record', fields: { sid: device.rid, faultReason: Number.parseInt(match[2]!, 16), faultInfo: BigInt(`0x${match[3]!}`) << 12n, type1: match[4] === '1' }, said: {}, notes: [] }
  },
})

/** A register of two words, the upper first. */
export const edk2Fault = sentence({
  id: 'edk2.vtd.fault-record',
  anchors: ['FRCD_REG['],
  read(text, { pieces }) {
    const match = /^FRCD_REG\[\d{1,3}\] - 0x([0-9a-f]{16}) ([0-9a-f]{16})(?![0-9a-f])/di.exec(text)
    return match && /[1-9a-f]/i.test(match[1]! + match[2]!) ? { record: 'vtd.fault-record', data: words(16, 8, 'number', [digitsOf(match, 2), digitsOf(match, 1)], pieces), said: {}, notes: [] } : undefined
  },
})
