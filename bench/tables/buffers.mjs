/** Calls that take turns over buffers and over records: what a call costs must not depend on the ones before it. */
import { records, vtd } from '../../dist/index.js'
import { decode as hand } from '../contenders/hand-written/decode.mjs'
import { messagesOf, written } from '../records.mjs'

const ID = 'vtd.page-request'
const SIZE = vtd.pageRequest.size
const COUNT = 1024
const IN_A_ROW = 8

export const title = `Buffers and records in turns: \`decode\` of ${ID}`

/** Bytes that a record takes, and its message: fixed values are as they must be, all else is 0. */
const takenBy = (codec) => {
  const view = codec.view(new Uint8Array(codec.size))
  const message = Object.fromEntries(Object.keys(codec.layout.fields).map((name) => [name, view[name]]))
  return { codec, message, bytes: codec.encode(message) }
}

export function input() {
  const messages = messagesOf(ID, COUNT)
  const bytes = written(vtd.pageRequest, messages)
  return { messages, bytes, own: messages.map((_, i) => bytes.slice(i * SIZE, (i + 1) * SIZE)), every: records.map(takenBy) }
}

export const expected = ({ messages }, i) => messages[i]

const ofEvery = (at) => ({
  call: ({ every }) => (i) => {
    const { codec, bytes } = every[at(i, every.length)]
    return codec.decode(bytes)
  },
  expected: ({ every }, i) => every[at(i, every.length)].message,
})

export const contenders = {
  'one large buffer': ({ bytes }) => (i) => vtd.pageRequest.decode(bytes, i * SIZE),
  'each record an array of its own': { call: ({ own }) => (i) => vtd.pageRequest.decode(own[i]), against: 'one large buffer', most: 1.6 },
  'by hand, a view made at each call': {
    call: ({ bytes }) => (i) => hand[ID](bytes.subarray(i * SIZE, (i + 1) * SIZE)),
    against: 'one large buffer',
  },
  'two large buffers in turns': {
    call: ({ bytes }) => {
      const both = [bytes, bytes.slice()]
      return (i) => vtd.pageRequest.decode(both[i & 1], i * SIZE)
    },
    against: 'each record an array of its own',
    most: 2,
  },
  'a thousand buffers of 4 KiB': {
    call: ({ own }) => {
      const pages = own.map((bytes) => {
        const page = new Uint8Array(4096)
        page.set(bytes, 64)
        return page
      })
      return (i) => vtd.pageRequest.decode(pages[i], 64)
    },
    against: 'each record an array of its own',
    most: 2,
  },
  [`each of the ${records.length} records ${IN_A_ROW} times in a row`]: { ...ofEvery((i, count) => Math.floor(i / IN_A_ROW) % count), inOrder: true },
  [`the ${records.length} records in turns`]: { ...ofEvery((i, count) => i % count), inOrder: true, against: `each of the ${records.length} records ${IN_A_ROW} times in a row`, most: 2 },
}
