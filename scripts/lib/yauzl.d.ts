// yauzl comes without types; this is the part that scripts/lib/standin-archive.mjs uses.
declare module 'yauzl' {
  import type { Readable } from 'node:stream'

  interface Entry {
    fileName: string
  }
  interface ZipFile {
    eachEntry(): AsyncIterable<Entry>
    openReadStreamPromise(entry: Entry): Promise<Readable>
  }
  const yauzl: { openPromise(file: string): Promise<ZipFile> }
  export default yauzl
}
