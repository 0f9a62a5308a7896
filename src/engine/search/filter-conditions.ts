import type { Missing } from '../../shared/domain/annotations/claims'
import type { ArticleFilter, LabelCount } from '../../shared/domain/corpus/article-filter'
import { STATUSES } from '../../shared/domain/corpus/articles'
import type { LabelSet } from '../../shared/domain/label-set/label-set'
import { BEHIND_A_COPY, WITH_COPIES } from '../store/rows/copy-rows'

export interface SqlCondition {
  /** About the columns of `article`. */
  readonly sql: string
  readonly parameters: readonly (string | number)[]
  /** The select of a set of ids, read from an index alone, with the same parameters; null: it is no set. */
  readonly set: string | null
  /** Whether it is those of the set that do not pass. */
  readonly isWithout: boolean
  /** Whether the set may be small, and each article in it looked up. */
  readonly isNarrow: boolean
}

type Parameters = (string | number)[]
const PLAIN = { set: null, isWithout: false, isNarrow: false }
const plain = (sql: string, ...parameters: Parameters): SqlCondition => ({ ...PLAIN, sql, parameters })
const inSet = (select: string, ...parameters: Parameters): SqlCondition => ({
  sql: `id IN (${select})`,
  parameters,
  set: select,
  isWithout: false,
  isNarrow: true,
})
const notInSet = (select: string, ...parameters: Parameters): SqlCondition => ({
  ...PLAIN,
  sql: `id NOT IN (${select})`,
  parameters,
  set: select,
  isWithout: true,
})
/** About an article's day. */
const ofDays = (sql: string, ...parameters: Parameters): SqlCondition => ({
  ...PLAIN,
  sql,
  parameters,
  set: `SELECT id FROM article INDEXED BY article_on_shelf_by_day WHERE shelf = 'shown' AND ${sql}`,
})
const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ')

/** What a filter asks for besides its words and statuses, a condition each. */
export function filterConditions(labelSet: LabelSet, filter: ArticleFilter): SqlCondition[] {
  return [
    ...(filter.flagged ? [inSet('SELECT id FROM article INDEXED BY article_with_flag WHERE flagged = 1')] : []),
    ...(filter.suggested ? [inSet("SELECT article_id FROM suggestion WHERE state = 'open'")] : []),
    ...(filter.copies === 'some' ? [inSet(WITH_COPIES)] : []),
    ...(filter.copies === 'one' ? [notInSet(BEHIND_A_COPY)] : []),
    ...(filter.noted ? [inSet("SELECT id FROM article INDEXED BY article_with_note WHERE note <> ''")] : []),
    ...filter.labels.map(labelCondition),
    ...[...new Set(filter.missing)].flatMap((what) => missingConditions(labelSet, what)),
    ...dateCondition(filter),
    ...batchCondition(filter.batches),
    ...languageCondition(filter.languages),
    ...filter.tags.map((tag) => inSet('SELECT article_id FROM article_tag WHERE tag = ?', tag)),
    ...extraConditions(filter.extras),
    ...annotatorCondition(filter.annotators),
  ]
}

/** Null where a filter asks for every status. */
export function statusCondition(filter: ArticleFilter): SqlCondition | null {
  const statuses = [...new Set(filter.statuses)]
  if (statuses.length === 0 || statuses.length === STATUSES.length) return null
  return plain(`status IN (${marks(statuses)})`, ...statuses)
}

function labelCondition({ labelId, atLeast }: LabelCount): SqlCondition {
  const select = 'SELECT article_id FROM span WHERE label_id = ?'
  if (atLeast === 0) return notInSet(select, labelId)
  if (atLeast === 1) return inSet(select, labelId)
  return inSet(`${select} GROUP BY article_id HAVING count(*) >= ?`, labelId, atLeast)
}

/** As `shared/domain/claims.ts` tells what a claim misses; the form of a claim stands in its index. */
function missingConditions(labelSet: LabelSet, what: Missing): SqlCondition[] {
  const role = what === 'speaker' ? 'said_by' : 'said_on'
  const claims = labelSet.labels.filter((label) => label.role === 'claim').map(({ id }) => id)
  const types = labelSet.relations.filter((type) => type.role === role)
  if (claims.length === 0 || !types.some(({ enabled }) => enabled)) return [plain('0')]
  const unlinked = `SELECT article_id FROM span WHERE label_id IN (${marks(claims)})
    ${what === 'speaker' ? `AND ${CLAIM_FORM} IS NOT 'unattributed'` : ''}
    AND NOT EXISTS (SELECT 1 FROM relation WHERE from_span = span.id AND type_id IN (${marks(types)}))`
  const isUnlinked = inSet(unlinked, ...claims, ...types.map(({ id }) => id))
  return what === 'speaker' ? [isUnlinked] : [isUnlinked, ofDays('published_on IS NULL')]
}

/** As the index `span_by_label` has it. */
const CLAIM_FORM = "json_extract(attributes, '$.form')"

function dateCondition({ from, to, undated }: ArticleFilter): SqlCondition[] {
  const days = [...(from === null ? [] : ['published_on >= ?']), ...(to === null ? [] : ['published_on <= ?'])]
  const parameters = [from, to].filter((day) => day !== null)
  if (days.length === 0) return undated ? [ofDays('published_on IS NULL')] : []
  const range = days.join(' AND ')
  return [ofDays(undated ? `(published_on IS NULL OR (${range}))` : range, ...parameters)]
}

function batchCondition(uids: readonly string[]): SqlCondition[] {
  if (uids.length === 0) return []
  const select = `SELECT id FROM article INDEXED BY article_by_batch
    WHERE batch_id IN (SELECT id FROM batch WHERE uid IN (${marks(uids)}))`
  return [inSet(select, ...uids)]
}

/** A language is asked for with its regions: `ro` is `ro-RO` too. */
function languageCondition(languages: readonly string[]): SqlCondition[] {
  if (languages.length === 0) return []
  const known = [...new Set(languages)].filter((language) => language !== '')
  const ofLanguage = 'SELECT id FROM article INDEXED BY article_by_lang WHERE'
  const tests = [
    ...(known.length === 0 ? [] : [`${ofLanguage} lang IN (${marks(known)})`]),
    // the character after a hyphen is a full stop
    ...known.map(() => `${ofLanguage} lang > ? || '-' AND lang < ? || '.'`),
    ...(languages.includes('') ? [`${ofLanguage} lang IS NULL`] : []),
  ]
  return [inSet(tests.join(' UNION ALL '), ...known, ...known.flatMap((language) => [language, language]))]
}

function extraConditions(extras: ArticleFilter['extras']): SqlCondition[] {
  const byKey = new Map<string, string[]>()
  for (const { key, value } of extras) byKey.set(key, [...(byKey.get(key) ?? []), value])
  return [...byKey].map(([key, values]) =>
    inSet(`SELECT article_id FROM article_extra WHERE key = ? AND value IN (${marks(values)})`, key, ...values),
  )
}

function annotatorCondition(annotators: readonly string[]): SqlCondition[] {
  if (annotators.length === 0) return []
  return [inSet(`SELECT article_id FROM span WHERE author IN (${marks(annotators)})`, ...annotators)]
}
