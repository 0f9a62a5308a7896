import type { ExportedArticle } from '../format'

export const discontinuousIn = ({ spans }: ExportedArticle): number =>
  spans.filter(({ parts }) => parts.length > 1).length

export const spanNotesIn = ({ spans }: ExportedArticle): number => spans.filter(({ note }) => note !== '').length

const valuesIn = (list: readonly { readonly attributes: object }[]): number =>
  list.reduce((sum, { attributes }) => sum + Object.keys(attributes).length, 0)

export const spanValuesIn = ({ spans }: ExportedArticle): number => valuesIn(spans)
export const relationValuesIn = ({ relations }: ExportedArticle): number => valuesIn(relations)

export const spansWithEntityIn = ({ spans }: ExportedArticle): number =>
  spans.filter(({ entity }) => entity !== null).length

export const annotatorsIn = ({ spans, relations }: ExportedArticle): number => spans.length + relations.length

/** Whoever reads a file takes spans for imported where it does not say how they came to be. */
export const originsIn = ({ spans }: ExportedArticle): number =>
  spans.filter(({ origin }) => origin !== 'imported').length

export const articleNoteIn = ({ record }: ExportedArticle): number => (record.note === '' ? 0 : 1)

export const fieldsIn = ({ fields }: ExportedArticle): number => Object.keys(fields ?? {}).length

/** Those that neither a span nor one of its values means. */
export function entitiesOfFields({ spans, entities }: ExportedArticle): number {
  if (entities.length === 0) return 0
  const meant = new Set<unknown>(spans.flatMap(({ entity, attributes }) => [entity, ...Object.values(attributes)]))
  return entities.filter(({ uid }) => !meant.has(uid)).length
}

export const extrasIn = ({ record: { said } }: ExportedArticle): number => Object.keys(said?.extra ?? {}).length

/** What is known of the article itself; not a title that its text begins with, nor a status that nobody has given it. */
export function metadataIn({ record }: ExportedArticle, titleIsThere = false): number {
  const { title, text, publishedOn, lang, source, status, said } = record
  const facts = [
    !titleIsThere && title !== '' && !text.trimStart().startsWith(`${title}\n`) && text.trim() !== title,
    publishedOn !== null,
    lang !== null,
    source !== '',
    status !== 'todo',
    (said?.url ?? null) !== null,
  ]
  return facts.filter(Boolean).length + (said?.tags.length ?? 0) + Object.keys(said?.extra ?? {}).length
}
