import type { UndoImportReport } from '../../shared/contract/jobs'
import { DictumError } from '../../shared/domain/result'
import { timestamp } from '../base/clock-and-ids'
import { breathe, type JobControl, type JobEnd } from '../base/jobs'
import { counted } from '../store/history/effects'
import { appendNote } from '../store/history/events'
import { type NamesBack, namesToTakeBack } from '../store/history/import-names/take-back'
import { applyOps } from '../store/history/ops'
import { workedOnOf } from '../store/history/worked-on'
import type { Project } from '../store/project'
import { type BatchRecord, findBatch, sourcesOf } from '../store/rows/batch-list'
import { removeArticles } from '../store/rows/remove-articles'
import { quoted } from '../store/wording'

const TRANSACTION_ARTICLES = 250

/**
 * Marks an import as taken back, if nobody has worked on what it brought in; its articles are out of everything at once
 * and {@link removeUndone} removes them. The report stays. Throws not_found, rule_broken.
 */
export function markUndone(project: Project, author: string, uid: string): void {
  const { sql, clock } = project
  sql.transaction(() => {
    const batch = findBatch(sql, uid)
    const left = requireUntouched(project, batch)
    if (batch.undone_at !== null) return
    sql.run('UPDATE batch SET undone_at = ? WHERE id = ?', timestamp(clock), batch.id)
    sql.run("UPDATE article SET shelf = 'archived' WHERE batch_id = ?", batch.id)
    const summary = `take back the import of ${counted(left, 'article')} from ${sourcesOf(batch).join(', ')}`
    appendNote(project, { author, kind: 'import.undo', articleId: null, summary, ops: [], inverse: [] })
  })
}

function requireUntouched(project: Project, batch: BatchRecord): number {
  const refusal = refusalOf(project, batch)
  if (refusal !== null) throw new DictumError('rule_broken', refusal)
  return project.sql.get<{ n: number }>('SELECT count(*) AS n FROM article WHERE batch_id = ?', batch.id)!.n
}

/** Why an import cannot be taken back, for who is about to; null: it can. Throws not_found. */
export const undoRefusal = (project: Project, uid: string): string | null =>
  refusalOf(project, findBatch(project.sql, uid))

function refusalOf(project: Project, batch: BatchRecord): string | null {
  if (batch.state === 'running') return 'This import is still running. Cancel it first, then take it back.'
  if (batch.undone_at !== null) return null
  const { count, titles } = workedOnOf(project, batch)
  if (count === 0) return null
  const more = count > titles.length ? ` and ${(count - titles.length).toLocaleString('en')} more` : ''
  return (
    `${count === 1 ? 'One of its articles has' : `${count.toLocaleString('en')} of its articles have`} been worked ` +
    `on, so the import stays: ${titles.map(quoted).join(', ')}${more}. Hide or archive it instead.`
  )
}

/** Imports that were taken back while their articles, or the names that they added, are still in the file. */
export const unfinishedUndos = ({ sql }: Project): string[] =>
  sql
    .all<{ uid: string }>(
      `SELECT uid FROM batch WHERE undone_at IS NOT NULL
       AND (EXISTS (SELECT 1 FROM article WHERE batch_id = batch.id)
         OR json_extract(options, '$.eventsBefore') IS NOT NULL AND json_extract(options, '$.namesTaken') IS NULL)
       ORDER BY id`,
    )
    .map(({ uid }) => uid)

/** Removes the articles of imports that were taken back, many in a transaction; what a closing leaves goes next time. */
export async function removeUndone(
  project: Project,
  author: string,
  uids: readonly string[],
  control: JobControl,
): Promise<JobEnd<UndoImportReport>> {
  const { sql } = project
  const ids = uids.map((uid) => findBatch(sql, uid).id)
  const count = (id: number) => sql.get<{ n: number }>('SELECT count(*) AS n FROM article WHERE batch_id = ?', id)!.n
  const total = ids.reduce((sum, id) => sum + count(id), 0)
  let removed = 0
  let names = 0
  const namesKept: string[] = []
  for (const id of ids) {
    while (!control.isCancelled()) {
      const chunk = sql
        .all<{ id: number }>('SELECT id FROM article WHERE batch_id = ? LIMIT ?', id, TRANSACTION_ARTICLES)
        .map((row) => row.id)
      if (chunk.length === 0) break
      sql.transaction(() => removeArticles(sql, chunk))
      removed += chunk.length
      control.progress('Removing articles', removed, total)
      await breathe()
    }
    if (control.isCancelled() && count(id) > 0) continue
    const back = takeBackNames(project, author, id)
    names += back.removed
    namesKept.push(...back.kept)
  }
  const state = control.isCancelled() && removed < total ? 'cancelled' : 'done'
  return { state, report: { batch: uids[0] ?? '', removed, names, namesKept } }
}

/** Takes away what an import, whose articles are gone, had added to the label set and the entities, unless it is used. */
function takeBackNames(project: Project, author: string, batchId: number): NamesBack {
  const { sql } = project
  return sql.transaction(() => {
    const back = namesToTakeBack(sql, batchId, { withHistory: true })
    sql.run(`UPDATE batch SET options = json_set(options, '$.namesTaken', 1) WHERE id = ?`, batchId)
    if (back.ops.length === 0) return back
    const inverse = applyOps(sql, back.ops)
    const summary = `take away ${counted(back.removed, 'name')} that an import had added`
    appendNote(project, { author, kind: 'labelset.unimport', articleId: null, summary, ops: back.ops, inverse })
    return back
  })
}
