import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatHex, parseHex, WORDS } from '../../src/cli/hex.ts'
import { packetFields } from '../../src/cli/packet.ts'
import { diagram, encodePacket, records } from '../../src/index.ts'
import { messages } from '../../src/testing.ts'
import { aloneOf } from '../support/alone.ts'
import { command } from '../support/command.ts'

const PRGR = ['32000000', '00000005', '0300f1ab', '00000000']

describe('formats', () => {
  it('lists every record once, with its size', async () => {
    const { json, status } = await command(['formats', '--json'])
    expect(json.map(({ id, size }) => [id, size])).toEqual(records.map(({ id, size }) => [id, size]))
    expect(status).toBe(0)
    const { out } = await command(['formats'])
    for (const { id, size } of records) expect(out.split('\n').filter((line) => line.split(/ +/)[1] === id && line.split(/ +/)[2] === String(size))).toHaveLength(1)
  })

  it('says what a record carries', async () => {
    const { json } = await command(['formats', '--family', 'amd', '--json'])
    expect(json.find(({ id }) => id === 'amd.ppr-log')).toMatchObject({ family: 'amd', carries: 'request' })
    expect(json.find(({ id }) => id === 'amd.complete-ppr-request')).toMatchObject({ family: 'amd', carries: 'response' })
    expect(json.every(({ family }) => family === 'amd')).toBe(true)
  })

  it('keeps to the width of the terminal', async () => {
    for (const columns of [80, 100, 200]) {
      const { out } = await command(['formats'], { columns })
      expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(columns)
    }
  })
})

describe.each(records)('$id', (record) => {
  const { id, layout } = record
  const some = () => fc.sample(messages(record), { numRuns: 8, seed: 1 }).map((message) => ({ ...message, ...aloneOf(record) }))

  it('has a layout that shows the diagram and accounts for every field, fixed value and reserved bit', async () => {
    const { out, status } = await command(['layout', id], { columns: 1000 })
    expect(status).toBe(0)
    expect(out).toContain(diagram(id))
    const lines = out.slice(out.indexOf('\nfield ')).split('\n').map((line) => line.trim().split(/ {2,}/))
    for (const [name, { doc, clause, confidence = 'sure' }] of Object.entries(layout.fields)) {
      const line = lines.find(([first]) => first === name)
      expect(line?.[3]).toContain(doc)
      if (clause !== undefined) expect(lines).toContainEqual([/\[\d+]/.exec(line![3]!.slice(doc.length))?.[0], clause])
      expect(line?.[3]?.endsWith(`{${confidence}}`)).toBe(confidence !== 'sure')
    }
    expect(out.slice(0, out.indexOf('\nfield '))).toContain(layout.clause)
    for (const [name, { value }] of Object.entries(layout.fixed ?? {})) expect(lines).toContainEqual(expect.arrayContaining([name, `= 0x${value.toString(16)}`]))
    expect(lines.filter(([name, , type]) => name === 'reserved' && type === '= 0')).toHaveLength(layout.reserved?.length ?? 0)
    for (const { codes } of Object.values(layout.fields)) for (const [name, value] of Object.entries(codes ?? {})) expect(out).toContain(`0x${value.toString(16)} ${name}`)
  })

  it('goes through decode --json and encode --from-json unchanged', async () => {
    const bytes = some().map((message) => encodePacket(id, message))
    const decoded = await command(['decode', id, '--json'], { stdin: bytes.map((one) => formatHex(one)).join('\n') })
    expect(decoded.err).toBe('')
    expect(decoded.json.map(({ index, offset, ok }) => [index, offset, ok])).toEqual(bytes.map((one, i) => [i, i * one.length, true]))
    const encoded = await command(['encode', id, '--from-json', '--json'], { stdin: decoded.out })
    expect(encoded.json.map(({ hex }) => hex)).toEqual(bytes.map((one) => Buffer.from(one).toString('hex')))
  })

  it('is encoded from the fields that the command prints', async () => {
    for (const message of some()) {
      const { out, err } = await command(['encode', id, ...packetFields(record, message)])
      expect(err).toBe('')
      expect(out.replaceAll(/\s/g, '')).toBe(Buffer.from(encodePacket(id, message)).toString('hex'))
    }
  })

  it('is decoded to a table with the bits and the raw value of every field', async () => {
    const bytes = encodePacket(id, some()[0]!)
    const { out } = await command(['decode', id, formatHex(bytes)], { columns: 1000 })
    const rows = out.split('\n').map((line) => line.trim().split(/ {2,}/).slice(0, 3))
    for (const { kind, name, bits, raw } of record.inspect(bytes).parts) if (kind === 'field') expect(rows).toContainEqual([name, bits, `0x${raw!.toString(16)}`])
  })

  it('is written and read in every form of words that it fits', async () => {
    const bytes = record.encode(some()[1]!)
    for (const words of WORDS) {
      if (words === 'le64' && bytes.length % 8 !== 0) continue
      expect([...parseHex(formatHex(bytes, words), words, String).bytes]).toEqual([...bytes])
    }
  })
})

describe('decode', () => {
  it('says what codes, devices, flags and addresses mean', async () => {
    const { out } = await command(['decode', 'pcie.prg-response', ...PRGR])
    expect(out).toMatch(/respCode +DW2\[15:12] +0xf +ResponseFailure\n/)
    expect(out).toMatch(/destinationId +DW2\[31:16] +0x300 +03:00\.0\n/)
    const request = await command(['decode', 'pcie.page-request', '30000000 3b010004 00007f01 23456d5d'])
    expect(request.out).toMatch(/address +DW2\[31:0] DW3\[31:12] +0x7f0123456 +0x00007f0123456000\n/)
    expect(request.out).toMatch(/last +DW3\[2] +0x1 +yes\n/)
  })

  it('reads a PASID prefix before a TLP, and counts it in', async () => {
    const { json } = await command(['decode', 'pcie.prg-response', '--json', '91012345', ...PRGR, ...PRGR])
    expect(json.map(({ offset }) => offset)).toEqual([0, 20])
    expect(json[0]!['message']).toMatchObject({ destinationId: 0x300, pasidPrefix: { pasid: 0x12345, executeRequested: false } })
    expect(json[1]!['message']).not.toHaveProperty('pasidPrefix')
    const { out } = await command(['decode', 'pcie.prg-response', '91012345', ...PRGR])
    expect(out).toMatch(/pasidPrefix\.pasid +DW0\[19:0] +0x12345 +74565\n/)
    expect((await command(['decode', 'pcie.pasid-prefix', '91012345'])).status).toBe(0)
  })

  it('gives 64-bit values as hex strings', async () => {
    const { json } = await command(['decode', 'vtd.page-request-v3', '--words', 'le64', '--json', '0x0001234503000301', '0x00007f0123456d59', '0xfedcba9876543210', '0x1'])
    expect(json[0]!['message']).toMatchObject({ address: '0x00007f0123456000', privateData0: '0xfedcba9876543210', privateData1: '0x0000000000000001', rid: 0x300 })
  })

  it('shows the fields of a record with a reserved bit set, marks it bad, and goes on', async () => {
    const bad = '0103000345230100 596d4523017f0000 0000000000000000 0000000000000000'
    const good = bad.replace('0103', '0101')
    const { out, err, status } = await command(['decode', 'vtd.page-request'], { stdin: `# two\n${bad}\n\n${good}\n` })
    expect(status).toBe(1)
    expect(err).toBe('error: standard input:2: record 0 at 0x0: vtd.page-request q0[9]: reserved: expected 0 in reserved bits, got 0x1\n')
    expect(out).toMatch(/record 0 at 0x0 {2}bad\n/)
    expect(out).toMatch(/reserved +q0\[9] +0x1 +0 belongs here \(PDP in revision 3\.x\)\n/)
    expect(out).toMatch(/record 1 at 0x20\n/)

    const json = await command(['decode', 'vtd.page-request', '--json'], { stdin: bad + good })
    expect(json.json[0]).toEqual({ record: 'vtd.page-request', index: 0, offset: 0, ok: false, error: expect.objectContaining({ code: 'reserved', bits: 'q0[9]' }) })
    expect(json.json[1]).toMatchObject({ ok: true, message: { pasid: 0x12345 } })

    const lenient = await command(['decode', 'vtd.page-request', '--lenient', '--json'], { stdin: bad })
    expect(lenient).toMatchObject({ status: 0, err: '' })
    expect(lenient.json[0]).toMatchObject({ ok: true, message: { pasid: 0x12345 }, findings: [{ id: 'reserved', bits: 'q0[9]' }] })
  })

  it('prints nothing of a record that is cut short or another one', async () => {
    const short = await command(['decode', 'pcie.prg-response', '32000000', '00000005'])
    expect(short).toMatchObject({ status: 1, out: '', err: 'error: argument 1: record 0 at 0x0: pcie.prg-response bytes: truncated: expected 16 bytes at offset 0, got 8\n' })
    const other = await command(['decode', 'pcie.page-request', ...PRGR])
    expect(other).toMatchObject({ status: 1, out: '' })
    expect(other.err).toMatch(/^error: argument 1: record 0 at 0x0: pcie\.page-request type DW0\[28:24]: fixed: .*\n$/)
  })

  it('tells of a value that the specification does not name', async () => {
    const { out, status } = await command(['decode', 'pcie.prg-response', '32000000', '00000005', '030021ab', '00000000'])
    expect(out).toContain('note: respCode is 0x2, which the specification does not name')
    expect(status).toBe(0)
  })

  it('tells how 0x words were read where another way is likely', async () => {
    const words = ['0x9001234500000300', '0x00007f01234561ab']
    const asNumbers = await command(['decode', 'smmuv3.pri-queue-entry', '--words', 'le64', '--json', ...words])
    expect(asNumbers.err).toBe('')
    expect(asNumbers.json[0]).toMatchObject({ message: { streamId: 0x300, substreamId: 0x12345, prgIndex: 0x1ab, address: '0x00007f0123456000' } })
    const asBytes = await command(['decode', 'smmuv3.pri-queue-entry', '--lenient', ...words])
    expect(asBytes.err).toBe('note: 0x words were read as bytes in the order in which they are written; --words le32 or le64 reads them as numbers\n')
    const ofFour = await command(['decode', 'smmuv3.pri-queue-entry', '--lenient', '0x90012345', '0x00000300', '0x00007f01', '0x234561ab'])
    expect(ofFour.err).toBe(asBytes.err)
    const digits = await command(['decode', 'smmuv3.pri-queue-entry', '--lenient', '9001234500000300', '00007f01234561ab'])
    expect(digits.err).toBe('')
    const pairs = words.join('').replaceAll('0x', '').match(/..../g)!.map((pair) => `0x${pair}`)
    expect((await command(['decode', 'smmuv3.pri-queue-entry', '--lenient', ...pairs])).err).toBe('')
    expect((await command(['decode', 'pcie.prg-response', ...PRGR.map((word) => `0x${word}`)])).err).toBe('')
  })
})

describe('encode', () => {
  it('takes numbers in every base, flags, names and devices', async () => {
    const fields = ['deviceId=0000:03:00.0', 'pasid=0b1_0010_0011_0100_0101', 'guest=1', 'prgIndex=427', 'respCode=Success']
    expect(await command(['encode', 'amd.complete-ppr-request', ...fields])).toMatchObject({ status: 0, err: '', out: '00030000 45230170 04000000 ab010000\n' })
    const masks = ['flags=IOMMU_PGFAULT_FLAGS_PASID_VALID|IOMMU_PGFAULT_FLAGS_LAST_PAGE', 'devId=1', 'pasid=2', 'grpid=3', 'perm=IOMMU_FAULT_PERM_WRITE', 'addr=0x1_0000_1000', 'length=0', 'cookie=4']
    const { out } = await command(['encode', 'linux.iommufd-pgfault', ...masks, '--words', 'le32'])
    expect(out).toBe('0x00000003 0x00000001 0x00000002 0x00000003 0x00000002 0x00000000 0x00001000 0x00000001 0x00000000 0x00000004\n')
  })

  it('puts a PASID prefix before a TLP', async () => {
    const { out } = await command([
      'encode', 'pcie.prg-response', 'requesterId=0', 'destinationId=03:00.0', 'respCode=0xf', 'prgIndex=427',
      'pasidPrefix.pasid=0x12345', 'pasidPrefix.executeRequested=0', 'pasidPrefix.privilegedModeRequested=false',
    ])
    expect(out).toBe('91012345 32000000 00000005 0300f1ab 00000000\n')
  })

  it.each([
    [['deviceId=1', 'gest=1'], 2, 'amd.complete-ppr-request has no field "gest" (did you mean guest?)'],
    [['opcode=7'], 2, 'amd.complete-ppr-request: opcode is always 0x7; leave it out'],
    [['deviceId=1', 'deviceId=2'], 2, 'deviceId is given twice'],
    [['deviceId=1', 'pasid=2'], 2, 'amd.complete-ppr-request: missing guest= prgIndex= respCode='],
    [['deviceId'], 2, 'deviceId: expected field=value'],
    [['pasid=1.5'], 2, 'pasid=1.5: expected a number'],
    [['pasid='], 2, 'pasid=: expected a number'],
    [['guest=yes'], 2, 'guest=yes: expected true, false, 1 or 0'],
    [['respCode=Sucess'], 2, 'respCode=Sucess: expected a number or one of Success, InvalidRequest, ResponseFailure (did you mean Success?)'],
    [['pasidPrefix.pasid=1'], 2, 'amd.complete-ppr-request has no PASID prefix: it is no TLP'],
    [['__proto__=1'], 2, 'amd.complete-ppr-request has no field "__proto__"'],
    [['deviceId=1', 'pasid=0x100000', 'guest=1', 'prgIndex=0', 'respCode=0'], 1, 'amd.complete-ppr-request pasid dw1[19:0]: range: expected a whole number from 0 to 0xfffff, got 1048576'],
    [['deviceId=-1', 'pasid=0', 'guest=1', 'prgIndex=0', 'respCode=0'], 1, 'amd.complete-ppr-request deviceId dw0[15:0]: range: expected a whole number from 0 to 0xffff, got -1'],
  ])('refuses %j', async (fields, status, message) => {
    expect(await command(['encode', 'amd.complete-ppr-request', ...fields])).toMatchObject({ status, out: '', err: `error: ${message}\n` })
  })

  it('reports a bad line of JSON by its number and goes on', async () => {
    const good = '{"cookie":5,"code":"IOMMUFD_PAGE_RESP_INVALID"}'
    const { out, err, status } = await command(['encode', 'linux.iommufd-page-response', '--from-json'], {
      stdin: `${good}\n\n{"cookie":5\n[1]\n{"cooky":5}\n{"cookie":"0x100000000","code":0}\n{"message":${good}}\n`,
    })
    expect(status).toBe(1)
    expect(out).toBe('05000000 01000000\n05000000 01000000\n')
    expect(err.trimEnd().split('\n').map((line) => line.slice(0, 40))).toEqual([
      expect.stringMatching(/^error: standard input:3: no JSON: /),
      expect.stringMatching(/^error: standard input:4: expected a mess/),
      expect.stringMatching(/^error: standard input:5: linux\.iommufd/),
      expect.stringMatching(/^error: standard input:6: linux\.iommufd/),
    ])
    expect(await command(['encode', 'amd.ppr-log', '--from-json'])).toMatchObject({ status: 1, err: 'error: standard input: nothing to read: no message is there\n' })
    expect((await command(['encode', 'amd.ppr-log', '--from-json', 'pasid=1'])).status).toBe(2)
  })
})

describe('convert', () => {
  const vtd = ['1900000345230100', '580d000000000000', '0000000000000000', '0000000000000000']
  const msg = '00000000 00000000 45230100 70350000 02000000 00000000'

  it('carries a response into another format, as hex that can be read again', async () => {
    const { out, status } = await command(['convert', 'vtd.page-group-response', 'pcie.prg-response', ...vtd, '--iommu-rid', '00:01.0'])
    expect(status).toBe(0)
    expect(out.split('\n')[0]).toBe('91012345 32000000 00080005 030001ab 00000000')
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
    expect(err).toMatch(/^error: argument 1: record 0 at 0x0: riscv\.ats-prgr rid: translate: .*; --rid gives it\n$/)
    expect((await command(['convert', 'linux.page-response-msg', 'linux.iommufd-page-response', msg, '--cookie', '7'])).out).toMatch(/^07000000 00000000\n/)
  })

  it('loses nothing unless it is allowed to, and then says what', async () => {
    const withAddress = msg.replace('00000000 00000000', '00604523 017f0000')
    const argv = ['convert', 'linux.page-response-msg', 'amd.complete-ppr-request', withAddress, '--rid', '03:00.0']
    expect(await command(argv)).toMatchObject({ status: 1, out: '' })
    const { status, out, err } = await command([...argv, '--allow-loss'])
    expect(status).toBe(0)
    expect(out).toMatch(/^00030000 45230170 04000000 ab010000\n/)
    expect(err).toMatch(/^note: argument 1: record 0 at 0x0: dropped addr 0x00007f0123456000: /)
  })

  it('leaves the PASID out for a device that takes none', async () => {
    const { out } = await command(['convert', 'vtd.page-group-response', 'pcie.prg-response', ...vtd, '--no-pasid-required'])
    expect(out).toMatch(/^32000000 /)
    expect((await command(['convert', 'vtd.page-group-response', 'pcie.prg-response', ...vtd, '--pasid-required'])).out).toMatch(/^91012345 /)
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
