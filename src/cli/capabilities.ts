import type { Command } from 'commander'
import { capabilities } from '../capabilities/index.ts'
import type { Capabilities } from '../capabilities/index.ts'
import { parseLspci } from '../ingest/lspci-hex.ts'
import type { LspciDevice } from '../ingest/lspci-hex.ts'
import { record } from '../registry.ts'
import { InputError } from './errors.ts'
import { readInput } from './input.ts'
import { json } from './json.ts'
import { examples } from './options.ts'
import { fieldTable } from './packet.ts'
import { table, wrap } from './table.ts'
import type { Cell } from './table.ts'
import type { Terminal } from './terminal.ts'

interface CapabilitiesOptions {
  readonly binary?: boolean
  readonly json?: boolean
}

export function addCapabilities(program: Command, terminal: Terminal): void {
  program
    .command('capabilities')
    .summary('read ATS, PRI and PASID out of configuration space')
    .description(
      'Walks the extended capabilities of each function in the output of lspci -xxxx, takes ATS, PRI and PASID apart, and says what is wrong with them. '
      + 'Exit status 1 where something is in error.',
    )
    .argument('[file]', 'the output of lspci; without it, standard input')
    .option('--binary', 'the file holds the configuration space of one function itself')
    .option('--json', 'one JSON object for each function')
    .addHelpText('after', examples(
      'capabilities lspci.txt',
      'capabilities --binary /sys/bus/pci/devices/0000:6a:01.0/config',
    ))
    .action((file: string | undefined, options: CapabilitiesOptions) => show(file, options, terminal))
}

async function show(file: string | undefined, { binary, json: asJson }: CapabilitiesOptions, terminal: Terminal): Promise<void> {
  const devices = await readDevices(file, binary ?? false, terminal)
  for (const [i, { name, line, bytes, problem }] of devices.entries()) {
    const title = name || (binary ? 'configuration space' : `the dump from line ${line} on`)
    if (problem !== undefined) {
      terminal.error(`${title}: ${problem}; skipped`)
      continue
    }
    const found = capabilities(bytes)
    if (found.findings.some(({ severity }) => severity === 'error')) terminal.status = 1
    if (asJson) terminal.print(json({ ...(name !== '' && { device: name }), bytes: bytes.length, ...found }))
    else terminal.print(...(i > 0 ? [''] : []), `${terminal.style.bold(title)}  ${bytes.length} bytes`, ...describe(found, bytes, terminal))
  }
}

async function readDevices(file: string | undefined, binary: boolean, terminal: Terminal): Promise<Pick<LspciDevice, 'name' | 'line' | 'bytes' | 'problem'>[]> {
  const { bytes } = await readInput([], { binary: true, words: 'bytes', ...(file !== undefined && { file }) }, terminal)
  if (binary) return [{ name: '', line: 1, bytes }]
  const devices = parseLspci(Buffer.from(bytes).toString('utf8'))
  if (devices.length > 0) return devices
  const hint = bytes.includes(0) ? '--binary reads configuration space itself' : 'lspci writes it with -xxxx'
  throw new InputError(`${file ?? 'standard input'}: no hex dump of configuration space is there (${hint})`)
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
