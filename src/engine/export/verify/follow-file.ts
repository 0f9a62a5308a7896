import { open } from 'node:fs/promises'

const CHUNK_BYTES = 1024 * 1024

/** The bytes of a file that may still be written: to what is its end once `isWhole` says that nothing more comes. */
export async function* followFile(
  path: string,
  isWhole: () => boolean,
  more: () => Promise<void>,
): AsyncGenerator<Buffer> {
  const handle = await open(path)
  try {
    for (let position = 0; ; ) {
      const wasWhole = isWhole()
      const chunk = Buffer.allocUnsafeSlow(CHUNK_BYTES)
      const { bytesRead } = await handle.read(chunk, 0, CHUNK_BYTES, position)
      position += bytesRead
      if (bytesRead > 0) yield chunk.subarray(0, bytesRead)
      else if (wasWhole) return
      else await more()
    }
  } finally {
    await handle.close()
  }
}
