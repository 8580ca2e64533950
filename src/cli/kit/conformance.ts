import { readFile, writeFile } from 'node:fs/promises'
import { Option } from 'commander'
import type { Command } from 'commander'
import { conformance, formatFailures, parseFailures, UnusableTestee } from '../../export/index.ts'
import type { ConformanceOptions, Report } from '../../export/index.ts'
import { records as registry } from '../../registry.ts'
import type { AnyRecord } from '../../registry.ts'
import { fileError, UsageError } from '../errors.ts'
import { examples } from '../options.ts'
import type { Terminal } from '../terminal.ts'
import { count, list, ops, seconds, select } from './select.ts'

interface Options extends Omit<ConformanceOptions, 'failures'> {
  readonly records?: string[]
  readonly failures?: string
  readonly writeFailures?: string
  readonly json?: true
}

export function addConformance(program: Command, terminal: Terminal): void {
  program
    .command('conformance')
    .summary('test a decoder of any language with every vector, over a pipe')
    .description('Starts a program, asks it every vector as lines of text, and compares its answers. docs/exports.md has the protocol.')
    .argument('<command...>', 'the program and its arguments, after --')
    .option('--records <list>', 'ids of records, or families, with commas; default: what the program says it knows', list)
    .option('--ops <list>', 'decode, encode or both with a comma', ops)
    .addOption(new Option('--level <level>', 'values: only what decodes is asked, for programs that check nothing').choices(['values', 'strict']).default('strict'))
    .option('--failures <file>', 'known failures, a name a line; what is listed must fail')
    .option('--write-failures <file>', 'write what failed as such a list')
    .option('--window <n>', 'how many questions are open at a time', count(1), 64)
    .option('--batch', 'ask everything at once, then end the input')
    .option('--timeout <seconds>', 'time for each answer', seconds, 5)
    .option('--random <n>', 'random messages of each record', count(0), 20)
    .option('--seed <n>', 'seed of the random messages', count(0), 1)
    .option('--json', 'the whole report as one JSON object')
    .addHelpText('after', `${examples('conformance --records vtd.page-request -- ./my-decoder', 'conformance --failures known.txt -- python3 testee.py')}

Exit status: 0; 1 for a failure that is not listed, or a listed one that passes; 2 where the program cannot be tested.`)
    .action((command: string[], options: Options) => run(command, options, terminal))
}

async function run(command: readonly string[], options: Options, terminal: Terminal): Promise<void> {
  const { records: names = [], failures, writeFailures, json, ...rest } = options
  const chosen = select(names)
  const text = failures === undefined ? '' : await readFile(failures, 'utf8').catch((error: unknown) => { throw fileError(failures, error) })
  const report = await conformance(chosen, command, { ...rest, failures: listed(text) }).catch((error: unknown) => {
    throw error instanceof UnusableTestee || error instanceof RangeError ? new UsageError(error.message) : error
  })
  if (!report.ok) terminal.status = 1
  if (json) terminal.print(JSON.stringify(report))
  else show(report, terminal)
  unasked(names.length > 0 ? chosen : [], report, terminal)
  // Last, so that a list that cannot be written does not take the report with it.
  if (writeFailures !== undefined) await writeFile(writeFailures, formatFailures([...report.failures, ...report.listed])).catch((error: unknown) => { throw fileError(writeFailures, error) })
}

/** What was not asked, though the user or the testee named it. */
function unasked(chosen: readonly AnyRecord[], { records: known, ops: able = [] }: Report, terminal: Terminal): void {
  const left = chosen.filter(({ id }) => known && !known.includes(id)).map(({ id }) => id)
  if (left.length > 0) terminal.note(`not asked, as it does not say that it knows them: ${left.join(', ')}`)
  const unknown = [...(known ?? []).filter((id) => !registry.some((one) => one.id === id)), ...able.filter((op) => op !== 'decode' && op !== 'encode')]
  if (unknown.length > 0) terminal.note(`not asked, as there is no such record or op: ${unknown.join(', ')}`)
}

function listed(text: string): ReturnType<typeof parseFailures> {
  try {
    return parseFailures(text)
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

const times = (number: number): string => (number === 1 ? 'once' : `${number} times`)

/** So many of a kind are printed; the others are in --json. */
const SHOWN = 10

function show(report: Report, terminal: Terminal): void {
  const { style } = terminal
  const part = (title: string, lines: readonly string[]): void => {
    if (lines.length === 0) return
    terminal.print(style.bold(title), ...lines.slice(0, SHOWN).map((line) => `  ${line}`))
    if (lines.length > SHOWN) terminal.print(style.dim(`  and ${lines.length - SHOWN} more`))
  }
  part('failed:', report.failures.map(({ name, reason }) => `${name}: ${reason}`))
  part('listed as failures, but they pass:', report.stale)
  part('passed, and the field of the error is another:', report.advice.map(({ name, reason }) => `${name}: ${reason}`))
  part('skipped:', Object.entries(report.skips).map(([why, number]) => `${times(number)}: ${why}`))
  if (!report.ok) part('its standard error ends:', report.stderr === '' ? [] : report.stderr.split('\n').slice(-SHOWN))
  if (report.noise > 0) terminal.note(`${report.noise} lines of the program answer nothing`)
  if (report.restarts > 0) terminal.note(`the program was started again ${times(report.restarts)}`)
  const { asked, passed, failed, skipped, listed: known, seed } = report
  if (passed === 0) terminal.note('nothing passed')
  const verdict = report.ok ? style.good('ok') : style.bad('not ok')
  terminal.print(`${report.testee ?? 'testee'}: ${verdict}: ${asked} asked, ${passed} passed, ${failed} failed (${known.length} listed), ${skipped} skipped, seed ${seed}`)
}
