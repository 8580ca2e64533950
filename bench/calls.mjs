/**
 * What calls cost that are not the usual one, as multiples of it: refused bytes, `inspect`, packets, and buffers that
 * take turns. Each in a process of its own, so that V8 compiles the loop for nothing else; all take turns, round after round.
 *
 *   node bench/calls.mjs
 */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { decodeTlp, pcie, records, vtd } from '../dist/index.js'
import { messagesOf, random } from './records.mjs'

const COUNT = 1024
const ring = new Array(256)
const at = Array.from({ length: COUNT }, (_, i) => i)

const write = (codec, messages) => {
  const bytes = new Uint8Array(messages.length * codec.size)
  messages.forEach((message, i) => codec.encodeInto(message, bytes, i * codec.size))
  return bytes
}
const queue = () => write(vtd.pageRequest, messagesOf('vtd.page-request', COUNT))
const headers = () => write(pcie.pageRequest, messagesOf('pcie.page-request', COUNT).map((message) => ({ ...message, td: false })))
const noise = ({ uint }, size) => Uint8Array.from({ length: size }, () => uint(8))
/** Every record that takes these bytes, with bytes that it takes: what its verbs cost is looked at, not what they say. */
const all = () => records.map((codec) => {
  const view = codec.view(new Uint8Array(codec.size))
  const bytes = codec.encode(Object.fromEntries(Object.keys(codec.layout.fields).map((name) => [name, view[name]])))
  return { codec, bytes }
})

/** Each makes its input, shows that it is what it says, and returns the pass that is timed and the calls in it. */
const calls = {
  decode() {
    const bytes = queue()
    return [COUNT, () => { for (const i of at) ring[i & 255] = vtd.pageRequest.decode(bytes, i * 32) }]
  },
  alone() {
    const bytes = queue()
    const own = at.map((i) => bytes.slice(i * 32, i * 32 + 32))
    return [COUNT, () => { for (const i of at) ring[i & 255] = vtd.pageRequest.decode(own[i]) }]
  },
  twoBuffers() {
    const both = [queue(), queue()]
    return [COUNT, () => { for (const i of at) ring[i & 255] = vtd.pageRequest.decode(both[i & 1], i * 32) }]
  },
  manyBuffers() {
    const bytes = queue()
    const many = at.map((i) => { const page = new Uint8Array(4096); page.set(bytes.subarray(i * 32, i * 32 + 32), 64); return page })
    return [COUNT, () => { for (const i of at) ring[i & 255] = vtd.pageRequest.decode(many[i], 64) }]
  },
  recordsInTurns() {
    const some = all()
    return [some.length * 16, () => {
      for (let n = 0; n < 16; n++) for (let i = 0; i < some.length; i++) ring[i] = some[i].codec.decode(some[i].bytes)
    }]
  },
  recordsAlone() {
    const some = all()
    return [some.length * 16, () => {
      for (let i = 0; i < some.length; i++) for (let n = 0; n < 16; n++) ring[n] = some[i].codec.decode(some[i].bytes)
    }]
  },
  accepted() {
    const bytes = queue()
    assert(vtd.pageRequest.tryDecode(bytes, 0).ok)
    return [COUNT, () => { for (const i of at) ring[i & 255] = vtd.pageRequest.tryDecode(bytes, i * 32) }]
  },
  refused() {
    const bytes = noise(random(1), COUNT * 32)
    assert(at.every((i) => !vtd.pageRequest.tryDecode(bytes, i * 32).ok))
    return [COUNT, () => { for (const i of at) ring[i & 255] = vtd.pageRequest.tryDecode(bytes, i * 32) }]
  },
  inspect() {
    const bytes = queue()
    assert(vtd.pageRequest.inspect(bytes, 0).ok)
    return [COUNT, () => { for (const i of at) ring[i & 255] = vtd.pageRequest.inspect(bytes, i * 32) }]
  },
  header() {
    const bytes = headers()
    return [COUNT, () => { for (const i of at) ring[i & 255] = pcie.pageRequest.decode(bytes, i * 16) }]
  },
  packet() {
    const bytes = headers()
    assert.equal(decodeTlp(bytes, { mode: 'non-flit', offset: 16 }).id, 'pcie.page-request')
    return [COUNT, () => { for (const i of at) ring[i & 255] = decodeTlp(bytes, { mode: 'non-flit', offset: i * 16 }) }]
  },
}

/** What is shown: a name, a call, the call that it is compared with, and the most that it should be. */
const rows = [
  ['`decode` of one large buffer, record after record', 'decode', 'decode'],
  ['each record an array of its own', 'alone', 'decode'],
  ['two large buffers in turns', 'twoBuffers', 'alone', 2],
  ['a thousand buffers of 4 KiB', 'manyBuffers', 'alone', 2],
  [`${records.length} records in turns`, 'recordsInTurns', 'recordsAlone', 2],
  ['`tryDecode`, accepted', 'accepted', 'decode'],
  ['`tryDecode` of random bytes, refused', 'refused', 'accepted', 40],
  ['`inspect`', 'inspect', 'decode', 150],
  ['`decode` of `pcie.page-request`', 'header', 'header'],
  ['`decodeTlp` of it', 'packet', 'header', 25],
]
const names = { decode: '`decode`', alone: 'a decode of arrays of their own', recordsAlone: 'one record after the other', accepted: 'accepted', header: '`decode`' }

/** ns a call, the least of all passes in some time. */
function least(call, ms) {
  const [count, pass] = calls[call]()
  const until = performance.now() + ms
  let best = Infinity
  // A loaded machine gives few passes in the time, and the first ones are slow: V8 has not compiled them yet.
  for (let passes = 0; passes < (ms > 1 ? 40 : 1) || performance.now() < until; passes++) {
    const start = performance.now()
    pass()
    best = Math.min(best, performance.now() - start)
  }
  return (best * 1e6) / count
}

/** @returns per call the least time in ns */
export function callTimes({ starts, ms }) {
  const times = {}
  for (let n = 0; n < starts; n++) {
    for (const call of Object.keys(calls)) {
      const ns = Number(execFileSync(process.execPath, [fileURLToPath(import.meta.url), call, String(ms)], { encoding: 'utf8' }))
      times[call] = Math.min(times[call] ?? Infinity, ns)
    }
  }
  return times
}

/** A table, as Markdown. */
export function callTable(times) {
  const lines = rows.map(([name, call, base, most]) => {
    const ratio = times[call] / times[base]
    const against = call === base ? '' : `${ratio.toFixed(ratio < 10 ? 1 : 0)} × ${names[base]}`
    return `| ${name} | ${times[call].toFixed(times[call] < 100 ? 1 : 0)} | ${against} | ${most === undefined ? '' : `${most} ×: ${ratio <= most ? 'reached' : 'missed'}`} |`
  })
  return `\n### Other calls\n\n| \`vtd.page-request\` unless it says otherwise | ns, least | as a multiple | goal |\n| --- | ---: | ---: | --- |\n${lines.join('\n')}\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [call, ms = '300'] = process.argv.slice(2)
  console.log(call === undefined ? callTable(callTimes({ starts: 3, ms: 200 })) : least(call, Number(ms)))
}
