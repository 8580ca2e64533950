import type { Layout } from '../spec/vocabulary.ts'
import { formatDevice, hex } from './speaker.ts'
import type { Phrase, Speaker } from './speaker.ts'

/** Errors of PCIe that firmware reports: which, and of whom. */

/** Names of the bits of a register that are set. */
function bitsOf({ layout, message }: Speaker, field: string, value = Number(message[field] ?? 0)): readonly string[] {
  const { masks = {} } = (layout as Layout).fields[field]!
  return Object.entries(masks).filter(([, mask]) => (value & Number(mask)) !== 0).map(([name]) => name)
}

/** The bits that one of the two registers of status has, and the other has not, tell which it is. */
function toldBehind(speaker: Speaker): string {
  const { error } = speaker.context
  if (!error) return ', of which the error is not told'
  const { status } = error
  const [uncorrectable, correctable] = (['uncorrectableStatus', 'correctableStatus'] as const).map((field) => (isOf(speaker, field, status) ? bitsOf(speaker, field, status) : [])) as [readonly string[], readonly string[]]
  const names = error.isCorrectable === undefined ? (correctable.length === 0 ? uncorrectable : uncorrectable.length === 0 ? correctable : []) : error.isCorrectable ? correctable : uncorrectable
  return `: ${names.length > 0 ? names.join(', ') : `status ${hex(status)}`}, as the AER driver prints behind it`
}

/** Whether every bit of a value has a name in the register. */
const isOf = ({ layout }: Speaker, field: string, value: number): boolean => (value & ~Object.values((layout as Layout).fields[field]!.masks ?? {}).reduce<number>((all, mask) => all | Number(mask), 0)) === 0

/** The sentence of a section of CPER; undefined for any other record. */
export function pcieError(speaker: Speaker): readonly Phrase[] | undefined {
  if (speaker.layout.id !== 'config.cper-pcie-section') return undefined
  const { segment, bus, deviceNumber, functionNumber, vendorId, deviceId, uncorrectableStatus, uncorrectableSeverity, correctableStatus } = speaker.message
  const known = bus !== undefined && deviceNumber !== undefined && functionNumber !== undefined
  const who = known ? formatDevice((Number(bus) << 8) | (Number(deviceNumber) << 3) | Number(functionNumber), segment === undefined ? undefined : Number(segment)) : 'a device'
  const kind = vendorId !== undefined && deviceId !== undefined ? ` (${[vendorId, deviceId].map((id) => hex(id).slice(2).padStart(4, '0')).join(':')})` : ''
  const errors = [...bitsOf(speaker, 'uncorrectableStatus'), ...bitsOf(speaker, 'correctableStatus')]
  const fatal = uncorrectableStatus !== undefined && uncorrectableSeverity !== undefined && (Number(uncorrectableStatus) & Number(uncorrectableSeverity)) !== 0
  const what = errors.length > 0 ? `: ${errors.join(', ')}${fatal ? ', fatal' : ''}` : uncorrectableStatus === undefined && correctableStatus === undefined ? toldBehind(speaker) : ', with no bit set in its error status'
  return [`PCIe error of ${who}${kind}, as firmware reports it${what}`]
}
