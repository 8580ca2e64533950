import { describe, expect, it } from 'vitest'
import { roundTrips } from './translation/round-trips.ts'

/** What is carried without loss comes back, for every pair of formats and all values; and a mistake on the way is found. */

describe('translations', () => {
  it('give back what is carried without loss', async () => {
    const { pairs, back, wrong, lost, told } = await roundTrips()
    expect(wrong).toEqual([])
    expect(pairs).toBeGreaterThan(400)
    expect(back).toBeGreaterThan(5000)
    expect([...lost]).toEqual([])
    // If the identity is not given again: who sends a response, that a segment of 0 was said, and that a PASID is required.
    expect([...told].sort()).toMatchInlineSnapshot(`
      [
        "linux.iommu-fault-page-request flags",
        "linux.iommu-fault-v6.10 flags",
        "pcie-flit.prg-response destinationSegmentValid",
        "pcie-flit.prg-response requesterId",
        "pcie.prg-response requesterId",
        "riscv.ats-prgr segmentValid",
        "riscv.ats-prgr-be segmentValid",
      ]
    `)
  })

  it.each([
    ['src/translate/device.ts', '* 2 ** RID_BITS', '* 2 ** 15'],
    ['src/translate/codes.ts', 'if (code === Success) return success\n', 'if (code === Success) return invalid\n'],
    ['src/translate/context.ts', 'value <= mostOf(bits)', 'true'],
    ['src/spec/role-fields.ts', 'place.mask) !== 0', 'place.mask) === 0'],
    ['src/translate/forgotten.ts', 'iommuRid !== 0', 'iommuRid === 0'],
  ])('a mistake in %s is found: %s', async (file, from, to) => {
    const { wrong, lost } = await roundTrips((name, text) => {
      if (name !== file) return text
      if (!text.includes(from)) throw new Error(`${file} has no ${from}`)
      return text.replace(from, to)
    })
    expect([...wrong, ...lost]).not.toEqual([])
  })
})
