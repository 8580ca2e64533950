import type { AnyMessage } from '../codec/message.ts'
import type { DescribeContext } from '../describe/index.ts'
import type { Layout } from '../spec/vocabulary.ts'
import { deviceOf } from './device.ts'
import type { Hit } from './hit.ts'

/** What the input says beside a record, as far as its sentence needs it. */

const NOTHING: DescribeContext = {}

/** Why Linux refuses page requests, by the beginning of what it prints. */
const REFUSED: readonly (readonly [begins: string, why: string])[] = [
  ['Address is not canonical', 'its address is not canonical'],
  ['Unexpected page request in Privilege Mode', 'it wants privileged access'],
  ['Page request in Privilege Mode', 'it wants privileged access'],
  ['Execution request not supported', 'it wants to execute'],
  ['Page request without PASID', 'it has no PASID'],
  ['Page request for invalid PASID', 'its PASID is bound to nothing'],
  ['Request ignored due to GN=0', 'it has no PASID'],
  ['Invalid request format', 'a reserved bit is set in it'],
  ['Invalid PASID', 'its PASID is 0, or larger than the device may use'],
]

/** What the input says of the device. Where it names it and the record does not say the same, it has the word. */
function deviceIn({ segment, client }: Hit['said'], { roles }: Layout, message: AnyMessage): DescribeContext {
  if (typeof client === 'string' && /^\w/.test(client) && roles?.device === 'streamId' && message['streamId'] !== undefined) {
    const device = deviceOf(client)
    if (device === undefined || device.rid !== Number(message['streamId']) % 2 ** 16) return { device: client }
  }
  return typeof segment === 'number' ? { segment } : NOTHING
}

export function contextOf({ said }: Pick<Hit, 'said'>, layout: Layout, message: AnyMessage): DescribeContext {
  const device = deviceIn(said, layout, message)
  if (layout.id === 'vtd.fault-record' && typeof said.kind === 'string' && /^INTR-REMAP$/i.test(said.kind)) {
    return { ...device, interrupt: typeof said.index === 'bigint' ? { index: said.index } : {} }
  }
  if (typeof said.aerStatus === 'number') return { ...device, error: { status: said.aerStatus, ...(said.severity !== undefined && { isCorrectable: said.severity === 'corrected' || said.severity === 'info' }) } }
  if (said.event !== 'page-request-refused') return device
  const why = REFUSED.find(([begins]) => String(said.reason).startsWith(begins))?.[1]
  return { ...device, refused: `Linux refused it${why === undefined ? '' : `: ${why}`}` }
}
