import { build } from 'vite'

const MARK = '?thread'

/**
 * `import('./x?thread')` gives the script of a thread that runs `x.ts`, whole and as text: the same in the build, in the
 * bench and in tests from the sources, and nothing has to be found on the disk.
 * @returns {import('vite').Plugin}
 */
export function threadPlugin() {
  return {
    name: 'dictum:thread',
    enforce: 'pre',
    async resolveId(id, importer) {
      if (!id.endsWith(MARK)) return null
      const found = await this.resolve(id.slice(0, -MARK.length), importer)
      return found && found.id + MARK
    },
    async load(id) {
      if (!id.endsWith(MARK)) return null
      return `export default ${JSON.stringify(await bundled(id.slice(0, -MARK.length)))}`
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
      rollupOptions: { output: { format: 'cjs', codeSplitting: false } },
    },
    ssr: { noExternal: true },
  })
  const [chunk, ...others] = [built].flat().flatMap((one) => ('output' in one ? one.output : []))
  if (chunk?.type !== 'chunk' || others.length > 0) throw new Error(`${entry} does not fit into one script`)
  return chunk.code
}
