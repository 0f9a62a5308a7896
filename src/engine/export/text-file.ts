import { type FileHandle, open } from 'node:fs/promises'

const CHUNK_CHARACTERS = 256 * 1024

/** A file that text is written to as UTF-8, piece by piece: in large chunks, each written while the next one is made. */
export interface TextFile {
  write(text: string): Promise<void>
  /** Everything written so far is on its way to the disk. */
  drain(): Promise<void>
  /** Everything written so far is on the disk. */
  flush(): Promise<void>
  /** Without what was not drained. */
  close(): Promise<void>
}

/** Makes the file; one that is there must not be. */
export async function openTextFile(path: string): Promise<TextFile> {
  let handle: FileHandle | null = await open(path, 'wx')
  let waiting: string[] = []
  let waitingCharacters = 0
  let writing: Promise<unknown> = Promise.resolve()
  const chunk = async () => {
    if (waiting.length === 0) return
    const bytes = Buffer.from(waiting.join(''), 'utf8')
    waiting = []
    waitingCharacters = 0
    await writing
    writing = handle?.writeFile(bytes) ?? Promise.resolve()
    // a failure is told by whoever waits for it next
    writing.catch(() => {})
  }
  const drain = async () => {
    await chunk()
    await writing
  }
  return {
    write: async (text) => {
      waiting.push(text)
      waitingCharacters += text.length
      if (waitingCharacters >= CHUNK_CHARACTERS) await chunk()
    },
    drain,
    flush: async () => {
      await drain()
      await handle?.sync()
    },
    close: async () => {
      const opened = handle
      handle = null
      await writing.catch(() => {})
      await opened?.close()
    },
  }
}
