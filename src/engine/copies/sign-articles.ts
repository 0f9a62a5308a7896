import type { BackgroundControl } from '../base/jobs'
import { modestPacer } from '../base/pace'
import type { Project } from '../store/project'
import { bandKeys, packBands } from './min-hash'
import { shinglesOf } from './shingles'

const TRANSACTION_ARTICLES = 50
/** Texts of a transaction, in UTF-16 code units: one long text is a transaction of its own. */
const TRANSACTION_LENGTH = 200_000

// an earlier revision is as good as the same text as the one that stands in its place
const UNSIGNED = `FROM article WHERE id > ? AND shelf <> 'superseded'
  AND NOT EXISTS (SELECT 1 FROM article_signature WHERE article_id = article.id)`

/** Gives each article its signature that has none. False if it was cancelled: what was done is kept. */
export async function signArticles({ sql }: Project, control: BackgroundControl): Promise<boolean> {
  const total = sql.get<{ n: number }>(`SELECT count(*) AS n ${UNSIGNED}`, 0)?.n ?? 0
  const pace = modestPacer(control)
  let done = 0
  await control.standBack()
  for (let afterId = 0; ; ) {
    if (control.isCancelled()) return false
    const waiting = sql.all<{ id: number; length: number }>(
      `SELECT id, length_utf16 AS length ${UNSIGNED} ORDER BY id LIMIT ?`,
      afterId,
      TRANSACTION_ARTICLES,
    )
    if (waiting.length === 0) return true
    const slice = firstOf(waiting)
    sql.transaction(() => {
      for (const { id } of slice) {
        const row = sql.get<{ text: string }>('SELECT text FROM article_text WHERE article_id = ?', id)
        const bands = packBands(bandKeys(shinglesOf(row?.text ?? '')))
        sql.run('INSERT INTO article_signature (article_id, bands) VALUES (?, ?)', id, bands)
      }
    })
    afterId = slice[slice.length - 1]!.id
    done += slice.length
    control.progress('Reading articles', done, total)
    await pace()
  }
}

/** One article at least, and as many more as fit into a transaction. */
function firstOf<T extends { readonly length: number }>(articles: readonly T[]): T[] {
  const slice: T[] = []
  let length = 0
  for (const article of articles) {
    length += article.length
    if (slice.length > 0 && length > TRANSACTION_LENGTH) break
    slice.push(article)
  }
  return slice
}
