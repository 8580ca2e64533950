import { describe, expect, it } from 'vitest'
import { read } from '../../src/ingest/index.ts'

/** Dumps behind words that name a queue. The values are synthetic, in the spelling of the tools. */

const seen = (text: string) => read(text).items.map(({ line, record, ambiguous }) => [line, record, ambiguous])

const PPR = '0xffff888103a40000:\t0x2003c301\t0x1164061a\t0x00123000\t0x00007f99\n0xffff888103a40010:\t0x2003c301\t0x1144041b\t0x00124000\t0x00007f99\n'
const EVENT = '0xffff888103b40000:\t0x0002084000007810\t0x0000020080000005\n0xffff888103b40010:\t0x0000007fa1c05010\t0x0000000000000000\n'
const COMMANDS = '8a000000: 0000c840 00000840 a1c00003 0000007f    @...@...........\n8a000010: 00001046 00000000 00000000 00000000    F...............\n'
const RISCV = '0xff600000b0000000:\t0x0003000112345000\t0x00007f0012345007\n'

const TWO = (record: string) => [[expect.any(Number), record, false], [expect.any(Number), record, false]]

describe('a dump behind the name of its queue', () => {
  it.each([
    ['a command of gdb', `(gdb) x/8xw iommu->ppr_log\n${PPR}`, TWO('amd.ppr-log')],
    ['a heading and a blank line', `the PPR log of the AMD IOMMU:\n\n${PPR}`, TWO('amd.ppr-log')],
    ['what the debugger says between', `(gdb) p/x iommu->ppr_log\n$4 = 0xffff888103a40000\n${PPR}`, TWO('amd.ppr-log')],
    ['a heading in a log', `[   12.345678] arm-smmu-v3 evtq:\n${EVENT}`, [[2, 'smmuv3.stall-event', false]]],
    ['a member of a struct', `(gdb) x/4gx smmu->evtq.q.base\n${EVENT}`, [[2, 'smmuv3.stall-event', false]]],
    ['a remark behind the command of U-Boot', `=> md.l 8a000000 8    # smmu cmdq\n${COMMANDS}`, [[2, 'smmuv3.cmd-atc-inv', false], [2, 'smmuv3.cmd-sync', false]]],
    ['what pcileech says of a completion', 'RX: CplD:   Len: 002 ReqID: 0600 CplID: 0000 Status: 0 BC: 008 Tag: 12 LowAddr: 00\n0000    4a 00 00 02 00 00 00 08  06 00 12 00 8f 9a a6 3f   J.. ...........?\n0010    32 6d 78 44                                        2mxD\n', [[2, null, false]]],
    ['what pcileech says of a read', 'TX: MRd32:  Len: 001 ReqID: 6100 BE_FL: 0f Tag: 80 Addr: 00012000\n0000    00 00 00 01 61 00 80 0f  00 01 20 00               ....a..... .\n', [[2, null, false]]],
    ['a queue of RISC-V', `(gdb) x/2gx iommu->pq.base\n${RISCV}`, [[2, 'riscv.page-request', false]]],
  ])('is read: %s', (_, text, expected) => {
    expect(seen(text)).toEqual(expected)
  })

  it.each([
    ['no entry of it', '(gdb) x/2gx smmu->priq.q.base\n0xffff888103a41000:\t0x00000001cdd83067\t0x000000006fcb3067\n'],
    ['something else behind the name', `AMD-Vi: PPR log is enabled\nsome text\nand more\nand more\n${PPR}`],
    ['names of two', `is it cmdq of the smmu, or the ppr_log?\n${PPR}`],
    ['zeros', '(gdb) x/2gx iommu->ppr_log\n0xffff888103a41000:\t0x0000000000000000\t0x0000000000000000\n'],
    ['small numbers', '(gdb) x/2gx smmu->cmdq.q.base\n0xffff888103a41000:\t0x0000000000000003\t0x0000000000000001\n'],
  ])('is none: %s', (_, text) => {
    expect(seen(text)).toEqual([])
  })

  it('of something else is that, where nothing else fits', () => {
    expect(seen('(gdb) x/4gx smmu->evtq.q.base\n0xffff888103a41000:\t0x0000123400fa0101\t0x00007f001234500d\n0xffff888103a41010:\t0x0000000000000000\t0x0000000000000000\n')).toEqual([[2, 'vtd.page-request', false]])
  })
})

it('entries of a queue of one kind are read in one way', () => {
  expect(seen(PPR)).toEqual(TWO('amd.ppr-log'))
})
