import type { ExtraValue } from '../../../../shared/domain/corpus/found-metadata'
import { canonicalLanguage } from '../../../../shared/domain/corpus/language-tags'
import { DaySchema } from '../../../../shared/domain/days'
import { CAS_TYPE } from '../../../interchange/cas-types'
import { type FoundMetadata, found } from '../../metadata'
import type { FoundEntity, OwnFacts } from '../found-text'
import type { Cas, CasStructure } from './cas'
import { listOf, textOf } from './features'

/** What a CAS says of its text besides annotations. */
export interface AboutText {
  readonly declared: FoundMetadata
  readonly own: OwnFacts | null
  readonly entities: readonly FoundEntity[]
}

export function aboutText(cas: Cas, ofText: readonly CasStructure[]): AboutText {
  const document = ofText.find(
    ({ type }) => cas.types.isA(type, CAS_TYPE.documentAnnotation) || type === CAS_TYPE.metadata,
  )
  const article = ofText.find(({ type }) => type === CAS_TYPE.article)
  const said = (structure: CasStructure | undefined, name: string) => textOf(structure?.features.get(name))
  const title = said(document, 'documentTitle')
  const lang = canonicalLanguage(said(document, 'language') ?? '')
  const day = DaySchema.safeParse(said(article, 'publishedOn'))
  const uri = said(document, 'documentUri')
  return {
    declared: found({
      // INCEpTION puts the name of the file into both
      title: article === undefined && title === said(document, 'documentId') ? null : title,
      publishedOn: day.success ? day.data : null,
      dateFound: day.success ? 'column' : null,
      lang,
      langFound: lang === null ? null : 'declared',
      // INCEpTION has the place of a file there; ours is whatever the article has
      url: uri !== null && (article !== undefined || /^https?:\/\//i.test(uri)) ? uri : null,
      tags: listOf(article?.features.get('tags'), cas),
      extra: valuesOf(said(article, 'extra')),
    }),
    own:
      article === undefined
        ? null
        : {
            uid: said(article, 'uid'),
            status: said(article, 'status'),
            source: said(article, 'source'),
            fields: valuesOf(said(article, 'fields')),
            note: said(article, 'note') ?? '',
          },
    entities: ofText
      .filter(({ type }) => type === CAS_TYPE.entity)
      .map((entity) => ({
        id: said(entity, 'id') ?? `${entity.id}`,
        name: said(entity, 'name') ?? '',
        kind: said(entity, 'kind') ?? '',
      })),
  }
}

/** Values that are written as JSON, those that are none left out. */
function valuesOf(json: string | null): Record<string, ExtraValue> {
  try {
    const values: unknown = JSON.parse(json ?? '{}')
    return Object.fromEntries(Object.entries(values as object).filter(([, value]) => isValue(value)))
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return {}
    throw error
  }
}

const isValue = (value: unknown): value is ExtraValue =>
  ['string', 'number', 'boolean'].includes(typeof value) ||
  (Array.isArray(value) && value.every((one) => typeof one === 'string'))
