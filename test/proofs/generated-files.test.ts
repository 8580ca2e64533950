import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { generated } from '../../scripts/generated.ts'

/** What is derived from the tables and checked in is what the tables give today. If not: `npm run generate`. */

const root = fileURLToPath(new URL('../..', import.meta.url))
const files = generated()

describe('the generated files', () => {
  it.each([...files.keys()])('%s is up to date', (path) => {
    expect(readFileSync(root + path, 'utf8')).toBe(files.get(path))
  })

  it.each(['src/codec/records', 'src/families'])('in %s are all derived from a table', (folder) => {
    expect(readdirSync(root + folder).map((file) => `${folder}/${file}`).filter((path) => !files.has(path))).toEqual([])
  })
})
