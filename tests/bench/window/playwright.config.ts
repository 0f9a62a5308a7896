import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: import.meta.dirname,
  testMatch: '*.bench.ts',
  outputDir: '../../../test-results/bench',
  workers: 1,
  timeout: 600_000,
  reporter: 'list',
})
