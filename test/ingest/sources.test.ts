import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { sources } from '../../src/ingest/sources/index.ts'

it('the document names each source, and no other', () => {
  const document = readFileSync(new URL('../../docs/read.md', import.meta.url), 'utf8')
  const table = document.slice(document.indexOf('| from | `source` |'), document.indexOf('| files of bytes |'))
  const named = [...table.matchAll(/`([a-z0-9.-]+)`/g)].map((match) => match[1]!).filter((name) => name !== 'source')
  expect(named.sort()).toEqual([...new Set(sources.map(({ id }) => id))].sort())
})

it('no text is found by a character that a page of HTML writes in another way: lines are looked at as they stand', () => {
  const words = sources.flatMap(({ anchors }) => anchors)
  expect(words.length).toBeGreaterThan(50)
  expect(words.filter((word) => /[<>&]/.test(word))).toEqual([])
})
