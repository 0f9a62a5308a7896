import { lstatSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { ImportFailure } from './failure'

export const LARGEST_FILE_BYTES = 50 * 1024 * 1024
const AT_ONCE_BYTES = 256 * 1024

/** Reads one file whole; replaced in tests by one that fails on purpose. */
export type ReadFile = (path: string | Buffer) => Promise<Uint8Array>

const tooLarge = (bytes: number) =>
  new ImportFailure(
    'too_large',
    `The file is larger than 50 MB (${(bytes / 1024 / 1024).toFixed(1)} MB). Split it, or import a part of it.`,
  )

/** A file's bytes. Throws {@link ImportFailure}: too_large (before reading), vanished, unreadable, unsupported. */
export const readArticleFile: ReadFile = async (path) => {
  try {
    const handle = await open(path, 'r')
    try {
      const { size } = await handle.stat()
      if (size > LARGEST_FILE_BYTES) throw tooLarge(size)
      const bytes = (await readAtOnce(handle, size)) ?? (await handle.readFile())
      // it may have grown meanwhile
      if (bytes.length > LARGEST_FILE_BYTES) throw tooLarge(bytes.length)
      return bytes
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw asImportFailure(error, String(path))
  }
}

/** Most files are short: one read where `readFile` takes three steps. Null where it is not all, or no file of that size. */
async function readAtOnce(handle: FileHandle, size: number): Promise<Uint8Array | null> {
  if (size > AT_ONCE_BYTES) return null
  const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(size + 1), 0, size + 1, 0)
  return bytesRead === size ? buffer.subarray(0, size) : null
}

/** A file system's error about a path as the reason in the report. */
export function asImportFailure(error: unknown, path: string): unknown {
  if (error instanceof ImportFailure) return error
  const code = (error as NodeJS.ErrnoException).code
  switch (code) {
    case undefined:
      return error
    case 'ENOENT':
    case 'ENOTDIR':
      return new ImportFailure('vanished', whyNotFound(path))
    case 'EACCES':
    case 'EPERM':
      return new ImportFailure('unreadable', 'Access to the file is denied.')
    case 'ELOOP':
      return new ImportFailure('link_loop', 'The file is a link that leads back to itself.')
    default:
      return new ImportFailure('unreadable', `The file cannot be read (${code}).`)
  }
}

/** What Node puts for the bytes of a name that are not UTF-8; the file is not found by the name that results. */
const REPLACEMENT = '\ufffd'

function whyNotFound(path: string): string {
  try {
    if (lstatSync(path).isSymbolicLink()) return 'This link leads nowhere.'
  } catch {
    if (path.includes(REPLACEMENT)) return 'Its name is not valid UTF-8, so it cannot be read; rename it.'
  }
  return 'There is no such file or folder; it may have been moved, renamed or deleted.'
}
