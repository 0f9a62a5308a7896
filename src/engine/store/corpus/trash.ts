import type { ChangeSet } from '../../../shared/contract/changes'
import type { WindowReply } from '../../../shared/contract/window-methods'
import type { BatchShelf, Shelf } from '../../../shared/domain/corpus/articles'
import { DictumError } from '../../../shared/domain/result'
import { timestamp } from '../../base/clock-and-ids'
import { counted } from '../history/effects'
import { doGesture } from '../history/gesture'
import type { Project } from '../project'
import type { Sql } from '../sql'
import { quoted } from '../wording'

interface Placed {
  id: number
  uid: string
  title: string
  shelf: Shelf
  batch_shelf: BatchShelf
}

/** Puts articles into the trash, with all that is annotated in them, as one gesture. Throws not_found. */
export const trashArticles = (project: Project, author: string, articleIds: readonly number[]): ChangeSet =>
  shelve(project, author, articleIds, {
    kind: 'article.trash',
    isMeant: ({ shelf }) => shelf !== 'trash' && shelf !== 'superseded',
    summary: (what) => `move ${what} to the trash`,
    shelfOf: () => 'trash',
  })

/** Takes articles out of the trash, to where their batch is, as one gesture. Throws not_found. */
export const restoreArticles = (project: Project, author: string, articleIds: readonly number[]): ChangeSet =>
  shelve(project, author, articleIds, {
    kind: 'article.restore',
    isMeant: ({ shelf }) => shelf === 'trash',
    summary: (what) => `restore ${what} from the trash`,
    shelfOf: ({ batch_shelf }) => batch_shelf,
  })

interface Move {
  readonly kind: string
  readonly isMeant: (article: Placed) => boolean
  readonly summary: (what: string) => string
  readonly shelfOf: (article: Placed) => Shelf
}

function shelve(project: Project, author: string, articleIds: readonly number[], move: Move): ChangeSet {
  return doGesture(project, author, () => {
    const articles = articleIds.map((id) => placed(project.sql, id)).filter(move.isMeant)
    const at = timestamp(project.clock)
    const [first] = articles
    const one = articles.length === 1 && first !== undefined ? first : null
    const what = one === null ? counted(articles.length, 'article') : quoted(one.title)
    return {
      kind: move.kind,
      articleId: one?.id ?? null,
      summary: move.summary(what),
      ops: articles.map((article) => {
        const shelf = move.shelfOf(article)
        const fields = { shelf, shelvedAt: shelf === 'trash' ? at : null, updatedAt: at }
        return { op: 'article.set' as const, uid: article.uid, fields }
      }),
    }
  })
}

function placed(sql: Sql, articleId: number): Placed {
  const article = sql.get<Placed>(
    `SELECT article.id, article.uid, title, article.shelf, batch.shelf AS batch_shelf
     FROM article JOIN batch ON batch.id = batch_id WHERE article.id = ?`,
    articleId,
  )
  if (article) return article
  throw new DictumError('not_found', 'This article is not in the project.', `article ${articleId}`)
}

/** What is in the trash, put there last first; at most so many of it, and how many there are. */
export function listTrash(sql: Sql, limit: number): WindowReply<'trash.list'> {
  const { total } = sql.get<{ total: number }>("SELECT count(*) AS total FROM article WHERE shelf = 'trash'")!
  const articles = sql.all<WindowReply<'trash.list'>['articles'][number]>(
    `SELECT id AS articleId, title, source, shelved_at AS trashedAt,
       (SELECT count(*) FROM span WHERE article_id = article.id) AS spans
     FROM article WHERE shelf = 'trash' ORDER BY shelved_at DESC, id DESC LIMIT ?`,
    limit,
  )
  return { total, articles }
}
