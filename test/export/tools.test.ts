import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { conformance, probe } from '../../src/export/index.ts'
import type { VectorRecord } from '../../src/export/index.ts'
import { record } from '../../src/index.ts'
import { neighbours } from '../../src/neighbours/index.ts'
import { fieldsOfKernel, kernelHeaders } from './support/kernel.ts'
import { wordy } from './support/keywords.ts'
import { builds, Folder, mayMiss, missingTool, RECORDS, titled } from './support/tools.ts'
import { dissected, linkType, pcapOf } from './support/wireshark.ts'
import { proved } from './support/yosys.ts'

/**
 * Each export is built by the real tool of its language, without a warning, and answers every vector of four records;
 * `npm run exports` takes all records. What is skipped says so in its title.
 */

const options = { random: 2, timeout: 60 } as const

for (const [name, { target, tools, build, command }] of Object.entries(builds)) {
  const missing = missingTool(...tools)
  describe.skipIf(mayMiss(missing))(titled(`${target} by ${name}`, missing), () => {
    const folder = new Folder()
    const records = name === 'verilator' ? RECORDS.slice(1, 2) : RECORDS
    beforeAll(async () => {
      folder.write(target, records)
      await build(folder)
    }, 300_000)
    afterAll(() => folder.remove())

    it('answers every vector', async () => {
      const report = await conformance(records, command(folder), options)
      expect(report).toMatchObject({ ok: true, failed: 0, failures: [], advice: [], restarts: 0 })
      expect(report.passed).toBeGreaterThan(600 * records.length)
      // Values that the language's own type cannot hold, and nothing else.
      expect(report.skipped).toBeLessThan(60)
    })
  })
}

/** Names that languages have taken, a record without fields, and the longest that there is. */
const ODD: readonly VectorRecord[] = [wordy, ...['smmuv3.cmd-tlbi-el2-all', 'config.cper-pcie-section'].map((id) => neighbours.find((one) => one.id === id)!)]

for (const name of ['g++', 'python', 'icarus', 'rustc'] as const) {
  const { target, tools, build, command } = builds[name]
  const missing = missingTool(...tools)
  describe.skipIf(mayMiss(missing))(titled(`records that are odd, by ${name}`, missing), () => {
    const folder = new Folder()
    afterAll(() => folder.remove())

    it('are built, and encode as the library does', async () => {
      folder.write(target, ODD)
      await build(folder)
      expect(await conformance(ODD, command(folder), { ...options, ops: ['encode'] })).toMatchObject({ ok: true, failed: 0, failures: [], advice: [], restarts: 0 })
    }, 120_000)
  })
}

/** One bit less of the page request group index, where each language reads it and where it writes it. */
const planted = {
  gcc: [[/>> 3 & UINT64_C\(0x1ff\)/, '>> 3 & UINT64_C(0xff)'], [/prg_index & UINT64_C\(0x1ff\)/, 'prg_index & UINT64_C(0xff)']],
  python: [[/w >> 67 & 0x1ff/, 'w >> 67 & 0xff'], [/v & 0x1ff\) << 67/, 'v & 0xff) << 67']],
  icarus: [[/get_prg_index = w\[75:67\]/, 'get_prg_index = {1\'b0, w[74:67]}'], [/(set_prg_index\[75:67\] =) value\[8:0\]/, '$1 {1\'b0, value[7:0]}']],
  rustc: [[/>> 3 & 0x1ff\) as u16/, '>> 3 & 0xff) as u16'], [/self\.prg_index as u64 & 0x1ff/, 'self.prg_index as u64 & 0xff']],
} as const

for (const [name, errors] of Object.entries(planted)) {
  const { target, tools, build, command } = builds[name as keyof typeof planted]
  const missing = missingTool(...tools)
  describe.skipIf(mayMiss(missing))(titled(`errors planted in ${target}`, missing), () => {
    const folder = new Folder()
    const tested = record('vtd.page-request')
    let planting = 0
    const plant = (text: string, [right, wrong]: (typeof errors)[number]): string => text.replace(right, (found) => (planting++, found.replace(right, wrong)))
    beforeAll(async () => {
      // The program beside the SystemVerilog package would see that the struct disagrees.
      folder.write(target, [tested], (text) => plant(plant(text, errors[0]), errors[1]).replace(/ *else if \(s\.prg_index !== .*\n/, ''))
      await build(folder)
    })
    afterAll(() => folder.remove())

    it('are found by conformance', async () => {
      expect(planting).toBe(2)
      const decoder = await conformance([tested], command(folder), { ...options, ops: ['decode'] })
      expect(decoder.failures.map(({ reason }) => reason)).toContain('prgIndex is 0xff, should be 0x1ff')
      expect(decoder.failures.filter(({ reason }) => !reason.startsWith('prgIndex'))).toEqual([])
      const encoder = await conformance([tested], command(folder), { ...options, ops: ['encode'] })
      expect(encoder.failures.map(({ name: vector }) => vector)).toContain('vtd.page-request/encode/only/prgIndex')
    })

    it.each(['decode', 'encode'] as const)('are named by probe of %s', async (op) => {
      const report = await probe(tested, command(folder), { timeout: 60, op })
      expect(report.misplaced).toMatchObject([{ field: 'prgIndex', has: 'q1[10:3]', due: 'q1[11:3]' }])
      expect(report.refused).toEqual([])
    })
  })
}

const noTshark = missingTool('tshark')
describe.skipIf(mayMiss(noTshark))(titled('the dissector in tshark', noTshark), () => {
  const folder = new Folder()
  beforeAll(() => folder.write('wireshark', [...RECORDS, wordy]))
  afterAll(() => folder.remove())

  it.each([...RECORDS, wordy].map((one) => [one.layout.id, one] as const))('shows every field and verdict of %s', async (_id, one) => {
    const { packets, wrong } = await dissected(folder, one)
    expect(wrong).toEqual([])
    expect(packets).toBeGreaterThan(50)
  })

  it('walks prefixes, picks the message, and says where there is none', async () => {
    const message = '32000000000000050300' + '01ab00000000'
    const stream = ['91012345' + message, message, '91012345' + message.slice(0, 20), '91012345', '20000802' + '6a1000ff0000000012345000']
    const tlps = new Folder()
    try {
      tlps.write('wireshark', [record('pcie.pasid-prefix'), record('pcie.prg-response'), record('pcie.page-request')])
      writeFileSync(tlps.at('tlps.pcap'), pcapOf(stream.map((hex) => Buffer.from(hex, 'hex'))))
      const argv = ['-r', tlps.at('tlps.pcap'), '-X', `lua_script:${tlps.at('pci_ats_pri.lua')}`, '-o', linkType('pciatspri_tlp'), '-T', 'fields', '-E', 'separator=|']
      const out = await tlps.run('tshark', ...argv, '-e', 'pciatspri.pcie_pasid_prefix.pasid', '-e', 'pciatspri.pcie_prg_response.prg_index', '-e', '_ws.expert.message')
      expect(out.trimEnd().split('\n')).toEqual([
        '0x00012345|0x000001ab|', '|0x000001ab|', '0x00012345||no whole message of ATS or PRI in 10 bytes', '0x00012345||', '||no whole message of ATS or PRI in 16 bytes',
      ])
    } finally {
      tlps.remove()
    }
  })
})

const noYosys = missingTool('yosys')
describe.skipIf(mayMiss(noYosys))(titled('the SystemVerilog package, proved by Yosys', noYosys), () => {
  const folder = new Folder()
  afterAll(() => folder.remove())

  it('has getters, setters and structs that are the table, for all inputs', async () => {
    const { assertions, wrong } = await proved(folder, RECORDS)
    expect(wrong).toBeUndefined()
    expect(assertions).toBeGreaterThan(200)
  })

  it.each([
    ['a getter', /get_prg_index = w\[75:67\]/, 'get_prg_index = w[74:66]'],
    ['a setter', /(set_prg_index)\[75:67\] = value\[8:0\]/, '$1[75:67] = {value[0], value[8:1]}'],
    ['a struct', /logic write;(.*)\n {2}logic read;/, 'logic read;$1\n  logic write;'],
    ['a mask', /(_match = \(w & 256'h)ff\)/, '$17f)'],
  ])('is refused with an error in %s', async (_what, right, bad) => {
    let planted = 0
    const { wrong } = await proved(folder, [record('vtd.page-request')], (text) => text.replace(right, (found) => (planted++, found.replace(right, bad))))
    expect(planted).toBe(1)
    expect(wrong).toContain('proof did fail')
  })
})

const headers = kernelHeaders()
const noKernel = headers === undefined ? 'linux/bitfield.h' : missingTool('gcc')
describe.skipIf(noKernel !== undefined)(titled('the masks in the style of the kernel, by its own bitfield.h', noKernel), () => {
  const folder = new Folder()
  afterAll(() => folder.remove())

  it('give FIELD_GET and FIELD_PREP the bits of the table', async () => {
    folder.write('c-kernel')
    const { masks, wrong } = await fieldsOfKernel(folder, headers!, RECORDS)
    expect(wrong).toEqual([])
    expect(masks).toBeGreaterThan(50)
  })

  it('are refused with one bit less', async () => {
    folder.write('c-kernel', [record('vtd.page-request')], (text) => text.replace('GENMASK_ULL(11, 3)', 'GENMASK_ULL(10, 3)'))
    expect((await fieldsOfKernel(folder, headers!, [record('vtd.page-request')])).wrong).toEqual(['VTD_PAGE_REQUEST_PRG_INDEX_Q1'])
  })
})
