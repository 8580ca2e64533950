/** What the package costs before it does anything: time to import, packages that it loads, size in a bundle. */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { summary } from './race.mjs'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))

/** Milliseconds, of an empty module, of the main entry and of smaller ones, in turns. */
export function importTimes(directory, rounds) {
  writeFileSync(`${directory}/empty.mjs`, '')
  const modules = {
    'an empty module': `${directory}/empty.mjs`,
    'the main entry': here('../dist/index.js'),
    'the family vtd': here('../dist/records/vtd.js'),
    'one record': here('../dist/records/vtd/page-request.js'),
  }
  const samples = Object.fromEntries(Object.keys(modules).map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (const [name, path] of Object.entries(modules)) {
      samples[name].push(Number(execFileSync(process.execPath, [here('import-time.mjs'), pathToFileURL(path).href], { encoding: 'utf8' })))
    }
  }
  return Object.entries(samples).map(([name, values]) => ({ name, ...summary(values) }))
}

/** Everything that the main entry imports and that is not a file of its own. */
export async function packagesOf() {
  const { metafile } = await build({ entryPoints: [here('../dist/index.js')], bundle: true, write: false, metafile: true, platform: 'node', format: 'esm', packages: 'external' })
  return Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path))
}

const parts = {
  'decode of one record': "export { decode } from './records/vtd/page-request.js'",
  'decode and encode of one record': "export { decode, encode } from './records/vtd/page-request.js'",
  'all verbs of one record': "export * from './records/vtd/page-request.js'",
  'the family vtd': "export * from './records/vtd.js'",
  'the main entry': "export * from './index.js'",
}

/** Bytes in a bundle, minified, and that gzipped. */
export async function bundleSizes() {
  const sizes = []
  for (const [name, contents] of Object.entries(parts)) {
    const { outputFiles } = await build({ stdin: { contents, resolveDir: here('../dist') }, bundle: true, write: false, minify: true, format: 'esm', target: 'es2022' })
    const [{ contents: code }] = outputFiles
    sizes.push({ name, minified: code.length, gzipped: gzipSync(code, { level: 9 }).length })
  }
  return sizes
}
