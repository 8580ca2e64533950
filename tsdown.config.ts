import { build, transform } from 'esbuild'
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { defineConfig } from 'tsdown'
import type { UserConfig } from 'tsdown'

const target = 'es2022'
const common = { format: 'esm', target, dts: true, clean: true } as const

const families = readdirSync('src/generated', { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name)

/** Each family is an entry, and each record, such as `linux/page-response-msg`. */
const records: Readonly<Record<string, string>> = Object.fromEntries(
  families.flatMap((family) => [
    [family, `src/generated/${family}.ts`],
    ...readdirSync(`src/generated/${family}`).map((file) => [`${family}/${file.replace(/\.ts$/, '')}`, `src/generated/${family}/${file}`]),
  ]),
)

/**
 * Comments, spaces and the names of variables inside functions go, which are more than half of the text, and the import is
 * the reading of it. The names of functions stay, and lines are short: an error that nobody catches shows the line that
 * threw it and the functions that led there, and must be readable.
 */
const plain = { minifySyntax: true, minifyWhitespace: true, lineLimit: 100, legalComments: 'none', target } as const

/** Text that was broken over lines takes longer to read, and no error is thrown in the midst of one. */
const brokenText = /(?<=(?<!\\)(?:\\\\)*)\\\n/g

/** What the main entry is made of. It is one file, because to open a file costs more than to read it. */
const { metafile } = await build({ entryPoints: ['src/index.ts'], bundle: true, write: false, metafile: true, format: 'esm', logLevel: 'error' })
const main = new Set(Object.keys(metafile.inputs).map((path) => resolve(path)))

const node = {
  ...common,
  platform: 'node',
  fixedExtension: false,
} satisfies UserConfig

/**
 * The command's parser of arguments, in a file beside it. It is CommonJS that requires Node's modules: bundled with the
 * rest, what stands in for `require` is shared by every entry, and no bundler for browsers resolves that.
 */
const commander = './commander.js'

export default defineConfig([
  { ...node, dts: false, entry: { commander: 'commander' }, deps: { alwaysBundle: ['commander'] } },
  {
    ...node,
    entry: { index: 'src/index.ts', testing: 'src/testing/index.ts', neighbours: 'src/neighbours/index.ts', ingest: 'src/ingest/index.ts', captures: 'src/ingest/containers/index.ts', arrow: 'src/arrow/index.ts', export: 'src/export/index.ts', outputs: 'src/outputs/index.ts', cli: 'src/cli/main.ts', thread: 'src/cli/read/thread.ts' },
    // The command brings its parser of arguments with it, and the captures their framing, so that the package depends on nothing.
    deps: { alwaysBundle: ['binary-parser'], neverBundle: ['commander'] },
    minify: { mangle: { toplevel: false }, compress: false },
    outputOptions: { paths: { commander }, codeSplitting: { groups: [{ name: 'main', test: (id: string) => main.has(id) }] } },
    hooks: {
      'build:done': async () => {
        // When all is built: what a plugin shortens is printed again.
        for (const name of readdirSync('dist').filter((name) => name.endsWith('.js'))) {
          writeFileSync(`dist/${name}`, (await transform(readFileSync(`dist/${name}`, 'utf8'), plain)).code.replace(brokenText, ''))
        }
        for (const name of ['commander', 'binary-parser']) copyFileSync(`node_modules/${name}/LICENSE`, `dist/${name}.LICENSE`)
      },
    },
  },
  // Each record in one file, because to open a file costs more than to read it; types file by file.
  {
    ...common,
    dts: { emitDtsOnly: true },
    platform: 'neutral',
    entry: records,
    outDir: 'dist/records',
    unbundle: true,
    hooks: {
      'build:done': async () => {
        // With the spaces go the marks of what is pure, by which bundlers leave out what is not used.
        await build({ ...plain, minifyWhitespace: false, entryPoints: records, bundle: true, format: 'esm', platform: 'neutral', outdir: 'dist/records', logLevel: 'error' })
      },
    },
  },
])
