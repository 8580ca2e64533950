/**
 * The page-response service with 1,000 to 1,000,000 groups pending over 4,096 devices: time of one `receive` and of one
 * `respond` at each size, which must not grow by more than 2, and memory for each pending group.
 *
 * Each size has a process of its own. At that size, a batch of groups is added and timed, and as many are answered and
 * timed, chosen at random from all that are pending.
 *
 *   node bench/responder.mjs
 */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const DEVICES = 4096
const SIZES = [1_000, 10_000, 100_000, 1_000_000]
const BATCH = 2_000
const ROUNDS = 60
const LIMIT = 2
const FORMAT = 'vtd.page-request'

if (process.argv[2] === undefined) await main()
else process.send(await measure(Number(process.argv[2])))

async function main() {
  const rows = []
  console.log(`page-response service, ${FORMAT}, ${DEVICES} devices; least of ${ROUNDS} batches of ${BATCH}`)
  console.log('  pending    ns/receive    ns/respond    bytes/group')
  for (const size of SIZES) {
    const row = await inChild(size)
    rows.push(row)
    const memory = size < 100_000 ? '-' : row.memory.toFixed(0)
    console.log(`${String(size).padStart(9)}${row.receive.toFixed(0).padStart(14)}${row.respond.toFixed(0).padStart(14)}${memory.padStart(15)}`)
  }
  const grown = (verb) => Math.max(...rows.map((row) => row[verb])) / rows[0][verb]
  const [receive, respond] = [grown('receive'), grown('respond')]
  const within = receive <= LIMIT && respond <= LIMIT
  console.log(`growth from ${SIZES[0]} pending groups: receive ${receive.toFixed(2)}, respond ${respond.toFixed(2)}; within ${LIMIT}: ${within ? 'yes' : 'NO'}`)
  if (!within) process.exitCode = 1
}

function inChild(size) {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), [String(size)], { execArgv: ['--expose-gc'] })
    child.once('message', resolve)
    child.once('error', reject)
    child.once('exit', (code) => code && reject(new Error(`size ${size}: exit ${code}`)))
  })
}

async function measure(size) {
  const { Iommu, vtd } = await import('../dist/index.js')
  const iommu = new Iommu({ format: FORMAT, clock: () => 0 })
  const handles = Array.from({ length: DEVICES }, (_, rid) => iommu.attach({ rid }))
  const random = numbers(1)
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
      const device = random() % DEVICES
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
      const at = random() % count
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
  for (let i = 0; i < ROUNDS; i++) {
    receive(BATCH)
    respond(BATCH)
  }
  while (count > 0) respond(Math.min(BATCH, count))
  gc()
  const before = process.memoryUsage().heapUsed
  while (count < size) receive(Math.min(BATCH, size - count))
  gc()
  const memory = (process.memoryUsage().heapUsed - before) / size

  const times = { receive: [], respond: [] }
  const batch = Math.min(BATCH, size)
  for (let i = 0; i < ROUNDS; i++) {
    times.receive.push(receive(batch))
    times.respond.push(respond(batch))
  }
  const { groups, requests } = iommu.outstanding
  if (groups !== size || requests !== size || checksum === 0) throw new Error(`${groups} groups of ${requests} requests are outstanding, not ${size}`)
  // The least: what the other work of the machine adds is no cost of the service.
  return { receive: Math.min(...times.receive), respond: Math.min(...times.respond), memory }
}

/** Whole numbers below 2^32, the same for the same seed. */
function numbers(seed) {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>>= 0)
  }
}
