/** Packets on the wire, as multiples of what their record alone costs. */
import { decodeTlp, encodeTlp, pcie, tlps } from '../../dist/index.js'
import { messagesOf, random, written } from '../records.mjs'

const ID = 'pcie.page-request'
const SIZE = pcie.pageRequest.size
const MODE = { mode: 'non-flit' }

export const title = `Packets: ${ID}, of the non-flit mode`

export function input() {
  // A digest behind the packet would be part of it, and a request that asks for nothing is another record.
  const messages = messagesOf(ID, 1024).map((message) => ({ ...message, td: false, read: true }))
  const bytes = written(pcie.pageRequest, messages)
  const { uint } = random(1)
  const prefixed = messages.map((_, i) => {
    const prefix = pcie.pasidPrefix.encode({ privilegedModeRequested: false, executeRequested: false, pasid: uint(20) })
    return Uint8Array.of(...prefix, ...bytes.subarray(i * SIZE, (i + 1) * SIZE))
  })
  return { messages, bytes, prefixed, own: messages.map((_, i) => bytes.slice(i * SIZE, (i + 1) * SIZE)) }
}

export const expected = ({ messages }, i) => messages[i]

const decode = '`decode` of the record'
const encode = '`encode` of the record'
const message = ({ id, message }) => id === ID && message
const itself = ({ own }, i) => own[i]

export const contenders = {
  [decode]: ({ bytes }) => (i) => pcie.pageRequest.decode(bytes, i * SIZE),
  '`decodeTlp`': { call: ({ bytes }) => (i) => decodeTlp(bytes, { mode: 'non-flit', offset: i * SIZE }), as: message, against: decode, most: 25 },
  '`decodeTlp`, with a PASID prefix': { call: ({ prefixed }) => (i) => decodeTlp(prefixed[i], MODE), as: message, against: decode, most: 25 },
  '`tlps`, a packet of a walk': {
    call: ({ bytes }) => {
      let walk
      return (i) => {
        if (i === 0) walk = tlps(bytes, MODE)
        return walk.next().value
      }
    },
    inOrder: true,
    as: message,
    against: decode,
  },
  [encode]: { call: ({ messages }) => (i) => pcie.pageRequest.encode(messages[i]), expected: itself },
  '`encodeTlp`': { call: ({ messages }) => (i) => encodeTlp({ mode: 'non-flit', id: ID, message: messages[i] }), expected: itself, against: encode },
}
