import { rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { syncFolder } from '../../base/sync-folder'
import { behindLinks } from './behind-links'
import { partialPathOf, removeLeftovers } from './partial-path'
import { openTextFile } from './text-file'

/** A file that takes its name only when it is whole. */
export interface AtomicFile {
  /** Where the file lies until it is published. */
  readonly partialPath: string
  write(text: string | Uint8Array): Promise<void>
  /** Everything written so far is on the disk. */
  flush(): Promise<void>
  /** Closes the file and gives it its name, replacing what was there. */
  publish(): Promise<void>
  /** Takes the partial file away. Does nothing once published. */
  discard(): Promise<void>
}

/** Opens `<path>.partial-<pid>` beside `path` for writing UTF-8. */
export async function openAtomicFile(path: string): Promise<AtomicFile> {
  const target = behindLinks(path)
  const partialPath = partialPathOf(target)
  await removeLeftovers(target)
  const file = await openTextFile(partialPath)
  let published = false
  return {
    partialPath,
    write: file.write,
    flush: file.flush,
    publish: async () => {
      await file.close()
      await rename(partialPath, target)
      published = true
      syncFolder(dirname(target))
    },
    discard: async () => {
      await file.close()
      if (!published) await rm(partialPath, { force: true })
    },
  }
}
