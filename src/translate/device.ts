import type { AnyMessage } from '../codec/message.ts'
import { fieldOf, RID_BITS } from '../spec/role-fields.ts'
import type { Layout } from '../spec/vocabulary.ts'
import type { Context } from './context.ts'
import { bitsOf, has, reader, writer } from './fields.ts'
import type { Identity } from './generic.ts'
import type { Packet } from '../packet/carried.ts'

/** How a record names the device, and what else stands in it of an identity. */
export interface DeviceFields {
  read(packet: Packet, context: Context): Identity
  /** @throws {CodecError} `translate` where the record needs what is not known, or has no place for what is */
  write(identity: Identity, packet: AnyMessage, context: Context): void
}

/** A StreamID or device ID as Requester ID and segment; a segment of 0 may as well be none. */
export function identityOf(id: number): Identity {
  const segment = id >>> RID_BITS
  return segment === 0 ? { rid: id } : { rid: id & 0xffff, segment }
}

/** The device of a record by its roles; of a record that has none, nothing is read or written. */
export function deviceOf(layout: Layout): DeviceFields {
  const parts = [ridOf(layout), ...namesOf(layout)].filter((part) => part !== undefined)
  const [only] = parts
  if (parts.length === 1) return only!
  return {
    read(packet, context) {
      const identity: Identity = {}
      for (const part of parts) Object.assign(identity, part.read(packet, context))
      return identity
    },
    write(identity, packet, context) {
      for (const part of parts) part.write(identity, packet, context)
    },
  }
}

function ridOf(layout: Layout): DeviceFields | undefined {
  if (!has(layout, 'device')) return undefined
  const device = reader(layout, 'device', 0)
  const write = writer(layout, 'device')
  const above = bitsOf(layout, 'device') - RID_BITS
  if (above > 0) {
    return {
      read: (packet) => identityOf(device(packet)),
      write: ({ rid, segment = 0 }, packet, context) => write(packet, context.fit('segment', segment, above) * 2 ** RID_BITS + context.need('rid', rid, RID_BITS)),
    }
  }
  if (has(layout, 'segment')) return withSegment(layout, device)
  return {
    read: (packet) => ({ rid: device(packet) }),
    write: (identity, packet, context) => write(packet, context.ridOnly(identity)),
  }
}

/** A segment in a field of its own, with a bit that says whether it is there; or in a word that need not be there (OHC-C). */
function withSegment(layout: Layout, device: (packet: Packet) => number): DeviceFields {
  const marked = has(layout, 'segmentValid')
  const name = fieldOf(layout, 'segment')!
  const valid = marked ? reader(layout, 'segmentValid', false) : (packet: Packet) => packet[name] !== undefined
  const [number, bits] = [reader(layout, 'segment', 0), bitsOf(layout, 'segment')]
  const [writeDevice, writeValid, write] = [writer(layout, 'device'), writer(layout, 'segmentValid'), writer(layout, 'segment')]
  return {
    read(packet, context) {
      const segment = number(packet)
      if (valid(packet)) return { rid: device(packet), segment }
      if (segment !== 0) context.note(`segment ${segment} means nothing, as the record says that it has none, and is not carried`)
      return { rid: device(packet) }
    },
    write({ rid, segment }, packet, context) {
      writeDevice(packet, context.need('rid', rid, RID_BITS))
      writeValid(packet, segment !== undefined)
      if (marked || segment !== undefined) write(packet, context.fit('segment', segment ?? 0, bits))
    },
  }
}

/** Numbers beside the Requester ID: whose message it is, and how software knows the device and the group. */
function namesOf(layout: Layout): DeviceFields[] {
  const named = (name: 'iommuRid' | 'devId' | 'cookie', role: 'sender' | 'object' | 'cookie', none?: number): DeviceFields[] => {
    if (!has(layout, role)) return []
    const [read, write, bits] = [reader(layout, role, 0), writer(layout, role), bitsOf(layout, role)]
    return [{
      read: (packet) => ({ [name]: read(packet) }),
      write: (identity, packet, context) => write(packet, context.need(name, identity[name] ?? none, bits)),
    }]
  }
  return [...named('iommuRid', 'sender', 0), ...named('devId', 'object'), ...named('cookie', 'cookie')]
}
