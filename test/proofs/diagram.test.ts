import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { diagram, records } from '../../src/index.ts'

/** A changed diagram is a changed record: look at it before taking it over with `npx vitest run test/proofs/diagram --update`. */
it.each(records)('$id', async ({ id }) => {
  await expect(`${diagram(id)}\n`).toMatchFileSnapshot(`diagrams/${id}.txt`)
})

it.each(records)('$id fits a page and names every field', ({ id, layout }) => {
  const text = diagram(id)
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
  for (const [name, { doc }] of Object.entries(layout.fields)) {
    const short = /^(\w{1,6}):/.exec(doc)?.[1]
    expect(text.split(/[|\s]+/).some((word) => word === name || word === short), name).toBe(true)
  }
})

it('is kept of no record that is gone', () => {
  const kept = readdirSync(fileURLToPath(new URL('diagrams', import.meta.url)))
  expect(kept.sort()).toEqual(records.map(({ id }) => `${id}.txt`).sort())
})
