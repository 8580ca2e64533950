import { Parser } from 'binary-parser'
import type { CapturedPacket, Container } from './packet.ts'
import { ContainerError, LARGEST, Pending } from './packet.ts'

const SECTION = 0x0a0d0d0a
const INTERFACE = 1
/** What came before enhanced packets. */
const OLD_PACKET = 2
const SIMPLE_PACKET = 3
const ENHANCED_PACKET = 6
const ORDER = 0x1a2b3c4d
/** Blocks that are taken apart. */
const FRAMES: readonly number[] = [SECTION, INTERFACE, OLD_PACKET, SIMPLE_PACKET, ENHANCED_PACKET]
/** With its options. */
const LARGEST_BLOCK = LARGEST + 65536

type Order = 'little' | 'big'
const both = (make: (order: Order) => Parser): Readonly<Record<Order, Parser>> => ({ little: make('little'), big: make('big') })
const BLOCK = both((order) => new Parser().endianness(order).uint32('type').uint32('length'))
const INTERFACE_BODY = both((order) => new Parser().endianness(order).uint16('linkType').uint16('reserved').uint32('snapLength'))
const PACKET_BODY = both((order) => new Parser().endianness(order).uint32('interface').uint32('timeHigh').uint32('timeLow').uint32('captured').uint32('original'))
const OLD_BODY = both((order) => new Parser().endianness(order).uint16('interface').uint16('drops').uint32('timeHigh').uint32('timeLow').uint32('captured').uint32('original'))
const LENGTH = both((order) => new Parser().endianness(order).uint32('length'))
const SIMPLE_BODY = both((order) => new Parser().endianness(order).uint32('original'))

/** Whether a file is a pcapng capture, by its first four bytes: the type of a section header reads the same in both orders. */
export const isPcapng = (bytes: Uint8Array): boolean => bytes[0] === 0x0a && bytes[1] === 0x0d && bytes[2] === 0x0d && bytes[3] === 0x0a

/** A capture in the pcapng format: sections of either byte order, interfaces with link types of their own. */
export class Pcapng implements Container {
  private readonly pending = new Pending()
  private order: Order = 'little'
  private interfaces: { readonly linkType: number; readonly snapLength: number }[] = []
  private count = 0
  /** Bytes of a block that are still to come, and hold no packet. */
  private skipped = 0

  end(): void {
    if (this.skipped > 0) throw new ContainerError(this.pending.at, `the file ends inside a block: ${this.skipped} bytes of it are missing`)
    if (this.pending.length > 0) throw new ContainerError(this.pending.at, `the file ends inside a block: ${this.pending.length} bytes are left`)
  }

  *push(bytes: Uint8Array): Generator<CapturedPacket> {
    const { pending } = this
    pending.add(bytes)
    for (;;) {
      this.skip()
      if (pending.length < 12) return
      if (isPcapng(pending.peek(4))) this.section()
      const { type, length } = BLOCK[this.order].parse(pending.peek(8)) as { type: number; length: number }
      if (length < 12 || length % 4 !== 0 || (length > LARGEST_BLOCK && FRAMES.includes(type))) throw new ContainerError(pending.at, `a block of ${length} bytes: the file is damaged, or no pcapng`)
      if (!FRAMES.includes(type)) {
        // Names, statistics, secrets: as long as they like, and never packets.
        this.skipped = length
        continue
      }
      if (pending.length < length) return
      const again = LENGTH[this.order].parse(pending.peek(4, length - 4)) as { length: number }
      if (again.length !== length) throw new ContainerError(pending.at, `a block of ${length} bytes at its head and of ${again.length} at its end: the file is damaged`)
      const packet = this.block(type, length)
      if (packet) yield packet
      pending.drop(length)
    }
  }

  /** Passes over what is left of a block that holds no packet. */
  private skip(): void {
    const size = Math.min(this.skipped, this.pending.length)
    this.pending.drop(size)
    this.skipped -= size
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
    if ((type === ENHANCED_PACKET || type === OLD_PACKET) && body.length >= 20) {
      const { interface: index, captured, original } = (type === OLD_PACKET ? OLD_BODY : PACKET_BODY)[order].parse(body) as { interface: number; captured: number; original: number }
      if (captured > body.length - 20) throw new ContainerError(pending.at, `a packet of ${captured} bytes in a block of ${length}`)
      return this.packet(index, 20, captured, original)
    }
    if (type === SIMPLE_PACKET && body.length >= 4) {
      const { original } = SIMPLE_BODY[order].parse(body) as { original: number }
      const most = this.interfaces[0]?.snapLength || Number.POSITIVE_INFINITY
      return this.packet(0, 4, Math.min(original, most, body.length - 4), original)
    }
    throw new ContainerError(pending.at, `a block of type ${type} of ${length} bytes, which are too few`)
  }

  private packet(index: number, from: number, captured: number, original: number): CapturedPacket {
    const { pending } = this
    const known = this.interfaces[index]
    if (!known) throw new ContainerError(pending.at, `a packet of interface ${index}, which the section does not describe`)
    return { number: ++this.count, at: pending.at + 8 + from, linkType: known.linkType, data: pending.peek(captured, 8 + from), original }
  }
}
