import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hexOf, read, rewrite } from '../../src/ingest/index.ts'
import { numbers } from '../support/bytes.ts'
import { below, pick, printers } from './printers.ts'

/** Texts in which somebody has made digits unreadable. The values are synthetic. */

const items = (...lines: readonly string[]) => read(`${lines.join('\n')}\n`).items
const [first] = [(...lines: readonly string[]) => items(...lines)[0]!]

describe('digits that are masked', () => {
  it.each(['ffxxxxxx', '8e43xxxx', '8e43XXXX', '0x8e43????', '0x12345?000', '0xffffXXXXXXXX000', '0xXXXXXXXX', 'xxxxxxxx', '8e43****'])('are no part of an address: %s', (address) => {
    const item = first(`DMAR: [DMA Read] Request device [06:00.0] fault addr ${address} [fault reason 06] PTE Read access is not set`)
    expect(item).toMatchObject({ record: 'vtd.fault-record', message: { sid: 0x600, faultReason: 6, type1: true }, summary: '06:00.0 was refused a read: no read permission (LGN.3)' })
    expect(item.absent).toContain('faultInfo')
    expect(item.findings.map(({ message }) => message)).toContain('digits that are masked in the log are not known')
  })

  it('are no device', () => {
    expect(first('DMAR: [DMA Read] Request device [xx:00.0] fault addr 0x8e43c000 [fault reason 0x06] words').absent).toContain('sid')
    expect(first('AMD-Vi: Event logged [IO_PAGE_FAULT device=0000:XX:00.0 domain=0x000e address=0xff120000000 flags=0x0020]').absent).toContain('deviceId')
  })

  it('are unknown among the others of a word', () => {
    const item = first('dmar0: Invalid page request: 0000000001XXXX01 7f0012345237')
    expect(item).toMatchObject({ record: 'vtd.page-request', message: { prgIndex: 0x46, address: 0x7f00_1234_5000n } })
    expect(item.absent).toEqual(expect.arrayContaining(['rid', 'pasidPresent']))
    expect(hexOf(item.data!).slice(0, 8)).toBe('01????01')
  })

  it('do not move the words behind them', () => {
    const event = ['arm-smmu-v3 arm-smmu-v3.0.auto: event 0x10 received:', ...['0x0000090000000010', '0x0000020800000000', '0x00000000ffXXX000', '0x0000000000001000'].map((word) => `arm-smmu-v3 arm-smmu-v3.0.auto: \t${word}`)]
    const [item, ...others] = items(...event)
    expect([item!.record, item!.absent, item!.message['ipa'], others]).toEqual(['smmuv3.stall-event', ['inputAddress'], 0x1000n, []])
  })

  it('leave a packet without fields', () => {
    expect(first('pcieport 0000:00:1c.0: AER:   TLP Header: 0x60000001 0xXXXX000f 0x000000ff 0xffffe000')).toMatchObject({ record: null, message: {} })
  })

  it('are not written', () => {
    const text = 'dmar0: Invalid page request: 0000000001XXXX01 7f0012345237\n'
    const { data } = read(text).items[0]!
    const changed = Uint8Array.from(data!.bytes)
    changed[1] = 0xff
    expect(rewrite(text, data!, changed)).toBeUndefined()
    const address = Uint8Array.from(data!.bytes)
    address[13] = 0x11
    expect(rewrite(text, data!, address)).toBe('dmar0: Invalid page request: 0000000001XXXX01 110012345237\n')
  })

  it('are none: marks of Markdown, doubts behind a number, and an x of a sign', () => {
    for (const text of ['**fault addr 0x12345000**', 'fault addr **0x12345000**', 'fault addr 0x12345000?']) {
      expect(first(`DMAR: [DMA Write] Request device [06:00.0] ${text.replaceAll('fault addr **', 'fault addr ').replaceAll('**fault', 'fault')} [fault reason 0x05] words`).message, text).toMatchObject({ faultInfo: 0x1234_5000n })
    }
  })

  it.each(printers)('are never read as any: $name', ({ print }) => {
    fc.assert(fc.property(fc.nat(), (seed) => {
      const next = numbers(seed + 1)
      const { lines } = print(next)
      const text = `${lines.join('\n')}\n`
      const tokens = [...text.matchAll(/(?<![0-9a-z])(?:0x)?(?!0b)([0-9a-f]{4,16})(?![0-9a-z])/gi)]
      expect(text).toMatch(/\S/)
      if (tokens.length === 0) return
      const { 0: all, 1: digits, index } = pick(next, tokens)
      const size = 2 + below(next, digits!.length - 2)
      const from = index + all.length - digits!.length + below(next, digits!.length - size + 1)
      const masked = text.slice(0, from) + pick(next, ['x', 'X', '?']).repeat(size) + text.slice(from + size)
      const whole = read(text).items[0]!
      for (const { message } of read(masked).items) expect({ ...whole.message, ...message }, masked).toEqual(whole.message)
    }), { numRuns: 40, seed: 5 })
  })
})
