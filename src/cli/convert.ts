import type { Command } from 'commander'
import { CodecError } from '../codec/errors.ts'
import type { AnyRecord } from '../registry.ts'
import { decodePacket } from '../packet/index.ts'
import { convert, toPageRequest } from '../translate/index.ts'
import type { Dropped, ReadRequest } from '../translate/index.ts'
import { UsageError } from './errors.ts'
import type { Words } from '../ingest/hex/index.ts'
import { blocksOf } from './blocks.ts'
import { formatHex, hexDigits } from './hex.ts'
import { addInputOptions, openInput, openInputs, wordsOption } from './input.ts'
import type { InputOptions } from './input.ts'
import { errorJson, json } from './json.ts'
import { addDeviceOptions, addStatusOptions, examples, identityOf, parseId, remedy } from './options.ts'
import type { DeviceOptions, StatusOptions } from './options.ts'
import { largestOf, packetFields, sizeAt } from './packet.ts'
import { wrap } from './table.ts'
import type { Terminal } from './terminal.ts'
import { shown } from './values.ts'

interface ConvertOptions extends InputOptions, DeviceOptions, StatusOptions {
  readonly out?: Words
  readonly request?: string
  readonly allowLoss?: boolean
  readonly lenient?: boolean
  readonly json?: boolean
}

export function addConvert(program: Command, terminal: Terminal): void {
  const command = program
    .command('convert')
    .summary('carry page requests or page responses into another format')
    .description('Carries page requests, or page responses, from one format into another. Prints hex, and the fields as comments.')
    .argument('<from>', 'id of the format to read', parseId)
    .argument('<to>', 'id of the format to write', parseId)
    .argument('[words...]', 'hex; without it, --file or standard input')
  addInputOptions(command)
    .addOption(wordsOption('how hex words are written; without it, as bytes', '--out <form>'))
    .option('--allow-loss', 'leave out what the target has no place for, and say so')
    .option('--lenient', 'read over reserved bits')
    .option('--request <format=hex>', 'the request that is answered, where the response does not say (iommufd, CMD_RESUME)')
    .option('--json', 'one JSON object for each record')
  addStatusOptions(command)
  addDeviceOptions(command, 'The device, where the source does not say it, or wrongly:')
    .addHelpText('after', examples(
      'convert vtd.page-group-response pcie.prg-response 1900000345230100 580d000000000000 0000000000000000 0000000000000000',
      'convert linux.page-response-msg riscv.ats-prgr --rid 0000:3b:00.1 --file answers.hex',
    ))
    .action((from: AnyRecord, to: AnyRecord, words: string[], options: ConvertOptions) => convertAll(from, to, words, options, terminal))
}

async function convertAll(from: AnyRecord, to: AnyRecord, words: readonly string[], options: ConvertOptions, terminal: Terminal): Promise<void> {
  checkKind(from, to)
  const request = options.request === undefined ? undefined : await readRequest(options.request, terminal)
  const { pieces, places } = await openInput(words, options, from, terminal)
  const identity = { ...request?.identity, ...identityOf(options) }
  let n = 0
  for await (const block of blocksOf(pieces, largestOf(from))) {
    for (; block.used < block.limit; block.used += sizeAt(from, block.bytes, block.used)) {
      convertOne(block.bytes, block.used, block.base + block.used, n++)
      if (!terminal.isReady) await terminal.ready()
    }
    places.forget(block.base + block.used)
  }
  if (options.exitZero) terminal.status = 0

  function convertOne(bytes: Uint8Array, offset: number, position: number, index: number): void {
    const at = `${places.at(position)}: record ${index} at 0x${position.toString(16)}`
    try {
      const written = convert(from, to, bytes, {
        offset,
        identity,
        allowLoss: options.allowLoss ?? false,
        reserved: options.lenient ? 'ignore' : 'reject',
        ...(request && { request: request.request }),
      })
      const { packet, dropped, notes } = written
      if (options.json) {
        const hex = options.out === undefined ? hexDigits(written.bytes) : formatHex(written.bytes, options.out)
        terminal.print(json({ from: from.id, record: to.id, index, offset: position, ok: true, hex, message: packet, dropped, notes }))
        return
      }
      terminal.print(formatHex(written.bytes, options.out), ...wrap(packetFields(to, packet).join(' '), terminal.width - 2).map((line) => terminal.style.dim(`# ${line}`)))
      for (const text of [...notes, ...dropped.map(droppedText)]) terminal.note(`${at}: ${text}`)
    } catch (error) {
      if (!(error instanceof CodecError)) throw error
      terminal.error(`${at}: ${error.message}${remedy(error)}`)
      if (options.json) terminal.print(json({ from: from.id, record: to.id, index, offset: position, ok: false, error: errorJson(error) }))
    }
  }
}

export const droppedText = ({ field, value, reason }: Dropped): string => `dropped ${field} ${shown(value)}: ${reason}`

/** @throws {UsageError} unless both formats carry a request, or both a response */
function checkKind(from: AnyRecord, to: AnyRecord): void {
  const [kind, other] = [from, to].map(({ id, layout }) => {
    if (layout.carries) return layout.carries.what
    throw new UsageError(`${id} carries neither a page request nor a page response alone; "pci-ats-pri formats" says what carries which`)
  })
  if (kind !== other) throw new UsageError(`${from.id} carries a ${kind} and ${to.id} a ${other}: a conversion keeps what it carries`)
}

/** `vtd.page-request=0101…` */
async function readRequest(text: string, terminal: Terminal): Promise<ReadRequest> {
  const [, id, hex] = /^([^=]+)=(.+)$/s.exec(text) ?? []
  if (id === undefined || hex === undefined) throw new UsageError(`--request ${text}: expected format=hex`)
  const codec = parseId(id)
  const inputs = await openInputs([hex], {}, codec, terminal)
  if (inputs.length > 1) throw new UsageError(`--request ${text}: the words can be read as bytes and as numbers: write the bytes two digits each`)
  const pieces: Uint8Array[] = []
  for await (const piece of inputs[0]!.pieces) pieces.push(piece)
  return toPageRequest(codec, decodePacket(codec, Buffer.concat(pieces)).packet)
}
