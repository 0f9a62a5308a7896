import { escapeText, valueOfWords } from '../../../../shared/domain/attribute-words'
import { unescapeName } from '../../../../shared/domain/escaped-names'
import {
  ANNOTATOR_FEATURE,
  CELL,
  ENTITY_FEATURE,
  ENTITY_KIND_FEATURE,
  entityIds,
  LABEL_FEATURE,
  NOTE_FEATURE,
  PARTS_FEATURE,
  TYPE_FEATURE,
} from '../../../../shared/domain/webanno-tsv'
import { attributeOfColumn } from '../../../interchange/tsv-features'
import { type Draft, type DraftSpan, draftRelation, draftSpan, newDraft } from '../finding/draft-text'
import type { AllAnnotations, Annotation } from './annotations'
import type { PlacedRow } from './assemble'
import { numbered } from './cells'
import { shortName } from './header'

/** Behind the id of an entity whose name some attribute says as a text: a joiner of words, which shows nothing. */
const NOT_A_TEXT = '\u2060'

/** Features that say what an annotation is, the most telling first; in `Lemma` and such a value is no label. */
const LABELS = [LABEL_FEATURE, 'value']
const WITHOUT_LABEL = /\.(?:Lemma|Stem|Token|MorphologicalFeatures)$/
const TYPES = [TYPE_FEATURE, 'value', 'DependencyType']

/** What annotations are to us; offsets stay UTF-16 code units of `text`. */
export class Understanding {
  readonly draft: Draft = newDraft()
  readonly #annotations: AllAnnotations
  readonly #rows: ReadonlyMap<string, PlacedRow>
  readonly #spans = new Map<Annotation, DraftSpan>()
  /** Spans that stand for tokens that relations tie, by row and type. */
  readonly #tokens = new Map<string, DraftSpan>()
  readonly #entities: { entity: { name: string; kind: string }; spans: DraftSpan[] }[] = []
  /** Values of attributes as they stand: some are names of entities. */
  readonly #said: { readonly span: DraftSpan; readonly attribute: string; readonly value: string }[] = []
  readonly #severed = new Map<string, { number: number; part: readonly [number, number]; span: DraftSpan }[]>()

  constructor(annotations: AllAnnotations, rows: readonly PlacedRow[]) {
    this.#annotations = annotations
    this.#rows = new Map(rows.map((row) => [row.row.id, row]))
    const { all } = annotations
    for (const one of all) if (one.layer.kind !== 'relation') this.#span(one)
    this.#nameEntities()
    this.#joinParts()
    for (const one of all) for (const slot of one.slots) this.#slot(one, slot)
    this.#chains(all)
    for (const one of all) if (one.origin !== null) this.#relation(one, one.origin)
    this.draft.troubles.push(...annotations.troubles)
  }

  #span(one: Annotation): void {
    const { features, layer } = one
    const isOurs = features.has(LABEL_FEATURE)
    const labelled = WITHOUT_LABEL.test(layer.type) ? undefined : LABELS.find((name) => features.has(name))
    const named = layer.kind === 'chain' ? 'referenceType' : labelled
    const label = named === undefined ? undefined : features.get(named)
    const span = draftSpan({
      id: `${this.draft.spans.length + 1}`,
      label: label === undefined ? shortName(layer.type) : unescapeName(label),
      parts: [[one.start, one.end]],
      words: null,
      place: `:${one.line}`,
    })
    for (const [name, value] of features) {
      if (name === named || name === 'referenceRelation') continue
      if (isOurs && this.#own(span, one, name, value)) continue
      const attribute = isOurs ? attributeOfColumn(name) : name
      span.attributes[attribute] = valueOfWords(value)
      if (isOurs) this.#said.push({ span, attribute, value })
    }
    this.#spans.set(one, span)
    this.draft.spans.push(span)
  }

  /** Features of our own layer that are no attributes. */
  #own(span: DraftSpan, { features, start, end }: Annotation, name: string, value: string): boolean {
    if (name === NOTE_FEATURE) span.note = unescapeName(value)
    else if (name === ANNOTATOR_FEATURE) span.annotator = unescapeName(value)
    else if (name === ENTITY_FEATURE) this.#entity(span, value, features.get(ENTITY_KIND_FEATURE) ?? '')
    else if (name === PARTS_FEATURE) {
      const [group, number] = value.split('.')
      const parts = this.#severed.get(group!) ?? []
      this.#severed.set(group!, [...parts, { number: Number(number), part: [start, end], span }])
    } else return name === ENTITY_KIND_FEATURE
    return true
  }

  #entity(span: DraftSpan, escapedName: string, escapedKind: string): void {
    const [name, kind] = [unescapeName(escapedName), unescapeName(escapedKind)]
    const known = this.#entities.find(({ entity }) => entity.name === name && entity.kind === kind)
    if (known === undefined) this.#entities.push({ entity: { name, kind }, spans: [span] })
    else known.spans.push(span)
  }

  #nameEntities(): void {
    const names = entityIds(this.#entities.map(({ entity }) => entity))
    const written = names.map((name) => escapeText(name, CELL))
    // a text that says the same as a name has an escape behind it that means nothing
    const texts = new Set(this.#said.flatMap(({ value }) => (written.includes(value) ? [] : [unescapeName(value)])))
    const ids = names.map((name) => (texts.has(name) ? `${name}${NOT_A_TEXT}` : name))
    for (const { span, attribute, value } of this.#said) {
      const meant = ids[written.indexOf(value)]
      if (meant !== undefined) span.attributes[attribute] = meant
    }
    this.#entities.forEach(({ entity, spans }, n) => {
      this.draft.entities.push({ id: ids[n]!, ...entity })
      for (const span of spans) span.entity = ids[n]!
    })
  }

  /** The first part stands for the span; the others are no spans of their own. */
  #joinParts(): void {
    for (const parts of this.#severed.values()) {
      const [first, ...others] = parts.sort((a, b) => a.number - b.number)
      first!.span.parts = parts.map(({ part }) => part)
      const taken = new Set(others.map(({ span }) => span))
      this.draft.spans.splice(0, Infinity, ...this.draft.spans.filter((span) => !taken.has(span)))
      for (const [one, span] of this.#spans) if (taken.has(span)) this.#spans.set(one, first!.span)
    }
  }

  #slot(host: Annotation, { feature, role, target, targetType }: Annotation['slots'][number]): void {
    if (target === '') return
    const { value: id, number } = numbered(target)
    const to = this.#resolve(targetType ?? '', id, Number(number ?? 0))
    this.#relate(role === null ? feature : unescapeName(role), host, this.#spans.get(host)!, to, target)
  }

  #chains(all: readonly Annotation[]): void {
    const linked = all.filter(({ link }) => link !== null)
    linked.sort((a, b) => a.link![0] - b.link![0] || a.link![1] - b.link![1])
    linked.forEach((one, n) => {
      const next = linked[n + 1]
      if (next === undefined || next.link![0] !== one.link![0] || next.layer !== one.layer) return
      const type = one.features.get('referenceRelation') ?? shortName(one.layer.type)
      this.#relate(unescapeName(type), one, this.#spans.get(one)!, this.#spans.get(next) ?? null, '')
    })
  }

  #relation(one: Annotation, { id, from, to, type: base }: NonNullable<Annotation['origin']>): void {
    const named = TYPES.find((name) => one.features.has(name))
    const type = named === undefined ? shortName(one.layer.type) : unescapeName(one.features.get(named)!)
    const source = this.#resolve(base, id, from)
    const relation = this.#relate(type, one, source, this.#resolve(base, one.row.row.id, to), id)
    if (relation === null) return
    const isOurs = one.features.has(TYPE_FEATURE)
    for (const [name, value] of one.features) {
      if (name === named) continue
      if (isOurs && name === ANNOTATOR_FEATURE) relation.annotator = unescapeName(value)
      else relation.attributes[isOurs ? attributeOfColumn(name) : name] = valueOfWords(value)
    }
  }

  #relate(type: string, { line }: Annotation, from: DraftSpan | null, to: DraftSpan | null, missing: string) {
    if (from === null || to === null) {
      const message = `A relation “${type}” leads to ${missing || 'a place'}, where nothing is annotated that it could mean.`
      this.draft.troubles.push({ kind: 'failure', part: `:${line}`, code: 'missing_span', message })
      return null
    }
    const relation = draftRelation({ type, from: from.id, to: to.id, place: `:${line}` })
    this.draft.relations.push(relation)
    return relation
  }

  /** The annotation of a layer that a number, or else a row, means; where that layer is not in the file, the token itself. */
  #resolve(type: string, id: string, number: number): DraftSpan | null {
    const meant = number > 0 ? this.#annotations.byNumber.get(number) : undefined
    if (meant !== undefined) return this.#spans.get(meant) ?? null
    const there = (this.#annotations.byRow.get(id) ?? []).filter(({ layer }) => layer.kind !== 'relation')
    const found = there.find(({ layer }) => layer.type === type) ?? (type === ANY ? there[0] : undefined)
    if (found !== undefined) return this.#spans.get(found) ?? null
    const row = this.#rows.get(id)
    const isDeclared = this.#annotations.all.some(({ layer }) => layer.type === type)
    return row === undefined || isDeclared || number > 0 ? null : this.#token(type, row)
  }

  #token(type: string, { row, start, end }: PlacedRow): DraftSpan {
    const key = `${row.id} ${type}`
    const known = this.#tokens.get(key)
    if (known !== undefined) return known
    const id = `${this.draft.spans.length + 1}t`
    const span = draftSpan({ id, label: shortName(type), parts: [[start, end]], words: null, place: `:${row.line}` })
    this.#tokens.set(key, span)
    this.draft.spans.push(span)
    return span
  }
}

/** The layer of everything. */
const ANY = 'uima.tcas.Annotation'
