import { describe, expect, it } from 'vitest'
import { hexOf, readItems } from '../../src/ingest/index.ts'

/** Packets as simulations print them: all are synthetic, in the form of `$display`, UVM, Questa and VCS. */

const REQUEST = '300000000100000400007f00aa00101d'
const INVALIDATE = '7200000200001b01020100000000000000007f33445ff800'
const dwords = (hex: string): readonly string[] => hex.match(/.{8}/g) ?? []
const signed = (hex: string): readonly string[] => dwords(hex).map((dw) => `32'h${dw}`)
const wide = (hex: string): string => `${hex.length * 4}'h${dwords(hex).join('_')}`

const LINES: Readonly<Record<string, (hex: string) => string>> = {
  'words behind a label': (hex) => `MsgD: ${signed(hex).join(' ')}`,
  'words with commas behind a name': (hex) => `[TLP_RX] req = ${signed(hex).join(', ')}`,
  'words in UVM': (hex) => `UVM_INFO ../env/pcie_mon.sv(231) @ 12500000: uvm_test_top.env.rc_mon [TLP_TX] Msg: ${signed(hex).join(' ')}`,
  'words with a name and a number each': (hex) => `# mon: ${signed(hex).map((dw, i) => `dw${i}=${dw}`).join(' ')} valid=1`,
  'elements': (hex) => `# mon: ${signed(hex).map((dw, i) => `dw[${i}] = ${dw}`).join(', ')}`,
  'a line each': (hex) => signed(hex).map((dw, i) => `mon: dw${i} = ${dw}`).join('\n'),
  'without leading zeros': (hex) => `# mon: ${dwords(hex).map((dw, i) => `dw${i}=32'h${dw.replace(/^0+(?=.)/, '')}`).join(' ')} valid=1`,
  'a number and other numbers': (hex) => `hdr = ${wide(hex)} valid=1'b1 keep=8'hff`,
  'a number in capitals': (hex) => `# KERNEL: tlp_hdr = ${wide(hex).toUpperCase().replace("'H", "'h")} sop=1'b1`,
  'a line that a mail client broke': (hex) => `[TLP_TX] Msg: ${signed(hex).slice(0, 3).join(' ')}\n${signed(hex).slice(3).join(' ')}`,
}

describe.each([['pcie.page-request', REQUEST], ['pcie.invalidate-request', INVALIDATE]])('%s', (record, hex) => {
  it.each(Object.entries(LINES))('as %s', (_, of) => {
    const line = of(hex)
    for (const text of [`${line}\n`, `starting the test\n${line}\nUVM_INFO: done\n`]) {
      const { items } = readItems(text)
      expect(items.map((item) => [item.record, hexOf(item.data!), item.ambiguous, item.bad]), text).toEqual([[record, hex, false, false]])
      for (const { data } of items) for (const { start, end } of data!.spans) expect(text.slice(start, end)).toMatch(/^[0-9a-f_]+$/i)
    }
  })

  it('with its header and its data apart', () => {
    const [header, data] = [hex.slice(0, 32), hex.slice(32)]
    for (const line of [
      `hdr=${dwords(header).join('_')} data=${dwords(data).join('_')}`.replace(/_$/, ''),
      `hdr = ${dwords(header).join('_')} data=${dwords(data).join('_')} eop`.replace(/_$/, ''),
      `tlp_hdr = 128'h${header} data = ${data === '' ? "''" : wide(data)} eop=1'b1`,
      `mon: header: ${dwords(header).map((dw) => `0x${dw}`).join(' ')} payload: ${dwords(data).map((dw) => `0x${dw}`).join(' ')} ok`,
    ]) expect(readItems(`${line}\n`).items.map((item) => [item.record, hexOf(item.data!)]), line).toEqual([[record, hex]])
  })
})

it('a prefix stands before its header, and one of zeros is none', () => {
  const of = (prefix: string): readonly string[] => readItems(`# [1250000] tlp_mon: hdr = 128'h30000000_02010004_00000001_0000380e prefix = ${prefix}\n`).items.map(({ data }) => hexOf(data!))
  expect(of("32'h918abcde")).toEqual(['918abcde3000000002010004000000010000380e'])
  expect(of("32'h00000000")).toEqual(['3000000002010004000000010000380e'])
  expect(readItems("pfx=32'h918abcde hdr=128'h30000000_02010004_00000001_0000380e v=1\n").items.map(({ data }) => hexOf(data!))).toEqual(['918abcde3000000002010004000000010000380e'])
})

it('data belong to a packet that has data alone', () => {
  const { items } = readItems("hdr = 128'h30000000_02010004_00000001_0000380e data = 64'h00007f33_445ff800 valid=1'b1\n")
  expect(items.map(({ data }) => hexOf(data!))).toEqual(['3000000002010004000000010000380e'])
})

it('a header of three DWs in a number of four', () => {
  const [item] = readItems("tlp: hdr=128'h4a000001_00000008_01002a00_00000000 data=32'h12345003 v=1\n").items
  expect([hexOf(item!.data!), item!.bad, item!.findings.some(({ message }) => message.includes('three DWs'))]).toEqual(['4a0000010000000801002a0012345003', false, true])
})

it('several packets of one line', () => {
  const { items } = readItems(`# tlp req=${wide(REQUEST)} rsp=128'h32000000_00000005_0201f101_00000000 t=1\n`)
  expect(items.map(({ record }) => record)).toEqual(['pcie.page-request', 'pcie.prg-response'])
})

it.each([
  "eth hdr = 112'h001122334455667788990a0b0800 valid=1'b1", "ip hdr = 160'h4500003c1c4640004006b1e6ac100a63ac100a0c valid=1'b1",
  "aes key = 128'h2b7e151628aed2a6abf7158809cf4f3c iv=128'h000102030405060708090a0b0c0d0e0f done=1'b1", "reg a = 32'h00000001 b = 32'h12345678 c = 64'h0 d=128'h0 e=1'b0",
  "UVM_ERROR ../env/ats_sb.sv(88) @ 12930000: uvm_test_top.env.ats_sb [ATS_SB] unexpected itag_vec 32'h08000000", "assign hdr = {32'h30000000, dw1};", "hdr = 128'hx valid=1'b0", "hdr=30000000 tlp: 4 header: none",
])('no packet: %s', (line) => {
  expect(readItems(`${line}\n`).items).toEqual([])
})
