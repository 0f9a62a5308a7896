import type { ArticleFilter } from '../../shared/domain/article-filter'
import type { Status } from '../../shared/domain/articles'

/** What the chips above the list choose from: everything, one status, what is flagged, or what has suggestions. */
export type FilterChoice = 'all' | Status | 'flagged' | 'suggested'

type Chosen = Pick<ArticleFilter, 'statuses' | 'flagged' | 'suggested'>

/** The order of the chips. */
export const FILTER_CHOICES: readonly FilterChoice[] = [
  'all',
  'todo',
  'in_progress',
  'done',
  'flagged',
  'suggested',
  'skipped',
]

/** Which chip a filter stands for. */
export function choiceOf(filter: Chosen): FilterChoice {
  if (filter.flagged) return 'flagged'
  if (filter.suggested) return 'suggested'
  return filter.statuses[0] ?? 'all'
}

/** The filter that a chip stands for. */
export function filterOf(choice: FilterChoice): Chosen {
  const statuses = choice === 'all' || choice === 'flagged' || choice === 'suggested' ? [] : [choice]
  return { statuses, flagged: choice === 'flagged', suggested: choice === 'suggested' }
}
