import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { ImportFailure } from '../../failure'

/** A document of a thousand pages has 20 MB of XML; bombs have a thousand times that. */
const MOST_BYTES = 100 * 1024 * 1024
const MOST_ENTRIES = 20_000
const XML = /\.(?:xml|rels)$/i

/**
 * The parts of a Word document that are XML, by name. Every one is unpacked here, with its bytes counted, before anything
 * else reads the file: what a part says of its size need not be true. Throws {@link ImportFailure}.
 */
export async function openPackage(bytes: Uint8Array): Promise<ReadonlyMap<string, Buffer>> {
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
      autoClose: false,
    })
    if (zip.entryCount > MOST_ENTRIES) throw tooLarge()
    const parts = new Map<string, Buffer>()
    let left = MOST_BYTES
    for await (const entry of zip.eachEntry()) {
      if (!XML.test(entry.fileName)) continue
      if (entry.isEncrypted())
        throw new ImportFailure('unsupported', 'The document is protected by a password. Save it without.')
      const part = await unpack(zip, entry, left)
      left -= part.length
      parts.set(entry.fileName, part)
    }
    return parts
  } catch (error) {
    if (error instanceof ImportFailure) throw error
    throw damaged()
  }
}

async function unpack(zip: ZipFile, entry: Entry, most: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    size += (chunk as Buffer).length
    if (size > most) throw tooLarge()
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}

export const damaged = () =>
  new ImportFailure('undecodable', 'The Word document is damaged or cut off. Open it in Word and save it again.')

const tooLarge = () =>
  new ImportFailure('too_large', 'Unpacked, the document is larger than 100 MB; it may be made to fill the memory.')
