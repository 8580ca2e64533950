/** Proofs that a contender gives the right result, and checks what it says that it checks. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { record } from '../dist/index.js'
import { records } from './records.mjs'

/** One digest over the columns, in the order of the fields. */
export function digestOf(columns) {
  const hash = createHash('sha256')
  for (const column of Object.values(columns)) hash.update(new Uint8Array(column.buffer, column.byteOffset, column.byteLength))
  return hash.digest('hex')
}

/** That valid input gives the right result: before anything is timed. */
export const results = {
  decode({ make, says, input, offsets, own, messages }) {
    const decode = says('alone') ? (i) => make(own[i]) : (i) => make(input, offsets[i])
    messages.forEach((message, i) => assert.deepEqual(decode(i), message))
  },

  encode({ make, own, messages }) {
    messages.forEach((message, i) => assert.equal(Buffer.compare(make(message), own[i]), 0))
  },

  encodeInto({ make, input, offsets, messages }) {
    const target = new Uint8Array(input.length).fill(0xa5)
    messages.forEach((message, i) => make(message, target, offsets[i]))
    assert.equal(Buffer.compare(target, input), 0)
  },

  view({ make, input, offsets, messages }) {
    const open = make(input)
    messages.forEach((message, i) => {
      for (const name of Object.keys(message)) assert.equal(open(offsets[i])[name], message[name])
    })
  },

  columns({ make, says, id, whole, directory }) {
    const { columns = {}, sums = {} } = make(whole)()
    if (says('parts')) {
      const all = record(id).columns(whole, { strict: true }).columns
      for (const [name, column] of Object.entries(columns)) assert.deepEqual(column, all[name], name)
      for (const [name, sum] of Object.entries(sums)) assert.equal(sum, all[name].reduce((a, b) => a + b, 0), name)
      return assert(Object.keys({ ...columns, ...sums }).length > 0)
    }
    assert.equal(digestOf(columns), says('copies') ? digestOf({ whole }) : readFileSync(`${directory}/${id}.digest`, 'utf8'))
  },
}
results.viewAll = results.view

/**
 * What a contender says of itself, by the names of its exports: `strict`, it refuses fixed and reserved bits that are
 * not as they must be; `checked`, it refuses offsets and values that do not fit; `alone`, it takes a record as an array of its own;
 * `copies`, it gives the bytes themselves; `parts`, it gives some of the columns, or their sums.
 *
 * That invalid input is refused by those who say so, and taken by the others. After the timing, not before: an optimising
 * compiler remembers for good every type that a function has ever been given.
 */
export const refusals = {
  decode({ make, says, id, input, own }) {
    const { fixed, reserved, bytes } = records[id]
    for (const bit of [fixed, reserved]) {
      if (!bit) continue
      const wrong = spoilt(own[0], bit)
      if (says('strict')) assert.throws(() => make(wrong, 0))
      else assert.doesNotThrow(() => make(wrong, 0))
    }
    if (says('checked')) for (const offset of [-1, 0.5, input.length - bytes + 1]) assert.throws(() => make(input, offset))
  },

  encode({ make, says, id, messages }) {
    checksRanges(says, id, messages[0], make)
  },

  encodeInto({ make, says, id, input, messages }) {
    const target = new Uint8Array(input.length)
    checksRanges(says, id, messages[0], (message) => make(message, target, 0))
    if (says('checked')) for (const offset of [-1, 0.5, input.length - 3]) assert.throws(() => make(messages[0], target, offset))
  },

  view({ make, input }) {
    assert.throws(() => make(input)(input.length))
  },

  columns({ make, id, whole }) {
    const { fixed, reserved, bytes } = records[id]
    if (make(whole)().bad === undefined) return
    for (const bit of [fixed, reserved]) {
      if (!bit) continue
      const wrong = whole.slice()
      wrong[777 * bytes + bit[0]] ^= bit[1]
      assert.deepEqual(make(wrong)().bad, [777])
    }
  },
}
refusals.viewAll = refusals.view

/** Flips one bit that must be as it is. */
function spoilt(bytes, [at, mask]) {
  const copy = bytes.slice()
  copy[at] ^= mask
  return copy
}

function checksRanges(says, id, message, encode) {
  for (const [name, limit] of Object.entries(records[id].limits)) {
    const wrong = { ...message, [name]: limit + 1 }
    if (says('checked')) assert.throws(() => encode(wrong), name)
    // What needs more than 32 bits is refused by Node's own Buffer, for which they cannot help it.
    else if (limit < 0xffffffff) assert.doesNotThrow(() => encode(wrong), name)
  }
  if (!says('checked')) return
  for (const name of Object.keys(message)) {
    const wrong = [null, 'x', -1, 0.5, NaN, ...(records[id].wrong?.[name] ?? [])]
    for (const value of wrong) assert.throws(() => encode({ ...message, [name]: value }), name)
  }
}
