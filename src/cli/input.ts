import { Option } from 'commander'
import type { Command } from 'commander'
import { chooseReading, HexError, HexReader, READING_NAMES, resolve, WORDS } from '../ingest/hex/index.ts'
import type { Piece, Reading, Words } from '../ingest/hex/index.ts'
import type { AnyRecord } from '../registry.ts'
import { InputError, UsageError } from './errors.ts'
import { judgeOf } from './packet.ts'
import { Places } from './places.ts'
import { linesOf, sourceOf } from './source.ts'
import type { Terminal } from './terminal.ts'

export interface InputOptions {
  readonly file?: string
  readonly binary?: boolean
  readonly words?: Words
}

/** What a command works on: bytes, piece by piece, and where they came from. */
export interface Input {
  /** How words were read, where they can be read in several ways. */
  readonly reading?: string
  readonly pieces: AsyncIterable<Uint8Array>
  readonly places: Places
}

export const wordsOption = (text: string, flags = '--words <form>'): Option => new Option(flags, text).choices(WORDS)

export function addInputOptions(command: Command): Command {
  return command
    .option('--file <path>', 'read the file; - is standard input')
    .option('--binary', 'the file holds the bytes themselves')
    .addOption(wordsOption('how hex words are read; without it, as they make good records'))
}

/** How much text is looked at before it is decided how its words are read, in bytes of data. */
const HEAD = 1 << 20

/**
 * What a command works on: words of the command line, a file, or standard input.
 * @returns one input; several where the words can be read in several ways
 * @throws {UsageError | InputError}
 */
export async function openInputs(args: readonly string[], { file, binary, words }: InputOptions, codec: AnyRecord, terminal: Terminal): Promise<Input[]> {
  if (args.length > 0 && (file !== undefined || binary)) throw new UsageError('give hex words or a file, not both')
  if (binary && words !== undefined) throw new UsageError('--words says how hex is read; a file that is --binary has none')
  const source = args.length > 0 ? undefined : sourceOf(file, terminal)
  const name = source?.name ?? 'the arguments'
  if (binary) return [{ pieces: some(source!.bytes, name), places: new Places(() => name) }]

  const place = (line: number): string => (source === undefined ? `argument ${line}` : `${name}:${line}`)
  const hint = source === undefined ? ' (--file reads a file)' : ' (--binary reads the bytes themselves)'
  const lines = source === undefined ? args : linesOf(source.bytes)
  const all = hexPieces(lines, new HexReader(words, hint), place)[Symbol.asyncIterator]()
  const head: Located[] = []
  let size = 0
  let ended = false
  while (size < HEAD && !ended) {
    const next = await all.next()
    ended = next.done === true
    if (next.done) break
    head.push(next.value)
    size += next.value.piece.bytes.length
  }
  const { readings, judged, errors } = chooseReading(head.map(({ piece }) => piece), judgeOf(codec, ended))
  if (errors) {
    throw new InputError(`${name}: the words make no ${codec.id}, neither as ${READING_NAMES.bytes} (${errors[0]}) nor as ${READING_NAMES.number} (${errors[1]}); --words says how they are read`)
  }
  if (readings.length > 1 && !ended) throw new InputError(`${name}: the words can be read as ${READING_NAMES.bytes} and as ${READING_NAMES.number}; --words decides`)
  const [only] = readings
  if (judged && readings.length === 1 && !(only === 'bytes' && codec.layout.order === 'big')) terminal.note(`the words were read as ${READING_NAMES[only!]}, which makes good records; --words decides`)
  return readings.map((reading) => {
    const places = new Places(place)
    return { ...(readings.length > 1 && { reading: READING_NAMES[reading] }), pieces: some(bytesOf(head, all, reading, judged, places), name), places }
  })
}

/** `openInputs`, for a command that cannot go on with several. @throws {UsageError | InputError} */
export async function openInput(args: readonly string[], options: InputOptions, codec: AnyRecord, terminal: Terminal): Promise<Input> {
  const [input, other] = await openInputs(args, options, codec, terminal)
  if (other) throw new InputError(`the words can be read as ${READING_NAMES.bytes} and as ${READING_NAMES.number}; --words decides`)
  return input!
}

interface Located {
  readonly piece: Piece
  readonly line: number
}

async function* hexPieces(lines: Iterable<string> | AsyncIterable<string | undefined>, reader: HexReader, place: (line: number) => string): AsyncGenerator<Located> {
  let n = 0
  try {
    for await (const line of lines) {
      n++
      if (line === undefined) throw new HexError('the line is too long: break it')
      for (const piece of reader.line(line)) yield { piece, line: n }
    }
    for (const piece of reader.end()) yield { piece, line: n }
  } catch (error) {
    if (error instanceof HexError) throw new InputError(`${place(Math.max(1, n))}: ${error.message}`)
    throw error
  }
}

async function* bytesOf(head: readonly Located[], rest: AsyncIterator<Located>, reading: Reading, judged: boolean, places: Places): AsyncGenerator<Uint8Array> {
  let offset = 0
  function take({ piece, line }: Located): Uint8Array {
    const bytes = resolve(piece, reading)
    places.add(offset, line)
    offset += bytes.length
    return bytes
  }
  for (const one of head) yield take(one)
  for (let next = await rest.next(); !next.done; next = await rest.next()) {
    const { piece, line } = next.value
    if (piece.order === 'either' && !judged) throw new InputError(`line ${line}: these words can be read as ${READING_NAMES.bytes} and as ${READING_NAMES.number}; --words decides`)
    yield take(next.value)
  }
}

/** The pieces, of which there have to be some. */
async function* some(pieces: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const piece of pieces) {
    size += piece.length
    yield piece
  }
  if (size === 0) throw new InputError(`${name}: nothing to read: no bytes are there`)
}
