/** An example of a table: copy this file, and put your messages and your decoder into it. README.md says what each part is. */
import { smmuv3 } from '../../dist/index.js'
import { random } from '../records.mjs'

const { priQueueEntry } = smmuv3
const SIZE = priQueueEntry.size
const COUNT = 1024

export const asked = true
export const title = 'An example: smmuv3.pri-queue-entry, and a decoder of one field'

/** Messages of a random generator with a seed, so that every process makes the same ones, and their bytes. */
export function input() {
  const { flag, uint, page } = random(1)
  const messages = Array.from({ length: COUNT }, () => ({
    streamId: uint(32), substreamId: uint(20), privileged: flag(), execute: flag(), read: flag(), write: flag(), last: flag(), substreamValid: flag(), prgIndex: uint(9), address: page(),
  }))
  const bytes = new Uint8Array(COUNT * SIZE)
  messages.forEach((message, i) => priQueueEntry.encodeInto(message, bytes, i * SIZE))
  return { messages, bytes }
}

/** What the i-th call must give: this is compared before anything is timed. */
export const expected = ({ messages }, i) => messages[i].prgIndex

const whole = 'this library, all fields and all checks'

export const contenders = {
  [whole]: {
    call: ({ bytes }) => (i) => priQueueEntry.decode(bytes, i * SIZE),
    as: (message) => message.prgIndex,
  },
  'the field alone, by hand': {
    call: ({ bytes }) => {
      const view = new DataView(bytes.buffer)
      return (i) => view.getUint32(i * SIZE + 8, true) & 0x1ff
    },
    against: whole,
  },
}
