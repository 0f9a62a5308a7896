import { basename, resolve } from 'node:path'
import { type ImportOptions, PLAIN_IMPORT } from '../../shared/contract/import-options'
import type { ImportReport } from '../../shared/contract/jobs'
import { isMapEmpty, type LabelMap, mergeLabelMaps } from '../../shared/domain/label-set/label-map'
import { breathe, type JobControl, type JobEnd } from '../base/jobs'
import { appendNote } from '../store/history/events'
import type { Project } from '../store/project'
import { type BatchState, finishBatch, startBatch } from '../store/rows/batches'
import { rememberedMappings, rememberMapping } from '../store/rows/import-mappings'
import { rememberedLabelMap, rememberLabelMap } from '../store/rows/label-maps'
import { countOf } from '../store/wording'
import { AnnotationImport } from './annotated/storing/annotation-import'
import { ArticleStore } from './article-store'
import { ImportProgress } from './import-progress'
import type { Prepared } from './prepare'
import { readAll } from './read-all'
import type { ReadFile } from './read-file'
import type { Slice } from './read-files'
import type { FoundTable } from './readers/reader'
import { Tally } from './tally'
import { findFiles } from './walk'

const TRANSACTION_ARTICLES = 250
const TRANSACTION_MS = 100

export interface ImportRequest {
  readonly paths: readonly string[]
  readonly author: string
  readonly options?: ImportOptions
  /** Told of the batch once there is one. */
  readonly onBatch?: (uid: string) => void
  /** Told after each transaction that stored something. */
  readonly onStored?: () => void
  readonly readFile?: ReadFile
}

/** Imports files and folders as one batch. What was stored before a cancel or a failure stays. */
export async function runImport(
  project: Project,
  request: ImportRequest,
  control: JobControl,
): Promise<JobEnd<ImportReport>> {
  const options = request.options ?? PLAIN_IMPORT
  const batch = startBatch(
    project,
    request.paths.map((path) => basename(resolve(path))),
    { ...options, paths: request.paths.map((path) => resolve(path)) },
  )
  request.onBatch?.(batch.uid)
  control.progress('Looking for files', 0, null)
  const { files, problems, passedOver } = await findFiles(request.paths, options.format, control.isCancelled, (found) =>
    control.progress('Looking for files', found, null),
  )
  const tally = new Tally(problems)
  const total = files.length
  let filesRead = 0
  let waiting: Prepared[] = []
  let waitingSinceMs = performance.now()
  const { annotator, as } = options
  const givenMap = options.labelMap
  const labelMap = mergeLabelMaps(rememberedLabelMap(project.sql), givenMap)
  const annotating = new AnnotationImport(project, { batch, author: request.author, annotator, as, labelMap, givenMap })
  const reviser = options.revisions ? request.author : null
  const store = new ArticleStore(project, batch.id, tally, reviser, annotating, () => request.onStored?.())
  const progress = new ImportProgress(control, 'Importing', total)
  const tell = () => progress.files(Math.max(0, filesRead - filesOf(waiting)))
  const flush = async () => {
    waiting = await store.store(waiting, control.isCancelled, (left) => progress.files(Math.max(0, filesRead - left)))
    waitingSinceMs = performance.now()
  }

  const chosen = new Map<string, Pick<FoundTable, 'columns' | 'mapping'>>()
  const reading = {
    files,
    options,
    remembered: rememberedMappings(project.sql),
    isCancelled: control.isCancelled,
    onBytes: progress.bytes,
    onTable: ({ columns, mapping, isChosen }: FoundTable) => {
      if (isChosen && mapping.text !== undefined) chosen.set(JSON.stringify(columns), { columns, mapping })
    },
  }
  const slices = readAll(reading, request.readFile)
  let ahead = readAhead(slices)
  let isInFile = false
  while (!control.isCancelled() && store.stopped === null) {
    const { value: slice, done } = await ahead
    if (done) {
      if (waiting.length > 0) await flush()
      break
    }
    ahead = readAhead(slices)
    filesRead += slice.filesDone
    isInFile = slice.filesDone === 0
    waiting.push(...slice.items)
    const isDue = waiting.length >= TRANSACTION_ARTICLES || performance.now() - waitingSinceMs >= TRANSACTION_MS
    if (isDue) await flush()
    tell()
    await breathe()
  }
  await ahead
  await slices.return()
  // cancelled with files at hand that are read already
  if (store.stopped === null && !store.isFull && waiting.length > 0) await flush()
  const cancelled = store.stopped === null && control.isCancelled()
  for (const { file, part } of waiting) tally.addUnstored(file, part, store.stopped)
  const unread = files.slice(filesRead)
  if (isInFile && cancelled && unread[0] !== undefined) tally.addCutOff(unread.shift()!)
  for (const file of unread) tally.addUnstored(file, '', store.stopped)
  control.progress('Importing', total, total)
  const counted = tally.report(batch.uid, total + problems.length, passedOver, cancelled)
  const mapWarnings = cancelled ? [] : annotating.mapWarnings()
  const report = mapWarnings.length === 0 ? counted : { ...counted, map_warnings: mapWarnings }
  const state =
    store.stopped !== null ? 'failed' : control.isClosing() ? 'interrupted' : cancelled ? 'cancelled' : 'done'
  writeEnd(project, batch.id, request, report, state, store.isFull, chosen, labelMap)
  return { state: cancelled ? 'cancelled' : 'done', report }
}

/** Has the next files read while others are stored; a failure is thrown where it is awaited. */
function readAhead(slices: AsyncGenerator<Slice, void>): Promise<IteratorResult<Slice, void>> {
  const next = slices.next()
  next.catch(() => {})
  return next
}

const filesOf = (items: readonly Prepared[]): number => items.filter(({ part }) => part === '').length

function writeEnd(
  project: Project,
  batchId: number,
  request: ImportRequest,
  report: ImportReport,
  state: BatchState,
  isFull: boolean,
  chosen: ReadonlyMap<string, Pick<FoundTable, 'columns' | 'mapping'>>,
  labelMap: LabelMap,
) {
  const { batch: _, items, cancelled: __, ...counts } = report
  const names = request.paths.map((path) => basename(resolve(path))).join(', ')
  try {
    project.sql.transaction(() => {
      finishBatch(project, batchId, state, counts, items)
      for (const { columns, mapping } of chosen.values()) rememberMapping(project, columns, mapping)
      if (!isMapEmpty(labelMap)) rememberLabelMap(project.sql, labelMap)
      if (report.imported === 0) return
      const summary = `import ${countOf(report.imported, 'article')} from ${names}`
      appendNote(project, { author: request.author, kind: 'import', articleId: null, summary, ops: [], inverse: [] })
    })
  } catch (error) {
    // a full disk has no room for the report either; the batch is closed as interrupted on the next opening
    if (state !== 'failed' && !isFull) throw error
  }
}
