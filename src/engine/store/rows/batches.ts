import { z } from 'zod'
import { type ImportOptions, ImportOptionsSchema } from '../../../shared/contract/import-options'
import type { ImportItem } from '../../../shared/contract/jobs'
import { timestamp } from '../../base/clock-and-ids'
import type { Project } from '../project'

export type BatchState = 'done' | 'cancelled' | 'failed' | 'interrupted'

/** How a batch is read, kept so that it can be told and done again. Nothing of it goes to a window as it is. */
export interface BatchOptions extends ImportOptions {
  /** Absolute. */
  readonly paths: readonly string[]
  /** The batch that imports the rest of this one. */
  readonly continuedBy?: string | undefined
}

/** Imports of earlier versions have kept nothing. */
const BatchOptionsSchema = ImportOptionsSchema.extend({
  paths: z.array(z.string()).default([]),
  continuedBy: z.string().optional(),
})

export const readBatchOptions = (json: string): BatchOptions => BatchOptionsSchema.parse(JSON.parse(json))

/** Opens a batch; `sources` are the names of what was imported. Returns its row number and uid. */
export function startBatch(
  project: Project,
  sources: readonly string[],
  options: BatchOptions,
): { id: number; uid: string } {
  const uid = project.clock.uid()
  // what its own events come after: they say what it adds to the label set
  const { eventsBefore } = project.sql.get<{ eventsBefore: number }>(
    'SELECT coalesce(max(id), 0) AS eventsBefore FROM event',
  )!
  const { lastInsertRowid } = project.sql.run(
    `INSERT INTO batch (uid, started_at, sources, options, state) VALUES (?, ?, ?, ?, 'running')`,
    uid,
    timestamp(project.clock),
    JSON.stringify(sources),
    JSON.stringify({ ...options, eventsBefore }),
  )
  return { id: Number(lastInsertRowid), uid }
}

/** Writes down how a batch ended, inside the caller's transaction. `counts` is stored as its report. */
export function finishBatch(
  project: Project,
  batchId: number,
  state: BatchState,
  counts: Readonly<Record<string, unknown>>,
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

/** A batch still “running” when a project is opened was cut off by a crash; what it stored is kept, and counted. */
export function closeInterruptedBatches(project: Project): void {
  const { sql } = project
  if (!sql.get("SELECT 1 FROM batch WHERE state = 'running'")) return
  sql.run(
    `UPDATE batch SET state = 'interrupted', finished_at = ?,
       report = json_object('imported', (SELECT count(*) FROM article WHERE batch_id = batch.id))
     WHERE state = 'running'`,
    timestamp(project.clock),
  )
}
