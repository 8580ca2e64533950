import { expect, it } from 'vitest'
import { ByPasidAndIndex } from '../../src/responder/groups.ts'

it('nothing is kept of a PASID of which nothing waits', () => {
  const map = new ByPasidAndIndex<string>()
  for (let pasid = 0; pasid < 100; pasid++) map.set(pasid, pasid & 1, 'group')
  map.set(7, 5, 'other')
  for (let pasid = 0; pasid < 100; pasid++) map.delete(pasid, pasid & 1)
  map.delete(8, 0)
  expect([...map]).toEqual([[7, 5, 'other']])
  expect((map as unknown as { outer: Map<number, unknown> }).outer.size).toBe(1)
})
