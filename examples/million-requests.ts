import { desc, fromArrow, op } from 'arquero'
// Outside this repository: from 'pci-ats-pri/arrow' and 'pci-ats-pri'.
import { arrowTable } from '../src/arrow/index.ts'
import { vtd } from '../src/index.ts'

/**
 * A million page requests, filtered and counted by Arquero, a data-frame library, over the columns that the library made:
 * none of them is copied, flags apart. The requests are synthetic: 16 devices, of which one asks twice as often to write.
 *
 *   npx tsx examples/million-requests.ts
 */

const COUNT = 1_000_000
const room = vtd.pageRequest.allocateColumns(COUNT)

let seed = 1
const random = (below: number): number => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return Math.floor((seed / 2 ** 32) * below)
}
for (let i = 0; i < COUNT; i++) {
  const rid = 0x0300 + random(16)
  const write = random(4) < (rid === 0x0307 ? 2 : 1)
  vtd.pageRequest.encodeInto({
    pasidPresent: true, rid, pasid: random(8), executeRequested: false, privilegedModeRequested: false,
    read: !write, write, last: random(3) === 0, prgIndex: random(512), address: BigInt(random(1 << 20)) << 12n,
  }, room.bytes, i * vtd.pageRequest.size)
}

const started = performance.now()
const { columns, bad } = vtd.pageRequest.columns(room.bytes, { strict: true, into: room.columns })
const decoded = performance.now()
// The types of Arquero name the tables of another library; it takes those of apache-arrow as well.
const requests = fromArrow(arrowTable(vtd.pageRequest, columns, { bad }) as never)
const busiest = requests
  .filter((d: { write: boolean; last: boolean; bad: boolean }) => d.write && d.last && !d.bad)
  .groupby('rid')
  .rollup({ writes: op.count(), pages: op.distinct('address') })
  .orderby(desc('writes'))
  .slice(0, 3)
const done = performance.now()

console.log(`${requests.numRows()} requests, ${bad.length} bad; those that write and are the last of their group, by device:`)
for (const { rid, writes, pages } of busiest.objects() as { rid: number; writes: number; pages: number }[]) {
  const device = `${(rid >> 8).toString(16).padStart(2, '0')}:${((rid >> 3) & 31).toString(16).padStart(2, '0')}.${rid & 7}`
  console.log(`  ${device}  ${writes} on ${pages} pages`)
}
console.error(`decoded in ${(decoded - started).toFixed(1)} ms, asked in ${(done - decoded).toFixed(1)} ms`)
