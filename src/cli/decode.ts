import type { Command } from 'commander'
import type { Finding } from '../codec/check.ts'
import { CodecError } from '../codec/errors.ts'
import type { AnyRecord } from '../registry.ts'
import { annotated } from './annotate.ts'
import { blocksOf } from './blocks.ts'
import { UsageError } from './errors.ts'
import { formatHex } from './hex.ts'
import { addInputOptions, openInputs } from './input.ts'
import type { Input, InputOptions } from './input.ts'
import { errorJson, json } from './json.ts'
import { addStatusOptions, examples, parseId } from './options.ts'
import type { StatusOptions } from './options.ts'
import { fieldTable, findingsAt, inspectPacket, largestOf, sizeAt, stretchesAt, tryDecodePacket } from './packet.ts'
import type { Terminal } from './terminal.ts'

interface DecodeOptions extends InputOptions, StatusOptions {
  readonly lenient?: boolean
  readonly x?: boolean
  readonly json?: boolean
}

export function addDecode(program: Command, terminal: Terminal): void {
  const command = program
    .command('decode')
    .summary('take records apart, field by field')
    .description('Takes records apart, as many as there are: each field with its bits, its raw value and what it means.')
    .argument('<id>', 'id of the record', parseId)
    .argument('[words...]', 'hex; without it, --file or standard input')
  addInputOptions(command)
    .option('--lenient', 'read over reserved bits')
    .option('-x', 'an annotated dump: each word, and each run of its bits with its place and its clause')
    .option('--json', 'one JSON object for each record')
  addStatusOptions(command, 'strict')
    .addHelpText('after', examples(
      'decode pcie.prg-response 32000000 00000005 0300f1ab 00000000',
      'decode smmuv3.pri-queue-entry --words le64 0x9001234500000300 0x00007f01234561ab',
      'decode vtd.page-request --binary --file queue.bin --json',
      'decode vtd.page-request --file queue.xxd --strict',
    ))
    .action((codec: AnyRecord, words: string[], options: DecodeOptions) => decode(codec, words, options, terminal))
}

async function decode(codec: AnyRecord, words: readonly string[], options: DecodeOptions, terminal: Terminal): Promise<void> {
  if (options.x && options.json) throw new UsageError('-x is of the text for people, and not of --json')
  const inputs = await openInputs(words, options, codec, terminal)
  for (const [i, input] of inputs.entries()) {
    if (input.reading !== undefined && !options.json) terminal.print(...(i > 0 ? [''] : []), terminal.style.bold(`Read as ${input.reading}:`), '')
    await decodeAll(codec, input, options, terminal)
  }
  if (inputs.length > 1) terminal.error(`the words can be read as ${inputs.map(({ reading }) => reading).join(' and as ')}, and both make good records; --words decides`)
  if (options.exitZero) terminal.status = 0
}

async function decodeAll(codec: AnyRecord, { pieces, places, reading }: Input, options: DecodeOptions, terminal: Terminal): Promise<void> {
  let count = 0
  let bad = 0
  let shown = 0
  for await (const block of blocksOf(pieces, largestOf(codec))) {
    while (block.used < block.limit) {
      one(block.bytes, block.used, block.base + block.used)
      block.used += sizeAt(codec, block.bytes, block.used)
      count++
      if (!terminal.isReady) await terminal.ready()
    }
    places.forget(block.base + block.used)
  }
  if (bad > 1) terminal.error(`${bad} of ${count} records are bad`)

  function one(bytes: Uint8Array, offset: number, position: number): void {
    const result = tryDecodePacket(codec, bytes, offset, options.lenient)
    const error = result.error && placed(result.error, position)
    if (error) {
      bad++
      terminal.error(`${places.at(position)}: ${titleOf(position)}: ${error.message}`)
    }
    if (options.json) {
      const findings = result.packet && findingsAt(codec, result.packet, bytes, offset, options.lenient)
      if (findings) judge(findings)
      const rest = error ? { error: errorJson(error) } : { message: result.packet, findings: findings!.length > 0 ? findings : undefined }
      terminal.print(json({ record: codec.id, index: count, offset: position, reading, ok: error === undefined, ...rest }))
    } else if (error === undefined || error.code === 'reserved') {
      // Reserved bits leave the fields readable; of a record that is cut short or another one nothing is shown.
      if (shown++ > 0) terminal.print('')
      const end = offset + sizeAt(codec, bytes, offset)
      const { lines, findings } = describe(codec, bytes.subarray(0, end), offset, options.x ?? false, `${titleOf(position)}${error ? `  ${terminal.style.bad('bad')}` : ''}`, terminal)
      terminal.printAll(lines)
      judge(findings)
    }
  }
  function titleOf(position: number): string {
    return `record ${count} at 0x${position.toString(16)}`
  }
  function judge(findings: readonly Finding[]): void {
    if (options.strict && findings.some(({ severity }) => severity === 'error')) terminal.status = 1
  }
}

/** The error with the offset in the input, of which the record saw a part only. */
function placed(error: CodecError, position: number): CodecError {
  if (error.code !== 'truncated') return error
  const { code, record, field, expected, actual } = error
  return new CodecError({ code, record, ...(field !== undefined && { field }), expected: expected.replace(/ at offset \d+$/, ` at offset ${position}`), actual })
}

/** Findings that `decode` has as errors. */
const DECODED = ['truncated', 'fixed', 'reserved']

/** A packet in full: its bytes, its fields, and what there is to note. */
function describe(codec: AnyRecord, bytes: Uint8Array, offset: number, dump: boolean, title: string, { style, width }: Terminal): { lines: string[]; findings: Finding[] } {
  const inspections = inspectPacket(codec, bytes, offset)
  const findings = inspections.flatMap((inspection) => inspection.findings).filter(({ id }) => !DECODED.includes(id))
  const lines = [
    `${style.bold(codec.id)}  ${title}`,
    ...(dump ? annotated(bytes.subarray(offset), stretchesAt(codec, bytes, offset), style, width) : [`  ${style.dim(formatHex(bytes.subarray(offset)))}`, ...fieldTable(inspections, style, width)]),
    ...findings.map(({ severity, message }) => `  ${style.bold(`${severity}:`)} ${message}`),
  ]
  return { lines, findings }
}
