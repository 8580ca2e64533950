import { readdirSync } from 'node:fs'
import { defineConfig } from 'tsdown'

const common = { format: 'esm', target: 'es2022', dts: true, clean: true } as const

const families = readdirSync('src/generated').filter((file) => !file.endsWith('.ts'))

/** Each record is an entry, such as `linux/page-response-msg`. */
const records = Object.fromEntries(
  families.flatMap((family) => readdirSync(`src/generated/${family}`).map((file) => [`${family}/${file.replace(/\.ts$/, '')}`, `src/generated/${family}/${file}`])),
)

export default defineConfig([
  // In few files and minified, because the main entry holds everything, and its import is the reading of its source.
  { ...common, platform: 'node', fixedExtension: false, minify: true, entry: { index: 'src/index.ts', testing: 'src/testing.ts', neighbours: 'src/neighbours/index.ts', cli: 'src/cli/main.ts' } },
  // File by file, so that a bundler takes of a record only what is used.
  {
    ...common,
    platform: 'neutral',
    entry: { ...Object.fromEntries(families.map((family) => [family, `src/generated/${family}.ts`])), ...records },
    outDir: 'dist/records',
    unbundle: true,
  },
])
