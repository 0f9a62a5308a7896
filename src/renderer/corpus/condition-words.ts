import type { Facets } from '../../shared/contract/search-methods'
import type { LabelCount } from '../../shared/domain/corpus/article-filter'
import {
  type ArticleFilter,
  type Condition,
  conditionsOf,
  withoutCondition,
} from '../../shared/domain/corpus/article-filter'
import type { LabelSet } from '../../shared/domain/label-set/label-set'
import { formatDay, languageName } from '../ui/format'
import { STATUS_NAMES } from '../ui/status-dot'

/** One thing that a filter asks for, in words, and the filter without it. */
export interface FilterPart {
  readonly id: string
  readonly words: string
  readonly without: ArticleFilter
}

export const languageWords = (tag: string): string => (tag === '' ? 'Language not known' : languageName(tag))

export function labelWords(labelSet: LabelSet, { labelId, atLeast }: LabelCount): string {
  const label = labelSet.labels.find(({ id }) => id === labelId)
  const name = label === undefined ? labelId : label.title || label.name
  if (atLeast === 0) return `No ${name}`
  return atLeast === 1 ? `Has ${name}` : `${name}: ${atLeast} or more`
}

export const MISSING_WORDS = { speaker: 'Claims without a speaker', date: 'Claims without a date' } as const
export const COPIES_WORDS = { some: 'Has copies', one: 'One of each group of copies' } as const

export function batchWords(batches: Facets['batches'] | undefined, uid: string): string {
  const batch = batches?.find((known) => known.uid === uid)
  return batch === undefined ? 'One import' : `${batch.name}, ${formatDay(batch.startedAt.slice(0, 10))}`
}

function dateWords({ from, to, undated }: ArticleFilter): string {
  const days =
    from !== null && to !== null
      ? from === to
        ? formatDay(from)
        : `${formatDay(from)} – ${formatDay(to)}`
      : from !== null
        ? `From ${formatDay(from)}`
        : to !== null
          ? `Until ${formatDay(to)}`
          : null
  if (days === null) return 'No date'
  return undated ? `${days}, or no date` : days
}

/** All that a filter asks for, a part for each thing that can be taken away. */
export function filterParts(filter: ArticleFilter, labelSet: LabelSet, batches?: Facets['batches']): FilterPart[] {
  return conditionsOf(filter).flatMap((condition) => partsOf(condition, filter, labelSet, batches))
}

function partsOf(
  condition: Condition,
  filter: ArticleFilter,
  labelSet: LabelSet,
  batches: Facets['batches'] | undefined,
): FilterPart[] {
  const whole = (words: string): FilterPart[] => [
    { id: condition, words, without: withoutCondition(filter, condition) },
  ]
  const each = <T>(property: keyof ArticleFilter, values: readonly T[], toWords: (value: T) => string): FilterPart[] =>
    values.map((value, n) => ({
      id: `${property} ${n}`,
      words: toWords(value),
      without: { ...filter, [property]: values.filter((other) => other !== value) },
    }))
  switch (condition) {
    case 'text':
      return whole(`Words: ${filter.text.trim()}`)
    case 'statuses':
      return whole(filter.statuses.map((status) => STATUS_NAMES[status]).join(' or '))
    case 'flagged':
      return whole('Flagged')
    case 'suggested':
      return whole('Has suggestions')
    case 'copies':
      return whole(filter.copies === 'any' ? '' : COPIES_WORDS[filter.copies])
    case 'noted':
      return whole('Has a note')
    case 'dates':
      return whole(dateWords(filter))
    case 'labels':
      return each('labels', filter.labels, (label) => labelWords(labelSet, label))
    case 'missing':
      return each('missing', filter.missing, (what) => MISSING_WORDS[what])
    case 'languages':
      return whole(filter.languages.map(languageWords).join(' or '))
    case 'batches':
      return whole(filter.batches.map((uid) => batchWords(batches, uid)).join(' or '))
    case 'annotators':
      return whole(`Marked by ${filter.annotators.join(' or ')}`)
    case 'tags':
      return each('tags', filter.tags, (tag) => `Tag: ${tag}`)
    case 'extras':
      return each('extras', filter.extras, ({ key, value }) => `${key}: ${value}`)
  }
}
