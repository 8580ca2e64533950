/**
 * The page-response service with 1,000 to 1,000,000 groups pending over 4,096 devices: what one `receive` and one `respond`
 * cost at each size, which must not grow by more than 2, and memory for each pending group.
 *
 * Each size has a process of its own. At that size, a batch of groups is added and timed, and as many are answered and
 * timed, chosen at random from all that are pending.
 */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { row } from '../race.mjs'
import { random } from '../records.mjs'
import { short, table, times } from '../report.mjs'

export const title = 'The page-response service: vtd.page-request, 4,096 devices'
export const unit = 'ns per group; memory in bytes per group'

const DEVICES = 4096
const SIZES = [1_000, 10_000, 100_000, 1_000_000]
const BATCH = 2_000
const ROUNDS = 60
const LIMIT = 2
const FORMAT = 'vtd.page-request'

function inChild(size, rounds) {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), [String(size), String(rounds)], { execArgv: ['--expose-gc'] })
    child.once('message', resolve)
    child.once('error', reject)
    child.once('exit', (code) => code && reject(new Error(`size ${size}: exit ${code}`)))
  })
}

/** The smallest size: that all groups are counted, and all answers given. */
export async function prove() {
  await inChild(SIZES[0], 1)
  return 1
}

export async function measure() {
  const rows = []
  for (const size of SIZES) {
    const { receive, respond, memory } = await inChild(size, ROUNDS)
    const pending = { record: `${size.toLocaleString('en')} pending` }
    rows.push(row('receive', receive, pending), row('respond', respond, pending))
    // Below that, what else the process holds is more.
    if (size >= 100_000) rows.push(row('memory', [memory], pending))
  }
  return rows
}

export function show(rows) {
  const sizes = [...new Set(rows.map(({ record }) => record))]
  const names = [...new Set(rows.map(({ name }) => name))]
  const of = (name, record) => rows.find((row) => row.name === name && row.record === record)?.least
  const grown = (name) => Math.max(...sizes.map((record) => of(name, record))) / of(name, sizes[0])
  const cells = names.map((name) => [name, ...sizes.map((record) => (of(name, record) === undefined ? '-' : short(of(name, record)))), name === 'memory' ? '' : `${times(grown(name))}, at most ${LIMIT}: ${grown(name) <= LIMIT ? 'reached' : 'missed'}`])
  return table([`least of ${ROUNDS} batches of ${BATCH}`, ...sizes, 'growth'], cells)
}

async function timesOf(size, rounds) {
  const { Iommu, vtd } = await import('../../dist/index.js')
  const iommu = new Iommu({ format: FORMAT, clock: () => 0 })
  const handles = Array.from({ length: DEVICES }, (_, rid) => iommu.attach({ rid }))
  const { uint } = random(1)
  // The indexes that each device has not in use; a group is device and index in one number.
  const free = handles.map(() => Array.from({ length: 512 }, (_, i) => i))
  const pending = new Uint32Array(size + BATCH)
  let count = 0
  const records = new Uint8Array(BATCH * 32)
  const request = { pasidPresent: true, rid: 0, pasid: 0x12345, executeRequested: false, privilegedModeRequested: false, read: true, write: false, last: true, prgIndex: 0, address: 0x7f0123456000n }
  const answers = Array.from({ length: BATCH }, () => ({ addr: 0n, pasid: 0x12345, respCode: 0, pasidPresent: true, pageReqGroupId: 0, type: 2, privateData: 0n }))
  const through = Array(BATCH).fill(handles[0])
  let checksum = 0

  function receive(groups) {
    for (let i = 0; i < groups; i++) {
      const device = uint(12)
      const index = free[device].pop()
      if (index === undefined) {
        i--
        continue
      }
      request.rid = device
      request.prgIndex = index
      vtd.pageRequest.encodeInto(request, records, i * 32)
      pending[count++] = device * 512 + index
    }
    const own = Array.from({ length: groups }, (_, i) => records.slice(i * 32, i * 32 + 32))
    const start = process.hrtime.bigint()
    for (let i = 0; i < groups; i++) checksum += iommu.receive(own[i]).length
    return Number(process.hrtime.bigint() - start) / groups
  }

  function respond(groups) {
    for (let i = 0; i < groups; i++) {
      const at = uint(32) % count
      const group = pending[at]
      pending[at] = pending[--count]
      const device = group >>> 9
      const index = group & 511
      free[device].push(index)
      through[i] = handles[device]
      answers[i].pageReqGroupId = index
    }
    const start = process.hrtime.bigint()
    for (let i = 0; i < groups; i++) checksum += iommu.respond(through[i], answers[i])[0]
    return Number(process.hrtime.bigint() - start) / groups
  }

  // The code is warm before the service is filled, so that every size is measured alike.
  for (let i = 0; i < rounds; i++) {
    receive(BATCH)
    respond(BATCH)
  }
  while (count > 0) respond(Math.min(BATCH, count))
  gc()
  const before = process.memoryUsage().heapUsed
  while (count < size) receive(Math.min(BATCH, size - count))
  gc()
  const memory = (process.memoryUsage().heapUsed - before) / size

  const samples = { receive: [], respond: [] }
  const batch = Math.min(BATCH, size)
  for (let i = 0; i < rounds; i++) {
    samples.receive.push(receive(batch))
    samples.respond.push(respond(batch))
  }
  const { groups, requests } = iommu.outstanding
  if (groups !== size || requests !== size || checksum === 0) throw new Error(`${groups} groups of ${requests} requests are outstanding, not ${size}`)
  return { ...samples, memory }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [size, rounds] = process.argv.slice(2).map(Number)
  process.send(await timesOf(size, rounds), () => process.disconnect())
}
