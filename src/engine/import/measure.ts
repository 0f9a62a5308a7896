import { lstat, opendir, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { readHead } from './file-input'
import { READERS, readerOf } from './readers'

/** An import of more than this is looked at before it begins. */
const LARGE_FILES = 200
const LARGE_BYTES = 20 * 1024 * 1024
/** So many entries are looked at to know; a folder of more than that is large. */
const MOST_ENTRIES = 5000
/** What is read by columns, or holds other files. */
const NEEDS_LOOK = new Set(READERS.filter(({ kind }) => kind === 'records').flatMap(({ extensions }) => extensions))

interface Measured {
  files: number
  bytes: number
  entries: number
  needsLook: boolean
}

/** Whether an import is worth a look before it begins: it is large, columns have to be told apart, or something is marked. */
export async function isWorthALook(paths: readonly string[]): Promise<boolean> {
  const measured: Measured = { files: 0, bytes: 0, entries: 0, needsLook: false }
  for (const path of paths) await measure(path, measured)
  return isEnough(measured)
}

const isEnough = ({ files, bytes, entries, needsLook }: Measured): boolean =>
  needsLook || files > LARGE_FILES || bytes > LARGE_BYTES || entries > MOST_ENTRIES

async function measure(path: string, measured: Measured): Promise<void> {
  if (isEnough(measured)) return
  measured.entries++
  try {
    const found = await stat(path)
    if (found.isDirectory()) {
      for await (const { name } of await opendir(path)) {
        if (isEnough(measured)) break
        if (!name.startsWith('.')) await measureBelow(join(path, name), measured)
      }
    } else if (found.isFile()) {
      measured.files++
      measured.bytes += found.size
      measured.needsLook = NEEDS_LOOK.has(extname(path).toLowerCase()) || (await holdsRecords(path))
    }
  } catch {
    // what cannot be read is told by the import itself
  }
}

/** A link may lead back up; the import itself knows how to follow one. */
async function measureBelow(path: string, measured: Measured): Promise<void> {
  const isLink = await lstat(path).then(
    (entry) => entry.isSymbolicLink(),
    () => true,
  )
  if (!isLink) await measure(path, measured)
}

/** Tokens and tags are often in a `.txt`: what names they have is seen before they come in, too. */
const holdsRecords = async (path: string): Promise<boolean> =>
  readerOf(await readHead(path), basename(path), 'auto').kind === 'records'
