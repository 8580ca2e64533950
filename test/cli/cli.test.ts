import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatHex } from '../../src/cli/hex.ts'
import { packetFields } from '../../src/cli/packet.ts'
import { diagram, encodePacket, records } from '../../src/index.ts'
import { HexReader, sizeOf, WORDS } from '../../src/ingest/hex/index.ts'
import { concat } from '../../src/packet/bytes.ts'
import { messages } from '../../src/testing/index.ts'
import { aloneOf } from '../support/alone.ts'
import { command } from '../support/command.ts'

/** Bytes as the command prints them: two digits each. */
const pairs = (hex: string): string => hex.replaceAll(/\s/g, '').match(/../g)!.join(' ')

const READ_AS_BYTES = 'note: the words were read as bytes in the order in which they are written, which makes good records; --words decides\n'

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
      if (bytes.length % sizeOf(words) !== 0) continue
      expect([...concat(new HexReader(words).line(formatHex(bytes, words)).map((piece) => piece.bytes))]).toEqual([...bytes])
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
    expect(err).toBe(`${READ_AS_BYTES}error: standard input:2: record 0 at 0x0: vtd.page-request q0[9]: reserved: expected 0 in reserved bits, got 0x1\n`)
    expect(out).toMatch(/record 0 at 0x0 {2}bad\n/)
    expect(out).toMatch(/reserved +q0\[9] +0x1 +0 belongs here \(PDP in revision 3\.x\)\n/)
    expect(out).toMatch(/record 1 at 0x20\n/)

    const json = await command(['decode', 'vtd.page-request', '--json'], { stdin: bad + good })
    expect(json.json[0]).toEqual({ record: 'vtd.page-request', index: 0, offset: 0, ok: false, error: expect.objectContaining({ code: 'reserved', bits: 'q0[9]' }) })
    expect(json.json[1]).toMatchObject({ ok: true, message: { pasid: 0x12345 } })

    const lenient = await command(['decode', 'vtd.page-request', '--lenient', '--json'], { stdin: bad })
    expect(lenient).toMatchObject({ status: 0, err: READ_AS_BYTES })
    expect(lenient.json[0]).toMatchObject({ ok: true, message: { pasid: 0x12345 }, findings: [{ id: 'reserved', bits: 'q0[9]' }] })
  })

  it('prints nothing of a record that is cut short or another one', async () => {
    const short = await command(['decode', 'pcie.prg-response', '32000000', '00000005'])
    expect(short).toMatchObject({ status: 1, out: '', err: 'error: argument 1: record 0 at 0x0: pcie.prg-response bytes: truncated: expected 16 bytes at offset 0, got 8\n' })
    const other = await command(['decode', 'pcie.page-request', ...PRGR])
    expect(other).toMatchObject({ status: 1, out: '' })
    expect(other.err).toMatch(/^error: the arguments: the words make no pcie\.page-request, neither as bytes .*\(pcie\.page-request type DW0\[28:24]: fixed: .*\) nor as little-endian numbers \(.*\); --words says .*\n$/)
    const bytes = await command(['decode', 'pcie.page-request', pairs(PRGR.join(''))])
    expect(bytes).toMatchObject({ status: 1, out: '' })
    expect(bytes.err).toMatch(/^error: argument 1: record 0 at 0x0: pcie\.page-request type DW0\[28:24]: fixed: .*\n$/)
  })

  it('tells of a value that the specification does not name', async () => {
    const { out, status } = await command(['decode', 'pcie.prg-response', '32000000', '00000005', '030021ab', '00000000'])
    expect(out).toContain('note: respCode is 0x2, which the specification does not name')
    expect(status).toBe(0)
  })

  it('finds out how words are to be read, says so, and leaves it to --words', async () => {
    const words = ['0x0001234503000101', '0x00007f0123456d59', '0x0', '0x0'].map((word) => `0x${word.slice(2).padStart(16, '0')}`)
    const meant = { rid: 0x300, pasid: 0x12345, prgIndex: 0x1ab, address: '0x00007f0123456000' }
    const given = await command(['decode', 'vtd.page-request', '--words', 'le64', '--json', ...words])
    expect(given).toMatchObject({ status: 0, err: '', json: [{ message: meant }] })
    const found = await command(['decode', 'vtd.page-request', '--json', ...words])
    expect(found).toMatchObject({ status: 0, err: 'note: the words were read as little-endian numbers, which makes good records; --words decides\n', json: [{ message: meant }] })
    expect(await command(['decode', 'pcie.prg-response', ...PRGR.map((word) => `0x${word}`)])).toMatchObject({ status: 0, err: '' })
  })

  it('shows every reading that makes good records, and exits with 1', async () => {
    const words = ['0x9001234500000300', '0x00007f01234561ab']
    const { out, err, status } = await command(['decode', 'smmuv3.pri-queue-entry', ...words])
    expect(status).toBe(1)
    expect(out).toMatch(/^Read as bytes in the order in which they are written:\n\nsmmuv3[^]*\nRead as little-endian numbers:\n\nsmmuv3/)
    expect(err).toMatch(/^error: the words can be read as .* and as .*; --words decides\n$/)
    const lines = await command(['decode', 'smmuv3.pri-queue-entry', '--json', ...words])
    expect(lines.json.map(({ reading }) => reading)).toEqual(['bytes in the order in which they are written', 'little-endian numbers'])
    const converted = await command(['convert', 'smmuv3.pri-queue-entry', 'amd.ppr-log', ...words])
    expect(converted).toMatchObject({ status: 1, out: '' })
  })
})
