import { describe, expect, it } from 'vitest'
import { check, CodecError, decodeRange, record } from '../../src/index.ts'
import type { AnyMessage, CheckContext } from '../../src/index.ts'
import { fromHex } from '../support/bytes.ts'

/**
 * What other projects are known to write or to read wrongly (docs/spec-notes.md), and what becomes of it here.
 * All bytes are synthetic: made by the mistake, not captured.
 */

const qwords = (...words: bigint[]): Uint8Array => {
  const bytes = new Uint8Array(words.length * 8)
  words.forEach((word, i) => new DataView(bytes.buffer).setBigUint64(i * 8, word, true))
  return bytes
}

const findings = (id: string, bytes: Uint8Array, context: CheckContext = {}): string[] => {
  const codec = record(id)
  return check(codec, codec.decode(bytes) as AnyMessage, context).map((finding) => finding.id)
}

const request = { pasid: 0x12345, pasidPresent: true, pageReqGroupId: 0x1ab, last: true, read: true, write: false, rid: 0x300 }

describe('the mistakes of others', () => {
  it('iommufd given the number of a Response Failure (QEMU, bridge of VT-d page requests)', () => {
    expect(findings('linux.iommufd-page-response', fromHex('0100000002000000'))).toEqual(['linux-code'])
    expect(findings('linux.iommufd-page-response', fromHex('0100000001000000'))).toEqual([])
  })

  it('SSV of an SMMU event at bit 10 (OpenVMM)', () => {
    const event = qwords(0x10n | (1n << 10n) | (0x12345n << 12n) | (0x300n << 32n), 1n << 35n, 0x1000n, 0n)
    expect(() => record('smmuv3.stall-event').decode(event)).toThrow(CodecError)
    expect(() => record('smmuv3.stall-event').decode(event)).toThrow(expect.objectContaining({ code: 'reserved', bits: 'q0[10:8]' }))
  })

  it('STAG of 17 bits (gem5)', () => {
    const event = qwords(0x10n | (0x300n << 32n), 0x1_1234n | (1n << 31n) | (1n << 35n) | (2n << 40n), 0x1000n, 0n)
    expect(record('smmuv3.stall-event').decode(event)).toMatchObject({ stag: 0x1234, granuleProtectionFault: true })
    expect(findings('smmuv3.stall-event', event)).toEqual(['fault-with-gpcf'])
  })

  it('code at q0[7:4] and index at q0[47:32] of a VT-d response (a hobby kernel)', () => {
    const response = (code: bigint): Uint8Array => qwords(9n | (code << 4n) | (0x300n << 16n) | (0x1abn << 32n), 0n, 0n, 0n)
    expect(findings('vtd.page-group-response', response(1n), { pageRequest: request })).toEqual(['response-to-other-group', 'response-to-other-pasid'])
    expect(() => record('vtd.page-group-response').decode(response(0xfn))).toThrow(expect.objectContaining({ code: 'reserved' }))
  })

  it('a range without S, which is one page (Xen writes it so to AMD; Whisper reads ATS.INVAL so)', () => {
    const address = 0x7f01_234f_f000n
    const MiB2 = { address: 0x7f01_2340_0000n, size: 0x20_0000n }
    for (const id of ['amd.invalidate-iotlb-pages', 'riscv.ats-inval'] as const) {
      expect(decodeRange(id, { address, size: true })).toEqual(MiB2)
      expect(decodeRange(id, { address, size: false })).toEqual({ address, size: 4096n })
    }
  })
})
