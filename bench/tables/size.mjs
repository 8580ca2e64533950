/** What the package weighs in a bundle, and which packages it brings with it. These are no times: --quick prints them as well. */
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { table } from '../report.mjs'

export const title = 'Size in a bundle by esbuild, minified'
export const unit = 'bytes, and with gzip at level 9'
export const exact = true

/** More than this, gzipped, is no cost of the code, but a build whose parts a bundler cannot tell apart. */
const BROKEN = 4000
const RECORD = './records/vtd/page-request.js'
const here = (path) => fileURLToPath(new URL(`../../dist/${path}`, import.meta.url))

const parts = {
  '`decode` of one record': [`export { decode } from '${RECORD}'`],
  '`decode` and `encode` of one record': [`export { decode, encode } from '${RECORD}'`, 3000],
  'all verbs of one record': [`export * from '${RECORD}'`],
  '`pci-ats-pri/vtd`, a family': ["export * from './records/vtd.js'"],
  'the main entry': ["export * from './index.js'"],
}

async function sizeOf(contents) {
  const { outputFiles: [{ contents: code }], metafile } = await build({
    stdin: { contents, resolveDir: here('') }, bundle: true, write: false, metafile: true, minify: true, format: 'esm', target: 'es2022', packages: 'external',
  })
  const packages = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path))
  if (packages.length > 0) throw new Error(`a bundle needs packages: ${packages.join(', ')}`)
  return { minified: code.length, gzipped: gzipSync(code, { level: 9 }).length }
}

export async function measure() {
  const rows = await Promise.all(Object.entries(parts).map(async ([name, [contents, most]]) => ({ name, ...(await sizeOf(contents)), ...(most !== undefined && { most }) })))
  const broken = rows.find(({ gzipped, most }) => most !== undefined && gzipped > BROKEN)
  if (broken) throw new Error(`${broken.name}: ${broken.gzipped} bytes, so that a bundler has left nothing out`)
  return rows
}

export function show(rows) {
  const lines = rows.map(({ name, minified, gzipped, most }) => [name, minified.toLocaleString('en'), gzipped.toLocaleString('en'), most === undefined ? '' : `under ${most.toLocaleString('en')}: ${gzipped < most ? 'reached' : 'missed'}`])
  return table(['bytes', 'minified', 'and gzipped', 'goal'], lines)
}
