import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Argument } from 'commander'
import type { Command } from 'commander'
import { exporters } from '../../export/index.ts'
import type { ExportOptions, ExportTarget } from '../../export/index.ts'
import { fileError, UsageError } from '../errors.ts'
import { examples } from '../options.ts'
import type { Terminal } from '../terminal.ts'
import { select } from './select.ts'

interface Options extends ExportOptions {
  readonly output?: string
  readonly check?: string
}

export function addExport(program: Command, terminal: Terminal): void {
  program
    .command('export')
    .summary('write the tables as JSON, C, SystemVerilog, Python, Rust or a Wireshark dissector')
    .description('Writes the tables for another language. Every output is proved by the real tools of its language with the vectors of "conformance".')
    .addArgument(new Argument('<target>', 'the language').choices(Object.keys(exporters)))
    .argument('[ids...]', 'ids of records, or families; default: all')
    .option('-o, --output <dir>', 'where the files are written')
    .option('--check <dir>', 'write nothing; exit with 1 where the files there are out of date')
    .option('--prefix <name>', 'what the files and all names begin with')
    .option('--testee', 'also a program that answers "conformance", for c, systemverilog, python and rust')
    .addHelpText('after', examples('export c vtd pcie -o include', 'export python vtd.page-request --testee -o .', 'export c vtd pcie --check include'))
    .action((target: ExportTarget, ids: string[], options: Options) => run(target, ids, options, terminal))
}

async function run(target: ExportTarget, ids: readonly string[], { output, check, ...options }: Options, terminal: Terminal): Promise<void> {
  if ((output === undefined) === (check === undefined)) throw new UsageError('give one of --output <dir> and --check <dir>')
  const files = filesOf(target, ids, options)
  for (const [name, text] of files) {
    const path = join((output ?? check)!, name)
    if (output !== undefined) {
      await makeFolder(output).then(() => writeFile(path, text)).catch((error: unknown) => { throw fileError(path, error) })
      terminal.print(path)
    } else {
      const there = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined
        throw fileError(path, error)
      })
      if (there !== text) terminal.error(`${path}: ${there === undefined ? 'is not there' : 'is out of date'}`)
    }
  }
}

/** Makes a folder, and those above it. Node's own way to does not end where the system makes none, as in /proc. */
async function makeFolder(path: string): Promise<void> {
  await mkdir(path).catch(async (error: NodeJS.ErrnoException) => {
    // What stands there may be no folder; then the file in it says so.
    if (error.code === 'EEXIST') return
    if (error.code !== 'ENOENT' || dirname(path) === path) throw error
    await makeFolder(dirname(path))
    await mkdir(path)
  })
}

function exported<T>(make: () => T): T {
  try {
    return make()
  } catch (error) {
    throw error instanceof RangeError ? new UsageError(error.message) : error
  }
}

function filesOf(target: ExportTarget, ids: readonly string[], options: ExportOptions): ReadonlyMap<string, string> {
  const chosen = select(ids)
  const files = exported(() => exporters[target](chosen, options))
  const names = [...files.keys()]
  if (options.testee && !names.some((name) => name.includes('_testee.'))) throw new UsageError(`${target} has no program for --testee`)
  if (options.prefix !== undefined && !names.every((name) => name.startsWith(options.prefix!))) throw new UsageError(`${target} has no names for --prefix`)
  return files
}
