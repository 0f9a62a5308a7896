import { stat } from 'node:fs/promises'
import { mappingAmong } from '../store/rows/import-mappings'
import { pathOnDisk } from './found-file'
import { type ReadFile, readArticleFile } from './read-file'
import { readFiles, type Slice } from './read-files'
import { type Reading, readInThread } from './read-in-thread'

/** Below both, reading takes less than starting a thread. */
const MANY_FILES = 500
const MANY_BYTES = 8 * 1024 * 1024

/** Reads files, in their order, a slice at a time: many or large ones in a thread of its own, beside what is done here. */
export async function* readAll(reading: Reading, readFile?: ReadFile): AsyncGenerator<Slice, void> {
  if (readFile === undefined && (await isMuch(reading))) {
    yield* readInThread(reading)
  } else {
    const { files, options, remembered, onTable, onBytes } = reading
    const readOptions = { ...options, rememberedMapping: mappingAmong(remembered), onTable, onBytes }
    yield* readFiles(files, readOptions, readFile ?? readArticleFile)
  }
}

async function isMuch({ files }: Reading): Promise<boolean> {
  if (files.length >= MANY_FILES) return true
  let bytes = 0
  for (const file of files) {
    bytes += await stat(pathOnDisk(file)).then(
      ({ size }) => size,
      // why it cannot be read is told when it is read
      () => 0,
    )
    if (bytes >= MANY_BYTES) return true
  }
  return false
}
