/** What a fuzz test and a hostile device ask for: bytes that are no record. */
import { defineRecord, vtd } from '../../dist/index.js'
import { messagesOf, random, written } from '../records.mjs'

const ID = 'vtd.page-request'
const SIZE = vtd.pageRequest.size
const COUNT = 1024

export const title = `Refused bytes: ${ID}`

export function input() {
  const messages = messagesOf(ID, COUNT)
  const bytes = written(vtd.pageRequest, messages)
  const { uint } = random(1)
  const flipped = bytes.slice()
  // A bit of the last word, which is reserved.
  for (let i = 0; i < COUNT; i++) flipped[i * SIZE + 24 + (i & 7)] ^= 1 << uint(3)
  return { messages, bytes, noise: Uint8Array.from(bytes, () => uint(8)), flipped }
}

const accepted = ({ messages }, i) => messages[i]
const message = ({ message }) => message
const fault = ({ ok, error }) => [ok, error.message]
/** What the plain walk over the table says of the same bytes. */
const plain = defineRecord(vtd.pageRequest.layout)
const refusal = (name) => (given, i) => fault(plain.tryDecode(given[name], i * SIZE))

export const contenders = {
  '`decode`, accepted': { call: ({ bytes }) => (i) => vtd.pageRequest.decode(bytes, i * SIZE), expected: accepted },
  '`tryDecode`, accepted': { call: ({ bytes }) => (i) => vtd.pageRequest.tryDecode(bytes, i * SIZE), as: message, expected: accepted, against: '`decode`, accepted' },
  '`tryDecode` of random bytes': { call: ({ noise }) => (i) => vtd.pageRequest.tryDecode(noise, i * SIZE), as: fault, expected: refusal('noise'), against: '`tryDecode`, accepted', most: 40 },
  '`tryDecode`, one reserved bit is 1': { call: ({ flipped }) => (i) => vtd.pageRequest.tryDecode(flipped, i * SIZE), as: fault, expected: refusal('flipped'), against: '`tryDecode`, accepted', most: 40 },
  '`tryDecode`, cut short': { call: ({ bytes }) => () => vtd.pageRequest.tryDecode(bytes, bytes.length - 1), as: fault, expected: ({ bytes }) => fault(plain.tryDecode(bytes, bytes.length - 1)), against: '`tryDecode`, accepted', most: 40 },
  '`decode` of random bytes, and the error caught': {
    call: ({ noise }) => (i) => {
      try {
        return { ok: true, message: vtd.pageRequest.decode(noise, i * SIZE) }
      } catch (error) {
        return { ok: false, error }
      }
    },
    as: fault,
    expected: refusal('noise'),
    against: '`tryDecode`, accepted',
  },
}
