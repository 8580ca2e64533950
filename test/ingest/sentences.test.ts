import { describe, expect, it } from 'vitest'
import { read } from '../../src/ingest/index.ts'

/** What a log says is in the sentence, not in the JSON alone. All lines are synthetic. */

const item = (text: string) => {
  const { items } = read(`${text}\n`)
  expect(items, text).toHaveLength(1)
  return items[0]!
}

describe('the sentence', () => {
  it.each([
    ['qemu-system-x86_64: vtd_iova_to_slpte: detected slpte permission error (iova=0x7000, level=0x3, slpte=0x0, write=1)', 'slpte permission error, address 0x7000, write, level 3, slpte 0x0'],
    ['qemu-system-x86_64: vtd_iova_to_slpte: detected slpte permission error (iova=0x7000, level=0x2, slpte=0x1231, write=0)', 'slpte permission error, address 0x7000, read, level 2, slpte 0x1231'],
    ['IOMMU Fault detected for 0000:da:00.0 (vmgfx0/driver) IOaddr: 0xa1000 Mask: 0x6 Domain: 0x430af4e0c460.', 'IOMMU fault, 0000:da:00.0, address 0xa1000, mask 0x6, domain 0x430af4e0c460'],
    ['PCI passthru device 0000:3b:00.1 caused an IOMMU fault type 4 at address 0x7000', 'IOMMU fault of a device that a guest has, 0000:3b:00.1, address 0x7000, fault type 4'],
    ['arm-smmu-v3 arm-smmu-v3.1.auto: CMD_SYNC timeout at 0x0000a001 [hwprod 0x0000a002, hwcons 0x0000a001]', 'CMD_SYNC timeout, arm-smmu-v3.1.auto, prod 0x0000a001, hwprod 0x0000a002, hwcons 0x0000a001'],
    ['DTE[0]: 6190000000000003\nDTE[1]: 0000000000000007\nDTE[2]: 0000000000000000\nDTE[3]: 0000000000000000', 'Device Table Entry: valid, translation valid, ppr enable, guest valid, guest levels two, readable'],
    ['AMD-Vi: Event logged [INVALID_DEVICE_REQUEST device=00:00.0 pasid=0x00000 address=0xfffffffdf8000000 flags=0x0a00]', 'INVALID_DEVICE_REQUEST of 00:00.0: a request that it may not make, address 0xfffffffdf8000000, type 0x5 (a posted write into the range of interrupts, of a device whose device table entry has IntCtl = 0; at boot harmless)'],
    ['Control Reg : 0x1005', 'IOMMU Control Register: events are logged, commands are read'],
  ])('%s', (text, summary) => {
    expect(item(text).summary).toBe(summary)
  })

  it('of a time-out names the place', () => {
    const notes = item('arm-smmu-v3 arm-smmu-v3.1.auto: CMD_SYNC timeout at 0x0000a001 [hwprod 0x0000a002, hwcons 0x0000a001]').findings.map(({ message }) => message)
    expect(notes).toEqual(['the log does not tell which command hangs: it stands at hwcons 0x0000a001 in the queue, or before it'])
  })

  it('of an error of the command queue says where its words and its number disagree', () => {
    const notes = (cons: string, words: string): readonly string[] => item(`arm-smmu-v3 a.auto: CMDQ error (cons ${cons}): ${words}`).findings.map(({ message }) => message)
    expect(notes('0x01000017', 'Illegal command')).toEqual([])
    expect(notes('0x03000017', 'ATC invalidate timeout')).toEqual([expect.stringContaining('not answered in time')])
    expect(notes('0x01000017', 'ATC invalidate timeout')).toEqual(['the log contradicts itself: the error in cons is 1, "Illegal command", and the words are those of 3'])
    expect(notes('0x03000017', 'Illegal command')).toEqual(['the log contradicts itself: the error in cons is 3, "ATC invalidate timeout", and the words are those of 1'])
    expect(notes('0x05000017', 'Unknown')).toEqual([])
  })
})
