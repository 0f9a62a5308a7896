import type { Copy, CopyGroup } from '../../shared/contract/copies-methods'
import type { Status } from '../../shared/domain/corpus/articles'
import { articleText } from '../store/rows/articles'
import { copyIds } from '../store/rows/copy-rows'
import type { Sql } from '../store/sql'
import { resemblance, shinglesOf } from './shingles'

/** More are not listed beside an article. */
const MOST_LISTED = 100

interface CopyRecord {
  id: number
  uid: string
  title: string
  published_on: string | null
  status: Status
  source: string
}

/** The copies of an article that are in the list, as imported. Throws not_found. */
export function copiesOfArticle(sql: Sql, articleId: number): { copies: Copy[]; more: number } {
  const { text } = articleText(sql, articleId)
  const own = shinglesOf(text)
  const ids = copyIds(sql, articleId)
  const copies = ids.slice(0, MOST_LISTED).map((id): Copy => {
    const row = sql.get<CopyRecord>(
      'SELECT id, uid, title, published_on, status, source FROM article WHERE id = ?',
      id,
    )!
    const { text: other } = articleText(sql, id)
    return {
      articleId: row.id,
      uid: row.uid,
      title: row.title,
      publishedOn: row.published_on,
      status: row.status,
      source: row.source,
      similarity: resemblance(own, shinglesOf(other)),
      sameText: other === text,
    }
  })
  return { copies, more: ids.length - copies.length }
}

/** All groups of two and more articles in the list, each as imported. */
export function copyGroups(sql: Sql): CopyGroup[] {
  const groups = new Map<number, CopyGroup>()
  for (const { group_id, ...article } of sql.all<{ group_id: number } & CopyGroup['articles'][number]>(
    `SELECT group_id, article.id AS articleId, uid, title, source FROM near_duplicate
     JOIN article ON article.id = article_id WHERE shelf = 'shown' ORDER BY group_id, article.id`,
  )) {
    const group = groups.get(group_id) ?? { articles: [] }
    groups.set(group_id, group)
    group.articles.push(article)
  }
  return [...groups.values()].filter(({ articles }) => articles.length > 1)
}
