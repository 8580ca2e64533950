import { Option } from 'commander'
import type { Command } from 'commander'
import { Reader } from '../../ingest/index.ts'
import type { Conclusion, LinkedItem, ReadOptions } from '../../ingest/index.ts'
import { layoutOf } from '../../neighbours/index.ts'
import { UsageError } from '../errors.ts'
import { json } from '../json.ts'
import { addStatusOptions, examples } from '../options.ts'
import type { StatusOptions } from '../options.ts'
import type { Terminal } from '../terminal.ts'
import { csvRow, OWN_FIELDS, valuesOf } from './fields.ts'
import { itemJson } from './json.ts'
import { openFile } from './sources.ts'
import { itemLines, wrapped } from './text.ts'

interface Options extends StatusOptions {
  readonly as?: string
  readonly words?: 'bytes' | 'number'
  readonly mode?: 'flit' | 'non-flit'
  readonly json?: boolean
  readonly csv?: boolean
  readonly T?: string
  readonly e?: readonly string[]
  readonly verbose?: boolean
}

export function addRead(program: Command, terminal: Terminal): void {
  const command = program
    .command('read', { isDefault: false })
    .summary('find records in logs, traces, tables and dumps')
    .description(
      'Finds records in what you have: kernel logs, traces, debugfs tables, lspci, hex dumps, binary rings, captures. '
      + 'What is not in the input is said to be absent; where several readings fit, all are shown.',
    )
    .argument('[files...]', 'files; without them, or for -, standard input')
    .option('--as <id>', 'bytes are records of this id, or "tlp", where the input does not say it')
    .addOption(new Option('--words <form>', 'how words are read, where the input does not say it').choices(['bytes', 'number']))
    .addOption(new Option('--mode <mode>', 'how the link frames its packets').choices(['flit', 'non-flit']))
    .option('-v, --verbose', 'every field on a line of its own')
    .optionsGroup('Other forms:')
    .option('--json', 'one JSON object for each record')
    .option('-T <form>', 'as in tshark: "fields", with -e')
    .option('-e <field>', `a field of -T fields and --csv, as often as wanted: of the records, or ${OWN_FIELDS.join(', ')}`, collect)
    .option('--csv', 'comma-separated values, with a head line')
    .optionsGroup('Options:')
  addStatusOptions(command, 'strict')
    .addHelpText('after', examples(
      'read dmesg.txt',
      'read --json trace.txt',
      'read -T fields -e rid -e pasid -e address trace.txt',
      'read --as vtd.page-request --words number gdb.txt',
    ))
    .action((files: string[], options: Options) => read(files, options, terminal))
}

const collect = (field: string, before: readonly string[] = []): readonly string[] => [...before, field]

async function read(files: readonly string[], options: Options, terminal: Terminal): Promise<void> {
  const { as } = options
  if (as !== undefined && as !== 'tlp') layoutOf(as)
  if (options.T !== undefined && options.T !== 'fields') throw new UsageError(`-T ${options.T}: the form is "fields"`)
  if ((options.T !== undefined || options.csv) && options.e === undefined) throw new UsageError('-e names the fields')
  const print = printer(options, files.length > 1, terminal)
  let found = 0
  for (const file of files.length === 0 ? [undefined] : files) found += await readFile(file, options, print, terminal)
  if (found === 0) terminal.note('no record of ATS, PRI or their neighbours is in this input')
  if (options.exitZero) terminal.status = 0
}

interface Printer {
  item(file: string, item: LinkedItem): void
  conclusion(file: string, conclusion: Conclusion): void
}

async function readFile(file: string | undefined, options: Options, print: Printer, terminal: Terminal): Promise<number> {
  const { name, kind, pieces } = await openFile(file, terminal)
  const readOptions: ReadOptions = { ...(options.as !== undefined && { as: options.as }), ...(options.words && { words: options.words }), ...(options.mode && { mode: options.mode }) }
  if (kind !== 'text') return (await import('./binary.ts')).readBinary({ name, kind, pieces }, readOptions, (item) => show(name, item), terminal)
  const reader = new Reader(readOptions)
  let found = 0
  const show = (from: string, item: LinkedItem): void => {
    found++
    print.item(from, item)
    if (item.ambiguous || item.bad || (options.strict && item.findings.some(({ severity }) => severity === 'error'))) terminal.status = 1
  }
  for await (const piece of pieces) {
    for (const item of reader.push(Buffer.from(piece.buffer, piece.byteOffset, piece.length).toString('latin1'))) show(name, item)
    if (!terminal.isReady) await terminal.ready()
  }
  const { items, conclusions } = reader.end()
  for (const item of items) show(name, item)
  for (const conclusion of conclusions) print.conclusion(name, conclusion)
  for (const { line, at } of reader.tooLong) terminal.error(`${name}:${line}: the line at byte ${at} is too long to be text, and was left out`)
  return found
}

function printer(options: Options, named: boolean, terminal: Terminal): Printer {
  const e = options.e ?? []
  if (options.json) {
    return {
      item: (file, item) => terminal.print(itemJson(file, item)),
      conclusion: (file, { what, lines, text }) => terminal.print(json({ file, line: lines.at(-1), source: 'correlation', record: null, name: what, reading: '', absent: [], message: {}, summary: text, findings: [], lines })),
    }
  }
  if (options.csv) {
    terminal.print(csvRow(e))
    return { item: (file, item) => terminal.print(csvRow(valuesOf(file, item, e))), conclusion: () => undefined }
  }
  if (options.T !== undefined) return { item: (file, item) => terminal.print(valuesOf(file, item, e).map((value) => value.replaceAll(/[\t\r\n]/g, ' ')).join('\t')), conclusion: () => undefined }
  let first = true
  return {
    item(file, item) {
      terminal.print(...(first ? [] : ['']), ...itemLines(file, item, terminal, { verbose: options.verbose === true, named }))
      first = false
    },
    conclusion: (_file, { text, lines }) => terminal.print('', ...wrapped(`${text} (line${lines.length === 1 ? '' : 's'} ${[...lines].reverse().join(', ')})`, terminal.width, '')),
  }
}
