import { isBytes } from '../codec/arguments.ts'
import { formatBytes } from '../codec/numbers.ts'
import type { PageResponseMsg } from '../translate/index.ts'
import { fail } from './arguments.ts'
import type { DeviceHandle } from './device.ts'
import type { IommuAction, IommuEvent, IommuOutcome } from './events.ts'
import { Iommu } from './iommu.ts'
import { checkCode } from './options.ts'
import { RefusedError } from './refusal.ts'

const TRACE = 'trace'

/** Fields of events that JSON has no value for. */
const BYTES = ['bytes']
const BIGINTS = ['addr', 'privateData']

/** An event as a line of JSON, without the line break: bytes as hex digits, addresses and private data as `0x` numbers. */
export function formatEvent(event: IommuEvent): string {
  if (typeof event !== 'object' || event === null || typeof event.type !== 'string') fail(TRACE, 'event', 'type', 'an event', event)
  try {
    return JSON.stringify(event, (_name, value: unknown) => {
      if (isBytes(value)) return formatBytes(value)
      return typeof value === 'bigint' ? `0x${value.toString(16)}` : value
    })
  } catch {
    return fail(TRACE, 'event', 'type', 'an event that can be written', event)
  }
}

/**
 * The inverse of `formatEvent`. What the fields of an event hold is left to the service to check.
 * @throws {CodecError} `type` unless the line is a JSON object with a type, and its hex is valid
 */
export function parseEvent(line: string): IommuEvent {
  if (typeof line !== 'string') fail(TRACE, 'event', 'type', 'a line of JSON', line)
  const event: unknown = parse(line)
  if (typeof event !== 'object' || event === null || typeof (event as IommuEvent).type !== 'string') fail(TRACE, 'event', 'type', 'a JSON object with a type', line)
  return event as IommuEvent
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line, (name, value: unknown) => {
      if (typeof value === 'string' && BYTES.includes(name)) return bytesOf(value)
      return typeof value === 'string' && BIGINTS.includes(name) && /^0x[0-9a-f]+$/i.test(value) ? BigInt(value) : value
    })
  } catch (error) {
    if (error instanceof SyntaxError) fail(TRACE, 'event', 'type', 'a line of JSON', line)
    throw error
  }
}

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  const digits = hex.replaceAll(/\s/g, '')
  if (digits.length % 2 !== 0 || /[^0-9a-f]/i.test(digits)) fail(TRACE, 'bytes', 'type', 'whole bytes of hex digits', hex)
  return Uint8Array.from({ length: digits.length / 2 }, (_, i) => Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16))
}

/** An action on a service that is there. */
export type Step = Exclude<IommuAction, { type: 'open' }>

const STEPS: readonly string[] = ['attach', 'detach', 'receive', 'respond', 'respond-bytes', 'overflow', 'expire'] satisfies Step['type'][]

const OUTCOMES: readonly string[] = [
  'malformed', 'unknown-device', 'note', 'stop-marker', 'bad-request', 'index-reused', 'partial', 'pending', 'dropped', 'answer', 'refused', 'overflow-answer',
] satisfies IommuOutcome['type'][]

/** Whether an event tells what came of something, or that a trace begins. */
export function isOutcome({ type }: { readonly type: string }): boolean {
  return type === 'open' || OUTCOMES.includes(type)
}

/** Whether an event is something that was done, and not what came of it. */
export function isStep(event: { readonly type: string }): event is Step {
  return STEPS.includes(event.type)
}

/**
 * Does to a service what a step says.
 * @param handles the handle of each device by its number; `attach` adds to it
 * @returns the responses that it led to
 * @throws {CodecError | RefusedError} as the methods of the service
 */
export function act(iommu: Iommu, step: Step, handles: Map<number, DeviceHandle>): Uint8Array<ArrayBuffer>[] {
  // A device that is not known has a handle that is of no IOMMU.
  const handleOf = (device: number | null): DeviceHandle => handles.get(device ?? 0) ?? ({} as DeviceHandle)
  switch (step.type) {
    case 'attach': {
      const handle = iommu.attach(step.init)
      handles.set(handle.device, handle)
      return []
    }
    case 'detach':
      return iommu.detach(handleOf(step.device))
    case 'receive':
      return iommu.receive(step.bytes)
    case 'respond':
      return [iommu.respond(handleOf(step.device), step.message as PageResponseMsg)]
    case 'respond-bytes':
      return [iommu.respondBytes(handleOf(step.device), step.bytes as Uint8Array, step.struct)]
    case 'overflow':
      return iommu.overflow(step.bytes).responses
    case 'expire':
      return iommu.expire()
  }
}

/** What the policy threw when the trace was written. */
class Rethrown extends Error {}

/**
 * Builds a service anew from its trace: the same actions at the same times, with the policy's answers as they were.
 * @param onEvent is told the events of the new service, which are those of the trace again
 * @throws {CodecError} for what is no trace: `type` unless it begins where the service did
 */
export function replay(trace: Iterable<IommuEvent>, onEvent?: (event: IommuEvent) => void): { readonly iommu: Iommu; readonly handles: Map<number, DeviceHandle> } {
  const events = eventsOf(trace)
  const [open] = events
  if (open?.type !== 'open') fail(TRACE, 'event', 'type', 'open first', open?.type)
  const answers = events.filter((event) => event.type === 'pending')
  for (const { auto } of answers) checkCode(auto)
  let answered = 0
  let now = open.at
  const { type: _type, at: _at, ...options } = open
  const iommu = new Iommu({
    ...options,
    clock: () => now,
    auto() {
      const { auto, autoError } = answers[answered++] ?? {}
      if (autoError !== undefined) throw new Rethrown(autoError)
      return auto
    },
    onError(error) {
      if (!(error instanceof Rethrown)) throw error
    },
    ...(onEvent && { onEvent }),
  })
  const handles = new Map<number, DeviceHandle>()
  for (const event of events) {
    if (!isStep(event)) continue
    now = event.at
    try {
      act(iommu, event, handles)
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
    }
  }
  return { iommu, handles }
}

/** The events, each read once. What the list itself throws comes out. */
function eventsOf(trace: Iterable<IommuEvent>): IommuEvent[] {
  if (!isIterable(trace)) fail(TRACE, 'trace', 'type', 'a list of events', trace)
  return Array.from(trace, (event: unknown) => {
    if (typeof event !== 'object' || event === null) fail(TRACE, 'event', 'type', 'an object', event)
    try {
      return { ...event } as IommuEvent
    } catch {
      return fail(TRACE, 'event', 'type', 'an object with readable properties', event)
    }
  })
}

function isIterable(value: unknown): boolean {
  try {
    return typeof (value as Iterable<unknown>)[Symbol.iterator]().next === 'function'
  } catch {
    return false
  }
}
