import { open } from 'node:fs/promises'
import { ImportFailure } from './failure'

export const LARGEST_FILE_BYTES = 50 * 1024 * 1024

/** Reads one file whole; replaced in tests by one that fails on purpose. */
export type ReadFile = (path: string) => Promise<Uint8Array>

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
      const bytes = await handle.readFile()
      // it may have grown meanwhile
      if (bytes.length > LARGEST_FILE_BYTES) throw tooLarge(bytes.length)
      return bytes
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw asImportFailure(error)
  }
}

/** A file system's error as the reason in the report. */
export function asImportFailure(error: unknown): unknown {
  if (error instanceof ImportFailure) return error
  const code = (error as NodeJS.ErrnoException).code
  switch (code) {
    case undefined:
      return error
    case 'ENOENT':
    case 'ENOTDIR':
      return new ImportFailure('vanished', 'The file is not there any more.')
    case 'EACCES':
    case 'EPERM':
      return new ImportFailure('unreadable', 'Access to the file is denied.')
    case 'ELOOP':
      return new ImportFailure('link_loop', 'The file is a link that leads back to itself.')
    default:
      return new ImportFailure('unreadable', `The file cannot be read (${code}).`)
  }
}
