import { describe, expect, it } from 'vitest'
import { command } from '../support/command.ts'

/** Bytes as the command prints them: two digits each. */
const pairs = (hex: string): string => hex.replaceAll(/\s/g, '').match(/../g)!.join(' ')

describe('convert', () => {
  const vtd = ['1900000345230100', '580d000000000000', '0000000000000000', '0000000000000000']
  const msg = '00000000 00000000 45230100 70350000 02000000 00000000'

  it('carries a response into another format, as hex that can be read again', async () => {
    const { out, status } = await command(['convert', 'vtd.page-group-response', 'pcie.prg-response', ...vtd, '--iommu-rid', '00:01.0'])
    expect(status).toBe(0)
    expect(out.split('\n')[0]).toBe(pairs('91012345 32000000 00080005 030001ab 00000000'))
    const again = await command(['decode', 'pcie.prg-response', '--json'], { stdin: out })
    expect(again.json).toMatchObject([{ ok: true, message: { requesterId: 8, destinationId: 0x300, pasidPrefix: { pasid: 0x12345 } } }])
    expect((await command(['convert', 'vtd.page-group-response', 'pcie.prg-response', '--out', 'be32', ...vtd])).out).toMatch(/^0x91012345 0x32000000 /)
  })

  it.each(['0000:3b:00.1', '3b:00.1', '[0x3b:0x00.1]', '0x3b01', '15105', '3B:0.1'])('takes --rid %s', async (rid) => {
    const { json } = await command(['convert', 'linux.page-response-msg', 'riscv.ats-prgr', msg, '--rid', rid, '--json'])
    expect(json).toMatchObject([{ ok: true, message: { rid: 0x3b01, segmentValid: false } }])
  })

  it.each([['--rid', '0002:3b:00.1'], ['--rid', '2:0x3b01'], ['--rid', '3b:00.1', '--segment', '2']])('takes a segment: %j', async (...device) => {
    const { json } = await command(['convert', 'linux.page-response-msg', 'riscv.ats-prgr', msg, ...device, '--json'])
    expect(json).toMatchObject([{ ok: true, message: { rid: 0x3b01, segmentValid: true, segment: 2 } }])
  })

  it.each(['3b:20.0', '3b:00.8', '0x10000', '-1', '3b:00', 'zz', ''])('refuses --rid %j', async (rid) => {
    const { status, out, err } = await command(['convert', 'linux.page-response-msg', 'riscv.ats-prgr', msg, '--rid', rid])
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(err).toContain(`'--rid <device>' argument '${rid}' is invalid`)
  })

  it('names the option that gives what is missing', async () => {
    const { status, out, err } = await command(['convert', 'linux.page-response-msg', 'riscv.ats-prgr', msg])
    expect({ status, out }).toEqual({ status: 1, out: '' })
    expect(err).toMatch(/\nerror: argument 1: record 0 at 0x0: riscv\.ats-prgr rid: translate: .*; --rid gives it\n$/)
    expect((await command(['convert', 'linux.page-response-msg', 'linux.iommufd-page-response', msg, '--cookie', '7'])).out).toMatch(/^07 00 00 00 00 00 00 00\n/)
  })

  it('loses nothing unless it is allowed to, and then says what', async () => {
    const withAddress = msg.replace('00000000 00000000', '00604523 017f0000')
    const argv = ['convert', 'linux.page-response-msg', 'amd.complete-ppr-request', withAddress, '--rid', '03:00.0']
    expect(await command(argv)).toMatchObject({ status: 1, out: '' })
    const { status, out, err } = await command([...argv, '--allow-loss'])
    expect(status).toBe(0)
    expect(out.split('\n')[0]).toBe(pairs('00030000 45230170 04000000 ab010000'))
    expect(err).toMatch(/note: argument 1: record 0 at 0x0: dropped addr 0x00007f0123456000: /)
  })

  it('leaves the PASID out for a device that takes none', async () => {
    const { out } = await command(['convert', 'vtd.page-group-response', 'pcie.prg-response', ...vtd, '--no-pasid-required'])
    expect(out).toMatch(/^32 00 00 00 /)
    expect((await command(['convert', 'vtd.page-group-response', 'pcie.prg-response', ...vtd, '--pasid-required'])).out).toMatch(/^91 01 23 45 /)
  })

  it('takes the request that a response answers, where the response does not say', async () => {
    const fault = '0300000009000000450301000700000001000000000000000010000000000000000000002a000000'
    const answer = ['convert', 'linux.iommufd-page-response', 'amd.complete-ppr-request', '2a00000001000000', '--rid', '03:00.0', '--json']
    expect((await command(answer)).status).toBe(1)
    const { json } = await command([...answer, '--request', `linux.iommufd-pgfault=${fault}`])
    expect(json).toMatchObject([{ ok: true, message: { deviceId: 0x300, pasid: 0x10345, prgIndex: 7, respCode: 1 } }])
    const request = '0101000345230100596d4523017f0000'.padEnd(64, '0')
    const named = ['convert', 'linux.iommufd-page-response', 'amd.complete-ppr-request', '2a00000001000000', '--json', '--request', `vtd.page-request=${request}`]
    expect((await command(named)).json).toMatchObject([{ ok: true, message: { deviceId: 0x300, prgIndex: 0x1ab } }])
    expect((await command([...answer, '--request', fault])).status).toBe(2)
    expect((await command([...answer, '--request', 'linux.iommufd-pgfault=00'])).status).toBe(1)
  })

  it('carries many, and reports the bad ones', async () => {
    const bad = vtd.join('').replace('19', '39')
    const { json, err, status } = await command(['convert', 'vtd.page-group-response', 'amd.complete-ppr-request', '--json'], { stdin: `${vtd.join('')}\n${bad}\n${vtd.join('')}` })
    expect(status).toBe(1)
    expect(json.map(({ ok, hex }) => [ok, hex])).toEqual([[true, '000300004523017004000000ab010000'], [false, undefined], [true, '000300004523017004000000ab010000']])
    expect(err).toMatch(/^error: standard input:2: record 1 at 0x20: .*reserved.*\n$/)
  })

  it.each([
    [['linux.page-response-msg', 'riscv.page-request'], /^error: linux\.page-response-msg carries a page response and riscv\.page-request a page request: /],
    [['pcie.pasid-prefix', 'pcie.prg-response'], /^error: pcie\.pasid-prefix carries neither /],
    [['vtd.page-reqest', 'pcie.page-request'], /^error: no record is called "vtd\.page-reqest" \(did you mean vtd\.page-request\?\)/],
  ])('refuses %j', async (ids, message) => {
    const { status, out, err } = await command(['convert', ...ids, '00'])
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(err).toMatch(message)
  })
})
