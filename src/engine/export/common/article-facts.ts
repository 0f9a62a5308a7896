import { type FormatWithFacts, factsSchema } from '../../../shared/domain/interchange'
import type { OffsetUnit } from '../../../shared/domain/text/offset-units'
import type { ExportedArticle } from '../format'
import type { EntityReferences } from './entity-references'

/** What is known of an article, as the `meta` of formats whose tools keep such an object with each text; only what there is. */
export function articleFacts(
  format: FormatWithFacts,
  { record, fields }: ExportedArticle,
  unit: OffsetUnit,
  entities: EntityReferences,
): Record<string, unknown> {
  const { url, tags, extra } = record.said ?? { url: null, tags: [], extra: {} }
  return {
    schema: factsSchema(format),
    id: record.uid,
    offset_unit: unit,
    title: record.title,
    ...(record.publishedOn === null ? {} : { published_on: record.publishedOn }),
    ...(record.lang === null ? {} : { lang: record.lang }),
    source: record.source,
    status: record.status,
    ...(record.note === '' ? {} : { note: record.note }),
    ...(url === null ? {} : { url }),
    ...(tags.length === 0 ? {} : { tags }),
    ...(Object.keys(extra).length === 0 ? {} : { extra }),
    ...(fields === null || Object.keys(fields).length === 0 ? {} : { fields: entities.ofFields(fields) }),
    ...(entities.list.length === 0 ? {} : { entities: entities.list }),
  }
}
