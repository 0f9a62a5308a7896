import type { Sql } from '../sql'
import type { EventRecord } from './event-record'

type Step = Pick<EventRecord, 'id' | 'at' | 'kind' | 'undoes' | 'redoes' | 'below'>

const COLUMNS = 'id, at, kind, undoes, redoes, below'

/** What one import does to articles that are there: by kind, how several such steps are told as one. */
const TOGETHER: Readonly<Record<string, string>> = {
  'article.revise': 'revise the articles whose files had changed',
  'import.merge': 'add what an import knew of articles that were there',
}

/** The summary of a step that is taken back, or done again, with others of its kind. */
export const summaryTogether = (kind: string): string => TOGETHER[kind] ?? ''

const find = (sql: Sql, id: number | null): Step | undefined =>
  id === null ? undefined : sql.get<Step>(`SELECT ${COLUMNS} FROM event WHERE id = ?`, id)

/**
 * What the steps that one import makes have in common: that import. Of any other step, null. No import runs beside
 * another, so it is the last that had begun.
 */
function runOf(sql: Sql, step: Step | undefined): number | null {
  if (step === undefined || TOGETHER[step.kind] === undefined) return null
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
