import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { threadPlugin } from './scripts/lib/thread-plugin.mjs'

// Two runtimes run the same bundle: the pinned Electron that users get, and the stand-in
// (Electron 33: Node 20.18, Chromium 130) of networks where Electron's download host is out of reach.
const NODE_TARGET = 'node20.18'
const CHROME_TARGET = 'chrome130'

export default defineConfig({
  main: {
    plugins: [threadPlugin()],
    build: {
      target: NODE_TARGET,
      outDir: 'out',
      emptyOutDir: false,
      rollupOptions: {
        input: {
          'main/index': 'src/main/index.ts',
          'engine/index': 'src/engine/utility-process.ts',
          'cli/index': 'src/cli/index.ts',
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: NODE_TARGET,
      // a sandboxed preload must be one CommonJS file with nothing external but electron
      externalizeDeps: false,
      rollupOptions: {
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    build: {
      target: CHROME_TARGET,
      // fonts and images stay files of their own: the content security policy knows no data: sources
      assetsInlineLimit: 0,
      rollupOptions: { input: resolve('src/renderer/index.html') },
    },
    plugins: [react()],
  },
})
