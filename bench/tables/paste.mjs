/** What the inspector does before it draws: reading 64 KiB of pasted text, and the record that is shown first. */
import { existsSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { vtd } from '../../dist/index.js'
import { messagesOf, written } from '../records.mjs'
import { lines } from '../texts.mjs'

export const title = 'The inspector: 64 KiB pasted, without the drawing'
export const first = true

const SIZE = 1 << 16
const WEB = fileURLToPath(new URL('../../web', import.meta.url))

/** The model of the page, as the page has it; built once. */
async function modelOf() {
  const directory = process.env.BENCH_DIRECTORY
  const file = `${directory}/model.js`
  if (!existsSync(file)) {
    const { build } = await import('vite')
    const lib = { entry: `${WEB}/src/model.ts`, formats: ['es'], fileName: 'model' }
    await build({ root: WEB, configFile: `${WEB}/vite.config.ts`, build: { lib, outDir: directory, emptyOutDir: false } })
  }
  return import(pathToFileURL(file).href)
}

/** Bytes as `hexdump -C` prints them, in lines of 79 characters. */
function dumpOf(bytes) {
  const rows = Array.from({ length: bytes.length / 16 }, (_, i) => {
    const row = Array.from(bytes.subarray(16 * i, 16 * i + 16))
    const hex = row.map((byte) => byte.toString(16).padStart(2, '0'))
    const text = row.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.'))
    return `${(16 * i).toString(16).padStart(8, '0')}  ${hex.slice(0, 8).join(' ')}  ${hex.slice(8).join(' ')}  |${text.join('')}|\n`
  })
  return rows.join('')
}

export async function input() {
  const { readingOf, shownOf } = await modelOf()
  const every = 10
  const log = lines(SIZE, every)
  const bytes = written(vtd.pageRequest, messagesOf('vtd.page-request', Math.floor(SIZE / (2 * 79))))
  return {
    dump: { text: dumpOf(bytes), as: 'vtd.page-request', count: bytes.length / vtd.pageRequest.size },
    log: { text: log.join('\n'), count: Math.floor(log.length / every) },
    paste({ text, as }) {
      const { entries } = readingOf({ text, as, index: -1 })
      return { entries, shown: shownOf(entries[0]) }
    },
  }
}

const count = ({ entries, shown }) => [entries.length, shown.whole]

export const contenders = {
  'a dump, in a page that is just open': { call: ({ dump, paste }) => () => paste(dump), as: count, expected: ({ dump }) => [dump.count, true], most: 150 },
  'a log, one of 10 lines with a record': { call: ({ log, paste }) => () => paste(log), as: count, expected: ({ log }) => [log.count, false], most: 150 },
  'a character typed into the dump': {
    call: ({ dump, paste }) => {
      paste(dump)
      return () => paste({ ...dump, text: `${dump.text} ` })
    },
    as: count,
    expected: ({ dump }) => [dump.count, true],
  },
}
