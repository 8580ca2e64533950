import { readFile } from 'node:fs/promises'
import { Option } from 'commander'
import type { Command } from 'commander'
import { InputError, UsageError } from './errors.ts'
import { parseHex, WORDS } from './hex.ts'
import type { Input, Words } from './hex.ts'
import type { Terminal } from './terminal.ts'

export interface InputOptions {
  readonly file?: string
  readonly binary?: boolean
  readonly words: Words
}

export const wordsOption = (text: string, flags = '--words <form>'): Option => new Option(flags, text).choices(WORDS).default('bytes', 'bytes, in the order of memory or wire')

export function addInputOptions(command: Command): Command {
  return command
    .option('--file <path>', 'read the file; - is standard input')
    .option('--binary', 'the file holds the bytes themselves')
    .addOption(wordsOption('how hex words are read'))
}

/**
 * The bytes that a command works on: words of the command line, a file, or standard input.
 * @throws {UsageError | InputError}
 */
export async function readInput(args: readonly string[], { file, binary, words }: InputOptions, terminal: Terminal): Promise<Input> {
  if (args.length > 0 && (file !== undefined || binary)) throw new UsageError('give hex words or a file, not both')
  if (binary && words !== 'bytes') throw new UsageError('--words says how hex is read; a file that is --binary has none')
  const name = args.length > 0 ? 'the arguments' : file === undefined || file === '-' ? 'standard input' : file
  const input = args.length > 0 ? parseHex(args.join('\n'), words, (n) => `argument ${n}`, ' (--file reads a file)') : await readSource()
  if (input.bytes.length === 0) throw new InputError(`${name}: nothing to read: no bytes are there`)
  return input

  async function readSource(): Promise<Input> {
    const data = name === file ? await readPath(file) : await readAll(terminal)
    if (binary) return { bytes: data, numbersAsBytes: false, place: () => name }
    const hint = data.includes(0) ? ' (--binary reads the bytes themselves)' : ''
    return parseHex(data.toString('utf8'), words, (line) => `${name}:${line}`, hint)
  }
}

async function readPath(path: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch (error) {
    throw new UsageError(`${path}: ${(error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : (error as Error).message}`)
  }
}

export async function readAll(terminal: Terminal): Promise<Buffer> {
  if (terminal.io.stdin.isTTY) terminal.note('reading from the terminal; Ctrl-D ends the input')
  const chunks: Buffer[] = []
  for await (const chunk of terminal.io.stdin) chunks.push(Buffer.from(chunk as Uint8Array))
  return Buffer.concat(chunks)
}
