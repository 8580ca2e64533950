import { describe, expect, it } from 'vitest'
import { command } from '../support/command.ts'

/** What `read --export` and `tlp --export` give is read back by `read`. Synthetic packets. */

const PREFIXED = ['91800002', '30000000', '6a100004', '00000000', 'ffffb167']
const PLAIN = PREFIXED.slice(1)
const ENTRY = '0101000345230100596d4523017f0000' + '0'.repeat(32)

const bytesOf = async (text: string, ...options: string[]): Promise<string[]> => (await command(['read', '--json', ...options], { stdin: text })).json.map(({ bytes }) => bytes)

describe('an export', () => {
  it.each(['pcileech', 'c', 'systemverilog', 'cocotb'])('as %s of a packet with a prefix is read back', async (form) => {
    const { out, status, err } = await command(['tlp', ...PREFIXED, '--export', form])
    expect([status, err]).toEqual([0, ''])
    expect(await bytesOf(out, '--as', 'tlp')).toEqual([PREFIXED.join('')])
  })

  it.each(['c', 'systemverilog', 'cocotb'])('as %s of an entry of a queue is read back', async (form) => {
    const { out } = await command(['read', '--as', 'vtd.page-request', '--export', form], { stdin: ENTRY })
    expect(await bytesOf(out, '--as', 'vtd.page-request')).toEqual([ENTRY])
  })

  it('as aer-inject is the header as a log has it, and says what it does not hold', async () => {
    const { out } = await command(['tlp', ...PREFIXED, '--export', 'aer-inject'])
    expect(out.split('\n').slice(1)).toEqual(['# before it a prefix, which HEADER_LOG does not hold: 0x91800002', 'HEADER_LOG 0x30000000 0x6a100004 0x00000000 0xffffb167', ''])
    expect(await bytesOf(out)).toEqual([PLAIN.join('')])
    // A header of three DWs: the fourth of the log is no part of it.
    expect((await command(['tlp', '--header', '40000010', '870000ff', '27af9700', 'deadbeef', '--export', 'aer-inject'])).out).toContain('HEADER_LOG 0x40000010 0x870000ff 0x27af9700 0x00000000\n')
  })

  it('as pcap is a capture of TLPs, where a header says how long its packet was', async () => {
    const captured = async (...words: string[]) => {
      const parts: Uint8Array[] = []
      const { run } = await import('../../src/cli/run.ts')
      const io = { stdin: Object.assign((async function* () {})(), {}), stderr: { write: () => true }, env: {}, stdout: { write: (data: string | Uint8Array) => void parts.push(Buffer.from(data as Uint8Array)) } }
      expect(await run(['tlp', ...words, '--export', 'pcap'], io)).toBe(0)
      return Buffer.concat(parts)
    }
    const capture = await captured(...PREFIXED)
    expect(capture.subarray(0, 24).toString('hex')).toBe('d4c3b2a1' + '02000400' + '00000000'.repeat(2) + '00000400' + '93000000')
    expect((await command(['read', '--json'], { stdin: capture })).json.map(({ bytes, record }) => [record, bytes])).toEqual([['pcie.page-request', PREFIXED.join('')]])
    const cut = await captured('--header', '40000010', '870000ff', '27af9700', '00000000')
    expect(cut.readUInt32LE(24 + 12)).toBe(12 + 64)
    expect((await command(['read', '--json'], { stdin: cut })).json.map(({ name, absent }) => [name, absent])).toEqual([['MWr32', ['data, 64 bytes']]])
  })

  it('of what is not there or is no packet is refused, on standard error, with status 1', async () => {
    const log = 'dmar15: Invalid page request: 2000026a100101 ffffb167\n'
    expect(await command(['read', '--export', 'c'], { stdin: log })).toMatchObject({ status: 1, out: '', err: expect.stringContaining('does not hold q2[63:0], q3[63:0]') })
    for (const form of ['aer-inject', 'pcileech', 'pcap']) expect(await command(['read', '--as', 'vtd.page-request', '--export', form], { stdin: ENTRY })).toMatchObject({ status: 1, out: '', err: expect.stringContaining('a packet') })
    expect(await command(['tlp', '--header', '40000010', '870000ff', '27af9700', '00000000', '--export', 'pcileech'])).toMatchObject({ status: 1, out: '' })
  })
})
