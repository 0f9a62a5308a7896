import { realpath } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { normalize } from 'node:path/posix'
import { ImportFailure } from '../../failure'
import { readArticleFile } from '../../read-file'
import type { Input } from '../../readers/reader'

/**
 * The bytes of a file that belongs to another: by its path from that one’s folder, with forward slashes. Null where there is
 * none, where it is larger than an article may be, and where it would lie outside that folder.
 */
export async function readBeside(
  { path, beside }: Pick<Input, 'path' | 'beside'>,
  relative: string,
): Promise<Uint8Array | null> {
  try {
    if (path === null) return (await beside?.(normalize(relative))) ?? null
    if (typeof path !== 'string') return null
    const folder = await realpath(dirname(path))
    // a link may lead anywhere
    const wanted = await realpath(join(folder, relative))
    return wanted.startsWith(folder + sep) ? await readArticleFile(wanted) : null
  } catch (error) {
    if (error instanceof ImportFailure || typeof (error as NodeJS.ErrnoException).code === 'string') return null
    throw error
  }
}

/** The first of these names that there is a file of beside another, with its bytes. */
export async function firstBeside(
  input: Pick<Input, 'path' | 'beside'>,
  names: readonly string[],
): Promise<{ readonly name: string; readonly bytes: Uint8Array } | null> {
  for (const name of names) {
    const bytes = await readBeside(input, name)
    if (bytes !== null) return { name, bytes }
  }
  return null
}
