import { defineConfig } from 'vite'
import type { Plugin } from 'vite'

/**
 * The page needs no speed of decoding, and the tables hold all that the generated code says: records are read by the
 * reference codec, which is proved equal to it. Nor has it columns. That is a third of the page.
 */
const reference: Plugin = {
  name: 'reference',
  enforce: 'pre',
  transform(code, id) {
    if (id.endsWith('/src/codec/verbs.ts')) return { code: code.replaceAll(/^import \{ (\w+) \} from '\.\/columns\/\w+\.ts'$/gm, 'const $1 = undefined'), map: null }
    if (!/\/src\/generated\/[^/]+\/[^/]+\.ts$/.test(id)) return undefined
    const [, table, file] = /^import type \{ (\w+) as Table \} from ('.+')$/m.exec(code)!
    return { code: `import { referenceRecord } from '../../codec/define.ts'\nimport { ${table} as table } from ${file}\nexport const record = /* @__PURE__ */ referenceRecord(table)`, map: null }
  },
}

/** The policy of the page allows no WebAssembly, and to try it would be a message on the console: the plain loops do all of it. */
const plain: Plugin = {
  name: 'plain',
  load(id) {
    if (id.endsWith('/src/codec/wasm/engine.ts')) return 'export const compile = () => undefined\nexport const memoryOf = compile'
    if (id.endsWith('/src/ingest/sieve/fingerprints.ts')) return 'export const Fingerprints = undefined'
    return id.endsWith('/src/ingest/sieve/program.ts') ? 'export const ROUND = 1\nexport const VECTOR = 1\nexport const sieveProgram = undefined' : undefined
  },
}

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  logLevel: 'warn',
  plugins: [reference, plain],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
  // Browsers that have `light-dark()`: it is not written out.
  build: { target: 'es2022', cssTarget: ['chrome123', 'firefox120', 'safari17.5'], modulePreload: false, reportCompressedSize: false, chunkSizeWarningLimit: 1000, outDir: '../dist/web', emptyOutDir: true },
})
