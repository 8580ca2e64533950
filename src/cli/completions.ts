import { Argument } from 'commander'
import type { Command, Option } from 'commander'
import { records } from '../registry.ts'
import { examples } from './options.ts'
import type { Terminal } from './terminal.ts'

/** What a shell needs to complete a command line, from the commands themselves. */

const SHELLS = { bash, zsh, fish } as const

export function addCompletions(program: Command, terminal: Terminal): void {
  program
    .command('completions')
    .summary('print the completions of a shell')
    .description('Prints what a shell needs to complete the commands, their options, and the ids of records.')
    .addArgument(new Argument('<shell>', 'the shell').choices(Object.keys(SHELLS)))
    .addHelpText('after', examples(
      'completions bash > /etc/bash_completion.d/pci-ats-pri',
      'completions zsh > "${fpath[1]}/_pci-ats-pri"',
      'completions fish > ~/.config/fish/completions/pci-ats-pri.fish',
    ))
    .action((shell: keyof typeof SHELLS) => terminal.print(...SHELLS[shell](program)))
}

/** Names of arguments and options that are ids of records. */
const IDS = /^(?:id|format|from|to)$/

const optionsOf = (command: Command): readonly Option[] => command.createHelp().visibleOptions(command)
const flagsOf = ({ short, long }: Option): readonly string[] => [short, long].filter((flag) => flag !== undefined && flag !== null) as string[]

/** The words that may follow a flag; undefined where anything may. */
function valuesOf(option: Option): readonly string[] | undefined {
  const { argChoices, flags } = option
  return argChoices ?? (/<id>/.test(flags) ? ids() : undefined)
}

const ids = (): readonly string[] => records.map(({ id }) => id)

/** The words of the arguments of a command, besides files. */
const wordsOf = (command: Command): readonly string[] => command.registeredArguments.flatMap((argument) => argument.argChoices ?? (IDS.test(argument.name()) ? ids() : []))

function bash(program: Command): string[] {
  const values = program.commands.flatMap((command) => optionsOf(command).flatMap((option) => {
    const words = valuesOf(option)
    return words ? flagsOf(option).map((flag) => `    '${command.name()} ${flag}') words='${words.join(' ')}' ;;`) : []
  }))
  return [
    '_pci_ats_pri() {',
    '  local current=${COMP_WORDS[COMP_CWORD]} words=',
    '  COMPREPLY=()',
    '  if ((COMP_CWORD == 1)); then',
    `    COMPREPLY=($(compgen -W '${program.commands.map((command) => command.name()).join(' ')}' -- "$current"))`,
    '    return',
    '  fi',
    '  case "${COMP_WORDS[1]} ${COMP_WORDS[COMP_CWORD - 1]}" in',
    ...values,
    '    *) case "${COMP_WORDS[1]}" in',
    ...program.commands.map((command) => `      ${command.name()}) words='${[...optionsOf(command).flatMap(flagsOf), ...wordsOf(command)].join(' ')}' ;;`),
    '    esac ;;',
    '  esac',
    '  COMPREPLY=($(compgen -W "$words" -- "$current"))',
    '}',
    // What is no word of ours may be a file.
    'complete -o default -F _pci_ats_pri pci-ats-pri',
  ]
}

/** Text between single quotes of a shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`

function zsh(program: Command): string[] {
  const spec = (option: Option): string[] => flagsOf(option).map((flag) => {
    const value = !option.required ? '' : `:value:${valuesOf(option) ? `(${valuesOf(option)!.join(' ')})` : '_files'}`
    return quoted(`*${flag}[${option.description.replaceAll(/[[\]:\\]/g, String.raw`\$&`)}]${value}`)
  })
  return [
    '#compdef pci-ats-pri',
    '_pci_ats_pri() {',
    '  if ((CURRENT == 2)); then',
    '    local -a commands=(',
    ...program.commands.map((command) => `      ${quoted(`${command.name()}:${command.summary().replaceAll(':', String.raw`\:`)}`)}`),
    '    )',
    "    _describe 'command' commands",
    '    return',
    '  fi',
    '  local command=$words[2]',
    '  shift words; ((CURRENT--))',
    '  case $command in',
    ...program.commands.flatMap((command) => {
      const words = wordsOf(command)
      return [`    ${command.name()}) _arguments ${[...optionsOf(command).flatMap(spec), quoted(`*:argument:${words.length > 0 ? `{_alternative "words:word:(${words.join(' ')})" "files:file:_files"}` : '_files'}`)].join(' ')} ;;`]
    }),
    '  esac',
    '}',
    '_pci_ats_pri "$@"',
  ]
}

function fish(program: Command): string[] {
  const names = program.commands.map((command) => command.name()).join(' ')
  return [
    ...program.commands.map((command) => `complete -c pci-ats-pri -n 'not __fish_seen_subcommand_from ${names}' -f -a ${command.name()} -d ${quoted(command.summary())}`),
    ...program.commands.flatMap((command) => {
      const when = `complete -c pci-ats-pri -n '__fish_seen_subcommand_from ${command.name()}'`
      const words = wordsOf(command)
      return [
        ...(words.length > 0 ? [`${when} -a '${words.join(' ')}'`] : []),
        ...optionsOf(command).map((option) => {
          const flags = flagsOf(option).map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`)).join(' ')
          const values = valuesOf(option)
          return `${when} ${flags}${option.required ? ` -r${values ? ` -f -a '${values.join(' ')}'` : ''}` : ''} -d ${quoted(option.description)}`
        }),
      ]
    }),
  ]
}
