import { type FileHandle, open } from 'node:fs/promises'
import { ChunkBytes } from './chunk-bytes'

/** A file that text is written to as UTF-8, piece by piece: in large chunks, each written while the next one is made. */
export interface TextFile {
  /** Bytes may be another’s once the call is back, though it waits for the disk. */
  write(text: string | Uint8Array): Promise<void>
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
  const waiting = new ChunkBytes()
  let writing: Promise<unknown> = Promise.resolve()
  const chunk = async () => {
    const { bytes, free } = waiting.take()
    if (bytes.length === 0) return
    await writing
    writing = (handle?.writeFile(bytes) ?? Promise.resolve()).finally(free)
    // a failure is told by whoever waits for it next
    writing.catch(() => {})
  }
  const drain = async () => {
    await chunk()
    await writing
  }
  return {
    write: async (text) => {
      waiting.add(text)
      if (waiting.isFull) await chunk()
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
