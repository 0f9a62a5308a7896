import type { Project } from '../project'
import type { Sql } from '../sql'
import { parseOps } from './ops'

export interface WorkedOn {
  readonly count: number
  /** The first few. */
  readonly titles: readonly string[]
}

const SHOWN_TITLES = 3

/**
 * The articles of a batch that somebody has worked on, and that the history speaks of: without them it could not be
 * undone or replayed any more.
 */
export function workedOnOf({ sql }: Project, batch: { id: number; started_at: string }): WorkedOn {
  const titles = sql.all<{ title: string }>(
    // what came in with it is no work on it, and any work leaves an event
    `SELECT title FROM article WHERE batch_id = :batch AND (
       revises IS NOT NULL
       OR EXISTS (SELECT 1 FROM event WHERE article_id = article.id AND kind <> 'import.annotations')
       OR EXISTS (SELECT 1 FROM article AS newer WHERE newer.revises = article.id)
       OR uid IN (SELECT value FROM json_each(:named)))
     ORDER BY id`,
    { batch: batch.id, named: JSON.stringify([...namedSince(sql, batch.started_at)]) },
  )
  return { count: titles.length, titles: titles.slice(0, SHOWN_TITLES).map(({ title }) => title) }
}

/** The articles that steps about several articles name. */
function namedSince(sql: Sql, since: string): Set<string> {
  const named = new Set<string>()
  const linked = new Set<string>()
  for (const { ops, inverse } of sql.iterate<{ ops: string; inverse: string }>(
    // what an edit of the label set does to all spans in one state, it does to those that are there; but what it took
    // away by name could not come back to an article that is gone
    `SELECT ops, CASE WHEN kind LIKE 'labelset.%' THEN inverse ELSE '[]' END AS inverse FROM event
     WHERE article_id IS NULL AND at >= ? AND kind <> 'labelset.import' AND ops <> '[]'`,
    since,
  )) {
    for (const op of [...parseOps(ops), ...parseOps(inverse)]) {
      if (op.op === 'article.set') named.add(op.uid)
      else if (op.op === 'span.put') named.add(op.row.articleUid)
      else if (op.op === 'suggestion.put') for (const { uid } of op.group.articles) named.add(uid)
      else if (op.op === 'relation.put') linked.add(op.row.fromUid)
    }
  }
  for (const uid of articlesOfSpans(sql, linked)) named.add(uid)
  return named
}

const articlesOfSpans = (sql: Sql, spanUids: ReadonlySet<string>): string[] =>
  sql
    .all<{ uid: string }>(
      `SELECT DISTINCT uid FROM article WHERE id IN (
         SELECT article_id FROM span WHERE uid IN (SELECT value FROM json_each(?)))`,
      JSON.stringify([...spanUids]),
    )
    .map(({ uid }) => uid)
