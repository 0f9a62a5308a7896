import { stat } from 'node:fs/promises'
import { type ImportOptions, PLAIN_IMPORT } from '../../shared/contract/import-options'
import type { PreflightReport } from '../../shared/contract/preflight'
import { breathe, type JobControl, type JobEnd } from '../base/jobs'
import type { Project } from '../store/project'
import { rememberedMappings } from '../store/rows/import-mappings'
import { ImportProgress } from './import-progress'
import { Look } from './look'
import { readAll } from './read-all'
import { findFiles } from './walk'

const BREATHE_EVERY_MS = 30

/** Walks and reads everything as an import would, and stores nothing. */
export async function runPreflight(
  project: Project,
  paths: readonly string[],
  options: ImportOptions = PLAIN_IMPORT,
  control: JobControl,
): Promise<JobEnd<PreflightReport>> {
  control.progress('Looking for files', 0, null)
  const { files, problems, passedOver } = await findFiles(paths, options.format, control.isCancelled, (found) =>
    control.progress('Looking for files', found, null),
  )
  const look = new Look(project, options, files)
  for (const problem of problems) look.items.add(problem.path, problem)
  const progress = new ImportProgress(control, 'Looking at files', files.length)
  const reading = {
    files,
    options,
    remembered: rememberedMappings(project.sql),
    isCancelled: control.isCancelled,
    onBytes: progress.bytes,
    onTable: look.addTable,
  }
  let filesRead = 0
  let sinceMs = performance.now()
  for await (const { items, filesDone } of readAll(reading)) {
    if (control.isCancelled()) break
    for (const item of items) look.add(item)
    for (const { path } of files.slice(filesRead, filesRead + filesDone)) look.bytes += await sizeOf(path)
    filesRead += filesDone
    progress.files(filesRead)
    if (performance.now() - sinceMs < BREATHE_EVERY_MS) continue
    await breathe()
    sinceMs = performance.now()
  }
  const cancelled = control.isCancelled()
  if (!cancelled) await look.previewUnsure()
  return {
    state: cancelled ? 'cancelled' : 'done',
    report: look.report(files.length + problems.length, passedOver, cancelled),
  }
}

const sizeOf = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  )
