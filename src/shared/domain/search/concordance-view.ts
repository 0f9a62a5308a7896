import type { ContextWidth } from './concordance-line'

export const CONCORDANCE_SORTS = [
  'imported',
  'hit',
  'left1',
  'left2',
  'left3',
  'right1',
  'right2',
  'right3',
  'article',
  'newest',
  'oldest',
] as const
export type ConcordanceSort = (typeof CONCORDANCE_SORTS)[number]

/** How the lines of a concordance are shown, and in which order. */
export interface ConcordanceView {
  readonly sort: ConcordanceSort
  readonly context: ContextWidth
}

export const DEFAULT_CONTEXT: ContextWidth = { unit: 'words', size: 12 }
export const DEFAULT_CONCORDANCE: ConcordanceView = { sort: 'imported', context: DEFAULT_CONTEXT }
