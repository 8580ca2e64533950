import { Option } from 'commander'
import type { Command } from 'commander'
import { CodecError } from '../codec/errors.ts'
import { readPackets } from '../ingest/index.ts'
import { headerLog, swapDwords } from '../packet/index.ts'
import { pageRequest } from '../generated/pcie.ts'
import { record } from '../registry.ts'
import { InputError, UsageError } from './errors.ts'
import { openInput } from './input.ts'
import { addDeviceOptions, addStatusOptions, examples, identityOf } from './options.ts'
import type { DeviceOptions, StatusOptions } from './options.ts'
import { checkTarget } from './read/convert.ts'
import { addFormOptions } from './read/forms.ts'
import { judge } from './read/index.ts'
import { checkForms, printer } from './read/print.ts'
import type { FormOptions } from './read/print.ts'
import type { Terminal } from './terminal.ts'
import { parseNumber } from './values.ts'

interface Options extends StatusOptions, FormOptions, DeviceOptions {
  readonly file?: string
  readonly binary?: boolean
  readonly flit?: boolean
  readonly swap?: boolean
  readonly header?: boolean
  readonly prefix?: readonly number[]
}

/** More bytes than this are a capture, which `read` reads piece by piece. */
const MOST = 1 << 24

export function addTlp(program: Command, terminal: Terminal): void {
  const command = program
    .command('tlp')
    .summary('take packets of a link apart, or a header of a log')
    .description('Takes TLPs apart, one behind the other, in either mode: all kinds of packet, with prefixes, data and trailer; or a header that stands alone, as in a log.')
    .argument('[words...]', 'bytes in the order of the wire, or DWs as a log prints them; without them, --file or standard input')
    .option('--file <path>', 'read the file; - is standard input')
    .option('--binary', 'the file holds the bytes themselves')
    .option('--flit', 'packets of flit mode')
    .option('--swap', 'the bytes of each DW are in reverse order')
    .option('--header', 'a header alone, as logs hold it: no data')
    .addOption(new Option('--prefix <dw>', 'an end-to-end prefix that the log prints behind the header; as often as there are').argParser(prefixes))
  addFormOptions(command)
  addStatusOptions(command, 'strict')
  addDeviceOptions(command, 'The device for --to, where the packet does not say it:')
    .addHelpText('after', examples(
      'tlp 32000000 00000005 0300f1ab 00000000',
      'tlp --header 30000000 6a100004 00000000 ffffb167 --prefix 91800002',
      'tlp --flit --header 03400001 01000a0a abcd1234',
      'tlp --binary --file tlps.bin --json',
    ))
    .action((words: string[], options: Options) => tlp(words, options, terminal))
}

function prefixes(text: string, before: readonly number[] = []): readonly number[] {
  const value = parseNumber(/^[0-9a-f]{8}$/i.test(text) ? `0x${text}` : text)
  if (value === undefined || value < 0n || value > 0xffff_ffffn) throw new UsageError(`--prefix ${text}: expected a DW`)
  return [...before, Number(value)]
}

async function tlp(words: readonly string[], options: Options, terminal: Terminal): Promise<void> {
  const { to, file, binary, flit, swap, header = false, prefix = [] } = options
  if (to) checkTarget(to)
  checkForms(options)
  if (prefix.length > 0 && !header) throw new UsageError('--prefix goes with --header: in a packet, prefixes stand before the header')
  if (prefix.length > 0 && flit) throw new UsageError('flit mode has no end-to-end prefixes')
  checkPrefixes(prefix)
  const { pieces } = await openInput(words, { ...(!binary && { words: 'bytes' as const }), ...(file !== undefined && { file }), ...(binary && { binary }) }, record(pageRequest.id), terminal)
  const all: Uint8Array[] = []
  let size = 0
  for await (const piece of pieces) {
    all.push(piece)
    size += piece.length
    if (size > MOST) throw new InputError(`more than ${MOST} bytes; "pci-ats-pri read --as tlp" reads any number`)
  }
  const given = Uint8Array.from(Buffer.concat(all))
  if (swap && given.length % 4 !== 0) throw new InputError(`${given.length} bytes are no whole number of DWs`)
  const name = words.length > 0 ? 'the arguments' : file ?? 'standard input'
  const print = printer(options, identityOf(options), false, terminal)
  for (const item of readPackets(swap ? swapDwords(given) : given, { mode: flit ? 'flit' : 'non-flit', header, prefixes: prefix })) {
    print.item(name, item)
    judge(item, options, terminal)
  }
  print.end()
  if (options.exitZero) terminal.status = 0
}

function checkPrefixes(prefix: readonly number[]): void {
  try {
    headerLog([], prefix)
  } catch (error) {
    if (error instanceof CodecError) throw new UsageError(`--prefix: ${error.message}`)
    throw error
  }
}
