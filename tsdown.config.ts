import { readdirSync } from 'node:fs'
import { defineConfig } from 'tsdown'

const common = { format: 'esm', target: 'es2022', platform: 'neutral', dts: true } as const
const families = ['linux', 'pcie', 'vtd', 'amd', 'smmuv3', 'riscv']

/** `linux.page-response-msg.ts` is the entry `linux/page-response-msg`. */
const records = Object.fromEntries(
  readdirSync('src/codec/records').map((file) => [file.replace('.', '/').replace(/\.ts$/, ''), `src/codec/records/${file}`]),
)

export default defineConfig([
  // One file, because the main entry holds everything and each further file costs its import.
  { ...common, entry: { index: 'src/index.ts' }, clean: true },
  // File by file, so that a bundler takes of a record only what is used.
  {
    ...common,
    entry: { ...Object.fromEntries(families.map((family) => [family, `src/families/${family}.ts`])), ...records },
    outDir: 'dist/records',
    unbundle: true,
    clean: true,
  },
])
