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
    `SELECT title FROM article WHERE batch_id = :batch AND (
       status <> 'todo' OR flagged = 1 OR note <> '' OR fields <> '{}' OR revises IS NOT NULL
       OR EXISTS (SELECT 1 FROM event WHERE article_id = article.id)
       OR EXISTS (SELECT 1 FROM span WHERE article_id = article.id)
       OR EXISTS (SELECT 1 FROM suggestion WHERE article_id = article.id)
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
  for (const { ops } of sql.iterate<{ ops: string }>(
    `SELECT ops FROM event WHERE article_id IS NULL AND at >= ? AND kind NOT LIKE 'labelset.%' AND ops <> '[]'`,
    since,
  )) {
    for (const op of parseOps(ops)) {
      if (op.op === 'article.set') named.add(op.uid)
      else if (op.op === 'span.put') named.add(op.row.articleUid)
      else if (op.op === 'suggestion.put') for (const { uid } of op.group.articles) named.add(uid)
    }
  }
  return named
}
