import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CodecError, decodeRange, encodeRange, rangeIds, record, records, WHOLE_SPACE } from '../../src/index.ts'
import type { AddressRange, AnyMessage, RangeId } from '../../src/index.ts'
import { fromHex, toHex } from '../support/bytes.ts'

const MiB = 0x10_0000n
const GiB = 0x4000_0000n
const amd = ['amd.invalidate-iotlb-pages', 'amd.invalidate-iotlb-pages-v1'] as const
const lowOnes = rangeIds.filter((id) => id !== 'smmuv3.cmd-atc-inv' && !amd.includes(id as never))
/** AMD has no range between this and everything. */
const AMD_LARGEST = 1n << 51n
const fitsAmd = (id: RangeId, { size }: AddressRange): boolean => !amd.includes(id as never) || size <= AMD_LARGEST || size === WHOLE_SPACE.size

describe('the records that hold a range', () => {
  it('are those with an address and a size, and the header base that such data follow', () => {
    const withBoth = records.filter(({ layout }) => 'address' in layout.fields && 'size' in layout.fields).map(({ id }) => id)
    expect([...rangeIds].sort()).toEqual([...withBoth, 'pcie-flit.invalidate-request'].sort())
  })

  it.each(rangeIds.filter((id) => id !== 'pcie-flit.invalidate-request'))('%s takes the fields as they are', (id) => {
    const codec = record(id)
    const zeros = Object.fromEntries(Object.entries(codec.layout.fields).map(([name, { as }]) => [name, as === 'flag' ? false : as === 'uint' ? 0 : 0n])) as AnyMessage
    const { fields } = encodeRange(id, { address: 0x7f00_0020_0000n, size: 2n * MiB })
    const message = codec.decode(codec.encode({ ...zeros, ...fields }))
    expect(decodeRange(id, message as never)).toEqual({ address: 0x7f00_0020_0000n, size: 2n * MiB })
    expect(decodeRange(record(id) as unknown as { id: RangeId }, message as never)).toEqual(decodeRange(id, message as never))
  })
})

/** The last 8 bytes, or the dwords, in which each record has its range. Derived from the size codes of each specification. */
const places: Readonly<Partial<Record<RangeId, (hex: string) => string>>> = {
  'pcie.translation-entry': (hex) => hex,
  'pcie-flit.invalidate-request-data': (hex) => hex,
  'pcie.invalidate-request': (hex) => hex.slice(32),
  'vtd.device-tlb-invalidate': (hex) => hex.slice(16, 32),
  'vtd.pasid-device-tlb-invalidate': (hex) => hex.slice(16, 32),
  'vtd.device-tlb-invalidate-128': (hex) => hex.slice(16),
  'vtd.pasid-device-tlb-invalidate-128': (hex) => hex.slice(16),
  'amd.invalidate-iotlb-pages': (hex) => hex.slice(16),
  'amd.invalidate-iotlb-pages-v1': (hex) => hex.slice(16),
  'riscv.ats-inval': (hex) => hex.slice(16),
  'riscv.ats-inval-be': (hex) => hex.slice(16),
  'smmuv3.cmd-atc-inv': (hex) => hex.slice(16),
}
const K4 = { address: 0x7f01_2345_6000n, size: 4096n }
const K8 = { address: 0x7f01_2345_6000n, size: 8192n }
const M2 = { address: 0x7f00_0020_0000n, size: 2n * MiB }
const G1 = { address: 0x12_0000_0000n, size: GiB }
const HALF = { address: 1n << 63n, size: 1n << 63n }
const big = ['00007f0123456000', '00007f0123456800', '00007f00002ff800', '000000121ffff800', 'bffffffffffff800', '7ffffffffffff800']
const turned = (hex: string): string => toHex(fromHex(hex).reverse())
const withS = (s: string) => big.map((hex, i) => turned(i === 0 ? hex : `${hex.slice(0, 13)}${s}`))
const expected: Readonly<Partial<Record<RangeId, readonly string[]>>> = {
  'pcie.translation-entry': big,
  'pcie.invalidate-request': big,
  'pcie-flit.invalidate-request-data': big,
  'riscv.ats-inval-be': big,
  'riscv.ats-inval': withS('800'),
  'vtd.pasid-device-tlb-invalidate': withS('800'),
  'vtd.pasid-device-tlb-invalidate-128': withS('800'),
  'vtd.device-tlb-invalidate': withS('001'),
  'vtd.device-tlb-invalidate-128': withS('001'),
  'amd.invalidate-iotlb-pages': withS('001'),
  'amd.invalidate-iotlb-pages-v1': withS('001'),
  'smmuv3.cmd-atc-inv': ['00007f0123456000', '00007f0123456001', '00007f0000200009', '0000001200000012', '8000000000000033', '0000000000000034'].map(turned),
}

describe.each(rangeIds.filter((id) => places[id]))('%s', (id) => {
  const codec = record(id)
  const zeros = Object.fromEntries(Object.entries(codec.layout.fields).map(([name, { as }]) => [name, as === 'flag' ? false : as === 'uint' ? 0 : 0n])) as AnyMessage

  it.each([K4, K8, M2, G1, HALF, WHOLE_SPACE].map((range, i) => [range, expected[id]![i]!] as const).filter(([range]) => fitsAmd(id, range)))('has $size bytes at $address as %s', (range, hex) => {
    const { fields, range: given, widened } = encodeRange(id, range)
    expect({ given, widened }).toEqual({ given: range, widened: false })
    expect(places[id]!(toHex(codec.encode({ ...zeros, ...fields })))).toBe(hex)
    expect(decodeRange(id, fields)).toEqual(range)
  })
})

const anyId = fc.constantFrom(...rangeIds)
const anyAddress = fc.bigInt({ min: 0n, max: (1n << 64n) - 1n })
const anyRange: fc.Arbitrary<AddressRange> = fc
  .tuple(anyAddress, fc.integer({ min: 0, max: 64 }), anyAddress, fc.integer({ min: 0, max: 63 }))
  .map(([address, size, some, align]) => {
    const start = (address >> BigInt(align)) << BigInt(align)
    const length = 1n + (some % (1n << BigInt(size)))
    return { address: start, size: start + length > 1n << 64n ? (1n << 64n) - start : length }
  })
const aligned: fc.Arbitrary<AddressRange> = fc
  .tuple(anyAddress, fc.integer({ min: 12, max: 64 }))
  .map(([address, log2]) => ({ address: (address >> BigInt(log2)) << BigInt(log2), size: 1n << BigInt(log2) }))

describe('any range', () => {
  it('of a power of two at a multiple of its size is expressed as it is', () => {
    fc.assert(
      fc.property(anyId, aligned, fc.boolean(), (id, range, widen) => {
        fc.pre(fitsAmd(id, range))
        const encoded = encodeRange(id, range, { widen })
        expect(encoded).toMatchObject({ range, widened: false })
        expect(decodeRange(id, encoded.fields)).toEqual(range)
      }),
      { numRuns: 1000 },
    )
  })

  it('is covered by the smallest that there is, where it is widened', () => {
    fc.assert(
      fc.property(anyId, anyRange, (id, asked) => {
        const { fields, range, widened } = encodeRange(id, asked, { widen: true })
        expect(decodeRange(id, fields)).toEqual(range)
        expect(fitsAmd(id, range)).toBe(true)
        expect(range.address <= asked.address && asked.address + asked.size <= range.address + range.size, 'covers').toBe(true)
        expect(range.size >= 4096n && (range.size & (range.size - 1n)) === 0n, 'power of two').toBe(true)
        expect(range.address % range.size, 'aligned').toBe(0n)
        const half = amd.includes(id as never) && range.size > AMD_LARGEST ? AMD_LARGEST : range.size / 2n
        expect(range.size === 4096n || asked.address / half !== (asked.address + asked.size - 1n) / half, 'smallest').toBe(true)
        expect(widened).toBe(range.address !== asked.address || range.size !== asked.size)
      }),
      { numRuns: 2000 },
    )
  })

  it('is refused, where it is not widened and would have to be', () => {
    fc.assert(
      fc.property(anyId, anyRange, (id, asked) => {
        const { widened } = encodeRange(id, asked, { widen: true })
        if (widened) expect(() => encodeRange(id, asked)).toThrow(expect.objectContaining({ code: 'range', record: id }))
        else expect(encodeRange(id, asked).widened).toBe(false)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('widening', () => {
  it.each([
    // Linux arm_smmu_atc_inv_to_cmd: pages 7 to 10 span 16 pages at 0
    ['smmuv3.cmd-atc-inv', { address: 0x7000n, size: 0x4000n }, { address: 0n, size: 0x1_0000n }, { address: 0n, size: 4 }],
    // Linux build_inv_address: the highest bit that differs between the first byte and the last is 20
    ['amd.invalidate-iotlb-pages', { address: 0x10_0000n - 4096n, size: 8192n }, { address: 0n, size: 2n * MiB }, { address: 0xf_f000n, size: true }],
    ['vtd.device-tlb-invalidate', { address: 0x1234n, size: 1n }, { address: 0x1000n, size: 4096n }, { address: 0x1000n, size: false }],
    ['riscv.ats-inval', { address: (1n << 63n) - 1n, size: 2n }, WHOLE_SPACE, { address: 0x7fff_ffff_ffff_f000n, size: true }],
  ] as const)('%s from %o', (id, asked, range, fields) => {
    expect(encodeRange(id, asked, { widen: true })).toEqual({ fields, range, widened: true })
  })
})

describe('AMD, where a first 0 at or above bit 51 means everything', () => {
  const EVERYTHING = { address: 0x7fff_ffff_ffff_f000n, size: true }

  it.each([0x0007_ffff_ffff_f000n, 0xbfff_ffff_ffff_f000n, 0x1237_ffff_ffff_f000n, 0x7fff_ffff_ffff_f000n, 0xffff_ffff_ffff_f000n])('reads %s so', (address) => {
    for (const id of amd) {
      expect(decodeRange(id, { address, size: true })).toEqual(WHOLE_SPACE)
      expect(encodeRange(id, decodeRange(id, { address, size: true })).fields).toEqual(EVERYTHING)
    }
  })

  it('reads a first 0 at bit 50 as 2 ** 51 bytes, and a page where S is clear', () => {
    for (const id of amd) {
      expect(decodeRange(id, { address: 0xabcb_ffff_ffff_f000n, size: true })).toEqual({ address: 0xabc8_0000_0000_0000n, size: AMD_LARGEST })
      expect(decodeRange(id, { address: 0xffff_ffff_ffff_f000n, size: false })).toEqual({ address: 0xffff_ffff_ffff_f000n, size: 4096n })
    }
  })

  it('writes what Linux does for what is larger, if it may widen, and refuses it otherwise', () => {
    for (const id of amd) {
      for (const size of [1n << 52n, 1n << 63n]) {
        expect(encodeRange(id, { address: 1n << 63n, size }, { widen: true })).toEqual({ fields: EVERYTHING, range: WHOLE_SPACE, widened: true })
        expect(() => encodeRange(id, { address: 1n << 63n, size })).toThrow(expect.objectContaining({ code: 'range', field: 'size', expected: expect.stringContaining('at most 0x8000000000000') }))
      }
      expect(encodeRange(id, { address: 1n << 51n, size: AMD_LARGEST }).fields).toEqual({ address: 0xb_ffff_ffff_f000n, size: true })
    }
  })
})

describe('any fields', () => {
  it('with low ones stand for one range, which is written the same again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...lowOnes), anyAddress, fc.integer({ min: 0, max: 64 }), fc.boolean(), (id, bits, ones, size) => {
        const address = (bits | ((1n << BigInt(ones)) - 1n)) & ~0xfffn & ((1n << 64n) - 1n)
        if (size && address >> 12n === (1n << 52n) - 1n) {
          expect(() => decodeRange(id, { address, size } as never)).toThrow(expect.objectContaining({ code: 'range', field: 'address' }))
          return
        }
        const range = decodeRange(id, { address, size } as never)
        expect(range.address % range.size).toBe(0n)
        expect(encodeRange(id, range).fields).toEqual({ address, size })
      }),
      { numRuns: 1000 },
    )
  })

  it('with a log2 leave out the address bits below the size', () => {
    fc.assert(
      fc.property(anyAddress, fc.integer({ min: 0, max: 52 }), (bits, size) => {
        const range = decodeRange('smmuv3.cmd-atc-inv', { address: bits & ~0xfffn, size })
        expect(range).toEqual({ address: (bits >> BigInt(12 + size)) << BigInt(12 + size), size: 4096n << BigInt(size) })
      }),
    )
  })
})

describe('what has no meaning is refused', () => {
  const range = { address: 0n, size: 4096n }
  const cases: readonly (readonly [what: string, call: () => unknown, error: object])[] = [
    ['no bytes', () => encodeRange('riscv.ats-inval', { address: 0n, size: 0n }, { widen: true }), { code: 'range', field: 'size', record: 'riscv.ats-inval' }],
    ['a negative size', () => encodeRange('riscv.ats-inval', { address: 0n, size: -4096n }, { widen: true }), { code: 'range', field: 'size' }],
    ['a negative address', () => encodeRange('riscv.ats-inval', { address: -4096n, size: 4096n }, { widen: true }), { code: 'range', field: 'address' }],
    ['an end beyond 64 bits', () => encodeRange('amd.invalidate-iotlb-pages', { address: (1n << 64n) - 4096n, size: 4097n }, { widen: true }), { code: 'range', field: 'size' }],
    ['half a page', () => encodeRange('vtd.device-tlb-invalidate', { address: 0n, size: 2048n }), { code: 'range', field: 'size', actual: 2048n }],
    ['three pages', () => encodeRange('vtd.device-tlb-invalidate', { address: 0n, size: 12288n }), { code: 'range', field: 'size', actual: 12288n }],
    ['two pages at an odd page', () => encodeRange('smmuv3.cmd-atc-inv', { address: 0x1000n, size: 8192n }), { code: 'range', field: 'address', expected: expect.stringContaining('size 0x2000, or the option widen'), actual: 0x1000n }],
    ['an address inside a page', () => encodeRange('smmuv3.cmd-atc-inv', { address: 0x10n, size: 4096n }), { code: 'range', field: 'address' }],
    ['numbers', () => encodeRange('riscv.ats-inval', { address: 0, size: 4096n } as never), { code: 'type', field: 'address', actual: 0 }],
    ['a size of a number', () => encodeRange('riscv.ats-inval', { address: 0n, size: 4096 } as never), { code: 'type', field: 'size', actual: 4096 }],
    ['no range', () => encodeRange('riscv.ats-inval', undefined as never), { code: 'type', field: 'range' }],
    ['a record without a range', () => encodeRange('pcie.page-request' as never, range), { code: 'type', field: 'id' }],
    ['a misspelt record', () => encodeRange('riscv.ats-invall' as never, range), { code: 'type', field: 'id', expected: expect.stringContaining('did you mean riscv.ats-inval?') }],
    ['a property of every object', () => encodeRange('toString' as never, range), { code: 'type', field: 'id' }],
    ['a size of 53', () => decodeRange('smmuv3.cmd-atc-inv', { address: 0n, size: 53 }), { code: 'range', field: 'size', actual: 53 }],
    ['a negative log2', () => decodeRange('smmuv3.cmd-atc-inv', { address: 0n, size: -1 }), { code: 'range', field: 'size' }],
    ['half a log2', () => decodeRange('smmuv3.cmd-atc-inv', { address: 0n, size: 0.5 }), { code: 'range', field: 'size' }],
    ['a flag where a number is', () => decodeRange('smmuv3.cmd-atc-inv', { address: 0n, size: true as never }), { code: 'type', field: 'size' }],
    ['a number where a flag is', () => decodeRange('riscv.ats-inval', { address: 0n, size: 1 as never }), { code: 'type', field: 'size' }],
    ['an address that is a number', () => decodeRange('riscv.ats-inval', { address: 0 as never, size: true }), { code: 'type', field: 'address' }],
    ['an address inside a page, decoded', () => decodeRange('riscv.ats-inval', { address: 1n, size: true }), { code: 'range', field: 'address' }],
    ['an address of 65 bits', () => decodeRange('riscv.ats-inval', { address: 1n << 64n, size: true }), { code: 'range', field: 'address' }],
    ['ones up to bit 63', () => decodeRange('pcie.invalidate-request', { address: 0xffff_ffff_ffff_f000n, size: true }), { code: 'range', field: 'address', actual: 0xffff_ffff_ffff_f000n }],
    ['no fields', () => decodeRange('riscv.ats-inval', null as never), { code: 'type', field: 'fields' }],
  ]
  it.each(cases)('%s', (_, call, error) => {
    expect(call).toThrow(CodecError)
    expect(call).toThrow(expect.objectContaining(error))
  })
})

const folder = fileURLToPath(new URL('../../../shared/vectors/', import.meta.url))
const there = existsSync(folder)
type Fields = Readonly<Record<string, string | number>>
const read = <T>(file: string): readonly T[] => (there ? (JSON.parse(readFileSync(folder + file, 'utf8')) as T[]) : [])

describe.skipIf(!there)(`ranges of independent sources${there ? '' : ' (skipped: there is no ../shared/vectors)'}`, () => {
  const LINUX: Readonly<Record<string, RangeId>> = {
    'intel-vtd.dev_iotlb_inv': 'vtd.device-tlb-invalidate',
    'intel-vtd.dev_eiotlb_inv': 'vtd.pasid-device-tlb-invalidate',
    'amd.cmd_inv_iotlb_pages': 'amd.invalidate-iotlb-pages',
    'arm-smmuv3.cmd_atc_inv': 'smmuv3.cmd-atc-inv',
    'riscv-iommu.cmd_ats_inval': 'riscv.ats-inval',
  }
  const linux = read<{ format: string; fields: Fields; hex: string }>('linux-macros.json').filter(({ format }) => format in LINUX)

  it.each(linux)('Linux $format $fields', ({ format, fields, hex }) => {
    const id = LINUX[format]!
    const message = record(id).decode(fromHex(hex))
    const order = fields['size_order'] ?? (format.startsWith('arm') ? fields['size'] : fields['s'])
    const address = BigInt(fields['addr'] ?? fields['uaddr'] ?? 0)
    const size = format.startsWith('amd') ? BigInt(fields['size']!) : 4096n << BigInt(order!)
    const asked = size === 0x7fff_ffff_ffff_f000n ? WHOLE_SPACE : { address, size }
    expect(decodeRange(id, message as never)).toEqual(asked)
    expect(message).toMatchObject(encodeRange(id, asked).fields)
  })

  const tlp = read<{ description: string; hex: string; fields: Fields }>('pcie.json').filter(({ fields }) => 'sizeBytes' in fields && fields['kind'] !== 'invalidateRequest')

  it.each(tlp)('$description', ({ hex, fields }) => {
    const id = fields['kind'] === 'translationEntry' ? 'pcie.translation-entry' : 'pcie-flit.invalidate-request-data'
    const message = record(id).decode(fromHex(hex))
    const size = fields['sizeBytes'] === '2^64' ? 1n << 64n : BigInt(fields['sizeBytes']!)
    const asked = { address: BigInt(fields['translatedBase'] ?? fields['address'] ?? 0), size }
    expect(decodeRange(id, message as never)).toEqual(asked)
    expect(message).toMatchObject(encodeRange(id, asked).fields)
  })

  it('are there', () => {
    expect(linux.length).toBeGreaterThanOrEqual(10)
    expect(tlp.length).toBeGreaterThanOrEqual(7)
  })
})
