import { c, cocotb, systemVerilog } from './arrays.ts'
import type { TextForm } from './outgoing.ts'
import { aerInject, pcileech } from './packets.ts'

/** Bytes in the forms that other tools take. */

export type { Outgoing, TextForm } from './outgoing.ts'
export { pcapHead, pcapPacket } from './pcap.ts'

/** The forms that are text, by name; a capture is bytes, see `pcapHead`. */
export const textForms = { 'aer-inject': aerInject, pcileech, c, systemverilog: systemVerilog, cocotb } as const satisfies Readonly<Record<string, TextForm>>
