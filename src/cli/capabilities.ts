import type { Command } from 'commander'
import { capabilities } from '../capabilities/index.ts'
import type { Capabilities } from '../capabilities/index.ts'
import { LspciReader, SPACE_SIZE } from '../ingest/lspci-spaces.ts'
import type { LspciDevice } from '../ingest/lspci-spaces.ts'
import { record } from '../registry.ts'
import { InputError } from './errors.ts'
import { json } from './json.ts'
import { addStatusOptions, examples } from './options.ts'
import type { StatusOptions } from './options.ts'
import { fieldTable } from './packet.ts'
import { linesOf, sourceOf, wholeOf } from './source.ts'
import { table, wrap } from './table.ts'
import type { Cell } from './table.ts'
import type { Terminal } from './terminal.ts'

interface CapabilitiesOptions extends StatusOptions {
  readonly binary?: boolean
  readonly json?: boolean
}

export function addCapabilities(program: Command, terminal: Terminal): void {
  const command = program
    .command('capabilities')
    .summary('read ATS, PRI and PASID out of configuration space')
    .description(
      'Walks the extended capabilities of each function in the output of lspci -xxxx, takes ATS, PRI and PASID apart, and says what is wrong with them.',
    )
    .argument('[file]', 'the output of lspci; without it, standard input')
    .option('--binary', 'the file holds the configuration space of one function itself')
    .option('--json', 'one JSON object for each function')
  addStatusOptions(command, 'strict')
    .addHelpText('after', examples(
      'capabilities lspci.txt',
      'capabilities --binary /sys/bus/pci/devices/0000:6a:01.0/config',
    ))
    .action((file: string | undefined, options: CapabilitiesOptions) => show(file, options, terminal))
}

async function show(file: string | undefined, options: CapabilitiesOptions, terminal: Terminal): Promise<void> {
  const { binary = false, json: asJson } = options
  let n = 0
  for await (const { name, line, bytes, problem } of binary ? binaryDevice(file, terminal) : textDevices(file, terminal)) {
    const title = name || (binary ? 'configuration space' : `the dump from line ${line} on`)
    if (problem !== undefined) {
      terminal.error(`${title}: ${problem}; skipped`)
      continue
    }
    const found = capabilities(bytes)
    if (options.strict && found.findings.some(({ severity }) => severity === 'error')) terminal.status = 1
    if (asJson) terminal.print(json({ ...(name !== '' && { device: name }), bytes: bytes.length, ...found }))
    else terminal.printAll([...(n++ > 0 ? [''] : []), `${terminal.style.bold(title)}  ${bytes.length} bytes`, ...describe(found, bytes, terminal)])
    if (!terminal.isReady) await terminal.ready()
  }
  if (options.exitZero) terminal.status = 0
}

async function* binaryDevice(file: string | undefined, terminal: Terminal): AsyncGenerator<LspciDevice> {
  const { name, bytes } = sourceOf(file, terminal)
  const space = await wholeOf(bytes, SPACE_SIZE, name)
  if (space.length === 0) throw new InputError(`${name}: nothing to read: no bytes are there`)
  yield { name: '', line: 1, bytes: space }
}

async function* textDevices(file: string | undefined, terminal: Terminal): AsyncGenerator<LspciDevice> {
  const { name, bytes } = sourceOf(file, terminal)
  const reader = new LspciReader()
  let found = false
  let isEmpty = true
  let isBinary = false
  for await (const line of linesOf(bytes)) {
    isEmpty = false
    isBinary ||= line?.includes('\0') ?? false
    // A line that is too long is no row of a dump.
    for (const device of reader.line(line ?? '')) {
      found = true
      yield device
    }
  }
  for (const device of reader.end()) {
    found = true
    yield device
  }
  if (found) return
  if (isEmpty) throw new InputError(`${name}: nothing to read: no bytes are there`)
  throw new InputError(`${name}: no hex dump of configuration space is there (${isBinary ? '--binary reads configuration space itself' : 'lspci writes it with -xxxx'})`)
}

const RECORDS = ['config.ats-capability', 'config.pri-capability', 'config.pasid-capability'].map(record)

function describe({ list, queueDepth, findings }: Capabilities, bytes: Uint8Array, { style, width }: Terminal): string[] {
  const rows = list.map(({ offset, id, name, version }): Cell[] => [at(offset), { text: `id ${at(id)}`, paint: style.dim }, { text: `v${version}`, paint: style.dim }, name])
  const known = list.flatMap(({ offset, id }) => RECORDS.filter(({ layout }) => layout.fixed?.['id']?.value === id).flatMap((codec) => [
    '',
    `  ${style.name(codec.id)}  at ${at(offset)}${codec === RECORDS[0] && queueDepth !== null ? `, takes ${queueDepth} Invalidate Requests at a time` : ''}`,
    ...fieldTable([codec.inspect(bytes, offset)], style, width),
  ]))
  const remarks = findings.flatMap(({ severity, offset, message }) => {
    const [first, ...rest] = wrap(`${at(offset)}: ${message}`, width - severity.length - 4)
    return [`  ${(severity === 'error' ? style.bad : style.bold)(`${severity}:`)} ${first}`, ...rest.map((line) => `${' '.repeat(severity.length + 4)}${line}`)]
  })
  return [...table(rows, width, 2), ...known, ...(remarks.length > 0 ? ['', ...remarks] : [])]
}

const at = (offset: number): string => `0x${offset.toString(16)}`
