import { MESSAGE_CODE } from '../codes.ts'
import type { FactRule } from './facts.ts'
import { hex } from './facts.ts'

/**
 * What the header of a TLP that is no message of ATS or PRI may say. They are apart from the tables of those headers, since
 * only what judges packets needs them.
 */

const BASE = { severity: 'error', since: 'PCIe 1.0' } as const

type RequestFacts = { readonly type: number; readonly length: number }

/** Bit 6 of byte 0, in both modes: data follow. */
const hasData = (type: number): boolean => (type & 0x40) !== 0

/** FetchAdd, Swap and CAS have no byte enables. */
const ATOMICS: ReadonlySet<number> = new Set([0x4c, 0x6c, 0x4d, 0x6d, 0x4e, 0x6e])
const CAS: ReadonlySet<number> = new Set([0x4e, 0x6e])

const dwords = (length: number): number => length || 1024

/** Enabled bytes that end with the last of a DW, and those that begin with its first. */
const UPWARD: readonly number[] = [0b1111, 0b1110, 0b1100, 0b1000]
const DOWNWARD: readonly number[] = [0b1111, 0b0111, 0b0011, 0b0001]

const bits = (enables: number): string => `${enables.toString(2).padStart(4, '0')}b`

const lastOfOne = (lastBe: number): string | undefined => (lastBe === 0 ? undefined : `Length is 1 DW, so Last DW BE has to be 0000b, and is ${bits(lastBe)}`)

const byteEnables: FactRule<RequestFacts & { th: boolean; firstBe: number; lastBe: number; address: bigint }> = {
  ...BASE,
  id: 'byte-enables',
  clause: 'PCIe Base Specification, 2.2.5',
  field: 'lastBe',
  needs: ['type', 'length', 'th', 'firstBe', 'lastBe', 'address'],
  test({ type, length, th, firstBe, lastBe, address }) {
    // A read with TH has a steering tag in their place.
    if (ATOMICS.has(type) || (th && !hasData(type))) return undefined
    if (length === 1) return lastOfOne(lastBe)
    if (firstBe === 0 || lastBe === 0) return `Length is ${dwords(length)} DW, so neither First DW BE (${bits(firstBe)}) nor Last DW BE (${bits(lastBe)}) may be 0000b`
    const isFree = length === 2 && (address & 4n) === 0n
    if (isFree || (UPWARD.includes(firstBe) && DOWNWARD.includes(lastBe))) return undefined
    return `the bytes of ${dwords(length)} DW at ${hex(address)} have to follow each other, and First DW BE ${bits(firstBe)} and Last DW BE ${bits(lastBe)} leave some out`
  },
}

const pageBoundary: FactRule<RequestFacts & { address: bigint }> = {
  ...BASE,
  id: 'above-4k-boundary',
  clause: 'PCIe Base Specification, 2.2.7',
  field: 'address',
  needs: ['type', 'length', 'address'],
  test({ type, length, address }) {
    if (ATOMICS.has(type)) return undefined
    const end = Number(address & 0xfffn) + 4 * dwords(length)
    return end <= 4096 ? undefined : `${dwords(length)} DW at ${hex(address)} cross a boundary of 4 KiB by ${end - 4096} bytes`
  },
}

const atomicOperand: FactRule<RequestFacts & { address: bigint }> = {
  ...BASE,
  since: 'PCIe 2.1',
  id: 'atomic-operand',
  clause: 'PCIe Base Specification, 2.2.7',
  field: 'length',
  needs: ['type', 'length', 'address'],
  test({ type, length, address }) {
    if (!ATOMICS.has(type)) return undefined
    const lengths = CAS.has(type) ? [2, 4, 8] : [1, 2]
    if (!lengths.includes(length)) return `an atomic operation of this kind has ${lengths.join(' or ')} DW of operands, and Length is ${dwords(length)}`
    const operand = (4 * length) / (CAS.has(type) ? 2 : 1)
    return address % BigInt(operand) === 0n ? undefined : `operands of ${operand} bytes have to be aligned to their size, and the address is ${hex(address)}`
  },
}

const poisoned: FactRule<{ type: number; ep: boolean }> = {
  ...BASE,
  severity: 'warning',
  id: 'poisoned-without-data',
  clause: 'PCIe Base Specification, 2.7.2',
  field: 'ep',
  needs: ['type', 'ep'],
  test: ({ type, ep }) => (ep && !hasData(type) ? 'EP says that the data are poisoned, and the packet has none' : undefined),
}

const reservedAt: FactRule<{ at: number }> = {
  severity: 'warning',
  since: 'PCIe 2.0',
  id: 'address-type-reserved',
  clause: 'PCIe Base Specification, 10.2.1',
  field: 'at',
  needs: ['at'],
  test: ({ at }) => (at === 3 ? 'AT is 3, which is reserved' : undefined),
}

/** I/O and configuration requests. */
const singleDword: FactRule<{ tc: number; attr: number; length: number }> = {
  ...BASE,
  id: 'single-dword',
  clause: 'PCIe Base Specification, 2.2.7',
  field: 'length',
  needs: ['tc', 'attr', 'length'],
  test({ tc, attr, length }) {
    if (length !== 1) return `Length has to be 1 DW, and is ${length}`
    if (tc !== 0) return `TC has to be 0, and is ${tc}`
    return (attr & 3) === 0 ? undefined : `Attr[1:0] has to be 00b, and is ${(attr & 3).toString(2).padStart(2, '0')}b`
  },
}

const singleDwordEnables: FactRule<{ lastBe: number }> = {
  ...BASE,
  id: 'byte-enables',
  clause: 'PCIe Base Specification, 2.2.5',
  field: 'lastBe',
  needs: ['lastBe'],
  test: ({ lastBe }) => lastOfOne(lastBe),
}

const dataWithFailure: FactRule<{ type: number; status: number }> = {
  ...BASE,
  id: 'data-with-failure',
  clause: 'PCIe Base Specification, 2.2.9',
  field: 'status',
  needs: ['type', 'status'],
  test: ({ type, status }) => (hasData(type) && status !== 0 ? `only a completion with Successful Completion has data, and the status is ${status}` : undefined),
}

const statusReserved: FactRule<{ status: number }> = {
  severity: 'warning',
  since: 'PCIe 1.0',
  id: 'completion-status-reserved',
  clause: 'PCIe Base Specification, 2.2.9',
  field: 'status',
  needs: ['status'],
  test: ({ status }) => ([0, 1, 2, 4].includes(status) ? undefined : `the status ${status} is reserved; the requester takes it for Unsupported Request`),
}

const byteCount: FactRule<{ type: number; length: number; byteCount: number; lowerAddress: number }> = {
  ...BASE,
  id: 'byte-count-short',
  clause: 'PCIe Base Specification, 2.2.9 and 2.3.1.1',
  field: 'byteCount',
  needs: ['type', 'length', 'byteCount', 'lowerAddress'],
  test({ type, length, byteCount, lowerAddress }) {
    if (!hasData(type)) return undefined
    const left = byteCount || 4096
    const most = Math.ceil(((lowerAddress & 3) + left) / 4)
    return dwords(length) <= most ? undefined : `${left} bytes are left of the answer, which is at most ${most} DW, and the packet has ${dwords(length)}`
  },
}

/** How messages are routed, by their code: 0 to the root complex, 3 broadcast, 4 local, 5 gathered. */
const ROUTES: Readonly<Record<number, number>> = {
  [MESSAGE_CODE.Unlock]: 3,
  [MESSAGE_CODE.LTR]: 4,
  [MESSAGE_CODE.OBFF]: 4,
  [MESSAGE_CODE.PM_Active_State_Nak]: 4,
  [MESSAGE_CODE.PM_PME]: 0,
  [MESSAGE_CODE.PME_Turn_Off]: 3,
  [MESSAGE_CODE.PME_TO_Ack]: 5,
  ...Object.fromEntries(Array.from({ length: 8 }, (_, i) => [MESSAGE_CODE.Assert_INTA + i, 4])),
  [MESSAGE_CODE.ERR_COR]: 0,
  [MESSAGE_CODE.ERR_NONFATAL]: 0,
  [MESSAGE_CODE.ERR_FATAL]: 0,
  [MESSAGE_CODE.Set_Slot_Power_Limit]: 4,
  [MESSAGE_CODE['PTM Request']]: 4,
  [MESSAGE_CODE['PTM Response']]: 4,
}

/** Those that may have data. */
const WITH_DATA: ReadonlySet<number> = new Set([MESSAGE_CODE.Set_Slot_Power_Limit, MESSAGE_CODE['PTM Response']])

/** Bit 3 of Fmt and Type[4:3] of a message, in both modes. */
const MESSAGE_DATA = 8

const messageHeader: FactRule<{ type: number; tc: number; routing: number; messageCode: number }> = {
  ...BASE,
  id: 'message-header',
  clause: 'PCIe Base Specification, 2.2.8',
  field: 'routing',
  needs: ['type', 'tc', 'routing', 'messageCode'],
  test({ type, tc, routing, messageCode }) {
    const route = ROUTES[messageCode]
    if (route === undefined) return undefined
    if (routing !== route) return `a message of this code is routed by ${route}, and the header has ${routing}`
    if (tc !== 0) return `a message of this code has TC 0, and the header has ${tc}`
    return (type & MESSAGE_DATA) !== 0 && !WITH_DATA.has(messageCode) ? 'a message of this code has no data, and the header says that data follow' : undefined
  },
}

/** Those that say something in their last two DWs. */
const WITH_WORDS: ReadonlySet<number> = new Set([...WITH_DATA, MESSAGE_CODE.LTR, MESSAGE_CODE.OBFF, MESSAGE_CODE['PTM Request']])

const messageWords: FactRule<{ messageCode: number; dw2: number; dw3: number }> = {
  severity: 'warning',
  since: 'PCIe 1.0',
  id: 'message-reserved',
  clause: 'PCIe Base Specification, 2.2.8',
  field: 'dw2',
  needs: ['messageCode', 'dw2', 'dw3'],
  test: ({ messageCode, dw2, dw3 }) =>
    ROUTES[messageCode] === undefined || WITH_WORDS.has(messageCode) || (dw2 === 0 && dw3 === 0) ? undefined : 'DW2 and DW3 are reserved in a message of this code, and are not 0',
}

const memory = [poisoned, byteEnables, pageBoundary, atomicOperand, reservedAt]
const single = [poisoned, singleDword, singleDwordEnables]

/** The rules of headers in both modes, by the name of their table. Those that ask for what flit mode has elsewhere are silent there. */
export const headerRules = {
  memory32: memory,
  memory64: memory,
  io: single,
  configuration: single,
  completion: [poisoned, dataWithFailure, statusReserved, byteCount],
  anyMessage: [messageHeader, messageWords],
  messageById: [messageHeader],
} as const
