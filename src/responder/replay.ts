import { CodecError } from '../codec/errors.ts'
import type { PageResponseMsg } from '../translate/index.ts'
import type { Action, IommuEvent, Outcome } from './event.ts'
import type { DeviceHandle } from './handle.ts'
import { Iommu } from './iommu.ts'
import { RefusedError } from './refusal.ts'

/** An action on a service that is there. */
export type Step = Exclude<Action, { type: 'open' }>

const STEPS: readonly string[] = ['attach', 'detach', 'receive', 'respond', 'respond-bytes', 'overflow', 'expire'] satisfies Step['type'][]

const OUTCOMES: readonly string[] = [
  'malformed', 'unknown-device', 'note', 'stop-marker', 'bad-request', 'index-reused', 'partial', 'pending', 'dropped', 'answer', 'refused', 'overflow-answer',
] satisfies Outcome['type'][]

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
export function act(iommu: Iommu, step: Step, handles: Map<number, DeviceHandle>): Uint8Array[] {
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

/**
 * Builds a service anew from its trace: the same actions at the same times, with the policy's answers as they were.
 * @param onEvent is told the events of the new service, which are those of the trace again
 * @throws {CodecError} `type` unless the trace begins where the service did
 */
export function replay(trace: Iterable<IommuEvent>, onEvent?: (event: IommuEvent) => void): { readonly iommu: Iommu; readonly handles: Map<number, DeviceHandle> } {
  const events = [...trace]
  const [open] = events
  if (open?.type !== 'open') throw new CodecError({ code: 'type', record: 'trace', field: 'event', expected: 'open first', actual: open?.type })
  const answers = events.flatMap((event) => (event.type === 'pending' ? [event.auto] : []))[Symbol.iterator]()
  let now = open.at
  const { type: _type, at: _at, ...options } = open
  const iommu = new Iommu({ ...options, clock: () => now, auto: () => answers.next().value, ...(onEvent && { onEvent }) })
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
