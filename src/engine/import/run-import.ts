import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { ImportReport } from '../../shared/contract/jobs'
import { breathe, type JobControl, type JobEnd } from '../jobs'
import type { Project } from '../project/project'
import { finishBatch, startBatch } from '../store/batches'
import { appendNote } from '../store/events'
import { ArticleStore } from './article-store'
import { type Prepared, prepareFile } from './prepare'
import { LARGEST_FILE_BYTES, type ReadFile, readArticleFile } from './read-file'
import { Tally } from './tally'
import { type FoundFile, findFiles } from './walk'

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
  const store = new ArticleStore(project, batch.id, tally, () => options.onStored?.())
  const flush = async () => {
    waiting = await store.store(waiting, control.isCancelled, (left) =>
      control.progress('Importing', next - left, total),
    )
    waitingSinceMs = performance.now()
  }

  control.progress('Importing', 0, total)
  while (next < total && !control.isCancelled() && store.stopped === null) {
    const slice = await readAhead
    next += slice.length
    readAhead = readSlice(files, next, readFile)
    waiting.push(...slice)
    const due = waiting.length >= TRANSACTION_FILES || performance.now() - waitingSinceMs >= TRANSACTION_MS
    if (due || next >= total) await flush()
    control.progress('Importing', next - waiting.length, total)
    await breathe()
  }
  await readAhead
  // cancelled with files at hand that are read already
  if (store.stopped === null && !store.isFull && waiting.length > 0) await flush()
  const cancelled = store.stopped === null && control.isCancelled()
  const rest = [...waiting, ...files.slice(next)]
  for (const file of rest) tally.addUnstored(file, store.stopped)
  control.progress('Importing', total, total)
  const report = tally.report(batch.uid, total + problems.length, cancelled)
  writeEnd(project, batch.id, options, report, store)
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

function writeEnd(
  project: Project,
  batchId: number,
  options: ImportOptions,
  report: ImportReport,
  store: ArticleStore,
) {
  const { files, imported, duplicates, changed, failed: failures } = report
  const names = options.paths.map((path) => basename(resolve(path))).join(', ')
  try {
    project.sql.transaction(() => {
      const state = store.stopped !== null ? 'failed' : report.cancelled ? 'cancelled' : 'done'
      const counts = { files, imported, duplicates, changed, failed: failures }
      finishBatch(project, batchId, state, counts, report.items)
      if (imported === 0) return
      const summary = `import ${imported} ${imported === 1 ? 'article' : 'articles'} from ${names}`
      appendNote(project, { author: options.author, kind: 'import', articleId: null, summary, ops: [], inverse: [] })
    })
  } catch (error) {
    // a full disk has no room for the report either; the batch is closed as interrupted on the next opening
    if (store.stopped === null && !store.isFull) throw error
  }
}
