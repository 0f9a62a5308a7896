import type { Stats } from '../../shared/contract/project'
import type { Status } from '../../shared/domain/corpus/articles'
import { countOf } from '../ui/format'

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0)

/** How many articles an export with these statuses (none: any) would hold. */
export const articlesOf = (stats: Stats, statuses: readonly Status[]): number =>
  statuses.length === 0 ? stats.articles : sum(statuses.map((status) => stats.by_status[status]))

/**
 * What would be written, in words. Spans are counted by label over the whole project, so with statuses chosen their
 * number is an upper limit.
 */
export function previewWords(stats: Stats, statuses: readonly Status[], labels: readonly string[]): string {
  const articles = articlesOf(stats, statuses)
  if (articles === 0) return 'No article has that status.'
  const spans = labels.length === 0 ? stats.spans : sum(labels.map((name) => stats.by_label[name] ?? 0))
  const limit = statuses.length > 0 && articles < stats.articles && spans > 0 ? 'up to ' : ''
  return `${countOf(articles, 'article')} with ${limit}${countOf(spans, 'span')}`
}
