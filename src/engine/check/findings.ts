import type { CheckReport } from '../../shared/contract/project'
import type { Sql } from '../store/sql'

/** A list longer than this is no help any more; the rest is counted. */
const MOST_LISTED = 5000

interface ArticlePlace {
  readonly id: number
  readonly uid: string
}

/** What a check finds, in its order. */
export class Findings {
  readonly #sql: Sql
  readonly #listed: CheckReport['findings'][number][] = []
  #mismatches = 0
  #count = 0

  constructor(sql: Sql) {
    this.#sql = sql
  }

  add(code: string, article: ArticlePlace | null, span: string | null, message: string): void {
    this.#count++
    if (code === 'offset_mismatch') this.#mismatches++
    if (this.#listed.length >= MOST_LISTED) return
    this.#listed.push({ code, article: article?.uid ?? null, articleId: article?.id ?? null, span, message })
  }

  ofWhole(code: string, message: string): void {
    this.add(code, null, null, message)
  }

  /** By row number; null is the whole project. */
  ofArticleRow(code: string, articleId: number | null, message: string): void {
    const found =
      articleId === null
        ? undefined
        : this.#sql.get<ArticlePlace>('SELECT id, uid FROM article WHERE id = ?', articleId)
    this.add(code, found ?? null, null, message)
  }

  report(integrity: string): CheckReport {
    return {
      ok: this.#count === 0,
      integrity,
      offset_mismatches: this.#mismatches,
      more: this.#count - this.#listed.length,
      findings: this.#listed,
    }
  }
}
