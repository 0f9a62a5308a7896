import type { Span } from '../../../shared/domain/annotations/annotations'
import type { EntityReferences } from '../common/entity-references'
import type { ExportedArticle, ExportedRelation, ExportedSpan } from '../format'
import { type Controls, LABELS, optionsOf, TEXT } from './controls'

export interface BuiltTask {
  readonly annotations: readonly object[]
  /** Those between spans of two annotators. */
  readonly lostRelations: number
  /** Of relations that are somebody else’s than the spans that they tie. */
  readonly lostAnnotators: number
  /** Values that no control can hold. */
  readonly lostValues: number
}

const SAID_BY_US: readonly string[] = ['manual', 'repeated'] satisfies Span['origin'][]

/** An annotation a person, by their names. Ids of regions are those of one annotation. */
export function buildTask(article: ExportedArticle, controls: Controls, entities: EntityReferences): BuiltTask {
  const annotators = [...new Set(article.spans.map(({ annotator }) => annotator))].sort()
  let lostRelations = article.relations.length
  let lostValues = 0
  let lostAnnotators = 0
  const annotations = annotators.map((annotator) => {
    const spans = article.spans.filter((span) => span.annotator === annotator)
    const ids = new Map(spans.map(({ uid }, index) => [uid, String(index + 1)]))
    const built = spans.map((span) => regionResults(span, ids.get(span.uid)!, article.record.text, controls, entities))
    const relations = article.relations.filter(({ from, to }) => ids.has(from) && ids.has(to))
    lostRelations -= relations.length
    lostAnnotators += relations.filter((relation) => relation.annotator !== annotator).length
    lostValues += built.reduce((sum, { lost }) => sum + lost, 0)
    return { result: [...built.flatMap(({ results }) => results), ...relationResults(relations, ids)] }
  })
  return { annotations, lostRelations, lostAnnotators, lostValues }
}

/**
 * A region for each part, and for each value a result with the first one’s id. `meta` stays with a region; its `text` is
 * where Label Studio itself keeps a person’s note.
 */
function regionResults(
  span: ExportedSpan,
  id: string,
  text: string,
  controls: Controls,
  entities: EntityReferences,
): { results: object[]; lost: number } {
  const { label, parts, utf16, note, annotator } = span
  const origin = span.origin === 'suggested' ? 'prediction' : 'manual'
  // whatever was a person’s is `manual` there, imported or not
  const own = SAID_BY_US.includes(span.origin) ? { origin: span.origin } : {}
  const entity = entities.idOf(span.entity)
  const places = parts.map(([start, end], at) => ({ start, end, text: text.slice(...utf16[at]!) }))
  const results: object[] = places.map((place, at) => ({
    id: at === 0 ? id : `${id}.${at + 1}`,
    from_name: LABELS,
    to_name: TEXT,
    type: 'labels',
    origin,
    value: { ...place, labels: [label] },
    meta: {
      ...(at > 0 ? { part_of: id } : note === '' ? {} : { text: [note] }),
      ...(at > 0 || entity === null ? {} : { entity }),
      annotator,
      ...(at > 0 ? {} : own),
    },
  }))
  let lost = 0
  for (const [name, value] of Object.entries(entities.ofSpan(label, span.attributes))) {
    const control = controls.of(label, name, value)
    if (control === null || (Array.isArray(value) && value.length === 0)) {
      lost++
      continue
    }
    const answer =
      control.kind === 'number'
        ? { number: value }
        : control.kind === 'choices'
          ? { choices: optionsOf(value) }
          : { text: [value] }
    const { name: from_name, kind: type } = control
    results.push({ id, from_name, to_name: TEXT, type, origin, value: { ...places[0], ...answer } })
  }
  return { results, lost }
}

/** One for all types of relations from one span to another: it knows no second one. */
function relationResults(relations: readonly ExportedRelation[], ids: ReadonlyMap<string, string>): object[] {
  const pairs = new Map<string, { from_id: string; to_id: string; labels: string[] }>()
  for (const { from, to, type } of relations) {
    const [from_id, to_id] = [ids.get(from)!, ids.get(to)!]
    const pair = pairs.get(`${from_id} ${to_id}`) ?? { from_id, to_id, labels: [] }
    pairs.set(`${from_id} ${to_id}`, pair)
    pair.labels.push(type)
  }
  return [...pairs.values()].map(({ from_id, to_id, labels }) => ({
    from_id,
    to_id,
    type: 'relation',
    direction: 'right',
    labels,
  }))
}
