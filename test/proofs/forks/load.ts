import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import type { Forks } from './unknown.ts'
import { rewritten } from './rewrite.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/**
 * Modules of the project, of which the files that `chosen` names are rewritten, for `forks`.
 * @param contents the text of a module that exports what is wanted; paths are those from the root of the project
 * @param change what is made of the text of each chosen file before that: a mistake on purpose
 */
export async function load<T>(forks: Forks, contents: string, chosen: RegExp, change: (file: string, text: string) => string = (_, text) => text): Promise<T> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    bundle: true, platform: 'node', format: 'esm', target: 'node20', write: false, logLevel: 'error', minifySyntax: false,
    plugins: [{
      name: 'forks',
      setup({ onLoad }) {
        onLoad({ filter: /\/src\/.*\.ts$/ }, ({ path }) => {
          const file = relative(root, path)
          return chosen.test(file) ? { contents: rewritten(file, change(file, readFileSync(path, 'utf8'))), loader: 'ts' } : undefined
        })
      },
    }],
  })
  const world = globalThis as { $forks?: Forks }
  world.$forks = forks
  const folder = mkdtempSync(join(tmpdir(), 'pci-ats-pri-forks-'))
  try {
    const file = join(folder, 'module.mjs')
    writeFileSync(file, outputFiles[0]!.contents)
    return (await import(pathToFileURL(file).href)) as T
  } finally {
    delete world.$forks
    rmSync(folder, { recursive: true })
  }
}
