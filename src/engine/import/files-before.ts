import { basename } from 'node:path/posix'
import type { FoundFile } from './found-file'

/** Whether a file of some name comes before another among those that are imported together. */
export class FilesBefore {
  readonly #files: readonly FoundFile[]
  /** The first of each source, and of each name; made when it is asked for. */
  #first: Map<string, number> | null = null
  #places = new Map<string, number>()

  constructor(files: readonly FoundFile[]) {
    this.#files = files
  }

  /** `source`: as an article of it is called, or the name of its file alone. */
  has(source: string, before: FoundFile): boolean {
    this.#first ??= this.#listed()
    const at = this.#first.get(source) ?? this.#first.get(basename(source))
    return at !== undefined && at < (this.#places.get(before.path) ?? 0)
  }

  #listed(): Map<string, number> {
    const first = new Map<string, number>()
    for (const [n, file] of this.#files.entries()) {
      this.#places.set(file.path, n)
      for (const name of [file.source, basename(file.source)]) if (!first.has(name)) first.set(name, n)
    }
    return first
  }
}
