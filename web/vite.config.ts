import { defineConfig } from 'vite'
import type { Plugin } from 'vite'

/**
 * The page needs no speed of decoding, and the tables hold all that the generated code says: records are read by the
 * reference codec, which is proved equal to it. That is a third of the page.
 */
const reference: Plugin = {
  name: 'reference',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/src\/generated\/[\w-]+\/[\w-]+\.ts$/.test(id)) return undefined
    const record = /^export const id = ('.+')$/m.exec(code)![1]!
    return [
      "import { referenceRecord } from '../../codec/define.ts'",
      "import { catalogue } from '../../spec/catalogue.ts'",
      `export const record = /* @__PURE__ */ referenceRecord(catalogue.find(({ id }) => id === ${record}))`,
    ].join('\n')
  },
}

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  logLevel: 'warn',
  plugins: [reference],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: { target: 'es2022', modulePreload: false, reportCompressedSize: false, chunkSizeWarningLimit: 1000, outDir: '../dist/web', emptyOutDir: true },
})
