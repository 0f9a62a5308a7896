import { readdir, realpath } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { ImportFailure } from '../../failure'
import { readArticleFile } from '../../read-file'
import type { Input } from '../../readers/reader'

/**
 * The bytes of a file that belongs to another: by its path from that one’s folder, with forward slashes. Null where there is
 * none, where it is larger than an article may be, where it would lie outside that folder, and for what is packed in an archive.
 */
export async function readBeside({ path }: Pick<Input, 'path'>, relative: string): Promise<Uint8Array | null> {
  if (typeof path !== 'string') return null
  try {
    const folder = await realpath(dirname(path))
    // a link may lead anywhere
    const wanted = await realpath(join(folder, relative))
    return wanted.startsWith(folder + sep) ? await readArticleFile(wanted) : null
  } catch (error) {
    if (error instanceof ImportFailure || typeof (error as NodeJS.ErrnoException).code === 'string') return null
    throw error
  }
}

/** The names in a file’s folder; none for what is packed in an archive. */
export async function namesBeside({ path }: Pick<Input, 'path'>): Promise<readonly string[]> {
  return typeof path === 'string' ? (await readdir(dirname(path)).catch(() => [])).sort() : []
}
