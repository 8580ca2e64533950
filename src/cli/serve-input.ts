import type { DeviceInit } from '../responder/device.ts'
import type { DeviceHandle, Iommu } from '../responder/index.ts'
import { act, isOutcome, isStep, parseEvent } from '../responder/trace.ts'
import type { Step } from '../responder/trace.ts'
import { wireOf } from '../responder/wire.ts'
import { PAGE_RESPONSE_TYPE } from '../spec/codes.ts'
import { InputError } from './errors.ts'
import { exactJson, parseJson } from './exact-json.ts'
import type { Io } from './terminal.ts'
import { parseRequester } from './values.ts'

/** What comes in while the service runs. */

/** The records of a stream, each as soon as it is whole; at the end comes what is left. */
export async function* recordsOf(stream: Io['stdin'], format: string): AsyncGenerator<Uint8Array> {
  const wire = wireOf(format)
  let rest = new Uint8Array()
  for await (const chunk of stream) {
    rest = Uint8Array.from(Buffer.concat([rest, Buffer.from(chunk as Uint8Array)]))
    let offset = 0
    for (let size = wire.size(rest, 0); size !== undefined; size = wire.size(rest, offset)) {
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
  const event = parseEvent(exactJson(line))
  if (isStep(event)) act(iommu, spelledOut(event), handles)
  else if (!isOutcome(event)) throw new InputError(`${JSON.stringify((event as { type: string }).type)} is no action; there are attach, detach, receive, respond, respond-bytes, overflow and expire`)
}

function spelledOut(step: Step): Step {
  if (step.type === 'attach') return { ...step, init: deviceInit(step.init) }
  if (step.type !== 'respond' || !isObject(step.message)) return step
  return { ...step, message: { ...UNSAID, pasidPresent: 'pasid' in step.message, ...step.message } }
}

/** What a response need not say. */
const UNSAID = { addr: 0n, pasid: 0, type: PAGE_RESPONSE_TYPE.IOMMU_PAGE_GROUP_RESP, privateData: 0n }

/** The device of `--device`: an address, or JSON as in an attach line. @throws {InputError} */
export function parseDevice(text: string): DeviceInit {
  return deviceInit(text.startsWith('{') ? parseJson(text) : text)
}

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
