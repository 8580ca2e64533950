import { describe, expect, it } from 'vitest'
import { command } from '../support/command.ts'

/** Packets and headers on the command line. Synthetic, unless a line says otherwise. */

describe('tlp', () => {
  it('reads packets one behind the other, with prefixes and data', async () => {
    const { json, status } = await command(['tlp', '--json', '91800002 30000000 6a100004 00000000 ffffb167', '40000001 030000ff 00001000 aabbccdd'])
    expect(status).toBe(0)
    expect(json.map(({ record, name, offset, bytes }) => [record, name, offset, bytes])).toEqual([
      ['pcie.page-request', expect.any(String), 0, '91800002300000006a10000400000000ffffb167'], [null, 'MWr32', 20, '40000001030000ff00001000aabbccdd'],
    ])
    expect(json[0]!['message']).toMatchObject({ pasid: 2, privilegedModeRequested: true })
  })

  it('reads a header of a log without data, its prefixes given behind it', async () => {
    const prefixed = await command(['tlp', '--json', '--header', '0x30000000', '0x6a100004', '0x00000000', '0xffffb167', '--prefix', '0x91800002'])
    expect(prefixed.json).toMatchObject([{ record: 'pcie.page-request', message: { pasid: 2 } }])
    // The words of a public report.
    const write = await command(['tlp', '--json', '--header', '40000010', '870000ff', '27af9700', '00000000'])
    expect(write.json).toMatchObject([{ name: 'MWr32', absent: ['data, 64 bytes'], message: { requesterId: 0x8700, address: expect.anything(), length: 16 } }])
    expect(write.status).toBe(0)
  })

  it('reads flit mode, and DWs in reverse order', async () => {
    expect((await command(['tlp', '--json', '--flit', '--header', '03400001', '01000a0a', 'abcd1234'])).json).toMatchObject([{ name: 'MRd32', message: { requesterId: 0x100 } }])
    expect((await command(['tlp', '--json', '--swap', '00000032', '05000000', 'abf10003', '00000000'])).json).toMatchObject([{ record: 'pcie.prg-response', message: { prgIndex: 0x1ab, respCode: 15 } }])
  })

  it('reads bytes of a pipe, and says what is cut short', async () => {
    const bytes = Buffer.from('32000000000000050300f1ab00000000320000', 'hex')
    const { json, status } = await command(['tlp', '--json', '--binary'], { stdin: bytes })
    expect(json.map(({ record, bad }) => [record, bad])).toEqual([['pcie.prg-response', undefined], [null, true]])
    expect(status).toBe(1)
  })

  it.each([
    [['--prefix', '91800002', '30000000'], 2], [['--header', '--prefix', '11800002', '30000000'], 2], [['--header', '--prefix', 'xyz', '30000000'], 2],
    [['--header', '--flit', '--prefix', '91800002', '30000000'], 2], [['--swap', '300000'], 1], [['zz'], 1],
  ])('refuses %j with status %i', async (argv, status) => {
    expect(await command(['tlp', ...argv])).toMatchObject({ status, out: '', err: expect.stringMatching(/^error: /) })
  })

  // All synthetic.
  it.each([
    ['4a000001 00000004 03000100 00000000', 'CplD, 1 DW, from 00:00.0 to 03:00.0, tag 0x1, SuccessfulCompletion, byte count 4'],
    ['4a004010 00000040 01000000', 'CplD, poisoned, 16 DW, from 00:00.0 to 01:00.0, tag 0x0, SuccessfulCompletion, byte count 64'],
    ['0a000000 00008000 03000100', 'Cpl, from 00:00.0 to 03:00.0, tag 0x1, CompleterAbort, byte count 4096'],
    ['70000001 0000007f 00000000 00000000 01020304', 'Vendor_Defined Type 1, 1 DW, 00:00.0, tag 0x0'],
    ['72000001 0000007f 03001234 00000000 01020304', 'Vendor_Defined Type 1, 1 DW, 00:00.0, tag 0x0, to 03:00.0'],
    ['30000000 00000054 00000000 00000000', 'Message 0x54, 00:00.0, tag 0x0'],
    ['44000001 0100000f 03000010 00000001', 'CfgWr0, 1 DW, 01:00.0, tag 0x0, to 03:00.0, register 0x10'],
    ['00000000 010000ff fee00000', 'MRd32, 1024 DW, 01:00.0, tag 0x0, to 0xfee00000'],
  ])('says of %s what matters, and no length where none is meant', async (words, summary) => {
    expect((await command(['tlp', '--json', ...words.split(' ')])).json).toMatchObject([{ summary }])
  })

  it('carries a packet into another format', async () => {
    const { out } = await command(['tlp', '--to', 'amd.complete-ppr-request', '91012345', '32000000', '00000005', '030001ab', '00000000'], { columns: 100 })
    expect(out).toContain('00 03 00 00 45 23 01 70 04 00 00 00 ab 01 00 00')
  })
})

it('decode reads words that are printed as numbers as numbers', async () => {
  // The words of a public report.
  const { json, status } = await command(['decode', 'smmuv3.stall-event', '--json', '0x0000750100001810', '0x0000120080000176', '0x0000aaaada7af000', '0x0000aaaada7af000'])
  expect(status).toBe(0)
  expect(json).toMatchObject([{ message: { streamId: 0x7501, substreamId: 1, stag: 0x176, stall: true, inputAddress: '0x0000aaaada7af000' } }])
})
