/** The most memory that the command needs, for inputs of three sizes. It takes minutes, and runs when it is asked for. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { vtd } from '../../dist/index.js'
import { COMMAND } from '../commands.mjs'
import { row } from '../race.mjs'
import { messagesOf, written } from '../records.mjs'
import { matrix } from '../report.mjs'
import { lines } from '../texts.mjs'

export const title = 'Peak memory of `pci-ats-pri read --json` behind a pipe'
export const unit = 'MiB'
export const asked = true

const SIZES = { '4 MiB': 1 << 22, '64 MiB': 1 << 26, '1 GiB': 1 << 30 }
const peak = fileURLToPath(new URL('../peak.mjs', import.meta.url))

const inputs = () => ({
  'records as bytes': { more: ['--as', 'vtd.page-request', '--binary'], piece: written(vtd.pageRequest, messagesOf('vtd.page-request', 32768)) },
  'a log, one of 1000 lines with a record': { more: [], piece: Buffer.from(`${lines(1 << 20, 1000).join('\n')}\n`, 'latin1') },
})

/** The peak of a run in MiB, which the process itself tells on its fourth descriptor. */
async function peakOf(more, piece, size) {
  const [node, command] = COMMAND
  const process = spawn(node, ['--import', peak, command, 'read', '--json', ...more], { stdio: ['pipe', 'ignore', 'inherit', 'pipe'] })
  let told = ''
  process.stdio[3].on('data', (text) => (told += text))
  const ended = once(process, 'close')
  for (let sent = 0; sent < size; sent += piece.length) if (!process.stdin.write(piece)) await once(process.stdin, 'drain')
  process.stdin.end()
  const [code] = await ended
  if (code !== 0) throw new Error(`read ${more.join(' ')}: exit ${code}`)
  return Number(told) / 1024
}

export async function measure() {
  const rows = []
  for (const [name, { more, piece }] of Object.entries(inputs())) {
    for (const [record, size] of Object.entries(SIZES)) rows.push(row(name, [await peakOf(more, piece, size)], { record }))
  }
  return rows
}
