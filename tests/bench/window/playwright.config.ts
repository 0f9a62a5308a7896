import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: import.meta.dirname,
  projects: [
    { name: 'window', testMatch: '*.bench.ts' },
    // with a large project, by `npm run bench -- corpus`
    { name: 'corpus', testMatch: '*.corpus.ts' },
  ],
  outputDir: '../../../test-results/bench',
  workers: 1,
  timeout: 600_000,
  reporter: 'list',
})
