import { closeSync, openSync, writeSync } from 'node:fs'
import { Option } from 'commander'
import type { Command } from 'commander'
import { CodecError } from '../codec/errors.ts'
import type { AnyRecord } from '../registry.ts'
import { ANSWERS } from '../responder/options.ts'
import { formatEvent, Iommu, RefusedError } from '../responder/index.ts'
import type { DeviceHandle, IommuEvent, IommuOptions, LinuxRelease } from '../responder/index.ts'
import { InputError, UsageError } from './errors.ts'
import { examples, parseId } from './options.ts'
import { readAnswers } from './serve-answers.ts'
import { Counts } from './serve-counts.ts'
import { obey, parseDevice, recordsOf } from './serve-input.ts'
import { linesOf } from './source.ts'
import type { Terminal } from './terminal.ts'
import { formatRequester, parseRequester } from './values.ts'

/** Longest line, in characters; a response with the longest record has a hundredth of it. */
const LONGEST_LINE = 1 << 20

/** Longest deadline, in milliseconds: what a timer can hold. */
const LONGEST_DEADLINE = 2 ** 31 - 1

/** The releases whose rule is known. */
const RELEASES = /^(?:5\.(?:[3-9]|1[0-9])|6\.[0-8])$/

interface ServeOptions {
  readonly device?: readonly string[]
  readonly binary?: true
  readonly answers?: string
  readonly auto?: keyof typeof ANSWERS
  readonly deadline?: string
  readonly linux?: LinuxRelease
  readonly iommuRid?: string
  readonly strict?: true
  readonly events?: true
  readonly trace?: string
}

export function addServe(program: Command, terminal: Terminal): void {
  program
    .command('serve')
    .summary('run the page-response service between two pipes')
    .description(
      'Reads page requests, and what is done to the service, from standard input; writes the responses to standard output as they come. '
      + 'Bad lines and records are reported and skipped. At the end of the input, every device is detached, which answers what is pending with Invalid Request.',
    )
    .argument('<format>', 'the IOMMU: id of the page request in its queue', parseId)
    .option('--device <device>', 'attach a device: 0000:3b:00.1, 0x3b01, or JSON as in an attach line (repeatable)', (text: string, all: readonly string[] = []) => [...all, text])
    .option('--binary', 'input and output are records, one after another, and nothing else')
    .option('--answers <file>', 'answer groups by a script: a line of JSON for each rule')
    .addOption(new Option('--auto <code>', 'answer every other group as soon as it is complete').choices(Object.keys(ANSWERS)))
    .option('--deadline <ms>', 'answer with Response Failure what is pending for so long')
    .option('--linux <release>', 'find groups by the rule of this release of Linux, 5.3 to 6.8')
    .option('--iommu-rid <device>', 'the Requester ID under which PRG Responses are sent (default: 0)')
    .option('--strict', 'take records with reserved bits set for malformed')
    .option('--events', 'write every event, and not only responses and refusals')
    .option('--trace <file>', 'write every event to a file, too')
    .addHelpText('after', `
Without --binary, each line of the input is JSON. Devices are numbered from 1
in the order in which they are attached.
  {"type":"attach","init":{"rid":"03:00.0","pri":{"pageRequestCapacity":32}}}
  {"type":"receive","bytes":"0101000345230100 5d6d4523017f0000 …"}
  {"type":"respond","device":1,
   "message":{"pageReqGroupId":427,"pasid":74565,"respCode":0}}
  {"type":"respond-bytes","device":1,"bytes":"…",
   "struct":"linux.page-response-msg"}
  {"type":"detach","device":1}   {"type":"expire"}
  {"type":"overflow","bytes":""}
A rule of a script names the groups that it is for, and their answer; the first
that fits is taken.
  {"pageReqGroupId":5,"respCode":"invalid"}
  {"device":2,"pasid":null,"respCode":"success"}
${examples(
  'serve vtd.page-request --device 03:00.0 --auto success < actions.jsonl',
  'serve riscv.page-request --device 03:00.0 --binary --auto success < requests.fifo > responses.fifo',
)}`)
    .action((codec: AnyRecord, options: ServeOptions) => serve(codec, options, terminal))
}

async function serve({ id }: AnyRecord, options: ServeOptions, terminal: Terminal): Promise<void> {
  const { binary = false, trace } = options
  if (binary && options.events) throw new UsageError('--events are lines of JSON, which --binary has none of; --trace writes them to a file')
  const counts = new Counts()
  const file = trace === undefined ? undefined : asUsage(`--trace ${trace}: `, () => openSync(trace, 'w'))
  let place = ''

  function onEvent(event: IommuEvent): void {
    counts.add(event)
    if (file !== undefined) asUsage(`--trace ${trace}: `, () => writeSync(file, `${formatEvent(event)}\n`))
    if (event.type === 'malformed') terminal.error(`${place}: ${event.error}`)
    if (event.type === 'unknown-device') terminal.note(`${place}: no device ${deviceText(event.identity)} is attached; dropped`)
    if (event.type === 'bad-request') terminal.note(`${place}: ${event.reason}: a request of device ${event.device} is dropped`)
    if (event.type === 'index-reused') terminal.note(`${place}: device ${event.device} uses group index ${event.pageReqGroupId} while it is pending; dropped`)
    const isResult = event.type === 'answer' || event.type === 'overflow-answer'
    if (binary) isResult && terminal.append(event.bytes)
    else if (isResult || event.type === 'refused' || options.events) terminal.print(formatEvent(event))
  }

  try {
    const given = await iommuOptions(id, options)
    const iommu = asUsage('', () => new Iommu({ ...given, onEvent }))
    const handles = new Map<number, DeviceHandle>()
    for (const text of options.device ?? []) {
      const handle = asUsage(`--device ${text}: `, () => iommu.attach(parseDevice(text)))
      handles.set(handle.device, handle)
    }
    await work(iommu, handles)
    place = 'end of input'
    for (const handle of handles.values()) if (handle.attached) iommu.detach(handle)
    terminal.note(counts.text(iommu.outstanding))
  } finally {
    if (file !== undefined) closeSync(file)
  }

  async function work(iommu: Iommu, handles: Map<number, DeviceHandle>): Promise<void> {
    const { stdin } = terminal.io
    if (stdin.isTTY) terminal.note('reading from the terminal; Ctrl-D ends the input')
    const timer = options.deadline === undefined ? undefined : setInterval(() => (iommu.expire(), terminal.flush()), Math.max(1, Number(options.deadline) / 4))
    let n = 0
    try {
      for await (const item of binary ? recordsOf(stdin, id) : linesOf(stdin, LONGEST_LINE)) {
        place = `standard input:${binary ? ` record ${n++}` : ++n}`
        if (options.deadline !== undefined) iommu.expire()
        if (item === undefined) terminal.error(`${place}: the line has more than ${LONGEST_LINE} characters`)
        else if (typeof item !== 'string') iommu.receive(item)
        else if (item.trim() !== '') attempt(() => obey(item, iommu, handles))
        // An answer does not wait for the next request.
        terminal.flush()
        if (!terminal.isReady) await terminal.ready()
      }
    } finally {
      clearInterval(timer)
    }
  }

  /** A line that cannot be obeyed is reported; a response that is refused has been written already. */
  function attempt(line: () => void): void {
    const refused = counts.of('refused')
    try {
      line()
    } catch (error) {
      if (!(error instanceof CodecError || error instanceof InputError || error instanceof RefusedError)) throw error
      if (counts.of('refused') === refused) terminal.error(`${place}: ${error.message}`)
    }
  }
}

async function iommuOptions(format: string, { answers, auto, deadline, linux, iommuRid, strict }: ServeOptions): Promise<Omit<IommuOptions, 'onEvent'>> {
  const policy = await readAnswers(answers, auto)
  const requester = iommuRid === undefined ? undefined : parseRequester(iommuRid)
  if (iommuRid !== undefined && requester === undefined) throw new UsageError(`--iommu-rid ${iommuRid}: expected a device such as 3b:00.1`)
  if (deadline !== undefined && !(Number(deadline) > 0 && Number(deadline) <= LONGEST_DEADLINE)) throw new UsageError(`--deadline ${deadline}: expected a number of milliseconds, at most ${LONGEST_DEADLINE}`)
  if (linux !== undefined && !RELEASES.test(linux)) throw new UsageError(`--linux ${linux}: expected a release from 5.3 to 5.19 or from 6.0 to 6.8`)
  const start = performance.now()
  return {
    format,
    clock: () => Math.round((performance.now() - start) * 1000) / 1000,
    reserved: strict ? 'reject' : 'ignore',
    ...(policy && { auto: policy }),
    ...(deadline !== undefined && { deadline: Number(deadline) }),
    ...(linux !== undefined && { linux }),
    ...(requester && { iommuRid: requester.rid }),
  }
}

/** What is wrong in what the command line asks for. @throws {UsageError} */
function asUsage<T>(place: string, make: () => T): T {
  try {
    return make()
  } catch (error) {
    throw new UsageError(`${place}${(error as Error).message}`)
  }
}

function deviceText({ rid = 0, segment }: { readonly rid?: number; readonly segment?: number }): string {
  return formatRequester({ rid, ...(segment !== undefined && { segment }) })
}
