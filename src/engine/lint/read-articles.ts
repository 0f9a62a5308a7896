import type { LintScope } from '../../shared/contract/lint-methods'
import { DictumError } from '../../shared/domain/result'
import { articleIds } from '../search/article-query'
import { requireAnnotator, requireBatches } from '../search/require-chosen'
import type { Project } from '../store/project'
import { relationsOfArticle, spansOfArticle } from '../store/rows/annotation-rows'
import { IS_COUNTED } from '../store/rows/shelf-conditions'
import type { LintedArticle } from './finding'
import type { LintChoice } from './lint-article'

/** The ids of the articles to look at, in the order of their import. Throws bad_request for words that are no query and for an unknown import. */
export function scopeIds(project: Project, { filter, statuses }: LintScope): Int32Array {
  const all = project.sql.ids(
    `SELECT id FROM article WHERE ${IS_COUNTED}
       AND (:statuses = '[]' OR status IN (SELECT value FROM json_each(:statuses))) ORDER BY id`,
    { statuses: JSON.stringify(statuses) },
  )
  if (filter === null) return all
  requireBatches(project.sql, filter.batches)
  const passing = new Set(articleIds(project, filter, { sort: 'imported', seed: 0 }))
  return all.filter((id) => passing.has(id))
}

/** Throws bad_request if a name is not one of the label set's, or that of nobody who has annotated. */
export function choiceOf({ labelSet, sql }: Project, { labels, annotator }: LintScope): LintChoice {
  if (annotator !== null) requireAnnotator(sql, annotator)
  if (labels.length === 0) return { labelIds: null, annotator }
  const ids = labels.map((name) => {
    const label = labelSet.labels.find((known) => known.name === name)
    if (label) return label.id
    const known = labelSet.labels.map((one) => one.name).join(', ')
    throw new DictumError('bad_request', `There is no label “${name}” in this project. It has: ${known}.`)
  })
  return { labelIds: new Set(ids), annotator }
}

export interface ReadArticle extends LintedArticle {
  readonly articleId: number
  readonly uid: string
  readonly title: string
}

interface Row {
  uid: string
  title: string
  published_on: string | null
  text: string
}

/** One article as it is now; null if nothing is marked in it, or it is gone. */
export function readArticle({ sql }: Project, articleId: number): ReadArticle | null {
  const spans = spansOfArticle(sql, articleId)
  if (spans.length === 0) return null
  const row = sql.get<Row>(
    `SELECT uid, title, published_on, text FROM article JOIN article_text ON article_text.article_id = article.id
     WHERE id = ?`,
    articleId,
  )
  if (!row) return null
  const { uid, title, published_on: publishedOn, text } = row
  return { articleId, uid, title, publishedOn, text, spans, relations: relationsOfArticle(sql, articleId) }
}
