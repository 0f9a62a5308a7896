import type { Sql } from '../sql'
import type { EventRecord } from './events'

type Step = Pick<EventRecord, 'id' | 'at' | 'kind' | 'undoes' | 'redoes' | 'below'>

const COLUMNS = 'id, at, kind, undoes, redoes, below'

/** The summary of several steps that are taken back, or done again, as one. */
export const TOGETHER = 'revise the articles whose files had changed'

const find = (sql: Sql, id: number | null): Step | undefined =>
  id === null ? undefined : sql.get<Step>(`SELECT ${COLUMNS} FROM event WHERE id = ?`, id)

/**
 * What the revisions that one import makes have in common: that import. Of any other step, null. No import runs beside
 * another, so it is the last that had begun.
 */
function runOf(sql: Sql, step: Step | undefined): number | null {
  if (step?.kind !== 'article.revise') return null
  // an undo or a redo is about the step that was made first
  const earlier = find(sql, step.undoes ?? step.redoes)
  if (earlier) return runOf(sql, earlier)
  return sql.get<{ id: number | null }>('SELECT max(id) AS id FROM batch WHERE started_at <= ?', step.at)?.id ?? null
}

/** Whether the step under one in its stack is taken back along with it. */
export function goesOn(sql: Sql, id: number): boolean {
  const step = find(sql, id)
  const run = runOf(sql, step)
  return run !== null && run === runOf(sql, find(sql, step?.below ?? null))
}
