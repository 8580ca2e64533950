import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { targets } from './fuzz/targets.ts'

/** The corpus of the fuzzer, replayed: inputs that reached something new, and those that once found a mistake. */

const corpus = fileURLToPath(new URL('fuzz/corpus/', import.meta.url))

describe.each(Object.entries(targets))('%s', (name, target) => {
  const folder = `${corpus}${name}/`
  const files = existsSync(folder) ? readdirSync(folder) : []

  it('has a corpus, and stands it', async () => {
    expect(files.length).toBeGreaterThan(3)
    for (const file of files) await expect((async () => target(readFileSync(folder + file)))(), file).resolves.toBeUndefined()
  })
})

it('a mistake in the code is seen: a target throws what is no error of the library', () => {
  expect(() => targets['packets']!(null as never)).toThrow(TypeError)
})
