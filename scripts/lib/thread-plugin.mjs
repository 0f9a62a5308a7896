import { build } from 'vite'

const MARKED = /\?thread$/

/**
 * `import('./x?thread')` gives the script of a thread that runs `x.ts`, whole and as text: the same in the build, in the
 * bench and in tests from the sources, and nothing has to be found on the disk.
 * @returns {import('vite').Plugin}
 */
export function threadPlugin() {
  return {
    name: 'dictum:thread',
    enforce: 'pre',
    resolveId: {
      filter: { id: MARKED },
      async handler(id, importer) {
        const found = await this.resolve(id.replace(MARKED, ''), importer)
        return found && `${found.id}?thread`
      },
    },
    load: {
      filter: { id: MARKED },
      handler: async (id) => `export default ${JSON.stringify(await bundled(id.replace(MARKED, '')))}`,
    },
  }
}

/** @param {string} entry */
async function bundled(entry) {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: entry,
      target: 'node20.18',
      write: false,
      // a thread that is started from text is a CommonJS script
      rollupOptions: { output: { format: 'cjs', codeSplitting: false, minify: { compress: false, mangle: false } } },
    },
    ssr: { noExternal: true },
  })
  const [chunk, ...others] = [built].flat().flatMap((one) => ('output' in one ? one.output : []))
  if (chunk?.type !== 'chunk' || others.length > 0) throw new Error(`${entry} does not fit into one script`)
  return chunk.code
}
