import type { HistoryEntry } from '../../../shared/contract/changes'
import type { UndoState } from '../../../shared/contract/project'
import { timestamp } from '../../base/clock-and-ids'
import type { Project } from '../project'
import type { Sql } from '../sql'
import type { EventRecord } from './event-record'
import type { Op } from './ops'
import { goesOn, summaryTogether } from './steps-together'

export interface NewEvent {
  readonly author: string
  readonly kind: string
  readonly articleId: number | null
  readonly summary: string
  readonly ops: readonly Op[]
  readonly inverse: readonly Op[]
  readonly undoes?: number
  readonly redoes?: number
}

/** The stacks after an event; `'self'` is the event's own number. */
export interface Stacks {
  readonly undoTop: number | 'self' | null
  readonly redoTop: number | 'self' | null
  readonly below: number | null
}

export const findEvent = (sql: Sql, id: number): EventRecord | undefined =>
  sql.get<EventRecord>('SELECT * FROM event WHERE id = ?', id)

/** The last event says what the stacks are. */
export function stackTops(sql: Sql): { undoTop: number | null; redoTop: number | null } {
  const last = sql.get<EventRecord>('SELECT undo_top, redo_top FROM event ORDER BY id DESC LIMIT 1')
  return { undoTop: last?.undo_top ?? null, redoTop: last?.redo_top ?? null }
}

/** Writes an event, inside the transaction of the change it tells of. Returns its number. */
export function appendEvent(project: Project, event: NewEvent, stacks: Stacks): number {
  const { sql, clock } = project
  const { id } = sql.get<{ id: number }>('SELECT coalesce(max(id), 0) + 1 AS id FROM event') as { id: number }
  const own = (top: number | 'self' | null) => (top === 'self' ? id : top)
  sql.run(
    `INSERT INTO event (id, uid, at, author, kind, article_id, summary, ops, inverse, undoes, redoes, undo_top, redo_top, below)
     VALUES (:id, :uid, :at, :author, :kind, :articleId, :summary, :ops, :inverse, :undoes, :redoes, :undoTop, :redoTop, :below)`,
    {
      id,
      uid: clock.uid(),
      at: timestamp(clock),
      author: event.author,
      kind: event.kind,
      articleId: event.articleId,
      summary: event.summary,
      ops: JSON.stringify(event.ops),
      inverse: JSON.stringify(event.inverse),
      undoes: event.undoes ?? null,
      redoes: event.redoes ?? null,
      undoTop: own(stacks.undoTop),
      redoTop: own(stacks.redoTop),
      below: stacks.below,
    },
  )
  return id
}

/** An event that undo steps over: it leaves both stacks as they are. */
export function appendNote(project: Project, event: Omit<NewEvent, 'undoes' | 'redoes'>): number {
  return appendEvent(project, event, { ...stackTops(project.sql), below: null })
}

/** An event that undo takes back next. */
export function appendStep(project: Project, event: Omit<NewEvent, 'undoes' | 'redoes'>): number {
  return appendEvent(project, event, { undoTop: 'self', redoTop: null, below: stackTops(project.sql).undoTop })
}

/** What undo and redo would do next. */
export function undoState(sql: Sql): UndoState {
  const step = (id: number | null) => {
    if (id === null) return null
    // without its ops: those of a step over the whole corpus are megabytes
    const event = sql.get<EventRecord>('SELECT id, kind, article_id, summary FROM event WHERE id = ?', id)
    if (!event) return null
    const summary = goesOn(sql, event.id) ? summaryTogether(event.kind) : event.summary
    return { eventId: event.id, kind: event.kind, articleId: event.article_id, summary }
  }
  const { undoTop, redoTop } = stackTops(sql)
  return { undo: step(undoTop), redo: step(redoTop) }
}

export interface HistoryQuery {
  readonly articleId: number | null
  /** Only events older than this one. */
  readonly before: number | null
  readonly limit: number
}

/** Everyone who did something to an article, or to the project, by name. */
export const historyAuthors = (sql: Sql, articleId: number | null): string[] =>
  sql
    .all<{ author: string }>(
      `SELECT DISTINCT author FROM event WHERE :articleId IS NULL OR article_id = :articleId ORDER BY author`,
      { articleId },
    )
    .map(({ author }) => author)

const uidOf = (sql: Sql, articleId: number): string =>
  sql.get<{ uid: string }>('SELECT uid FROM article WHERE id = ?', articleId)?.uid ?? ''

/** Newest first. */
export function listHistory(sql: Sql, query: HistoryQuery): HistoryEntry[] {
  const columns = 'id, at, author, kind, article_id, summary, undoes, redoes'
  const before = query.before ?? Number.MAX_SAFE_INTEGER
  const rows =
    query.articleId === null
      ? sql.all<EventRecord>(
          // what came in with articles is told by their import
          `SELECT ${columns} FROM event WHERE id < ? AND kind <> 'import.annotations' ORDER BY id DESC LIMIT ?`,
          before,
          query.limit,
        )
      : sql.all<EventRecord>(
          // an edit of the label set may have changed any article that was there
          `SELECT * FROM (
             SELECT ${columns} FROM event WHERE article_id = :articleId AND id < :before
             UNION ALL
             SELECT ${columns} FROM event WHERE article_id IS NULL AND id < :before AND kind LIKE 'labelset.%'
               AND at >= (SELECT created_at FROM article WHERE id = :articleId)
             UNION ALL
             SELECT ${columns} FROM event WHERE article_id IS NULL AND id < :before
               AND kind IN ('article.revise', 'article.place', 'lint.fix')
               AND (instr(ops, :uid) > 0 OR instr(inverse, :uid) > 0))
           ORDER BY id DESC LIMIT :limit`,
          { articleId: query.articleId, uid: uidOf(sql, query.articleId), before, limit: query.limit },
        )
  return rows.map((row) => ({
    eventId: row.id,
    at: row.at,
    author: row.author,
    kind: row.kind,
    articleId: row.article_id,
    summary: row.summary,
    undoes: row.undoes,
    redoes: row.redoes,
  }))
}
