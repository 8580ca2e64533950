import { Parser } from 'binary-parser'
import type { CapturedPacket, Container } from './packet.ts'
import { ContainerError, LARGEST, Pending } from './packet.ts'

const SECTION = 0x0a0d0d0a
const INTERFACE = 1
const SIMPLE_PACKET = 3
const ENHANCED_PACKET = 6
const ORDER = 0x1a2b3c4d

type Order = 'little' | 'big'
const both = (make: (order: Order) => Parser): Readonly<Record<Order, Parser>> => ({ little: make('little'), big: make('big') })
const BLOCK = both((order) => new Parser().endianness(order).uint32('type').uint32('length'))
const INTERFACE_BODY = both((order) => new Parser().endianness(order).uint16('linkType').uint16('reserved').uint32('snapLength'))
const PACKET_BODY = both((order) => new Parser().endianness(order).uint32('interface').uint32('timeHigh').uint32('timeLow').uint32('captured').uint32('original'))
const SIMPLE_BODY = both((order) => new Parser().endianness(order).uint32('original'))

/** Whether a file is a pcapng capture, by its first four bytes: the type of a section header reads the same in both orders. */
export const isPcapng = (bytes: Uint8Array): boolean => bytes[0] === 0x0a && bytes[1] === 0x0d && bytes[2] === 0x0d && bytes[3] === 0x0a

/** A capture in the pcapng format: sections of either byte order, interfaces with link types of their own. */
export class Pcapng implements Container {
  private readonly pending = new Pending()
  private order: Order = 'little'
  private interfaces: { readonly linkType: number; readonly snapLength: number }[] = []
  private count = 0

  push(bytes: Uint8Array): readonly CapturedPacket[] {
    const { pending } = this
    pending.add(bytes)
    const packets: CapturedPacket[] = []
    while (pending.length >= 12) {
      if (isPcapng(pending.peek(4))) this.section()
      const { type, length } = BLOCK[this.order].parse(pending.peek(8)) as { type: number; length: number }
      if (length < 12 || length % 4 !== 0 || length > LARGEST + 1024) throw new ContainerError(pending.at, `a block of ${length} bytes: the file is damaged, or no pcapng`)
      if (pending.length < length) break
      const packet = this.block(type, length)
      if (packet) packets.push(packet)
      pending.drop(length)
    }
    return packets
  }

  end(): void {
    if (this.pending.length > 0) throw new ContainerError(this.pending.at, `the file ends inside a block: ${this.pending.length} bytes are left`)
  }

  /** The byte order of a section, from its own magic number. */
  private section(): void {
    const magic = this.pending.peek(4, 8)
    const view = new DataView(magic.buffer, magic.byteOffset, 4)
    if (view.getUint32(0, true) === ORDER) this.order = 'little'
    else if (view.getUint32(0, false) === ORDER) this.order = 'big'
    else throw new ContainerError(this.pending.at, 'a section header without the byte-order magic')
    this.interfaces = []
  }

  private block(type: number, length: number): CapturedPacket | undefined {
    const { pending, order } = this
    const body = pending.peek(length - 12, 8)
    if (type === SECTION) return undefined
    if (type === INTERFACE && body.length >= 8) {
      this.interfaces.push(INTERFACE_BODY[order].parse(body) as { linkType: number; snapLength: number })
      return undefined
    }
    if (type === ENHANCED_PACKET && body.length >= 20) {
      const { interface: index, captured, original } = PACKET_BODY[order].parse(body) as { interface: number; captured: number; original: number }
      if (captured > body.length - 20) throw new ContainerError(pending.at, `a packet of ${captured} bytes in a block of ${length}`)
      return this.packet(index, 20, captured, original)
    }
    if (type === SIMPLE_PACKET && body.length >= 4) {
      const { original } = SIMPLE_BODY[order].parse(body) as { original: number }
      const most = this.interfaces[0]?.snapLength || Number.POSITIVE_INFINITY
      return this.packet(0, 4, Math.min(original, most, body.length - 4), original)
    }
    return undefined
  }

  private packet(index: number, from: number, captured: number, original: number): CapturedPacket {
    const { pending } = this
    const known = this.interfaces[index]
    if (!known) throw new ContainerError(pending.at, `a packet of interface ${index}, which the section does not describe`)
    return { number: ++this.count, at: pending.at + 8 + from, linkType: known.linkType, data: pending.peek(captured, 8 + from), original }
  }
}
