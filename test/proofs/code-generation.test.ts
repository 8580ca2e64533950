import { build } from 'esbuild'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { records } from '../../src/index.ts'

/** The library runs where code may not be made from strings, as a content security policy demands. */

const program = fileURLToPath(new URL('support/every-verb.ts', import.meta.url))
const FORBID = '--disallow-code-generation-from-strings'
const report = (generation: string): string => `${records.length} records, ${6 * (records.length + 1)} verbs, code from strings is ${generation}\n`

function run(...args: string[]): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  expect(status, stderr).toBe(0)
  return stdout
}

it('runs from its source', () => {
  expect(run(FORBID, '--import', 'tsx', program)).toBe(report('forbidden'))
})

it('runs from a bundle, and the ban is what the bundle meets', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pci-ats-pri-'))
  try {
    const outfile = join(folder, 'bundle.mjs')
    await build({ entryPoints: [program], bundle: true, minify: true, platform: 'neutral', format: 'esm', outfile, logLevel: 'error' })
    expect(run(FORBID, outfile)).toBe(report('forbidden'))
    expect(run(outfile)).toBe(report('allowed'))
  } finally {
    rmSync(folder, { recursive: true })
  }
})

it('does not even ask for it', () => {
  const folder = fileURLToPath(new URL('../../src', import.meta.url))
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  expect(files.length).toBeGreaterThan(records.length)
  expect(files.filter((file) => /\beval\(|\bFunction\(/.test(readFileSync(join(folder, file), 'utf8')))).toEqual([])
})
