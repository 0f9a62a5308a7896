import type { BatchRow } from '../../../shared/contract/batch-methods'
import type { ImportItem, ImportReport } from '../../../shared/contract/jobs'
import type { BatchShelf } from '../../../shared/domain/corpus/articles'
import { isMapEmpty } from '../../../shared/domain/label-set/label-map'
import { DictumError } from '../../../shared/domain/result'
import { UNIT_NAMES } from '../../../shared/domain/text/offset-units'
import type { Sql } from '../sql'
import { type BatchOptions, readBatchOptions } from './batches'

export interface BatchRecord {
  id: number
  uid: string
  started_at: string
  finished_at: string | null
  state: BatchRow['state']
  shelf: BatchShelf
  undone_at: string | null
  sources: string
  report: string
  options: string
}

type Counts = Partial<Omit<ImportReport, 'batch' | 'cancelled' | 'items'>>

/** Throws not_found. */
export function findBatch(sql: Sql, uid: string): BatchRecord {
  const batch = sql.get<BatchRecord>('SELECT * FROM batch WHERE uid = ?', uid)
  if (batch) return batch
  throw new DictumError('not_found', 'There is no such import in this project.', uid)
}

export const sourcesOf = (batch: Pick<BatchRecord, 'sources'>): string[] => JSON.parse(batch.sources) as string[]

/** All imports of a project, newest first, or only those that were cut off and can go on. */
export function listBatches(sql: Sql, only: 'all' | 'cut-off'): BatchRow[] {
  const which = only === 'all' ? '' : "WHERE state = 'interrupted' AND undone_at IS NULL"
  const rows = sql.all<BatchRecord>(`SELECT * FROM batch ${which} ORDER BY id DESC`).map((batch) => toRow(sql, batch))
  return only === 'all' ? rows : rows.filter(({ canContinue }) => canContinue)
}

function toRow(sql: Sql, batch: BatchRecord): BatchRow {
  const options = readBatchOptions(batch.options)
  const { paths, continuedBy } = options
  const counts = JSON.parse(batch.report) as Counts
  const now = sql.get<{ articles: number; done: number | null; trash: number | null }>(
    `SELECT count(*) AS articles, sum(status = 'done') AS done, sum(shelf = 'trash') AS trash
     FROM article WHERE batch_id = ?`,
    batch.id,
  )!
  const { annotated } = sql.get<{ annotated: number }>(
    `SELECT count(*) AS annotated FROM article
     WHERE batch_id = ? AND EXISTS (SELECT 1 FROM span WHERE article_id = article.id)`,
    batch.id,
  )!
  const isOver = batch.state !== 'running' && batch.state !== 'done' && batch.undone_at === null
  return {
    uid: batch.uid,
    startedAt: batch.started_at,
    finishedAt: batch.finished_at,
    state: batch.state,
    shelf: batch.shelf,
    undoneAt: batch.undone_at,
    sources: sourcesOf(batch),
    imported: counts.imported ?? now.articles,
    duplicates: counts.duplicates ?? 0,
    changed: counts.changed ?? 0,
    failed: counts.failed ?? 0,
    warnings: counts.warnings ?? 0,
    articles: batch.undone_at === null ? now.articles : 0,
    annotated: batch.undone_at === null ? annotated : 0,
    done: now.done ?? 0,
    inTrash: now.trash ?? 0,
    options: optionLines(options),
    canContinue: isOver && paths.length > 0 && continuedBy === undefined,
  }
}

/** How an import was read, where it was not left to itself. */
const optionLines = ({
  format,
  encoding,
  mappings,
  offsets,
  as,
  annotator,
  labelMap,
  ...flags
}: BatchOptions): string[] => [
  ...(format === 'auto' ? [] : [`Read as: ${format}`]),
  ...(encoding === 'auto' ? [] : [`Encoding: ${encoding}`]),
  ...(mappings.length === 0 ? [] : ['Columns: as chosen']),
  ...(offsets === 'auto' ? [] : [`Offsets: ${UNIT_NAMES[offsets]}`]),
  ...(as === 'annotations' ? [] : ['Annotations as suggestions']),
  ...(annotator === null ? [] : [`Annotator: ${annotator}`]),
  ...(isMapEmpty(labelMap) ? [] : ['Labels: as mapped']),
  ...(flags.tagFolders ? ['Folder names as tags'] : []),
  ...(flags.revisions ? ['Changed files as new revisions'] : []),
]

/** The report of an import as it was kept, with the first of its files that were not plainly imported. */
export function batchReport(sql: Sql, uid: string, limit: number): { report: ImportReport; unnamed: number } {
  const batch = findBatch(sql, uid)
  const {
    files = 0,
    imported = 0,
    duplicates = 0,
    changed = 0,
    failed = 0,
    warnings = 0,
    spans = 0,
    relations = 0,
    offset_unit = null,
    ...others
  } = JSON.parse(batch.report) as Counts
  const { total } = sql.get<{ total: number }>('SELECT count(*) AS total FROM batch_item WHERE batch_id = ?', batch.id)!
  const items = sql.all<ImportItem & { more: number }>(
    `SELECT path, outcome, code, message, more FROM batch_item WHERE batch_id = ?
     ORDER BY CASE outcome WHEN 'failed' THEN 0 WHEN 'changed' THEN 1 WHEN 'warning' THEN 2 WHEN 'cancelled' THEN 3
       WHEN 'passed_over' THEN 4 ELSE 5 END, position
     LIMIT ?`,
    batch.id,
    limit,
  )
  const counts = { files: Math.max(files, imported), imported, duplicates, changed, failed, warnings, ...others }
  const annotations = { spans, relations, offset_unit }
  const report = { batch: uid, ...counts, ...annotations, cancelled: batch.state === 'cancelled', items }
  return { report, unnamed: total - items.length }
}
