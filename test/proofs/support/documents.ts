import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { program } from '../../support/program.ts'

/** The documents, their blocks, and the command as a reader has it. */

export const root = fileURLToPath(new URL('../../..', import.meta.url))
const documents = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'bench/README.md', ...readdirSync(`${root}docs`).filter((file) => file.endsWith('.md')).map((file) => `docs/${file}`)]
export const texts = new Map(documents.map((path) => [path, readFileSync(root + path, 'utf8')]))

export interface Block {
  readonly path: string
  readonly where: string
  readonly language: string
  readonly text: string
  /** The text block that follows at once: what the reader is told to expect. */
  readonly shown?: string
  /** The line of prose before it. */
  readonly before: string
}

export const blocks: readonly Block[] = [...texts].flatMap(([path, text]) =>
  [...text.matchAll(/^```(\w+)\n([^]*?)^```\n(?:\n```text\n([^]*?)^```\n)?/gm)].map(({ index, 1: language, 2: body, 3: shown }) => {
    const before = text.slice(0, index)
    return { path, where: `${path}:${before.split('\n').length}`, language: language!, text: body!, before: before.trimEnd().split('\n').at(-1)!, ...(shown !== undefined && { shown }) }
  }),
)
export const inLanguage = (language: string): Block[] => blocks.filter((block) => block.language === language)

let made: string | undefined

/** A folder of this worker, which is removed when it ends. */
export function folder(): string {
  if (made === undefined) {
    const path = (made = mkdtempSync(join(tmpdir(), 'pci-ats-pri-documents-')))
    process.on('exit', () => rmSync(path, { recursive: true, force: true }))
  }
  return made
}

/** Runs a script with the command as it is installed. */
export async function shell(script: string, cwd = root): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const path = join(folder(), 'pci-ats-pri')
  writeFileSync(path, `#!/bin/sh\nexec "${process.execPath}" "${await program('src/cli/main.ts')}" "$@"\n`)
  chmodSync(path, 0o755)
  return spawnSync('bash', ['-e', '-c', script], { cwd, encoding: 'utf8', env: { ...process.env, PATH: `${folder()}:${process.env['PATH']}` } })
}
