import type { ArticleFilter } from '../../shared/domain/corpus/article-filter'
import type { Status } from '../../shared/domain/corpus/articles'

/** What the chips above the list choose from: everything, one status, what is flagged, what has suggestions, or near copies. */
export type FilterChoice = 'all' | Status | 'flagged' | 'suggested' | 'copied'

type Chosen = Pick<ArticleFilter, 'statuses' | 'flagged' | 'suggested' | 'copies'>

/** The order of the chips. */
export const FILTER_CHOICES: readonly FilterChoice[] = [
  'all',
  'todo',
  'in_progress',
  'done',
  'flagged',
  'suggested',
  'copied',
  'skipped',
]

/** Which chip a filter stands for. */
export function choiceOf(filter: Chosen): FilterChoice {
  if (filter.flagged) return 'flagged'
  if (filter.suggested) return 'suggested'
  if (filter.copies === 'some') return 'copied'
  return filter.statuses[0] ?? 'all'
}

/** The filter that a chip stands for. */
export function filterOf(choice: FilterChoice): Chosen {
  const isStatus = choice !== 'all' && choice !== 'flagged' && choice !== 'suggested' && choice !== 'copied'
  return {
    statuses: isStatus ? [choice] : [],
    flagged: choice === 'flagged',
    suggested: choice === 'suggested',
    copies: choice === 'copied' ? 'some' : 'any',
  }
}
