import type { Command } from 'commander'
import type { AnyRecord } from '../registry.ts'
import { formatHex } from './hex.ts'
import { addInputOptions, readInput } from './input.ts'
import type { InputOptions } from './input.ts'
import { errorJson, json } from './json.ts'
import { examples, parseId } from './options.ts'
import { fieldTable, inspectPacket, sizeAt, tryDecodePacket } from './packet.ts'
import type { Terminal } from './terminal.ts'

interface DecodeOptions extends InputOptions {
  readonly lenient?: boolean
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
    .option('--json', 'one JSON object for each record')
    .addHelpText('after', examples(
      'decode pcie.prg-response 32000000 00000005 0300f1ab 00000000',
      'decode smmuv3.pri-queue-entry --words le64 0x9001234500000300 0x00007f01234561ab',
      'decode vtd.page-request --binary --file queue.bin --json',
    ))
    .action((codec: AnyRecord, words: string[], options: DecodeOptions) => decode(codec, words, options, terminal))
}

async function decode(codec: AnyRecord, words: readonly string[], options: DecodeOptions, terminal: Terminal): Promise<void> {
  const { bytes, place, numbersAsBytes } = await readInput(words, options, terminal)
  if (numbersAsBytes && codec.layout.order === 'little') {
    terminal.note('0x words were read as bytes in the order in which they are written; --words le32 or le64 reads them as numbers')
  }
  let count = 0
  let bad = 0
  let shown = 0
  for (let offset = 0; offset < bytes.length; count++) {
    const at = `record ${count} at 0x${offset.toString(16)}`
    const { packet, error } = tryDecodePacket(codec, bytes, offset, options.lenient)
    if (error) {
      bad++
      terminal.error(`${place(offset)}: ${at}: ${error.message}`)
    }
    const size = sizeAt(codec, bytes, offset)
    if (options.json) {
      const findings = inspectPacket(codec, bytes, offset).flatMap((inspection) => inspection.findings)
      const rest = error ? { error: errorJson(error) } : { message: packet, ...(findings.length > 0 && { findings }) }
      terminal.print(json({ record: codec.id, index: count, offset, ok: error === undefined, ...rest }))
    } else if (error === undefined || error.code === 'reserved') {
      // Reserved bits leave the fields readable; of a record that is cut short or another one nothing is shown.
      if (shown++ > 0) terminal.print('')
      terminal.print(...describe(codec, bytes.subarray(0, offset + size), offset, `${at}${error ? `  ${terminal.style.bad('bad')}` : ''}`, terminal))
    }
    offset += size
  }
  if (bad > 1) terminal.error(`${bad} of ${count} records are bad`)
}

/** Findings that `decode` has as errors. */
const DECODED = ['truncated', 'fixed', 'reserved']

/** A packet in full: its bytes, its fields, and what there is to note. */
function describe(codec: AnyRecord, bytes: Uint8Array, offset: number, title: string, { style, width }: Terminal): string[] {
  const inspections = inspectPacket(codec, bytes, offset)
  const findings = inspections.flatMap((inspection) => inspection.findings).filter(({ id }) => !DECODED.includes(id))
  return [
    `${style.bold(codec.id)}  ${title}`,
    `  ${style.dim(formatHex(bytes.subarray(offset), 'bytes', codec.layout.word))}`,
    ...fieldTable(inspections, style, width),
    ...findings.map(({ severity, message }) => `  ${style.bold(`${severity}:`)} ${message}`),
  ]
}
