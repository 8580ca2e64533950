import { deviceOf } from '../device.ts'
import { digitsOf, words } from '../hit.ts'
import { cutOff, sentence, standsAlone } from '../source.ts'

/** What Xen prints of VT-d in words of its own: faults of its first versions, why an interrupt came, and a queue that does not come to its end. */

const FAULT = /^iommu_fault:DMA (Read|Write): ([0-9a-f]{1,2}:[0-9a-f]{1,2}\.[0-7]) addr ([0-9a-f]{1,16}) REASON ([0-9a-f]{1,2})(?!\w|[:.]\w|: |\.\.)/i

export const xenFault = sentence({
  id: 'xen.vtd.fault',
  anchors: ['iommu_fault:DMA Read: ', 'iommu_fault:DMA Write: '],
  read(text, _passage, last) {
    const match = FAULT.exec(text)
    if (!match) return cutOff(text, last, 120)
    const [, kind, name, address, reason] = match as unknown as [string, string, string, string, string]
    const device = deviceOf(name)
    if (!device) return undefined
    return {
      record: 'vtd.fault-record',
      fields: { sid: device.rid, faultReason: Number.parseInt(reason, 16), faultInfo: BigInt(`0x${address}`) & ~0xfffn, type1: kind.toLowerCase() === 'read' },
      said: {}, notes: [],
    }
  },
})

/** Bits of the fault status register, by the words for them. */
const STATUS: Readonly<Record<string, { readonly flag: string; readonly event?: string }>> = {
  'Fault Overflow': { flag: 'overflow' },
  'Primary Pending Fault': { flag: 'pending' },
  'Advanced Fault Overflow': { flag: 'advancedOverflow' },
  'Advanced Pending Fault': { flag: 'advancedPending' },
  'Invalidation Queue Error': { flag: 'queueError', event: 'invalidation-queue-error' },
  'Invalidation Completion Error': { flag: 'completionError', event: 'invalidation-completion-error' },
  'Invalidation Time-out Error': { flag: 'timeout', event: 'invalidation-timeout' },
}

export const xenFaultStatus = sentence({
  id: 'xen.vtd.fault-status',
  anchors: ['iommu_fault_status: '],
  read(text, _passage, last) {
    const words = /^iommu_fault_status: ([A-Z][\w -]{8,40}?)\s*$/.exec(text)?.[1]
    const known = words === undefined ? undefined : STATUS[words]
    if (!known) return cutOff(text, last, 60)
    return { record: 'vtd.fault-status', fields: { [known.flag]: true }, said: { ...(known.event !== undefined && { event: known.event }) }, notes: [] }
  },
})

const WAIT = /^(IOMMU#?\d{1,3}): (?:QI( dev)? wait descriptor taking too long|Queue invalidate wait descriptor timed out)\s*$/i

/** A wait descriptor that does not complete. */
export const xenWaitTimeout = sentence({
  id: 'xen.vtd.wait-timeout',
  anchors: [': QI wait descriptor taking too long', ': QI dev wait descriptor taking too long', ': Queue invalidate wait descriptor timed out'],
  before: /IOMMU#?\d{1,3}$/,
  read(text) {
    const match = WAIT.exec(text)
    if (!match) return undefined
    return {
      name: 'wait descriptor taking too long',
      said: { event: 'invalidation-wait-timeout', iommu: match[1]! },
      notes: [match[2] === undefined ? 'the log does not tell which descriptor hangs; IQH behind it is the place of the next one' : 'an invalidation of a device-TLB stands before the wait: a device does not answer'],
    }
  },
})

const REGISTERS: Readonly<Record<string, { readonly record: string; readonly name: string }>> = {
  IQA: { record: 'vtd.invalidation-queue-address', name: 'Invalidation Queue Address Register' },
  IQH: { record: 'vtd.queue-index', name: 'Invalidation Queue Head Register' },
  IQT: { record: 'vtd.queue-index', name: 'Invalidation Queue Tail Register' },
}

/** Registers of the queue, a line each. */
export const xenQueueRegister = sentence({
  id: 'xen.vtd.queue-register',
  anchors: ['IQA = ', 'IQH = ', 'IQT = ', 'DMAR_IQA_REG = ', 'DMAR_IQH_REG = ', 'DMAR_IQT_REG = '],
  read(text, { before, pieces }, last) {
    if (!last && /^(?:DMAR_)?IQ[AHT](?:_REG)? =\s{0,4}$/.test(text) && standsAlone(before, '')) return 'more'
    const match = /^(?:DMAR_)?(IQ[AHT])(?:_REG)? = ([0-9a-f]{1,16})\s*$/di.exec(text)
    const known = match && REGISTERS[match[1]!.toUpperCase()]
    if (!known || !standsAlone(before, '')) return undefined
    return { name: known.name, record: known.record, data: words(8, 8, 'number', [digitsOf(match, 2)], pieces), said: {}, notes: [] }
  },
})
