import { lint, records } from '../src/index.ts'
import { conformance, vectorsOf } from '../src/export/index.ts'
import { caughtBy, meansTheSame } from '../test/export/support/mutants.ts'
import { fieldsOfKernel, kernelHeaders } from '../test/export/support/kernel.ts'
import { builds, Folder, missingTool } from '../test/export/support/tools.ts'
import { dissected } from '../test/export/support/wireshark.ts'
import { proved } from '../test/export/support/yosys.ts'
import { mutantsOf } from './mutations.ts'

/**
 * `npm run exports`: every record by every tool that is here, and every mutant of the tables by the vectors without a random one.
 * The tests take four records and a sample. Words after it choose: `npm run exports -- python mutants`.
 */

const chosen = process.argv.slice(2)
const wanted = (name: string): boolean => chosen.length === 0 || chosen.includes(name)
let bad = 0
function say(name: string, ok: boolean, text: string, since: number): void {
  if (!ok) bad++
  console.log(`${ok ? 'ok  ' : 'BAD '} ${name.padEnd(20)} ${text} (${((performance.now() - since) / 1000).toFixed(1)} s)`)
}

for (const [name, { target, tools, build, command }] of Object.entries(builds)) {
  if (!wanted(name) && !wanted(target)) continue
  const missing = missingTool(...tools)
  if (missing !== undefined) {
    console.log(`SKIPPED ${name}: ${missing} is missing`)
    continue
  }
  const folder = new Folder()
  try {
    const start = performance.now()
    folder.write(target, records)
    await build(folder)
    const report = await conformance(records, command(folder), { timeout: 60, random: 100 })
    say(name, report.ok && report.advice.length === 0, `${report.passed} of ${report.asked} vectors passed, ${report.skipped} skipped`, start)
    for (const { name: vector, reason } of report.failures.slice(0, 5)) console.log(`     ${vector}: ${reason}`)
  } finally {
    folder.remove()
  }
}

if (wanted('wireshark')) {
  const missing = missingTool('tshark')
  const folder = new Folder()
  if (missing !== undefined) console.log(`SKIPPED wireshark: ${missing} is missing`)
  else {
    const start = performance.now()
    folder.write('wireshark', records)
    let packets = 0
    const wrong: string[] = []
    for (const record of records) {
      const result = await dissected(folder, record)
      packets += result.packets
      wrong.push(...result.wrong)
    }
    say('wireshark', wrong.length === 0, `${packets} packets, ${wrong.length} shown otherwise`, start)
    for (const text of wrong.slice(0, 5)) console.log(`     ${text}`)
  }
  folder.remove()
}

if (wanted('yosys')) {
  const missing = missingTool('yosys')
  const folder = new Folder()
  if (missing !== undefined) console.log(`SKIPPED yosys: ${missing} is missing`)
  else {
    const start = performance.now()
    const { assertions, wrong } = await proved(folder, records)
    say('yosys', wrong === undefined, wrong ?? `${assertions} assertions proved for all inputs`, start)
  }
  folder.remove()
}

if (wanted('c-kernel')) {
  const headers = kernelHeaders()
  const folder = new Folder()
  if (headers === undefined) console.log('SKIPPED c-kernel: linux/bitfield.h is missing')
  else {
    const start = performance.now()
    folder.write('c-kernel', records)
    const { masks, wrong } = await fieldsOfKernel(folder, headers, records)
    say('c-kernel', wrong.length === 0, `${masks} masks read and written by ${headers}/include/linux/bitfield.h, ${wrong.length} differ`, start)
    for (const text of wrong.slice(0, 5)) console.log(`     ${text}`)
  }
  folder.remove()
}

if (wanted('mutants')) {
  const start = performance.now()
  let tried = 0
  let same = 0
  const missed: string[] = []
  for (const record of records) {
    const vectors = [...vectorsOf(record, { ops: ['decode'], random: 0 })]
    for (const { layout, what } of mutantsOf(record.layout)) {
      if (lint(layout).length > 0) continue
      if (meansTheSame(record.layout, layout)) {
        same++
        continue
      }
      tried++
      if (!caughtBy(vectors, layout)) missed.push(`${record.id}: ${what}`)
    }
  }
  say('mutants', missed.length === 0, `${tried - missed.length} of ${tried} caught without a random vector; ${same} more mean the same`, start)
  for (const text of missed) console.log(`     ${text}`)
}
process.exitCode = bad > 0 ? 1 : 0
