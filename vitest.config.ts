import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'examples/**/*.test.ts'],
    // What starts a browser takes minutes: it has a command of its own. The model of the page needs none.
    exclude: process.env['BROWSER_TESTS'] ? [] : ['test/web/!(model).test.ts'],
    // Some tests start compilers and other processes, on machines that are doing other things as well.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A test that asserted nothing has proved nothing: it fails.
    expect: { requireAssertions: true },
    // A worker reads each module once for all of its files: none of them changes a module, or leaves anything behind.
    isolate: false,
    // Vitest leaves one processor to others, which is half of a small machine.
    maxWorkers: '100%',
    // What `vitest bench` measures is what a user gets, not what Vitest makes of it.
    server: { deps: { external: [/\/dist\/.+\.js$/, /\/bench\/.+\.mjs$/] } },
  },
})
