import type { Command } from 'commander'
import { described } from '../src/cli/run.ts'

/** Where the manual page stands. */
export const MAN = 'man/pci-ats-pri.1'

/** The manual page, from the help of the command itself. */

const quiet = { write: () => true }

/** Text as roff: no line is a request, and no hyphen is turned into another character. */
const roff = (text: string): string => text.replaceAll('\\', '\\e').replaceAll('-', '\\-').split('\n').map((line) => line.replace(/^([.'])/, '\\&$1')).join('\n')

/** Text of the help that stands as it is. */
const verbatim = (text: string): string[] => ['.nf', roff(text), '.fi']

export function manPage(): string {
  // The whole help of each command is asked for at one width, so that the page is the same wherever it is made.
  const program = described({ stdin: [] as never, stdout: { ...quiet, columns: 76 }, stderr: quiet, env: {} })
  const help = (command: Command): string => {
    let text = ''
    command.configureOutput({ writeOut: (part) => (text += part), writeErr: () => undefined })
    command.outputHelp()
    return text.trimEnd()
  }
  return [
    '.\\" Generated from the help of the command by `npm run generate`. Do not edit.',
    '.TH PCI\\-ATS\\-PRI 1 "" "pci\\-ats\\-pri" "User Commands"',
    '.SH NAME',
    `pci\\-ats\\-pri \\- read and write the bytes of PCI ATS and PRI traffic`,
    '.SH SYNOPSIS',
    '.B pci\\-ats\\-pri',
    '[\\fIcommand\\fR] [\\fIoptions\\fR]',
    '.br',
    '\\fIsomething\\fR | \\fBpci\\-ats\\-pri\\fR',
    '.SH DESCRIPTION',
    roff(program.description()),
    'Without a command, what is piped in is read as by the command',
    '.BR read .',
    '.SH COMMANDS',
    ...program.commands.flatMap((command) => [`.SS ${roff(command.name())}`, ...verbatim(help(command))]),
    '.SH EXIT STATUS',
    '0; 1 where a record is bad or ambiguous, and under \\fB\\-\\-strict\\fR for findings of severity error; 2 for wrong usage, and for files that cannot be read or written.',
    '.SH ENVIRONMENT',
    '.B NO_COLOR',
    'and',
    '.B FORCE_COLOR',
    'turn colour off and on, as does \\fB\\-\\-color\\fR.',
    '.B COLUMNS',
    'is the width where the output is no terminal.',
    '',
  ].join('\n')
}
