import type { Layout } from '../spec/vocabulary.ts'
import { formatDevice, hex } from './speaker.ts'
import type { Phrase, Speaker } from './speaker.ts'

/** Errors of PCIe that firmware reports: which, and of whom. */

/** Names of the bits of a register that are set. */
function bitsOf({ layout, message }: Speaker, field: string): readonly string[] {
  const { masks = {} } = (layout as Layout).fields[field]!
  return Object.entries(masks).filter(([, mask]) => (Number(message[field] ?? 0) & Number(mask)) !== 0).map(([name]) => name)
}

/** The sentence of a section of CPER; undefined for any other record. */
export function pcieError(speaker: Speaker): readonly Phrase[] | undefined {
  if (speaker.layout.id !== 'config.cper-pcie-section') return undefined
  const { segment, bus, deviceNumber, functionNumber, vendorId, deviceId, uncorrectableStatus, uncorrectableSeverity, correctableStatus } = speaker.message
  const known = bus !== undefined && deviceNumber !== undefined && functionNumber !== undefined
  const who = known ? formatDevice((Number(bus) << 8) | (Number(deviceNumber) << 3) | Number(functionNumber), segment === undefined ? undefined : Number(segment)) : 'a device'
  const kind = vendorId !== undefined && deviceId !== undefined ? ` (${[vendorId, deviceId].map((id) => hex(id).slice(2).padStart(4, '0')).join(':')})` : ''
  const errors = [...bitsOf(speaker, 'uncorrectableStatus'), ...bitsOf(speaker, 'correctableStatus')]
  const fatal = uncorrectableStatus !== undefined && uncorrectableSeverity !== undefined && (Number(uncorrectableStatus) & Number(uncorrectableSeverity)) !== 0
  const what = errors.length > 0 ? `: ${errors.join(', ')}${fatal ? ', fatal' : ''}` : uncorrectableStatus === undefined && correctableStatus === undefined ? ', of which the error is not told' : ', with no bit set in its error status'
  return [`PCIe error of ${who}${kind}, as firmware reports it${what}`]
}
