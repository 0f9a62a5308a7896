import { isUtf8 } from 'node:buffer'
import { crc32 } from 'node:zlib'
import { type Entry, getFileNameLowLevel, validateFileName, type ZipFile } from 'yauzl'
import { ImportFailure, type ImportFailureCode } from '../failure'
import { LARGEST_FILE_BYTES } from '../read-file'
import type { FoundProblem } from './reader'

/** More than any folder of articles that a person packs; what its list of entries takes in memory stays small. */
const MOST_ENTRIES = 1_000_000
/** Text packs to a third or a tenth, and the most repetitive to a fiftieth; a bomb packs to a thousandth. */
const LARGEST_RATIO = 200
/** Below this no ratio does harm: a small file of one letter may have any. */
const HARMLESS_BYTES = 16 * 1024 * 1024
/** All that may come out of one archive. */
const LARGEST_TOTAL_BYTES = 100 * 1024 ** 3

const LINK_KIND = 0o120000
const KIND_MASK = 0o170000

/** A file in an archive, safe to read. */
export interface Member {
  /** Its path in the archive, with forward slashes. */
  readonly name: string
  /** Its first bytes. */
  read(most: number): Promise<Uint8Array>
  /** All of it, if it is not too large for one article. */
  bytes(): Promise<Uint8Array>
  stream(): AsyncIterable<Uint8Array>
}

/** Counts what really comes out of an archive, whatever its headers say. */
export class Budget {
  readonly #most: number
  #bytes = 0

  constructor(archiveBytes: number) {
    // parts of an archive may lie over one another, so that the whole has a bound too
    this.#most = Math.min(LARGEST_TOTAL_BYTES, HARMLESS_BYTES + archiveBytes * LARGEST_RATIO)
  }

  get isSpent(): boolean {
    return this.#bytes > this.#most
  }

  get message(): string {
    return 'Far more comes out of this archive than text could pack to, so the rest of it was not read.'
  }

  /** Throws archive_limit, when an entry or the archive gives more than it should. */
  take(bytes: number, ofEntry: number, packed: number): void {
    this.#bytes += bytes
    if (this.isSpent) throw new ImportFailure('archive_limit', this.message)
    if (ofEntry <= HARMLESS_BYTES || ofEntry <= packed * LARGEST_RATIO) return
    const message = `It unpacks to more than ${LARGEST_RATIO} times its size, as no text does; it was not read on.`
    throw new ImportFailure('archive_limit', message)
  }
}

/** The files of an archive, in its order, and what is wrong with those that cannot be read. */
export async function* membersOf(
  zip: ZipFile,
  budget: Budget,
  isWanted: (name: string) => boolean,
  onBytes: (packedBytes: number) => void,
): AsyncIterable<Member | FoundProblem> {
  const seen = new Set<string>()
  let count = 0
  let packedBefore = 0
  for await (const entry of zip.eachEntry()) {
    const before = packedBefore
    packedBefore += entry.compressedSize
    if (++count > MOST_ENTRIES) {
      const message = `The archive has more than ${MOST_ENTRIES.toLocaleString('en')} entries; the rest was not read.`
      throw new ImportFailure('archive_limit', message)
    }
    const name = nameOf(entry)
    if (name.endsWith('/') || isHidden(name)) continue
    const unsafe = whyUnsafe(name)
    if (unsafe !== null) yield problem(printable(name), 'unsafe_path', unsafe)
    else if (/\.zip$/i.test(name)) {
      yield problem(name, 'archive_in_archive', 'An archive inside an archive is not opened. Unpack the outer one.')
    } else if (!isWanted(name)) continue
    else if (seen.has(name))
      yield problem(name, 'same_id', 'The archive holds another file of this name; the first was read.')
    else {
      seen.add(name)
      const refusal = whyUnreadable(entry)
      yield refusal === null
        ? memberOf(zip, entry, name, budget, (share) => onBytes(before + share * entry.compressedSize))
        : problem(name, ...refusal)
    }
  }
}

/** The names of an archive’s files, as far as they are looked at. */
export async function* namesIn(zip: ZipFile): AsyncIterable<string> {
  let count = 0
  for await (const entry of zip.eachEntry()) {
    if (++count > MOST_ENTRIES) return
    yield nameOf(entry)
  }
}

const problem = (part: string, code: ImportFailureCode, message: string): FoundProblem => ({
  kind: 'failure',
  part,
  code,
  message,
})

/** By the flag UTF-8, else code page 437; but many programs write UTF-8 without the flag. */
function nameOf(entry: Entry): string {
  const raw = entry.fileNameRaw
  if (isUtf8(raw)) return raw.toString('utf8').replaceAll('\\', '/')
  return getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, false)
}

const isHidden = (name: string): boolean =>
  name.split('/').some((folder) => folder === '__MACOSX' || (folder.startsWith('.') && !/^\.{1,2}$/.test(folder)))

function whyUnsafe(name: string): string | null {
  const isOutside = validateFileName(name) !== null || /^[a-z]:/i.test(name)
  if (isOutside) return 'Its path leads out of the archive, which only a broken or a malicious archive does.'
  return /\p{Cc}/u.test(name) ? 'Its name holds characters that no name has.' : null
}

/** Control characters would write over a terminal. */
const printable = (name: string): string =>
  name.replace(/\p{Cc}/gu, (c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`)

function whyUnreadable(entry: Entry): [ImportFailureCode, string] | null {
  if (entry.isEncrypted())
    return ['encrypted', 'It is protected by a password. Unpack the archive, then import what is in it.']
  if (((entry.externalFileAttributes >>> 16) & KIND_MASK) === LINK_KIND) {
    return ['unsupported', 'It is a link to another file, not a file.']
  }
  if (entry.canDecodeFileData()) return null
  return ['unsupported', 'It is packed in a way that is not known here. Unpack the archive, then import what is in it.']
}

const WRONG_SUM =
  'What is packed here is damaged: it is not what the archive’s checksum says. Fetch it, or pack it, again.'

function memberOf(zip: ZipFile, entry: Entry, name: string, budget: Budget, onShare: (share: number) => void): Member {
  async function* stream(): AsyncIterable<Uint8Array> {
    let size = 0
    let sum = 0
    const unpacked = await zip.openReadStreamPromise(entry)
    try {
      for await (const piece of unpacked as AsyncIterable<Buffer>) {
        size += piece.length
        budget.take(piece.length, size, entry.compressedSize)
        sum = crc32(piece, sum)
        onShare(Math.min(1, size / Math.max(1, entry.uncompressedSize)))
        yield piece
      }
      if (sum !== entry.crc32) throw new ImportFailure('damaged_archive', WRONG_SUM)
    } finally {
      unpacked.destroy()
    }
  }
  const read = async (most: number): Promise<Buffer> => {
    const pieces: Uint8Array[] = []
    let size = 0
    for await (const piece of stream()) {
      pieces.push(piece)
      size += piece.length
      if (size >= most) break
    }
    return Buffer.concat(pieces).subarray(0, most)
  }
  const bytes = async (): Promise<Uint8Array> => {
    const all = await read(LARGEST_FILE_BYTES + 1)
    if (all.length <= LARGEST_FILE_BYTES) return all
    throw new ImportFailure('too_large', 'The file is larger than 50 MB. Split it, or import a part of it.')
  }
  return { name, read, bytes, stream }
}
