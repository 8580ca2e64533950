import { decodeTlp } from '../packet/index.ts'
import type { TlpMode } from '../packet/index.ts'
import { digits, refuse } from './outgoing.ts'
import type { TextForm } from './outgoing.ts'

/** Forms that hold packets of a link. */

/** DWs that a header log holds in non-flit mode. */
const LOGGED = 4

/** The line of an input of aer-inject: the header as it would stand in the log. */
export const aerInject: TextForm = {
  title: 'the HEADER_LOG line of aer-inject',
  lines({ bytes, title, mode }) {
    if (mode !== 'non-flit') refuse('aer-inject', 'a packet of non-flit mode', mode ?? 'no packet')
    const { prefixes, size } = decodeTlp(bytes, { mode, headerOnly: true, reserved: 'ignore' })
    const before = 4 * prefixes.length
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    const word = (at: number): string => `0x${(at < size ? view.getUint32(at) : 0).toString(16).padStart(8, '0')}`
    const log = Array.from({ length: LOGGED }, (_, i) => word(before + 4 * i))
    const remark = before === 0 ? [] : [`# before it ${before === 4 ? 'a prefix' : 'prefixes'}, which HEADER_LOG does not hold: ${Array.from({ length: prefixes.length }, (_, i) => word(4 * i)).join(' ')}`]
    return [`# ${title}`, ...remark, `HEADER_LOG ${log.join(' ')}`]
  },
}

/** The command that has pcileech send the packet. */
export const pcileech: TextForm = {
  title: 'the command by which pcileech sends a packet',
  lines({ bytes, title, mode }) {
    if (mode !== 'non-flit') refuse('pcileech', 'a packet of non-flit mode', mode ?? 'no packet')
    const lacks = missing(bytes, mode)
    if (lacks > 0) refuse('pcileech', 'a whole packet', `one without its last ${lacks} bytes`)
    return [`# ${title}`, `pcileech tlp -in ${digits(bytes)}`]
  },
}

/** How many bytes of the packet stand behind those that are there: a header log holds no data. */
export function missing(bytes: Uint8Array, mode: TlpMode): number {
  const { absent, offset, size } = decodeTlp(bytes, { mode, headerOnly: true, reserved: 'ignore' })
  return Math.max(0, offset + size + absent.payload + absent.trailer - bytes.length)
}
