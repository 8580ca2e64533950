/** Times every contender in every verb for every record, and prints tables. See HELP. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { callTable, callTimes } from './calls.mjs'
import { compileC, startC } from './columns-c.mjs'
import { verbs } from './contenders.mjs'
import { compileKaitai } from './contenders/kaitai-formats.mjs'
import { everyRecord } from './every-record.mjs'
import { writeInput } from './inputs.mjs'
import { race, startNode, summary } from './race.mjs'
import { records } from './records.mjs'
import { goals, tables, weights } from './report.mjs'
import { bundleSizes, importTimes, packagesOf } from './weight.mjs'

const HELP = `Usage: npm run bench -- [--quick] [--json FILE] [WORD ...]

Times every contender in every verb for every record, and prints tables.

  WORD         only what has each word: a verb, or a part of a record's id
               (verbs: ${Object.keys(verbs).join(', ')}; records: ${Object.keys(records).join(', ')})
  --quick      prove the results of all contenders, and print no times: they would mean nothing
  --json FILE  also write the raw results
  --help       print this`

function readArguments() {
  try {
    return parseArgs({
      options: { quick: { type: 'boolean', default: false }, json: { type: 'string' }, help: { type: 'boolean', short: 'h', default: false } },
      allowPositionals: true,
    })
  } catch (error) {
    console.error(`error: ${error.message}\n\n${HELP}`)
    process.exit(2)
  }
}

const { values: options, positionals: words } = readArguments()
if (options.help) {
  console.log(HELP)
  process.exit()
}
const { quick } = options

/** `starts`: how often each contender is started anew, because V8 does not compile it equally well each time. */
const how = quick
  ? { count: 50_000, starts: 1, rounds: 3, sampleMs: 0.5, imports: 3 }
  : { count: 1_000_000, starts: 3, rounds: 30, sampleMs: 4, imports: 25 }

const directory = mkdtempSync(join(tmpdir(), 'pci-ats-pri-bench-'))
process.on('exit', () => rmSync(directory, { recursive: true, force: true }))
process.on('SIGINT', () => process.exit(130))
process.env.BENCH_DIRECTORY = directory

const chosen = (verb, id) => words.every((word) => verb === word || id.includes(word))
const ids = Object.keys(records).filter((id) => Object.keys(verbs).some((verb) => chosen(verb, id)))
if (ids.length === 0) {
  console.error(`error: nothing matches ${words.join(' ')}\n\n${HELP}`)
  process.exit(2)
}

const compiler = compileC(directory)
const environment = {
  node: process.version,
  v8: process.versions.v8,
  platform: `${process.platform} ${process.arch}`,
  cpu: `${cpus().length} × ${cpus()[0].model}`,
  compiler: compiler ?? 'no cc: nothing in C',
  load: loadavg().map((load) => load.toFixed(2)).join(' '),
}
if (!quick) for (const [name, value] of Object.entries(environment)) console.log(`${name}: ${value}`)

for (const id of ids) writeInput(directory, id, how.count)
await compileKaitai(directory)

async function measure(verb, id) {
  const entries = Object.entries(verbs[verb].contenders).filter(([, code]) => compiler || !code.startsWith('c#'))
  const start = ([name, code]) =>
    code.startsWith('c#') ? startC(name, code.slice(2), id, directory, how.count) : startNode(name, code, verb, id, directory, how.sampleMs)
  const samples = entries.map(() => [])
  for (let n = 0; n < how.starts; n++) {
    const runners = []
    // Columns are large: their contenders start one after the other.
    for (const some of verb === 'columns' ? entries.map((entry) => [entry]) : [entries]) runners.push(...(await Promise.all(some.map(start))))
    for (const [i, more] of (await race(runners, how.rounds)).entries()) samples[i].push(...more)
  }
  return entries.map(([name], i) => ({ name, ...summary(samples[i]) }))
}

const results = {}
for (const verb of Object.keys(verbs)) {
  for (const id of ids) {
    if (!chosen(verb, id)) continue
    results[verb] = { ...results[verb], [id]: await measure(verb, id) }
    if (!quick) process.stderr.write(`${verb} ${id}\n`)
  }
  if (results[verb] && !quick) console.log(tables(verbs[verb].title, results[verb], verb === 'columns' ? how.count : undefined))
}

const rest = words.length > 0 ? {} : {
  every: everyRecord(quick ? 5 : 200),
  calls: callTimes(quick ? { starts: 1, ms: 1 } : { starts: 3, ms: 300 }),
  weight: { imports: importTimes(directory, how.imports), packages: await packagesOf(), bundles: await bundleSizes() },
}
if (quick) {
  const proved = Object.values(results).flatMap((some) => Object.values(some)).reduce((sum, runs) => sum + runs.length, 0)
  console.log(`${proved} results of ${new Set(Object.values(results).flatMap((some) => Object.values(some).flat().map(({ name }) => name))).size} contenders are proved: ${Object.keys(results).join(', ')}; ${compiler ?? 'no cc: nothing in C'}`)
  process.exit()
}
if (rest.every) console.log(rest.every + callTable(rest.calls) + weights(rest.weight))
console.log(goals(results, rest.weight))
environment.loadAtEnd = loadavg().map((load) => load.toFixed(2)).join(' ')
console.log(`load at the end: ${environment.loadAtEnd}`)
if (options.json) writeFileSync(options.json, `${JSON.stringify({ environment, how, results, ...rest }, null, 2)}\n`)
process.exit()
