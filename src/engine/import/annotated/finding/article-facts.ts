import { guessMapping } from '../../../../shared/domain/corpus/guess-mapping'
import { type FormatWithFacts, factsSchema } from '../../../../shared/domain/interchange'
import { isOffsetUnit, type OffsetUnit } from '../../../../shared/domain/text/offset-units'
import { type FoundMetadata, found } from '../../metadata'
import { asText } from '../../readers/choose-mapping'
import { declaredOf } from '../../readers/declared'
import { cellsOf } from '../../readers/json-cells'
import type { FoundEntity, OwnFacts } from '../found-text'
import { attributesOf } from './found-pieces'
import { asName, isObject, listOf } from './json-values'

export interface ArticleFacts {
  readonly declared: FoundMetadata
  readonly own: OwnFacts | null
  readonly unit: OffsetUnit | null
  readonly entities: readonly FoundEntity[]
}

/**
 * What a record says of its article: in `meta`, if that is of our writing; else whatever it has beside its text and its
 * annotations, as of any other record, an object inside it as `meta.author`.
 */
export function articleFactsOf(
  format: FormatWithFacts,
  meta: unknown,
  rest: Readonly<Record<string, unknown>>,
): ArticleFacts {
  const own = isObject(meta) ? meta : {}
  if (!hasOwnFacts(format, meta)) {
    const all = meta === undefined || meta === null ? rest : { ...rest, meta }
    return { declared: declaredByNames(all), own: null, unit: null, entities: [] }
  }
  const beside = declaredByNames(rest)
  return {
    declared: { ...ownFacts(own), extra: { ...attributesOf(own.extra), ...beside.extra } },
    own: {
      uid: asName(own.id),
      status: asName(own.status),
      source: asName(own.source),
      fields: attributesOf(own.fields),
      note: typeof own.note === 'string' ? own.note : '',
    },
    unit: isOffsetUnit(own.offset_unit) ? own.offset_unit : null,
    entities: listOf(own.entities).flatMap((one) =>
      isObject(one) && asName(one.id) !== null
        ? [{ id: asName(one.id)!, name: asName(one.name) ?? '', kind: asName(one.kind) ?? '' }]
        : [],
    ),
  }
}

/** Whether a file says that an export of ours wrote it. */
export const hasOwnFacts = (format: FormatWithFacts, meta: unknown): boolean =>
  isObject(meta) && meta.schema === factsSchema(format)

function ownFacts(own: Readonly<Record<string, unknown>>): FoundMetadata {
  const publishedOn = asName(own.published_on)
  const lang = asName(own.lang)
  return found({
    title: asName(own.title),
    publishedOn,
    dateFound: publishedOn === null ? null : 'column',
    lang,
    langFound: lang === null ? null : 'declared',
    url: asName(own.url),
    tags: listOf(own.tags).filter((tag) => typeof tag === 'string'),
  })
}

function declaredByNames(record: Readonly<Record<string, unknown>>): FoundMetadata {
  const cells = cellsOf(record)
  const columns = Object.keys(cells).map((name) => ({ name, values: [asText(cells[name])] }))
  // the text is known: nothing else is taken for it, however long
  const { text: _, ...mapping } = guessMapping([{ name: 'text', values: [] }, ...columns])
  return declaredOf(cells, mapping, true).declared
}
