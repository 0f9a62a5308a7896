import type { ArticleFilter } from '../../shared/contract/engine-methods'
import type { Status } from '../../shared/domain/articles'

/** What the chips above the list choose from: everything, one status, or what is flagged. */
export type FilterChoice = 'all' | Status | 'flagged'

/** The order of the chips. */
export const FILTER_CHOICES: readonly FilterChoice[] = ['all', 'todo', 'in_progress', 'done', 'flagged', 'skipped']

/** Which chip a filter stands for. */
export function choiceOf(filter: Pick<ArticleFilter, 'statuses' | 'flagged'>): FilterChoice {
  if (filter.flagged) return 'flagged'
  return filter.statuses[0] ?? 'all'
}

/** The filter that a chip stands for. */
export function filterOf(choice: FilterChoice): Pick<ArticleFilter, 'statuses' | 'flagged'> {
  if (choice === 'all') return { statuses: [], flagged: false }
  if (choice === 'flagged') return { statuses: [], flagged: true }
  return { statuses: [choice], flagged: false }
}
