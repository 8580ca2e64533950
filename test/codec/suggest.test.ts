import { expect, it } from 'vitest'
import { didYouMean } from '../../src/codec/suggest.ts'

/** Names that were misspelt, and what was meant. */

it.each<[string, string[], string]>([
  ['adress', ['length', 'address', 'page'], ' (did you mean address?)'],
  ['PASID', ['rid', 'pasid'], ' (did you mean pasid?)'],
  // The two letters of the candidate are counted once, not at the start and again at the end.
  ['abab', ['ab'], ''],
  ['nothing', ['rid', 'pasid'], ''],
  ['pasid', [], ''],
  // As long as a name may be, and one longer: whoever sends that shall not have it compared.
  ['n'.repeat(60), ['n'.repeat(59)], ` (did you mean ${'n'.repeat(59)}?)`],
  ['n'.repeat(61), ['n'.repeat(60)], ''],
])('of %s, where there is %j: %j', (name, candidates, suggestion) => {
  expect(didYouMean(name, candidates)).toBe(suggestion)
})
