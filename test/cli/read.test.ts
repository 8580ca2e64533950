import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { linux, pcie, vtd } from '../../src/index.ts'
import { command } from '../support/command.ts'

/** The forms of output of `read`. The line of the log has words of a public report; the others are synthetic. */

const LOG = '[  141.948394] dmar15: Invalid page request: 2000026a100101 ffffb167\n'
const REQUEST = {
  pasidPresent: true, rid: 0x0300, pasid: 0x12345, executeRequested: false, privilegedModeRequested: false,
  read: true, write: false, last: true, prgIndex: 7, address: 0x1000n,
}

const folder = mkdtempSync(join(tmpdir(), 'pci-ats-pri-read-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, bytes: Uint8Array | string): string => {
  writeFileSync(join(folder, name), bytes)
  return join(folder, name)
}

describe('read --json', () => {
  it('gives one object for a record, with the keys that the documents say, and 64 bits as text', async () => {
    const { json, status } = await command(['read', '--json'], { stdin: LOG })
    expect(status).toBe(0)
    expect(json).toEqual([{
      file: 'standard input', line: 1, source: 'linux.intel.page-request', record: 'vtd.page-request', name: expect.any(String),
      reading: 'words of 64 bits, as numbers', bytes: `0101106a0200200067b1ffff00000000${'??'.repeat(16)}`, absent: ['q2[63:0]', 'q3[63:0]'],
      message: { pasidPresent: true, rid: 0x6a10, pasid: 2, executeRequested: false, privilegedModeRequested: true, read: true, write: true, last: true, prgIndex: 0x2c, address: '0x00000000ffffb000' },
      summary: '6a:02.0 asks to read and write 0xffffb000 of PASID 0x2, privileged; last of group 0x2c; Linux refused it',
      findings: expect.any(Array), said: { event: 'page-request-refused', iommu: 'dmar15' },
    }])
  })

  it('has the message of decode --json', async () => {
    const hex = Buffer.from(vtd.pageRequest.encode(REQUEST)).toString('hex')
    const [read] = (await command(['read', '--json', '--as', 'vtd.page-request'], { stdin: `${hex}\n` })).json
    const [decoded] = (await command(['decode', 'vtd.page-request', '--json', hex])).json
    expect(read!['message']).toEqual(decoded!['message'])
    expect([read!['record'], read!['bytes']]).toEqual(['vtd.page-request', hex])
  })

  it('gives an object for each reading, with the same line, and exits with 1', async () => {
    const { json, status } = await command(['read', '--json'], { stdin: '\n0000030000000000 00007f01234561ab\n' })
    expect(status).toBe(1)
    expect(json.length).toBeGreaterThan(1)
    expect(json.every(({ ambiguous, line }) => ambiguous === true && line === 2)).toBe(true)
  })
})

describe('a text in UTF-16', () => {
  const little = Buffer.from(`\uFEFF${LOG.repeat(2)}`, 'utf16le')
  const written = [little, Buffer.from(little).swap16()] as const

  it('with a byte order mark is read like any other, in both orders', async () => {
    for (const [name, bytes] of [['le.txt', written[0]], ['be.txt', written[1]]] as const) {
      const { json, status } = await command(['read', '--json', file(name, bytes)])
      expect([status, json.map(({ line, record }) => [line, record])]).toEqual([0, [[1, 'vtd.page-request'], [2, 'vtd.page-request']]])
    }
  })

  it('has lines that are too long where they begin in the file', async () => {
    const long = Buffer.from(`\uFEFF${LOG}${'x'.repeat(100_000)}\n${LOG}`, 'utf16le')
    const { err, json } = await command(['read', '--json', file('long.txt', long)])
    expect(err).toContain(`:2: the line at byte ${2 * (1 + LOG.length)} is too long`)
    expect(json.map(({ line }) => line)).toEqual([1, 3])
  })

  it('is none where bytes begin with the mark by chance, or the reader says that they are bytes', async () => {
    const ring = Buffer.concat([Buffer.from('fffe', 'hex'), Buffer.alloc(62, 0x81), Buffer.alloc(64)])
    for (const args of [['read', '--json', file('mark.bin', ring)], ['read', '--json', '--binary', file('le.txt', written[0])]]) {
      const { json } = await command(args)
      expect(json.map(({ line }) => line)).not.toContain(1)
      expect(json.length).toBeGreaterThan(0)
    }
  })
})

describe('read -T fields and --csv', () => {
  it('print the fields that -e names, in its order', async () => {
    const fields = ['-e', 'rid', '-e', 'address', '-e', 'last', '-e', 'iommu', '-e', 'absent', '-e', 'registerNumber']
    expect(await command(['read', '-T', 'fields', ...fields], { stdin: LOG })).toMatchObject({ status: 0, out: '27152\t0x00000000ffffb000\ttrue\tdmar15\tq2[63:0] q3[63:0]\t\n' })
    expect((await command(['read', '--csv', ...fields], { stdin: LOG })).out).toBe('rid,address,last,iommu,absent,registerNumber\n27152,0x00000000ffffb000,true,dmar15,q2[63:0] q3[63:0],\n')
  })

  it('say of a name that nothing has that it is none', async () => {
    expect(await command(['read', '-T', 'fields', '-e', 'ridd', '-e', 'iommu'], { stdin: LOG })).toMatchObject({ status: 2, out: '\tdmar15\n', err: expect.stringContaining('-e ridd: no record has such a field, and nothing in this input (did you mean rid?)') })
    expect(await command(['read', '--csv', '-e', 'ridd'], { stdin: 'nothing\n' })).toMatchObject({ status: 0, out: 'ridd\n' })
  })

  it('quote what would end a cell, and send no escape to a terminal', async () => {
    const summary = '6a:02.0 asks to read and write 0xffffb000 of PASID 0x2, privileged; last of group 0x2c; Linux refused it'
    expect((await command(['read', '--csv', '-e', 'summary'], { stdin: LOG })).out).toBe(`summary\n"${summary}"\n`)
    const path = file('a\t"b".log', LOG)
    expect((await command(['read', '--csv', '-e', 'file', path])).out.split('\n')[1]).toBe(`"${folder}/a\\t""b"".log"`)
    expect((await command(['read', '-T', 'fields', '-e', 'file', '-e', 'line', path])).out).toBe(`${folder}/a\\t"b".log\t1\n`)
    const colored = file('a\u001b[31m.log', LOG)
    for (const form of [['--csv'], ['-T', 'fields']]) expect((await command(['read', ...form, '-e', 'file', colored])).out).not.toContain('\u001b')
  })

  it.each([
    [['--csv']], [['-T', 'fields']], [['-T', 'json', '-e', 'rid']], [['-e', 'rid']], [['--json', '--csv', '-e', 'rid']], [['-x', '--json']], [['--export', 'c', '--json']],
    [['--head', '1']], [['--head', '1', '--tail', '2']], [['--to', 'vtd.device-tlb-invalidate']], [['--to', 'pcie.page-request', '--csv', '-e', 'rid']],
  ])('refuse %j', async (options) => {
    expect(await command(['read', ...options], { stdin: LOG })).toMatchObject({ status: 2, out: '' })
  })
})

describe('read -x', () => {
  it('shows each word with its bytes, each run of bits with its place, and what is not there as such', async () => {
    const { out } = await command(['read', '-x'], { stdin: LOG, columns: 100 })
    const lines = out.split('\n').map((line) => line.trim().split(/ {2,}/))
    expect(lines).toContainEqual(['0x00', '01 01 10 6a 02 00 20 00', expect.stringContaining('[1]')])
    expect(lines).toContainEqual(['q0[31:16]', '0x6a10', 'rid', '6a:02.0'])
    expect(lines).toContainEqual(['q1[11:3]', '0x2c', 'prgIndex', '44'])
    expect(lines).toContainEqual(['0x10', '?? ?? ?? ?? ?? ?? ?? ??'])
    expect(lines).toContainEqual(expect.arrayContaining(['q2[63:0]', '??', 'reserved']))
    expect(lines).toContainEqual(['[1]', vtd.pageRequest.layout.clause])
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(100)
  })

  it('claims each bit of a packet once, and is the same in decode', async () => {
    const words = ['91012345', '32000000', '00000005', '0300f1ab', '00000000']
    const bitsIn = (text: string): number => [...text.matchAll(/ DW\d\[(\d+)(?::(\d+))?\] /g)].reduce((sum, [, hi, lo = hi]) => sum + Number(hi) - Number(lo) + 1, 0)
    const read = await command(['tlp', '-x', ...words])
    expect(bitsIn(read.out)).toBe(160)
    const decoded = await command(['decode', '-x', 'pcie.prg-response', ...words])
    expect(decoded.out.split('\n').filter((line) => / DW\d\[/.test(line))).toEqual(read.out.split('\n').filter((line) => / DW\d\[/.test(line)))
    expect((await command(['decode', '-x', '--json', 'pcie.prg-response', ...words])).status).toBe(2)
  })
})

describe('read --to', () => {
  it('carries what is there, and says what is not', async () => {
    const { out, status } = await command(['read', '--to', 'pcie.page-request'], { stdin: LOG, columns: 100 })
    expect(status).toBe(0)
    expect(out).toContain('    91 80 00 02 30 00 00 00 6a 10 00 04 00 00 00 00 ff ff b1 67\n')
    expect(out).toContain('not in the input, and without a meaning in vtd.page-request: q2[63:0], q3[63:0]')
    const [item] = (await command(['read', '--json', '--to', 'pcie.page-request'], { stdin: LOG })).json
    expect(item!['converted']).toMatchObject({ record: 'pcie.page-request', ok: true, hex: '91800002300000006a10000400000000ffffb167', dropped: [] })
  })

  it('refuses where a field is not there, and exits with 1', async () => {
    // Arm prints neither SSV nor the last of the words.
    const stdin = 'arm-smmu-v3 arm-smmu-v3.0.auto: unexpected PRI request received:\narm-smmu-v3 arm-smmu-v3.0.auto: \tsid 0x00000301.0x00001: [2] last--RW- iova 0x0000000000001000\n'
    const { json, status } = await command(['read', '--json', '--to', 'vtd.page-request'], { stdin })
    expect(json[0]).toMatchObject({ record: 'smmuv3.pri-queue-entry', converted: { ok: false, error: { message: expect.stringContaining('does not hold') } } })
    expect(status).toBe(1)
  })

  it('says what is lost, what an option gives, and where nothing can be carried', async () => {
    const stdin = `${Buffer.from(vtd.pageRequest.encode(REQUEST)).toString('hex')}\n`
    const lacking = await command(['read', '--as', 'vtd.page-request', '--to', 'linux.iommufd-pgfault'], { stdin })
    expect(lacking.status).toBe(1)
    expect(lacking.out).toMatch(/not converted\n[^]*--dev-id gives it/)
    const given = await command(['read', '--as', 'vtd.page-request', '--to', 'linux.iommufd-pgfault', '--dev-id', '1', '--cookie', '2'], { stdin })
    expect(given).toMatchObject({ status: 0, out: expect.stringContaining('devId=0x1') })
    const { vtd: { pageRequestV3 } } = await import('../../src/index.ts')
    const hex = Buffer.from(pageRequestV3.encode({ ...REQUEST, privateDataPresent: true, privateData0: 5n, privateData1: 0n } as never)).toString('hex')
    const lost = await command(['read', '--json', '--as', 'vtd.page-request-v3', '--to', 'pcie.page-request'], { stdin: hex })
    expect(lost.json[0]!['converted'].dropped).toMatchObject([{ field: expect.stringMatching(/private/) }])
    expect((await command(['read', '--to', 'pcie.prg-response'], { stdin: LOG })).err).toBe('note: nothing in this input can be carried into pcie.prg-response\n')
  })
})

describe('read of bytes', () => {
  const entries = Array.from({ length: 8 }, (_, i) => vtd.pageRequest.encode({ ...REQUEST, prgIndex: i }))
  const ring = file('ring.bin', Buffer.concat(entries))

  it('takes the entries of a ring from the oldest on, over its end', async () => {
    const { json } = await command(['read', '--json', '--as', 'vtd.page-request', '--binary', '--head', '6', '--tail', '2', ring])
    expect(json.map(({ offset, message, said }) => [offset, message.prgIndex, said.index])).toEqual([[192, 6, 6], [224, 7, 7], [0, 0, 0], [32, 1, 1]])
    expect((await command(['read', '--as', 'vtd.page-request', '--head', '3', '--tail', '3', ring])).out).toBe('')
    expect((await command(['read', '--as', 'vtd.page-request', '--head', '3', '--tail', '8', ring])).status).toBe(2)
    expect((await command(['read', '--as', 'vtd.page-request', '--head', '0', '--tail', '1', file('odd.bin', Buffer.alloc(33, 1))])).status).toBe(1)
  })

  it('finds the faults that iommufd hands out', async () => {
    const fault = { flags: 3, devId: 1, pasid: 5, grpid: 2, perm: 1, addr: 0x7f01_2345_6000n, length: 0, cookie: 9 }
    const faults = file('faults.bin', Buffer.concat([0, 1, 2].map((i) => linux.iommufdPgfault.encode({ ...fault, grpid: i }))))
    const { json, status } = await command(['read', '--json', faults])
    expect([status, json.map(({ record, message }) => [record, message.grpid])]).toEqual([0, [['linux.iommufd-pgfault', 0], ['linux.iommufd-pgfault', 1], ['linux.iommufd-pgfault', 2]]])
  })

  it('walks packets of every length over the pieces of a file', async () => {
    const request = pcie.pageRequest.encode({ requesterId: 0x0300, prgIndex: 1, last: true, write: false, read: true, address: 0x1000n })
    const write = Buffer.from('40000001030000ff00001000aabbccdd', 'hex')
    const tlps = file('tlps.bin', Buffer.concat(Array.from({ length: 9000 }, (_, i) => (i % 3 === 0 ? write : request))))
    const { out, status } = await command(['read', '-T', 'fields', '-e', 'name', '--as', 'tlp', tlps])
    expect(status).toBe(0)
    expect(out.split('\n').slice(0, -1).map((name) => name === 'MWr32')).toEqual(Array.from({ length: 9000 }, (_, i) => i % 3 === 0))
  })

  it('finds the capabilities of a configuration space, and says where they cannot be', async () => {
    const space = Buffer.alloc(4096)
    space.set([0x86, 0x80, 0x25, 0x0b, 6, 4, 0x10, 0])
    space[0x34] = 0x40
    space.set([0x10, 0, 2, 0], 0x40)
    space.set([0x0f, 0, 1, 0, 0x20, 0, 0x1f, 0x80], 0x100) // ATS
    const whole = await command(['read', '--json', file('space.bin', space)])
    expect(whole.json.map(({ record, said }) => [record, said.offset])).toEqual([['config.ats-capability', 0x100]])
    const legacy = await command(['read', file('legacy.bin', space.subarray(0, 256))])
    expect([legacy.status, legacy.out]).toEqual([0, expect.stringContaining('end before the extended capabilities')])
  })
})

it('shows a damaged capture as far as it goes, and exits with 1', async () => {
  const { stdout } = { stdout: Buffer.from('d4c3b2a1020004000000000000000000000004009300000000000000000000001000000010000000', 'hex') }
  const request = pcie.pageRequest.encode({ requesterId: 0x0300, prgIndex: 1, last: true, write: false, read: true, address: 0x1000n })
  const { json, err, status } = await command(['read', '--json', file('cut.pcap', Buffer.concat([stdout, request, Buffer.from([1, 2, 3])]))])
  expect(json.map(({ record }) => record)).toEqual(['pcie.page-request'])
  expect([err, status]).toEqual([expect.stringContaining('ends inside a packet'), 1])
})

it('read names the first line of hex of which nothing tells what it is, where it finds nothing else', async () => {
  const hex = '=> md.q 9fc00000 2\n9fc00000: 0001000100005000 00003fff8000104f\n'
  expect(await command(['read'], { stdin: hex })).toMatchObject({ status: 0, out: '', err: expect.stringContaining('standard input:2: nothing tells what this hex is; --as says it') })
  expect(await command(['read'], { stdin: `${hex}${LOG}` })).toMatchObject({ status: 0, err: '' })
})
