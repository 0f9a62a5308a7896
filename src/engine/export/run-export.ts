import { resolve } from 'node:path'
import type Database from 'better-sqlite3'
import type { ExportReport } from '../../shared/contract/jobs'
import { DictumError } from '../../shared/domain/result'
import { breathe, type JobControl, type JobEnd } from '../base/jobs'
import type { Project } from '../store/project'
import { readLabelSet } from '../store/rows/label-set'
import { createSql, type Sql } from '../store/sql'
import { annotationsOf, articleRecords, countArticles, entitiesByUid } from './article-record'
import { openAtomicFile } from './atomic-file'
import { buildLine } from './dictum-jsonl'
import { namesOf } from './names'
import { refuseTarget } from './refuse-target'
import { verifyJsonl } from './verify-jsonl'

export interface ExportOptions {
  readonly path: string
  /** Empty: any status. */
  readonly statuses: readonly string[]
  /** Label names; empty: all. */
  readonly labels: readonly string[]
}

const BREATHE_EVERY_MS = 30

/**
 * Writes a `dictum-jsonl/1` file of a snapshot of the project, which it closes, checks the file by reading it again, and
 * only then gives it its name. Cancelled or failed, it leaves no file, and one that was there as it was.
 */
export async function runExport(
  project: Project,
  db: Database.Database,
  options: ExportOptions,
  control: JobControl,
): Promise<JobEnd<ExportReport>> {
  try {
    const labelIds = chosenLabels(project, options.labels)
    refuseTarget(project, options.path)
    const file = await openAtomicFile(options.path)
    try {
      const { report, ids } = await writeLines(createSql(db), options, labelIds, file.write, control)
      await file.flush()
      await verify(file.partialPath, ids, control)
      await file.publish()
      return { state: 'done', report: { ...report, files: [resolve(options.path)] } }
    } finally {
      await file.discard()
    }
  } finally {
    db.close()
  }
}

/** Throws bad_request if a name is not one of the label set's. */
function chosenLabels(project: Project, names: readonly string[]): ReadonlySet<string> | null {
  if (names.length === 0) return null
  const { labels } = project.labelSet
  return new Set(
    names.map((name) => {
      const label = labels.find((known) => known.name === name)
      if (label) return label.id
      const known = labels.map((one) => one.name).join(', ')
      throw new DictumError('bad_request', `There is no label “${name}” in this project. It has: ${known}.`)
    }),
  )
}

async function writeLines(
  sql: Sql,
  options: ExportOptions,
  labelIds: ReadonlySet<string> | null,
  write: (text: string) => Promise<void>,
  control: JobControl,
): Promise<{ report: ExportReport; ids: string[] }> {
  // of the snapshot too: the project's own may be edited while this runs
  const names = namesOf(readLabelSet(sql))
  const total = countArticles(sql, options.statuses)
  const ids: string[] = []
  const refused: { article: string; span: string; message: string }[] = []
  const lost = { overlapping: 0, discontinuous: 0, relations: 0, attributes: 0, notes: 0 }
  let spans = 0
  let relations = 0
  const pace = pacer(control)
  control.progress('Writing articles', 0, total)
  for (const article of articleRecords(sql, options.statuses)) {
    const all = annotationsOf(sql, article.articleId)
    const chosen = labelIds ? all.spans.filter(({ labelId }) => labelIds.has(labelId)) : all.spans
    const built = buildLine({
      article,
      spans: chosen,
      relations: all.relations,
      entitiesOf: (uids) => (uids.length === 0 ? [] : entitiesByUid(sql, uids)),
      names,
    })
    await write(`${JSON.stringify(built.line)}\n`)
    ids.push(article.uid)
    spans += built.line.spans.length
    relations += built.line.relations.length
    lost.relations += built.lostRelations
    lost.notes += chosen.filter(({ note }) => note !== '').length + (article.note === '' ? 0 : 1)
    for (const { span, message } of built.refused) refused.push({ article: article.uid, span, message })
    control.progress('Writing articles', ids.length, total)
    await pace()
  }
  return {
    report: { articles: ids.length, spans, relations, files: [], offset_unit: 'codepoint', lost, refused },
    ids,
  }
}

async function verify(path: string, ids: readonly string[], control: JobControl): Promise<void> {
  let checked = 0
  const pace = pacer(control)
  for await (const { id, problem } of verifyJsonl(path)) {
    if (problem !== null || id !== ids[checked]) {
      const detail = problem ?? `line ${checked + 1} is article ${id} instead of ${ids[checked]}`
      throw new DictumError(
        'offset_mismatch',
        'The written file does not match the project; it was taken away.',
        detail,
      )
    }
    checked++
    control.progress('Checking the file', checked, ids.length)
    await pace()
  }
  if (checked !== ids.length) {
    const detail = `${checked} lines instead of ${ids.length}`
    throw new DictumError('offset_mismatch', 'The written file is not complete; it was taken away.', detail)
  }
}

/** Lets other requests be served every few articles, and stops a cancelled job. */
function pacer(control: JobControl): () => Promise<void> {
  let sinceMs = performance.now()
  return async () => {
    if (control.isCancelled()) throw new DictumError('cancelled', 'The export was cancelled; no file was written.')
    if (performance.now() - sinceMs < BREATHE_EVERY_MS) return
    await breathe()
    sinceMs = performance.now()
  }
}
