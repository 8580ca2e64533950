import { Option } from 'commander'
import type { Command } from 'commander'
import { CodecError } from '../../codec/errors.ts'
import { Reader, unitOf } from '../../ingest/index.ts'
import type { LinkedItem, ReadOptions } from '../../ingest/index.ts'
import { UsageError } from '../errors.ts'
import { addDeviceOptions, addStatusOptions, examples, identityOf, numberOption, parseId } from '../options.ts'
import type { DeviceOptions, StatusOptions } from '../options.ts'
import { giveBack } from '../source.ts'
import type { Terminal } from '../terminal.ts'
import { Ahead } from './ahead.ts'
import { checkTarget } from './convert.ts'
import { addFormOptions } from './forms.ts'
import { checkForms, printer } from './print.ts'
import type { FormOptions } from './print.ts'
import type { Printer } from './printer.ts'
import { openFile } from './sources.ts'

interface Options extends StatusOptions, FormOptions, DeviceOptions {
  readonly as?: string
  readonly words?: 'bytes' | 'number'
  readonly mode?: 'flit' | 'non-flit'
  readonly binary?: boolean
  readonly head?: number
  readonly tail?: number
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
    .option('--as <id>', 'bytes are records of this id, entries of this queue, or "tlp", where the input does not say it')
    .addOption(new Option('--words <form>', 'how words are read, where the input does not say it').choices(['bytes', 'number']))
    .addOption(new Option('--mode <mode>', 'how the link frames its packets').choices(['flit', 'non-flit']))
    .option('--binary', 'the files hold the bytes themselves; without it, zero bytes tell')
    .option('--head <n>', 'a binary ring: index of its oldest entry', numberOption(32))
    .option('--tail <n>', 'index of the entry that is written next', numberOption(32))
  addFormOptions(command, [new Option('--arrow <file>', 'an Arrow file of the records that --as names; needs the package apache-arrow')])
  addStatusOptions(command, 'strict')
  addDeviceOptions(command, 'The device for --to, where the input does not say it:')
    .addHelpText('after', examples(
      'read dmesg.txt',
      'read --json trace.txt',
      'read -T fields -e rid -e pasid -e address trace.txt',
      'read --as vtd.page-request --words number gdb.txt',
      'read --as vtd.page-request --binary --head 14 --tail 3 ring.bin',
      'read --to pcie.prg-response answers.txt',
      'read --export pcap tlps.txt > tlps.pcap',
      'read --as vtd.page-request --binary --arrow requests.arrow ring.bin',
    ))
    .action((files: string[], options: Options) => read(files, options, terminal))
}

async function read(files: readonly string[], options: Options, terminal: Terminal): Promise<void> {
  const { as, to, head, tail } = options
  if (as !== undefined) checkUnit(as)
  if (to) checkTarget(to)
  checkForms(options)
  if ((head === undefined) !== (tail === undefined)) throw new UsageError('--head and --tail go together')
  if (head !== undefined && (as === undefined || as === 'tlp')) throw new UsageError('--head and --tail count entries: --as says which')
  const print = options.arrow === undefined ? printer(options, identityOf(options), files.length > 1, terminal) : await arrowOf(options.arrow, options, terminal)
  let found = 0
  for (const file of files.length === 0 ? [undefined] : files) found += await readFile(file, options, print, terminal)
  print.end()
  if (found === 0) terminal.note('no record of ATS, PRI or their neighbours is in this input')
  if (options.exitZero) terminal.status = 0
}

function checkUnit(as: string): void {
  try {
    if (as !== 'tlp') unitOf(as)
  } catch (error) {
    if (!(error instanceof CodecError)) throw error
    throw new UsageError(`--as: expected ${error.expected}, got ${JSON.stringify(as)}`)
  }
}

/** The Arrow file as a form of output: it is of one record, and nothing of it is loaded where it is not asked for. */
async function arrowOf(path: string, { as }: Options, terminal: Terminal): Promise<Printer> {
  if (as === undefined || as === 'tlp') throw new UsageError('an Arrow file is of one record: --as says of which')
  const record = parseId(as)
  const { arrowPrinter } = await import('./arrow.ts')
  return arrowPrinter(path, record, terminal)
}

async function readFile(file: string | undefined, options: Options, print: Printer, terminal: Terminal): Promise<number> {
  const { as, words, mode, head, tail } = options
  const { name, kind, encoding, source, pieces } = await openFile(file, options.binary === true || head !== undefined, terminal)
  const readOptions: ReadOptions = { ...(as !== undefined && { as }), ...(words && { words }), ...(mode && { mode }) }
  let found = 0
  const show = (item: LinkedItem): void => {
    found++
    print.item(name, item)
    judge(item, options, terminal)
  }
  if (kind === 'binary' && head === undefined && print.bytes) return print.bytes(name, pieces)
  if (kind !== 'text') {
    const { readBinary } = await import('./binary.ts')
    const conclusions = await readBinary({ name, kind, pieces }, readOptions, head === undefined || tail === undefined ? undefined : { head, tail }, show, terminal)
    for (const conclusion of conclusions) print.conclusion(name, conclusion)
    return found
  }
  const reader = new Reader(readOptions)
  // The reader passes over the byte order mark, and counts it.
  const decoder = encoding && new TextDecoder(encoding, { ignoreBOM: true })
  const ahead = source && !decoder ? new Ahead(source, readOptions) : undefined
  try {
    for await (const piece of pieces) {
      for (const item of reader.each(decoder ? decoder.decode(piece, { stream: true }) : piece)) show(item)
      giveBack(piece)
      ahead?.next(reader)
      if (!terminal.isReady) await terminal.ready()
    }
  } finally {
    await ahead?.end()
  }
  const { items, conclusions } = reader.end()
  for (const item of items) show(item)
  for (const conclusion of conclusions) print.conclusion(name, conclusion)
  for (const { line, at } of reader.tooLong) terminal.error(`${name}:${line}: the line at byte ${encoding ? 2 * at : at} is too long to be text, and was left out`)
  if (found === 0 && reader.unread !== undefined) terminal.note(`${name}:${reader.unread}: nothing tells what this hex is; --as says it`)
  return found
}

/** The exit status that an item asks for. */
export function judge({ ambiguous, bad, findings }: LinkedItem, { strict }: StatusOptions, terminal: Terminal): void {
  if (ambiguous || bad || (strict && findings.some(({ severity }) => severity === 'error'))) terminal.status = 1
}
