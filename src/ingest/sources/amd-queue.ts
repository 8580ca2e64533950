import { speakerOf } from '../device.ts'
import { digitsOf, words } from '../hit.ts'
import { standsAlone, sentence } from '../source.ts'

const TIMED_OUT = 'Completion-Wait loop timed out'

/** The IOMMU did not come to the end of its commands in time. */
export const amdTimeout = sentence({
  id: 'linux.amd.timeout',
  anchors: [TIMED_OUT],
  read(text, { before }) {
    if (!standsAlone(before, text.slice(TIMED_OUT.length))) return undefined
    const device = speakerOf(before)
    return {
      name: TIMED_OUT, said: { event: 'completion-wait-timeout', ...(device !== undefined && { iommu: device }) },
      notes: ['the log does not tell which command hangs; an event IOTLB_INV_TIMEOUT names a device that did not answer'],
    }
  },
})

const LOGS = /^IOMMU (event|PPR|GA) log (overflow|restarting)/i

/** A log of the IOMMU ran over, and starts anew. */
export const amdOverflow = sentence({
  id: 'linux.amd.overflow',
  anchors: ['IOMMU event log ', 'IOMMU Event log ', 'IOMMU PPR log '],
  read(text, { before }) {
    const [all, log, what] = LOGS.exec(text) ?? []
    if (log === undefined || what === undefined || !standsAlone(before, text.slice(all!.length))) return undefined
    const page = log.toUpperCase() === 'PPR'
    return { name: `${page ? 'PPR' : 'event'} log ${what}`, said: { event: page ? 'page-request-overflow' : 'event-overflow' }, notes: [page ? 'page requests were lost, or answered by the hardware' : 'events were lost'] }
  },
})

/** The control register, which stands behind an illegal entry of the device table. */
export const amdControl = sentence({
  id: 'linux.amd.control-register',
  anchors: ['Control Reg : 0x'],
  read(text, { pieces }) {
    const match = /^Control Reg : (0x[0-9a-f]{1,16})(?!\w|[:.]\w|: |\.\.)/di.exec(text)
    return match ? { record: 'amd.control-register', data: words(8, 8, 'number', [digitsOf(match, 1)], pieces), said: {}, notes: [] } : undefined
  },
})
