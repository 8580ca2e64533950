import { describe, expect, it } from 'vitest'
import { hexOf, read, rewrite } from '../../src/ingest/index.ts'
import type { Item, ReadOptions } from '../../src/ingest/index.ts'
import { record } from '../../src/index.ts'
import type { TlpMessages } from '../../src/index.ts'
import { numbers, toHex } from '../support/bytes.ts'

/** Packets in the memory of a little-endian machine, and in the wide words of an FPGA. The values are synthetic, in the spelling of the tools. */

type PageRequest = TlpMessages['pcie.page-request']

const readOf = (text: string, options: ReadOptions = {}): readonly Item[] => read(text, options).items

/** A page request of 01:00.0, a response to it, a completion of an invalidation, and an Invalidate Request, as DWs of the wire. */
const REQUEST = ['30000000', '01000004', '00007f00', 'aa00101d']
const RESPONSE = ['32000000', '00000005', '01000003', '00000000']
const COMPLETION = ['32000000', '02010002', '00000001', '08000000']
const INVALIDATION = ['72000002', '00001b01', '02010000', '00000000', '00007f33', '445ff800']

const IDS = new Map([[REQUEST, 'pcie.page-request'], [RESPONSE, 'pcie.prg-response'], [COMPLETION, 'pcie.invalidate-completion'], [INVALIDATION, 'pcie.invalidate-request']])

const turned = (dword: string): string => dword.replace(/(..)(..)(..)(..)/, '$4$3$2$1')
const rows = (packet: readonly string[], row: (dwords: readonly string[], at: number) => string): string => {
  const found: string[] = []
  for (let at = 0; at < packet.length; at += 4) found.push(row(packet.slice(at, at + 4), at))
  return found.join('\n')
}
const pairs = (dwords: readonly string[]): string[] => dwords.flatMap((low, i) => (i % 2 === 0 ? [`0x${dwords[i + 1]!}${low}`] : []))

const SHAPES: readonly (readonly [what: string, write: (packet: readonly string[]) => string])[] = [
  ['gdb x/4wx', (packet) => rows(packet, (dwords, at) => `0x7fffffffe0${(4 * at).toString(16).padStart(2, '0')}:\t${dwords.map((dword) => `0x${dword}`).join('\t')}`)],
  ['gdb x/2gx', (packet) => rows(packet, (dwords, at) => `0x7fffffffe0${(4 * at).toString(16).padStart(2, '0')}:\t${pairs(dwords).join('\t')}`)],
  ['hexdump -C', (packet) => rows(packet, (dwords, at) => `${(4 * at).toString(16).padStart(8, '0')}  ${dwords.map((dword) => turned(dword).replace(/(..)(?=.)/g, '$1 ')).join(' ')}`)],
  ['od -tx4', (packet) => rows(packet, (dwords, at) => `${(4 * at).toString(8).padStart(7, '0')} ${dwords.join(' ')}`)],
  ['bytes', (packet) => packet.map(turned).join('').replace(/(..)(?=.)/g, '$1 ')],
  ['words of 64 bits', (packet) => pairs(packet).map((word) => word.slice(2)).join('\n')],
]

describe.each(SHAPES)('DWs in host order, as %s', (_, write) => {
  it.each([...IDS])('are the packet on the wire: %s', (packet, id) => {
    const items = readOf(`${write(packet)}\n`)
    expect(items.map((item) => [item.record, hexOf(item.data!), item.ambiguous, item.findings.some(({ message }) => message.includes('DWs as numbers of a little-endian machine'))])).toEqual([[id, packet.join(''), false, true]])
  })

  it('are that also where the reader says so', () => {
    for (const as of ['tlp', 'pcie.page-request']) expect(readOf(`${write(REQUEST)}\n`, { as }).map(({ data }) => hexOf(data!))).toEqual([REQUEST.join('')])
  })

  it('have their digits where they stand', () => {
    const text = `${write(REQUEST)}\n`
    const [item] = readOf(text)
    const changed = record('pcie.page-request').encode({ ...(item!.message as PageRequest), prgIndex: 0x1ab })
    const again = readOf(rewrite(text, item!.data!, changed)!)
    expect(again.map(({ message }) => message)).toEqual([{ ...item!.message, prgIndex: 0x1ab }])
  })
})

describe('wide words', () => {
  it.each([[REQUEST], [RESPONSE], [COMPLETION]])('have the first DW in their low bits: %s', (...packet) => {
    const [item, ...rest] = readOf(`${[...packet[0]!].reverse().join('')}\n`)
    expect(rest).toEqual([])
    expect([hexOf(item!.data!), item!.findings.map(({ message }) => message).join()]).toEqual([packet[0]!.join(''), expect.stringContaining('DWs from the last to the first of each 16 bytes')])
  })
})

describe('other records', () => {
  it('are no packets, however their words are turned', () => {
    const next = numbers(5)
    const riscv = record('riscv.page-request')
    for (let i = 0; i < 300; i++) {
      const bytes = riscv.encode({
        deviceId: next() % 0x10000, processId: next() % 0x100000, processIdValid: true, privileged: false, execute: false, read: true, write: i % 2 === 0, last: true,
        prgIndex: next() % 512, address: BigInt(next() >>> 0) << 12n,
      } as never)
      expect(readOf(`${toHex(bytes).replace(/(..)(?=.)/g, '$1 ')}\n`).flatMap(({ mode, ambiguous }) => (mode !== undefined && !ambiguous ? [toHex(bytes)] : []))).toEqual([])
    }
  })
})

it('a packet without the digest that it announces is read', () => {
  const packet = INVALIDATION.map((dword, i) => (i === 0 ? '72008002' : dword))
  expect(readOf(`${packet.join(' ')}\n`).map((item) => [item.record, hexOf(item.data!), item.absent])).toEqual([['pcie.invalidate-request', packet.join(''), ['trailer, 4 bytes']]])
})
