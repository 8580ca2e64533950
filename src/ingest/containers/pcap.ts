import { Parser } from 'binary-parser'
import type { CapturedPacket, Container } from './packet.ts'
import { ContainerError, LARGEST, Pending } from './packet.ts'

const MICROSECONDS = 0xa1b2c3d4
const NANOSECONDS = 0xa1b23c4d

const orders = ['little', 'big'] as const
const header = (order: 'little' | 'big'): Parser => new Parser().endianness(order).uint32('magic').uint16('major').uint16('minor').seek(8).uint32('snapLength').uint32('linkType')
const packet = (order: 'little' | 'big'): Parser => new Parser().endianness(order).uint32('seconds').uint32('fraction').uint32('captured').uint32('original')
const HEADERS = { little: header('little'), big: header('big') }
const PACKETS = { little: packet('little'), big: packet('big') }

const HEADER = 24
const RECORD = 16

/** Whether a file is a pcap capture, by its first four bytes, and in which byte order. */
export function pcapOrder(bytes: Uint8Array): 'little' | 'big' | undefined {
  if (bytes.length < 4) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, 4)
  return orders.find((order) => [MICROSECONDS, NANOSECONDS].includes(view.getUint32(0, order === 'little')))
}

/** A capture in the pcap format, of either byte order, with microseconds or nanoseconds. */
export class Pcap implements Container {
  private readonly pending = new Pending()
  private order: 'little' | 'big' | undefined
  private linkType = 0
  private count = 0

  end(): void {
    if (this.order === undefined || this.pending.length > 0) throw new ContainerError(this.pending.at, `the file ends inside a packet: ${this.pending.length} bytes are left`)
  }

  *push(bytes: Uint8Array): Generator<CapturedPacket> {
    const { pending } = this
    pending.add(bytes)
    if (this.order === undefined) {
      if (pending.length < HEADER) return
      this.order = pcapOrder(pending.peek(4))
      if (this.order === undefined) throw new ContainerError(0, 'no pcap header')
      // The upper bits of the word say whether a checksum is kept.
      this.linkType = (HEADERS[this.order].parse(pending.peek(HEADER)) as { linkType: number }).linkType & 0xffff
      pending.drop(HEADER)
    }
    while (pending.length >= RECORD) {
      const { captured, original } = PACKETS[this.order].parse(pending.peek(RECORD)) as { captured: number; original: number }
      if (captured > LARGEST) throw new ContainerError(pending.at, `a packet of ${captured} bytes: the file is damaged, or no pcap`)
      if (pending.length < RECORD + captured) break
      yield { number: ++this.count, at: pending.at + RECORD, linkType: this.linkType, data: pending.peek(captured, RECORD), original }
      pending.drop(RECORD + captured)
    }
  }
}
