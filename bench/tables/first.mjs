/** The first call in a process that has imported the library: nothing is compiled yet. */
export const title = 'First calls of a process, after the import'
export const first = true

const ID = 'vtd.page-request'
/** Few records, one less than what makes the loop of columns worth its compiler, and that many. */
const COUNTS = [64, 2047, 2048]
const MANY = COUNTS.at(-1)

const { record } = await import('../../dist/index.js')
const { messagesOf, written } = await import('../records.mjs')
const { size } = record(ID)

export function input() {
  const messages = messagesOf(ID, 64)
  const bytes = new Uint8Array(MANY * size)
  for (let at = 0; at < bytes.length; at += 64 * size) bytes.set(written(record(ID), messages), at)
  return { messages, bytes }
}

const rids = ({ columns: { rid }, bad }) => [[...rid], [...bad]]

export const contenders = {
  '`decode`': { call: ({ bytes }) => () => record(ID).decode(bytes), expected: ({ messages }) => messages[0] },
  ...Object.fromEntries(COUNTS.map((count) => [`\`columns\` of ${count.toLocaleString('en')} records`, {
    call: ({ bytes }) => () => record(ID).columns(bytes, { strict: true, count }),
    as: rids,
    expected: ({ messages }) => [Array.from({ length: count }, (_, i) => messages[i % messages.length].rid), []],
    most: 2,
  }])),
}
