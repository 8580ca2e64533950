import { eventQueue } from '../../spec/places/smmuv3.ts'
import { deviceOf } from '../device.ts'
import { digitsOf, words } from '../hit.ts'
import { sentence } from '../source.ts'
import { numbered } from './smmu-event.ts'

/** Trace lines of QEMU. The name of the event may stand before the text, and is not needed. */

const DEVICE = '((?:[0-9a-f]{4}:)?[0-9a-f]{2,4}:[0-9a-f]{2}\\.\\d)'

/** QEMU prints the bus of a device in four digits, and no segment: `0001:02.3`. */
const shortened = (name: string): string => name.replace(/^00(?=[0-9a-f]{2}:[0-9a-f]{2}\.)/i, '')
const PRI = new RegExp(`^page request ${DEVICE} iova: (0x[0-9a-f]{1,16})`, 'di')

/** A page request: the "iova" of the line is the whole second word, the page with index, last, write and read below it. */
export const qemuRiscvPri = sentence({
  id: 'qemu.riscv.page-request',
  anchors: ['page request '],
  read(text, { pieces }) {
    const match = PRI.exec(text)
    if (!match) return undefined
    const device = deviceOf(shortened(match[1]!))
    return {
      record: 'riscv.page-request',
      data: words(16, 8, 'number', [undefined, digitsOf(match, 2)], pieces),
      fields: { ...(device && { deviceId: ((device.segment ?? 0) << 16) | device.rid }) },
      said: { device: match[1]! },
      notes: ['the line holds the second word, and of the first the device only'],
    }
  },
})

const COMMAND = /^command (0x[0-9a-f]{1,16}) (0x[0-9a-f]{1,16})(?!\w|[:.]\w|: |\.\.)/di

export const qemuRiscvCommand = sentence({
  id: 'qemu.riscv.command',
  anchors: ['command 0x'],
  read(text, { pieces }) {
    const match = COMMAND.exec(text)
    if (!match) return undefined
    return { place: 'riscv.command-queue', data: words(16, 8, 'number', [digitsOf(match, 1), digitsOf(match, 2)], pieces), said: {}, notes: [] }
  },
})

const FAULT = new RegExp(`^fault ${DEVICE} reason: (0x[0-9a-f]{1,16}) iova: (0x[0-9a-f]{1,16})`, 'di')

/** A fault: "reason" is the first word of the record, "iova" its third. */
export const qemuRiscvFault = sentence({
  id: 'qemu.riscv.fault',
  anchors: ['fault 0', 'fault 1'],
  read(text, { pieces }) {
    const match = FAULT.exec(text)
    if (!match) return undefined
    return { record: 'riscv.fault-record', data: words(32, 8, 'number', [digitsOf(match, 2), undefined, digitsOf(match, 3)], pieces), said: { device: match[1]! }, notes: [] }
  },
})

const TRANSLATE = new RegExp(`^translate request ${DEVICE} iova: (0x[0-9a-f]{1,16})`, 'i')

export const qemuRiscvAts = sentence({
  id: 'qemu.riscv.translation-request',
  anchors: ['translate request '],
  read(text) {
    const match = TRANSLATE.exec(text)
    if (!match) return undefined
    return { name: 'ATS translation request', said: { event: 'translation-request', device: match[1]!, address: BigInt(match[2]!) }, notes: [] }
  },
})

const DESCRIPTOR = /^invalidate desc type ([\w -]{1,40}) high (0x[0-9a-f]{1,16}) low (0x[0-9a-f]{1,16})(?!\w|[:.]\w|: |\.\.)/di

/** A descriptor of the VT-d invalidation queue: the line has the second word first. */
export const qemuVtdDescriptor = sentence({
  id: 'qemu.vtd.descriptor',
  anchors: ['invalidate desc type '],
  read(text, { pieces }) {
    const match = DESCRIPTOR.exec(text)
    if (!match) return undefined
    return {
      name: match[1]!, place: 'vtd.invalidation-queue', data: words(32, 8, 'number', [digitsOf(match, 3), digitsOf(match, 2)], pieces), said: {},
      notes: ['the line holds the first two words of the descriptor'],
    }
  },
})

const FRR = /^(?:vtd_frr_new )?index (\d{1,5}) high (0x[0-9a-f]{1,16}) low (0x[0-9a-f]{1,16})(?!\w|[:.]\w|: |\.\.)/di

/** A fault recording register, the second word first. */
export const qemuVtdFault = sentence({
  id: 'qemu.vtd.fault',
  anchors: ['vtd_frr_new '],
  read(text, { pieces }) {
    const match = FRR.exec(text)
    if (!match) return undefined
    return { record: 'vtd.fault-record', data: words(16, 8, 'number', [digitsOf(match, 3), digitsOf(match, 2)], pieces), said: { index: Number(match[1]) }, notes: [] }
  },
})

const INVALID = /^desc: hi=([0-9a-f]{1,16}), lo=([0-9a-f]{1,16})(?!\w|[:.]\w|: |\.\.)/di

/** A descriptor that QEMU refuses: the line has the second word first. */
export const qemuInvalidDescriptor = sentence({
  id: 'qemu.vtd.invalid-descriptor',
  anchors: ['desc: hi='],
  read(text, { pieces }) {
    const match = INVALID.exec(text)
    if (!match) return undefined
    return {
      place: 'vtd.invalidation-queue', data: words(32, 8, 'number', [digitsOf(match, 2), digitsOf(match, 1)], pieces), said: { reason: text.slice(match[0].length, match[0].length + 60).trim() },
      notes: ['the line holds the first two words of the descriptor'],
    }
  },
})

const DMAR = /^(?:vtd_dmar_fault )?sid (0x[0-9a-f]{1,4}) fault (\d{1,3}) addr (0x[0-9a-f]{1,16}) write ([01])(?!\d)/i

/** A fault as QEMU traces it: the reason in decimal. */
export const qemuDmarFault = sentence({
  id: 'qemu.vtd.dmar-fault',
  anchors: ['vtd_dmar_fault '],
  read(text) {
    const match = DMAR.exec(text)
    if (!match) return undefined
    return { record: 'vtd.fault-record', fields: { sid: Number(match[1]), faultReason: Number(match[2]), faultInfo: BigInt(match[3]!) & ~0xfffn, type1: match[4] === '0' }, said: {}, notes: [] }
  },
})

const RECORDED = /^smmuv3_record_event ([A-Z]_[A-Z_]{2,24}) sid=(0x[0-9a-f]{1,8}|\d{1,10})(?!\w|[:.]\w|: |\.\.)/i

/** An event of an SMMUv3 that QEMU records: its name and the StreamID. */
export const qemuSmmuEvent = sentence({
  id: 'qemu.smmuv3.event',
  anchors: ['smmuv3_record_event '],
  read(text) {
    const [, name, sid] = RECORDED.exec(text) ?? []
    const entry = name === undefined ? undefined : eventQueue.entries.find((one) => one.name === name.toUpperCase())
    if (name === undefined || sid === undefined) return undefined
    if (entry?.id === undefined) return { name, said: { event: name, sid: BigInt(sid) }, notes: [] }
    return { name, record: entry.id, data: numbered(entry.code as number), fields: { streamId: BigInt(sid) }, said: { event: name }, notes: ['the line holds the name of the event and the StreamID only'] }
  },
})
