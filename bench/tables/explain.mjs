/** What explains a record, as multiples of what decodes it. */
import { check, describePacket, vtd } from '../../dist/index.js'
import { messagesOf, written } from '../records.mjs'

const ID = 'vtd.page-request'
const SIZE = vtd.pageRequest.size

export const title = `Explained: ${ID}`

export function input() {
  const messages = messagesOf(ID, 1024)
  const bytes = written(vtd.pageRequest, messages)
  return { messages, bytes, own: messages.map((_, i) => bytes.slice(i * SIZE, (i + 1) * SIZE)) }
}

export const expected = ({ messages }, i) => messages[i]

const decode = '`decode`'
const requester = (rid) => `${hex(rid >> 8)}:${hex((rid >> 3) & 31)}.${rid & 7}`
const hex = (value) => value.toString(16).padStart(2, '0')
const ids = (findings) => findings.map(({ id }) => id).sort()

export const contenders = {
  [decode]: ({ bytes }) => (i) => vtd.pageRequest.decode(bytes, i * SIZE),
  '`inspect`': {
    call: ({ bytes }) => (i) => vtd.pageRequest.inspect(bytes, i * SIZE),
    as: ({ parts }) => Object.fromEntries(parts.filter(({ kind }) => kind === 'field').map(({ name, value }) => [name, value])),
    against: decode,
    most: 150,
  },
  '`check` of a message': {
    call: ({ messages }) => (i) => check(vtd.pageRequest, messages[i]),
    as: ids,
    expected: ({ own }, i) => ids(vtd.pageRequest.inspect(own[i]).findings),
    against: decode,
  },
  '`describePacket`, a sentence': {
    call: ({ own }) => (i) => describePacket(vtd.pageRequest, own[i]),
    as: (phrases) => phrases.find(({ role }) => role === 'device').text,
    expected: ({ messages }, i) => requester(messages[i].rid),
    against: decode,
  },
}
