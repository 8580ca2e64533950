/** Proves the results of every contender, times it, and prints tables. See HELP. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { compileC } from './columns-c.mjs'
import { compileKaitai } from './contenders/kaitai-formats.mjs'
import { verbs } from './contenders.mjs'
import { writeInput } from './inputs.mjs'
import { records } from './records.mjs'

const OPTIONS = {
  only: { type: 'string', multiple: true, default: [] },
  record: { type: 'string', multiple: true, default: [] },
  quick: { type: 'boolean', default: false },
  large: { type: 'boolean', default: false },
  against: { type: 'string' },
  json: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
}

/** How much is measured. `starts`: how often each contender is started anew, because V8 does not compile it equally well each time. */
const HOW = { count: 1_000_000, starts: 3, rounds: 30, sampleMs: 4 }
/** Columns that are only proved need not be long. */
const PROOF = { count: 20_000 }

function wrong(message) {
  console.error(`error: ${message}; --help says what there is`)
  process.exit(2)
}

function readArguments() {
  try {
    return parseArgs({ options: OPTIONS }).values
  } catch (error) {
    return wrong(error.message)
  }
}

const options = readArguments()
if (options.against) process.env.BENCH_AGAINST = options.against
const { tables } = await import('./tables.mjs')

if (options.help) {
  const names = [...tables].map(([name, { title, asked }]) => `  ${`${name}${asked ? ' *' : ''}`.padEnd(11)} ${title}`)
  console.log(`Usage: npm run bench -- [options]

Proves that all contenders give the same results, times them, and prints tables.

Options:
  --only NAME    only this table; may be given again
  --record WORD  in the tables of verbs, only records with this in their ids
                 (${Object.keys(records).slice(0, 3).join(', ')},
                 ${Object.keys(records).slice(3).join(', ')})
  --quick        prove all results; print sizes and no times
  --large        the sizes of the goals: logs of 1 GiB, records of 64 MiB
  --against DIR  in the table of imports, another checkout that is built
  --json FILE    also write everything, with all samples
  -h, --help     print this

Tables (those with * run when --only names them):
${names.join('\n')}`)
  process.exit()
}

const unknown = options.only.find((name) => !tables.has(name))
if (unknown !== undefined) wrong(`no table is called ${unknown}`)
const ids = Object.keys(records).filter((id) => options.record.length === 0 || options.record.some((word) => id.includes(word)))
if (ids.length === 0) wrong(`no record has ${options.record.join(' or ')} in its id`)
const chosen = [...tables].filter(([name, { asked }]) => (options.only.length === 0 ? options.quick || !asked : options.only.includes(name)))

const directory = mkdtempSync(join(tmpdir(), 'pci-ats-pri-bench-'))
process.on('exit', () => rmSync(directory, { recursive: true, force: true }))
process.on('SIGINT', () => process.exit(130))
process.env.BENCH_DIRECTORY = directory

const git = (...words) => execFileSync('git', words, { cwd: import.meta.dirname, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
function commitOf() {
  try {
    return { commit: git('rev-parse', 'HEAD'), changed: git('status', '--porcelain') !== '' }
  } catch {
    return { commit: null, changed: null }
  }
}
const load = () => loadavg().map((one) => one.toFixed(2)).join(' ')

const how = options.quick ? PROOF : HOW
const compiler = chosen.some(([name]) => name === 'columns') ? compileC(directory) : undefined
const environment = {
  version: JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version,
  ...commitOf(),
  date: new Date().toISOString(),
  node: process.version,
  v8: process.versions.v8,
  platform: `${process.platform} ${process.arch}`,
  cpu: `${cpus().length} × ${cpus()[0].model}`,
  compiler: compiler ?? null,
  load: load(),
}
const context = { directory, ids, how, compiler, large: options.large }

if (chosen.some(([name]) => Object.hasOwn(verbs, name))) {
  for (const id of ids) writeInput(directory, id, how.count)
  await compileKaitai(directory)
}
if (!options.quick) for (const [name, value] of Object.entries(environment)) console.log(`${name}: ${value ?? 'none'}`)

async function run(name, table) {
  // Where times are taken, each contender proves its results in the process that is timed.
  if (options.quick && table.prove) console.log(`${name}: ${await table.prove(context)} proved`)
  if (options.quick && !table.exact) return
  const started = performance.now()
  const rows = await table.measure(context)
  console.log(`\n### ${table.title}\n\n\`npm run bench -- --only ${name}\`, ${table.unit}\n\n${table.show(rows)}`)
  done[name] = { title: table.title, unit: table.unit, seconds: (performance.now() - started) / 1000, rows }
}

const done = {}
try {
  for (const [name, table] of chosen) await run(name, table)
} catch (error) {
  console.error(`error: ${error.message}`)
  process.exit(1)
}

environment.loadAtEnd = load()
if (!options.quick) console.log(`\nload at the end: ${environment.loadAtEnd}`)
if (options.json) writeFileSync(options.json, `${JSON.stringify({ environment, options: { ...options, records: ids }, how, tables: done }, null, 2)}\n`)
process.exit()
