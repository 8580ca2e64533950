import { Command, CommanderError, Option } from 'commander'
import { CodecError } from '../codec/errors.ts'
import manifest from '../../package.json' with { type: 'json' }
import { addAnswer } from './answer.ts'
import { addCapabilities } from './capabilities.ts'
import { addCompletions } from './completions.ts'
import { addConvert } from './convert.ts'
import { addDecode } from './decode.ts'
import { addEncode } from './encode.ts'
import { InputError, UsageError } from './errors.ts'
import { addFormats } from './formats.ts'
import { addInspector } from './inspector.ts'
import { addKit } from './kit/index.ts'
import { addLayout } from './layout.ts'
import { bounded, escapedLines } from './escape.ts'
import { examples } from './options.ts'
import { addRead } from './read/index.ts'
import { addServe } from './serve.ts'
import { wrap } from './table.ts'
import { Terminal, WHEN } from './terminal.ts'
import type { Io, When } from './terminal.ts'
import { addTlp } from './tlp.ts'

/**
 * The command.
 * @param argv the arguments, without those of Node.js
 * @returns the exit status: 0; 1 where a record is bad or ambiguous, and for errors that `--strict` asks for; 2 for wrong usage
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const terminal = new Terminal(io)
  try {
    // Something piped in without a word of what to do is to be read.
    await program(terminal).parseAsync(argv.length === 0 && io.stdin.isTTY !== true ? ['read'] : argv, { from: 'user' })
    terminal.flush()
    await terminal.ready()
    return terminal.status
  } catch (error) {
    terminal.flush()
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (!(error instanceof UsageError || error instanceof InputError || error instanceof CodecError)) throw error
    terminal.error(error.message)
    return error instanceof UsageError ? 2 : 1
  }
}

/** The commands and their options, for those that only describe them. */
export const described = (io: Io): Command => program(new Terminal(io))

/** Longest text of the argument parser, which may be a whole page of help. */
const LONGEST = 10_000

function program(terminal: Terminal): Command {
  const { io, width } = terminal
  const command = new Command('pci-ats-pri')
    .description('PCI ATS and PRI traffic, bit for bit: page requests and page responses as PCIe TLPs, IOMMU queue entries and Linux structs.')
    .version(manifest.version)
    .exitOverride()
    .configureHelp({ helpWidth: width, minWidthToWrap: 20, subcommandTerm: (one) => one.name() })
    .configureOutput({ writeOut: (text) => void io.stdout.write(text), writeErr: (text) => void io.stderr.write(escapedLines(bounded(text, LONGEST))) })
  for (const add of [addRead, addTlp, addFormats, addLayout, addDecode, addEncode, addConvert, addAnswer, addCapabilities, addServe, addInspector, addKit, addCompletions]) add(command, terminal)
  for (const one of command.commands) one.addOption(new Option('--color <when>', 'when text is coloured').choices(WHEN).default('auto'))
  command.hook('preAction', (_, action) => terminal.colored(action.opts<{ color: When }>().color))
  return command.addHelpText('after', `${examples(
    'read dmesg.txt',
    'formats',
    'layout vtd.page-request',
    'decode pcie.prg-response 32000000 00000005 0300f1ab 00000000',
    'answer vtd.page-request queue.hex',
  )}

${wrap('Results go to standard output, diagnostics to standard error. Exit status: 0; 1 where a record is bad or ambiguous, and under --strict for findings of severity error; 2 for wrong usage, and for files that cannot be read or written.', width).join('\n')}`)
}
