import { canonicalLanguage } from '../../../../shared/domain/corpus/language-tags'
import { DaySchema } from '../../../../shared/domain/days'
import { OFFSET_UNITS, type OffsetUnit } from '../../../../shared/domain/text/offset-units'
import { W3C_FACTS } from '../../../interchange/w3c-facts'
import { type FoundMetadata, found } from '../../metadata'
import type { FoundEntity, OwnFacts } from '../found-text'
import { asList, asObject, asString } from '../json-values'
import type { Annotation } from './annotation'
import { valuesOf } from './bodies'

/** What the annotations of a whole text say. */
export interface Facts {
  readonly declared: FoundMetadata
  readonly own: OwnFacts | null
  readonly entities: readonly FoundEntity[]
  readonly unit: OffsetUnit | null
}

export function factsOf(whole: readonly Annotation[]): Facts {
  const own = whole.flatMap(({ described }) => described).find(({ schema }) => schema === W3C_FACTS)
  const said = (name: string): string | null => asString(own?.[name]) || null
  const day = DaySchema.safeParse(said('published_on'))
  const lang = canonicalLanguage(said('lang') ?? '')
  const others = whole.filter(({ described }) => own === undefined || !described.includes(own))
  const comments = others.flatMap((one) => one.comments)
  return {
    declared: found({
      title: said('title'),
      publishedOn: day.success ? day.data : null,
      dateFound: day.success ? 'column' : null,
      lang,
      langFound: lang === null ? null : 'declared',
      url: said('url'),
      tags: [...textsIn(own?.tags), ...others.flatMap(({ tags }) => tags)],
      extra: { ...valuesOf(own?.extra), ...(comments.length === 0 ? {} : { comments }) },
    }),
    own:
      own === undefined
        ? null
        : {
            uid: said('id'),
            status: said('status'),
            source: said('source'),
            fields: valuesOf(own.fields),
            note: said('note') ?? '',
          },
    entities: (asList(own?.entities) ?? []).flatMap((one) => {
      const { id, name, kind } = asObject(one) ?? {}
      return typeof id === 'string' && typeof name === 'string' ? [{ id, name, kind: asString(kind) ?? '' }] : []
    }),
    unit: OFFSET_UNITS.find((unit) => unit === own?.offset_unit) ?? null,
  }
}

const textsIn = (list: unknown): string[] =>
  (asList(list) ?? []).filter((one): one is string => typeof one === 'string')
