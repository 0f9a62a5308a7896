import { type FileHandle, open } from 'node:fs/promises'

const CHUNK_CHARACTERS = 256 * 1024

/** A file that text is written to as UTF-8, piece by piece: in large chunks, each written while the next one is made. */
export interface TextFile {
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
  let waiting: (string | Uint8Array)[] = []
  let waitingCharacters = 0
  let writing: Promise<unknown> = Promise.resolve()
  const chunk = async () => {
    if (waiting.length === 0) return
    const bytes = asBytes(waiting)
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

/** Strings that follow one another are made bytes together. */
export function asBytes(pieces: readonly (string | Uint8Array)[]): Uint8Array {
  const bytes: Uint8Array[] = []
  let text: string[] = []
  const end = () => {
    if (text.length > 0) bytes.push(Buffer.from(text.join(''), 'utf8'))
    text = []
  }
  for (const piece of pieces) {
    if (typeof piece === 'string') text.push(piece)
    else {
      end()
      bytes.push(piece)
    }
  }
  end()
  return bytes.length === 1 ? bytes[0]! : Buffer.concat(bytes)
}
