import { defineConfig } from 'vitest/config'
import { threadPlugin } from './scripts/lib/thread-plugin.mjs'

export default defineConfig({
  plugins: [threadPlugin()],
  test: {
    include: ['tests/{unit,engine,regression}/**/*.test.{ts,tsx,mjs}'],
    passWithNoTests: true,
    // Electron as Node: its own executable runs the workers, as child processes
    pool: 'forks',
    // real files and processes, on machines with two busy cores
    testTimeout: 30_000,
  },
})
