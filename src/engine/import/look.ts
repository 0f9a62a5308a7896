import type { Format, ImportOptions } from '../../shared/contract/import-options'
import type { ImportItem } from '../../shared/contract/jobs'
import type { PreflightReport } from '../../shared/contract/preflight'
import { mergeLabelMaps } from '../../shared/domain/label-set/label-map'
import type { Project } from '../store/project'
import { rememberedLabelMap } from '../store/rows/label-maps'
import type { ElsewhereText } from './annotated/found-text'
import { LabelMapping } from './annotated/names/label-mapping'
import { MapUse } from './annotated/names/map-use'
import { LabelSurvey } from './annotated/names/survey-labels'
import { placeElsewhere } from './annotated/placing/place-annotations'
import type { PlacedAnnotations } from './annotated/placing/placed'
import { TextsElsewhere } from './annotated/storing/texts-elsewhere'
import { knownOf, sameTextWarning } from './earlier'
import { encodingPreview } from './encodings/preview'
import { ImportFailure } from './failure'
import { FilesBefore } from './files-before'
import { type FoundFile, pathOnDisk } from './found-file'
import type { PassedOver } from './passed-over'
import { placeOf } from './place'
import type { Prepared, PreparedArticle, PreparedElsewhere } from './prepare'
import { readArticleFile } from './read-file'
import type { FoundTable, Warning } from './readers/reader'
import { ReportItems } from './report-items'
import { textOfArticle } from './store-article'
import { textMissing } from './tally'
import { UnitsRead } from './units-read'

const SHOWN_TABLES = 20
const SHOWN_ROWS = 4
const SHOWN_UNSURE = 6
const SHOWN_CANDIDATES = 3

/** Counts what is read. */
export class Look {
  readonly items = new ReportItems()
  bytes = 0
  #articles = 0
  #inProject = 0
  #annotatedThere = 0
  #twice = 0
  #spans = 0
  #relations = 0
  readonly #units = new UnitsRead()
  readonly #survey = new LabelSurvey()
  readonly #mapping: LabelMapping
  readonly #mapUse: MapUse
  readonly #project: Project
  readonly #annotator: string | null
  readonly #texts: TextsElsewhere
  readonly #files: FilesBefore
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

  constructor(project: Project, { revisions, labelMap, as, annotator }: ImportOptions, files: readonly FoundFile[]) {
    this.#project = project
    this.#annotator = annotator
    this.#texts = new TextsElsewhere(project.sql)
    this.#files = new FilesBefore(files)
    this.#withRevisions = revisions
    const map = mergeLabelMaps(rememberedLabelMap(project.sql), labelMap)
    this.#mapping = new LabelMapping(project.labelSet, map, as === 'annotations')
    this.#mapUse = new MapUse(labelMap, project.labelSet)
  }

  add(read: Prepared): void {
    const path = placeOf(read.file.path, read.part)
    if (read.kind === 'elsewhere') {
      this.#addElsewhere(read, path)
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

  /** Annotations whose text is in the project, or will have come in before them, or is nowhere. */
  #addElsewhere(read: PreparedElsewhere, path: string): void {
    const { file, found, known } = read
    const add = (outcome: ImportItem['outcome'], code: string, message: string, at = path) =>
      this.items.add(file.path, { path: at, outcome, code, message })
    const articleId = this.#texts.find(found.text)
    if (articleId === null) {
      this.#survey.add(found, '')
      this.#mapUse.add(found)
      if (!this.#willBeThere(found.text, file)) add('failed', 'text_missing', textMissing(read))
      return
    }
    const { source, text, hasReturns } = textOfArticle(this.#project.sql, articleId)
    const { annotations, troubles } = placeElsewhere(found, text, hasReturns, known, this.#annotator)
    this.#inProject++
    this.#countAnnotations(annotations, text)
    this.#countThere(annotations)
    add('duplicate', 'duplicate', `Its text is in the project, as ${source}.`)
    for (const { kind, part, code, message } of troubles) {
      const at = part === '' ? path : placeOf(file.path, part)
      add(kind === 'failure' ? 'failed' : 'warning', code, message, at)
    }
  }

  #willBeThere({ sha256, source }: ElsewhereText, file: FoundFile): boolean {
    if (source !== null && this.#files.has(source, file)) return true
    if (sha256 === null) return false
    const print = printOf(sha256)
    return this.#seen.has(print) || this.#seenTexts.has(print)
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
      annotatedThere: this.#annotatedThere,
      twice: this.#twice,
      changed: this.items.count('changed'),
      spans: this.#spans,
      relations: this.#relations,
      offset_unit: this.#units.name,
      names: this.#survey.names(this.#mapping),
      namesUnlisted: this.#survey.unlisted,
      map_warnings: this.#mapUse.warnings(),
      failed: this.items.count('failed'),
      warnings: this.items.count('warning'),
      cancelled,
      items: [...this.items.list(), ...passedOver.items()],
    }
  }

  #count({ format, file, decoded, annotations }: PreparedArticle): void {
    if (annotations !== null) this.#countAnnotations(annotations, decoded.text)
    const ofFormat = this.#formats.get(format) ?? { files: new Set(), articles: 0 }
    ofFormat.files.add(file.path)
    ofFormat.articles++
    this.#formats.set(format, ofFormat)
    this.#encodings.set(decoded.encoding, (this.#encodings.get(decoded.encoding) ?? 0) + 1)
  }

  #countAnnotations(annotations: PlacedAnnotations, text: string): void {
    this.#spans += annotations.spans.length
    this.#relations += annotations.relations.length
    this.#units.add(annotations.units)
    this.#survey.add(annotations, text)
    this.#mapUse.add(annotations)
  }

  #countThere(annotations: PlacedAnnotations | null): void {
    if (annotations !== null && annotations.spans.length > 0) this.#annotatedThere++
  }

  /** Why an article would not come in, or a word about it; the same questions in the same order as when it is stored. */
  #whyNot(article: PreparedArticle) {
    const known = knownOf(this.#project.sql, article, null)
    if (known.kind === 'there') {
      this.#inProject++
      if (known.shelf !== 'trash' && known.shelf !== 'superseded') this.#countThere(article.annotations)
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
