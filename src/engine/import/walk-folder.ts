import type { Dirent, Stats } from 'node:fs'
import { opendir, realpath, stat } from 'node:fs/promises'
import type { ImportOptions } from '../../shared/contract/import-options'
import { byCodeUnits } from './by-code-units'
import { areTextsOfAnnotations, isCompanion, isPartOfOthers } from './companions'
import { childOf, type FoundFile, failed, keyOfBytes, pathOnDisk, type Walk } from './found-file'
import { isWanted } from './readers'
import { sortInPieces } from './sort-in-pieces'

const NOT_ARTICLES = new Set(['__MACOSX'])
/** Entries read from the disk at once; a folder of a million is never held but for the names that are wanted. */
const ENTRIES_AT_ONCE = 512

type Kind = 'folder' | 'link to a folder' | 'file' | 'gone' | 'other'

/** Walks one named folder. Folders behind links come last, so that a file is known by its real place if it has one. */
export class FolderWalk {
  readonly #walk: Walk
  readonly #format: ImportOptions['format']
  readonly #isCancelled: () => boolean
  readonly #onFound: (files: number) => void
  readonly #visited = new Set<string>()
  #found: FoundFile[] = []
  #links: FoundFile[] = []

  #count = 0

  /** Whether the texts that lie beside them are read with annotations of the web. */
  get #readsAnnotations(): boolean {
    return this.#format === 'auto' || this.#format === 'w3c'
  }

  /** `onFound` is told how many there are, again and again. */
  constructor(
    walk: Walk,
    format: ImportOptions['format'],
    isCancelled: () => boolean,
    onFound: (files: number) => void,
  ) {
    this.#walk = walk
    this.#format = format
    this.#isCancelled = isCancelled
    this.#onFound = onFound
  }

  async run(folder: FoundFile): Promise<void> {
    await this.#enter(folder)
    const hasLinks = this.#links.length > 0
    while (this.#links.length > 0) {
      const links = this.#links.sort((a, b) => byCodeUnits(a.source, b.source))
      this.#links = []
      for (const link of links) await this.#follow(link)
    }
    // each folder's names are in order already, and folders among them
    if (hasLinks) this.#found = await this.#inOrder()
    for (const file of this.#found) this.#walk.files.push(file)
  }

  async #inOrder(): Promise<FoundFile[]> {
    const keyed = this.#found.map((file) => ({ key: file.source, file }))
    const inOrder = await sortInPieces(keyed, byKey, this.#isCancelled)
    return (inOrder ?? keyed).map(({ file }) => file)
  }

  async #follow(link: FoundFile): Promise<void> {
    if (this.#visited.has(await realPlace(link))) {
      const message = 'This link leads to a folder that is read already, so it was not followed.'
      this.#walk.problems.push(failed(link.path, 'link_loop', message))
    } else {
      await this.#enter(link)
    }
  }

  async #enter(folder: FoundFile): Promise<void> {
    if (this.#isCancelled()) return
    const entries: { key: string; file: FoundFile; isFolder: boolean }[] = []
    try {
      this.#visited.add(await realPlace(folder))
      for await (const { file, name, kind } of this.#entriesOf(folder)) {
        if (kind === 'link to a folder') this.#links.push(file)
        else if (kind === 'other') this.#refuse(file)
        // as in the whole path, where what follows a folder's name is a stroke
        else {
          const isFolder = kind === 'folder'
          if (!isFolder) this.#onFound(++this.#count)
          entries.push({ key: isFolder ? `${name}/` : name, file, isFolder })
        }
      }
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? 'unknown error'
      const why = code === 'EACCES' || code === 'EPERM' ? 'access is denied' : code
      this.#walk.problems.push(failed(folder.path, 'unreadable_folder', `The folder cannot be read (${why}).`))
      return
    }
    const inOrder = await sortInPieces(entries, byKey, this.#isCancelled)
    const names = namesOf(entries)
    for (const { key, file, isFolder } of inOrder ?? entries) {
      if (isFolder) {
        const isReadWithOthers = this.#readsAnnotations && (await areTextsOfAnnotations(file.path))
        if (!isReadWithOthers) await this.#enter(file)
      } else if (names !== null && isCompanion(key, (name) => names.has(name))) this.#onFound(--this.#count)
      else this.#found.push(file)
    }
  }

  /** A pipe or a device would be read for ever. */
  #refuse(file: FoundFile): void {
    const message = 'This is a pipe, a socket or a device, not a file, so it was not read.'
    this.#walk.problems.push(failed(file.path, 'unsupported', message))
  }

  /** Folders, and the files among the others whose name says that they may be articles. */
  async *#entriesOf(folder: FoundFile): AsyncIterable<{ file: FoundFile; name: string; kind: Kind }> {
    // names as bytes: not every name is UTF-8
    const options = { encoding: 'buffer', bufferSize: ENTRIES_AT_ONCE } as unknown as { encoding: 'utf8' }
    for await (const entry of await opendir(pathOnDisk(folder) as string, options)) {
      if (this.#isCancelled()) return
      const file = childOf(folder, entry.name as unknown as Buffer)
      const name = file.source.slice(folder.source.length + 1)
      if (name.startsWith('.') || NOT_ARTICLES.has(name)) continue
      const isName = isWanted(name, this.#format)
      if (entry.isFile() && !isName) {
        if (!isPartOfOthers(name, this.#format)) this.#walk.passedOver.add(file.path)
        continue
      }
      const kind = await kindOf(entry, file)
      // what is gone by now is named when it is to be read
      if (kind === 'folder' || kind === 'link to a folder' || isName) yield { file, name, kind }
    }
  }
}

/** The names of the files in a folder that others may belong to; null where there is none, as in most folders. */
function namesOf(entries: readonly { readonly key: string }[]): ReadonlySet<string> | null {
  const owners = entries.filter(({ key }) => /\.(?:ann|conll)$/.test(key))
  return owners.length === 0 ? null : new Set(owners.map(({ key }) => key))
}

const realPlace = async (file: FoundFile): Promise<string> =>
  keyOfBytes(await realpath(pathOnDisk(file), { encoding: 'buffer' }))

async function kindOf(entry: Dirent, file: FoundFile): Promise<Kind> {
  if (entry.isFile()) return 'file'
  if (entry.isDirectory()) return 'folder'
  try {
    // some file systems do not say what an entry is
    const target: Stats = await stat(pathOnDisk(file))
    if (target.isDirectory()) return entry.isSymbolicLink() ? 'link to a folder' : 'folder'
    return target.isFile() ? 'file' : 'other'
  } catch {
    return 'gone'
  }
}

const byKey = (a: { readonly key: string }, b: { readonly key: string }): number => byCodeUnits(a.key, b.key)
