import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { GENERATED, generated } from '../../scripts/generated.ts'
import { MAN, manPage } from '../../scripts/man.ts'

/** What is derived from the tables and checked in is what the tables give today. If not: `npm run generate`. */

const root = fileURLToPath(new URL('../..', import.meta.url))

describe('the generated files', () => {
  it('are up to date', () => {
    for (const [path, text] of [...generated(), [MAN, manPage()] as const]) expect(readFileSync(root + path, 'utf8'), path).toBe(text)
  })

  it('are all derived from a table', () => {
    const files = generated()
    const found = readdirSync(root + GENERATED, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
    expect(found.map((file) => `${GENERATED}/${file}`).filter((path) => !files.has(path))).toEqual([])
  })
})
