import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path/posix'
import { ImportFailure } from './failure'
import { type Doubt, doubtOf } from './forced-format'
import { type FoundFile, pathOnDisk } from './found-file'
import type { ReadFile } from './read-file'
import { readerByName, readerOf } from './readers'
import { type DocumentReader, HEAD_BYTES, type Input, type ReadOptions, type RecordsReader } from './readers/reader'

export type OpenedFile = (
  | { readonly kind: 'document'; readonly reader: DocumentReader; readonly bytes: Uint8Array }
  | { readonly kind: 'records'; readonly reader: RecordsReader; readonly input: Input }
) & {
  /** What is odd about it as a file of the format that was asked for. */
  readonly doubt: Doubt | null
}

/** Finds a file's reader; what looks like one article by its name is read whole at once. */
export async function openFile(
  file: FoundFile,
  { format, onBytes }: Pick<ReadOptions, 'format' | 'onBytes'>,
  readFile: ReadFile,
): Promise<OpenedFile> {
  const name = basename(file.source)
  const path = pathOnDisk(file)
  const bytes = readerByName(name, format)?.kind === 'records' ? null : await readUnlessTooLarge(path, readFile)
  const head = bytes instanceof Uint8Array ? bytes.subarray(0, HEAD_BYTES) : await readHead(path)
  const reader = readerOf(head, name, format)
  const doubt = doubtOf(reader, head, name, format)
  if (reader.kind === 'records') {
    const input: Input = { name, head, path, bytes: () => readFile(path), stream: () => streamOf(path, name, onBytes) }
    return { kind: 'records', reader, input, doubt }
  }
  if (bytes instanceof ImportFailure) throw bytes
  return { kind: 'document', reader, bytes: bytes ?? (await readFile(path)), doubt }
}

/** A file too large for one article may hold many, whatever its name. */
async function readUnlessTooLarge(path: string | Buffer, readFile: ReadFile): Promise<Uint8Array | ImportFailure> {
  try {
    return await readFile(path)
  } catch (error) {
    if (error instanceof ImportFailure && error.code === 'too_large') return error
    throw error
  }
}

/** The first bytes of a file, by which it is recognised. */
export async function readHead(path: string | Buffer): Promise<Uint8Array> {
  const handle = await open(path, 'r')
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

async function* streamOf(
  path: string | Buffer,
  name: string,
  onBytes: ReadOptions['onBytes'],
): AsyncIterable<Uint8Array> {
  const { size } = await stat(path)
  const stream = createReadStream(path)
  let read = 0
  for await (const piece of stream as AsyncIterable<Buffer>) {
    read += piece.length
    onBytes?.({ name, read, of: size })
    yield piece
  }
}
