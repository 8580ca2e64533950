/** The command on a long log without a record, against ten words that `grep` looks for. */
import { appendFileSync, readFileSync } from 'node:fs'
import { COMMAND } from '../commands.mjs'
import { lines, RECORD, writeRepeated } from '../texts.mjs'

export const title = '`pci-ats-pri read` of a log without a record'
export const unit = 's by the clock'
export const by = 'clock'
export const sizes = { proof: 1 << 20, usual: 1 << 27, large: 1 << 30 }

const WORDS = ['Invalid page request', 'prq_report', 'IO_PAGE_FAULT', 'TLP Header', 'QI HEAD', 'QI PRIOR', 'PPR', 'event 0x', 'CMD_', 'page-request']

/** A log of some size; the short one, which is proved with, ends in a line that holds a record, which both must find. */
export function commands(directory, size) {
  const path = `${directory}/log-${size}.txt`
  writeRepeated(path, Buffer.from(`${lines(1 << 20).join('\n')}\n`, 'latin1'), size)
  if (size === sizes.proof) appendFileSync(path, `${RECORD}\n`)
  const last = size === sizes.proof ? readFileSync(path, 'latin1').split('\n').length - 1 : undefined
  const patterns = WORDS.flatMap((word) => ['-e', word])
  return {
    'grep -F, ten words': { needs: 'grep', command: ['grep', '-n', '-F', ...patterns, path], as: (text) => text, expected: `${last}:${RECORD}\n` },
    'pci-ats-pri read': { command: [...COMMAND, 'read', '--json', path], as: (text) => JSON.parse(text).line, expected: last, against: 'grep -F, ten words', most: 2 },
  }
}
