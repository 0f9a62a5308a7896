import type { ClockAndIds } from '../../../base/clock-and-ids'
import type { AddedList } from '../../../store/rows/added-annotations'
import type { Sql } from '../../../store/sql'
import type { LabelMapping } from '../names/label-mapping'
import type { PresentRelation, PresentSpan } from './compare-present'
import type { SuggestedPlace, SuggestionGroups } from './suggestion-groups'

/** What is in the article already. */
export interface Present {
  readonly spans: readonly PresentSpan[]
  readonly relations: readonly PresentRelation[]
  readonly suggestions: readonly Pick<SuggestedPlace, 'labelId' | 'parts' | 'source'>[]
}

export const NOTHING_PRESENT: Present = { spans: [], relations: [], suggestions: [] }

export interface PlanContext {
  readonly sql: Sql
  readonly clock: ClockAndIds
  readonly mapping: LabelMapping
  /** Whose work it is where the file does not say. */
  readonly author: string
  readonly at: string
  readonly asSuggestions: boolean
  /** Whether uids of a file of ours are tried without asking whether they are free: of a new article they mostly are. */
  readonly trustsUids: boolean
  /** What suggestions come from, where they are no guesses of a model of their own. */
  readonly source: string
}

export interface PlanTrouble {
  readonly kind: 'failure' | 'warning'
  /** Where in the file; empty: as the text itself. */
  readonly place: string
  readonly code: string
  readonly message: string
}

/** What of a text’s annotations comes in. */
export interface AnnotationPlan {
  readonly added: AddedList
  readonly suggested: SuggestionGroups
  readonly spans: number
  readonly relations: number
  readonly suggestions: number
  /** Spans, relations and suggestions that the article has already. */
  readonly there: number
  /** Those that the user’s map leaves out. */
  readonly leftOut: number
  readonly troubles: readonly PlanTrouble[]
}
