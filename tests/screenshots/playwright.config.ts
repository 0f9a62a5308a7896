import { defineConfig } from '@playwright/test'

/** Takes the pictures of `docs/screenshots`; not a test, and no part of `npm test`. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/screenshots',
  workers: 1,
  timeout: 120_000,
  reporter: 'list',
})
