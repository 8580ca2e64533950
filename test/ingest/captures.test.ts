import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { containerItems, ContainerError } from '../../src/ingest/containers/index.ts'
import type { Item } from '../../src/ingest/index.ts'
import { hexOf } from '../../src/ingest/index.ts'
import { pcie } from '../../src/index.ts'
import { pcapHead, pcapPacket } from '../../src/outputs/index.ts'
import { numbers } from '../support/bytes.ts'

/** Capture files written here from their formats, with packets of our own: synthetic. */

type Order = 'little' | 'big'
const request = (prgIndex: number): Uint8Array => pcie.pageRequest.encode({ requesterId: 0x0300, prgIndex, last: true, write: false, read: true, address: 0x1000n })

function words(order: Order, ...values: readonly (readonly [size: 2 | 4, value: number])[]): Buffer {
  const bytes = Buffer.alloc(values.reduce((sum, [size]) => sum + size, 0))
  let at = 0
  for (const [size, value] of values) {
    if (order === 'little') bytes.writeUIntLE(value, at, size)
    else bytes.writeUIntBE(value, at, size)
    at += size
  }
  return bytes
}

interface Captured { readonly data: Uint8Array; readonly original?: number }

function pcap(order: Order, magic: number, linkType: number, packets: readonly Captured[]): Buffer {
  return Buffer.concat([
    words(order, [4, magic], [2, 2], [2, 4], [4, 0], [4, 0], [4, 65535], [4, linkType]),
    ...packets.flatMap(({ data, original = data.length }) => [words(order, [4, 1], [4, 2], [4, data.length], [4, original]), Buffer.from(data)]),
  ])
}

const padded = (data: Uint8Array): Buffer => Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)])
function block(order: Order, type: number, body: Uint8Array): Buffer {
  const length = 12 + padded(body).length
  return Buffer.concat([words(order, [4, type], [4, length]), padded(body), words(order, [4, length])])
}
const section = (order: Order): Buffer => block(order, 0x0a0d0d0a, words(order, [4, 0x1a2b3c4d], [2, 1], [2, 0], [4, 0xffffffff], [4, 0xffffffff]))
const link = (order: Order, linkType: number, snapLength = 0, options: Uint8Array = Buffer.alloc(0)): Buffer => block(order, 1, Buffer.concat([words(order, [2, linkType], [2, 0], [4, snapLength]), options]))
const enhanced = (order: Order, index: number, data: Uint8Array, original = data.length, options: Uint8Array = Buffer.alloc(0)): Buffer =>
  block(order, 6, Buffer.concat([words(order, [4, index], [4, 0], [4, 0], [4, data.length], [4, original]), padded(data), options]))
const simple = (order: Order, data: Uint8Array, original = data.length): Buffer => block(order, 3, Buffer.concat([words(order, [4, original]), data]))
const old = (order: Order, index: number, data: Uint8Array): Buffer => block(order, 2, Buffer.concat([words(order, [2, index], [2, 0xffff], [4, 0], [4, 0], [4, data.length], [4, data.length]), data]))

interface Read { readonly items: readonly Item[]; readonly error?: string; readonly left: ReadonlyMap<number, number> }

/** Reads a file that comes in pieces of such sizes; the last goes on. */
async function items(file: Uint8Array, ...sizes: readonly number[]): Promise<Read> {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0, i = 0; at < file.length; i++) {
      const size = sizes[Math.min(i, sizes.length - 1)] ?? file.length
      yield file.subarray(at, at + size)
      at += size
    }
  }
  const found: Item[] = []
  const left = new Map<number, number>()
  try {
    for await (const some of containerItems(pieces(), {}, left)) found.push(...some)
  } catch (error) {
    if (!(error instanceof ContainerError)) throw error
    return { items: found, error: error.message, left }
  }
  return { items: found, left }
}
const indexes = ({ items: list }: Read): unknown[] => list.map(({ message }) => message['prgIndex'])

describe('pcap', () => {
  it.each([['little', 0xa1b2c3d4], ['little', 0xa1b23c4d], ['big', 0xa1b2c3d4], ['big', 0xa1b23c4d]] as const)('of %s-endian words, magic %i, in pieces of any size', async (order, magic) => {
    const file = pcap(order, magic, 147, [{ data: request(1) }, { data: request(2) }])
    for (const size of [1, 3, 16, 41, 4096]) {
      const read = await items(file, size)
      expect([indexes(read), read.error], `${size}`).toEqual([[1, 2], undefined])
      expect(read.items.map(({ offset, said }) => [offset, said.packet])).toEqual([[40n, 1], [72n, 2]])
    }
  })

  it.each([125, 147, 162])('of TLPs, link type %i', async (linkType) => {
    expect(indexes(await items(pcap('little', 0xa1b2c3d4, linkType, [{ data: request(7) }])))).toEqual([7])
  })

  it('counts packets of other links, and leaves them out', async () => {
    const read = await items(pcap('little', 0xa1b2c3d4, 220, [{ data: request(7) }, { data: request(8) }]))
    expect([read.items, [...read.left]]).toEqual([[], [[220, 2]]])
  })

  it('takes several TLPs of a packet, each at its offset', async () => {
    const read = await items(pcap('little', 0xa1b2c3d4, 147, [{ data: Buffer.concat([request(1), request(2)]) }, { data: request(3) }]))
    expect(read.items.map(({ message, offset, said }) => [message['prgIndex'], offset, said.packet])).toEqual([[1, 40n, 1], [2, 56n, 1], [3, 88n, 2]])
  })

  it('says where a packet was cut', async () => {
    const write = Buffer.from('40000008030000ff00001000aabbccdd', 'hex')
    const { items: [header, stump] } = await items(pcap('little', 0xa1b2c3d4, 147, [{ data: write, original: 44 }, { data: write.subarray(0, 6), original: 44 }]))
    expect([header!.name, header!.absent, header!.bad]).toEqual(['MWr32', ['data, the last 28 of 32 bytes'], false])
    expect(header!.findings.map(({ message }) => message)).toContain('the capture holds 16 of 44 bytes of the packet')
    expect([stump!.record, stump!.bad, hexOf(stump!.data!)]).toEqual([null, true, '400000080300'])
  })

  it('hands out what comes before the damage, however the file comes', async () => {
    const damaged = Buffer.concat([pcap('little', 0xa1b2c3d4, 147, [{ data: request(1) }, { data: request(2) }]), words('little', [4, 0], [4, 0], [4, 0xffffffff], [4, 0xffffffff]), Buffer.alloc(100)])
    for (const size of [1, 50, 4096]) {
      const read = await items(damaged, size)
      expect([indexes(read), read.error]).toEqual([[1, 2], 'byte 88: a packet of 4294967295 bytes: the file is damaged, or no pcap'])
    }
    expect((await items(damaged.subarray(0, 70))).error).toBe('byte 56: the file ends inside a packet: 14 bytes are left')
    for (const size of [0, 3]) expect((await items(damaged.subarray(0, size))).error).toBe('byte 0: neither pcap nor pcapng')
  })
})

describe('pcapng', () => {
  it('has sections of either byte order, interfaces with links of their own, and packets of three kinds', async () => {
    const options = words('little', [2, 1], [2, 3], [4, 0x00616263], [4, 0])
    const file = Buffer.concat([
      section('little'), link('little', 1), link('little', 147, 0, options), enhanced('little', 1, request(1), 16, options), enhanced('little', 0, request(9)),
      block('little', 4, Buffer.alloc(40, 1)), block('little', 0x0bad, Buffer.alloc(8, 1)),
      section('big'), link('big', 148), simple('big', request(2)), old('big', 0, request(3)),
      section('little'), link('little', 125), enhanced('little', 0, request(4)),
    ])
    for (const size of [1, 7, 33, 4096]) {
      const read = await items(file, size)
      expect([indexes(read), read.error, [...read.left]], `${size}`).toEqual([[1, 2, 3, 4], undefined, [[1, 1]]])
      for (const { offset, data } of read.items) expect(file.subarray(Number(offset)).toString('hex').startsWith(hexOf(data!))).toBe(true)
    }
  })

  it('reads a simple packet up to the snap length of the first interface', async () => {
    const read = await items(Buffer.concat([section('little'), link('little', 147, 16), simple('little', request(5), 20)]))
    expect([indexes(read), read.items[0]!.findings.map(({ message }) => message)]).toEqual([[5], expect.arrayContaining(['the capture holds 16 of 20 bytes of the packet'])])
  })

  it('passes over blocks that hold no packets, of any length', async () => {
    const read = await items(Buffer.concat([section('little'), link('little', 147), block('little', 10, Buffer.alloc(2 ** 20)), enhanced('little', 0, request(6))]), 60000)
    expect([indexes(read), read.error]).toEqual([[6], undefined])
  })

  it.each([
    ['a packet of an interface that is not described', [section('little'), enhanced('little', 3, request(1))], /interface 3/],
    ['a packet that is longer than its block', [section('little'), link('little', 147), block('little', 6, words('little', [4, 0], [4, 0], [4, 0], [4, 99], [4, 99]))], /99 bytes in a block/],
    ['lengths of a block that differ', [section('little'), link('little', 147), Buffer.concat([enhanced('little', 0, request(1)).subarray(0, -4), words('little', [4, 44])])], /44 at its end/],
    ['a block that is too short', [section('little'), words('little', [4, 6], [4, 8], [4, 8])], /block of 8 bytes/],
    ['a packet block without its head', [section('little'), block('little', 6, Buffer.alloc(4))], /too few/],
    ['a section without its magic', [block('little', 0x0a0d0d0a, Buffer.alloc(16))], /byte-order magic/],
    ['an end inside a block', [section('little'), link('little', 147), enhanced('little', 0, request(1)).subarray(0, 30)], /ends inside a block: 30 bytes/],
    ['an end inside a block without packets', [section('little'), block('little', 10, Buffer.alloc(64)).subarray(0, 40)], /36 bytes of it are missing/],
  ] as const)('refuses %s', async (_, parts, message) => {
    expect((await items(Buffer.concat(parts), 9)).error).toMatch(message)
  })
})

describe('NetTLP', () => {
  const udp = (tlp: Uint8Array, port = 0x3001): Buffer => Buffer.concat([words('big', [2, port], [2, 0x3000], [2, 8 + 6 + tlp.length], [2, 0]), Buffer.alloc(6, 7), tlp])
  const ipv4 = (payload: Uint8Array, flags = 0x4000, options = 0): Buffer => Buffer.concat([words('big', [2, 0x4500 + options * 256], [2, 20 + payload.length], [2, 0], [2, flags], [2, 0x4011], [2, 0], [4, 1], [4, 2]), Buffer.alloc(4 * options), payload])
  const ipv6 = (payload: Uint8Array): Buffer => Buffer.concat([words('big', [4, 0x60000000], [2, payload.length], [2, 0x1140]), Buffer.alloc(32, 1), payload])
  const ethernet = (type: number, payload: Uint8Array, tags: Uint8Array = Buffer.alloc(0)): Buffer => Buffer.concat([Buffer.alloc(12, 2), tags, words('big', [2, type]), payload])
  const tag = words('big', [2, 0x8100], [2, 5])

  it.each([
    ['Ethernet', 1, ethernet(0x0800, ipv4(udp(request(3))))],
    ['Ethernet, options of IPv4', 1, ethernet(0x0800, ipv4(udp(request(3)), 0, 2))],
    ['Ethernet, filled up to its least length', 1, Buffer.concat([ethernet(0x0800, ipv4(udp(request(3)))), Buffer.alloc(9)])],
    ['Ethernet, tags of VLANs', 1, ethernet(0x0800, ipv4(udp(request(3))), Buffer.concat([tag, tag]))],
    ['Ethernet, IPv6', 1, ethernet(0x86dd, ipv6(udp(request(3))))],
    ['Linux SLL', 113, Buffer.concat([Buffer.alloc(14), words('big', [2, 0x0800]), ipv4(udp(request(3)))])],
    ['Linux SLL2', 276, Buffer.concat([words('big', [2, 0x0800]), Buffer.alloc(18), ipv4(udp(request(3)))])],
    ['raw IP', 101, ipv4(udp(request(3)))],
  ] as const)('over %s', async (_, linkType, data) => {
    const read = await items(pcap('little', 0xa1b2c3d4, linkType, [{ data }]))
    expect([indexes(read), hexOf(read.items[0]!.data!)]).toEqual([[3], Buffer.from(request(3)).toString('hex')])
  })

  it.each([
    ['of other ports', ethernet(0x0800, ipv4(Buffer.concat([words('big', [2, 53], [2, 53], [2, 30], [2, 0]), Buffer.alloc(22)])))],
    ['of TCP', ethernet(0x0800, Buffer.from(ipv4(udp(request(3)))).fill(6, 9, 10))],
    ['without a packet behind its own head', ethernet(0x0800, ipv4(udp(new Uint8Array(0))))],
    ['of a datagram in parts', ethernet(0x0800, ipv4(udp(request(3)), 0x2000))],
    ['of ARP', ethernet(0x0806, Buffer.alloc(46))],
    ['of nothing', Buffer.alloc(0)],
    ['that ends in the head of UDP', ethernet(0x0800, ipv4(udp(request(3)))).subarray(0, 38)],
  ] as const)('is no packet %s', async (_, data) => {
    const read = await items(pcap('little', 0xa1b2c3d4, 1, [{ data }]))
    expect([read.items, [...read.left]]).toEqual([[], [[1, 1]]])
  })
})

describe('whatever stands in a file', () => {
  it('what is written is read back', async () => {
    const packets = [1, 2, 3].map((i) => ({ bytes: request(i), mode: 'non-flit' as const }))
    const read = await items(Buffer.concat([pcapHead(), ...packets.map(pcapPacket)]), 13)
    expect(read.items.map(({ data }) => hexOf(data!))).toEqual(packets.map(({ bytes }) => Buffer.from(bytes).toString('hex')))
  })

  it('packets are found, or the damage is told, and nothing hangs or breaks', async () => {
    const files = [
      pcap('big', 0xa1b23c4d, 147, [1, 2, 3].map((i) => ({ data: request(i) }))),
      Buffer.concat([section('little'), link('little', 147), ...[1, 2, 3].map((i) => enhanced('little', 0, request(i)))]),
    ]
    await fc.assert(fc.asyncProperty(fc.nat(), async (seed) => {
      const next = numbers(seed + 1)
      const file = Uint8Array.from(files[next() & 1]!)
      for (let i = 0; i < 1 + (next() & 3); i++) file[4 + (Number(next()) % (file.length - 4))] = Number(next()) & 0xff
      const whole = await items(file)
      const byPieces = await items(file, 1 + (Number(next()) % 40))
      expect(byPieces.items.map(({ summary }) => summary)).toEqual(whole.items.map(({ summary }) => summary))
      expect(byPieces.error).toBe(whole.error)
    }), { numRuns: 300, seed: 7 })
  })
})
