import type { Missing } from '../annotations/claims'
import type { Status } from './articles'

/** The orders of the list. `relevance` means something only where words are searched, `random` takes a seed. */
export const SORTS = ['imported', 'newest', 'oldest', 'title', 'relevance', 'random', 'uncertain'] as const
export type Sort = (typeof SORTS)[number]

/** Seeds of a random order are below this. The same seed, the same order. */
export const SEEDS = 1_000_000

export interface LabelCount {
  readonly labelId: string
  /** How many spans of the label there must be; 0: there must be none. */
  readonly atLeast: number
}

export interface ExtraValue {
  readonly key: string
  readonly value: string
}

/** What an article must be to stand in the list; what says nothing asks for nothing. */
export interface ArticleFilter {
  /** A query (`search-query.ts`), the last word by its beginning. */
  readonly text: string
  /** Any of these. */
  readonly statuses: readonly Status[]
  readonly flagged: boolean
  /** Only articles with suggestions that wait to be judged. */
  readonly suggested: boolean
  /** `some`: only articles that have copies; `one`: of each group of copies only the first. */
  readonly copies: 'any' | 'some' | 'one'
  /** Only articles with a note. */
  readonly noted: boolean
  /** All of these. */
  readonly labels: readonly LabelCount[]
  /** Articles with claims that miss these, as claim cards tell it. */
  readonly missing: readonly Missing[]
  /** Days, both included. */
  readonly from: string | null
  readonly to: string | null
  /** Articles without a date; together with days: those, too. */
  readonly undated: boolean
  /** Any of these batches, by their uids. */
  readonly batches: readonly string[]
  /** Any of these; an empty one: not known. */
  readonly languages: readonly string[]
  /** All of these. */
  readonly tags: readonly string[]
  /** Metadata: of one key any of its values, of several keys all. */
  readonly extras: readonly ExtraValue[]
  /** Articles in which any of these has marked a span. */
  readonly annotators: readonly string[]
}

export const NO_FILTER: ArticleFilter = {
  text: '',
  statuses: [],
  flagged: false,
  suggested: false,
  copies: 'any',
  noted: false,
  labels: [],
  missing: [],
  from: null,
  to: null,
  undated: false,
  batches: [],
  languages: [],
  tags: [],
  extras: [],
  annotators: [],
}

type Property = keyof ArticleFilter

const isSet = (filter: ArticleFilter, property: Property): boolean => {
  const value = filter[property]
  if (Array.isArray(value)) return value.length > 0
  return property === 'text' ? filter.text.trim() !== '' : value !== NO_FILTER[property]
}

/** Whether a filter asks for anything. */
export const isFiltering = (filter: ArticleFilter): boolean =>
  (Object.keys(NO_FILTER) as Property[]).some((property) => isSet(filter, property))

/** What a person adds, changes and takes away as one. */
export const CONDITIONS = [
  'text',
  'statuses',
  'flagged',
  'suggested',
  'copies',
  'labels',
  'missing',
  'dates',
  'languages',
  'tags',
  'extras',
  'batches',
  'annotators',
  'noted',
] as const
export type Condition = (typeof CONDITIONS)[number]

const propertiesOf = (condition: Condition): readonly Property[] =>
  condition === 'dates' ? ['from', 'to', 'undated'] : [condition]

/** The conditions of a filter, in the order in which they are told. */
export const conditionsOf = (filter: ArticleFilter): Condition[] =>
  CONDITIONS.filter((condition) => propertiesOf(condition).some((property) => isSet(filter, property)))

/** The same filter without a condition. */
export const withoutCondition = (filter: ArticleFilter, condition: Condition): ArticleFilter => ({
  ...filter,
  ...Object.fromEntries(propertiesOf(condition).map((property) => [property, NO_FILTER[property]])),
})
