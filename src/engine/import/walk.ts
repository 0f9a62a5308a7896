import { lstat, readdir, realpath, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import type { ImportOptions } from '../../shared/contract/import-options'
import type { ImportItem } from '../../shared/contract/jobs'
import { ImportFailure, type ImportFailureCode } from './failure'
import { asImportFailure } from './read-file'
import { isWanted } from './readers'

/** One file to import. */
export interface FoundFile {
  /** As it was named, or as found below what was named. */
  readonly path: string
  /** The named folder's name and the path inside it, with forward slashes; for a file that was named, its name. */
  readonly source: string
  /** Where the path's bytes are no UTF-8, they themselves. */
  readonly rawPath?: Buffer
}

export const pathOnDisk = ({ path, rawPath }: FoundFile): string | Buffer => rawPath ?? path

export interface Walk {
  readonly files: FoundFile[]
  readonly problems: ImportItem[]
}

const NOT_ARTICLES = new Set(['__MACOSX'])

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export const failed = (path: string, code: ImportFailureCode, message: string): ImportItem => ({
  path,
  outcome: 'failed',
  code,
  message,
})

/** Finds the text files under the named paths: each path's in the order of their names, the same on every machine. */
export async function findFiles(
  paths: readonly string[],
  format: ImportOptions['format'],
  isCancelled: () => boolean,
): Promise<Walk> {
  const walk: Walk = { files: [], problems: [] }
  for (const path of paths) {
    if (isCancelled()) break
    await addNamed(walk, path, format, isCancelled)
  }
  return walk
}

async function addNamed(
  walk: Walk,
  path: string,
  format: ImportOptions['format'],
  isCancelled: () => boolean,
): Promise<void> {
  try {
    const found = await stat(path)
    const name = basename(resolve(path))
    if (found.isDirectory()) {
      const folder = new FolderWalk(walk, format, isCancelled)
      await folder.run(path, name)
    } else if (found.isFile()) {
      walk.files.push({ path, source: name })
    } else {
      const message = 'This is no file and no folder, so there is nothing to read.'
      walk.problems.push(failed(path, 'unsupported', message))
    }
  } catch (error) {
    const failure = asImportFailure(error, path)
    if (!(failure instanceof ImportFailure)) throw error
    walk.problems.push(failed(path, failure.code, failure.message))
  }
}

/** Walks one named folder. Folders behind links come last, so that a file is known by its real place if it has one. */
class FolderWalk {
  readonly #walk: Walk
  readonly #format: ImportOptions['format']
  readonly #isCancelled: () => boolean
  readonly #visited = new Set<string>()
  readonly #found: FoundFile[] = []
  #links: FoundFile[] = []

  constructor(walk: Walk, format: ImportOptions['format'], isCancelled: () => boolean) {
    this.#walk = walk
    this.#format = format
    this.#isCancelled = isCancelled
  }

  async run(path: string, name: string): Promise<void> {
    await this.#enter({ path, source: name })
    while (this.#links.length > 0) {
      const links = this.#links.sort((a, b) => byCodeUnits(a.source, b.source))
      this.#links = []
      for (const link of links) await this.#follow(link)
    }
    this.#walk.files.push(...this.#found.sort((a, b) => byCodeUnits(a.source, b.source)))
  }

  async #follow(link: FoundFile): Promise<void> {
    if (this.#visited.has(await realpath(link.path))) {
      const message = 'This link leads to a folder that is read already, so it was not followed.'
      this.#walk.problems.push(failed(link.path, 'link_loop', message))
    } else {
      await this.#enter(link)
    }
  }

  async #enter(folder: FoundFile): Promise<void> {
    if (this.#isCancelled()) return
    let entries: string[]
    try {
      this.#visited.add(await realpath(folder.path))
      entries = await readdir(folder.path)
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? 'unknown error'
      const why = code === 'EACCES' || code === 'EPERM' ? 'access is denied' : code
      this.#walk.problems.push(failed(folder.path, 'unreadable_folder', `The folder cannot be read (${why}).`))
      return
    }
    for (const name of entries.sort(byCodeUnits)) {
      if (name.startsWith('.') || NOT_ARTICLES.has(name)) continue
      await this.#sort({ path: join(folder.path, name), source: `${folder.source}/${name}` })
    }
  }

  async #sort(entry: FoundFile): Promise<void> {
    const kind = await kindOf(entry.path)
    if (kind === 'folder') await this.#enter(entry)
    else if (kind === 'link to a folder') this.#links.push(entry)
    // a pipe or a device would be read for ever; a file that is gone by now is named when it is to be read
    else if (kind !== 'other' && isWanted(entry.path, this.#format)) this.#found.push(entry)
  }
}

async function kindOf(path: string): Promise<'folder' | 'link to a folder' | 'file' | 'gone' | 'other'> {
  try {
    const entry = await lstat(path)
    const target = entry.isSymbolicLink() ? await stat(path) : entry
    if (target.isDirectory()) return entry.isSymbolicLink() ? 'link to a folder' : 'folder'
    return target.isFile() ? 'file' : 'other'
  } catch {
    return 'gone'
  }
}
