/** What an import costs, in processes that have imported nothing else; with --against, beside another build. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { short, table, times } from '../report.mjs'

export const title = 'Import'
export const first = true

const EMPTY = 'an empty module'
const MAIN = 'the main entry'
const OTHER = 'the main entry of the other build'

const here = (path) => new URL(`../../dist/${path}`, import.meta.url).href
const other = process.env.BENCH_AGAINST

const modules = {
  [EMPTY]: 'data:text/javascript,',
  [MAIN]: here('index.js'),
  ...(other && { [OTHER]: pathToFileURL(join(other, 'dist/index.js')).href }),
  '`pci-ats-pri/vtd`, a family': here('records/vtd.js'),
  '`pci-ats-pri/vtd/page-request`, one record': here('records/vtd/page-request.js'),
  '`pci-ats-pri/ingest`': here('ingest.js'),
}

/** A name that each module exports. */
const KNOWN = { [MAIN]: 'convert', [OTHER]: 'convert', '`pci-ats-pri/vtd`, a family': 'pageRequest', '`pci-ats-pri/vtd/page-request`, one record': 'decode', '`pci-ats-pri/ingest`': 'read' }

export const contenders = Object.fromEntries(Object.entries(modules).map(([name, url]) => [name, {
  call: () => () => import(url),
  as: (module) => Object.hasOwn(module, KNOWN[name] ?? ''),
  expected: () => name !== EMPTY,
}]))

/** Differences from the empty module are what is the module's own. */
export function show(rows) {
  const over = (which, name) => rows.find((row) => row.name === name)[which] - rows.find((row) => row.name === EMPTY)[which]
  const lines = rows.map(({ name, least, median }) => [name, short(least), short(median), ...(name === EMPTY ? ['', ''] : [short(over('least', name)), short(over('median', name))])])
  const ratio = other ? `\n\nThe main entry over an empty module, as a part of the other build's: ${times(over('least', MAIN) / over('least', OTHER))} by the least times, ${times(over('median', MAIN) / over('median', OTHER))} by the medians.` : ''
  return table(['ms', 'least', 'median', 'over an empty module, least', 'median'], lines) + ratio
}
