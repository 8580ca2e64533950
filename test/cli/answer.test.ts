import { describe, expect, it } from 'vitest'
import { riscv, smmuv3, vtd } from '../../src/index.ts'
import { decodePacket } from '../../src/packet/index.ts'
import { responseFormats, toPageResponse } from '../../src/translate/index.ts'
import { command } from '../support/command.ts'
import type { Ran } from '../support/command.ts'

const QUEUE = 'test/cli/vtd-page-request-queue.hex'

type Line = Record<string, any>
const entriesOf = ({ json }: Ran): Line[] => json.filter(({ type }) => type === 'entry')
const groupsOf = ({ json }: Ran): Line[] => json.filter(({ type }) => type === 'group')
const responsesOf = ({ json }: Ran, group: number): Line[] => json.filter((line) => line['type'] === 'response' && line['group'] === group)
const hexOf = (ran: Ran, group: number, id: string): string => responsesOf(ran, group).find(({ record }) => record === id)?.['hex']

const request = {
  pasidPresent: true, rid: 0x0300, pasid: 0x12345, executeRequested: false, privilegedModeRequested: false,
  read: true, write: false, last: false, prgIndex: 7, address: 0x1000n,
}
const answer = (requests: Partial<typeof request>[], ...options: string[]): Promise<Ran> => {
  const stdin = requests.map((one) => Buffer.from(vtd.pageRequest.encode({ ...request, ...one })).toString('hex')).join('\n')
  return command(['answer', 'vtd.page-request', '--json', ...options], { stdin })
}

describe('the bundled queue', () => {
  it('is decoded, gathered and answered; what is bad is reported and skipped', async () => {
    const ran = await command(['answer', 'vtd.page-request', QUEUE, '--json'])
    expect(ran.status).toBe(1)
    expect(entriesOf(ran).map(({ ok, stopMarker, error }) => (ok ? (stopMarker ? 'stop' : 'ok') : error.code))).toEqual(
      ['ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'reserved', 'ok', 'ok', 'stop', 'ok', 'ok', 'truncated'],
    )
    expect(groupsOf(ran).map(({ identity, pasidPresent, pasid, pageReqGroupId, entries, complete }) => [identity.rid, pasidPresent ? pasid : null, pageReqGroupId, entries, complete])).toEqual([
      [0x0300, 0x12345, 0x1ab, [0, 1, 3], true],
      [0x3b01, null, 5, [2], true],
      [0x3b01, null, 6, [4, 7], true],
      [0x0300, 0x12345, 0x1ac, [5, 8], true],
      [0x0300, 0x54, 0x1ab, [10], true],
      [0x0300, 0x54, 0x1ad, [11], false],
    ])
    expect(ran.err.split('\n')).toEqual([
      expect.stringMatching(/^error: test\/cli\/vtd-page-request-queue\.hex:\d+: entry 6 at 0xc0: .*q0\[9]: reserved/),
      expect.stringMatching(/^error: test\/cli\/vtd-page-request-queue\.hex:\d+: entry 12 at 0x180: .*truncated.* got 20$/),
      '',
    ])
    expect(responsesOf(ran, 6)).toEqual([])
  })

  it('is answered in every format, each of which says the same', async () => {
    const ran = await command(['answer', 'vtd.page-request', QUEUE, '--json'])
    for (const { group, entries, pasid, pasidPresent, pageReqGroupId } of groupsOf(ran).filter(({ complete }) => complete)) {
      const responses = responsesOf(ran, group)
      expect(responses.map(({ record }) => record)).toEqual(responseFormats)
      expect(responses.filter(({ ok }) => !ok).map(({ record }) => record)).toEqual(['vtd.page-stream-response-v2'])
      const asked = { addr: 0n, pasid, pasidPresent, pageReqGroupId, last: true, read: true, write: false, execute: false, privileged: false, privateData: 0n }
      for (const { record: id, hex } of responses.filter(({ ok }) => ok)) {
        const { response } = toPageResponse(id, decodePacket(id, Buffer.from(hex, 'hex')).packet, asked)
        expect([id, entries, response]).toEqual([id, entries, { addr: 0n, pasid, pasidPresent, pageReqGroupId, respCode: 0, type: 2, privateData: 0n }])
      }
    }
  })

  // Placed by hand from the figures of the formats: RID 0x0300, PASID 0x12345, index 0x1ab, success.
  it.each([
    ['pcie.prg-response', '91012345' + '32000000' + '00000005' + '030001ab' + '00000000'],
    ['vtd.page-group-response', '1900000345230100' + '580d000000000000' + '0'.repeat(32)],
    ['amd.complete-ppr-request', '00030000' + '45230170' + '04000000' + 'ab010000'],
    ['smmuv3.cmd-pri-resp', '4158341200030000' + 'ab21000000000000'],
    ['riscv.ats-prgr', '8450341201000300' + '00000000ab010000'],
    ['riscv.ats-prgr-be', '0003000112345084' + '000001ab00000000'],
    ['linux.page-response-msg', '0000000000000000' + '45230100' + '70350000' + '02000000' + '00000000'],
    ['linux.iommu-page-response', '18000000' + '01000000' + '01000000' + '45230100' + 'ab010000' + '00000000'],
    ['linux.iommufd-page-response', '01000000' + '00000000'],
  ])('answers group 1 in %s with %s', async (id, hex) => {
    expect(hexOf(await command(['answer', 'vtd.page-request', QUEUE, '--json']), 1, id)).toBe(hex)
  })

  it('is printed as a table of entries, and for each group the responses as hex and as fields', async () => {
    const { out, status } = await command(['answer', 'vtd.page-request', QUEUE, '--exit-zero', '--full'])
    expect(status).toBe(0)
    const lines = out.split('\n')
    expect(lines).toContain('    0  0x0    03:00.0    0x12345  0x1ab  r----   0x00007f0123456000')
    expect(lines).toContain('    4  0x80   3b:00.1    -        0x6    rw---   0x00000000fe201000')
    expect(lines).toContain('    8  0x100  03:00.0    0x12345  0x1ac  r-xpl   0x00007fffff800000')
    expect(lines).toContain('    9  0x120  03:00.0    0x12345  0x0    ----l   0x0000000000000000  stop marker; not answered')
    expect(out).toMatch(/\n {4}6 {2}0xc0 +41:00\.0 +0x2 +0x11 +r---l +0x0000561200004000 +reserved q0\[9] is 0x1; skipped\n/)
    expect(out).toMatch(/\n {3}12 {2}0x180 +cut short: 20 bytes; skipped\n/)
    expect(lines).toContain('Group 1: index 0x1ab of 03:00.0, PASID 0x12345; entries 0, 1, 3: success')
    expect(lines).toContain('Group 2: index 0x5 of 3b:00.1, no PASID; entry 2: success')
    expect(lines).toContain('Group 6: index 0x1ad of 03:00.0, PASID 0x54; entry 11: its last request is missing; not answered')
    const at = lines.indexOf('  amd.complete-ppr-request  16 bytes')
    expect(lines.slice(at + 1, at + 3)).toEqual([
      '    hex     00 03 00 00 45 23 01 70 04 00 00 00 ab 01 00 00',
      '    fields  deviceId=03:00.0 pasid=0x12345 guest=true prgIndex=0x1ab respCode=Success',
    ])
    expect(lines.at(-2)).toBe('13 entries: 10 requests in 6 groups, 5 answered; 1 stop marker; 2 bad')
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(100)
  })
})

it('shows access as the kernel traces it', async () => {
  const flags = ['read', 'write', 'executeRequested', 'privilegedModeRequested', 'last'] as const
  const entries = flags.map((flag) => vtd.pageRequest.encode({ ...request, read: false, [flag]: true, pasidPresent: false }))
  const { out } = await command(['answer', 'vtd.page-request', '--binary'], { stdin: Buffer.concat(entries) })
  expect(out.split('\n').slice(3, 8).map((line) => line.trim().split(/ +/)[5])).toEqual(['r----', '-w---', '--x--', '---p-', '----l'])
})

describe('groups', () => {
  it('are told apart by device, by PASID and whether there is one, and by index', async () => {
    const ran = await answer([{}, { rid: 0x0301 }, { pasid: 0x54 }, { prgIndex: 8 }, { pasidPresent: false }, { pasid: 0 }, { last: true }])
    expect(groupsOf(ran).map(({ entries, complete }) => [entries, complete])).toEqual([[[0, 6], true], [[1], false], [[2], false], [[3], false], [[4], false], [[5], false]])
  })

  it('end with their last request, after which the index is free', async () => {
    const ran = await answer([{}, { last: true }, {}, { last: true }])
    expect(groupsOf(ran).map(({ entries }) => entries)).toEqual([[0, 1], [2, 3]])
  })

  it('take no stop marker, for which VT-d needs no PASID', async () => {
    const marker = { last: true, read: false, write: false }
    const ran = await answer([marker, { ...marker, pasidPresent: false }, { ...marker, last: false }])
    expect(entriesOf(ran).map(({ stopMarker }) => stopMarker)).toEqual([true, true, false])
    expect(groupsOf(ran).map(({ entries, complete }) => [entries, complete])).toEqual([[[2], false]])
  })

  it('take no stop marker, for which SMMUv3 needs a PASID', async () => {
    const marker = { streamId: 0x300, substreamId: 5, privileged: false, execute: false, read: false, write: false, last: true, prgIndex: 7, address: 0n }
    const stdin = [true, false].map((substreamValid) => Buffer.from(smmuv3.priQueueEntry.encode({ ...marker, substreamValid })).toString('hex')).join('')
    const ran = await command(['answer', 'smmuv3.pri-queue-entry', '--json'], { stdin })
    expect(entriesOf(ran).map(({ stopMarker }) => stopMarker)).toEqual([true, false])
    expect(groupsOf(ran).map(({ entries, complete }) => [entries, complete])).toEqual([[[1], true]])
  })

  it('are answered with what their last request says', async () => {
    const requests = [{ privateData0: 5n }, { last: true, privateData0: 6n }].map((one) =>
      vtd.pageRequestV3.encode({ ...request, privateDataPresent: true, privateData1: 0n, ...one }))
    const ran = await command(['answer', 'vtd.page-request-v3', '--binary', '--json'], { stdin: Buffer.concat(requests) })
    const written = responsesOf(ran, 1).find(({ record }) => record === 'vtd.page-group-response-v3')
    expect(written?.['message']).toMatchObject({ privateDataPresent: true, privateData0: '0x0000000000000006' })
    expect(responsesOf(ran, 1).find(({ record }) => record === 'amd.complete-ppr-request')).toMatchObject({ ok: false, error: { field: 'privateData' } })
    const lossy = await command(['answer', 'vtd.page-request-v3', '--binary', '--json', '--allow-loss'], { stdin: Buffer.concat(requests) })
    expect(responsesOf(lossy, 1).find(({ record }) => record === 'amd.complete-ppr-request')).toMatchObject({ ok: true, dropped: [{ field: 'privateData' }] })
  })

  it('of VT-d 2.x are answered as streams where the request asks for it', async () => {
    const { rid: _rid, ...rest } = request
    const ask = { ...rest, bus: 3, devfn: 0, streamResponseRequested: true, batchOfFaults: false, privateData: 0x1234, address: 0xabc000n }
    const stdin = [ask, { ...ask, streamResponseRequested: false, last: true }].map((one) => Buffer.from(vtd.pageRequestV2.encode(one)).toString('hex')).join('')
    const ran = await command(['answer', 'vtd.page-request-v2', '--json'], { stdin })
    expect(groupsOf(ran).map(({ entries, complete }) => [entries, complete])).toEqual([[[0], true], [[1], true]])
    const stream = responsesOf(ran, 1).find(({ record }) => record === 'vtd.page-stream-response-v2')
    expect(stream?.['message']).toMatchObject({ bus: 3, devfn: 0, prgIndex: 7, privateData: 0x1234, address: '0x0000000000abc000' })
    expect(responsesOf(ran, 1).find(({ record }) => record === 'vtd.page-group-response-v2')).toMatchObject({ ok: false })
    expect(responsesOf(ran, 2).find(({ record }) => record === 'vtd.page-group-response-v2')?.['message']).toMatchObject({ rid: 0x300, privateData: 0x1234 })
  })
})

describe('options', () => {
  it.each([
    ['success', { pcie: 0, smmu: 2, linux: 0, iommufd: 0 }],
    ['invalid', { pcie: 1, smmu: 1, linux: 1, iommufd: 1 }],
    ['failure', { pcie: 15, smmu: 0, linux: 2, iommufd: undefined }],
  ])('--code %s is each format\'s own number', async (code, { pcie, smmu, linux, iommufd }) => {
    const ran = await answer([{ last: true }], '--code', code)
    const message = (id: string): Line => responsesOf(ran, 1).find(({ record }) => record === id)?.['message']
    expect(message('pcie.prg-response')['respCode']).toBe(pcie)
    expect(message('vtd.page-group-response')['respCode']).toBe(pcie)
    expect(message('smmuv3.cmd-pri-resp')['resp']).toBe(smmu)
    expect(message('linux.iommu-page-response')['code']).toBe(linux)
    expect(message('linux.iommufd-page-response')?.['code']).toBe(iommufd)
  })

  it('the device of the entries goes before that of the command line', async () => {
    const ran = await answer([{ last: true }], '--rid', '3b:00.1', '--iommu-rid', '00:01.0', '--cookie', '42')
    expect(hexOf(ran, 1, 'pcie.prg-response')).toBe('9101234532000000000800050300000700000000')
    expect(hexOf(ran, 1, 'linux.iommufd-page-response')).toBe('2a00000000000000')
    expect(hexOf(await answer([{ last: true }], '--no-pasid-required'), 1, 'pcie.prg-response')).toMatch(/^32/)
  })

  it('the command line names the device where the entries do not', async () => {
    const stdin = '0200000000000000' + '0010000000000000' + '45030000' + '07060000' + '01000000' + '00000000' + '0'.repeat(32)
    const without = await command(['answer', 'linux.fault-event', '--json'], { stdin })
    expect(responsesOf(without, 1).find(({ record }) => record === 'amd.complete-ppr-request')).toMatchObject({ ok: false, error: { field: 'rid' } })
    expect((await command(['answer', 'linux.fault-event'], { stdin })).out).toMatch(/\n {2}amd\.complete-ppr-request +none: rid is not known; --rid gives it\n/)
    const given = await command(['answer', 'linux.fault-event', '--json', '--rid', '03:00.0'], { stdin })
    expect(responsesOf(given, 1).find(({ record }) => record === 'amd.complete-ppr-request')).toMatchObject({ ok: true, message: { deviceId: 0x300, pasid: 0x345, prgIndex: 7 } })
  })

  it('--pasid-required and --no-pasid-required go before what the entries say', async () => {
    const fault = (flags: number): string => `02000000${'0'.repeat(8)}0${flags.toString(16)}000000450300000700000001000000` + '0010000000000000' + '0'.repeat(64)
    const tlp = async (flags: number, ...options: string[]): Promise<string> => {
      return hexOf(await command(['answer', 'linux.iommu-fault-page-request', '--json', '--rid', '03:00.0', ...options], { stdin: fault(flags) }), 1, 'pcie.prg-response')
    }
    expect(await tlp(3)).toMatch(/^32/)
    expect(await tlp(3, '--pasid-required')).toMatch(/^91000345/)
    expect(await tlp(0xb)).toMatch(/^91000345/)
    expect(await tlp(0xb, '--no-pasid-required')).toMatch(/^32/)
  })

  it('--lenient takes entries with reserved bits, --exit-zero forgives them', async () => {
    const stdin = Buffer.from(vtd.pageRequest.encode({ ...request, last: true })).toString('hex').replace('0101', '0103')
    expect(await command(['answer', 'vtd.page-request'], { stdin })).toMatchObject({ status: 1, out: expect.stringContaining('0 requests in 0 groups, 0 answered; 0 stop markers; 1 bad') })
    expect(await command(['answer', 'vtd.page-request', '--exit-zero'], { stdin })).toMatchObject({ status: 0, err: expect.stringContaining('reserved') })
    expect(await command(['answer', 'vtd.page-request', '--lenient'], { stdin })).toMatchObject({ status: 0, err: '', out: expect.stringContaining('1 request in 1 group, 1 answered') })
    expect((await command(['answer', 'vtd.page-request', '--exit-zero'], { stdin: 'zz' })).status).toBe(1)
  })

  it('other formats of queue are read as well', async () => {
    const entry = { processId: 0x12345, processIdValid: true, privileged: false, execute: false, deviceId: 0x020300, read: true, write: false, last: true, prgIndex: 7, address: 0n }
    const ran = await command(['answer', 'riscv.page-request', '--json', '--binary'], { stdin: riscv.pageRequest.encode(entry) })
    expect(responsesOf(ran, 1).find(({ record }) => record === 'riscv.ats-prgr')?.['message']).toMatchObject({ rid: 0x300, segment: 2, segmentValid: true })
    const prefixed = await command(['answer', 'pcie.page-request', '--json'], { stdin: '91012345 30000000 03000004 00007f01 23456d5d 30000000 03000004 00007f01 23456d5d' })
    expect(groupsOf(prefixed).map(({ pasidPresent }) => pasidPresent)).toEqual([true, false])
  })
})
