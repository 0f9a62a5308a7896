import { basename } from 'node:path'
import type { MapWarning } from '../../../../shared/contract/map-warning'
import type { AttributeValues } from '../../../../shared/domain/annotations/annotations'
import { STATUSES, type Status } from '../../../../shared/domain/corpus/articles'
import type { LabelMap } from '../../../../shared/domain/label-set/label-map'
import { timestamp } from '../../../base/clock-and-ids'
import { beginArticle } from '../../../store/annotations/begin-article'
import { appendNote, appendStep } from '../../../store/history/events'
import { applyOps, type Op } from '../../../store/history/ops'
import type { Project } from '../../../store/project'
import { relationsOfArticle, spansOfArticle } from '../../../store/rows/annotation-rows'
import { readArticleFields } from '../../../store/rows/article-fields'
import { articleText } from '../../../store/rows/articles'
import { suggestionsOfArticle } from '../../../store/rows/suggestion-rows'
import { countOf } from '../../../store/wording'
import type { ElsewhereText } from '../found-text'
import { LabelMapping } from '../names/label-mapping'
import { MapUse } from '../names/map-use'
import { mapValues } from '../names/mapped-values'
import type { PlacedAnnotations } from '../placing/placed'
import { EntityBook } from './entity-book'
import { freeUids, likelyUid } from './free-uids'
import { LabelSetNote } from './label-set-note'
import { type AnnotationPlan, NOTHING_PRESENT, type PlanTrouble, type Present } from './plan'
import { planAnnotations } from './plan-annotations'
import { TextsElsewhere } from './texts-elsewhere'

export interface AnnotationImportOptions {
  readonly batch: { readonly id: number; readonly uid: string }
  /** Who imports, and whose work it is where the files do not say. */
  readonly author: string
  /** Whose work all of it is, whatever the files say. */
  readonly annotator: string | null
  readonly as: 'annotations' | 'suggestions'
  readonly labelMap: LabelMap
  /** What of that was said for this import. */
  readonly givenMap: LabelMap
}

/** What came in with one text. */
export interface CameIn
  extends Pick<AnnotationPlan, 'spans' | 'relations' | 'suggestions' | 'there' | 'leftOut' | 'troubles'> {}

/** How a new article begins. */
export interface OwnStart {
  /** What a file of ours calls it; null where it does not, or another article is called so. */
  readonly uid: string | null
  readonly status: Status
  readonly fields: AttributeValues
  readonly entities: ReadonlyMap<string, string>
  readonly troubles: readonly PlanTrouble[]
}

/** Stores the annotations that one import brings, inside the transactions of its articles. */
export class AnnotationImport {
  readonly #project: Project
  readonly #options: AnnotationImportOptions
  readonly #mapping: LabelMapping
  readonly #mapUse: MapUse
  readonly #entities: EntityBook
  readonly #note: LabelSetNote
  #texts: TextsElsewhere
  #learned = new WeakSet<PlacedAnnotations>()
  #suggestions = 0

  constructor(project: Project, options: AnnotationImportOptions) {
    this.#project = project
    this.#options = options
    this.#mapping = new LabelMapping(project.labelSet, options.labelMap, options.as === 'annotations')
    this.#mapUse = new MapUse(options.givenMap, project.labelSet)
    this.#entities = new EntityBook(project, options.author)
    this.#note = new LabelSetNote(project, options.author)
    this.#texts = new TextsElsewhere(project.sql)
  }

  /** What is odd about the map of names that was given. */
  mapWarnings(): MapWarning[] {
    return this.#mapUse.warnings()
  }

  get annotator(): string | null {
    return this.#options.annotator
  }

  /** The article of a text that is not in its file; null if it is not in the project. */
  findText(text: ElsewhereText): number | null {
    return this.#texts.find(text)
  }

  /** Adds to the label set what these texts need, all at once: the more is seen, the better is guessed. */
  learn(texts: readonly PlacedAnnotations[]): void {
    const { labelSet } = this.#project
    // what was learned is in the set, unless that is another now
    if (labelSet !== this.#mapping.labelSet) this.#learned = new WeakSet()
    this.#mapping.follow(labelSet)
    const more = texts.filter((text) => !this.#learned.has(text))
    for (const text of more) {
      this.#learned.add(text)
      this.#mapUse.add(text)
    }
    if (!this.#mapping.learn(more)) return
    this.#note.write(this.#mapping.labelSet)
    this.#mapping.follow(this.#project.labelSet)
  }

  /** At the end of each transaction: what was added for its articles becomes one event. */
  endTransaction(): void {
    this.#note.append(this.#entities.takeMade())
  }

  /** The transaction was rolled back. */
  forget(): void {
    this.#note.forget()
    this.#entities.forget()
    this.#texts = new TextsElsewhere(this.#project.sql)
  }

  /** Of an article that is about to be stored; its entities are in the project then. */
  startOf({ own, entities, spans }: PlacedAnnotations): OwnStart {
    const uids = this.#entities.uidsOf(entities, own?.hasUids === true)
    const isMarked = this.#options.as === 'annotations' && spans.some(({ guess }) => guess === null)
    const begun = isMarked ? 'in_progress' : 'todo'
    if (own === null) return { uid: null, status: begun, fields: {}, entities: uids, troubles: [] }
    const { labelSet, map } = this.#mapping
    const { values, lost } = mapValues(labelSet.fields, map.fields, own.fields, (id) => uids.get(id) ?? null)
    const uid = own.uid === null ? null : freeUids(this.#project.sql, 'article', [own.uid])(own.uid)
    const isTaken = own.uid !== null && uid === null && likelyUid(own.uid) !== null
    return {
      uid,
      status: STATUSES.find((known) => known === own.status) ?? begun,
      fields: values,
      entities: uids,
      troubles: [...(isTaken ? [uidTaken(own.uid!)] : []), ...lost.map(fieldRefused)],
    }
  }

  /** Gives a new article what came with it. It is part of the import: undo steps over it. */
  addToNew(article: NewArticle, annotations: PlacedAnnotations, start: OwnStart, path: string): CameIn {
    const plan = this.#storeTrusting(article, annotations, start, path)
    return { ...plan, troubles: [...start.troubles, ...plan.troubles] }
  }

  /** With the uids of its file; asking whether they are free takes longer than finding out that one is not. */
  #storeTrusting(
    article: NewArticle,
    annotations: PlacedAnnotations,
    { entities }: OwnStart,
    path: string,
  ): AnnotationPlan {
    const { sql } = this.#project
    try {
      const plan = this.#plan(article, annotations, NOTHING_PRESENT, entities, true)
      this.#store(article, plan, [], path, 'note')
      return plan
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'SQLITE_CONSTRAINT_UNIQUE') throw error
      for (const table of ['relation', 'span']) sql.run(`DELETE FROM ${table} WHERE article_id = ?`, article.articleId)
      const plan = this.#plan(article, annotations, NOTHING_PRESENT, entities, false)
      this.#store(article, plan, [], path, 'note')
      return plan
    }
  }

  /** Gives an article that is there what it does not have yet. */
  addToPresent(articleId: number, batchId: number, annotations: PlacedAnnotations, path: string): CameIn {
    const { sql, clock } = this.#project
    const { uid, text, status } = articleText(sql, articleId)
    const entities = this.#entities.uidsOf(annotations.entities, annotations.own?.hasUids === true)
    const present = presentIn(this.#project, articleId)
    const article = { uid, articleId, text }
    const plan = this.#plan(article, annotations, present, entities, false)
    const at = timestamp(clock)
    const begun = plan.spans > 0 ? beginArticle(sql, { articleId, uid, status }, at) : []
    const fields = this.#missingFields(uid, annotations, entities, at)
    // what stands in several files of one import came in with it
    const how = batchId === this.#options.batch.id ? 'note' : 'step'
    this.#store(article, plan, [...begun, ...fields.ops], path, how)
    return { ...plan, troubles: [...fields.troubles, ...plan.troubles] }
  }

  #plan(
    { uid, text }: NewArticle,
    annotations: PlacedAnnotations,
    present: Present,
    entities: ReadonlyMap<string, string>,
    trustsUids: boolean,
  ): AnnotationPlan {
    const { sql, clock } = this.#project
    const { as } = this.#options
    const author = this.#options.annotator ?? this.#options.author
    const at = timestamp(clock)
    const context = {
      sql,
      clock,
      mapping: this.#mapping,
      author,
      at,
      asSuggestions: as === 'suggestions',
      trustsUids,
      source: 'import',
    }
    return planAnnotations(context, { articleUid: uid, text, present, entities }, annotations)
  }

  #store(
    { articleId }: NewArticle,
    plan: AnnotationPlan,
    more: readonly Op[],
    path: string,
    how: 'note' | 'step',
  ): void {
    const { sql, clock } = this.#project
    const { author, batch } = this.#options
    const name = basename(path)
    const run = { run: batch.uid, reason: `imported from ${name}`, author, createdAt: timestamp(clock) }
    const suggested = plan.suggestions === 0 ? [] : plan.suggested.ops(run, this.#suggestions)
    this.#suggestions += plan.suggestions
    const ops: Op[] = [
      ...(plan.added.isEmpty ? [] : [{ op: 'annotations.add' as const, added: plan.added.list() }]),
      ...suggested,
      ...more,
    ]
    if (ops.length === 0) return
    const inverse = applyOps(sql, ops)
    const event = { author, articleId, summary: `import ${whatOf(plan)} from ${name}`, ops, inverse }
    if (how === 'note') appendNote(this.#project, { ...event, kind: 'import.annotations' })
    else appendStep(this.#project, { ...event, kind: 'import.merge' })
  }

  /** Document fields that have no value yet. */
  #missingFields(
    uid: string,
    { own }: PlacedAnnotations,
    entities: ReadonlyMap<string, string>,
    at: string,
  ): { ops: Op[]; troubles: PlanTrouble[] } {
    if (own === null || Object.keys(own.fields).length === 0) return { ops: [], troubles: [] }
    const { labelSet, map } = this.#mapping
    const { values, lost } = mapValues(labelSet.fields, map.fields, own.fields, (id) => entities.get(id) ?? null)
    const present = readArticleFields(this.#project.sql, uid)?.fields ?? {}
    const isMore = Object.keys(values).some((id) => present[id] === undefined)
    const ops: Op[] = isMore
      ? [{ op: 'article.set', uid, fields: { fields: { ...values, ...present }, updatedAt: at } }]
      : []
    return { ops, troubles: lost.map(fieldRefused) }
  }
}

export interface NewArticle {
  readonly articleId: number
  readonly uid: string
  readonly text: string
}

function presentIn({ sql }: Project, articleId: number): Present {
  const spans = spansOfArticle(sql, articleId)
  const relations = spans.length === 0 ? [] : relationsOfArticle(sql, articleId)
  return { spans, relations, suggestions: suggestionsOfArticle(sql, articleId) }
}

const uidTaken = (uid: string): PlanTrouble => ({
  kind: 'warning',
  place: '',
  code: 'same_id',
  message: `Another text of the project has its id, “${uid}”, so it was given one of its own.`,
})

const fieldRefused = (what: string): PlanTrouble => ({
  kind: 'warning',
  place: '',
  code: 'field_refused',
  message: `The article came in without “${what}”, which the document field cannot hold.`,
})

/** “12 spans and 3 links” */
function whatOf({ spans, relations, suggestions }: AnnotationPlan): string {
  const parts = [
    ...(spans > 0 ? [countOf(spans, 'span')] : []),
    ...(relations > 0 ? [countOf(relations, 'link')] : []),
    ...(suggestions > 0 ? [countOf(suggestions, 'suggestion')] : []),
  ]
  if (parts.length === 0) return 'document fields'
  return parts.length < 3 ? parts.join(' and ') : `${parts.slice(0, 2).join(', ')} and ${parts[2]}`
}
