import { ORIGINS, wordsOf } from '../../../../shared/domain/annotations/annotations'
import { mainEntity } from '../../../../shared/domain/annotations/attribute-values'
import { findRelationType, type SpanLabel } from '../../../../shared/domain/label-set/label-set'
import type { Part } from '../../../../shared/domain/text/offsets'
import { AddedList } from '../../../store/rows/added-annotations'
import { amongProblem, labelsProblem } from '../../../store/rules/relation-rules'
import { twinKey } from '../../../store/rules/span-rules'
import { labelTitle, quoted } from '../../../store/wording'
import { mapValues } from '../names/mapped-values'
import { own } from '../names/resolve-name'
import type { PlacedAnnotations, PlacedRelation, PlacedSpan } from '../placing/placed'
import { linkDifference, otherVersion, type PresentRelation, type PresentSpan, spanDifference } from './compare-present'
import { freeUids, likelyUid } from './free-uids'
import { nameTrouble } from './name-troubles'
import type { AnnotationPlan, PlanContext, PlanTrouble, Present } from './plan'
import { type SuggestedPlace, SuggestionGroups } from './suggestion-groups'

interface Target {
  readonly articleUid: string
  readonly text: string
  readonly present: Present
  /** The entities of the text by their ids in the file. */
  readonly entities: ReadonlyMap<string, string>
}

/** Finds out what of these annotations an article gets. All names are known to the mapping; nothing is stored yet. */
export function planAnnotations(context: PlanContext, target: Target, annotations: PlacedAnnotations): AnnotationPlan {
  return new Planner(context, target, annotations).plan()
}

class Planner {
  readonly #context: PlanContext
  readonly #target: Target
  readonly #annotations: PlacedAnnotations
  readonly #added: AddedList
  readonly #suggested: SuggestionGroups
  readonly #troubles: PlanTrouble[] = []
  /** By the id in the file: what stands for it in the article. */
  readonly #ends = new Map<string, PresentSpan>()
  /** Ids of spans that are no annotations here, and why. */
  readonly #byUid: ReadonlyMap<string, PresentSpan>
  readonly #noEnds = new Map<string, 'left_out' | 'refused' | 'suggested'>()
  #spans = 0
  #relations = 0
  #suggestions = 0
  #there = 0
  #leftOut = 0

  constructor(context: PlanContext, target: Target, annotations: PlacedAnnotations) {
    const { author, at } = context
    this.#context = context
    this.#target = target
    this.#annotations = annotations
    this.#byUid = new Map(target.present.spans.map((span) => [span.uid, span]))
    this.#added = new AddedList({ article: target.articleUid, at, author, origin: 'imported' })
    this.#suggested = new SuggestionGroups(target.articleUid)
  }

  plan(): AnnotationPlan {
    const { spans, relations } = this.#annotations
    if (spans.length > 0) this.#planSpans()
    if (relations.length > 0) this.#planRelations()
    return {
      added: this.#added,
      suggested: this.#suggested,
      spans: this.#spans,
      relations: this.#relations,
      suggestions: this.#suggestions,
      there: this.#there,
      leftOut: this.#leftOut,
      troubles: this.#troubles,
    }
  }

  #planSpans(): void {
    const { spans, own: ofOurs } = this.#annotations
    const { present } = this.#target
    const { mapping, asSuggestions } = this.#context
    const kept = ofOurs?.hasUids !== true ? null : this.#uidsKept('span', spans)
    const twins = new Map(present.spans.map((span) => [twinKey({ ...span, parts: [...span.parts] }), span]))
    const suggested = new Set(present.suggestions.map(suggestionKey))
    const marked = new Set(present.spans.map(({ labelId, parts }) => placeKey(labelId, parts)))
    for (const span of spans) {
      const resolved = mapping.label(span.label)
      if (resolved.kind === 'left_out') {
        this.#leftOut++
        this.#noEnds.set(span.id, 'left_out')
      } else if (resolved.kind !== 'known') {
        this.#noEnds.set(span.id, 'refused')
        this.#tell('failure', span.place, ...nameTrouble(span.label, resolved.kind))
      } else if (asSuggestions || span.guess !== null) {
        this.#noEnds.set(span.id, 'suggested')
        this.#planSuggestion(span, resolved.item, suggested, marked)
      } else this.#planSpan(span, resolved.item, twins, kept)
    }
  }

  #uidsKept(table: 'span' | 'relation', things: readonly { readonly id: string }[]): (uid: string) => string | null {
    const { sql, trustsUids } = this.#context
    if (trustsUids) return likelyUid
    return freeUids(
      sql,
      table,
      things.map(({ id }) => id),
    )
  }

  #planSpan(
    span: PlacedSpan,
    label: SpanLabel,
    twins: Map<string, PresentSpan>,
    kept: ((uid: string) => string | null) | null,
  ): void {
    const { clock, author: usual } = this.#context
    const author = span.annotator ?? usual
    const key = twinKey({ labelId: label.id, author, parts: span.parts as Part[] })
    const twin = twins.get(key)
    if (twin !== undefined) {
      this.#there++
      this.#ends.set(span.id, twin)
      this.#compare(span, label, twin)
      return
    }
    const { attributes, entityUid } = this.#stateOf(span, label)
    const uid = kept?.(span.id) ?? clock.uid()
    const earlier = kept === null ? undefined : this.#byUid.get(span.id)
    if (earlier !== undefined && earlier.author === author)
      this.#tell(
        'warning',
        span.place,
        'other_version',
        otherVersion(span, earlier, this.#context.mapping.labelSet, this.#target.text),
      )
    const row = { uid, labelId: label.id, author, parts: span.parts, attributes, entityUid, note: span.note }
    const origin = ORIGINS.find((one) => one === span.origin) ?? 'imported'
    this.#added.addSpan(row, { author, origin, note: span.note })
    twins.set(key, row)
    this.#ends.set(span.id, row)
    this.#spans++
  }

  /** What is there stays as it is; where the file knows it otherwise, that is told. */
  #compare(span: PlacedSpan, label: SpanLabel, twin: PresentSpan): void {
    const targets = own(this.#context.mapping.map.attributes, span.label)
    const { entities, text } = this.#target
    const { values } = mapValues(label.attributes, targets, span.attributes, (id) => entities.get(id) ?? null)
    const message = spanDifference(label, values, span, twin, text)
    if (message !== null) this.#tell('warning', span.place, 'annotation_differs', message)
  }

  #planSuggestion(span: PlacedSpan, label: SpanLabel, suggested: Set<string>, marked: ReadonlySet<string>): void {
    const source = span.guess?.source || span.annotator || this.#context.source
    const place = { labelId: label.id, parts: span.parts, source }
    const key = suggestionKey(place)
    if (suggested.has(key) || marked.has(placeKey(label.id, span.parts))) {
      this.#there++
      return
    }
    suggested.add(key)
    const score = span.guess?.score ?? null
    this.#suggested.add({
      ...place,
      ...this.#stateOf(span, label),
      words: wordsOf(this.#target.text, span.parts),
      score: score !== null && score >= 0 && score <= 1 ? score : null,
    })
    this.#suggestions++
  }

  #stateOf(span: PlacedSpan, label: SpanLabel) {
    const { mapping } = this.#context
    const { entities } = this.#target
    const targets = own(mapping.map.attributes, span.label)
    const { values, lost } = mapValues(label.attributes, targets, span.attributes, (id) => entities.get(id) ?? null)
    for (const what of lost) {
      const message = `${quoted(wordsOf(this.#target.text, span.parts))} came in without “${what}”, which ${label.name} cannot hold.`
      this.#tell('warning', span.place, 'attribute_refused', message)
    }
    const meant = span.entity === null ? undefined : entities.get(span.entity)
    const naming = label.attributes.find(({ type }) => type === 'entity')
    if (meant !== undefined && naming !== undefined && values[naming.id] === undefined) values[naming.id] = meant
    return { attributes: values, entityUid: mainEntity(label.attributes, values) }
  }

  #planRelations(): void {
    const { relations, own: ofOurs } = this.#annotations
    const { mapping } = this.#context
    const kept = ofOurs?.hasUids !== true ? null : this.#uidsKept('relation', relations)
    const others = [...this.#target.present.relations]
    for (const relation of relations) {
      const resolved = mapping.relationType(relation.type)
      const why = this.#noEnds.get(relation.from) ?? this.#noEnds.get(relation.to)
      if (resolved.kind === 'left_out' || why === 'left_out') this.#leftOut++
      else if (why === 'suggested') {
        const message = `The link “${relation.type}” was left out: what it ties comes in as suggestions, which have no links.`
        this.#tell('warning', relation.place, 'link_of_suggestions', message)
      } else if (why === 'refused') {
        const message = `The link “${relation.type}” was left out with one of its spans.`
        this.#tell('failure', relation.place, 'missing_span', message)
      } else if (resolved.kind === 'known') this.#planRelation(relation, resolved.item.id, others, kept)
      else this.#tell('failure', relation.place, ...nameTrouble(relation.type, resolved.kind))
    }
  }

  #planRelation(
    relation: PlacedRelation,
    typeId: string,
    others: PresentRelation[],
    kept: ((uid: string) => string | null) | null,
  ): void {
    const { clock, mapping, author: usual } = this.#context
    const { labelSet } = mapping
    const [from, to] = [this.#ends.get(relation.from), this.#ends.get(relation.to)]
    if (from === undefined || to === undefined) return
    const isThere = (other: (typeof others)[number]) =>
      other.typeId === typeId && other.fromUid === from.uid && other.toUid === to.uid
    const type = findRelationType(labelSet, typeId)!
    const twin = others.find(isThere)
    if (twin !== undefined) {
      this.#there++
      const message = linkDifference(type.name, relation, twin, [from, to], this.#target.text)
      if (message !== null) this.#tell('warning', relation.place, 'annotation_differs', message)
      return
    }
    const { attributes } = relation
    const row = { uid: kept?.(relation.id) ?? clock.uid(), typeId, fromUid: from.uid, toUid: to.uid, attributes }
    const problem =
      from.uid === to.uid
        ? 'A span cannot be linked to itself.'
        : (labelsProblem(type, from.labelId, to.labelId, (id) => labelTitle(labelSet, id)) ??
          amongProblem(type, row, others))
    if (problem !== null) {
      const [start, end] = [from, to].map(({ parts }) => quoted(wordsOf(this.#target.text, parts)))
      const message = `The link “${relation.type}” from ${start} to ${end} was not taken. ${problem}`
      this.#tell('failure', relation.place, 'relation_refused', message)
      return
    }
    others.push(row)
    this.#added.addRelation(row, { attributes, author: relation.annotator ?? usual })
    this.#relations++
  }

  #tell(kind: PlanTrouble['kind'], place: string, code: string, message: string): void {
    this.#troubles.push({ kind, place, code, message })
  }
}

const placeKey = (labelId: string, parts: readonly Part[]): string => `${labelId} ${parts.join(';')}`

const suggestionKey = ({ labelId, parts, source }: Pick<SuggestedPlace, 'labelId' | 'parts' | 'source'>): string =>
  `${placeKey(labelId, parts)} ${source}`
