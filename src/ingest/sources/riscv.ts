import { MASKED, maskedNote } from '../masked.ts'
import { standsAlone, sentence } from '../source.ts'

const VALUE = `(?:(?:0x)?([0-9a-f]{1,16})(?!\\w|[:.]\\w|: |\\.\\.)|${MASKED})`
const FAULT = new RegExp(`^Fault (\\d{1,4}) devid: (0x[0-9a-f]{1,8}|\\d{1,8})(?: ttyp (\\d{1,3}))? iotval: ${VALUE} iotval2: ${VALUE}`, 'i')

/** A fault of a RISC-V IOMMU: the cause in decimal, the values in hexadecimal without 0x. */
export const riscvFault = sentence({
  id: 'linux.riscv.fault',
  anchors: Array.from({ length: 10 }, (_, digit) => `Fault ${digit}`),
  read(text, _passage, last) {
    const match = FAULT.exec(text)
    if (!match) return last || !/^Fault \d{1,4} devid: [\w :]{0,80}$/.test(text) ? undefined : 'more'
    const [, cause, device, ttyp, iotval, iotval2] = match as unknown as (string | undefined)[]
    return {
      record: 'riscv.fault-record',
      fields: {
        cause: Number(cause), deviceId: BigInt(device!), ...(iotval !== undefined && { iotval: BigInt(`0x${iotval}`) }), ...(iotval2 !== undefined && { iotval2: BigInt(`0x${iotval2}`) }),
        ...(ttyp !== undefined && { ttyp: Number(ttyp) }),
      },
      said: {},
      notes: maskedNote({ iotval: iotval === undefined, iotval2: iotval2 === undefined }),
    }
  },
})

const QUEUE = /^Queue #(\d{1,3}) error; ((?:(?:memory )?[a-z_]{4,12}:\d{1,3}(?:\s|$)){1,5})/i
/** The last flag of the command queue, and that of the others. */
const LAST = /\b(?:fence_w_ip|overflow):\d/i

/** Characters of a flag that a break may have torn. */
const LONGEST_FLAG = 20

/** A queue of a RISC-V IOMMU stopped. */
export const riscvQueueError = sentence({
  id: 'linux.riscv.queue-error',
  anchors: Array.from({ length: 10 }, (_, digit) => `Queue #${digit}`),
  read(text, _passage, last) {
    const match = QUEUE.exec(text)
    if (!match) return undefined
    if (!last && !LAST.test(match[2]!) && text.slice(match[0].length).length < LONGEST_FLAG) return 'more'
    const flags = Object.fromEntries([...match[2]!.matchAll(/((?:memory )?[a-z_]+):(\d+)/gi)].map((m) => [m[1]!, Number(m[2])]))
    const set = Object.keys(flags).filter((name) => flags[name] !== 0)
    const own = Object.fromEntries(Object.entries(flags).map(([name, flag]) => [name.replace(' ', '_'), flag]))
    return { name: 'queue error', said: { event: 'queue-error', queue: Number(match[1]), reason: [`queue ${match[1]!}`, ...set].join(', '), ...own }, notes: flags.timeout === 1 ? ['a command was not answered in time'] : [] }
  },
})

const TIMEOUT = 'Hardware error: command execution timeout'

/** A fence did not come to an end in time. */
export const riscvTimeout = sentence({
  id: 'linux.riscv.timeout',
  anchors: [TIMEOUT],
  read: (text, { before }) => (!standsAlone(before, text.slice(TIMEOUT.length)) ? undefined : { name: 'command execution timeout', said: { event: 'command-queue-timeout' }, notes: ['the log does not tell which command hangs'] }),
})
