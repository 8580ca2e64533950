import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { records } from '../../src/index.ts'
import { program } from '../support/program.ts'

/** The library runs where code may not be made from strings, as a content security policy demands. */

const FORBID = '--disallow-code-generation-from-strings'
const report = (generation: string): string => `${records.length} records, ${6 * (records.length + 1)} verbs, code from strings is ${generation}\n`

function run(...args: string[]): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  expect(status, stderr).toBe(0)
  return stdout
}

it('runs every verb, and the ban is what it meets', async () => {
  const everyVerb = await program('test/proofs/support/every-verb.ts')
  expect(run(FORBID, everyVerb)).toBe(report('forbidden'))
  expect(run(everyVerb)).toBe(report('allowed'))
})

it('does not even ask for it', () => {
  const folder = fileURLToPath(new URL('../../src', import.meta.url))
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  expect(files.length).toBeGreaterThan(records.length)
  expect(files.filter((file) => /\beval\(|\bFunction\(/.test(readFileSync(join(folder, file), 'utf8')))).toEqual([])
})
