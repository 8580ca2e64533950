import { Option } from 'commander'
import type { Command } from 'commander'
import { CodecError } from '../codec/errors.ts'
import { record } from '../registry.ts'
import type { AnyRecord } from '../registry.ts'
import { encodePacket } from '../packet/index.ts'
import { everyResponse } from '../translate/every.ts'
import type { ReadRequest, Written } from '../translate/index.ts'
import { CODES } from './codes.ts'
import { droppedText } from './convert.ts'
import { UsageError } from './errors.ts'
import { formatHex, hexDigits } from './hex.ts'
import { openInput, wordsOption } from './input.ts'
import type { InputOptions } from './input.ts'
import { errorJson, hex64, json } from './json.ts'
import { addDeviceOptions, addStatusOptions, examples, identityOf, parseId, remedy } from './options.ts'
import type { DeviceOptions, StatusOptions } from './options.ts'
import { packetFields } from './packet.ts'
import { answerTo, Groups, readQueue } from './queue.ts'
import type { Entry, Group } from './queue.ts'
import { table } from './table.ts'
import type { Cell } from './table.ts'
import type { Terminal } from './terminal.ts'
import { formatRequester, shown } from './values.ts'

interface AnswerOptions extends Pick<InputOptions, 'words' | 'binary'>, DeviceOptions, StatusOptions {
  readonly code: keyof typeof CODES
  readonly allowLoss?: boolean
  readonly lenient?: boolean
  readonly full?: boolean
  readonly json?: boolean
}


/** Entries that are shown in one table. */
const BATCH = 4096

export function addAnswer(program: Command, terminal: Terminal): void {
  const command = program
    .command('answer')
    .summary('answer a queue of page requests, in every format')
    .description(
      'Reads a queue of page requests, prints each entry, gathers the groups, and prints for each complete group the page response: in the format of its IOMMU with its fields, and in every other format on a line. '
      + 'Stop markers are not answered; bad entries are reported and skipped.',
    )
    .argument('<format>', 'id of the format of the requests', parseId)
    .argument('[file]', 'the queue; without it, standard input')
    .addOption(new Option('--code <code>', 'the answer').choices(Object.keys(CODES)).default('success'))
    .option('--binary', 'the file holds the bytes themselves')
    .addOption(wordsOption('how hex words are read; without it, as they make good records'))
    .option('--lenient', 'read over reserved bits')
    .option('--allow-loss', 'leave out what a format has no place for, and say so')
    .option('--full', 'show the answer in every format with its fields')
    .option('--json', 'one JSON object for each entry, group and response')
  addStatusOptions(command)
  addDeviceOptions(command, 'The device, where the entries do not say it:')
    .addHelpText('after', `
A cookie is the kernel's to give; without one, groups are numbered from 1.
${examples(
  'answer vtd.page-request queue.hex',
  'answer riscv.page-request --binary queue.bin --code invalid --json',
  'answer pcie.page-request --iommu-rid 00:00.0 < messages.hex',
)}`)
    .action((codec: AnyRecord, file: string | undefined, options: AnswerOptions) => answer(codec, file, options, terminal))
}

async function answer(codec: AnyRecord, file: string | undefined, options: AnswerOptions, terminal: Terminal): Promise<void> {
  if (codec.layout.carries?.what !== 'page request') throw new UsageError(`${codec.id} carries no page request; "pci-ats-pri formats" says which do`)
  const { words, binary } = options
  const { pieces, places } = await openInput([], { ...(words && { words }), ...(binary && { binary }), ...(file !== undefined && { file }) }, codec, terminal)
  const groups = new Groups()
  const counts = { entries: 0, requests: 0, markers: 0, bad: 0, answered: 0 }
  // A table for so many entries at a time, behind it their groups: a queue of any length is never held as a whole.
  let batch: Entry[] = []
  let done: Group[] = []
  if (!options.json) terminal.print(terminal.style.bold(codec.id))
  for await (const entry of readQueue(codec, pieces, options.lenient ?? false, identityOf(options))) {
    batch.push(entry)
    counts.entries++
    if (entry.error) counts.bad++
    else if (entry.stopMarker) counts.markers++
    else {
      counts.requests++
      const group = groups.add({ index: entry.index, read: entry.read! })
      if (group) done.push(group)
    }
    if (batch.length === BATCH) await show()
  }
  done.push(...groups.incomplete())
  if (batch.length > 0 || done.length > 0) await show()
  if (!options.json) terminal.print('', summary(counts, groups.count))
  if (options.exitZero) terminal.status = 0

  async function show(): Promise<void> {
    if (options.json) await printEach(batch, (entry) => [json(entryJson(entry))])
    else if (batch.length > 0) terminal.printAll(['', ...entryTable(batch, terminal)])
    for (const { index, offset, error } of batch) if (error) terminal.error(`${places.at(offset)}: entry ${index} at 0x${offset.toString(16)}: ${error.message}`)
    places.forget(batch.at(-1)?.offset ?? 0)
    await printEach(done.sort((a, b) => a.number - b.number), (group) => {
      if (group.complete) counts.answered++
      return [
        ...(options.json ? [json(groupJson(group))] : ['', titleOf(group, options.code, terminal)]),
        ...(group.complete ? respond(codec, group, options, terminal) : []),
      ]
    })
    batch = []
    done = []
  }

  async function printEach<T>(items: readonly T[], linesOf: (item: T) => string[]): Promise<void> {
    for (const item of items) {
      terminal.printAll(linesOf(item))
      if (!terminal.isReady) await terminal.ready()
    }
  }
}

/** The response in every format; on a terminal that of the IOMMU first, with its fields, and a line for each of the others. */
function respond(asked: AnyRecord, group: Group, { code, allowLoss = false, json: asJson, full }: AnswerOptions, terminal: Terminal): string[] {
  const n = group.number
  const response = answerTo(group, CODES[code])
  const identity = { cookie: n, ...group.requests.at(-1)!.read.identity }
  const answers = everyResponse(response, identity, { allowLoss }).map((one) => ({ codec: record(one.id), written: 'error' in one ? one.error : one }))
  if (asJson) return answers.map(({ codec: { id }, written }) => json({ type: 'response', group: n, record: id, ...responseJson(id, written) }))
  if (full) return answers.flatMap(({ codec, written }) => ['', ...responseText(codec, written, terminal)])
  const isOwn = isOwnOf(asked, answers)
  const [own, others] = [answers.filter(({ codec }) => isOwn(codec.id)), answers.filter(({ codec }) => !isOwn(codec.id))]
  return [
    ...own.flatMap(({ codec, written }) => responseText(codec, written, terminal)),
    ...table(others.map(({ codec, written }): Cell[] => [{ text: codec.id, paint: terminal.style.name }, lineOf(codec, written)]), Number.POSITIVE_INFINITY, 2).map((line) => cut(line, terminal.width)),
  ]
}

/** Tells the format in which the IOMMU itself is answered; the structs of Linux have no IOMMU. */
function isOwnOf({ layout }: AnyRecord, answers: readonly { readonly codec: AnyRecord; readonly written: Written | CodecError }[]): (id: string) => boolean {
  const { group, stream } = layout.carries?.answer ?? {}
  const isStream = stream !== undefined && answers.some(({ codec, written }) => codec.id === stream && !(written instanceof CodecError))
  return (id) => id === (isStream ? stream : group)
}

function lineOf(codec: AnyRecord, written: Written | CodecError): string {
  if (written instanceof CodecError) return `none: ${remedy(written) === '' ? reasonOf(written) : `${written.field} is not known${remedy(written)}`}`
  const remarks = written.notes.length + written.dropped.length
  return `${hexDigits(encodePacket(codec.id, written.packet)).replace(/(.{16})(?=.)/g, '$1 ')}${remarks > 0 ? `  (${counted(remarks, 'note', 'notes')}: --full)` : ''}`
}

/** The line, without what does not fit. Paint is put on names only, at its beginning. */
function cut(line: string, width: number): string {
  const plain = line.replaceAll(/\u001b\[\d+m/g, '')
  return plain.length <= width ? line : `${line.slice(0, width - 1 + line.length - plain.length)}…`
}

function responseText(codec: AnyRecord, written: Written | CodecError, { style, width }: Terminal): string[] {
  const row = (name: string, text: string): Cell[] => [{ text: name, paint: style.dim }, text]
  if (written instanceof CodecError) {
    return [`  ${style.name(codec.id)}`, ...table([row('none', reasonOf(written) + remedy(written))], width, 4)]
  }
  const bytes = encodePacket(codec.id, written.packet)
  const rows = [row('hex', formatHex(bytes)), row('fields', packetFields(codec, written.packet).join(' '))]
  for (const text of [...written.notes, ...written.dropped.map(droppedText)]) rows.push(row('note', text))
  return [`  ${style.name(codec.id)}  ${style.dim(`${bytes.length} bytes`)}`, ...table(rows, width, 4)]
}

function responseJson(id: string, written: Written | CodecError): object {
  if (written instanceof CodecError) return { ok: false, error: errorJson(written) }
  const { packet, dropped, notes } = written
  return { ok: true, hex: hexDigits(encodePacket(id, packet)), message: packet, dropped, notes }
}

function entryTable(entries: readonly Entry[], { style, width }: Terminal): string[] {
  const head = ['entry', 'at', 'requester', 'PASID', 'group', 'access', 'address', ''].map((text) => ({ text, paint: style.bold }))
  const notes = entries.flatMap(({ index, read }) => (read?.notes ?? []).map((note): Cell[] => [{ text: `entry ${index}`, paint: style.dim }, note]))
  return [...table([head, ...entries.map(row)], width), ...(notes.length > 0 ? [''] : []), ...table(notes, width)]

  function row({ index, offset, read, stopMarker, error }: Entry): Cell[] {
    const paint = error ? style.bad : (text: string) => text
    const remark = error ? `${faultOf(error)}; skipped` : stopMarker ? 'stop marker; not answered' : ''
    const shown = read ? [...requesterAndPasid(read), hex(read.request.pageReqGroupId), accessOf(read), hex64(read.request.addr)] : ['', '', '', '', '']
    const cells = [String(index).padStart(5), hex(offset), ...shown, remark]
    return cells.map((text) => ({ text, paint }))
  }
}

/** As the `prq_report` trace event of Linux has it: read, write, execute, privileged, last. */
function accessOf({ request: { read, write, execute, privileged, last } }: ReadRequest): string {
  return [read && 'r', write && 'w', execute && 'x', privileged && 'p', last && 'l'].map((letter) => letter || '-').join('')
}

function requesterAndPasid({ request: { pasid, pasidPresent }, identity: { rid, segment, devId } }: ReadRequest): [requester: string, pasid: string] {
  const requester = rid !== undefined ? formatRequester({ rid, ...(segment !== undefined && { segment }) }) : devId !== undefined ? `dev ${devId}` : '-'
  return [requester, pasidPresent ? hex(pasid) : '-']
}

function faultOf({ code, field, bits, expected, actual }: CodecError): string {
  if (code === 'truncated') return `cut short: ${actual} bytes`
  if (code === 'reserved') return `reserved ${bits} is ${actual}`
  return `${field} is ${shown(actual)}, not ${expected}`
}

/** Why a format has no answer. */
function reasonOf({ field, expected, actual }: CodecError): string {
  return `${field}: expected ${expected}, got ${shown(actual)}`
}

function titleOf({ number: n, requests, complete }: Group, code: keyof typeof CODES, { style }: Terminal): string {
  const { read } = requests.at(-1)!
  const [requester, pasid] = requesterAndPasid(read)
  const who = `Group ${n}: index ${hex(read.request.pageReqGroupId)} of ${requester}, ${read.request.pasidPresent ? `PASID ${pasid}` : 'no PASID'}`
  const what = `${requests.length === 1 ? 'entry' : 'entries'} ${requests.map(({ index }) => index).join(', ')}`
  return `${style.bold(who)}; ${what}: ${complete ? (code === 'success' ? style.good : style.bad)(code) : 'its last request is missing; not answered'}`
}

function summary({ entries, requests, markers, bad, answered }: Readonly<Record<'entries' | 'requests' | 'markers' | 'bad' | 'answered', number>>, groups: number): string {
  return `${counted(entries, 'entry', 'entries')}: ${counted(requests, 'request', 'requests')} in ${counted(groups, 'group', 'groups')}, ${answered} answered; ${counted(markers, 'stop marker', 'stop markers')}; ${bad} bad`
}

function entryJson({ index, offset, read, stopMarker = false, error }: Entry): object {
  const head = { type: 'entry', index, offset, ok: error === undefined }
  if (error) return { ...head, error: errorJson(error) }
  return { ...head, stopMarker, identity: read!.identity, request: read!.request, notes: read!.notes }
}

function groupJson({ number: n, requests, complete }: Group): object {
  const { request, identity } = requests.at(-1)!.read
  const { pasid, pasidPresent, pageReqGroupId } = request
  return { type: 'group', group: n, entries: requests.map(({ index }) => index), complete, identity, pasid, pasidPresent, pageReqGroupId }
}

const hex = (value: number): string => `0x${value.toString(16)}`
const counted = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`
