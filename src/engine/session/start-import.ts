import type { ImportReport } from '../../shared/contract/jobs'
import { DictumError } from '../../shared/domain/result'
import { type ImportRequest, runImport } from '../import/run-import'
import { markUndone, removeUndone, unfinishedUndos } from '../import/undo-import'
import { findBatch } from '../store/rows/batch-list'
import { readBatchOptions } from '../store/rows/batches'
import type { CopiesSearch } from './copies-search'
import type { Session } from './session'

const CORPUS_CHANGED_EVERY_MS = 500

/** Starts an import of the open project; the window hears of new articles now and then. */
export function startImport(
  session: Session,
  copies: CopiesSearch,
  request: Omit<ImportRequest, 'author' | 'onStored'>,
): { jobId: string } {
  const project = session.require()
  const author = session.annotator
  const onStored = throttled(() => session.emit({ type: 'corpus-changed' }))
  copies.stop()
  const jobId = session.jobs.start('import', async (control) => {
    const end = await runImport(project, { ...request, author, onStored: onStored.call }, control)
    onStored.flush()
    if (end.report !== null && changesAnnotations(end.report)) session.emit({ type: 'annotations-changed' })
    if ((end.report?.imported ?? 0) > 0) copies.startInBackground()
    return end
  })
  return { jobId }
}

/** Whether articles that were there, or the label set, may not be as they were. */
const changesAnnotations = ({ revised = 0, spans, suggestions = 0 }: ImportReport): boolean =>
  revised + spans + suggestions > 0

/** Imports what an import that was cut off did not come to. Throws not_found, rule_broken. */
export function continueImport(session: Session, copies: CopiesSearch, uid: string): { jobId: string } {
  const { sql } = session.require()
  const batch = findBatch(sql, uid)
  const { continuedBy, paths, ...options } = readBatchOptions(batch.options)
  if (paths.length === 0 || continuedBy !== undefined || batch.undone_at !== null) {
    throw new DictumError('rule_broken', 'There is nothing of this import left to go on with.')
  }
  const onBatch = (next: string) => {
    sql.run(`UPDATE batch SET options = json_set(options, '$.continuedBy', ?) WHERE uid = ?`, next, uid)
  }
  return startImport(session, copies, { paths, options, onBatch })
}

/** Takes an import back. Throws not_found, rule_broken, project_busy. */
export function undoImport(session: Session, copies: CopiesSearch, uid: string): { jobId: string } {
  const project = session.require()
  session.jobs.requireFree('undo-import')
  copies.stop()
  markUndone(project, session.annotator, uid)
  return removeOf(session, [uid])
}

/** Goes on with removing what was taken back when the project was closed. */
export function finishUndos(session: Session): void {
  const left = unfinishedUndos(session.require())
  if (left.length > 0) removeOf(session, left)
}

function removeOf(session: Session, uids: readonly string[]): { jobId: string } {
  const project = session.require()
  session.emit({ type: 'corpus-changed' })
  const jobId = session.jobs.start('undo-import', async (control) => {
    const end = await removeUndone(project, session.annotator, uids, control)
    if (!control.isClosing()) session.emit({ type: 'corpus-changed' })
    if (!control.isClosing() && (end.report?.names ?? 0) > 0) session.emit({ type: 'annotations-changed' })
    return end
  })
  return { jobId }
}

/** Calls at most so often; `flush` makes up for a call that was held back. */
function throttled(tell: () => void): { call: () => void; flush: () => void } {
  let lastMs = Number.NEGATIVE_INFINITY
  let held = false
  const now = () => {
    lastMs = performance.now()
    held = false
    tell()
  }
  return {
    call: () => {
      if (performance.now() - lastMs >= CORPUS_CHANGED_EVERY_MS) now()
      else held = true
    },
    flush: () => {
      if (held) now()
    },
  }
}
