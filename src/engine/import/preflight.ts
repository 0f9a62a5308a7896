import { stat } from 'node:fs/promises'
import { type Format, type ImportOptions, PLAIN_IMPORT } from '../../shared/contract/import-options'
import type { PreflightReport } from '../../shared/contract/preflight'
import { mergeLabelMaps } from '../../shared/domain/label-set/label-map'
import { breathe, type JobControl, type JobEnd } from '../base/jobs'
import type { Project } from '../store/project'
import { rememberedMappings } from '../store/rows/import-mappings'
import { rememberedLabelMap } from '../store/rows/label-maps'
import { LabelMapping } from './annotated/names/label-mapping'
import { LabelSurvey } from './annotated/names/survey-labels'
import { knownOf, sameTextWarning } from './earlier'
import { encodingPreview } from './encodings/preview'
import { ImportFailure } from './failure'
import { type FoundFile, pathOnDisk } from './found-file'
import { ImportProgress } from './import-progress'
import type { PassedOver } from './passed-over'
import { placeOf } from './place'
import type { Prepared, PreparedArticle } from './prepare'
import { readAll } from './read-all'
import { readArticleFile } from './read-file'
import type { FoundTable, Warning } from './readers/reader'
import { ReportItems } from './report-items'
import { UnitsRead } from './units-read'
import { findFiles } from './walk'

const BREATHE_EVERY_MS = 30
const SHOWN_TABLES = 20
const SHOWN_ROWS = 4
const SHOWN_UNSURE = 6
const SHOWN_CANDIDATES = 3

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
  const look = new Look(project, options)
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

/** Counts what is read. */
class Look {
  readonly items = new ReportItems()
  bytes = 0
  #articles = 0
  #inProject = 0
  #twice = 0
  #spans = 0
  #relations = 0
  readonly #units = new UnitsRead()
  readonly #survey = new LabelSurvey()
  readonly #mapping: LabelMapping
  readonly #project: Project
  readonly #withRevisions: boolean
  readonly #formats = new Map<Format, { files: Set<string>; articles: number }>()
  readonly #encodings = new Map<string, number>()
  readonly #tables = new Map<string, PreflightReport['tables'][number]>()
  readonly #unsure: FoundFile[] = []
  readonly #previews: PreflightReport['unsure'] = []
  /** The beginnings of their hashes: of a million files these are a few megabytes. */
  readonly #seen = new Set<string>()
  /** The same of texts that are not the very bytes of their files. */
  readonly #seenTexts = new Set<string>()

  constructor(project: Project, { revisions, labelMap, as }: ImportOptions) {
    this.#project = project
    this.#withRevisions = revisions
    const map = mergeLabelMaps(rememberedLabelMap(project.sql), labelMap)
    this.#mapping = new LabelMapping(project.labelSet, map, as === 'annotations')
  }

  add(read: Prepared): void {
    const path = placeOf(read.file.path, read.part)
    // what it belongs to is in the project, or will be said not to be
    if (read.kind === 'elsewhere') {
      this.#survey.add(read.found, '')
      return
    }
    if (read.kind !== 'article') {
      const outcome = read.kind === 'failure' ? 'failed' : 'warning'
      this.items.add(read.file.path, { path, outcome, code: read.code, message: read.message })
      return
    }
    this.#count(read)
    const known = this.#whyNot(read)
    if (known !== null) this.items.add(read.file.path, { path, ...known })
    const comesIn =
      known === null || known.outcome === 'warning' || (known.outcome === 'changed' && this.#withRevisions)
    if (comesIn) this.#articles++
    for (const { code, message } of read.warnings) {
      this.items.add(read.file.path, { path, outcome: 'warning', code, message })
      // an entry of an archive is not read alone
      if (code === 'encoding_unsure' && read.part === '') this.#unsure.push(read.file)
    }
  }

  /** A list of records, before its first article. */
  readonly addTable = ({ columns, name, rows, mapping }: FoundTable): void => {
    const key = JSON.stringify([...columns].sort())
    const known = this.#tables.get(key)
    if (known !== undefined) known.files++
    else if (this.#tables.size < SHOWN_TABLES) {
      const shown = rows.slice(0, SHOWN_ROWS).map((row) => columns.map((column) => row[column] ?? ''))
      this.#tables.set(key, { columns: [...columns], files: 1, name, rows: shown, mapping })
    }
  }

  /** Reads some of the files whose encoding is a guess once more, in the encodings that they may be in. */
  async previewUnsure(): Promise<void> {
    for (const file of this.#unsure.slice(0, SHOWN_UNSURE)) {
      try {
        const candidates = encodingPreview(await readArticleFile(pathOnDisk(file))).slice(0, SHOWN_CANDIDATES)
        const shown = candidates.map(({ encoding, lines }) => ({ encoding, lines: [...lines] }))
        this.#previews.push({ path: file.path, candidates: shown })
      } catch (error) {
        // gone meanwhile; the import will say so
        if (!(error instanceof ImportFailure)) throw error
      }
    }
  }

  report(files: number, passedOver: PassedOver, cancelled: boolean): PreflightReport {
    return {
      files,
      passedOver: passedOver.count,
      bytes: this.bytes,
      articles: this.#articles,
      formats: [...this.#formats]
        .map(([format, { files, articles }]) => ({ format, files: files.size, articles }))
        .sort((a, b) => b.files - a.files),
      encodings: [...this.#encodings]
        .map(([encoding, articles]) => ({ encoding, articles }))
        .sort((a, b) => b.articles - a.articles),
      unsure: this.#previews,
      tables: [...this.#tables.values()],
      inProject: this.#inProject,
      twice: this.#twice,
      changed: this.items.count('changed'),
      spans: this.#spans,
      relations: this.#relations,
      offset_unit: this.#units.name,
      names: this.#survey.names(this.#mapping),
      failed: this.items.count('failed'),
      warnings: this.items.count('warning'),
      cancelled,
      items: [...this.items.list(), ...passedOver.items()],
    }
  }

  #count({ format, file, decoded, annotations }: PreparedArticle): void {
    this.#spans += annotations?.spans.length ?? 0
    this.#relations += annotations?.relations.length ?? 0
    this.#units.add(annotations?.units ?? [])
    if (annotations !== null) this.#survey.add(annotations, decoded.text)
    const ofFormat = this.#formats.get(format) ?? { files: new Set(), articles: 0 }
    ofFormat.files.add(file.path)
    ofFormat.articles++
    this.#formats.set(format, ofFormat)
    this.#encodings.set(decoded.encoding, (this.#encodings.get(decoded.encoding) ?? 0) + 1)
  }

  /** Why an article would not come in, or a word about it; the same questions in the same order as when it is stored. */
  #whyNot(article: PreparedArticle) {
    const known = knownOf(this.#project.sql, article, null)
    if (known.kind === 'there') {
      this.#inProject++
      const message = `It is in the project already, as ${known.as}.`
      return { outcome: 'duplicate', code: 'duplicate', message } as const
    }
    const [print, printOfText] = [printOf(article.sha256), printOf(article.textSha256)]
    if (this.#seen.has(print)) {
      this.#twice++
      const message = 'The same text stands earlier among these files.'
      return { outcome: 'duplicate', code: 'twice', message } as const
    }
    const isSameText = this.#seen.has(printOfText) || this.#seenTexts.has(printOfText)
    this.#seen.add(print)
    if (printOfText !== print) this.#seenTexts.add(printOfText)
    if (known.kind === 'new') {
      if (known.sameText !== null) return { outcome: 'warning', ...sameTextWarning(known.sameText) } as const
      return isSameText ? ({ outcome: 'warning', ...SAME_TEXT_HERE } as const) : null
    }
    const after = this.#withRevisions ? 'gets a new revision' : 'would be left as it is'
    const message = `It has changed since it was imported. The article ${after}.`
    return { outcome: 'changed', code: 'changed', message } as const
  }
}

const printOf = (sha256: string): string => Buffer.from(sha256, 'hex').toString('latin1', 0, 10)

const SAME_TEXT_HERE: Warning = {
  code: 'same_text',
  message: 'The same text stands earlier among these files, in other bytes. Both come in, as copies of each other.',
}
