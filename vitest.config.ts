import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Some tests start compilers and other processes, on machines that are doing other things as well.
    testTimeout: 60_000,
  },
})
