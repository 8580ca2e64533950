import type { Command } from 'commander'
import { CodecError } from '../codec/errors.ts'
import type { AnyMessage, Value } from '../codec/message.ts'
import type { AnyRecord } from '../registry.ts'
import { encodePacket } from '../packet/index.ts'
import type { Packet } from '../packet/index.ts'
import { recordsOf } from '../packet/carried.ts'
import { InputError, UsageError } from './errors.ts'
import type { Words } from '../ingest/hex/index.ts'
import { parseJson } from './exact-json.ts'
import { formatHex, hexDigits } from './hex.ts'
import { wordsOption } from './input.ts'
import { json } from './json.ts'
import { linesOf, stdinBytes } from './source.ts'
import { examples, parseId } from './options.ts'
import { prefixOf } from './packet.ts'
import type { Terminal } from './terminal.ts'
import { fieldOf, parseValue } from './values.ts'

/** Longest line of JSON, in characters. */
const LONGEST_JSON = 1 << 20

interface EncodeOptions {
  readonly fromJson?: boolean
  readonly words?: Words
  readonly json?: boolean
}

export function addEncode(program: Command, terminal: Terminal): void {
  program
    .command('encode')
    .summary('make a record of its fields')
    .description(
      'Makes a record of its fields and prints it as hex. Values are numbers (decimal, 0x, 0b), true and false, names of codes, or devices such as 3b:00.1 in a Requester ID. '
      + 'A TLP gets a PASID prefix by pasidPrefix.pasid= and its other fields.',
    )
    .argument('<id>', 'id of the record', parseId)
    .argument('[fields...]', 'field=value')
    .addOption(wordsOption('how hex words are written; without it, as bytes'))
    .option('--from-json', 'read messages from standard input, one a line, as decode --json prints them')
    .option('--json', 'one JSON object for each record')
    .addHelpText('after', examples(
      'encode amd.complete-ppr-request deviceId=03:00.0 pasid=0x12345 guest=true prgIndex=0x1ab respCode=Success',
      'decode pcie.prg-response --json < tlps.hex | pci-ats-pri encode pcie.prg-response --from-json --words be32',
    ))
    .action((codec: AnyRecord, fields: string[], options: EncodeOptions) => encode(codec, fields, options, terminal))
}

async function encode(codec: AnyRecord, fields: readonly string[], options: EncodeOptions, terminal: Terminal): Promise<void> {
  if (!options.fromJson) {
    write(fromFields(codec, fields))
    return
  }
  if (fields.length > 0) throw new UsageError('give fields or --from-json, not both')
  let n = 0
  let messages = 0
  for await (const line of linesOf(stdinBytes(terminal), LONGEST_JSON)) {
    n++
    if (line?.trim() === '') continue
    messages++
    try {
      if (line === undefined) throw new InputError(`the line has more than ${LONGEST_JSON} characters`)
      write(fromJson(codec, line))
    } catch (error) {
      if (!(error instanceof CodecError || error instanceof UsageError || error instanceof InputError)) throw error
      terminal.error(`standard input:${n}: ${error.message}`)
    }
    if (!terminal.isReady) await terminal.ready()
  }
  if (messages === 0) throw new InputError('standard input: nothing to read: no message is there')

  function write(packet: Packet): void {
    const bytes = encodePacket(codec.id, packet)
    const hex = options.json && options.words === undefined ? hexDigits(bytes) : formatHex(bytes, options.words)
    terminal.print(options.json ? json({ record: codec.id, bytes: bytes.length, hex }) : hex)
  }
}

/** @throws {UsageError} for what is no field, no value, given twice or missing */
function fromFields(codec: AnyRecord, fields: readonly string[]): Packet {
  const prefixCodec = prefixOf(codec)
  const message: AnyMessage = {}
  const prefix: AnyMessage = {}
  for (const field of fields) {
    const [, inPrefix, name, text] = /^(pasidPrefix\.)?([^=]+)=(.*)$/s.exec(field) ?? []
    if (name === undefined || text === undefined) throw new UsageError(`${field}: expected field=value`)
    if (inPrefix === undefined) set(ownerOf(codec, name), message, name, text)
    else if (prefixCodec) set(prefixCodec, prefix, name, text)
    else throw new UsageError(`${codec.id} has no PASID prefix: it is not a TLP`)
  }
  const prefixed = prefixCodec !== undefined && Object.keys(prefix).length > 0
  const missing = [...(prefixed ? missingOf(prefixCodec, prefix).map((name) => `pasidPrefix.${name}`) : []), ...missingFrom(codec, message)]
  if (missing.length > 0) throw new UsageError(`${codec.id}: missing ${missing.map((name) => `${name}=`).join(' ')}`)
  return prefixed ? withPrefix(message, prefix) : message
}

/** `encode` checks the prefix as it checks the message. */
function withPrefix(message: AnyMessage, pasidPrefix: AnyMessage): Packet {
  return { ...message, pasidPrefix } as unknown as Packet
}

function set(codec: AnyRecord, message: AnyMessage, name: string, text: string): void {
  fieldOf(codec, name)
  if (Object.hasOwn(message, name)) throw new UsageError(`${name} is given twice`)
  message[name] = parseValue(codec.layout, name, text)
}

/** What a packet needs: the fields of its header and of its data, and of each OHC word of which it has any. */
function missingFrom(codec: AnyRecord, message: AnyMessage): string[] {
  return recordsOf(codec, message).flatMap((part) => missingOf(part, message))
}

/** The record of a packet that has a field: the header itself, if no other has it. */
function ownerOf(codec: AnyRecord, name: string): AnyRecord {
  return recordsOf(codec).find(({ layout }) => Object.hasOwn(layout.fields, name)) ?? codec
}

function missingOf({ layout }: AnyRecord, message: AnyMessage): string[] {
  return Object.entries(layout.fields).flatMap(([name, { optional }]) => (optional || Object.hasOwn(message, name) ? [] : [name]))
}

/** A message as `decode --json` prints it, alone or as the `message` of its line. */
function fromJson(codec: AnyRecord, line: string): Packet {
  const object = objectOf(parseJson(line))
  const { pasidPrefix, ...message } = objectOf(Object.hasOwn(object, 'message') ? object['message'] : object)
  const packet = messageOf(codec, message)
  const prefixCodec = prefixOf(codec)
  if (pasidPrefix === undefined) return packet
  if (prefixCodec === undefined) throw new InputError(`${codec.id} has no PASID prefix: it is not a TLP`)
  return withPrefix(packet, messageOf(prefixCodec, objectOf(pasidPrefix)))
}

function objectOf(value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  throw new InputError('expected a message, as a JSON object')
}

function messageOf(codec: AnyRecord, object: Record<string, unknown>): AnyMessage {
  return Object.fromEntries(
    Object.entries(object).map(([name, value]): [string, Value] => {
      const owner = ownerOf(codec, name)
      fieldOf(owner, name)
      return [name, parseValue(owner.layout, name, textOf(name, value))]
    }),
  )
}

/** @throws {InputError} for what is neither a number nor a text nor a boolean */
function textOf(name: string, value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value)
  throw new InputError(`${name}: expected a number, a string or a boolean, got ${value === null ? 'null' : Array.isArray(value) ? 'an array' : 'an object'}`)
}
