import type { AttributeValue } from '../../../shared/domain/annotations/annotations'
import type { OffsetUnit } from '../../../shared/domain/text/offset-units'
import { articleFacts } from '../common/article-facts'
import type { EntityReferences } from '../common/entity-references'
import { valuesInOrder } from '../common/values-in-order'
import type { ExportedArticle, ExportedSpan } from '../format'

const ANNO_CONTEXT = 'http://www.w3.org/ns/anno.jsonld'

type Json = Readonly<Record<string, unknown>>

/**
 * What is of no place in particular. To JSON-LD it says the same as nothing; Recogito, where there is nothing, stops at the
 * annotation and reads no other (`parseW3CTextTargets` of its text-annotator).
 */
const NO_PLACE: readonly Json[] = []

/** So much of what stands on either side of a quotation (UTF-16 code units). */
const CONTEXT = 32

/** The annotations of one text: what is known of it, then its spans, then what links them. Ids are ordinals: `#3.s1`. */
export function* annotationsOf(
  article: ExportedArticle,
  source: string,
  ordinal: number,
  unit: OffsetUnit,
  entities: EntityReferences,
): Generator<Json> {
  const sorted = article.fields === null ? article : { ...article, fields: valuesInOrder(article.fields) }
  yield {
    ...annotation(`#${ordinal}`),
    motivation: 'describing',
    body: [json(articleFacts('w3c', sorted, unit, entities))],
    target: { source, selector: NO_PLACE },
  }
  const ids = new Map<string, string>()
  for (const span of article.spans) {
    const id = `#${ordinal}.s${ids.size + 1}`
    ids.set(span.uid, id)
    const targets = span.parts.map((_, at) => ({ source, selector: selectorsOf(article.record.text, span, at) }))
    const isSaid = span.entity === null || Object.values(span.attributes).includes(span.entity)
    yield {
      ...annotation(id),
      body: [
        textual('tagging', span.label),
        ...attributesBody(entities.ofSpan(span.label, span.attributes)),
        ...(isSaid ? [] : [textual('identifying', entities.idOf(span.entity)!)]),
        ...(span.note === '' ? [] : [textual('commenting', span.note)]),
      ],
      ...creator(span.annotator),
      // several targets are one thing each; several selectors would be other ways to the same
      target: targets.length === 1 ? targets[0] : targets,
    }
  }
  for (const [at, relation] of article.relations.entries()) {
    yield {
      ...annotation(`#${ordinal}.r${at + 1}`),
      motivation: 'linking',
      body: [textual('tagging', relation.type), ...attributesBody(relation.attributes)],
      ...creator(relation.annotator),
      target: [relation.from, relation.to].map((uid) => ({ id: ids.get(uid), selector: NO_PLACE })),
    }
  }
}

const annotation = (id: string): Json => ({ '@context': ANNO_CONTEXT, id, type: 'Annotation' })

const creator = (name: string): Json => (name === '' ? {} : { creator: { type: 'Person', name } })

const textual = (purpose: string, value: string): Json => ({ type: 'TextualBody', purpose, value })

const json = (values: Json): Json => ({
  type: 'TextualBody',
  purpose: 'describing',
  format: 'application/json',
  value: JSON.stringify(values),
})

const attributesBody = (attributes: Readonly<Record<string, AttributeValue>>): Json[] =>
  Object.keys(attributes).length === 0 ? [] : [json(valuesInOrder(attributes))]

function selectorsOf(text: string, { parts, utf16 }: ExportedSpan, at: number): Json[] {
  const [start, end] = utf16[at]!
  return [
    {
      type: 'TextQuoteSelector',
      exact: text.slice(start, end),
      prefix: whole(text.slice(Math.max(0, start - CONTEXT), start)),
      suffix: whole(text.slice(end, end + CONTEXT)),
    },
    { type: 'TextPositionSelector', start: parts[at]![0], end: parts[at]![1] },
  ]
}

/** Without the half of a character at either end. */
const whole = (cut: string): string => cut.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '')
