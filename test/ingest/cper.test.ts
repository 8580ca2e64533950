import { describe, expect, it } from 'vitest'
import { read } from '../../src/ingest/index.ts'
import type { LinkedItem } from '../../src/ingest/index.ts'

/** Sections of CPER as people paste them. All values are synthetic. */

const LINES = [
  'event severity: corrected', ' Error 0, type: corrected', '  fru_text: PcieError', '  section_type: PCIe error', '  port_type: 4, root port', '  version: 0.2', '  command: 0x0407, status: 0x0010', '  device_id: 0000:a1:02.3',
  '  slot: 21', '  secondary_bus: 0xa3', '  vendor_id: 0x1111, device_id: 0x2222', '  class_code: 060400', '  bridge: secondary_status: 0x2000, control: 0x0012',
]
const AER = 'pcieport 0000:a1:02.3: AER: aer_status: 0x00001000, aer_mask: 0x00006000'
const MESSAGE = {
  portType: 4, versionMajor: 0, versionMinor: 2, command: 0x407, status: 0x10, segment: 0, bus: 0xa1, deviceNumber: 2, functionNumber: 3, slot: 21, secondaryBus: 0xa3,
  vendorId: 0x1111, deviceId: 0x2222, bridgeSecondaryStatus: 0x2000, bridgeControl: 0x12,
}

const section = (text: string): LinkedItem => {
  const { items } = read(`${text}\n`)
  expect(items.map(({ record }) => record), text).toEqual(['config.cper-pcie-section'])
  return items[0]!
}
/** As a mail client fills lines, between words. */
function filled(text: string, width: number, quote = ''): string {
  const lines = ['']
  for (const word of text.split(/(?<= )(?=\S)/)) {
    if (lines.at(-1)!.length + word.trimEnd().length > width) lines.push('')
    lines[lines.length - 1] += word
  }
  return lines.map((line) => quote + line.trimEnd()).join('\n')
}

describe('a section of CPER', () => {
  it.each(Array.from({ length: 19 }, (_, i) => 60 + i))('is read of a log that was filled anew, %s wide', (width) => {
    const log = [...LINES.map((line) => `{7}[Hardware Error]: ${line}`), AER].map((line) => `Mar  4 10:15:20 host kernel: ${line}`)
    for (const quote of ['', '> ']) expect(section(filled(log.join(' '), width, quote))).toMatchObject({ message: MESSAGE, said: { report: 7, severity: 'corrected', aerStatus: 0x1000 } })
  })

  it('is several where a log that was filled anew has several', () => {
    const log = [7, 8].flatMap((n) => LINES.map((line) => `Mar  4 10:15:20 host kernel: {${n}}[Hardware Error]: ${line.replace('slot: 21', `slot: ${n}`)}`))
    expect(read(`${filled(log.join(' '), 72)}\n`).items.map(({ said, message }) => [said.report, message.slot, message.bridgeControl])).toEqual([[7, 7, 0x12], [8, 8, 0x12]])
  })

  it('has its header log where that is broken, which is an item of its own as well', () => {
    const lines = ['section_type: PCIe error', 'device_id: 0000:a1:02.3', 'aer_uncor_status: 0x00100000,\naer_uncor_mask: 0x00018000', 'TLP Header: 40000001 0000000f 90028090\n00000000']
    const { items } = read(`${lines.map((line) => `{7}[Hardware Error]:   ${line}`).join('\n')}\n`)
    expect(items).toMatchObject([
      { line: 1, lastLine: 6, message: { uncorrectableStatus: 0x100000, uncorrectableMask: 0x18000, headerLog1: 0x40000001, headerLog2: 0xf, headerLog3: 0x90028090, headerLog4: 0 } }, { line: 5, name: 'MWr32' },
    ])
  })

  it('has its slot, and says why it has no class code', () => {
    const item = section(LINES.slice(3).map((line) => `{7}[Hardware Error]: ${line}`).join('\n'))
    expect(item).toMatchObject({ message: { slot: 21 }, said: { classCode: '060400' }, summary: expect.stringMatching(/, of which the error is not told$/), findings: [{ message: expect.stringContaining('class_code') }] })
    expect(item.absent).toContain('classCode')
    expect(item.absent).not.toContain('slot')
  })

  const withAer = (status: string, from = 0, device = '0000:a1:02.3'): string => [...LINES.slice(from).map((line) => `{7}[Hardware Error]: ${line}`), `pcieport ${device}: AER: aer_status: 0x${status}, aer_mask: 0x00000000`].join('\n')

  it('tells the error by what the AER driver prints behind it of the same device', () => {
    const of = (text: string): string => section(text).summary.replace(/^.*reports it/, '')
    expect(of(withAer('00001000'))).toBe(': Timeout, as the AER driver prints behind it')
    expect(of(withAer('00001000').replaceAll('corrected', 'recoverable'))).toBe(': TLP, as the AER driver prints behind it')
    // Without the type of the error, bit 12 is one of two; bit 21 is one of the uncorrectable, and bit 6 of the corrected.
    expect(of(withAer('00001000', 3))).toBe(': status 0x1000, as the AER driver prints behind it')
    expect(of(withAer('00200000', 3))).toBe(': ACSViol, as the AER driver prints behind it')
    expect(of(withAer('00000040', 3))).toBe(': BadTLP, as the AER driver prints behind it')
    expect(of(withAer('00200000', 3, '0000:a1:02.4'))).toBe(', of which the error is not told')
    // The worst of the report is not that of each of its sections.
    expect(of(withAer('00001000').replace('event severity: corrected', 'event severity: fatal').replace(' Error 0, type: corrected', ' fru_text: x'))).toBe(': status 0x1000, as the AER driver prints behind it')
  })

  it('is none of other kinds of error', () => {
    expect(read('{7}[Hardware Error]: event severity: corrected\n{7}[Hardware Error]:  Error 0, type: corrected\n{7}[Hardware Error]:   section_type: memory error\n{7}[Hardware Error]:   device_id: 0x1\n').items).toEqual([])
  })
})
