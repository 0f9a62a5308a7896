import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { ImportItem, ImportReport } from '../../shared/contract/jobs'
import { breathe, type JobControl, type JobEnd } from '../jobs'
import { toAppError } from '../project/errors'
import type { Project } from '../project/project'
import { finishBatch, startBatch } from '../store/batches'
import { appendNote } from '../store/events'
import { type Prepared, prepareFile } from './prepare'
import { LARGEST_FILE_BYTES, type ReadFile, readArticleFile } from './read-file'
import { type Stored, storeArticle } from './store-article'
import { type FoundFile, failed, findFiles } from './walk'

/** Files read ahead at once: enough to hide a disk's latency, and few enough to hold their texts in memory. */
const READ_AHEAD_FILES = 16
const READ_AHEAD_BYTES = 32 * 1024 * 1024
const TRANSACTION_FILES = 250
const TRANSACTION_MS = 100

export interface ImportOptions {
  readonly paths: readonly string[]
  readonly author: string
  /** Told after each transaction that stored something. */
  readonly onStored?: () => void
  readonly readFile?: ReadFile
}

/** Imports text files and folders as one batch. What was stored before a cancel or a failure stays. */
export async function runImport(
  project: Project,
  options: ImportOptions,
  control: JobControl,
): Promise<JobEnd<ImportReport>> {
  const batch = startBatch(
    project,
    options.paths.map((path) => basename(resolve(path))),
  )
  control.progress('Looking for files', 0, null)
  const { files, problems } = await findFiles(options.paths, control.isCancelled)
  const tally = new Tally(problems)
  const readFile = options.readFile ?? readArticleFile
  const total = files.length
  let next = 0
  let readAhead = readSlice(files, 0, readFile)
  let waiting: Prepared[] = []
  let waitingSinceMs = performance.now()
  let stopped: string | null = null

  const flush = () => {
    const outcomes = project.sql.transaction(() =>
      waiting.map((file) => (file.ok ? storeArticle(project, batch.id, file) : null)),
    )
    waiting.forEach((file, n) => {
      tally.add(file, outcomes[n] ?? null)
    })
    waiting = []
    waitingSinceMs = performance.now()
    if (outcomes.some((stored) => stored?.outcome === 'imported')) options.onStored?.()
  }

  control.progress('Importing', 0, total)
  while (next < total && !control.isCancelled() && stopped === null) {
    const slice = await readAhead
    next += slice.length
    readAhead = readSlice(files, next, readFile)
    waiting.push(...slice)
    const due = waiting.length >= TRANSACTION_FILES || performance.now() - waitingSinceMs >= TRANSACTION_MS
    try {
      if (due || next >= total) flush()
    } catch (error) {
      stopped = toAppError(error).message
    }
    control.progress('Importing', next - waiting.length, total)
    await breathe()
  }
  await readAhead
  const cancelled = stopped === null && control.isCancelled()
  if (cancelled && waiting.length > 0) {
    try {
      flush()
    } catch (error) {
      stopped = toAppError(error).message
    }
  }
  const rest = [...waiting, ...files.slice(next)]
  for (const file of rest) tally.addUnstored(file, stopped)
  control.progress('Importing', total, total)
  const report = tally.report(batch.uid, total + problems.length, cancelled)
  writeEnd(project, batch.id, options, report, stopped !== null)
  return { state: cancelled ? 'cancelled' : 'done', report }
}

/** Reads and decodes the next few files side by side; one at least, while there are any. */
async function readSlice(files: readonly FoundFile[], start: number, readFile: ReadFile): Promise<Prepared[]> {
  const slice: FoundFile[] = []
  let sizeBytes = 0
  for (const file of files.slice(start, start + READ_AHEAD_FILES)) {
    if (slice.length > 0 && sizeBytes > READ_AHEAD_BYTES) break
    slice.push(file)
    sizeBytes += await stat(file.path).then(
      ({ size }) => Math.min(size, LARGEST_FILE_BYTES),
      () => 0,
    )
  }
  return Promise.all(slice.map((file) => prepareFile(file, readFile)))
}

function writeEnd(project: Project, batchId: number, options: ImportOptions, report: ImportReport, stopped: boolean) {
  const { files, imported, duplicates, changed, failed: failures } = report
  const names = options.paths.map((path) => basename(resolve(path))).join(', ')
  try {
    project.sql.transaction(() => {
      const state = stopped ? 'failed' : report.cancelled ? 'cancelled' : 'done'
      const counts = { files, imported, duplicates, changed, failed: failures }
      finishBatch(project, batchId, state, counts, report.items)
      if (imported === 0) return
      const summary = `import ${imported} ${imported === 1 ? 'article' : 'articles'} from ${names}`
      appendNote(project, { author: options.author, kind: 'import', articleId: null, summary, ops: [], inverse: [] })
    })
  } catch (error) {
    // a full disk has no room for the report either; the batch is closed as interrupted on the next opening
    if (!stopped) throw error
  }
}

/** Counts what became of each file. */
class Tally {
  #imported = 0
  readonly #items: ImportItem[]

  constructor(problems: readonly ImportItem[]) {
    this.#items = [...problems]
  }

  add(file: Prepared, stored: Stored | null): void {
    const { path } = file
    if (!file.ok) {
      this.#items.push(failed(path, file.failure.code, file.failure.message))
    } else if (stored?.outcome === 'imported') {
      this.#imported++
    } else if (stored?.outcome === 'duplicate') {
      const message = `The same file is in the project already, as ${stored.as}.`
      this.#items.push({ path, outcome: 'duplicate', code: 'duplicate', message })
    } else {
      const message =
        'This file has changed since it was imported. The article was left as it is; to import the new text as well, ' +
        'copy the file to another name.'
      this.#items.push({ path, outcome: 'changed', code: 'changed', message })
    }
  }

  /** A file that was not reached: after a failure of the store, or a cancel. */
  addUnstored(file: FoundFile, reason: string | null): void {
    if (reason !== null) this.#items.push(failed(file.path, 'not_stored', reason))
    else {
      const message = 'The import was cancelled before this file.'
      this.#items.push({ path: file.path, outcome: 'cancelled', code: 'cancelled', message })
    }
  }

  report(batch: string, files: number, cancelled: boolean): ImportReport {
    const count = (outcome: ImportItem['outcome']) => this.#items.filter((item) => item.outcome === outcome).length
    return {
      batch,
      files,
      imported: this.#imported,
      duplicates: count('duplicate'),
      changed: count('changed'),
      failed: count('failed'),
      spans: 0,
      relations: 0,
      offset_unit: null,
      cancelled,
      items: this.#items,
    }
  }
}
