import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { syncFolder } from '../base/sync-folder'

const CHUNK_CHARACTERS = 256 * 1024

/** A file that takes its name only when it is whole. */
export interface AtomicFile {
  /** Where the file lies until it is published. */
  readonly partialPath: string
  write(text: string): Promise<void>
  /** Everything written so far is on the disk. */
  flush(): Promise<void>
  /** Closes the file and gives it its name, replacing what was there. */
  publish(): Promise<void>
  /** Takes the partial file away. Does nothing once published. */
  discard(): Promise<void>
}

/** Opens `<path>.partial-<pid>` beside `path` for writing UTF-8. */
export async function openAtomicFile(path: string): Promise<AtomicFile> {
  const target = resolve(path)
  const partialPath = `${target}.partial-${process.pid}`
  let handle: FileHandle | null = await open(partialPath, 'w')
  let published = false
  let waiting: string[] = []
  let waitingCharacters = 0
  const drain = async () => {
    const text = waiting.join('')
    waiting = []
    waitingCharacters = 0
    if (text !== '') await handle?.writeFile(text, 'utf8')
  }
  const close = async () => {
    const open = handle
    handle = null
    await open?.close()
  }
  return {
    partialPath,
    write: async (text) => {
      waiting.push(text)
      waitingCharacters += text.length
      if (waitingCharacters >= CHUNK_CHARACTERS) await drain()
    },
    flush: async () => {
      await drain()
      await handle?.sync()
    },
    publish: async () => {
      await close()
      await rename(partialPath, target)
      published = true
      syncFolder(dirname(target))
    },
    discard: async () => {
      await close()
      if (!published) await rm(partialPath, { force: true })
    },
  }
}
