import type { ArticleRecord } from '../articles/article-record'
import { articleFileName } from './article-file-name'

/** A file that an export named, or that looks as if one had; such names say all of an article that its file keeps of it. */
const OURS = /(?:^|[/#])((?:[a-z0-9]+-)*[0-9a-f]{12}(?:-\d{1,4})?)\.(?:ann|tsv)$/

/**
 * The names of the files of one export, no two alike, for formats whose files do not say which article they are of: what came from
 * a file of such an export goes out under the same name.
 */
export class ArticleFileNames {
  readonly #taken = new Set<string>()

  of(record: Pick<ArticleRecord, 'title' | 'uid' | 'source'>): string {
    const kept = OURS.exec(record.source)?.[1]
    const name = kept !== undefined && !this.#taken.has(kept) ? kept : this.#free(articleFileName(record))
    this.#taken.add(name)
    return name
  }

  #free(name: string): string {
    let free = name
    for (let n = 2; this.#taken.has(free); n++) free = `${name}-${n}`
    return free
  }
}
