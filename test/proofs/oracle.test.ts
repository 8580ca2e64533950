import { describe, expect, it } from 'vitest'
import { referenceRecord } from '../../src/codec/define.ts'
import { records } from '../../src/index.ts'
import { abis, fieldNames, missingCompiler, recordIds, sizes } from './oracle/oracle.ts'
import { checkSamples } from './support/checks.ts'
import { oracleSamples } from './support/oracle-samples.ts'

/**
 * The C compiler places the members of the Linux structs, and the codec must agree: `npm run oracle`.
 * On a machine that has no such compiler this is skipped, except in continuous integration, where it fails.
 */
const required = process.env['CI'] !== undefined

it('knows every Linux record, in both byte orders', () => {
  const expected = recordIds.flatMap((id) => abis.map(({ suffix }) => `${id}${suffix}`))
  expect(records.filter(({ id }) => id.startsWith('linux.')).map(({ id }) => id).sort()).toEqual(expected.sort())
})

for (const abi of abis) {
  const missing = missingCompiler(abi)

  describe.skipIf(missing !== undefined && !required)(`${abi.name}-endian, ${abi.compiler}${missing === undefined ? '' : ` (${missing})`}`, () => {
    it('has its compiler', () => {
      expect(missing).toBeUndefined()
    })

    describe.runIf(missing === undefined)('the compiler', () => {
      const samples = missing === undefined ? oracleSamples(abi, 300) : {}
      const size = missing === undefined ? sizes(abi) : {}

      it.each(recordIds)('agrees on %s', (id) => {
        const record = records.find((candidate) => candidate.id === `${id}${abi.suffix}`)!
        expect(record.size).toBe(size[id])
        expect(Object.keys(record.layout.fields).sort()).toEqual(fieldNames(id).sort())
        expect(samples[id]!.length).toBeGreaterThan(300)
        const check = checkSamples(samples[id]!)
        expect(check(record), 'generated').toBeUndefined()
        expect(check(referenceRecord(record.layout)), 'reference').toBeUndefined()
      })
    })
  })
}
