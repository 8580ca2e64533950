import { describe, expect, it } from 'vitest'
import { hexOf, read } from '../../src/ingest/index.ts'

/** Beats of AXI4-Stream: in the form in which Vivado exports what its logic analyzer has seen, and as simulations print them. The values are synthetic. */

const seen = (text: string) => read(text).items.map(({ line, record, name, data, findings }) => (record === null ? [line, name, findings.map(({ message }) => message)] : [line, record, hexOf(data!)]))

/** A page request, and an invalidation with its data: DWs of headers as numbers. */
const REQUEST = ['30000000', '01000004', '00000000', '12345007']
const INVALIDATION = ['72000002', '00000501', '12340000', '00000000', '00000000', '01f0f801']
const turned = (dword: string): string => dword.replace(/(..)(..)(..)(..)/, '$4$3$2$1')
const beatOf = (dwords: readonly string[], width: number): string => [...dwords, ...Array<string>(width - dwords.length).fill('deadbeef')].reverse().join('')

interface Shape {
  readonly width: number
  readonly keep: (dwords: number) => string
  readonly isTurned?: boolean
}

/** Rows of one packet. */
function rowsOf(packet: readonly string[], { width, keep, isTurned }: Shape): string[] {
  const rows: string[] = []
  for (let at = 0; at < packet.length; at += width) {
    const beat = packet.slice(at, at + width).map((dword) => (isTurned ? turned(dword) : dword))
    rows.push(`${beatOf(beat, width)},${keep(beat.length)},${at + width >= packet.length ? 1 : 0}`)
  }
  return rows
}

function tableOf(shape: Shape, keepName: string): string {
  const rows = [REQUEST, INVALIDATION].flatMap((packet) => rowsOf(packet, shape))
  return [
    `Sample in Buffer,Sample in Window,TRIGGER,u_pcie/m_axis_rx_tdata[${32 * shape.width - 1}:0],u_pcie/${keepName},u_pcie/m_axis_rx_tlast`,
    'Radix - UNSIGNED,UNSIGNED,UNSIGNED,HEX,HEX,HEX',
    ...rows.map((row, i) => `${i},${i},${i === 0 ? 1 : 0},${row}`),
  ].join('\n')
}

const ofBytes = (digits: number) => (dwords: number): string => ((1n << BigInt(4 * dwords)) - 1n).toString(16).padStart(digits, '0')
const ofDwords = (dwords: number): string => (2 ** dwords - 1).toString(16)
const records = (lines: readonly number[]) => [[lines[0], 'pcie.page-request', REQUEST.join('')], [lines[1], 'pcie.invalidate-request', INVALIDATION.join('')]]

describe('the table of a logic analyzer', () => {
  it.each([
    ['128 bits, a bit of tkeep for each byte', { width: 4, keep: ofBytes(4) }, 'm_axis_rx_tkeep[15:0]', [3, 4]],
    ['the same, without leading zeros', { width: 4, keep: ofBytes(0) }, 'm_axis_rx_tkeep[15:0]', [3, 4]],
    ['the same, whose name has no width', { width: 4, keep: ofBytes(4) }, 'm_axis_rx_tkeep', [3, 4]],
    ['a bit for each DW', { width: 4, keep: ofDwords }, 'm_axis_rx_tkeep[3:0]', [3, 4]],
    ['64 bits', { width: 2, keep: ofBytes(2) }, 'm_axis_rx_tkeep[7:0]', [3, 5]],
    ['256 bits', { width: 8, keep: ofBytes(8) }, 'm_axis_rx_tkeep[31:0]', [3, 4]],
    ['the bytes of a DW from the lowest on', { width: 4, keep: ofBytes(4), isTurned: true }, 'm_axis_rx_tkeep[15:0]', [3, 4]],
  ] as const)('is read as packets: %s', (_, shape, keepName, lines) => {
    expect(seen(tableOf(shape, keepName))).toEqual(records(lines))
  })

  it('may have a row for each clock, of which those without a beat are none', () => {
    const head = 'time;pcie_rx_tvalid;pcie_rx_tready;pcie_rx_tdata;pcie_rx_tkeep;pcie_rx_tlast'
    const beat = `${beatOf(REQUEST, 4)};ffff;1`
    expect(seen([head, `0;0;1;${beat}`, `1;1;0;${beat}`, `2;1;1;${beat}`].join('\n'))).toEqual([[4, 'pcie.page-request', REQUEST.join('')]])
  })

  it.each([
    ['no tkeep', (text: string) => text.replace(/,u_pcie\/m_axis_rx_tkeep[^,]*/, '').replace('HEX,HEX,HEX', 'HEX,HEX').replace(/,(?:ffff|00ff)(?=,)/g, ''), 'nothing says which bytes of its beats are there'],
    ['holes in tkeep', (text: string) => text.replaceAll(',ffff,', ',0ff0,').replaceAll(',00ff,', ',0ff0,'), 'nothing says which bytes of its beats are there'],
    ['a tkeep that may be of bytes or of DWs', (text: string) => text.replace('tkeep[15:0]', 'tkeep').replace(/,(?:ffff|00ff)(?=,)/g, ',f'), 'nothing says which bytes of its beats are there'],
    ['the streams of descriptors', (text: string) => text.replaceAll('_rx_', '_cq_'), 'u_pcie/m_axis_cq_tdata[127:0] has descriptors of the block, and no headers of packets'],
  ])('is told of where it cannot be read: %s', (_, change, why) => {
    const found = seen(change(tableOf({ width: 4, keep: ofBytes(4) }, 'm_axis_rx_tkeep[15:0]')))
    expect(found.length).toBeGreaterThan(0)
    for (const [, name, messages] of found) expect([name, messages]).toEqual(['beats of a stream', [`not read: ${why}`]])
  })

  it('that breaks off in a packet is told of', () => {
    const rows = tableOf({ width: 2, keep: ofBytes(2) }, 'm_axis_rx_tkeep[7:0]').split('\n')
    expect(seen(rows.slice(0, -1).join('\n')).at(-1)).toEqual([5, 'beats of a stream', ['not read: no beat with tlast ends it']])
  })

  it('that has a packet longer than any is told of, and goes on behind it', () => {
    const shape = { width: 4, keep: ofBytes(4) }
    const head = tableOf(shape, 'm_axis_rx_tkeep[15:0]').split('\n').slice(0, 2)
    const long = rowsOf(Array<string>(1200).fill('40000000'), shape)
    const rows = [...long, ...rowsOf(REQUEST, shape)].map((row, i) => `${i},${i},0,${row}`)
    expect(seen([...head, ...rows].join('\n'))).toEqual([
      [3, 'beats of a stream', ['not read: it is longer than any packet']],
      [303, 'pcie.page-request', REQUEST.join('')],
    ])
  })

  it('is nothing where the stream is not of PCIe and has other packets', () => {
    const table = ['i,eth_rx_tdata[127:0],eth_rx_tkeep[15:0],eth_rx_tlast', `0,${'45000034'.repeat(4)},ffff,1`, `1,${'0a000001'.repeat(4)},ffff,1`].join('\n')
    expect(read(table).items).toEqual([])
  })

  it('may be of any length', () => {
    const shape = { width: 4, keep: ofBytes(4) }
    const head = tableOf(shape, 'm_axis_rx_tkeep[15:0]').split('\n').slice(0, 2)
    const row = rowsOf(REQUEST, shape)[0]!
    const count = 40000
    expect(read([...head, ...Array.from({ length: count }, (_, i) => `${i},${i},0,${row}`)].join('\n')).items.filter(({ record }) => record === 'pcie.page-request')).toHaveLength(count)
  })
})

describe('what a simulation prints of each beat', () => {
  const lines = (packet: readonly string[]): string[] => rowsOf(packet, { width: 2, keep: ofBytes(2) }).map((row, i) => {
    const [data, keep, last] = row.split(',')
    return `# ${100 + 4 * i}ns: pcie_rx_tdata=64'h${data} pcie_rx_tkeep=8'h${keep} pcie_rx_tlast=1'b${last}`
  })

  it('is read as packets, also where other lines stand between', () => {
    const [first, ...rest] = [...lines(REQUEST), ...lines(INVALIDATION)]
    expect(seen([first, '# 102ns: credits 12', ...rest].join('\n'))).toEqual(records([1, 4]))
  })

  it('may have tkeep in binary', () => {
    expect(seen([...lines(REQUEST), ...lines(INVALIDATION)].join('\n').replaceAll("8'hff", "8'b11111111"))).toEqual(records([1, 3]))
  })

  it('knows where the digits of each stand', () => {
    const text = lines(REQUEST).join('\n')
    const [item] = read(text).items
    expect(item!.data!.spans.map(({ start, end, offset }) => [text.slice(start, end), offset])).toEqual(REQUEST.map((dword, i) => [dword, 4 * i]))
  })
})
