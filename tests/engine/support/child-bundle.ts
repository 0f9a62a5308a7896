import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll } from 'vitest'
import { threadPlugin } from '../../../scripts/lib/thread-plugin.mjs'

/** Bundles the program of a test that runs it in processes of its own, before its first test; gives the path of the script. */
export function bundledChild(source: string): string {
  // inside node_modules, so that the bundle finds the SQLite addon
  const folder = resolve(`node_modules/.cache/dictum-child-${process.pid}-${source.replace(/\W+/g, '-')}`)
  beforeAll(async () => {
    await build({
      configFile: false,
      logLevel: 'error',
      plugins: [threadPlugin()],
      build: {
        ssr: resolve(source),
        outDir: folder,
        target: 'node20.18',
        rollupOptions: { output: { entryFileNames: 'child.mjs', chunkFileNames: 'parts/[name]-[hash].mjs' } },
      },
      ssr: { noExternal: true, external: ['better-sqlite3'] },
    })
  }, 60_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'child.mjs')
}
