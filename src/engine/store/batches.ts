import type { ImportOptions } from '../../shared/contract/import-options'
import type { ImportItem } from '../../shared/contract/jobs'
import { timestamp } from '../clock-and-ids'
import type { Project } from '../project/project'

export type BatchState = 'done' | 'cancelled' | 'failed'

/** Opens a batch; `sources` are the names of what was imported. Returns its row number and uid. */
export function startBatch(
  project: Project,
  sources: readonly string[],
  options: ImportOptions,
): { id: number; uid: string } {
  const uid = project.clock.uid()
  const { lastInsertRowid } = project.sql.run(
    `INSERT INTO batch (uid, started_at, sources, options, state) VALUES (?, ?, ?, ?, 'running')`,
    uid,
    timestamp(project.clock),
    JSON.stringify(sources),
    JSON.stringify(options),
  )
  return { id: Number(lastInsertRowid), uid }
}

/** Writes down how a batch ended, inside the caller's transaction. `counts` is stored as its report. */
export function finishBatch(
  project: Project,
  batchId: number,
  state: BatchState,
  counts: Readonly<Record<string, number>>,
  items: readonly ImportItem[],
): void {
  const { sql, clock } = project
  sql.run(
    'UPDATE batch SET state = ?, finished_at = ?, report = ? WHERE id = ?',
    state,
    timestamp(clock),
    JSON.stringify(counts),
    batchId,
  )
  items.forEach((item, position) => {
    sql.run(
      'INSERT INTO batch_item (batch_id, position, path, outcome, code, message, more) VALUES (?, ?, ?, ?, ?, ?, ?)',
      batchId,
      position,
      item.path,
      item.outcome,
      item.code,
      item.message,
      item.more ?? 0,
    )
  })
}

/** A batch still “running” when a project is opened was cut off by a crash; what it stored is kept. */
export function closeInterruptedBatches(project: Project): void {
  const { sql } = project
  const interrupted = sql.get<{ n: number }>("SELECT count(*) AS n FROM batch WHERE state = 'running'")
  if (!interrupted || interrupted.n === 0) return
  sql.run("UPDATE batch SET state = 'interrupted', finished_at = ? WHERE state = 'running'", timestamp(project.clock))
}
