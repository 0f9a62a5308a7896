import { createHash } from 'node:crypto'
import { basename } from 'node:path/posix'
import { openPromise, type ZipFile } from 'yauzl'
import { ImportFailure } from '../failure'
import { placeOf } from '../place'
import {
  type FoundPart,
  type FoundRecord,
  HEAD_BYTES,
  type Input,
  type Reader,
  type ReadOptions,
  type RecordsReader,
} from './reader'
import { type Companions, companionsIn } from './zip-companions'
import { Budget, type Member, membersOf } from './zip-members'

/** Chooses the reader of what is packed, as of a file of its own. */
export type ChooseReader = (head: Uint8Array, name: string) => Reader

/** Reads an archive of files of any other format, one after another; none of them is unpacked to the disk. */
export const zipReader = (choose: ChooseReader, isWanted: (name: string) => boolean): RecordsReader => ({
  kind: 'records',
  format: 'zip',
  extensions: ['.zip'],
  recognises: (head, name) => isZip(head) && (/\.zip$/i.test(name) || isArchiveOfFiles(head)),
  read: async function* (input, options) {
    const zip = await open(input)
    let companions: Companions | null = null
    try {
      const budget = new Budget(zip.fileSize)
      const beside = await companionsIn(() => open(input), budget)
      companions = beside
      const isOwn = (name: string) => isWanted(name) && !beside.has(name)
      for await (const found of membersOf(zip, budget, isOwn, (read) =>
        options.onBytes?.({ name: input.name, read, of: zip.fileSize }),
      )) {
        if ('code' in found) yield found
        else yield* readMember(found, beside, choose, options)
        if (budget.isSpent) throw new ImportFailure('archive_limit', budget.message)
      }
    } catch (error) {
      throw error instanceof ImportFailure ? error : damaged()
    } finally {
      companions?.close()
      zip.close()
    }
  },
})

const isZip = (head: Uint8Array): boolean => head[0] === 0x50 && head[1] === 0x4b

const ARCHIVE = Buffer.from('PK\x03\x04', 'latin1')
const NAME_AT = 30
/** What the first file is called in documents and programs that are packed in this way. */
const PACKED_DOCUMENT =
  /^(?:\[Content_Types\]\.xml|_rels\/|docProps\/|customXml\/|word\/|xl\/|ppt\/|mimetype|META-INF\/|AndroidManifest)/

/** Whether it is what its name does not say: an archive, and no document of an office. */
function isArchiveOfFiles(head: Uint8Array): boolean {
  const start = Buffer.from(head.buffer, head.byteOffset, head.byteLength)
  return (
    start.subarray(0, ARCHIVE.length).equals(ARCHIVE) &&
    !PACKED_DOCUMENT.test(start.toString('latin1', NAME_AT, NAME_AT + 40))
  )
}

const damaged = () =>
  new ImportFailure('damaged_archive', 'The archive is damaged or cut off. Fetch it, or pack it, again.')

async function open({ path, head }: Input): Promise<ZipFile> {
  if (!isZip(head)) throw new ImportFailure('damaged_archive', 'The file is no ZIP archive, whatever its name says.')
  if (path === null) throw new ImportFailure('archive_in_archive', 'Unpack this archive, then import what is in it.')
  try {
    // a name that is no UTF-8 comes as its bytes, which the file system takes as well
    return await openPromise(path as string, { lazyEntries: true, autoClose: false, decodeStrings: false })
  } catch (error) {
    if (typeof (error as NodeJS.ErrnoException).syscall === 'string') throw error
    throw damaged()
  }
}

async function* readMember(
  member: Member,
  companions: Companions,
  choose: ChooseReader,
  options: ReadOptions,
): AsyncIterable<FoundPart> {
  const part = member.name
  try {
    const head = await member.read(HEAD_BYTES)
    const name = basename(member.name)
    const reader = choose(head, name)
    if (reader.format === 'zip') {
      throw new ImportFailure('archive_in_archive', 'An archive inside an archive is not opened. Unpack the outer one.')
    }
    if (reader.kind === 'document') {
      const bytes = await member.bytes()
      const document = await reader.read(bytes, name, options)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      yield { ...document, kind: 'record', part, format: reader.format, isRecord: false, sha256 }
      return
    }
    const inner: Input = {
      name,
      head,
      path: null,
      beside: (other) => companions.bytes(member.name, other),
      bytes: () => member.bytes(),
      stream: () => member.stream(),
    }
    for await (const found of reader.read(inner, options)) {
      const place = placeOf(member.name, found.part)
      if (found.kind === 'record')
        yield { ...found, ...inMember(found, member.name), format: reader.format, part: place }
      else if (found.kind === 'elsewhere') yield { ...found, format: reader.format, part: place }
      else yield { ...found, part: place }
    }
  } catch (error) {
    const isKnown = error instanceof ImportFailure
    const message = isKnown ? error.message : 'What is packed here is damaged, or not as large as the archive says.'
    yield { kind: 'failure', part, code: isKnown ? error.code : 'damaged_archive', message }
  }
}

/** With its annotations named by the place of their file in the archive. */
function inMember({ annotations }: FoundRecord, member: string): Pick<FoundRecord, 'annotations'> {
  if (annotations === undefined) return {}
  const named = <T extends { readonly place: string }>(one: T): T =>
    one.place === '' ? one : { ...one, place: placeOf(member, one.place) }
  const { spans, relations } = annotations
  return { annotations: { ...annotations, spans: spans.map(named), relations: relations.map(named) } }
}
