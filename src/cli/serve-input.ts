import type { DeviceInit } from '../responder/device.ts'
import type { DeviceHandle, Iommu } from '../responder/index.ts'
import { act, isOutcome, isStep, parseEvent } from '../responder/trace.ts'
import type { Step } from '../responder/trace.ts'
import { wireOf } from '../responder/wire.ts'
import { packetSize } from '../packet/carried.ts'
import { PAGE_RESPONSE_TYPE } from '../spec/codes.ts'
import { InputError } from './errors.ts'
import type { Io } from './terminal.ts'
import { parseRequester } from './values.ts'

/** What comes in while the service runs. */

/** The lines of a stream, each as soon as it is whole; the last one may lack its line break. */
export async function* linesOf(stream: Io['stdin']): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of stream) {
    const lines = (rest + (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }))).split('\n')
    rest = lines.pop()!
    yield* lines
  }
  if (rest !== '') yield rest
}

/** The records of a stream, each as soon as it is whole; at the end comes what is left. */
export async function* recordsOf(stream: Io['stdin'], format: string): AsyncGenerator<Uint8Array> {
  const wire = wireOf(format)
  let rest = new Uint8Array()
  for await (const chunk of stream) {
    rest = Uint8Array.from(Buffer.concat([rest, Buffer.from(chunk as Uint8Array)]))
    let offset = 0
    for (let size = packetSize(wire.request, rest, 0); size !== undefined; size = packetSize(wire.request, rest, offset)) {
      yield rest.subarray(offset, offset + size)
      offset += size
    }
    rest = rest.subarray(offset)
  }
  if (rest.length > 0) yield rest
}

/**
 * Does what a line says: an action, as a trace has it. What a trace says of outcomes is passed over, so that a trace may
 * be fed back.
 * @throws {CodecError | RefusedError | InputError}
 */
export function obey(line: string, iommu: Iommu, handles: Map<number, DeviceHandle>): void {
  const event = parseEvent(line)
  if (isStep(event)) act(iommu, spelledOut(event), handles)
  else if (!isOutcome(event)) throw new InputError(`${JSON.stringify((event as { type: string }).type)} is nothing that can be done`)
}

function spelledOut(step: Step): Step {
  if (step.type === 'attach') return { ...step, init: deviceInit(step.init) }
  if (step.type !== 'respond' || !isObject(step.message)) return step
  return { ...step, message: { ...UNSAID, pasidPresent: 'pasid' in step.message, ...step.message } }
}

/** What a response need not say. */
const UNSAID = { addr: 0n, pasid: 0, type: PAGE_RESPONSE_TYPE.IOMMU_PAGE_GROUP_RESP, privateData: 0n }

/** A device, whose Requester ID may be written as people do. @throws {InputError} */
export function deviceInit(init: unknown): DeviceInit {
  const { rid, ...rest }: { rid?: unknown } = isObject(init) ? init : { rid: init }
  if (typeof rid !== 'string') return init as DeviceInit
  const found = parseRequester(rid)
  if (found === undefined) throw new InputError(`${JSON.stringify(rid)} is no device such as 0000:3b:00.1, 3b:00.1 or 0x3b01`)
  return { ...found, ...rest }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
